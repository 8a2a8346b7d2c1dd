//! Splitting, stripping and partitioning.

use std::collections::HashSet;

use objmodel::gc::{ChargedVec, OutOfMemory};
use objmodel::objects::str::Str;
use objmodel::{Args, Gc, Result, Runtime, singletons};

use super::search::limit_of;
use super::{bytes_of, this, unchanged};
use crate::pure_error::OrRaise;
use crate::text::codepoints::CodePoints;
use crate::text::search;
use crate::text::split::{self, Parts, Points};

/// The parts of a text as a list of strings.
fn parts(rt: &mut Runtime, text: &Str, ranges: Parts) -> Result {
    rt.tick(ranges.len() / 4)?;
    let body = text.read(rt);
    let mut parts = ChargedVec::new(rt.heap());
    parts.reserve_exact(ranges.len()).into_py(rt)?;
    for range in ranges {
        let part = match range.len() == body.as_bytes().len() {
            true => unchanged(rt, text.as_ref())?,
            false => rt.slice_str(body, range)?.into_value(),
        };
        parts.push(part).into_py(rt)?;
    }
    rt.list_of(parts).map(Gc::into_value)
}

/// How a split at a mark (or at blanks) finds its parts: the text, the mark, the greatest number of cuts.
type Splitter<Mark> = fn(&[u8], &Mark, usize, &mut Parts) -> std::result::Result<(), OutOfMemory>;

fn split_by(
    rt: &mut Runtime,
    args: Args<'_>,
    at_blanks: Splitter<Points>,
    at_separator: Splitter<[u8]>,
) -> Result {
    let limit = match args.get(2) {
        Some(limit) => limit_of(rt, limit)?,
        None => usize::MAX,
    };
    let text = this(rt, args.at(0))?;
    let body = text.read(rt).as_bytes();
    rt.tick(body.len() / 64)?;
    let mut ranges = Parts::new(rt.heap());
    let split = match args.get(1).filter(|separator| !singletons::is_none(separator)) {
        None => at_blanks(body, &Points, limit, &mut ranges),
        Some(separator) => match bytes_of(rt, separator) {
            Some([]) => return Err(rt.value_error("empty separator")),
            Some(separator) => at_separator(body, separator, limit, &mut ranges),
            None => {
                let class = rt.type_name(separator);
                return Err(rt.type_error(format!("must be str or None, not {class}")));
            }
        },
    };
    split.into_py(rt)?;
    parts(rt, &text, ranges)
}

pub(super) fn split(rt: &mut Runtime, args: Args<'_>) -> Result {
    split_by(rt, args, split::blanks, split::separator)
}

pub(super) fn rsplit(rt: &mut Runtime, args: Args<'_>) -> Result {
    split_by(rt, args, split::blanks_from_right, split::separator_from_right)
}

pub(super) fn splitlines(rt: &mut Runtime, args: Args<'_>) -> Result {
    let keep = match args.get(1) {
        Some(keep) => rt.is_true(keep)?,
        None => false,
    };
    let text = this(rt, args.at(0))?;
    rt.tick(text.read(rt).as_bytes().len() / 16)?;
    let mut ranges = Parts::new(rt.heap());
    split::lines(text.read(rt).as_bytes(), keep, split::point_break, &mut ranges).into_py(rt)?;
    parts(rt, &text, ranges)
}

fn stripped(rt: &mut Runtime, args: Args<'_>, method: &str, left: bool, right: bool) -> Result {
    let text = this(rt, args.at(0))?;
    let text = text.read(rt);
    let body = text.as_bytes();
    rt.tick(body.len() / 64)?;
    let range = match args.get(1).filter(|chars| !singletons::is_none(chars)) {
        None => split::strip(body, &Points, left, right),
        Some(chars) => match bytes_of(rt, chars) {
            Some(chars) => {
                rt.tick(chars.len() / 64)?;
                split::strip(body, &Among::new(chars), left, right)
            }
            None => return Err(rt.type_error(format!("{method} arg must be None or str"))),
        },
    };
    if range.len() == body.len() {
        return unchanged(rt, args.at(0));
    }
    rt.slice_str(text, range).map(Gc::into_value)
}

/// The code points of a set count as blank: those of ASCII by a bit, the others by a table.
struct Among {
    ascii: u128,
    others: HashSet<u32>,
}

impl Among {
    fn new(chars: &[u8]) -> Among {
        let mut among = Among { ascii: 0, others: HashSet::new() };
        for point in CodePoints::new(chars) {
            match point < 128 {
                true => among.ascii |= 1 << point,
                false => drop(among.others.insert(point)),
            }
        }
        among
    }

    fn has(&self, point: u32) -> bool {
        if point < 128 { self.ascii >> point & 1 != 0 } else { self.others.contains(&point) }
    }
}

impl split::Alphabet for Among {
    fn first(&self, text: &[u8]) -> Option<(usize, bool)> {
        let (point, len) = crate::text::codepoints::decode(text)?;
        Some((len, self.has(point)))
    }

    fn last(&self, text: &[u8]) -> Option<(usize, bool)> {
        let (point, len) = crate::text::codepoints::decode_last(text)?;
        Some((len, self.has(point)))
    }
}

pub(super) fn strip(rt: &mut Runtime, args: Args<'_>) -> Result {
    stripped(rt, args, "strip", true, true)
}

pub(super) fn lstrip(rt: &mut Runtime, args: Args<'_>) -> Result {
    stripped(rt, args, "lstrip", true, false)
}

pub(super) fn rstrip(rt: &mut Runtime, args: Args<'_>) -> Result {
    stripped(rt, args, "rstrip", false, true)
}

fn partitioned(
    rt: &mut Runtime,
    args: Args<'_>,
    finder: fn(&[u8], &[u8]) -> Option<usize>,
    from_left: bool,
) -> Result {
    let text = this(rt, args.at(0))?;
    let Some(separator) = bytes_of(rt, args.at(1)) else {
        let class = rt.type_name(args.at(1));
        return Err(rt.type_error(format!("must be str, not {class}")));
    };
    if separator.is_empty() {
        return Err(rt.value_error("empty separator"));
    }
    let body = text.read(rt);
    rt.tick(body.as_bytes().len() / 64)?;
    let items = match finder(body.as_bytes(), separator) {
        Some(at) => {
            let before = rt.slice_str(body, 0..at)?.into_value();
            let after = rt.slice_str(body, at + separator.len()..body.as_bytes().len())?;
            [before, args.at(1).to_value(), after.into_value()]
        }
        None => {
            let empty = rt.names().empty.clone().into_value();
            let own = args.at(0).to_value();
            if from_left { [own, empty.clone(), empty] } else { [empty.clone(), empty, own] }
        }
    };
    rt.tuple(items.into_iter()).map(Gc::into_value)
}

pub(super) fn partition(rt: &mut Runtime, args: Args<'_>) -> Result {
    partitioned(rt, args, search::find, true)
}

pub(super) fn rpartition(rt: &mut Runtime, args: Args<'_>) -> Result {
    partitioned(rt, args, search::rfind, false)
}
