//! `batched` and `pairwise`: neighbours of an iterable.

use objmodel::native::Truth;
use objmodel::types::spec::SlotRow;
use objmodel::{Borrowed, Bound, Result, Runtime, Value};
use objmodel::{pyclass, pymethods};
use objmodel_builtins::ITSELF;

/// The items in tuples of n, the last one perhaps shorter.
#[pyclass(name = "batched", module = "itertools", subclass)]
pub(super) struct Batched {
    // `None` once it ended.
    iterator: Option<Value>,
    size: usize,
    strict: bool,
}

#[pymethods]
impl Batched {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (iterable, n, *, strict = false))]
    fn new(
        rt: &mut Runtime,
        iterable: Borrowed<'_>,
        n: Borrowed<'_>,
        strict: Truth,
    ) -> Result<Batched> {
        let size = super::size(rt, n)?;
        let Some(size) = usize::try_from(size).ok().filter(|size| *size > 0) else {
            return Err(rt.value_error("n must be at least one"));
        };
        Ok(Batched { iterator: Some(rt.iter(iterable)?), size, strict: strict.0 })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let Batched { iterator: Some(iterator), size, strict } = slf.read(rt) else {
            return Ok(None);
        };
        let (iterator, size, strict) = (iterator.clone(), *size, *strict);
        let mut batch = rt.gather([])?;
        while batch.len() < size {
            rt.tick(1)?;
            match rt.next(&iterator) {
                Ok(Some(item)) => batch.push(item).map_err(|_| rt.memory_error())?,
                Ok(None) => break,
                Err(raise) => {
                    slf.write(rt).iterator = None;
                    return Err(raise);
                }
            }
        }
        if batch.len() < size {
            slf.write(rt).iterator = None;
            if batch.is_empty() {
                return Ok(None);
            }
            if strict {
                return Err(rt.value_error("batched(): incomplete batch"));
            }
        }
        rt.tuple(batch.into_iter()).map(|batch| Some(batch.into_value()))
    }
}

/// Each item with the one after it.
#[pyclass(name = "pairwise", module = "itertools", subclass)]
pub(super) struct Pairwise {
    // `None` once it ended.
    iterator: Option<Value>,
    before: Option<Value>,
}

#[pymethods]
impl Pairwise {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (iterable, /))]
    fn new(rt: &mut Runtime, iterable: Borrowed<'_>) -> Result<Pairwise> {
        Ok(Pairwise { iterator: Some(rt.iter(iterable)?), before: None })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<(Value, Value)>> {
        let before = match slf.read(rt).before.clone() {
            Some(before) => before,
            None => {
                let Some(first) = item(slf, rt)? else { return Ok(None) };
                let old = slf.write(rt).before.replace(first.clone());
                drop(old);
                first
            }
        };
        let Some(after) = item(slf, rt)? else { return Ok(None) };
        let old = slf.write(rt).before.replace(after.clone());
        drop(old);
        Ok(Some((before, after)))
    }
}

/// The next item of the iterator, if it has not ended.
fn item(own: &Bound<'_, Pairwise>, rt: &mut Runtime) -> Result<Option<Value>> {
    let outcome = match own.read(rt).iterator.clone() {
        Some(iterator) => rt.next(&iterator),
        None => Ok(None),
    };
    if !matches!(outcome, Ok(Some(_))) {
        let old = std::mem::replace(own.write(rt), Pairwise { iterator: None, before: None });
        drop(old);
    }
    outcome
}
