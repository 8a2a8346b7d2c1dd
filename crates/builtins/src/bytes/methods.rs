//! The methods of `bytes`, most of which `bytearray` shares.

use objmodel::gc::{ChargedVec, OutOfMemory};
use objmodel::objects::bytes::BytesObject;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, Gc, Result, Runtime, Value, singletons};

use super::{check_size, convert, like, own, part, slice, unchanged};
use crate::buffer::{self, Held};
use crate::codec;
use crate::indices;
use crate::pure_error::OrRaise;
use crate::sequence;
use crate::text::split::{self, Alphabet, Bytes, Parts};
use crate::text::{adjust, case, predicate, search};

/// What a search looks for: bytes, or one byte as an integer.
enum Needle {
    Bytes(Held),
    Byte([u8; 1]),
}

impl Needle {
    fn of(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Needle> {
        if let Some(held) = buffer::acquire(rt, value, buffer::SIMPLE)? {
            return Ok(Needle::Bytes(held));
        }
        if rt.has_index(value) {
            return Ok(Needle::Byte([convert::byte(rt, value, "bytearray")?]));
        }
        let class = rt.type_name(value);
        Err(rt
            .type_error(format!("argument should be integer or bytes-like object, not '{class}'")))
    }

    fn bytes<'a>(&'a self, rt: &'a Runtime) -> &'a [u8] {
        match self {
            Needle::Bytes(held) => held.bytes(rt),
            Needle::Byte(byte) => byte,
        }
    }

    fn release(self, rt: &mut Runtime) {
        if let Needle::Bytes(held) = self {
            held.release(rt);
        }
    }
}

/// Looks for something in the part of the receiver between two bounds, which are converted first of all;
/// `None` if the part begins beyond the end.
fn search_by<R>(
    rt: &mut Runtime,
    args: Args<'_>,
    search: impl FnOnce(&[u8], &[u8], usize) -> R,
) -> Result<Option<R>> {
    let parts = indices::unpacked_bounds(rt, args.get(2), args.get(3))?;
    let needle = Needle::of(rt, args.at(1))?;
    let bytes = own(rt, args.at(0));
    let (start, end) = indices::placed(parts, bytes.len());
    let found = match bytes.get(start..end.max(start)).filter(|_| start <= end) {
        Some(part) => {
            rt.tick(part.len() / 64).map(|()| Some(search(part, needle.bytes(rt), start)))
        }
        None => Ok(None),
    };
    needle.release(rt);
    found
}

fn find_by(
    rt: &mut Runtime,
    args: Args<'_>,
    finder: fn(&[u8], &[u8]) -> Option<usize>,
) -> Result<Option<usize>> {
    let found =
        search_by(rt, args, |part, needle, start| finder(part, needle).map(|at| at + start))?;
    Ok(found.flatten())
}

macro_rules! searches {
    ($($name:ident $finder:path, $raises:literal;)*) => {$(
        fn $name<'a>(rt: &mut Runtime, args: Args<'a>) -> Result {
            match find_by(rt, args, $finder)? {
                Some(at) => rt.int_from_usize(at),
                None if $raises => Err(rt.value_error("subsection not found")),
                None => rt.int(-1),
            }
        }
    )*};
}

searches! {
    find search::find, false;
    rfind search::rfind, false;
    index search::find, true;
    rindex search::rfind, true;
}

fn count(rt: &mut Runtime, args: Args<'_>) -> Result {
    let found = search_by(rt, args, |part, needle, _| match needle.is_empty() {
        true => part.len() + 1,
        false => search::count(part, needle),
    })?;
    rt.int_from_usize(found.unwrap_or(0))
}

fn replace(rt: &mut Runtime, args: Args<'_>) -> Result {
    buffer::with(rt, args.at(1), |rt, old| {
        buffer::with(rt, args.at(2), |rt, new| {
            let limit = match args.get(3) {
                Some(limit) => {
                    usize::try_from(indices::size_argument(rt, limit)?).unwrap_or(usize::MAX)
                }
                None => usize::MAX,
            };
            replaced(rt, args.at(0), old, new, limit)
        })
    })
}

