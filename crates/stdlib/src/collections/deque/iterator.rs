//! Iterators over a deque, which notice when items come or go.

use objmodel::gc::Trace;
use objmodel::types::spec::SlotRow;
use objmodel::{Bound, CallArgs, Gc, Result, Runtime, Type, Value};
use objmodel::{pyclass, pymethods};
use objmodel_builtins::ITSELF;

use super::value::Deque;

/// A place in a deque.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Place {
    deque: Gc<Deque>,
    /// How many items are left.
    #[trace(leaf)]
    left: usize,
    /// The state that the deque must still be in.
    #[trace(leaf)]
    state: u64,
}

impl Place {
    fn over(rt: &Runtime, deque: &Gc<Deque>) -> Place {
        let Deque { state, .. } = deque.read(rt);
        Place { left: deque.read(rt).len(), state: *state, deque: deque.clone() }
    }

    /// What a constructor is given: a deque, and how many items to skip.
    fn new(rt: &mut Runtime, args: CallArgs<'_>) -> Result<Place> {
        let deque = match args.positionals().first() {
            Some(deque) => match deque.typed::<Deque>() {
                Some(deque) => deque,
                None => {
                    let class = rt.type_name(*deque);
                    return Err(
                        rt.type_error(format!("argument 1 must be collections.deque, not {class}"))
                    );
                }
            },
            None => return Err(rt.type_error("function takes at least 1 argument (0 given)")),
        };
        let mut place = Place::over(rt, &deque);
        if let Some(skipped) = args.positionals().get(1) {
            let skipped = usize::try_from(rt.index_clamped(*skipped)?).unwrap_or(0);
            place.left = place.left.saturating_sub(skipped);
        }
        Ok(place)
    }

    /// The deque, and how many items were read.
    fn argument(&self, rt: &Runtime) -> (Gc<Deque>, usize) {
        let read = self.deque.read(rt).len().saturating_sub(self.left);
        (self.deque.clone(), read)
    }
}

#[pyclass(name = "_deque_iterator", module = "collections")]
pub(super) struct DequeIterator(Place);

#[pymethods]
impl DequeIterator {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(text_signature = None)]
    fn new(rt: &mut Runtime, args: CallArgs<'_>) -> Result<DequeIterator> {
        Place::new(rt, args).map(DequeIterator)
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let place = &slf.read(rt).0;
        let deque = place.deque.read(rt);
        let (left, changed) = (place.left, deque.state != place.state);
        let index = deque.len().checked_sub(left);
        let item = index.filter(|_| left > 0 && !changed).and_then(|at| deque.get(at).cloned());
        slf.write(rt).0.left = if changed { 0 } else { left.saturating_sub(1) };
        match changed {
            true => Err(rt.runtime_error("deque mutated during iteration")),
            false => Ok(item),
        }
    }

    /// How many items are left.
    fn __length_hint__(&self) -> usize {
        self.0.left
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &Runtime) -> (Type, (Gc<Deque>, usize)) {
        let place = &slf.read(rt).0;
        (rt.type_of(slf.untyped()).to_gc(), place.argument(rt))
    }
}

impl DequeIterator {
    /// An iterator over all items.
    pub(super) fn over(rt: &Runtime, deque: &Gc<Deque>) -> Result {
        rt.alloc_registered(DequeIterator(Place::over(rt, deque))).map(Gc::into_value)
    }
}

#[pyclass(name = "_deque_reverse_iterator", module = "collections")]
pub(super) struct DequeReverseIterator(Place);

#[pymethods]
impl DequeReverseIterator {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(text_signature = None)]
    fn new(rt: &mut Runtime, args: CallArgs<'_>) -> Result<DequeReverseIterator> {
        Place::new(rt, args).map(DequeReverseIterator)
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let place = &slf.read(rt).0;
        let deque = place.deque.read(rt);
        let (left, changed) = (place.left, deque.state != place.state);
        let index = left.checked_sub(1);
        let item = index.filter(|_| left > 0 && !changed).and_then(|at| deque.get(at).cloned());
        slf.write(rt).0.left = if changed { 0 } else { left.saturating_sub(1) };
        match changed {
            true => Err(rt.runtime_error("deque mutated during iteration")),
            false => Ok(item),
        }
    }

    /// How many items are left.
    fn __length_hint__(&self) -> usize {
        self.0.left
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &Runtime) -> (Type, (Gc<Deque>, usize)) {
        let place = &slf.read(rt).0;
        (rt.type_of(slf.untyped()).to_gc(), place.argument(rt))
    }
}

impl DequeReverseIterator {
    /// An iterator over all items.
    pub(super) fn over(rt: &Runtime, deque: &Gc<Deque>) -> Result {
        rt.alloc_registered(DequeReverseIterator(Place::over(rt, deque))).map(Gc::into_value)
    }
}
