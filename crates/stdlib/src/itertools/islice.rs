//! `islice`: a slice of what an iterator yields.

use objmodel::slots::SlotId;
use objmodel::types::spec::SlotRow;
use objmodel::{Borrowed, Bound, CallArgs, Result, Runtime, Type, Value, singletons};
use objmodel::{pyclass, pymethods};
use objmodel_builtins::ITSELF;

/// Some of the items of an iterable, chosen by their numbers.
#[pyclass(name = "islice", module = "itertools", subclass)]
pub(super) struct Islice {
    // `None` once it ended.
    iterator: Option<Value>,
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

const STOP: &str = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";

#[pymethods]
impl Islice {
    #[row]
    const ITER: SlotRow = ITSELF;

    #[new]
    fn new(cls: &Type, rt: &mut Runtime, args: CallArgs<'_>) -> Result<Islice> {
        rt.refuse_keywords(cls, SlotId::TpInit, args)?;
        let (iterable, range) = match args.positionals() {
            [iterable, stop] => (*iterable, range(rt, None, *stop, None)?),
            [iterable, start, stop] => (*iterable, range(rt, Some(*start), *stop, None)?),
            [iterable, start, stop, step] => {
                (*iterable, range(rt, Some(*start), *stop, Some(*step))?)
            }
            other => {
                let (limit, count) = if other.len() < 2 { ("least", 2) } else { ("most", 4) };
                return Err(rt.type_error(format!(
                    "islice expected at {limit} {count} arguments, got {}",
                    other.len()
                )));
            }
        };
        Ok(Islice { iterator: Some(rt.iter(iterable)?), range })
    }

    fn __next__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<Option<Value>> {
        let Some(iterator) = slf.read(rt).iterator.clone() else { return Ok(None) };
        let outcome = item(slf, rt, &iterator);
        if !matches!(outcome, Ok(Some(_))) {
            let old = slf.write(rt).iterator.take();
            drop(old);
        }
        outcome
    }

    /// Return state information for pickling.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        super::reduce::warn(rt)?;
        let Islice { iterator, range } = slf.read(rt);
        let range = *range;
        let Some(iterator) = iterator.clone() else {
            let empty = rt.list(Vec::new())?;
            let (iterator, zero) = (rt.iter(&empty)?, rt.int(0)?);
            let parts = vec![iterator, zero.clone()];
            return super::reduce::parts(rt, slf.untyped(), parts, Some(zero));
        };
        let stop = match range.stop {
            Some(stop) => rt.int_from_usize(stop)?,
            None => singletons::none(),
        };
        let (next, step) = (rt.int_from_usize(range.next)?, rt.int_from_usize(range.step)?);
        let state = rt.int_from_usize(range.read)?;
        super::reduce::parts(rt, slf.untyped(), vec![iterator, next, stop, step], Some(state))
    }

    /// Set state information for unpickling.
    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        super::reduce::warn(rt)?;
        if rt.as_int(state).is_none() {
            return Err(rt.type_error("an integer is required"));
        }
        let read = super::size(rt, state)?;
        slf.write(rt).range.read = usize::try_from(read).unwrap_or(0);
        Ok(())
    }
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

/// The next item that is wanted. The iterator may ask for items of the slice in turn, so what was read is
/// counted in the object after each of them.
fn item(own: &Bound<'_, Islice>, rt: &mut Runtime, iterator: &Value) -> Result<Option<Value>> {
    while own.read(rt).range.read < own.read(rt).range.next {
        rt.tick(1)?;
        if rt.next(iterator)?.is_none() {
            return Ok(None);
        }
        own.write(rt).range.read += 1;
    }
    let range = &own.read(rt).range;
    if range.stop.is_some_and(|stop| range.read >= stop) {
        return Ok(None);
    }
    let item = rt.next(iterator)?;
    if item.is_some() {
        let range = &mut own.write(rt).range;
        range.read += 1;
        // Beyond the end nothing is wanted, but what lies before it is read.
        let after = range.next.saturating_add(range.step);
        range.next = range.stop.map_or(after, |stop| after.min(stop));
    }
    Ok(item)
}