fn replaced(rt: &mut Runtime, own_: Borrowed<'_>, old: &Held, new: &Held, limit: usize) -> Result {
    let (bytes, old, new) = (own(rt, own_), old.bytes(rt), new.bytes(rt));
    if limit == 0 || !old.is_empty() && search::find(bytes, old).is_none() {
        let ticks = bytes.len() / 64;
        rt.tick(ticks)?;
        return unchanged(rt, own_);
    }
    let size = search::replaced_len(bytes, old, new, limit, bytes.len());
    rt.check_room(size)?;
    rt.tick((bytes.len() + size) / 64)?;
    let replaced = search::replace(bytes, old, new, limit, |_| 1, size);
    like(rt, own_, replaced)
}

/// The parts of the receiver as a list.
fn parts(rt: &mut Runtime, value: Borrowed<'_>, ranges: Parts) -> Result {
    let mut items = ChargedVec::new(rt.heap());
    items.reserve_exact(ranges.len()).into_py(rt)?;
    for range in ranges {
        rt.tick(1)?;
        let part = part(rt, value, range)?;
        items.push(part).into_py(rt)?;
    }
    rt.list_of(items).map(Gc::into_value)
}

/// How a split at a mark (or at blanks) finds its parts: the bytes, the mark, the greatest number of cuts.
type Splitter<Mark> = fn(&[u8], &Mark, usize, &mut Parts) -> std::result::Result<(), OutOfMemory>;

