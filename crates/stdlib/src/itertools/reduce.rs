//! `__reduce__` and `__setstate__` of these iterators: a call that makes one like it, and its state.

use objmodel::objects::tuple::TupleObject;
use objmodel::{Borrowed, Gc, Result, Runtime, Value};

/// Warns that taking these iterators apart ends with CPython 3.14.
///
/// # Errors
/// The warning as an exception, if it is one.
pub(super) fn warn(rt: &mut Runtime) -> Result<()> {
    let category = rt.types().deprecation_warning.clone();
    rt.warn(
        &category,
        "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.",
    )
}

/// `(type(self), arguments)`, with a third item if there is a state.
///
/// # Errors
/// `MemoryError`.
pub(super) fn parts(
    rt: &Runtime,
    own: Borrowed<'_>,
    arguments: Vec<Value>,
    state: Option<Value>,
) -> Result {
    let class = Value::clone(&rt.type_of(own));
    let arguments = rt.tuple(arguments.into_iter())?.into_value();
    let parts: Vec<Value> = [class, arguments].into_iter().chain(state).collect();
    rt.tuple(parts.into_iter()).map(Gc::into_value)
}

/// A tuple of numbers.
///
/// # Errors
/// `MemoryError`.
pub(super) fn numbers(rt: &Runtime, numbers: &[usize]) -> Result {
    rt.tick(numbers.len() / 8)?;
    let numbers: Result<Vec<Value>> = numbers.iter().map(|n| rt.int_from_usize(*n)).collect();
    rt.tuple(numbers?.into_iter()).map(Gc::into_value)
}

/// The items of a state, of which there must be `least` to `most`.
///
/// # Errors
/// `TypeError`.
pub(super) fn state(
    rt: &Runtime,
    given: Borrowed<'_>,
    least: usize,
    most: usize,
) -> Result<Vec<Value>> {
    let Some(tuple) = given.get::<TupleObject>(rt) else {
        return Err(rt.type_error("state is not a tuple"));
    };
    let items = tuple.items().to_vec();
    let count = items.len();
    if (least..=most).contains(&count) {
        return Ok(items);
    }
    let (limit, bound) = match (least == most, count < least) {
        (true, _) => ("exactly", least),
        (_, true) => ("at least", least),
        _ => ("at most", most),
    };
    let s = if bound == 1 { "" } else { "s" };
    Err(rt.type_error(format!("function takes {limit} {bound} argument{s} ({count} given)")))
}

/// Indices out of a tuple of so many numbers, each cut to what is below its limit.
///
/// # Errors
/// `ValueError` for another count, `TypeError` for what are no numbers.
pub(super) fn indices(
    rt: &mut Runtime,
    given: Borrowed<'_>,
    limits: &[usize],
) -> Result<Vec<usize>> {
    let numbers = match given.get::<TupleObject>(rt) {
        Some(tuple) if tuple.items().len() == limits.len() => tuple.items().to_vec(),
        _ => return Err(rt.value_error("invalid arguments")),
    };
    let mut indices = Vec::with_capacity(limits.len());
    for (number, limit) in numbers.iter().zip(limits) {
        if rt.as_int(number.as_ref()).is_none() {
            return Err(rt.type_error("an integer is required"));
        }
        let number = super::size(rt, number.as_ref())?;
        indices.push(usize::try_from(number).unwrap_or(0).min(limit.saturating_sub(1)));
    }
    Ok(indices)
}
