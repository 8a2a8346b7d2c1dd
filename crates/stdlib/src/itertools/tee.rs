//! `tee`: several iterators over what one iterator yields.
//!
//! The items that some of them still have to yield form a chain of links. Each iterator holds the
//! link that it reads next, so what all have read dies.

use objmodel::gc::Trace;
use objmodel::objects::dict::Dict;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Type, Value};

/// One item, if it was read, and what comes after it.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Link {
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
    source: Value,
    link: Gc<Link>,
}

impl Payload for Tee {}

const LINK: ClassSpec = ClassSpec {
    name: "itertools._tee_dataobject",
    doc: Some("An item that several iterators yield."),
    subclassable: false,
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
        let beside = Tee { source: tee.source.clone(), link: tee.link.clone() };
        return rt.alloc(class, beside).map(Gc::into_value);
    }
    let link = rt.alloc_registered(Link { item: None, next: None, reading: false })?;
    rt.alloc(class, Tee { source, link }).map(Gc::into_value)
}

fn copy(rt: &mut Runtime, args: Args<'_>) -> Result {
    let class = rt.type_of(args.at(0)).to_gc();
    of_iterable(rt, &class, args.at(0))
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(tee) = own.get::<Tee>(rt) else { return Ok(None) };
    let (source, link) = (tee.source.clone(), tee.link.clone());
    let (item, after) = {
        let link = link.read(rt);
        (link.item.clone(), link.next.clone())
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
    let after = rt.alloc_registered(Link { item: None, next: None, reading: false })?;
    let payload = link.write(rt);
    payload.item = Some(item.clone());
    payload.next = Some(after.clone());
    Ok(Some((item, after)))
}

super::table! {
    TEE, "_tee", Some("(iterable, /)"),
    "One of several iterators over the same items.",
    new, next,
    methods: [MethodSpec::method("__copy__", "($self, /)", copy)
        .doc("One more iterator over the same items.")],
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