fn split_by(
    rt: &mut Runtime,
    args: Args<'_>,
    at_blanks: Splitter<Bytes>,
    at_separator: Splitter<[u8]>,
) -> Result {
    let limit = match args.get(2) {
        Some(limit) => usize::try_from(indices::size_argument(rt, limit)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let Some(separator) = args.get(1).filter(|separator| !singletons::is_none(separator)) else {
        let mut ranges = Parts::new(rt.heap());
        rt.tick(own(rt, args.at(0)).len() / 64)?;
        at_blanks(own(rt, args.at(0)), &Bytes, limit, &mut ranges).into_py(rt)?;
        return parts(rt, args.at(0), ranges);
    };
    buffer::with(rt, separator, |rt, separator| {
        let mut ranges = Parts::new(rt.heap());
        let bytes = own(rt, args.at(0));
        rt.tick(bytes.len() / 64)?;
        match separator.bytes(rt) {
            [] => return Err(rt.value_error("empty separator")),
            separator => at_separator(bytes, separator, limit, &mut ranges).into_py(rt)?,
        }
        parts(rt, args.at(0), ranges)
    })
}

fn split(rt: &mut Runtime, args: Args<'_>) -> Result {
    split_by(rt, args, split::blanks, split::separator)
}

fn rsplit(rt: &mut Runtime, args: Args<'_>) -> Result {
    split_by(rt, args, split::blanks_from_right, split::separator_from_right)
}

fn splitlines(rt: &mut Runtime, args: Args<'_>) -> Result {
    let keep = match args.get(1) {
        Some(keep) => rt.is_true(keep)?,
        None => false,
    };
    let mut ranges = Parts::new(rt.heap());
    let bytes = own(rt, args.at(0));
    rt.tick(bytes.len() / 64)?;
    split::lines(bytes, keep, split::byte_break, &mut ranges).into_py(rt)?;
    parts(rt, args.at(0), ranges)
}

/// The bytes of a set count as blank.
struct Among([bool; 256]);

impl Among {
    fn new(set: &[u8]) -> Among {
        let mut among = [false; 256];
        set.iter().for_each(|byte| among[usize::from(*byte)] = true);
        Among(among)
    }
}

impl Alphabet for Among {
    fn first(&self, text: &[u8]) -> Option<(usize, bool)> {
        Some((1, self.0[usize::from(*text.first()?)]))
    }

    fn last(&self, text: &[u8]) -> Option<(usize, bool)> {
        Some((1, self.0[usize::from(*text.last()?)]))
    }
}

fn stripped(rt: &mut Runtime, args: Args<'_>, left: bool, right: bool) -> Result {
    rt.tick(own(rt, args.at(0)).len() / 64)?;
    let Some(set) = args.get(1).filter(|set| !singletons::is_none(set)) else {
        let range = split::strip(own(rt, args.at(0)), &Bytes, left, right);
        return part(rt, args.at(0), range);
    };
    buffer::with(rt, set, |rt, set| {
        rt.tick(set.bytes(rt).len() / 64)?;
        let among = Among::new(set.bytes(rt));
        let range = split::strip(own(rt, args.at(0)), &among, left, right);
        part(rt, args.at(0), range)
    })
}

fn strip(rt: &mut Runtime, args: Args<'_>) -> Result {
    stripped(rt, args, true, true)
}

fn lstrip(rt: &mut Runtime, args: Args<'_>) -> Result {
    stripped(rt, args, true, false)
}

fn rstrip(rt: &mut Runtime, args: Args<'_>) -> Result {
    stripped(rt, args, false, true)
}

fn partitioned(
    rt: &mut Runtime,
    args: Args<'_>,
    finder: fn(&[u8], &[u8]) -> Option<usize>,
    from_left: bool,
) -> Result {
    let own_ = args.at(0);
    let constant = own_.is_payload::<BytesObject>();
    let flags = if constant { buffer::SIMPLE } else { buffer::FULL_READ_ONLY };
    buffer::with_flags(rt, args.at(1), flags, |rt, separator| {
        let (bytes, mark) = (own(rt, own_), separator.bytes(rt));
        if mark.is_empty() {
            return Err(rt.value_error("empty separator"));
        }
        rt.tick(bytes.len() / 64)?;
        let Some(at) = finder(bytes, mark) else {
            // The whole is the receiver itself, even if its class is a subclass.
            let whole = match constant {
                true => own_.to_value(),
                false => unchanged(rt, own_)?,
            };
            let (empty, other) = (like(rt, own_, Vec::new())?, like(rt, own_, Vec::new())?);
            let items = if from_left { [whole, empty, other] } else { [empty, other, whole] };
            return rt.tuple(items.into_iter()).map(Gc::into_value);
        };
        let after = at + mark.len()..bytes.len();
        // `bytes` show what borrowed the separator, whatever its class is.
        let middle = match constant {
            true => separator.owner().clone(),
            false => {
                let mark = mark.to_vec();
                like(rt, own_, mark)?
            }
        };
        let items = [slice(rt, own_, 0..at)?, middle, slice(rt, own_, after)?];
        rt.tuple(items.into_iter()).map(Gc::into_value)
    })
}

fn partition(rt: &mut Runtime, args: Args<'_>) -> Result {
    partitioned(rt, args, search::find, true)
}

fn rpartition(rt: &mut Runtime, args: Args<'_>) -> Result {
    partitioned(rt, args, search::rfind, false)
}

/// The receiver holds its own buffer meanwhile, which keeps the size of a `bytearray`.
fn join(rt: &mut Runtime, args: Args<'_>) -> Result {
    buffer::export(rt, args.at(0), 1);
    let joined = joined(rt, args.at(0), args.at(1));
    buffer::export(rt, args.at(0), -1);
    joined
}

fn joined(rt: &mut Runtime, own_: Borrowed<'_>, iterable: Borrowed<'_>) -> Result {
    let list = sequence::fast(rt, iterable, "can only join an iterable")?;
    let count = sequence::items(rt, list.as_ref()).len();
    let mut parts: Vec<Held> = Vec::new();
    let joined =
        acquire_all(rt, &list, count, &mut parts).and_then(|()| join_held(rt, own_, &list, &parts));
    for held in parts {
        held.release(rt);
    }
    joined
}

/// Acquires the buffers of all items of a list or tuple, whose number stays the same.
fn acquire_all(rt: &mut Runtime, list: &Value, count: usize, parts: &mut Vec<Held>) -> Result<()> {
    rt.check_room(count.saturating_mul(size_of::<Held>()))?;
    for number in 0..count {
        rt.tick(1)?;
        let Some(item) = sequence::nth(rt, list.as_ref(), number) else { break };
        match buffer::acquire_if_any(rt, item.as_ref(), buffer::SIMPLE)? {
            Some(held) => parts.push(held),
            None => {
                let class = rt.type_name(item.as_ref());
                return Err(rt.type_error(format!(
                    "sequence item {number}: expected a bytes-like object, {class} found"
                )));
            }
        }
        if sequence::items(rt, list.as_ref()).len() != count {
            return Err(rt.runtime_error("sequence changed size during iteration"));
        }
    }
    Ok(())
}

fn join_held(rt: &mut Runtime, own_: Borrowed<'_>, list: &Value, parts: &[Held]) -> Result {
    if let [_] = parts
        && own_.is_payload::<BytesObject>()
        && let Some(only) = sequence::nth(rt, list.as_ref(), 0)
        && rt.type_of(only.as_ref()).is(&rt.types().bytes)
    {
        return Ok(only);
    }
    let separator = own(rt, own_);
    let marks = separator.len().saturating_mul(parts.len().saturating_sub(1));
    let size = parts.iter().fold(marks, |sum, part| sum.saturating_add(part.bytes(rt).len()));
    rt.check_room(size)?;
    rt.tick(size / 64)?;
    let mut out = Vec::with_capacity(size);
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            out.extend_from_slice(separator);
        }
        out.extend_from_slice(part.bytes(rt));
    }
    like(rt, own_, out)
}

