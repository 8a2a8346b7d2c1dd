//! Displays and f-strings: lists, sets, dicts, slices and text from registers.

use objmodel::objects::dict::DictObject;
use objmodel::objects::list::ListObject;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::{Borrowed, Gc, Result, Runtime, Value, singletons};
use objmodel_builtins::{Repeated, merge_mapping};

use super::body::Body;
use super::implicit::{Implicit, Outcome};
use super::registers::{self, Registers, operand};
use super::stack::Then;
use crate::compile::{Instruction, Op};

/// An item of an exact list, tuple or text at an index that is there, or what an exact dict has under a
/// small integer or a string; `None` if the library must look.
#[inline]
pub(super) fn exact_item(rt: &Runtime, object: Borrowed<'_>, key: Borrowed<'_>) -> Option<Value> {
    if let Some(index) = key.as_small_int() {
        return exact_item_at(rt, object, index);
    }
    let class = object.class()?;
    if class.is(&rt.types().dict)
        && key.is_leaf()
        && let (Some(dict), Some(name)) = (object.typed::<DictObject>(), key.typed::<StrObject>())
    {
        return rt.dict_get_name(&dict, &name);
    }
    None
}

/// An item of an exact list, tuple or text at an index that is there; `None` if the library must look.
#[inline]
pub(super) fn exact_item_at(rt: &Runtime, object: Borrowed<'_>, index: i64) -> Option<Value> {
    let class = object.class()?;
    let items = if class.is(&rt.types().list) {
        object.get::<ListObject>(rt)?.items()
    } else if class.is(&rt.types().tuple) {
        object.get::<TupleObject>(rt)?.items()
    } else if class.is(&rt.types().str) {
        return character_at(rt, object, index);
    } else {
        return None;
    };
    let index = if index < 0 { index + items.len() as i64 } else { index };
    items.get(usize::try_from(index).ok()?).cloned()
}

/// A character of a text that is there.
#[inline(never)]
fn character_at(rt: &Runtime, object: Borrowed<'_>, index: i64) -> Option<Value> {
    let text = object.get::<StrObject>(rt)?;
    let index = if index < 0 { index + text.len() as i64 } else { index };
    let point = text.code_point(usize::try_from(index).ok()?)?;
    rt.character(point).ok().map(Gc::into_value)
}

/// `a = b[c]`, or `a = b[n]`, where [`exact_item`] does not help.
///
/// # Errors
/// What `__getitem__` raises.
#[inline(never)]
pub(super) fn item(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
) -> Result<Outcome> {
    let small = if i.op() == Op::GetItemSmall { Some(rt.int(i.small())?) } else { None };
    let object = operand(registers, i.b());
    let key = small.as_ref().map_or_else(|| operand(registers, i.c()), Value::as_ref);
    if let Some(function) = rt.get_item_method(object)
        && let Some(ready) = Implicit::ready(rt, body, function, 2)
    {
        let arguments = [object.to_value(), key.to_value()];
        return Ok(Outcome::Enter(ready.with(body, registers, arguments, Then::Item)));
    }
    let value = rt.get_item(object, key)?;
    registers::put(registers, i.a(), value);
    registers::release(registers, i);
    Ok(Outcome::Done)
}

