//! `tee`: several iterators over what one iterator yields.
//!
//! The items that some of them still have to yield form a chain of links. Each iterator holds the
//! link that it reads next, so what all have read dies.

use objmodel::objects::dict::Dict;
use objmodel::objects::list::ListObject;
use objmodel::types::spec::{MethodSpec, SlotRow};
use objmodel::{
    Args, Borrowed, Bound, CallArgs, Gc, Parameters, Result, Runtime, Value, singletons,
};
use objmodel::{pyclass, pymethods};
use objmodel_builtins::ITSELF;

/// An item that several iterators yield.
#[pyclass(name = "_tee_dataobject", module = "itertools")]
pub(super) struct Link {
    source: Value,
    // If it was read.
    item: Option<Value>,
    // What comes after it.
    next: Option<Gc<Link>>,
    // Whether the item is being read.
    reading: bool,
}

#[pymethods]
impl Link {
    // The links of items that were read, before those of `next`.
    #[new]
    #[pyo3(text_signature = "(iterable, values, next, /)")]
    fn make(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
        const PARAMETERS: Parameters =
            Parameters::new("teedataobject", "(iterable, values, next, /)", 3, 3);
        let [Some(source), Some(items), Some(next)] = PARAMETERS.bind(rt, args)? else {
            return Err(rt.type_error("teedataobject expected 3 arguments"));
        };
        let Some(items) = items.get::<ListObject>(rt).map(|items| items.items().to_vec()) else {
            let class = rt.type_name(items);
            return Err(
                rt.type_error(format!("teedataobject() argument 2 must be list, not {class}"))
            );
        };
        let mut link = match next.typed::<Link>() {
            Some(next) => next.to_gc(),
            None if singletons::is_none(&next) => Link::unread(rt, source.to_value())?,
            None => return Err(rt.type_error("next argument must be None or a teedataobject")),
        };
        for item in items.into_iter().rev() {
            rt.tick(1)?;
            let (source, item, next) = (source.to_value(), Some(item), Some(link));
            link = rt.alloc_registered(Link { source, item, next, reading: false })?;
        }
        Ok(link.into_value())
    }

    // The iterator, and the items that were read from this link on.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let source = slf.read(rt).source.clone();
        let mut next = Some(slf.to_gc());
        let mut items = rt.gather([])?;
        while let Some(link) = next {
            rt.tick(1)?;
            let Link { item: Some(item), next: after, .. } = link.read(rt) else { break };
            let (item, after) = (item.clone(), after.clone());
            items.push(item).map_err(|_| rt.memory_error())?;
            next = after;
        }
        let items = rt.list_of(items)?.into_value();
        super::reduce::parts(rt, slf.untyped(), vec![source, items, singletons::none()], None)
    }
}

impl Link {
    /// A link whose item has not been read.
    fn unread(rt: &Runtime, source: Value) -> Result<Gc<Link>> {
        rt.alloc_registered(Link { source, item: None, next: None, reading: false })
    }
}

/// One of several iterators over the same items.
#[pyclass(name = "_tee", module = "itertools", weakref)]
pub(super) struct Tee {
    link: Gc<Link>,
}

#[pymethods]
impl Tee {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    #[pyo3(signature = (iterable, /))]
    fn new(rt: &mut Runtime, iterable: Borrowed<'_>) -> Result<Tee> {
        of_iterable(rt, iterable)
    }