/// The test of one prefix or suffix.
type Affix = fn(&[u8], &[u8]) -> bool;

fn affix(rt: &mut Runtime, args: Args<'_>, method: &str, test: Affix) -> Result {
    let bounds = indices::unpacked_bounds(rt, args.get(2), args.get(3))?;
    let has = |rt: &mut Runtime, candidate: Borrowed<'_>| {
        with_bytes(rt, candidate, true, |rt, affix| {
            let bytes = own(rt, args.at(0));
            let (start, end) = indices::placed(bounds, bytes.len());
            let part = bytes.get(start..end.max(start));
            Ok(start <= end && part.is_some_and(|part| test(part, affix.bytes(rt))))
        })
    };
    if let Some(tuple) = args.at(1).get::<TupleObject>(rt) {
        for candidate in tuple.items().to_vec() {
            if has(rt, candidate.as_ref())? {
                return Ok(singletons::bool(true));
            }
        }
        return Ok(singletons::bool(false));
    }
    match has(rt, args.at(1)) {
        Ok(has) => Ok(singletons::bool(has)),
        Err(raise) if rt.is_exception_of(&raise, &rt.types().type_error) => {
            let class = rt.type_name(args.at(1));
            Err(rt.type_error(format!(
                "{method} first arg must be bytes or a tuple of bytes, not {class}"
            )))
        }
        Err(raise) => Err(raise),
    }
}

fn starts_with(rt: &mut Runtime, args: Args<'_>) -> Result {
    affix(rt, args, "startswith", <[u8]>::starts_with)
}

fn ends_with(rt: &mut Runtime, args: Args<'_>) -> Result {
    affix(rt, args, "endswith", <[u8]>::ends_with)
}

fn remove_prefix(rt: &mut Runtime, args: Args<'_>) -> Result {
    buffer::with(rt, args.at(1), |rt, prefix| {
        let (bytes, prefix) = (own(rt, args.at(0)), prefix.bytes(rt));
        let start = if bytes.starts_with(prefix) { prefix.len() } else { 0 };
        let range = start..bytes.len();
        part(rt, args.at(0), range)
    })
}

fn remove_suffix(rt: &mut Runtime, args: Args<'_>) -> Result {
    buffer::with(rt, args.at(1), |rt, suffix| {
        let (bytes, suffix) = (own(rt, args.at(0)), suffix.bytes(rt));
        let end = if bytes.ends_with(suffix) { bytes.len() - suffix.len() } else { bytes.len() };
        part(rt, args.at(0), 0..end)
    })
}

fn padded(
    rt: &mut Runtime,
    args: Args<'_>,
    method: &str,
    share: fn(usize, usize) -> (usize, usize),
) -> Result {
    let width = usize::try_from(indices::size_argument(rt, args.at(1))?).unwrap_or(0);
    let fill = match args.get(2) {
        None => b' ',
        Some(fill) => match own(rt, fill) {
            [byte] => *byte,
            _ => {
                let class = rt.argument_name(fill);
                return Err(rt.type_error(format!(
                    "{method}() argument 2 must be a byte string of length 1, not {class}"
                )));
            }
        },
    };
    check_result(rt, args.at(0), width)?;
    let bytes = own(rt, args.at(0));
    if width <= bytes.len() {
        return unchanged(rt, args.at(0));
    }
    let (left, right) = share(bytes.len(), width);
    let mut out = vec![fill; left];
    out.extend_from_slice(bytes);
    out.resize(out.len() + right, fill);
    like(rt, args.at(0), out)
}

