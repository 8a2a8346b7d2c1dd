//! Finding, counting and replacing.

use objmodel::objects::str::StrObject;
use objmodel::{Args, Result, Runtime};

use super::{bytes_of, own, this, unchanged};
use crate::indices;
use crate::text::{codepoints, search};

/// The range of bytes to look in; `None` where `start` lies beyond the end.
type Range = Option<(usize, usize)>;

/// Reads the arguments: what is looked for, `start` and `end`.
fn range(rt: &mut Runtime, args: Args<'_>, method: &str) -> Result<Range> {
    if !args.at(1).is_payload::<StrObject>() {
        let class = rt.argument_name(args.at(1));
        return Err(rt.type_error(format!("{method}() argument 1 must be str, not {class}")));
    }
    let range = bounded(rt, args)?;
    let (start, end) = range.unwrap_or_default();
    rt.tick((end - start) / 64)?;
    Ok(range)
}

/// The range of bytes between the optional arguments 2 and 3.
///
/// # Errors
/// `TypeError` for what is no index.
pub(super) fn bounded(rt: &mut Runtime, args: Args<'_>) -> Result<Range> {
    let (start, end) = (args.get(2), args.get(3));
    if start.is_none() && end.is_none() {
        return Ok(Some((0, own(rt, args).len())));
    }
    let len = args.at(0).get::<StrObject>(rt).map_or(0, StrObject::len);
    let (start, end) = indices::bounds(rt, start, end, len)?;
    let Some(text) = args.at(0).get::<StrObject>(rt) else { return Ok(None) };
    let fits = start <= end && start <= len;
    Ok(fits.then(|| (text.byte_offset(start), text.byte_offset(end))))
}

fn position(
    rt: &mut Runtime,
    args: Args<'_>,
    method: &str,
    finder: fn(&[u8], &[u8]) -> Option<usize>,
) -> Result<Option<usize>> {
    let Some((start, end)) = range(rt, args, method)? else { return Ok(None) };
    let (text, needle) = (args.at(0).get::<StrObject>(rt), bytes_of(rt, args.at(1)));
    let (Some(text), Some(needle)) = (text, needle) else { return Ok(None) };
    let found = finder(text.as_bytes().get(start..end).unwrap_or_default(), needle);
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
    let Some((start, end)) = range(rt, args, "count")? else { return rt.int(0) };
    let part = own(rt, args).get(start..end).unwrap_or_default();
    let needle = bytes_of(rt, args.at(1)).unwrap_or_default();
    let found = match needle.is_empty() {
        true => codepoints::count(part) + 1,
        false => search::count(part, needle),
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
    if limit == 0
        || args.at(1).is(&args.at(2))
        || !old.is_empty() && search::find(body.as_bytes(), old).is_none()
    {
        let ticks = body.as_bytes().len() / 64;
        rt.tick(ticks)?;
        return unchanged(rt, args.at(0));
    }
    let size = search::replaced_len(body.as_bytes(), old, new, limit, body.len());
    rt.check_room(size)?;
    let unit = |text: &[u8]| codepoints::decode(text).map_or(1, |(_, len)| len);
    let replaced = search::replace(body.as_bytes(), old, new, limit, unit, size);
    rt.tick(size / 16)?;
    rt.str_from_buffer(replaced).map(objmodel::Gc::into_value)
}

/// A count where negative means all.
pub(crate) fn limit_of(rt: &mut Runtime, limit: objmodel::Borrowed<'_>) -> Result<usize> {
    let limit = indices::size_argument(rt, limit)?;
    Ok(usize::try_from(limit).unwrap_or(usize::MAX))
}
