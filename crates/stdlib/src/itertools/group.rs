//! `groupby`: runs of items with equal keys.

use objmodel::gc::Trace;
use objmodel::types::spec::MethodSpec;
use objmodel::{
    Args, Borrowed, CallArgs, CompareOp, Gc, Parameters, Payload, Result, Runtime, Type, Value,
    singletons,
};

/// The payload of `groupby`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct GroupBy {
    iterator: Value,
    function: Option<Value>,
    /// The key of the group that was begun last.
    target: Option<Value>,
    /// The item that was read last, and its key, unless a group took them.
    current: Option<(Value, Value)>,
    /// Counts the groups: only the latest yields items.
    #[trace(leaf)]
    serial: u64,
}

impl Payload for GroupBy {}

const PARAMETERS: Parameters = Parameters::new("groupby", "(iterable, key=None)", 1, 2);

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let [iterable, function] = PARAMETERS.bind(rt, args)?;
    let Some(iterable) = iterable else { return Err(rt.type_error("groupby() needs an iterable")) };
    let function =
        function.filter(|function| !singletons::is_none(function)).map(Borrowed::to_value);
    let iterator = rt.iter(iterable)?;
    let payload = GroupBy { iterator, function, target: None, current: None, serial: 0 };
    rt.alloc(class, payload).map(Gc::into_value)
}

/// Reads an item; whether there was one.
fn advance(rt: &mut Runtime, own: Borrowed<'_>) -> Result<bool> {
    let Some(payload) = own.get::<GroupBy>(rt) else { return Ok(false) };
    let (iterator, function) = (payload.iterator.clone(), payload.function.clone());
    let Some(item) = rt.next(&iterator)? else { return Ok(false) };
    let key = match function {
        Some(function) => rt.call(&function, [item.as_ref()])?,
        None => item.clone(),
    };
    if let Some(payload) = own.get_mut::<GroupBy>(rt) {
        let old = payload.current.replace((item, key));
        drop(old);
    }
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

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    if let Some(payload) = own.get_mut::<GroupBy>(rt) {
        payload.serial += 1;
    }
    loop {
        let Some(payload) = own.get::<GroupBy>(rt) else { return Ok(None) };
        let (current, target) = (payload.current.clone(), payload.target.clone());
        match (current, target) {
            (Some(_), None) => break,
            (Some((_, key)), Some(target)) if !continues(rt, &target, &key)? => break,
            _ => {}
        }
        rt.tick(1)?;
        if !advance(rt, own)? {
            return Ok(None);
        }
    }
    let Some(payload) = own.get_mut::<GroupBy>(rt) else { return Ok(None) };
    let Some((_, key)) = payload.current.clone() else { return Ok(None) };
    let old = payload.target.replace(key.clone());
    let serial = payload.serial;
    drop(old);
    let grouper = Grouper { parent: own.to_value(), target: key.clone(), serial };
    let grouper = rt.alloc_registered(grouper)?.into_value();
    rt.tuple([key, grouper].into_iter()).map(|pair| Some(pair.into_value()))
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(payload) = args.at(0).get::<GroupBy>(rt) else { return Ok(singletons::none()) };
    let function = payload.function.clone().unwrap_or_else(singletons::none);
    let parts = vec![payload.iterator.clone(), function];
    let state = match (payload.current.clone(), payload.target.clone()) {
        (Some((item, key)), Some(target)) => {
            Some(rt.tuple([item, target, key].into_iter())?.into_value())
        }
        _ => None,
    };
    super::reduce::parts(rt, args.at(0), parts, state)
}

fn set_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let state = super::reduce::state(rt, args.at(1), 3, 3)?;
    let [item, target, key] = &state[..] else { return Ok(singletons::none()) };
    if let Some(payload) = args.at(0).get_mut::<GroupBy>(rt) {
        let old = payload.current.replace((item.clone(), key.clone()));
        let former = payload.target.replace(target.clone());
        drop((old, former));
    }
    Ok(singletons::none())
}

super::table! {
    GROUP_BY, "groupby", Some("(iterable, key=None)"),
    "Runs of items with equal keys, each as a key and an iterator.",
    new, next,
    methods: [super::reduces!(reduce), super::restores!(set_state)],
}

/// The payload of a group, which shares the items with its `groupby`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Grouper {
    parent: Value,
    target: Value,
    #[trace(leaf)]
    serial: u64,
}

impl Payload for Grouper {}

const GROUPER_PARAMETERS: Parameters = Parameters::new("_grouper", "(parent, tgtkey, /)", 2, 2);

fn new_grouper<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let args = super::without_keywords(rt, class, args);
    let [Some(parent), Some(target)] = GROUPER_PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("_grouper expected 2 arguments"));
    };
    let serial = match parent.get_mut::<GroupBy>(rt) {
        Some(payload) => {
            payload.serial += 1;
            payload.serial
        }
        None => {
            let class = rt.type_name(parent);
            return Err(rt.type_error(format!(
                "_grouper() argument 1 must be itertools.groupby, not {class}"
            )));
        }
    };
    let payload = Grouper { parent: parent.to_value(), target: target.to_value(), serial };
    rt.alloc(class, payload).map(Gc::into_value)
}

fn next_grouper(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(group) = own.get::<Grouper>(rt) else { return Ok(None) };
    let (parent, target, serial) = (group.parent.clone(), group.target.clone(), group.serial);
    let Some(payload) = parent.get::<GroupBy>(rt) else { return Ok(None) };
    if payload.serial != serial {
        return Ok(None);
    }
    if payload.current.is_none() && !advance(rt, parent.as_ref())? {
        return Ok(None);
    }
    let key = parent.get::<GroupBy>(rt).and_then(|p| p.current.as_ref().map(|(_, k)| k.clone()));
    let Some(key) = key else { return Ok(None) };
    if !continues(rt, &target, &key)? {
        return Ok(None);
    }
    let taken = parent.get_mut::<GroupBy>(rt).and_then(|payload| payload.current.take());
    Ok(taken.map(|(item, _)| item))
}

fn reduce_grouper(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(group) = args.at(0).get::<Grouper>(rt) else { return Ok(singletons::none()) };
    let (parent, target, serial) = (group.parent.clone(), group.target.clone(), group.serial);
    if parent.get::<GroupBy>(rt).is_some_and(|payload| payload.serial == serial) {
        return super::reduce::parts(rt, args.at(0), vec![parent, target], None);
    }
    let iter = rt.builtin("iter").unwrap_or_else(singletons::none);
    let nothing = rt.tuple([].into_iter())?.into_value();
    let arguments = rt.tuple([nothing].into_iter())?.into_value();
    rt.tuple([iter, arguments].into_iter()).map(Gc::into_value)
}

super::table! {
    GROUPER, "_grouper", None, "A group of groupby.", new_grouper, next_grouper,
    methods: [super::reduces!(reduce_grouper)],
}
