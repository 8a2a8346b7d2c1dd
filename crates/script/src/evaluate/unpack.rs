//! `a, b = x` and `a, *b = x`.

use objmodel::gc::ChargedVec;
use objmodel::objects::list::ListObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::{Borrowed, Result, Runtime, Value};

use super::registers::{Registers, operand, put, release_unpacked};
use crate::compile::{Instruction, TAKE_B};

/// Puts the items of `b` into as many registers from `a` on as `c` says.
///
/// # Errors
/// `ValueError` if there are fewer or more; what the iteration raises.
#[inline(never)]
pub(super) fn exactly(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Result<()> {
    if i.c() == 2
        && let Some([first, second]) = exact_items(rt, operand(registers, i.b()))
    {
        let (first, second) = (first.clone(), second.clone());
        // The tuple may lie where an item goes.
        let unpacked = match i.imm() & TAKE_B != 0 {
            true => registers[usize::from(i.b())].take(),
            false => None,
        };
        put(registers, i.a(), first);
        put(registers, i.a().wrapping_add(1), second);
        drop(unpacked);
        return Ok(());
    }
    let value = operand(registers, i.b()).to_value();
    let count = usize::from(i.c());
    if let Some(items) = exact_items(rt, value.as_ref()) {
        if items.len() != count {
            return Err(wrong_count(rt, items.len(), count));
        }
        for (offset, item) in items.iter().enumerate() {
            put(registers, i.a().wrapping_add(offset as u8), item.clone());
        }
    } else {
        let iterator = iterator(rt, value.as_ref())?;
        for offset in 0..count {
            let Some(item) = rt.next(&iterator)? else {
                return Err(wrong_count(rt, offset, count));
            };
            put(registers, i.a().wrapping_add(offset as u8), item);
        }
        if rt.next(&iterator)?.is_some() {
            return Err(wrong_count(rt, count + 1, count));
        }
    }
    release_unpacked(registers, i, count);
    Ok(())
}

/// Puts the first `before` and the last `after` items of `value` into registers of their own, and
/// the list of the others between them.
pub(super) fn starred(
    rt: &mut Runtime,
    registers: &mut Registers,
    value: Borrowed<'_>,
    first: u8,
    before: usize,
    after: usize,
) -> Result<()> {
    let (items, tail, middle) = around_star(rt, value, before, after)?;
    let ends = items.iter().take(before).chain([&middle]).chain(items.iter().skip(tail));
    for (offset, item) in ends.enumerate() {
        put(registers, first.wrapping_add(offset as u8), item.clone());
    }
    Ok(())
}

/// All items of a value, the place of the last `after` ones, and the list of those between them and
/// the first `before` ones.
fn around_star(
    rt: &mut Runtime,
    value: Borrowed<'_>,
    before: usize,
    after: usize,
) -> Result<(ChargedVec<Value>, usize, Value)> {
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
    Ok((items, tail, middle))
}

/// The tuple of the items of a value, which must be as many as `count` says.
///
/// # Errors
/// As for [`exactly`].
pub(super) fn tuple(rt: &mut Runtime, value: Value, count: usize) -> Result {
    let iterator = iterator(rt, value.as_ref())?;
    let mut items = Vec::new();
    while items.len() < count {
        rt.tick(1)?;
        match rt.next(&iterator)? {
            Some(item) => items.push(item),
            None => return Err(wrong_count(rt, items.len(), count)),
        }
    }
    if rt.next(&iterator)?.is_some() {
        return Err(wrong_count(rt, count + 1, count));
    }
    rt.tuple(items.into_iter()).map(objmodel::Gc::into_value)
}

/// The tuple of the first `before` and the last `after` items of `value`, with the list of the others
/// between them.
///
/// # Errors
/// As for [`starred`].
pub(super) fn starred_tuple(
    rt: &mut Runtime,
    value: Borrowed<'_>,
    before: usize,
    after: usize,
) -> Result {
    let (items, tail, middle) = around_star(rt, value, before, after)?;
    let ends = items.iter().take(before).chain([&middle]).chain(items.iter().skip(tail));
    let ends: Vec<Value> = ends.cloned().collect();
    rt.tuple(ends.into_iter()).map(objmodel::Gc::into_value)
}

/// The items of a tuple or list of exactly that class.
fn exact_items<'a>(rt: &'a Runtime, value: Borrowed<'a>) -> Option<&'a [Value]> {
    let class = value.class()?;
    if class.is(&rt.types().tuple) {
        Some(value.get::<TupleObject>(rt)?.items())
    } else if class.is(&rt.types().list) {
        Some(value.get::<ListObject>(rt)?.items())
    } else {
        None
    }
}

fn iterator(rt: &mut Runtime, value: Borrowed<'_>) -> Result {
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
