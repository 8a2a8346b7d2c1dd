//! Padding to a width.

use objmodel::{Args, Gc, Result, Runtime};

use super::{bytes_of, make, this, unchanged};
use crate::text::{adjust, codepoints};

/// The width that an argument gives; 0 for a negative one.
fn width(rt: &mut Runtime, args: Args<'_>) -> Result<usize> {
    let width = crate::indices::size_argument(rt, args.at(1))?;
    Ok(usize::try_from(width).unwrap_or(0))
}

/// The fill character, encoded.
fn fill(rt: &Runtime, args: Args<'_>) -> Result<Vec<u8>> {
    let Some(fill) = args.get(2) else { return Ok(vec![b' ']) };
    let Some(text) = bytes_of(rt, fill) else {
        let class = rt.type_name(fill);
        return Err(
            rt.type_error(format!("The fill character must be a unicode character, not {class}"))
        );
    };
    if codepoints::count(text) != 1 {
        return Err(rt.type_error("The fill character must be exactly one character long"));
    }
    Ok(text.to_vec())
}

fn padded(rt: &mut Runtime, args: Args<'_>, share: fn(usize, usize) -> (usize, usize)) -> Result {
    let (width, fill) = (width(rt, args)?, fill(rt, args)?);
    let text = this(rt, args.at(0))?;
    let (left, right) = share(text.read(rt).len(), width);
    if left + right == 0 {
        return unchanged(rt, args.at(0));
    }
    let size = (left + right).saturating_mul(fill.len());
    rt.check_room(size)?;
    rt.tick(size / 64)?;
    let (left, right) = (fill.repeat(left), fill.repeat(right));
    let body = text.read(rt).as_bytes();
    rt.str_of_parts(&[&left, body, &right]).map(Gc::into_value)
}

pub(super) fn ljust(rt: &mut Runtime, args: Args<'_>) -> Result {
    padded(rt, args, |len, width| (0, width.saturating_sub(len)))
}

pub(super) fn rjust(rt: &mut Runtime, args: Args<'_>) -> Result {
    padded(rt, args, |len, width| (width.saturating_sub(len), 0))
}

pub(super) fn center(rt: &mut Runtime, args: Args<'_>) -> Result {
    padded(rt, args, adjust::centre)
}

pub(super) fn zfill(rt: &mut Runtime, args: Args<'_>) -> Result {
    let width = width(rt, args)?;
    rt.check_room(width)?;
    let text = this(rt, args.at(0))?;
    let body = text.read(rt);
    if width <= body.len() {
        return unchanged(rt, args.at(0));
    }
    let filled = adjust::zero_fill(body.as_bytes(), body.len(), width);
    rt.tick(width / 64)?;
    make(rt, &filled)
}

pub(super) fn expand_tabs(rt: &mut Runtime, args: Args<'_>) -> Result {
    let size = match args.get(1) {
        Some(size) => crate::indices::int_argument(rt, size)?,
        None => 8,
    };
    let size = usize::try_from(size).unwrap_or(0);
    let text = this(rt, args.at(0))?;
    let body = text.read(rt).as_bytes();
    let tabs = body.iter().filter(|byte| **byte == b'\t').count();
    if tabs == 0 {
        return unchanged(rt, args.at(0));
    }
    let bytes = tabs.saturating_mul(size).saturating_add(body.len());
    rt.check_room(bytes)?;
    let expanded = adjust::expand_tabs(body, size, true);
    rt.tick(bytes / 64)?;
    make(rt, &expanded)
}
