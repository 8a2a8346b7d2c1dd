//! `reversed`: by `__reversed__`, else from the last item of a sequence to the first.

use objmodel::types::spec::SlotRow;
use objmodel::{Borrowed, Bound, Gc, Result, Runtime, Type, Value, singletons};
use objmodel::{pyclass, pymethods};

use super::ITSELF;

/// Return a reverse iterator over the values of the given sequence.
#[pyclass(name = "reversed", module = "builtins", subclass)]
pub(crate) struct Reversed {
    // `None` once it has ended.
    sequence: Option<Value>,
    // One more than the index of the next item.
    left: usize,
}

#[pymethods]
impl Reversed {
    #[row]
    const ITER: SlotRow = ITSELF;

    /// What the `__reversed__` of the sequence answers, if it has one.
    #[new]
    #[pyo3(signature = (sequence, /))]
    fn make(cls: &Type, rt: &mut Runtime, sequence: Borrowed<'_>) -> Result {
        let name = rt.names().reversed.clone();
        let of = rt.type_of(sequence).to_gc();
        let not_reversible = |rt: &Runtime| {
            rt.type_error(format!("'{}' object is not reversible", rt.type_name(sequence)))
        };
        match rt.lookup(&of, &name) {
            Some(method) if singletons::is_none(&method) => return Err(not_reversible(rt)),
            Some(method) => return rt.call_unbound(&method, sequence, &[]),
            None => {}
        }
        if !rt.is_sequence(sequence) {
            return Err(not_reversible(rt));
        }
        let left = rt.len(sequence)?;
        let payload = Reversed { sequence: Some(sequence.to_value()), left };
        rt.alloc(cls, payload).map(Gc::into_value)
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let Reversed { sequence: Some(sequence), left } = slf.read(rt) else { return Ok(None) };
        let (sequence, index) = (sequence.clone(), left.checked_sub(1));
        let outcome = match index {
            Some(index) => {
                let key = rt.int_from_usize(index)?;
                rt.get_item(&sequence, &key).map(Some)
            }
            None => Ok(None),
        };
        let own = slf.write(rt);
        own.left = index.unwrap_or(0);
        // Any error is the end.
        if !matches!(outcome, Ok(Some(_))) {
            own.left = 0;
            let ended = own.sequence.take();
            drop(ended);
        }
        match outcome {
            Err(raise)
                if rt.is_exception_of(&raise, &rt.types().index_error)
                    || rt.is_exception_of(&raise, &rt.types().stop_iteration) =>
            {
                Ok(None)
            }
            outcome => outcome,
        }
    }

    /// Private method returning an estimate of len(list(it)).
    fn __length_hint__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<usize> {
        let Reversed { sequence: Some(sequence), left } = slf.read(rt) else { return Ok(0) };
        let (sequence, left) = (sequence.clone(), *left);
        let len = rt.len(&sequence)?;
        Ok(if len < left { 0 } else { left })
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        let own = slf.untyped();
        let Reversed { sequence: Some(sequence), left } = slf.read(rt) else {
            let empty = super::reduce::no_tuple(rt)?;
            return super::reduce::instance(rt, own, [empty].into_iter(), None);
        };
        let (sequence, index) = (sequence.clone(), *left as i64 - 1);
        let index = rt.int(index)?;
        super::reduce::instance(rt, own, [sequence].into_iter(), Some(index))
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (object, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, object: Borrowed<'_>) -> Result<()> {
        let index = super::reduce::index_of(rt, object)?;
        let Some(sequence) = slf.read(rt).sequence.clone() else { return Ok(()) };
        let len = rt.len(&sequence)?;
        slf.write(rt).left = usize::try_from(index.saturating_add(1)).unwrap_or(0).min(len);
        Ok(())
    }
}