/// Refuses a size that no result of the receiver's kind can have.
fn check_result(rt: &Runtime, own: Borrowed<'_>, size: usize) -> Result<()> {
    if own.is_payload::<BytesObject>() {
        check_size(rt, size)?;
    }
    rt.check_room(size)
}

fn ljust(rt: &mut Runtime, args: Args<'_>) -> Result {
    padded(rt, args, "ljust", |len, width| (0, width.saturating_sub(len)))
}

fn rjust(rt: &mut Runtime, args: Args<'_>) -> Result {
    padded(rt, args, "rjust", |len, width| (width.saturating_sub(len), 0))
}

fn center(rt: &mut Runtime, args: Args<'_>) -> Result {
    padded(rt, args, "center", adjust::centre)
}

fn zfill(rt: &mut Runtime, args: Args<'_>) -> Result {
    let width = usize::try_from(indices::size_argument(rt, args.at(1))?).unwrap_or(0);
    check_result(rt, args.at(0), width)?;
    let bytes = own(rt, args.at(0));
    if width <= bytes.len() {
        return unchanged(rt, args.at(0));
    }
    let filled = adjust::zero_fill(bytes, bytes.len(), width);
    like(rt, args.at(0), filled)
}

fn expand_tabs(rt: &mut Runtime, args: Args<'_>) -> Result {
    let size = match args.get(1) {
        Some(size) => usize::try_from(indices::int_argument(rt, size)?).unwrap_or(0),
        None => 8,
    };
    let bytes = own(rt, args.at(0));
    let tabs = bytes.iter().filter(|byte| **byte == b'\t').count();
    rt.check_room(tabs.saturating_mul(size).saturating_add(bytes.len()))?;
    let expanded = adjust::expand_tabs(bytes, size, false);
    like(rt, args.at(0), expanded)
}

macro_rules! mapped {
    ($($name:ident $function:expr;)*) => {$(
        fn $name<'a>(rt: &mut Runtime, args: Args<'a>) -> Result {
            let function: fn(&[u8]) -> Vec<u8> = $function;
            rt.tick(own(rt, args.at(0)).len() / 128)?;
            let mapped = function(own(rt, args.at(0)));
            like(rt, args.at(0), mapped)
        }
    )*};
}

mapped! {
    upper |bytes| bytes.to_ascii_uppercase();
    lower |bytes| bytes.to_ascii_lowercase();
    title case::bytes_title;
    capitalize case::bytes_capitalize;
    swapcase case::bytes_swapcase;
}

macro_rules! asked {
    ($($name:ident $function:expr;)*) => {$(
        fn $name<'a>(rt: &mut Runtime, args: Args<'a>) -> Result {
            let function: fn(&[u8]) -> bool = $function;
            rt.tick(own(rt, args.at(0)).len() / 128)?;
            Ok(singletons::bool(function(own(rt, args.at(0)))))
        }
    )*};
}

asked! {
    is_ascii |bytes| bytes.is_ascii();
    is_alpha predicate::bytes_is_alpha;
    is_digit predicate::bytes_is_digit;
    is_alnum predicate::bytes_is_alnum;
    is_space predicate::bytes_is_space;
    is_lower predicate::bytes_is_lower;
    is_upper predicate::bytes_is_upper;
    is_title predicate::bytes_is_title;
}

fn decode(rt: &mut Runtime, args: Args<'_>) -> Result {
    let encoding = codec::name_argument(rt, args.get(1), "decode", "encoding", "utf-8")?;
    let errors = codec::name_argument(rt, args.get(2), "decode", "errors", "strict")?;
    let bytes = own(rt, args.at(0)).to_vec();
    codec::decode(rt, &bytes, &encoding, &errors, args.at(0)).map(Gc::into_value)
}

fn translate(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(table) = args.get(1).filter(|table| !singletons::is_none(table)) else {
        return delete(rt, args, None);
    };
    let direct = args.at(0).is_payload::<BytesObject>();
    with_bytes(rt, table, direct, |rt, table| {
        let table: Option<[u8; 256]> = table.bytes(rt).try_into().ok();
        match table {
            Some(table) => delete(rt, args, Some(&table)),
            None => Err(rt.value_error("translation table must be 256 characters long")),
        }
    })
}

