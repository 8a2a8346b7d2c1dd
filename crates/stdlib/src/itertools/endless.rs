//! `count`, `cycle` and `repeat`: iterators that need not end.

use objmodel::native::Given;
use objmodel::objects::list::{List, ListObject};
use objmodel::types::spec::SlotRow;
use objmodel::{Borrowed, Bound, Result, Runtime, Value, singletons};
use objmodel::{pyclass, pymethods};
use objmodel_builtins::ITSELF;

/// Numbers from a start on, without end.
#[pyclass(name = "count", module = "itertools", subclass)]
pub(super) struct Count {
    next: Value,
    step: Value,
}

#[pymethods]
impl Count {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (start = 0, step = 1))]
    fn new(rt: &mut Runtime, start: Given<'_>, step: Given<'_>) -> Result<Count> {
        let (start, step) = (start.0, step.0);
        if [start, step].iter().flatten().any(|number| !super::is_number(rt, *number)) {
            return Err(rt.type_error("a number is required"));
        }
        let or = |given: Option<Borrowed<'_>>, default| match given {
            Some(given) => Ok(given.to_value()),
            None => rt.int(default),
        };
        let mut own = Count { next: or(start, 0)?, step: or(step, 1)? };
        // By ones it counts in plain integers, also from a boolean on.
        if own.step.as_small_int() == Some(1)
            && let Some(start) = rt.as_int(own.next.as_ref()).and_then(|start| start.to_i64())
        {
            own.next = rt.int(start)?;
        }
        Ok(own)
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let own = slf.read(rt);
        let (value, step) = (own.next.clone(), own.step.clone());
        let next = rt.add(&value, &step)?;
        let old = std::mem::replace(&mut slf.write(rt).next, next);
        drop(old);
        Ok(Some(value))
    }

    fn __repr__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<String> {
        let own = slf.read(rt);
        let (next, step) = (own.next.clone(), own.step.clone());
        let name = rt.type_of(slf.untyped()).read(rt).name().to_owned();
        let next = rt.repr(&next)?.read(rt).as_str().into_owned();
        if step.as_small_int() == Some(1) {
            return Ok(format!("{name}({next})"));
        }
        let step = rt.repr(&step)?;
        Ok(format!("{name}({next}, {})", step.read(rt).as_str()))
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let own = slf.read(rt);
        let (next, step) = (own.next.clone(), own.step.clone());
        let plain = step.as_small_int() == Some(1) && next.as_small_int().is_some();
        let parts = if plain { vec![next] } else { vec![next, step] };
        super::reduce::parts(rt, slf.untyped(), parts, None)
    }
}

/// The items of an iterable, over and over.
#[pyclass(name = "cycle", module = "itertools", subclass)]
pub(super) struct Cycle {
    // `None` once it ended.
    iterator: Option<Value>,
    saved: List,
    at: usize,
    // Whether the iterator's items are saved already.
    passed: bool,
}

#[pymethods]
impl Cycle {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (iterable, /))]
    fn new(rt: &mut Runtime, iterable: Borrowed<'_>) -> Result<Cycle> {
        let iterator = Some(rt.iter(iterable)?);
        Ok(Cycle { iterator, saved: rt.list(Vec::new())?, at: 0, passed: false })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let own = slf.read(rt);
        let saved = own.saved.clone();
        if let Some(iterator) = own.iterator.clone() {
            if let Some(item) = rt.next(&iterator)? {
                if slf.read(rt).passed {
                    return Ok(Some(item));
                }
                let kept = item.clone();
                rt.grow(&saved, |saved, meter| saved.push(meter, kept))?;
                return Ok(Some(item));
            }
            let old = slf.write(rt).iterator.take();
            drop(old);
        }
        let at = slf.read(rt).at;
        let (item, count) = {
            let items = saved.read(rt).items();
            (items.get(at).cloned(), items.len())
        };
        slf.write(rt).at = if at + 1 < count { at + 1 } else { 0 };
        Ok(item)
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let own = slf.read(rt);
        let (iterator, at) = (own.iterator.clone(), own.at);
        let saved = Value::clone(&own.saved);
        let begun = iterator.is_none();
        let iterator = match iterator {
            Some(iterator) => iterator,
            None => {
                // What is left of this round comes first.
                let rest = rt.iter(&saved)?;
                rt.call_method(&rest, "__setstate__", (at,))?;
                rest
            }
        };
        let state = [saved, singletons::bool(begun)];
        let state = rt.tuple(state.into_iter())?.into_value();
        super::reduce::parts(rt, slf.untyped(), vec![iterator], Some(state))
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        super::reduce::warn(rt)?;
        let state = super::reduce::state(rt, state, 2, 2)?;
        let [saved, first] = &state[..] else { return Ok(()) };
        let Ok(saved) = saved.clone().downcast::<ListObject>() else {
            let class = rt.type_name(saved.as_ref());
            return Err(rt.type_error(format!("argument 1 must be list, not {class}")));
        };
        let passed = super::size(rt, first.as_ref())? != 0;
        let own = slf.write(rt);
        (own.passed, own.at) = (passed, 0);
        let old = std::mem::replace(&mut own.saved, saved);
        drop(old);
        Ok(())
    }
}

/// One object, so many times or without end.
#[pyclass(name = "repeat", module = "itertools", subclass)]
pub(super) struct Repeat {
    item: Value,
    // How many times are left, if not endlessly many.
    left: Option<usize>,
}

#[pymethods]
impl Repeat {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (object, times = None), text_signature = None)]
    fn new(rt: &mut Runtime, object: Value, times: Given<'_>) -> Result<Repeat> {
        let left = match times.0 {
            Some(times) => Some(usize::try_from(super::size(rt, times)?).unwrap_or(0)),
            None => None,
        };
        Ok(Repeat { item: object, left })
    }

    fn __next__(&mut self) -> Option<Value> {
        match &mut self.left {
            Some(0) => return None,
            Some(left) => *left -= 1,
            None => {}
        }
        Some(self.item.clone())
    }

    /// How many items are left.
    fn __length_hint__(&self, rt: &Runtime) -> Result<usize> {
        self.left.ok_or_else(|| rt.type_error("len() of unsized object"))
    }

    fn __repr__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<String> {
        let own = slf.read(rt);
        let (item, left) = (own.item.clone(), own.left);
        let name = rt.type_of(slf.untyped()).read(rt).name().to_owned();
        let item = rt.repr(&item)?.read(rt).as_str().into_owned();
        Ok(match left {
            Some(left) => format!("{name}({item}, {left})"),
            None => format!("{name}({item})"),
        })
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let own = slf.read(rt);
        let (mut parts, left) = (vec![own.item.clone()], own.left);
        if let Some(left) = left {
            parts.push(rt.int_from_usize(left)?);
        }
        super::reduce::parts(rt, slf.untyped(), parts, None)
    }
}
