//! Finding, counting and replacing.

use objmodel::objects::str::StrObject;
use objmodel::{Args, Result, Runtime};

use super::{bytes_of, make, this, unchanged};
use crate::indices;
use crate::text::{codepoints, search};

/// What is looked for, as a copy, and the range of bytes to look in; `None` where `start` lies
/// beyond the end.
type Job = (Vec<u8>, Option<(usize, usize)>);

fn job(rt: &mut Runtime, args: Args<'_>, method: &str) -> Result<Job> {
    let text = this(rt, args.at(0))?;
    let Some(needle) = bytes_of(rt, args.at(1)).map(<[u8]>::to_vec) else {
        let class = rt.argument_name(args.at(1));
        return Err(rt.type_error(format!("{method}() argument 1 must be str, not {class}")));
    };
    let len = text.read(rt).len();
    let (start, end) = indices::bounds(rt, args.get(2), args.get(3), len)?;
    let text = text.read(rt);
    Ok((needle, byte_range(text, start, end)))
}

/// Positions as a range of bytes; `None` if it would be negative.
pub(super) fn byte_range(text: &StrObject, start: usize, end: usize) -> Option<(usize, usize)> {
    (start <= end && start <= text.len()).then(|| (text.byte_offset(start), text.byte_offset(end)))
}

fn position(
    rt: &mut Runtime,
    args: Args<'_>,
    method: &str,
    finder: fn(&[u8], &[u8]) -> Option<usize>,
) -> Result<Option<usize>> {
    let (needle, range) = job(rt, args, method)?;
    let text = this(rt, args.at(0))?;
    let Some((start, end)) = range else { return Ok(None) };
    rt.tick((end - start) / 64)?;
    let text = text.read(rt);
    let found = finder(text.as_bytes().get(start..end).unwrap_or_default(), &needle);
    Ok(found.map(|at| text.position(start + at)))
}

macro_rules! searches {
    ($($name:ident $method:literal $finder:path, $raises:literal;)*) => {$(
        pub(super) fn $name<'a>(rt: &mut Runtime, args: Args<'a>) -> Result {
            match position(rt, args, $method, $finder)? {
                Some(at) => rt.int_from_usize(at),
                None if $raises => Err(rt.value_error("substring not found")),
                None => rt.int(-1),
            }
        }
    )*};
}

searches! {
    find "find" search::find, false;
    rfind "rfind" search::rfind, false;
    index "index" search::find, true;
    rindex "rindex" search::rfind, true;
}

pub(super) fn count(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (needle, range) = job(rt, args, "count")?;
    let text = this(rt, args.at(0))?;
    let Some((start, end)) = range else { return rt.int(0) };
    rt.tick((end - start) / 64)?;
    let part = text.read(rt).as_bytes().get(start..end).unwrap_or_default();
    let found = match needle.is_empty() {
        true => codepoints::count(part) + 1,
        false => search::count(part, &needle),
    };
    rt.int_from_usize(found)
}

pub(super) fn replace(rt: &mut Runtime, args: Args<'_>) -> Result {
    for at in [1, 2] {
        if bytes_of(rt, args.at(at)).is_none() {
            let class = rt.argument_name(args.at(at));
            return Err(rt.type_error(format!("replace() argument {at} must be str, not {class}")));
        }
    }
    let limit = match args.get(3) {
        Some(limit) => limit_of(rt, limit)?,
        None => usize::MAX,
    };
    let text = this(rt, args.at(0))?;
    let (old, new) = (bytes_of(rt, args.at(1)), bytes_of(rt, args.at(2)));
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let body = text.read(rt);
    if limit == 0 || !old.is_empty() && search::find(body.as_bytes(), old).is_none() {
        let ticks = body.as_bytes().len() / 64;
        rt.tick(ticks)?;
        return unchanged(rt, args.at(0));
    }
    let size = search::replaced_len(body.as_bytes(), old, new, limit, body.len());
    rt.check_room(size)?;
    let unit = |text: &[u8]| codepoints::decode(text).map_or(1, |(_, len)| len);
    let replaced = search::replace(body.as_bytes(), old, new, limit, unit);
    rt.tick(size / 64)?;
    make(rt, &replaced)
}

/// A count where negative means all.
pub(crate) fn limit_of(rt: &mut Runtime, limit: objmodel::Ref<'_>) -> Result<usize> {
    let limit = indices::size_argument(rt, limit)?;
    Ok(usize::try_from(limit).unwrap_or(usize::MAX))
}
