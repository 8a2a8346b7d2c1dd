//! `count`, `cycle` and `repeat`: iterators that need not end.

use objmodel::gc::Trace;
use objmodel::objects::list::{List, ListObject};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::MethodSpec;
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Type, Value, singletons,
};

/// The payload of `count`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Count {
    next: Value,
    step: Value,
}

impl Payload for Count {}

const COUNT_PARAMETERS: Parameters = Parameters::new("count", "(start=0, step=1)", 0, 2);

fn new_count<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let [start, step] = COUNT_PARAMETERS.bind(rt, args)?;
    if [start, step].iter().flatten().any(|number| !super::is_number(rt, *number)) {
        return Err(rt.type_error("a number is required"));
    }
    let or = |given: Option<Borrowed<'_>>, default| match given {
        Some(given) => Ok(given.to_value()),
        None => rt.int(default),
    };
    let mut payload = Count { next: or(start, 0)?, step: or(step, 1)? };
    // By ones it counts in plain integers, also from a boolean on.
    if payload.step.as_small_int() == Some(1)
        && let Some(start) = rt.as_int(payload.next.as_ref()).and_then(|start| start.to_i64())
    {
        payload.next = rt.int(start)?;
    }
    rt.alloc(class, payload).map(Gc::into_value)
}

fn next_count(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<Count>(rt) else { return Ok(None) };
    let (value, step) = (payload.next.clone(), payload.step.clone());
    let next = rt.add(&value, &step)?;
    if let Some(payload) = own.get_mut::<Count>(rt) {
        let old = std::mem::replace(&mut payload.next, next);
        drop(old);
    }
    Ok(Some(value))
}

fn repr_count(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let Some(payload) = own.get::<Count>(rt) else { return rt.str("").map(Gc::into_value) };
    let (next, step) = (payload.next.clone(), payload.step.clone());
    let name = rt.type_of(own).read(rt).name().to_owned();
    let next = rt.repr(&next)?.read(rt).as_str().into_owned();
    let by_one = step.as_small_int() == Some(1);
    let text = match by_one {
        true => format!("{name}({next})"),
        false => {
            let step = rt.repr(&step)?;
            format!("{name}({next}, {})", step.read(rt).as_str())
        }
    };
    rt.str(&text).map(Gc::into_value)
}

fn reduce_count(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(payload) = args.at(0).get::<Count>(rt) else { return Ok(singletons::none()) };
    let (next, step) = (payload.next.clone(), payload.step.clone());
    let plain = step.as_small_int() == Some(1) && next.as_small_int().is_some();
    let parts = if plain { vec![next] } else { vec![next, step] };
    super::reduce::parts(rt, args.at(0), parts, None)
}

super::table! {
    COUNT, "count", Some("(start=0, step=1)"),
    "Numbers from a start on, without end.",
    new_count, next_count,
    slots: [(SlotId::TpRepr, SlotFn::Unary(repr_count))],
    methods: [super::reduces!(reduce_count)],
}

/// The payload of `cycle`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Cycle {
    /// `None` once it ended.
    iterator: Option<Value>,
    saved: List,
    #[trace(leaf)]
    at: usize,
    /// Whether the iterator's items are saved already.
    #[trace(leaf)]
    passed: bool,
}

impl Payload for Cycle {}

const CYCLE_PARAMETERS: Parameters = Parameters::new("cycle", "(iterable, /)", 1, 1);

fn new_cycle<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let args = super::without_keywords(rt, class, args);
    let [Some(iterable)] = CYCLE_PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("cycle expected 1 argument"));
    };
    let iterator = Some(rt.iter(iterable)?);
    let saved = rt.list(Vec::new())?;
    rt.alloc(class, Cycle { iterator, saved, at: 0, passed: false }).map(Gc::into_value)
}

fn next_cycle(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<Cycle>(rt) else { return Ok(None) };
    let saved = payload.saved.clone();
    if let Some(iterator) = payload.iterator.clone() {
        if let Some(item) = rt.next(&iterator)? {
            if own.get::<Cycle>(rt).is_some_and(|payload| payload.passed) {
                return Ok(Some(item));
            }
            let kept = item.clone();
            rt.grow(&saved, |saved, meter| saved.push(meter, kept))?;
            return Ok(Some(item));
        }
        if let Some(payload) = own.get_mut::<Cycle>(rt) {
            let old = payload.iterator.take();
            drop(old);
        }
    }
    let at = own.get::<Cycle>(rt).map_or(0, |payload| payload.at);
    let (item, count) = {
        let items = saved.read(rt).items();
        (items.get(at).cloned(), items.len())
    };
    if let Some(payload) = own.get_mut::<Cycle>(rt) {
        payload.at = if at + 1 < count { at + 1 } else { 0 };
    }
    Ok(item)
}

