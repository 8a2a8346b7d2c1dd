//! Prefixes and suffixes.

use objmodel::objects::tuple::TupleObject;
use objmodel::{Args, Borrowed, Result, Runtime, singletons};

use super::search::bounded;
use super::{bytes_of, make, own, unchanged};

fn asks(rt: &mut Runtime, args: Args<'_>, method: &str, test: fn(&[u8], &[u8]) -> bool) -> Result {
    let part = match args.get(2).is_some() || args.get(3).is_some() {
        true => bounded(rt, args)?.and_then(|(start, end)| own(rt, args).get(start..end)),
        false => Some(own(rt, args)),
    };
    let has = |affix: &[u8]| part.is_some_and(|part| test(part, affix));
    if let Some(affix) = bytes_of(rt, args.at(1)) {
        return Ok(singletons::bool(has(affix)));
    }
    let Some(affixes) = args.at(1).get::<TupleObject>(rt) else {
        let class = rt.type_name(args.at(1));
        return Err(
            rt.type_error(format!("{method} first arg must be str or a tuple of str, not {class}"))
        );
    };
    for affix in affixes.items() {
        let Some(affix) = bytes_of(rt, affix.as_ref()) else {
            let class = rt.type_name(affix.as_ref());
            return Err(
                rt.type_error(format!("tuple for {method} must only contain str, not {class}"))
            );
        };
        if has(affix) {
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

fn affix<'a>(rt: &'a Runtime, value: Borrowed<'a>, method: &str) -> Result<&'a [u8]> {
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
