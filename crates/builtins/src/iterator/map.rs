//! `map`: what a function makes of the items.

use objmodel::gc::ChargedVec;
use objmodel::slots::SlotId;
use objmodel::types::spec::SlotRow;
use objmodel::{Bound, CallArgs, Result, Runtime, Type, Value};
use objmodel::{pyclass, pymethods};

use super::ITSELF;
use crate::pure_error::OrRaise;

/// Make an iterator that computes the function using arguments from
/// each of the iterables.  Stops when the shortest iterable is exhausted.
#[pyclass(name = "map", module = "builtins", subclass, external_bytes = Map::buffer)]
pub(crate) struct Map {
    function: Value,
    iterators: Vec<Value>,
}

#[pymethods]
impl Map {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(text_signature = "(function, iterable, /, *iterables)")]
    fn new(cls: &Type, rt: &mut Runtime, args: CallArgs<'_>) -> Result<Map> {
        rt.refuse_keywords(cls, SlotId::TpInit, args)?;
        let [function, iterables @ ..] = args.positionals() else {
            return Err(rt.type_error("map() must have at least two arguments."));
        };
        if iterables.is_empty() {
            return Err(rt.type_error("map() must have at least two arguments."));
        }
        let mut iterators = Vec::with_capacity(iterables.len());
        for iterable in iterables {
            iterators.push(rt.iter(*iterable)?);
        }
        rt.charge(iterators.capacity() * size_of::<Value>())?;
        Ok(Map { function: function.to_value(), iterators })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let map = slf.read(rt);
        let function = map.function.clone();
        if let [only] = &map.iterators[..] {
            let only = only.clone();
            let Some(item) = rt.next(&only)? else { return Ok(None) };
            return rt.call(&function, [item.as_ref()]).map(Some);
        }
        let iterators = rt.gather(map.iterators.iter().cloned())?;
        let mut items = ChargedVec::new(rt.heap());
        items.reserve_exact(iterators.len()).into_py(rt)?;
        for iterator in &iterators {
            match rt.next(iterator)? {
                Some(item) => items.push(item).into_py(rt)?,
                None => return Ok(None),
            }
        }
        let args = CallArgs::positional(objmodel::gc::refs(&items));
        rt.call_with(function.as_ref(), args).map(Some)
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &Runtime) -> Result {
        let own = slf.read(rt);
        let parts: Vec<Value> =
            std::iter::once(&own.function).chain(&own.iterators).cloned().collect();
        super::reduce::instance(rt, slf.untyped(), parts.into_iter(), None)
    }
}

impl Map {
    fn buffer(&self) -> usize {
        self.iterators.capacity() * size_of::<Value>()
    }
}