fn reduce_cycle(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(payload) = args.at(0).get::<Cycle>(rt) else { return Ok(singletons::none()) };
    let (iterator, saved, at) = (payload.iterator.clone(), payload.saved.clone(), payload.at);
    let saved = Value::clone(&saved);
    let begun = iterator.is_none();
    let iterator = match iterator {
        Some(iterator) => iterator,
        None => {
            // What is left of this round comes first.
            let rest = rt.iter(&saved)?;
            let (name, at) = (rt.intern("__setstate__")?, rt.int_from_usize(at)?);
            rt.call_method(&rest, &name, [at.as_ref()])?;
            rest
        }
    };
    let state = [saved, singletons::bool(begun)];
    let state = rt.tuple(state.into_iter())?.into_value();
    super::reduce::parts(rt, args.at(0), vec![iterator], Some(state))
}

fn restore_cycle(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let state = super::reduce::state(rt, args.at(1), 2, 2)?;
    let [saved, first] = &state[..] else { return Ok(singletons::none()) };
    let Ok(saved) = saved.clone().downcast::<ListObject>() else {
        let class = rt.type_name(saved.as_ref());
        return Err(rt.type_error(format!("argument 1 must be list, not {class}")));
    };
    let passed = super::size(rt, first.as_ref())? != 0;
    if let Some(payload) = args.at(0).get_mut::<Cycle>(rt) {
        payload.passed = passed;
        payload.at = 0;
        let old = std::mem::replace(&mut payload.saved, saved);
        drop(old);
    }
    Ok(singletons::none())
}

super::table! {
    CYCLE, "cycle", Some("(iterable, /)"),
    "The items of an iterable, over and over.",
    new_cycle, next_cycle,
    methods: [super::reduces!(reduce_cycle), super::restores!(restore_cycle)],
}

/// The payload of `repeat`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Repeat {
    item: Value,
    /// How many times are left, if not endlessly many.
    #[trace(leaf)]
    left: Option<usize>,
}

impl Payload for Repeat {}

const REPEAT_PARAMETERS: Parameters = Parameters::new("repeat", "(object, times=None)", 1, 2);

fn new_repeat<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let [item, times] = REPEAT_PARAMETERS.bind(rt, args)?;
    let Some(item) = item else { return Err(rt.type_error("repeat() needs an object")) };
    let left = match times {
        Some(times) => Some(usize::try_from(super::size(rt, times)?).unwrap_or(0)),
        None => None,
    };
    rt.alloc(class, Repeat { item: item.to_value(), left }).map(Gc::into_value)
}

fn next_repeat(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get_mut::<Repeat>(rt) else { return Ok(None) };
    match &mut payload.left {
        Some(0) => return Ok(None),
        Some(left) => *left -= 1,
        None => {}
    }
    Ok(Some(payload.item.clone()))
}

fn length_hint(rt: &mut Runtime, args: Args<'_>) -> Result {
    match args.at(0).get::<Repeat>(rt).and_then(|payload| payload.left) {
        Some(left) => rt.int_from_usize(left),
        None => Err(rt.type_error("len() of unsized object")),
    }
}

fn repr_repeat(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let Some(payload) = own.get::<Repeat>(rt) else { return rt.str("").map(Gc::into_value) };
    let (item, left) = (payload.item.clone(), payload.left);
    let name = rt.type_of(own).read(rt).name().to_owned();
    let item = rt.repr(&item)?.read(rt).as_str().into_owned();
    let text = match left {
        Some(left) => format!("{name}({item}, {left})"),
        None => format!("{name}({item})"),
    };
    rt.str(&text).map(Gc::into_value)
}

fn reduce_repeat(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(payload) = args.at(0).get::<Repeat>(rt) else { return Ok(singletons::none()) };
    let (mut parts, left) = (vec![payload.item.clone()], payload.left);
    if let Some(left) = left {
        parts.push(rt.int_from_usize(left)?);
    }
    super::reduce::parts(rt, args.at(0), parts, None)
}

super::table! {
    REPEAT, "repeat", None,
    "One object, so many times or without end.",
    new_repeat, next_repeat,
    slots: [(SlotId::TpRepr, SlotFn::Unary(repr_repeat))],
    methods: [super::reduces!(reduce_repeat), MethodSpec::method("__length_hint__", "($self, /)", length_hint)
        .doc("How many items are left.")],
}