/// As [`buffer::with`], for an argument that is taken as it is, if `direct`, when it is any `bytes`.
fn with_bytes<R>(
    rt: &mut Runtime,
    value: Borrowed<'_>,
    direct: bool,
    use_: impl FnOnce(&mut Runtime, &Held) -> Result<R>,
) -> Result<R> {
    match Held::of_bytes(value).filter(|_| direct) {
        Some(held) => use_(rt, &held),
        None => buffer::with(rt, value, use_),
    }
}

/// The second half of `translate`: bytes to delete, then those that a table maps to others.
fn delete(rt: &mut Runtime, args: Args<'_>, table: Option<&[u8; 256]>) -> Result {
    let direct = args.at(0).is_payload::<BytesObject>();
    let mut gone = [false; 256];
    let none = match args.get(2) {
        None => true,
        Some(delete) => with_bytes(rt, delete, direct, |rt, delete| {
            for byte in delete.bytes(rt) {
                gone[usize::from(*byte)] = true;
            }
            Ok(delete.bytes(rt).is_empty())
        })?,
    };
    if table.is_none() && none {
        return unchanged(rt, args.at(0));
    }
    let bytes = own(rt, args.at(0));
    rt.check_room(bytes.len())?;
    rt.tick(bytes.len() / 64)?;
    let kept = bytes.iter().filter(|byte| !gone[usize::from(**byte)]);
    let out: Vec<u8> = match table {
        Some(table) => kept.map(|byte| table[usize::from(*byte)]).collect(),
        None => kept.copied().collect(),
    };
    // What loses nothing to a deletion alone is the same object.
    if table.is_none() && out.len() == bytes.len() {
        return unchanged(rt, args.at(0));
    }
    like(rt, args.at(0), out)
}

fn make_table(rt: &mut Runtime, args: Args<'_>) -> Result {
    buffer::with(rt, args.at(0), |rt, from| {
        buffer::with(rt, args.at(1), |rt, to| {
            let (from, to) = (from.bytes(rt), to.bytes(rt));
            if from.len() != to.len() {
                return Err(rt.value_error("maketrans arguments must have same length"));
            }
            let mut table: Vec<u8> = (0..=255).collect();
            for (from, to) in from.iter().zip(to) {
                table[usize::from(*from)] = *to;
            }
            rt.bytes(&table).map(Gc::into_value)
        })
    })
}

fn hex(rt: &mut Runtime, args: Args<'_>) -> Result {
    let group = hex_group(rt, args.get(2))?;
    rt.tick(own(rt, args.at(0)).len() / 4)?;
    let bytes = own(rt, args.at(0)).to_vec();
    hex_text(rt, &bytes, args.get(1), group)
}

/// After how many bytes `hex` puts a separator, which is asked for before anything else.
pub(crate) fn hex_group(rt: &mut Runtime, group: Option<Borrowed<'_>>) -> Result<i32> {
    match group {
        Some(group) => indices::int_argument(rt, group),
        None => Ok(1),
    }
}

/// Hexadecimal digits, with separators between groups counted from the right (or left, if
/// negative).
pub(crate) fn hex_text(
    rt: &mut Runtime,
    bytes: &[u8],
    separator: Option<Borrowed<'_>>,
    group: i32,
) -> Result {
    let separator = match separator {
        None => None,
        Some(separator) => {
            if rt.len(separator)? != 1 {
                return Err(rt.value_error("sep must be length 1."));
            }
            let text = match separator.get::<StrObject>(rt) {
                Some(text) => text.as_bytes(),
                None if separator.is_payload::<BytesObject>() => own(rt, separator),
                None => return Err(rt.type_error("sep must be str or bytes.")),
            };
            match text {
                [byte] if byte.is_ascii() => Some(*byte),
                _ => return Err(rt.value_error("sep must be ASCII.")),
            }
        }
    };
    rt.check_room(bytes.len().saturating_mul(3))?;
    let digit = |half: u8| b"0123456789abcdef"[usize::from(half & 15)];
    let digits = |byte: &u8| [digit(byte >> 4), digit(*byte)];
    let mut out = Vec::with_capacity(bytes.len() * 2);
    let Some(separator) = separator.filter(|_| group != 0) else {
        out.extend(bytes.iter().flat_map(digits));
        return rt.str_from_buffer(out).map(Gc::into_value);
    };
    let size = group.unsigned_abs() as usize;
    for (at, byte) in bytes.iter().enumerate() {
        let before = if group > 0 { bytes.len() - at } else { at };
        if at > 0 && before.is_multiple_of(size) {
            out.push(separator);
        }
        out.extend_from_slice(&digits(byte));
    }
    rt.str_from_buffer(out).map(Gc::into_value)
}

