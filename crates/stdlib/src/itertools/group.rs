//! `groupby`: runs of items with equal keys.

use objmodel::types::spec::SlotRow;
use objmodel::{Borrowed, Bound, CompareOp, Gc, Result, Runtime, Value, singletons};
use objmodel::{pyclass, pymethods};
use objmodel_builtins::ITSELF;

/// Runs of items with equal keys, each as a key and an iterator.
#[pyclass(name = "groupby", module = "itertools", subclass)]
pub(super) struct GroupBy {
    iterator: Value,
    function: Option<Value>,
    // The key of the group that was begun last.
    target: Option<Value>,
    // The item that was read last, and its key, unless a group took them.
    current: Option<(Value, Value)>,
    // Counts the groups: only the latest yields items.
    serial: u64,
}

#[pymethods]
impl GroupBy {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (iterable, key = None))]
    fn new(rt: &mut Runtime, iterable: Borrowed<'_>, key: Option<Value>) -> Result<GroupBy> {
        let iterator = rt.iter(iterable)?;
        Ok(GroupBy { iterator, function: key, target: None, current: None, serial: 0 })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<(Value, Gc<Grouper>)>> {
        slf.write(rt).serial += 1;
        loop {
            let own = slf.read(rt);
            match (own.current.clone(), own.target.clone()) {
                (Some(_), None) => break,
                (Some((_, key)), Some(target)) if !continues(rt, &target, &key)? => break,
                _ => {}
            }
            rt.tick(1)?;
            if !advance(slf, rt)? {
                return Ok(None);
            }
        }
        let own = slf.write(rt);
        let Some((_, key)) = own.current.clone() else { return Ok(None) };
        let old = own.target.replace(key.clone());
        let serial = own.serial;
        drop(old);
        let grouper = Grouper { parent: slf.to_gc(), target: key.clone(), serial };
        Ok(Some((key, rt.alloc_registered(grouper)?)))
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let own = slf.read(rt);
        let function = own.function.clone().unwrap_or_else(singletons::none);
        let parts = vec![own.iterator.clone(), function];
        let state = match (own.current.clone(), own.target.clone()) {
            (Some((item, key)), Some(target)) => {
                Some(rt.tuple([item, target, key].into_iter())?.into_value())
            }
            _ => None,
        };
        super::reduce::parts(rt, slf.untyped(), parts, state)
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        super::reduce::warn(rt)?;
        let state = super::reduce::state(rt, state, 3, 3)?;
        let [item, target, key] = &state[..] else { return Ok(()) };
        let own = slf.write(rt);
        let old = own.current.replace((item.clone(), key.clone()));
        let former = own.target.replace(target.clone());
        drop((old, former));
        Ok(())
    }
}

/// Reads an item; whether there was one.
fn advance(own: &Gc<GroupBy>, rt: &mut Runtime) -> Result<bool> {
    let payload = own.read(rt);
    let (iterator, function) = (payload.iterator.clone(), payload.function.clone());
    let Some(item) = rt.next(&iterator)? else { return Ok(false) };
    let key = match function {
        Some(function) => rt.call(&function, [item.as_ref()])?,
        None => item.clone(),
    };
    let old = own.write(rt).current.replace((item, key));
    drop(old);
    Ok(true)
}

/// Whether a key is that of the item read last.
fn continues(rt: &mut Runtime, target: &Value, key: &Value) -> Result<bool> {
    if target.is(key) {
        return Ok(true);
    }
    let equal = rt.compare(CompareOp::Eq, target, key)?;
    rt.is_true(equal.as_ref())
}

/// A group of groupby.
#[pyclass(name = "_grouper", module = "itertools", subclass)]
pub(super) struct Grouper {
    parent: Gc<GroupBy>,
    target: Value,
    serial: u64,
}

#[pymethods]
impl Grouper {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (parent, tgtkey, /), text_signature = None)]
    fn new(rt: &mut Runtime, parent: Borrowed<'_>, tgtkey: Value) -> Result<Grouper> {
        let Some(parent) = parent.typed::<GroupBy>() else {
            let class = rt.type_name(parent);
            return Err(rt.type_error(format!(
                "_grouper() argument 1 must be itertools.groupby, not {class}"
            )));
        };
        let own = parent.write(rt);
        own.serial += 1;
        Ok(Grouper { serial: own.serial, parent: parent.to_gc(), target: tgtkey })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let own = slf.read(rt);
        let (parent, target, serial) = (own.parent.clone(), own.target.clone(), own.serial);
        let groups = parent.read(rt);
        if groups.serial != serial {
            return Ok(None);
        }
        if groups.current.is_none() && !advance(&parent, rt)? {
            return Ok(None);
        }
        let key = parent.read(rt).current.as_ref().map(|(_, key)| key.clone());
        let Some(key) = key else { return Ok(None) };
        if !continues(rt, &target, &key)? {
            return Ok(None);
        }
        Ok(parent.write(rt).current.take().map(|(item, _)| item))
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let own = slf.read(rt);
        if own.parent.read(rt).serial == own.serial {
            let parts = vec![Value::clone(&own.parent), own.target.clone()];
            return super::reduce::parts(rt, slf.untyped(), parts, None);
        }
        let iter = rt.builtin("iter").unwrap_or_else(singletons::none);
        let nothing = rt.tuple([].into_iter())?.into_value();
        let arguments = rt.tuple([nothing].into_iter())?.into_value();
        rt.tuple([iter, arguments].into_iter()).map(Gc::into_value)
    }
}
