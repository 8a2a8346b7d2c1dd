//! `a, b = x` and `a, *b = x`.

use objmodel::objects::list::ListObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::{Ref, Result, Runtime, Value};

use super::frame::{Registers, put};

/// Puts the items of `value` into `count` registers from `first` on.
pub(super) fn exactly(
    rt: &mut Runtime,
    registers: &mut Registers,
    value: Ref<'_>,
    first: u8,
    count: usize,
) -> Result<()> {
    if let Some(items) = exact_items(rt, value) {
        if items.len() != count {
            return Err(wrong_count(rt, items.len(), count));
        }
        for (offset, item) in items.iter().enumerate() {
            put(registers, first.wrapping_add(offset as u8), item.clone());
        }
        return Ok(());
    }
    let iterator = iterator(rt, value)?;
    for offset in 0..count {
        match rt.next(&iterator)? {
            Some(item) => {
                put(registers, first.wrapping_add(offset as u8), item);
            }
            None => return Err(wrong_count(rt, offset, count)),
        }
    }
    match rt.next(&iterator)? {
        Some(_) => Err(wrong_count(rt, count + 1, count)),
        None => Ok(()),
    }
}

/// Puts the first `before` and the last `after` items of `value` into registers of their own, and
/// the list of the others between them.
pub(super) fn starred(
    rt: &mut Runtime,
    registers: &mut Registers,
    value: Ref<'_>,
    first: u8,
    before: usize,
    after: usize,
) -> Result<()> {
    let iterator = iterator(rt, value)?;
    let items = rt.collect(&iterator)?;
    if items.len() < before + after {
        return Err(rt.value_error(format!(
            "not enough values to unpack (expected at least {}, got {})",
            before + after,
            items.len()
        )));
    }
    let tail = items.len() - after;
    let middle: Vec<Value> = items.get(before..tail).unwrap_or_default().to_vec();
    let middle = rt.list(middle)?.into_value();
    let ends = items.iter().take(before).chain([&middle]).chain(items.iter().skip(tail));
    for (offset, item) in ends.enumerate() {
        put(registers, first.wrapping_add(offset as u8), item.clone());
    }
    Ok(())
}

/// The items of a tuple or list of exactly that class.
fn exact_items<'a>(rt: &'a Runtime, value: Ref<'a>) -> Option<&'a [Value]> {
    let class = rt.type_of(value);
    if class.is(&rt.types().tuple) {
        Some(value.get::<TupleObject>(rt)?.items())
    } else if class.is(&rt.types().list) {
        Some(value.get::<ListObject>(rt)?.items())
    } else {
        None
    }
}

fn iterator(rt: &mut Runtime, value: Ref<'_>) -> Result {
    if !rt.has_slot(value, SlotId::TpIter) && !rt.is_sequence(value) {
        let class = rt.type_name(value);
        return Err(rt.type_error(format!("cannot unpack non-iterable {class} object")));
    }
    rt.iter(value)
}

#[cold]
fn wrong_count(rt: &Runtime, given: usize, expected: usize) -> objmodel::Raise {
    rt.value_error(if given < expected {
        format!("not enough values to unpack (expected {expected}, got {given})")
    } else {
        format!("too many values to unpack (expected {expected})")
    })
}
