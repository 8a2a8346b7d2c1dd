//! `accumulate` and `starmap`: a function applied along an iterable.

use objmodel::objects::tuple::TupleObject;
use objmodel::types::spec::SlotRow;
use objmodel::{Borrowed, Bound, CallArgs, Gc, Result, Runtime, Value, singletons};
use objmodel::{pyclass, pymethods};
use objmodel_builtins::ITSELF;

/// Running totals: each item added to the sum of those before it.
#[pyclass(name = "accumulate", module = "itertools", subclass)]
pub(super) struct Accumulate {
    iterator: Value,
    function: Option<Value>,
    initial: Option<Value>,
    total: Option<Value>,
}

#[pymethods]
impl Accumulate {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (iterable, func = None, *, initial = None))]
    fn new(
        rt: &mut Runtime,
        iterable: Borrowed<'_>,
        func: Option<Value>,
        initial: Option<Value>,
    ) -> Result<Accumulate> {
        Ok(Accumulate { iterator: rt.iter(iterable)?, function: func, initial, total: None })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let own = slf.write(rt);
        if let Some(initial) = own.initial.take() {
            own.total = Some(initial.clone());
            return Ok(Some(initial));
        }
        let (iterator, function) = (own.iterator.clone(), own.function.clone());
        let Some(item) = rt.next(&iterator)? else { return Ok(None) };
        let total = match (slf.read(rt).total.clone(), function) {
            (None, _) => item,
            (Some(before), None) => rt.add(&before, &item)?,
            (Some(before), Some(function)) => {
                rt.call(&function, [before.as_ref(), item.as_ref()])?
            }
        };
        let old = slf.write(rt).total.replace(total.clone());
        drop(old);
        Ok(Some(total))
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let own = slf.read(rt);
        let mut iterator = own.iterator.clone();
        let function = own.function.clone().unwrap_or_else(singletons::none);
        let (initial, total) = (own.initial.clone(), own.total.clone());
        // A total of `None` cannot be told from none as a state: a slice leaves it out.
        let of_none = total.as_ref().is_some_and(singletons::is_none);
        if initial.is_some() || of_none {
            let before = initial.clone().unwrap_or_else(singletons::none);
            let before = rt.tuple([before].into_iter())?.into_value();
            let chain = super::class_named(rt, "chain")?;
            iterator = rt.call(&chain, [before.as_ref(), iterator.as_ref()])?;
        }
        if initial.is_none() && of_none {
            let class = Value::clone(&rt.type_of(slf.untyped()));
            let again = rt.call(&class, [iterator.as_ref(), function.as_ref()])?;
            let islice = super::class_named(rt, "islice")?;
            let one = rt.int(1)?;
            let arguments = rt.tuple([again, one, singletons::none()].into_iter())?.into_value();
            return rt.tuple([islice, arguments].into_iter()).map(Gc::into_value);
        }
        let state = if initial.is_some() { None } else { total };
        let state = state.unwrap_or_else(singletons::none);
        super::reduce::parts(rt, slf.untyped(), vec![iterator, function], Some(state))
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Option<Value>) -> Result<()> {
        super::reduce::warn(rt)?;
        let old = std::mem::replace(&mut slf.write(rt).total, state);
        drop(old);
        Ok(())
    }
}

/// What the function returns for each tuple of arguments.
#[pyclass(name = "starmap", module = "itertools", subclass)]
pub(super) struct StarMap {
    function: Value,
    iterator: Value,
}

#[pymethods]
impl StarMap {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (function, iterable, /))]
    fn new(rt: &mut Runtime, function: Value, iterable: Borrowed<'_>) -> Result<StarMap> {
        Ok(StarMap { iterator: rt.iter(iterable)?, function })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let own = slf.read(rt);
        let (iterator, function) = (own.iterator.clone(), own.function.clone());
        let Some(row) = rt.next(&iterator)? else { return Ok(None) };
        let items = match row.get::<TupleObject>(rt) {
            Some(tuple) => rt.gather(tuple.items().iter().cloned())?,
            None => rt.collect(&row)?,
        };
        let args = objmodel::gc::refs(&items);
        rt.call_with(function.as_ref(), CallArgs::positional(args)).map(Some)
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let own = slf.read(rt);
        let parts = vec![own.function.clone(), own.iterator.clone()];
        super::reduce::parts(rt, slf.untyped(), parts, None)
    }
}
