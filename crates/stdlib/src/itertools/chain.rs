//! `chain`: the items of one iterable after the other.

use objmodel::slots::SlotId;
use objmodel::types::spec::{MethodSpec, SlotRow};
use objmodel::{Borrowed, Bound, CallArgs, Gc, Result, Runtime, Type, Value};
use objmodel::{pyclass, pymethods};
use objmodel_builtins::ITSELF;

/// The items of one iterable after the other.
#[pyclass(name = "chain", module = "itertools", subclass)]
pub(super) struct Chain {
    // The iterables that are still to come; `None` at the end.
    source: Option<Value>,
    active: Option<Value>,
}

#[pymethods]
impl Chain {
    #[row]
    const ITER: SlotRow = ITSELF;
    #[row]
    const CLASS_GETITEM: MethodSpec = objmodel_builtins::CLASS_GETITEM;

    #[new]
    #[pyo3(text_signature = "(*iterables)")]
    fn new(cls: &Type, rt: &mut Runtime, args: CallArgs<'_>) -> Result<Chain> {
        rt.refuse_keywords(cls, SlotId::TpInit, args)?;
        let iterables = rt.tuple(args.positionals().iter().map(|iterable| iterable.to_value()))?;
        Ok(Chain { source: Some(rt.iter(&iterables)?), active: None })
    }

    /// A chain of the iterables that one iterable yields.
    #[classmethod]
    #[pyo3(signature = (iterable, /))]
    fn from_iterable(cls: &Type, rt: &mut Runtime, iterable: Borrowed<'_>) -> Result {
        let source = Some(rt.iter(iterable)?);
        rt.alloc(cls, Chain { source, active: None }).map(Gc::into_value)
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        loop {
            let own = slf.read(rt);
            let active = match (&own.active, &own.source) {
                (Some(active), _) => active.clone(),
                (None, None) => return Ok(None),
                (None, Some(source)) => {
                    let source = source.clone();
                    match follow(rt, &source) {
                        Ok(Some(active)) => {
                            set(slf, rt, Some(source), Some(active.clone()));
                            active
                        }
                        end => {
                            set(slf, rt, None, None);
                            return end;
                        }
                    }
                }
            };
            if let Some(item) = rt.next(&active)? {
                return Ok(Some(item));
            }
            rt.tick(1)?;
            let old = slf.write(rt).active.take();
            drop(old);
        }
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let own = slf.read(rt);
        let state: Vec<Value> = own.source.iter().chain(&own.active).cloned().collect();
        let state = match state.is_empty() {
            true => None,
            false => Some(rt.tuple(state.into_iter())?.into_value()),
        };
        super::reduce::parts(rt, slf.untyped(), Vec::new(), state)
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        super::reduce::warn(rt)?;
        let mut state = super::reduce::state(rt, state, 1, 2)?.into_iter();
        let (source, active) = (state.next(), state.next());
        for iterator in source.iter().chain(&active) {
            if !rt.has_slot(iterator.as_ref(), SlotId::TpIternext) {
                return Err(rt.type_error("Arguments must be iterators."));
            }
        }
        set(slf, rt, source, active);
        Ok(())
    }
}

/// The iterator of the next iterable.
fn follow(rt: &mut Runtime, source: &Value) -> Result<Option<Value>> {
    match rt.next(source)? {
        Some(iterable) => rt.iter(&iterable).map(Some),
        None => Ok(None),
    }
}

fn set(own: &Bound<'_, Chain>, rt: &mut Runtime, source: Option<Value>, active: Option<Value>) {
    let old = std::mem::replace(own.write(rt), Chain { source, active });
    drop(old);
}
