//! `accumulate` and `starmap`: a function applied along an iterable.

use objmodel::gc::Trace;
use objmodel::objects::tuple::TupleObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Type, Value, singletons,
};

/// The payload of `accumulate`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Accumulate {
    iterator: Value,
    function: Option<Value>,
    initial: Option<Value>,
    total: Option<Value>,
}

impl Payload for Accumulate {}

const ACCUMULATE_PARAMETERS: Parameters =
    Parameters::new("accumulate", "(iterable, func=None, *, initial=None)", 1, 2);

fn new_accumulate<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let [iterable, function, initial] = ACCUMULATE_PARAMETERS.bind(rt, args)?;
    let Some(iterable) = iterable else {
        return Err(rt.type_error("accumulate() needs an iterable"));
    };
    let given = |value: Option<Borrowed<'_>>| {
        value.filter(|value| !singletons::is_none(value)).map(Borrowed::to_value)
    };
    let payload = Accumulate {
        iterator: rt.iter(iterable)?,
        function: given(function),
        initial: given(initial),
        total: None,
    };
    rt.alloc(class, payload).map(Gc::into_value)
}

fn next_accumulate(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get_mut::<Accumulate>(rt) else { return Ok(None) };
    if let Some(initial) = payload.initial.take() {
        payload.total = Some(initial.clone());
        return Ok(Some(initial));
    }
    let (iterator, function) = (payload.iterator.clone(), payload.function.clone());
    let Some(item) = rt.next(&iterator)? else { return Ok(None) };
    let before = own.get::<Accumulate>(rt).and_then(|payload| payload.total.clone());
    let total = match (before, function) {
        (None, _) => item,
        (Some(before), None) => rt.add(&before, &item)?,
        (Some(before), Some(function)) => rt.call(&function, [before.as_ref(), item.as_ref()])?,
    };
    if let Some(payload) = own.get_mut::<Accumulate>(rt) {
        let old = payload.total.replace(total.clone());
        drop(old);
    }
    Ok(Some(total))
}

/// A total of `None` cannot be told from none as a state: a slice leaves it out.
fn reduce_accumulate(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(payload) = args.at(0).get::<Accumulate>(rt) else { return Ok(singletons::none()) };
    let mut iterator = payload.iterator.clone();
    let function = payload.function.clone().unwrap_or_else(singletons::none);
    let (initial, total) = (payload.initial.clone(), payload.total.clone());
    if initial.is_some() || total.as_ref().is_some_and(|total| singletons::is_none(&total.as_ref()))
    {
        let before = initial.clone().unwrap_or_else(singletons::none);
        let before = rt.tuple([before].into_iter())?.into_value();
        let chain = super::class_named(rt, "chain")?;
        iterator = rt.call(&chain, [before.as_ref(), iterator.as_ref()])?;
    }
    if initial.is_none() && total.as_ref().is_some_and(|total| singletons::is_none(&total.as_ref()))
    {
        let class = Value::clone(&rt.type_of(args.at(0)));
        let again = rt.call(&class, [iterator.as_ref(), function.as_ref()])?;
        let islice = super::class_named(rt, "islice")?;
        let one = rt.int(1)?;
        let arguments = rt.tuple([again, one, singletons::none()].into_iter())?.into_value();
        return rt.tuple([islice, arguments].into_iter()).map(Gc::into_value);
    }
    let state = if initial.is_some() { None } else { total };
    let state = state.unwrap_or_else(singletons::none);
    super::reduce::parts(rt, args.at(0), vec![iterator, function], Some(state))
}

fn restore_accumulate(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let total = (!singletons::is_none(&args.at(1))).then(|| args.at(1).to_value());
    if let Some(payload) = args.at(0).get_mut::<Accumulate>(rt) {
        let old = std::mem::replace(&mut payload.total, total);
        drop(old);
    }
    Ok(singletons::none())
}

super::table! {
    ACCUMULATE, "accumulate", Some("(iterable, func=None, *, initial=None)"),
    "Running totals: each item added to the sum of those before it.",
    new_accumulate, next_accumulate,
    methods: [super::reduces!(reduce_accumulate), super::restores!(restore_accumulate)],
}

/// The payload of `starmap`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct StarMap {
    function: Value,
    iterator: Value,
}

impl Payload for StarMap {}

const STAR_MAP_PARAMETERS: Parameters = Parameters::new("starmap", "(function, iterable, /)", 2, 2);

fn new_star_map<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let args = super::without_keywords(rt, class, args);
    let [Some(function), Some(iterable)] = STAR_MAP_PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("starmap expected 2 arguments"));
    };
    let payload = StarMap { iterator: rt.iter(iterable)?, function: function.to_value() };
    rt.alloc(class, payload).map(Gc::into_value)
}

fn next_star_map(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<StarMap>(rt) else { return Ok(None) };
    let (iterator, function) = (payload.iterator.clone(), payload.function.clone());
    let Some(row) = rt.next(&iterator)? else { return Ok(None) };
    let items = match row.get::<TupleObject>(rt) {
        Some(tuple) => rt.gather(tuple.items().iter().cloned())?,
        None => rt.collect(&row)?,
    };
    let args = objmodel::gc::refs(&items);
    rt.call_with(function.as_ref(), CallArgs::positional(args)).map(Some)
}

fn reduce_star_map(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(payload) = args.at(0).get::<StarMap>(rt) else { return Ok(singletons::none()) };
    let parts = vec![payload.function.clone(), payload.iterator.clone()];
    super::reduce::parts(rt, args.at(0), parts, None)
}

super::table! {
    STAR_MAP, "starmap", Some("(function, iterable, /)"),
    "What the function returns for each tuple of arguments.",
    new_star_map, next_star_map,
    methods: [super::reduces!(reduce_star_map)],
}