fn from_hex(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(text) = args.at(1).get::<StrObject>(rt) else {
        let class = rt.argument_name(args.at(1));
        return Err(rt.type_error(format!("fromhex() argument must be str, not {class}")));
    };
    let digits = text.as_bytes();
    let (mut out, mut at) = (Vec::with_capacity(digits.len() / 2), 0);
    let value = |at: usize| match digits.get(at)? {
        digit @ b'0'..=b'9' => Some(digit - b'0'),
        digit @ (b'a'..=b'f' | b'A'..=b'F') => Some((digit | 0x20) - b'a' + 10),
        _ => None,
    };
    while at < digits.len() {
        if predicate::is_byte_space(digits[at]) {
            at += 1;
            continue;
        }
        let (Some(high), Some(low)) = (value(at), value(at + 1)) else {
            let bad = if value(at).is_none() { at } else { at + 1 };
            return Err(rt.value_error(format!(
                "non-hexadecimal number found in fromhex() arg at position {bad}"
            )));
        };
        out.push(high << 4 | low);
        at += 2;
    }
    let bytes = rt.bytes_from_buffer(out)?.into_value();
    if args.at(0).is(&rt.types().bytes) { Ok(bytes) } else { rt.call(args.at(0), [bytes.as_ref()]) }
}

fn new_arguments(rt: &mut Runtime, args: Args<'_>) -> Result {
    let bytes = own(rt, args.at(0)).to_vec();
    let bytes = rt.bytes(&bytes)?.into_value();
    rt.tuple([bytes].into_iter()).map(Gc::into_value)
}

fn to_bytes(rt: &mut Runtime, args: Args<'_>) -> Result {
    if rt.type_of(args.at(0)).is(&rt.types().bytes) {
        return Ok(args.at(0).to_value());
    }
    let bytes = own(rt, args.at(0)).to_vec();
    rt.bytes(&bytes).map(Gc::into_value)
}

