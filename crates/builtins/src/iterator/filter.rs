//! `filter`: the items for which a function, or their own truth, says so.

use objmodel::types::spec::SlotRow;
use objmodel::{Borrowed, Bound, Result, Runtime, Value, singletons};
use objmodel::{pyclass, pymethods};

use super::ITSELF;

/// Return an iterator yielding those items of iterable for which function(item)
/// is true. If function is None, return the items that are true.
#[pyclass(name = "filter", module = "builtins", subclass)]
pub(crate) struct Filter {
    function: Value,
    iterator: Value,
}

#[pymethods]
impl Filter {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (function, iterable, /))]
    fn new(rt: &mut Runtime, function: Value, iterable: Borrowed<'_>) -> Result<Filter> {
        Ok(Filter { function, iterator: rt.iter(iterable)? })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let filter = slf.read(rt);
        let (function, iterator) = (filter.function.clone(), filter.iterator.clone());
        let own_truth = singletons::is_none(&function) || function.is(&rt.types().bool_);
        while let Some(item) = rt.next(&iterator)? {
            rt.tick(1)?;
            let passes = if own_truth {
                rt.is_true(item.as_ref())?
            } else {
                let answer = rt.call(&function, [item.as_ref()])?;
                rt.is_true(answer.as_ref())?
            };
            if passes {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &Runtime) -> Result {
        let own = slf.read(rt);
        let parts = [own.function.clone(), own.iterator.clone()];
        super::reduce::instance(rt, slf.untyped(), parts.into_iter(), None)
    }
}
