//! `tee`: several iterators over what one iterator yields.
//!
//! The items that some of them still have to yield form a chain of links. Each iterator holds the
//! link that it reads next, so what all have read dies.

use objmodel::gc::Trace;
use objmodel::objects::dict::Dict;
use objmodel::objects::list::ListObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Type, Value, singletons,
};

/// One item, if it was read, and what comes after it.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Link {
    source: Value,
    item: Option<Value>,
    next: Option<Gc<Link>>,
    /// Whether the item is being read.
    #[trace(leaf)]
    reading: bool,
}

impl Payload for Link {}

/// The payload of `_tee`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Tee {
    link: Gc<Link>,
}

impl Payload for Tee {}

impl Link {
    /// A link whose item has not been read.
    fn unread(rt: &mut Runtime, source: Value) -> Result<Gc<Link>> {
        rt.alloc_registered(Link { source, item: None, next: None, reading: false })
    }
}

/// `_tee_dataobject(iterator, items, next)`: the links of items that were read, before those of
/// `next`.
fn new_link<'a>(rt: &mut Runtime, _: &Type, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters =
        Parameters::new("teedataobject", "(iterable, values, next, /)", 3, 3);
    let [Some(source), Some(items), Some(next)] = PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("teedataobject expected 3 arguments"));
    };
    let Some(items) = items.get::<ListObject>(rt).map(|items| items.items().to_vec()) else {
        let class = rt.type_name(items);
        return Err(rt.type_error(format!("teedataobject() argument 2 must be list, not {class}")));
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

/// The iterator, and the items that were read from this link on.
fn reduce_link(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let mut next = args.at(0).typed::<Link>().map(|link| link.to_gc());
    let source = args.at(0).get::<Link>(rt).map(|link| link.source.clone());
    let mut items = rt.gather([])?;
    while let Some(link) = next {
        rt.tick(1)?;
        let Link { item: Some(item), next: after, .. } = link.read(rt) else { break };
        let (item, after) = (item.clone(), after.clone());
        items.push(item).map_err(|_| rt.memory_error())?;
        next = after;
    }
    let items = rt.list_of(items)?.into_value();
    let source = source.unwrap_or_else(singletons::none);
    super::reduce::parts(rt, args.at(0), vec![source, items, singletons::none()], None)
}

const LINK: ClassSpec = ClassSpec {
    name: "itertools._tee_dataobject",
    doc: Some("An item that several iterators yield."),
    text_signature: Some("(iterable, values, next, /)"),
    subclassable: false,
    slots: &[(SlotId::TpNew, SlotFn::New(new_link))],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce_link)],
    ..ClassSpec::DEFAULT
};

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters = Parameters::new("_tee", "(iterable, /)", 1, 1);
    let [Some(iterable)] = PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("_tee expected 1 argument"));
    };
    of_iterable(rt, class, iterable)
}

/// A `_tee` over an iterable, beside it if it is one itself.
fn of_iterable(rt: &mut Runtime, class: &Type, iterable: Borrowed<'_>) -> Result {
    let source = rt.iter(iterable)?;
    if let Some(tee) = source.get::<Tee>(rt) {
        let beside = Tee { link: tee.link.clone() };
        return rt.alloc(class, beside).map(Gc::into_value);
    }
    let link = Link::unread(rt, source)?;
    rt.alloc(class, Tee { link }).map(Gc::into_value)
}

fn copy(rt: &mut Runtime, args: Args<'_>) -> Result {
    let class = rt.type_of(args.at(0)).to_gc();
    of_iterable(rt, &class, args.at(0))
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(tee) = own.get::<Tee>(rt) else { return Ok(None) };
    let link = tee.link.clone();
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
    if let Some(tee) = own.get_mut::<Tee>(rt) {
        let old = std::mem::replace(&mut tee.link, after);
        drop(old);
    }
    Ok(Some(item))
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

/// One over nothing, and as its state the link that is read next.
fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let link = args.at(0).get::<Tee>(rt).map(|tee| Value::clone(&tee.link));
    let state = [link.unwrap_or_else(singletons::none), rt.int(0)?];
    let state = rt.tuple(state.into_iter())?.into_value();
    let nothing = rt.tuple([].into_iter())?.into_value();
    super::reduce::parts(rt, args.at(0), vec![nothing], Some(state))
}

/// `__setstate__((link, number))`: so many items on from a link.
fn set_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let state = super::reduce::state(rt, args.at(1), 2, 2)?;
    let [link, number] = state.as_slice() else { return Ok(singletons::none()) };
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
    if let Some(tee) = args.at(0).get_mut::<Tee>(rt) {
        let old = std::mem::replace(&mut tee.link, link);
        drop(old);
    }
    Ok(singletons::none())
}

super::table! {
    TEE, "_tee", Some("(iterable, /)"),
    "One of several iterators over the same items.",
    new, next,
    methods: [
        MethodSpec::method("__copy__", "($self, /)", copy)
            .doc("One more iterator over the same items."),
        super::reduces!(reduce),
        super::restores!(set_state)
    ],
}

/// What is listed for scripts: the type is not to be derived from, and can be weakly referenced.
const TEE_TYPE: ClassSpec = ClassSpec { subclassable: false, weakref: true, ..TEE };

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
    let Some(class) = rt.type_for::<Tee>().cloned() else {
        return Err(rt.system_error("itertools._tee is not registered"));
    };
    let iterator = rt.iter(args.at(0))?;
    let name = rt.intern("__copy__")?;
    let (first, copier) = match rt.lookup_attr(&iterator, &name)? {
        Some(copier) => (iterator, copier),
        None => {
            let first = of_iterable(rt, &class, iterator.as_ref())?;
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
    crate::module::class::<Tee>(rt, namespace, &TEE_TYPE)?;
    crate::module::class::<Link>(rt, namespace, &LINK)?;
    crate::module::define(rt, namespace, FUNCTIONS)
}