pub(super) const METHODS: &[MethodSpec] = &[
    MethodSpec::method("capitalize", "($self, /)", capitalize)
        .doc("A copy whose first ASCII letter is a capital and whose others are small."),
    MethodSpec::method("center", "($self, width, fillchar=b' ', /)", center)
        .doc("A copy in the middle of the given width, between fill bytes."),
    MethodSpec::method("count", "($self, sub[, start[, end]], /)", count)
        .doc("How often a part comes without overlapping, between start and end."),
    MethodSpec::method("decode", "($self, /, encoding='utf-8', errors='strict')", decode)
        .doc("Decode the bytes using the codec registered for encoding."),
    MethodSpec::method("endswith", "($self, suffix[, start[, end]], /)", ends_with)
        .doc("Whether the bytes end with a part, or with one of a tuple of them."),
    MethodSpec::method("expandtabs", "($self, /, tabsize=8)", expand_tabs)
        .doc("A copy with spaces up to the next column in the place of each tab."),
    MethodSpec::method("find", "($self, sub[, start[, end]], /)", find)
        .doc("The first place of a part between start and end, or -1."),
    MethodSpec::class_method("fromhex", "($type, string, /)", from_hex)
        .doc("Create a bytes object from a string of hexadecimal numbers."),
    MethodSpec::method("hex", "($self, /, sep=<unrepresentable>, bytes_per_sep=1)", hex)
        .doc("Create a string of hexadecimal numbers from a bytes object.\n\n>>> b'\\x01\\xff'.hex(':')\n'01:ff'"),
    MethodSpec::method("index", "($self, sub[, start[, end]], /)", index)
        .doc("The first place of a part between start and end; ValueError without one."),
    MethodSpec::method("isalnum", "($self, /)", is_alnum)
        .doc("Whether all are ASCII letters and digits, and there is one at least."),
    MethodSpec::method("isalpha", "($self, /)", is_alpha)
        .doc("Whether all are ASCII letters, and there is one at least."),
    MethodSpec::method("isascii", "($self, /)", is_ascii).doc("Whether all are below 128."),
    MethodSpec::method("isdigit", "($self, /)", is_digit)
        .doc("Whether all are ASCII digits, and there is one at least."),
    MethodSpec::method("islower", "($self, /)", is_lower)
        .doc("Whether there are small ASCII letters and no capital ones."),
    MethodSpec::method("isspace", "($self, /)", is_space)
        .doc("Whether all are ASCII white space, and there is one at least."),
    MethodSpec::method("istitle", "($self, /)", is_title)
        .doc("Whether each word begins with a capital and goes on in small letters."),
    MethodSpec::method("isupper", "($self, /)", is_upper)
        .doc("Whether there are capital ASCII letters and no small ones."),
    MethodSpec::method("join", "($self, iterable_of_bytes, /)", join)
        .doc("The items of an iterable, put together with these bytes between them."),
    MethodSpec::method("ljust", "($self, width, fillchar=b' ', /)", ljust)
        .doc("A copy at the left of the given width, followed by fill bytes."),
    MethodSpec::method("lower", "($self, /)", lower)
        .doc("A copy with small ASCII letters in the place of capital ones."),
    MethodSpec::method("lstrip", "($self, bytes=None, /)", lstrip)
        .doc("A copy without the given bytes, or white space, at its beginning."),
    MethodSpec::function("maketrans", "(frm, to, /)", make_table),
    MethodSpec::method("partition", "($self, sep, /)", partition)
        .doc("What is before the first separator, the separator, and what follows it."),
    MethodSpec::method("removeprefix", "($self, prefix, /)", remove_prefix)
        .doc("A copy without this beginning, if it has it."),
    MethodSpec::method("removesuffix", "($self, suffix, /)", remove_suffix)
        .doc("A copy without this end, if it has it."),
    MethodSpec::method("replace", "($self, old, new, count=-1, /)", replace)
        .doc("A copy with one part in the place of another, at most count times."),
    MethodSpec::method("rfind", "($self, sub[, start[, end]], /)", rfind)
        .doc("The last place of a part between start and end, or -1."),
    MethodSpec::method("rindex", "($self, sub[, start[, end]], /)", rindex)
        .doc("The last place of a part between start and end; ValueError without one."),
    MethodSpec::method("rjust", "($self, width, fillchar=b' ', /)", rjust)
        .doc("A copy at the right of the given width, after fill bytes."),
    MethodSpec::method("rpartition", "($self, sep, /)", rpartition)
        .doc("What is before the last separator, the separator, and what follows it."),
    MethodSpec::method("rsplit", "($self, /, sep=None, maxsplit=-1)", rsplit)
        .doc("The pieces between separators, or white space, cut from the right."),
    MethodSpec::method("rstrip", "($self, bytes=None, /)", rstrip)
        .doc("A copy without the given bytes, or white space, at its end."),
    MethodSpec::method("split", "($self, /, sep=None, maxsplit=-1)", split)
        .doc("The pieces between separators, or white space, cut from the left."),
    MethodSpec::method("splitlines", "($self, /, keepends=False)", splitlines)
        .doc("The lines, with their ends if keepends is true."),
    MethodSpec::method("startswith", "($self, prefix[, start[, end]], /)", starts_with)
        .doc("Whether the bytes begin with a part, or with one of a tuple of them."),
    MethodSpec::method("strip", "($self, bytes=None, /)", strip)
        .doc("A copy without the given bytes, or white space, at both ends."),
    MethodSpec::method("swapcase", "($self, /)", swapcase)
        .doc("A copy with small ASCII letters for capital ones and the other way round."),
    MethodSpec::method("title", "($self, /)", title)
        .doc("A copy in which each word begins with a capital and goes on in small letters."),
    MethodSpec::method("translate", "($self, table, /, delete=b'')", translate).doc(
        "A copy in which a table of 256 says what each byte becomes, without those to delete.",
    ),
    MethodSpec::method("upper", "($self, /)", upper)
        .doc("A copy with capital ASCII letters in the place of small ones."),
    MethodSpec::method("zfill", "($self, width, /)", zfill)
        .doc("A copy with zeros on the left, behind a sign, up to the given width."),
    MethodSpec::method("__bytes__", "($self, /)", to_bytes)
        .doc("Convert this value to exact type bytes."),
    MethodSpec::method("__getnewargs__", "($self, /)", new_arguments),
];

/// Those that `bytearray` has too: all but the last two.
pub(super) const SHARED: &[MethodSpec] = METHODS.split_at(METHODS.len() - 2).0;
