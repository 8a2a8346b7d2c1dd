//! Prefixes and suffixes.

use objmodel::objects::tuple::TupleObject;
use objmodel::{Args, Ref, Result, Runtime, Value, singletons};

use super::search::byte_range;
use super::{bytes_of, make, own, this, unchanged};
use crate::indices;

fn asks(rt: &mut Runtime, args: Args<'_>, method: &str, test: fn(&[u8], &[u8]) -> bool) -> Result {
    let text = this(rt, args.at(0))?;
    let len = text.read(rt).len();
    let (start, end) = indices::bounds(rt, args.get(2), args.get(3), len)?;
    let single = [args.at(1).to_value()];
    let tuple = args.at(1).get::<TupleObject>(rt).map(|tuple| tuple.items().to_vec());
    let in_tuple = tuple.is_some();
    let candidates: &[Value] = tuple.as_deref().unwrap_or(&single);
    let range = byte_range(text.read(rt), start, end);
    for candidate in candidates {
        let Some(affix) = bytes_of(rt, candidate.as_ref()) else {
            let class = rt.type_name(candidate.as_ref());
            return Err(rt.type_error(match in_tuple {
                true => format!("tuple for {method} must only contain str, not {class}"),
                false => {
                    format!("{method} first arg must be str or a tuple of str, not {class}")
                }
            }));
        };
        if let Some((start, end)) = range
            && test(text.read(rt).as_bytes().get(start..end).unwrap_or_default(), affix)
        {
            return Ok(singletons::bool(true));
        }
    }
    Ok(singletons::bool(false))
}

pub(super) fn starts_with(rt: &mut Runtime, args: Args<'_>) -> Result {
    asks(rt, args, "startswith", <[u8]>::starts_with)
}

pub(super) fn ends_with(rt: &mut Runtime, args: Args<'_>) -> Result {
    asks(rt, args, "endswith", <[u8]>::ends_with)
}

fn affix<'a>(rt: &'a Runtime, value: Ref<'a>, method: &str) -> Result<&'a [u8]> {
    match bytes_of(rt, value) {
        Some(text) => Ok(text),
        None => {
            let class = rt.argument_name(value);
            Err(rt.type_error(format!("{method}() argument must be str, not {class}")))
        }
    }
}

pub(super) fn remove_prefix(rt: &mut Runtime, args: Args<'_>) -> Result {
    let prefix = affix(rt, args.at(1), "removeprefix")?;
    match own(rt, args).strip_prefix(prefix).filter(|_| !prefix.is_empty()) {
        Some(rest) => make(rt, rest),
        None => unchanged(rt, args.at(0)),
    }
}

pub(super) fn remove_suffix(rt: &mut Runtime, args: Args<'_>) -> Result {
    let suffix = affix(rt, args.at(1), "removesuffix")?;
    match own(rt, args).strip_suffix(suffix).filter(|_| !suffix.is_empty()) {
        Some(rest) => make(rt, rest),
        None => unchanged(rt, args.at(0)),
    }
}
