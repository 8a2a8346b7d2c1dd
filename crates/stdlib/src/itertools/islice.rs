//! `islice`: a slice of what an iterator yields.

use objmodel::gc::Trace;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value, singletons};

/// The payload of `islice`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Islice {
    /// `None` once it ended.
    iterator: Option<Value>,
    #[trace(leaf)]
    range: Range,
}

/// Which items are wanted.
#[derive(Clone, Copy)]
struct Range {
    /// The number of the next item that is wanted.
    next: usize,
    stop: Option<usize>,
    step: usize,
    /// How many items were read.
    read: usize,
}

impl Payload for Islice {}

const STOP: &str = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    super::forbid_keywords(rt, class, args)?;
    let (iterable, range) = match args.positionals() {
        [iterable, stop] => (*iterable, range(rt, None, *stop, None)?),
        [iterable, start, stop] => (*iterable, range(rt, Some(*start), *stop, None)?),
        [iterable, start, stop, step] => (*iterable, range(rt, Some(*start), *stop, Some(*step))?),
        other => {
            let (limit, count) = if other.len() < 2 { ("least", 2) } else { ("most", 4) };
            return Err(rt.type_error(format!(
                "islice expected at {limit} {count} arguments, got {}",
                other.len()
            )));
        }
    };
    let iterator = Some(rt.iter(iterable)?);
    rt.alloc(class, Islice { iterator, range }).map(Gc::into_value)
}

fn range(
    rt: &mut Runtime,
    start: Option<Borrowed<'_>>,
    stop: Borrowed<'_>,
    step: Option<Borrowed<'_>>,
) -> Result<Range> {
    let next = match start {
        Some(start) => number(rt, start, 0)?,
        None => Some(0),
    };
    let stop = match number(rt, stop, isize::MIN)? {
        Some(isize::MIN) => None,
        None | Some(-1) => return Err(rt.value_error(STOP)),
        Some(stop) => Some(stop),
    };
    let negative = stop.is_some_and(|stop| stop < 0);
    let next = match next.unwrap_or(-1) {
        next @ 0.. if !negative => next as usize,
        _ => {
            return Err(rt.value_error(
                "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.",
            ));
        }
    };
    let step = match step {
        Some(step) => number(rt, step, 1)?,
        None => Some(1),
    };
    let Some(step @ 1..) = step else {
        return Err(rt.value_error("Step for islice() must be a positive integer or None."));
    };
    Ok(Range { next, stop: stop.map(|stop| stop as usize), step: step as usize, read: 0 })
}

/// A number, or what stands for `None`; nothing if it is no number.
fn number(rt: &mut Runtime, value: Borrowed<'_>, none: isize) -> Result<Option<isize>> {
    if singletons::is_none(&value) {
        return Ok(Some(none));
    }
    match super::size(rt, value) {
        Ok(number) => Ok(Some(number)),
        Err(raise) if raise.halt().is_some() => Err(raise),
        Err(_) => Ok(None),
    }
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<Islice>(rt) else { return Ok(None) };
    let Some(iterator) = payload.iterator.clone() else { return Ok(None) };
    let outcome = item(rt, own, &iterator);
    if !matches!(outcome, Ok(Some(_)))
        && let Some(payload) = own.get_mut::<Islice>(rt)
    {
        let old = payload.iterator.take();
        drop(old);
    }
    outcome
}

/// The next item that is wanted. The iterator may ask for items of the slice in turn, so what was read is
/// counted in the object after each of them.
fn item(rt: &mut Runtime, own: Borrowed<'_>, iterator: &Value) -> Result<Option<Value>> {
    while own.get::<Islice>(rt).is_some_and(|slice| slice.range.read < slice.range.next) {
        rt.tick(1)?;
        if rt.next(iterator)?.is_none() {
            return Ok(None);
        }
        if let Some(slice) = own.get_mut::<Islice>(rt) {
            slice.range.read += 1;
        }
    }
    let ended = |range: &Range| range.stop.is_some_and(|stop| range.read >= stop);
    if own.get::<Islice>(rt).is_none_or(|slice| ended(&slice.range)) {
        return Ok(None);
    }
    let item = rt.next(iterator)?;
    if item.is_some()
        && let Some(slice) = own.get_mut::<Islice>(rt)
    {
        let range = &mut slice.range;
        range.read += 1;
        // Beyond the end nothing is wanted, but what lies before it is read.
        let after = range.next.saturating_add(range.step);
        range.next = range.stop.map_or(after, |stop| after.min(stop));
    }
    Ok(item)
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    let Some(payload) = args.at(0).get::<Islice>(rt) else { return Ok(singletons::none()) };
    let (iterator, range) = (payload.iterator.clone(), payload.range);
    let Some(iterator) = iterator else {
        let empty = rt.list(Vec::new())?;
        let (iterator, zero) = (rt.iter(&empty)?, rt.int(0)?);
        return super::reduce::parts(rt, args.at(0), vec![iterator, zero.clone()], Some(zero));
    };
    let stop = match range.stop {
        Some(stop) => rt.int_from_usize(stop)?,
        None => singletons::none(),
    };
    let (next, step) = (rt.int_from_usize(range.next)?, rt.int_from_usize(range.step)?);
    let state = rt.int_from_usize(range.read)?;
    super::reduce::parts(rt, args.at(0), vec![iterator, next, stop, step], Some(state))
}

fn set_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    super::reduce::warn(rt)?;
    if rt.as_int(args.at(1)).is_none() {
        return Err(rt.type_error("an integer is required"));
    }
    let read = super::size(rt, args.at(1))?;
    if let Some(payload) = args.at(0).get_mut::<Islice>(rt) {
        payload.range.read = usize::try_from(read).unwrap_or(0);
    }
    Ok(singletons::none())
}

super::table! {
    ISLICE, "islice", None,
    "Some of the items of an iterable, chosen by their numbers.",
    new, next,
    methods: [super::reduces!(reduce), super::restores!(set_state)],
}
