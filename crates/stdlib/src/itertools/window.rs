//! `batched` and `pairwise`: neighbours of an iterable.

use objmodel::gc::Trace;
use objmodel::{Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Type, Value};

/// The payload of `batched`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Batched {
    /// `None` once it ended.
    iterator: Option<Value>,
    #[trace(leaf)]
    size: usize,
    #[trace(leaf)]
    strict: bool,
}

impl Payload for Batched {}

const BATCHED_PARAMETERS: Parameters =
    Parameters::new("batched", "(iterable, n, *, strict=False)", 2, 2);

fn new_batched<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let [Some(iterable), Some(size), strict] = BATCHED_PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("batched() takes exactly 2 positional arguments"));
    };
    let size = super::size(rt, size)?;
    let strict = match strict {
        Some(strict) => rt.is_true(strict)?,
        None => false,
    };
    let Some(size) = usize::try_from(size).ok().filter(|size| *size > 0) else {
        return Err(rt.value_error("n must be at least one"));
    };
    let iterator = Some(rt.iter(iterable)?);
    rt.alloc(class, Batched { iterator, size, strict }).map(Gc::into_value)
}

fn next_batched(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<Batched>(rt) else { return Ok(None) };
    let (Some(iterator), size, strict) = (payload.iterator.clone(), payload.size, payload.strict)
    else {
        return Ok(None);
    };
    let mut batch = rt.gather([])?;
    while batch.len() < size {
        rt.tick(1)?;
        match rt.next(&iterator) {
            Ok(Some(item)) => batch.push(item).map_err(|_| rt.memory_error())?,
            Ok(None) => break,
            Err(raise) => {
                end_batched(rt, own);
                return Err(raise);
            }
        }
    }
    if batch.len() < size {
        end_batched(rt, own);
        if batch.is_empty() {
            return Ok(None);
        }
        if strict {
            return Err(rt.value_error("batched(): incomplete batch"));
        }
    }
    rt.tuple(batch.into_iter()).map(|batch| Some(batch.into_value()))
}

fn end_batched(rt: &mut Runtime, own: Borrowed<'_>) {
    let old = own.get_mut::<Batched>(rt).and_then(|payload| payload.iterator.take());
    drop(old);
}

super::table! {
    BATCHED, "batched", Some("(iterable, n, *, strict=False)"),
    "The items in tuples of n, the last one perhaps shorter.",
    new_batched, next_batched
}

/// The payload of `pairwise`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Pairwise {
    /// `None` once it ended.
    iterator: Option<Value>,
    before: Option<Value>,
}

impl Payload for Pairwise {}

const PAIRWISE_PARAMETERS: Parameters = Parameters::new("pairwise", "(iterable, /)", 1, 1);

fn new_pairwise<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let args = super::without_keywords(rt, class, args);
    let [Some(iterable)] = PAIRWISE_PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("pairwise expected 1 argument"));
    };
    let iterator = Some(rt.iter(iterable)?);
    rt.alloc(class, Pairwise { iterator, before: None }).map(Gc::into_value)
}

/// The next item of the iterator, if it has not ended.
fn item(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let iterator = own.get::<Pairwise>(rt).and_then(|payload| payload.iterator.clone());
    let outcome = match iterator {
        Some(iterator) => rt.next(&iterator),
        None => Ok(None),
    };
    if !matches!(outcome, Ok(Some(_)))
        && let Some(payload) = own.get_mut::<Pairwise>(rt)
    {
        let old = std::mem::replace(payload, Pairwise { iterator: None, before: None });
        drop(old);
    }
    outcome
}

fn next_pairwise(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<Pairwise>(rt) else { return Ok(None) };
    let before = match payload.before.clone() {
        Some(before) => before,
        None => {
            let Some(first) = item(rt, own)? else { return Ok(None) };
            if let Some(payload) = own.get_mut::<Pairwise>(rt) {
                let old = payload.before.replace(first.clone());
                drop(old);
            }
            first
        }
    };
    let Some(after) = item(rt, own)? else { return Ok(None) };
    if let Some(payload) = own.get_mut::<Pairwise>(rt) {
        let old = payload.before.replace(after.clone());
        drop(old);
    }
    rt.tuple([before, after].into_iter()).map(|pair| Some(pair.into_value()))
}

super::table! {
    PAIRWISE, "pairwise", Some("(iterable, /)"),
    "Each item with the one after it.",
    new_pairwise, next_pairwise
}
