//! `str` as a sequence: length, items, slices, concatenation, repetition, membership.

use objmodel::objects::slice::SliceObject;
use objmodel::objects::str::StrObject;
use objmodel::{Borrowed, Gc, Raise, Result, Runtime};

use super::{bytes_of, make, this, unchanged};
use crate::indices::{self, Selection};
use crate::text::codepoints::{self, CodePoints};
use crate::text::search;

pub(super) fn len(rt: &mut Runtime, own: Borrowed<'_>) -> Result<usize> {
    Ok(own.get::<StrObject>(rt).map_or(0, StrObject::len))
}

pub(super) fn concat(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let (Some(a), Some(b)) = (own.get::<StrObject>(rt), other.get::<StrObject>(rt)) else {
        let class = rt.type_name(other);
        return Err(rt.type_error(format!("can only concatenate str (not \"{class}\") to str")));
    };
    if a.is_empty() {
        return unchanged(rt, other);
    }
    if b.is_empty() {
        return unchanged(rt, own);
    }
    let ticks = (a.as_bytes().len() + b.as_bytes().len()) / 64;
    let text = rt.concat_str([a, b].iter().copied())?;
    rt.tick(ticks)?;
    Ok(text.into_value())
}

pub(super) fn repeat(rt: &mut Runtime, own: Borrowed<'_>, count: isize) -> Result {
    let text = bytes_of(rt, own).unwrap_or_default();
    let count = usize::try_from(count).unwrap_or(0);
    if count == 1 {
        return unchanged(rt, own);
    }
    let Some(len) = text.len().checked_mul(count).filter(|len| isize::try_from(*len).is_ok())
    else {
        return Err(rt.overflow_error("repeated string is too long"));
    };
    rt.check_room(len)?;
    let repeated = text.repeat(count);
    let made = make(rt, &repeated)?;
    rt.tick(len / 64)?;
    Ok(made)
}

/// The character of number `index`, negative indices resolved already.
pub(super) fn item(rt: &mut Runtime, own: Borrowed<'_>, index: isize) -> Result {
    let point = match own.get::<StrObject>(rt) {
        Some(text) if index >= 0 => text.code_point(index as usize),
        _ => None,
    };
    match point {
        Some(point) => character(rt, point),
        None => Err(out_of_range(rt)),
    }
}

#[cold]
fn out_of_range(rt: &Runtime) -> Raise {
    rt.index_error("string index out of range")
}

/// The string of one code point.
#[inline]
pub(crate) fn character(rt: &mut Runtime, point: u32) -> Result {
    rt.character(point).map(Gc::into_value)
}

pub(super) fn contains(rt: &mut Runtime, own: Borrowed<'_>, item: Borrowed<'_>) -> Result<bool> {
    let (Some(text), Some(item_text)) = (bytes_of(rt, own), bytes_of(rt, item)) else {
        let class = rt.type_name(item);
        return Err(
            rt.type_error(format!("'in <string>' requires string as left operand, not {class}"))
        );
    };
    let found = search::find(text, item_text).is_some();
    let ticks = text.len() / 64;
    rt.tick(ticks)?;
    Ok(found)
}

pub(super) fn subscript(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result {
    let index = match key.as_small_int() {
        Some(index) => index as isize,
        None if key.is_payload::<SliceObject>() => return slice(rt, own, key),
        None => wide_index(rt, key)?,
    };
    let Some(text) = own.get::<StrObject>(rt) else { return Err(out_of_range(rt)) };
    match indices::item(index, text.len()).and_then(|at| text.code_point(at)) {
        Some(point) => character(rt, point),
        None => Err(out_of_range(rt)),
    }
}

/// An index that is no small integer.
#[cold]
fn wide_index(rt: &mut Runtime, key: Borrowed<'_>) -> Result<isize> {
    if !rt.has_index(key) {
        let class = rt.type_name(key);
        return Err(rt.type_error(format!("string indices must be integers, not '{class}'")));
    }
    rt.index_as_size(key, |rt, key| {
        let class = rt.type_name(key);
        rt.index_error(format!("cannot fit '{class}' into an index-sized integer"))
    })
}

fn slice(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result {
    let text = this(rt, own)?;
    let len = text.read(rt).len();
    let selection = indices::select(rt, key, len)?;
    if selection.count == 0 {
        return Ok(rt.names().empty.clone().into_value());
    }
    if selection.step == 1 {
        if selection.count == len {
            return unchanged(rt, own);
        }
        let range = selection.range();
        let body = text.read(rt);
        let range = body.byte_offset(range.start)..body.byte_offset(range.end);
        return rt.slice_str(body, range).map(Gc::into_value);
    }
    rt.check_room(selection.count.saturating_mul(4))?;
    rt.tick(selection.count / 16)?;
    let body = text.read(rt);
    if body.is_ascii() {
        let bytes = body.as_bytes();
        let out: Vec<u8> = selection.positions().filter_map(|at| bytes.get(at).copied()).collect();
        return fresh(rt, &out);
    }
    let out = strided(body, selection);
    fresh(rt, &out)
}

/// A string of its own even if it has one character.
fn fresh(rt: &Runtime, text: &[u8]) -> Result {
    rt.fresh_str(text).map(Gc::into_value)
}

/// Where the code point begins that a selection ends with.
fn start_of_last(body: &StrObject, selection: Selection) -> usize {
    let last = selection.positions().next_back().unwrap_or(0);
    body.byte_offset(last)
}

/// Every so many code points of a text. Close ones are walked to, far ones are looked up.
fn strided(body: &StrObject, selection: Selection) -> Vec<u8> {
    const FAR: usize = 32;
    let mut out = Vec::with_capacity(selection.count);
    let step = selection.step.unsigned_abs();
    if step > FAR {
        for at in selection.positions() {
            if let Some(point) = body.code_point(at) {
                codepoints::push(&mut out, point);
            }
        }
        return out;
    }
    let text = body.as_bytes();
    let start = body.byte_offset(selection.start.unsigned_abs());
    if selection.step > 0 {
        let points = CodePoints::new(text.get(start..).unwrap_or_default());
        let wanted = points.step_by(step).take(selection.count);
        wanted.for_each(|point| codepoints::push(&mut out, point));
        return out;
    }
    // Backwards, from the end of the first code point on.
    let end = body.byte_offset(selection.start.unsigned_abs() + 1);
    let mut rest = text.get(..end).unwrap_or_default();
    if step == 1 {
        let wanted = start_of_last(body, selection);
        return codepoints::reversed(rest.get(wanted..).unwrap_or_default());
    }
    for _ in 0..selection.count {
        for walked in 0..step {
            let Some((point, len)) = codepoints::decode_last(rest) else { return out };
            rest = rest.get(..rest.len() - len).unwrap_or_default();
            if walked == 0 {
                codepoints::push(&mut out, point);
            }
        }
    }
    out
}