    /// One more iterator over the same items.
    fn __copy__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Tee> {
        of_iterable(rt, slf.untyped())
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let link = slf.read(rt).link.clone();
        let (source, item, after) = {
            let link = link.read(rt);
            (link.source.clone(), link.item.clone(), link.next.clone())
        };
        let (item, after) = match (item, after) {
            (Some(item), Some(after)) => (item, after),
            _ => match read(rt, &source, &link)? {
                Some(both) => both,
                None => return Ok(None),
            },
        };
        let old = std::mem::replace(&mut slf.write(rt).link, after);
        drop(old);
        Ok(Some(item))
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        // One over nothing, and as its state the link that is read next.
        let state = [Value::clone(&slf.read(rt).link), rt.int(0)?];
        let state = rt.tuple(state.into_iter())?.into_value();
        let nothing = rt.tuple([].into_iter())?.into_value();
        super::reduce::parts(rt, slf.untyped(), vec![nothing], Some(state))
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        super::reduce::warn(rt)?;
        // So many items on from a link.
        let state = super::reduce::state(rt, state, 2, 2)?;
        let [link, number] = state.as_slice() else { return Ok(()) };
        let Some(mut link) = link.as_ref().typed::<Link>().map(|link| link.to_gc()) else {
            let class = rt.type_name(link.as_ref());
            return Err(rt.type_error(format!(
                "function argument 1 must be itertools._tee_dataobject, not {class}"
            )));
        };
        let number = super::size(rt, number.as_ref())?;
        for _ in 0..number.max(0) {
            rt.tick(1)?;
            let Some(next) = link.read(rt).next.clone() else {
                return Err(rt.value_error("Index out of range"));
            };
            link = next;
        }
        let old = std::mem::replace(&mut slf.write(rt).link, link);
        drop(old);
        Ok(())
    }
}

/// A `_tee` over an iterable, beside it if it is one itself.
fn of_iterable(rt: &mut Runtime, iterable: Borrowed<'_>) -> Result<Tee> {
    let source = rt.iter(iterable)?;
    if let Some(tee) = source.get::<Tee>(rt) {
        return Ok(Tee { link: tee.link.clone() });
    }
    Ok(Tee { link: Link::unread(rt, source)? })
}

/// Reads the item of a link.
fn read(rt: &mut Runtime, source: &Value, link: &Gc<Link>) -> Result<Option<(Value, Gc<Link>)>> {
    if link.read(rt).reading {
        return Err(rt.runtime_error("cannot re-enter the tee iterator"));
    }
    link.write(rt).reading = true;
    let outcome = rt.next(source);
    link.write(rt).reading = false;
    let Some(item) = outcome? else { return Ok(None) };
    let after = Link::unread(rt, source.clone())?;
    let payload = link.write(rt);
    payload.item = Some(item.clone());
    payload.next = Some(after.clone());
    Ok(Some((item, after)))
}

fn tee(rt: &mut Runtime, args: Args<'_>) -> Result {
    let count = match args.get(1) {
        Some(count) => super::size(rt, count)?,
        None => 2,
    };
    let Ok(count) = usize::try_from(count) else {
        return Err(rt.value_error("n must be >= 0"));
    };
    if count == 0 {
        return rt.tuple([].into_iter()).map(Gc::into_value);
    }
    let iterator = rt.iter(args.at(0))?;
    let name = rt.intern("__copy__")?;
    let (first, copier) = match rt.lookup_attr(&iterator, &name)? {
        Some(copier) => (iterator, copier),
        None => {
            let first = of_iterable(rt, iterator.as_ref())?;
            let first = rt.admit(first)?;
            let copier = rt.getattr(&first, &name)?;
            (first, copier)
        }
    };
    let mut all = vec![first];
    while all.len() < count {
        rt.tick(1)?;
        rt.check_room(all.len() * size_of::<Value>())?;
        all.push(rt.call(&copier, ())?);
    }
    rt.tuple(all.into_iter()).map(Gc::into_value)
}

const FUNCTIONS: &[MethodSpec] = &[MethodSpec::function("tee", "($module, iterable, n=2, /)", tee)
    .doc("So many iterators over the items of one.")];

pub(super) fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    crate::module::class::<Tee>(rt, namespace)?;
    crate::module::class::<Link>(rt, namespace)?;
    crate::module::define(rt, namespace, FUNCTIONS)
}