/// `a[b] = c`
///
/// # Errors
/// What the assignment raises.
#[inline(never)]
pub(super) fn set_item(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Result<()> {
    let (object, key) = (operand(registers, i.a()), operand(registers, i.b()));
    let value = operand(registers, i.c());
    if !set_exact_item(rt, object, key, value) {
        rt.set_item(object, key, value)?;
    }
    registers::release(registers, i);
    Ok(())
}

/// Replaces an item of an exact list at an index that is there and not negative; false if the
/// library must look.
#[inline]
fn set_exact_item(
    rt: &mut Runtime,
    object: Borrowed<'_>,
    key: Borrowed<'_>,
    value: Borrowed<'_>,
) -> bool {
    let (Some(class), Some(index)) = (object.class(), key.as_small_int()) else { return false };
    if !class.is(&rt.types().list) {
        return false;
    }
    let Some(list) = object.get_mut::<ListObject>(rt) else { return false };
    let place = usize::try_from(index).ok().and_then(|index| list.items_mut().get_mut(index));
    let Some(place) = place else { return false };
    let old = std::mem::replace(place, value.to_value());
    drop(old);
    true
}

/// `a = iter(b)`
///
/// # Errors
/// What `__iter__` raises.
#[inline(never)]
pub(super) fn iterator(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Result<()> {
    let iterator = rt.iter(operand(registers, i.b()))?;
    registers::put(registers, i.a(), iterator);
    registers::release(registers, i);
    Ok(())
}

/// `a` becomes the tuple of a row of registers.
///
/// # Errors
/// `MemoryError`.
#[inline(never)]
pub(super) fn tuple(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Result<()> {
    let first = usize::from(i.b());
    let row = registers.get_mut(first..first + i.index()).unwrap_or_default();
    let items = row.iter_mut().map(|item| item.take().unwrap_or_else(singletons::none));
    let tuple = rt.tuple(items)?;
    registers::put(registers, i.a(), tuple.into_value());
    Ok(())
}

/// `a` becomes the list of a row of registers.
///
/// # Errors
/// `MemoryError`.
#[inline(never)]
pub(super) fn list(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Result<()> {
    let first = usize::from(i.b());
    let row = registers.get_mut(first..first + i.index()).unwrap_or_default();
    let items = row.iter_mut().map(|item| item.take().unwrap_or_else(singletons::none));
    let list = rt.list_from(items)?;
    registers::put(registers, i.a(), list.into_value());
    Ok(())
}

/// Appends temporary `b` to list `a`.
///
/// # Errors
/// `MemoryError`.
#[inline(never)]
pub(super) fn append(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Result<()> {
    let item = registers::take(registers, i.b());
    match operand(registers, i.a()).typed::<ListObject>() {
        Some(list) => rt.grow(&list, |list, meter| list.push(meter, item)),
        None => Ok(()),
    }
}

pub(super) fn set(rt: &mut Runtime, items: Vec<Value>) -> Result {
    let set = rt.set()?;
    for item in items {
        rt.set_add(&set, item.as_ref())?;
    }
    Ok(set.into_value())
}

pub(super) fn dict(rt: &mut Runtime, items: Vec<Value>) -> Result {
    let dict = rt.dict()?;
    let mut items = items.into_iter();
    while let (Some(key), Some(value)) = (items.next(), items.next()) {
        rt.dict_set(&dict, key.as_ref(), value)?;
    }
    Ok(dict.into_value())
}

/// Joins strings.
pub(super) fn string(rt: &mut Runtime, parts: &[Option<Value>]) -> Result {
    let rt = &*rt;
    let texts = parts.iter().flatten().filter_map(|part| part.get::<StrObject>(rt));
    rt.concat_str(texts).map(Gc::into_value)
}

/// `format(value, spec)` after the conversion `s`, `r`, `a` or none.
pub(super) fn format(
    rt: &mut Runtime,
    value: Borrowed<'_>,
    conversion: u8,
    spec: Option<Borrowed<'_>>,
) -> Result {
    if spec.is_none() && matches!(conversion, 0 | b's') {
        if value.class().is_some_and(|class| class.is(&rt.types().str)) {
            return Ok(value.to_value());
        }
        if value.as_small_int().is_some() {
            return rt.to_str(value).map(Gc::into_value);
        }
    }
    let converted = match conversion {
        b's' => Some(rt.to_str(value)?.into_value()),
        b'r' => Some(rt.repr(value)?.into_value()),
        b'a' => Some(rt.ascii(value)?.into_value()),
        _ => None,
    };
    let spec = match spec.and_then(|spec| spec.typed::<StrObject>()) {
        Some(spec) => spec.to_gc(),
        None => rt.names().empty.clone(),
    };
    let value = converted.as_ref().map_or(value, Value::as_ref);
    rt.format(value, &spec).map(Gc::into_value)
}

/// `[*items]`
pub(super) fn extend(rt: &mut Runtime, list: Borrowed<'_>, items: Borrowed<'_>) -> Result<()> {
    if !rt.has_slot(items, SlotId::TpIter) && !rt.is_sequence(items) {
        let class = rt.type_name(items).to_owned();
        return Err(rt.type_error(format!("Value after * must be an iterable, not {class}")));
    }
    let items = rt.collect(items)?;
    match list.typed::<ListObject>() {
        Some(list) => rt.grow(&list, |list, meter| {
            let (items, account) = items.into_parts();
            drop(account);
            list.extend(meter, items)
        }),
        None => Ok(()),
    }
}

/// `{*items}`
pub(super) fn update_set(rt: &mut Runtime, set: Borrowed<'_>, items: Borrowed<'_>) -> Result<()> {
    let update = rt.intern("update")?;
    rt.call_method(set, &update, [items]).map(drop)
}

/// `{**items}`
pub(super) fn update_dict(rt: &mut Runtime, dict: Borrowed<'_>, items: Borrowed<'_>) -> Result<()> {
    let Some(dict) = dict.typed::<DictObject>() else { return Ok(()) };
    let dict = dict.to_gc();
    match merge_mapping(rt, &dict, items, Repeated::Replaces) {
        Err(raise) if rt.is_exception_of(&raise, &rt.types().attribute_error) => {
            let class = rt.type_name(items);
            Err(rt.type_error(format!("'{class}' object is not a mapping")))
        }
        merged => merged,
    }
}
