//! `compress`, `dropwhile`, `takewhile` and `filterfalse`: some items of an iterable.

use objmodel::gc::Trace;
use objmodel::types::spec::SlotRow;
use objmodel::{Borrowed, Bound, Result, Runtime, Value, singletons};
use objmodel::{pyclass, pymethods};
use objmodel_builtins::ITSELF;

/// The items whose selector is true.
#[pyclass(name = "compress", module = "itertools", subclass)]
pub(super) struct Compress {
    data: Value,
    selectors: Value,
}

#[pymethods]
impl Compress {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    fn new(rt: &mut Runtime, data: Borrowed<'_>, selectors: Borrowed<'_>) -> Result<Compress> {
        Ok(Compress { data: rt.iter(data)?, selectors: rt.iter(selectors)? })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let own = slf.read(rt);
        let (data, selectors) = (own.data.clone(), own.selectors.clone());
        loop {
            rt.tick(1)?;
            let Some(item) = rt.next(&data)? else { return Ok(None) };
            let Some(selector) = rt.next(&selectors)? else { return Ok(None) };
            if rt.is_true(selector.as_ref())? {
                return Ok(Some(item));
            }
        }
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let own = slf.read(rt);
        let parts = vec![own.data.clone(), own.selectors.clone()];
        super::reduce::parts(rt, slf.untyped(), parts, None)
    }
}

/// A function and the iterator whose items it is asked about.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Filter {
    function: Value,
    iterator: Value,
    /// Whether the function need not be asked any more.
    #[trace(leaf)]
    decided: bool,
}

impl Filter {
    fn new(rt: &mut Runtime, function: Value, iterable: Borrowed<'_>) -> Result<Filter> {
        Ok(Filter { function, iterator: rt.iter(iterable)?, decided: false })
    }

    fn parts(&self) -> Vec<Value> {
        vec![self.function.clone(), self.iterator.clone()]
    }

    fn both(&self) -> (Value, Value) {
        (self.function.clone(), self.iterator.clone())
    }
}

fn holds(rt: &mut Runtime, function: &Value, item: &Value) -> Result<bool> {
    let answer = rt.call(function, [item.as_ref()])?;
    rt.is_true(answer.as_ref())
}

/// The items from the first on that the predicate does not hold for.
#[pyclass(name = "dropwhile", module = "itertools", subclass)]
pub(super) struct DropWhile(Filter);

#[pymethods]
impl DropWhile {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (predicate, iterable, /))]
    fn new(rt: &mut Runtime, predicate: Value, iterable: Borrowed<'_>) -> Result<DropWhile> {
        Filter::new(rt, predicate, iterable).map(DropWhile)
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let (function, iterator) = slf.read(rt).0.both();
        loop {
            let Some(item) = rt.next(&iterator)? else { return Ok(None) };
            // The iterator may have asked for items here, too.
            if slf.read(rt).0.decided {
                return Ok(Some(item));
            }
            rt.tick(1)?;
            if !holds(rt, &function, &item)? {
                slf.write(rt).0.decided = true;
                return Ok(Some(item));
            }
        }
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let filter = &slf.read(rt).0;
        let (parts, decided) = (filter.parts(), filter.decided);
        let state = rt.int(decided.into())?;
        super::reduce::parts(rt, slf.untyped(), parts, Some(state))
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        super::reduce::warn(rt)?;
        let decided = rt.is_true(state)?;
        slf.write(rt).0.decided = decided;
        Ok(())
    }
}

/// The items before the first that the predicate does not hold for.
#[pyclass(name = "takewhile", module = "itertools", subclass)]
pub(super) struct TakeWhile(Filter);

#[pymethods]
impl TakeWhile {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (predicate, iterable, /))]
    fn new(rt: &mut Runtime, predicate: Value, iterable: Borrowed<'_>) -> Result<TakeWhile> {
        Filter::new(rt, predicate, iterable).map(TakeWhile)
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let filter = &slf.read(rt).0;
        if filter.decided {
            return Ok(None);
        }
        let (function, iterator) = filter.both();
        let Some(item) = rt.next(&iterator)? else { return Ok(None) };
        if holds(rt, &function, &item)? {
            return Ok(Some(item));
        }
        slf.write(rt).0.decided = true;
        Ok(None)
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let filter = &slf.read(rt).0;
        let (parts, decided) = (filter.parts(), filter.decided);
        let state = rt.int(decided.into())?;
        super::reduce::parts(rt, slf.untyped(), parts, Some(state))
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        super::reduce::warn(rt)?;
        let decided = rt.is_true(state)?;
        slf.write(rt).0.decided = decided;
        Ok(())
    }
}

/// The items that the function does not hold for.
#[pyclass(name = "filterfalse", module = "itertools", subclass)]
pub(super) struct FilterFalse(Filter);

#[pymethods]
impl FilterFalse {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (function, iterable, /))]
    fn new(rt: &mut Runtime, function: Value, iterable: Borrowed<'_>) -> Result<FilterFalse> {
        let own_truth = singletons::is_none(&function) || function.is(&rt.types().bool_);
        let filter = Filter::new(rt, function, iterable)?;
        Ok(FilterFalse(Filter { decided: own_truth, ..filter }))
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let filter = &slf.read(rt).0;
        let (own_truth, (function, iterator)) = (filter.decided, filter.both());
        loop {
            rt.tick(1)?;
            let Some(item) = rt.next(&iterator)? else { return Ok(None) };
            let holds = match own_truth {
                true => rt.is_true(item.as_ref())?,
                false => holds(rt, &function, &item)?,
            };
            if !holds {
                return Ok(Some(item));
            }
        }
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        super::reduce::parts(rt, slf.untyped(), slf.read(rt).0.parts(), None)
    }
}
