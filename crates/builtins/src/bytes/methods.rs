//! The methods of `bytes`, most of which `bytearray` shares.

use std::ops::Range;

use objmodel::objects::bytes::BytesObject;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, Gc, Raise, Result, Runtime, Value, singletons};

use super::{check_size, convert, like, own, part, slice_of, unchanged};
use crate::indices;
use crate::sequence;
use crate::str::codec;
use crate::text::split::{self, Alphabet, Bytes};
use crate::text::{adjust, case, predicate, search};

/// A bytes-like argument, as a copy.
fn like_bytes(rt: &Runtime, value: Borrowed<'_>) -> Result<Vec<u8>> {
    match slice_of(rt, value) {
        Some(bytes) => Ok(bytes.to_vec()),
        None => Err(not_bytes(rt, value)),
    }
}

#[cold]
fn not_bytes(rt: &Runtime, value: Borrowed<'_>) -> Raise {
    let class = rt.type_name(value);
    rt.type_error(format!("a bytes-like object is required, not '{class}'"))
}

/// What a search looks for: bytes, or one byte as an integer.
fn needle(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Vec<u8>> {
    if let Some(bytes) = slice_of(rt, value) {
        return Ok(bytes.to_vec());
    }
    if rt.has_index(value) {
        return Ok(vec![convert::byte(rt, value, "bytearray")?]);
    }
    let class = rt.type_name(value);
    Err(rt.type_error(format!("argument should be integer or bytes-like object, not '{class}'")))
}

fn find_by(
    rt: &mut Runtime,
    args: Args<'_>,
    finder: fn(&[u8], &[u8]) -> Option<usize>,
) -> Result<Option<usize>> {
    let needle = needle(rt, args.at(1))?;
    let len = own(rt, args.at(0)).len();
    let (start, end) = indices::bounds(rt, args.get(2), args.get(3), len)?;
    let Some(part) = own(rt, args.at(0)).get(start..end.max(start)).filter(|_| start <= end) else {
        return Ok(None);
    };
    rt.tick(part.len() / 64)?;
    Ok(finder(part, &needle).map(|at| at + start))
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
    let needle = needle(rt, args.at(1))?;
    let len = own(rt, args.at(0)).len();
    let (start, end) = indices::bounds(rt, args.get(2), args.get(3), len)?;
    if start > end {
        return rt.int(0);
    }
    let part = own(rt, args.at(0)).get(start..end).unwrap_or_default();
    rt.tick(part.len() / 64)?;
    let found = match needle.is_empty() {
        true => part.len() + 1,
        false => search::count(part, &needle),
    };
    rt.int_from_usize(found)
}

fn replace(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (old, new) = (like_bytes(rt, args.at(1))?, like_bytes(rt, args.at(2))?);
    let limit = match args.get(3) {
        Some(limit) => usize::try_from(indices::size_argument(rt, limit)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let bytes = own(rt, args.at(0));
    if limit == 0 || !old.is_empty() && search::find(bytes, &old).is_none() {
        let ticks = bytes.len() / 64;
        rt.tick(ticks)?;
        return unchanged(rt, args.at(0));
    }
    let size = search::replaced_len(bytes, &old, &new, limit, bytes.len());
    rt.check_room(size)?;
    let replaced = search::replace(bytes, &old, &new, limit, |_| 1);
    rt.tick(size / 64)?;
    like(rt, args.at(0), &replaced)
}

/// The parts of the receiver as a list.
fn parts(rt: &mut Runtime, value: Borrowed<'_>, ranges: Vec<Range<usize>>) -> Result {
    let mut items: Vec<Value> = Vec::with_capacity(ranges.len());
    for range in ranges {
        rt.tick(1)?;
        items.push(part(rt, value, range)?);
    }
    rt.list(items).map(Gc::into_value)
}

/// How a split at a mark (or at blanks) finds its parts: the bytes, the mark, the greatest number of cuts.
type Splitter<Mark> = fn(&[u8], &Mark, usize) -> Vec<Range<usize>>;

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
    let separator = match args.get(1).filter(|separator| !singletons::is_none(separator)) {
        Some(separator) => Some(like_bytes(rt, separator)?),
        None => None,
    };
    let bytes = own(rt, args.at(0));
    let ranges = match separator.as_deref() {
        None => at_blanks(bytes, &Bytes, limit),
        Some([]) => return Err(rt.value_error("empty separator")),
        Some(separator) => at_separator(bytes, separator, limit),
    };
    parts(rt, args.at(0), ranges)
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
    let ranges = split::lines(own(rt, args.at(0)), keep, split::byte_break);
    parts(rt, args.at(0), ranges)
}

/// The bytes of a set count as blank.
struct Among<'a>(&'a [u8]);

impl Alphabet for Among<'_> {
    fn first(&self, text: &[u8]) -> Option<(usize, bool)> {
        Some((1, self.0.contains(text.first()?)))
    }

    fn last(&self, text: &[u8]) -> Option<(usize, bool)> {
        Some((1, self.0.contains(text.last()?)))
    }
}

fn stripped(rt: &mut Runtime, args: Args<'_>, left: bool, right: bool) -> Result {
    let set = match args.get(1).filter(|set| !singletons::is_none(set)) {
        Some(set) => Some(like_bytes(rt, set)?),
        None => None,
    };
    let bytes = own(rt, args.at(0));
    let range = match &set {
        None => split::strip(bytes, &Bytes, left, right),
        Some(set) => split::strip(bytes, &Among(set), left, right),
    };
    part(rt, args.at(0), range)
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
    let separator = like_bytes(rt, args.at(1))?;
    if separator.is_empty() {
        return Err(rt.value_error("empty separator"));
    }
    let bytes = own(rt, args.at(0)).to_vec();
    if finder(&bytes, &separator).is_none() {
        // The whole is the receiver itself, even if its class is a subclass.
        let whole = match args.at(0).is_payload::<BytesObject>() {
            true => args.at(0).to_value(),
            false => like(rt, args.at(0), &bytes)?,
        };
        let (empty, other) = (like(rt, args.at(0), b"")?, like(rt, args.at(0), b"")?);
        let items = if from_left { [whole, empty, other] } else { [empty, other, whole] };
        return rt.tuple(items.into_iter()).map(Gc::into_value);
    }
    let (before, middle, after): (&[u8], &[u8], &[u8]) = match finder(&bytes, &separator) {
        Some(at) => {
            (&bytes[..at], &separator, bytes.get(at + separator.len()..).unwrap_or_default())
        }
        None => (&bytes, b"", b""),
    };
    let items = [
        like(rt, args.at(0), before)?,
        like(rt, args.at(0), middle)?,
        like(rt, args.at(0), after)?,
    ];
    rt.tuple(items.into_iter()).map(Gc::into_value)
}

fn partition(rt: &mut Runtime, args: Args<'_>) -> Result {
    partitioned(rt, args, search::find, true)
}

fn rpartition(rt: &mut Runtime, args: Args<'_>) -> Result {
    partitioned(rt, args, search::rfind, false)
}

fn join(rt: &mut Runtime, args: Args<'_>) -> Result {
    let items =
        sequence::collect_or_refuse(rt, args.at(1), |_| "can only join an iterable".to_owned())?;
    if let [only] = &items[..]
        && args.at(0).is_payload::<BytesObject>()
        && rt.type_of(only.as_ref()).is(&rt.types().bytes)
    {
        return Ok(only.clone());
    }
    let separator = own(rt, args.at(0)).to_vec();
    let mut out = Vec::new();
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            out.extend_from_slice(&separator);
        }
        match slice_of(rt, item.as_ref()) {
            Some(bytes) => {
                rt.check_room(out.len() + bytes.len())?;
                out.extend_from_slice(bytes);
            }
            None => {
                let class = rt.type_name(item.as_ref());
                return Err(rt.type_error(format!(
                    "sequence item {number}: expected a bytes-like object, {class} found"
                )));
            }
        }
    }
    like(rt, args.at(0), &out)
}

fn affix(rt: &mut Runtime, args: Args<'_>, method: &str, test: fn(&[u8], &[u8]) -> bool) -> Result {
    let len = own(rt, args.at(0)).len();
    let (start, end) = indices::bounds(rt, args.get(2), args.get(3), len)?;
    let (candidates, several) = match args.at(1).get::<TupleObject>(rt) {
        Some(tuple) => (tuple.items().to_vec(), true),
        None => (vec![args.at(1).to_value()], false),
    };
    for candidate in candidates {
        let Some(affix) = slice_of(rt, candidate.as_ref()) else {
            if several {
                return Err(not_bytes(rt, candidate.as_ref()));
            }
            let class = rt.type_name(candidate.as_ref());
            return Err(rt.type_error(format!(
                "{method} first arg must be bytes or a tuple of bytes, not {class}"
            )));
        };
        let part = own(rt, args.at(0)).get(start..end.max(start));
        if start <= end && part.is_some_and(|part| test(part, affix)) {
            return Ok(singletons::bool(true));
        }
    }
    Ok(singletons::bool(false))
}

fn starts_with(rt: &mut Runtime, args: Args<'_>) -> Result {
    affix(rt, args, "startswith", <[u8]>::starts_with)
}

fn ends_with(rt: &mut Runtime, args: Args<'_>) -> Result {
    affix(rt, args, "endswith", <[u8]>::ends_with)
}

fn remove_prefix(rt: &mut Runtime, args: Args<'_>) -> Result {
    let prefix = like_bytes(rt, args.at(1))?;
    let bytes = own(rt, args.at(0));
    let start = if bytes.starts_with(&prefix) { prefix.len() } else { 0 };
    let range = start..bytes.len();
    part(rt, args.at(0), range)
}

fn remove_suffix(rt: &mut Runtime, args: Args<'_>) -> Result {
    let suffix = like_bytes(rt, args.at(1))?;
    let bytes = own(rt, args.at(0));
    let end = if bytes.ends_with(&suffix) { bytes.len() - suffix.len() } else { bytes.len() };
    part(rt, args.at(0), 0..end)
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
        Some(fill) => match slice_of(rt, fill) {
            Some([byte]) => *byte,
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
    like(rt, args.at(0), &out)
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
    like(rt, args.at(0), &filled)
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
    like(rt, args.at(0), &expanded)
}

macro_rules! mapped {
    ($($name:ident $function:expr;)*) => {$(
        fn $name<'a>(rt: &mut Runtime, args: Args<'a>) -> Result {
            let function: fn(&[u8]) -> Vec<u8> = $function;
            let mapped = function(own(rt, args.at(0)));
            like(rt, args.at(0), &mapped)
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
    let table = match args.get(1).filter(|table| !singletons::is_none(table)) {
        Some(table) => Some(like_bytes(rt, table)?),
        None => None,
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(rt.value_error("translation table must be 256 characters long"));
    }
    let delete = match args.get(2) {
        Some(delete) => like_bytes(rt, delete)?,
        None => Vec::new(),
    };
    let bytes = own(rt, args.at(0));
    if table.is_none() && delete.is_empty() {
        return unchanged(rt, args.at(0));
    }
    let out: Vec<u8> = bytes
        .iter()
        .filter(|byte| !delete.contains(byte))
        .map(|byte| {
            table.as_ref().and_then(|t| t.get(usize::from(*byte))).copied().unwrap_or(*byte)
        })
        .collect();
    like(rt, args.at(0), &out)
}

fn make_table(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (from, to) = (like_bytes(rt, args.at(0))?, like_bytes(rt, args.at(1))?);
    if from.len() != to.len() {
        return Err(rt.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.iter().zip(to) {
        table[usize::from(*from)] = to;
    }
    rt.bytes(&table).map(Gc::into_value)
}

fn hex(rt: &mut Runtime, args: Args<'_>) -> Result {
    let bytes = own(rt, args.at(0)).to_vec();
    hex_text(rt, &bytes, args.get(1), args.get(2))
}

/// Hexadecimal digits, with separators between groups counted from the right (or left, if
/// negative).
pub(crate) fn hex_text(
    rt: &mut Runtime,
    bytes: &[u8],
    separator: Option<Borrowed<'_>>,
    group: Option<Borrowed<'_>>,
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
    let group = match group {
        Some(group) => indices::int_argument(rt, group)?,
        None => 1,
    };
    rt.check_room(bytes.len().saturating_mul(3))?;
    let mut out = String::with_capacity(bytes.len() * 2);
    let size = group.unsigned_abs() as usize;
    for (at, byte) in bytes.iter().enumerate() {
        let boundary = match group {
            0 => false,
            1.. => (bytes.len() - at).is_multiple_of(size),
            _ => at.is_multiple_of(size),
        };
        if at > 0
            && boundary
            && let Some(separator) = separator
        {
            out.push(char::from(separator));
        }
        out.push_str(&format!("{byte:02x}"));
    }
    rt.str(&out).map(Gc::into_value)
}

fn from_hex(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(text) = args.at(1).get::<StrObject>(rt) else {
        let class = rt.argument_name(args.at(1));
        return Err(rt.type_error(format!("fromhex() argument must be str, not {class}")));
    };
    let digits = text.as_bytes();
    let (mut out, mut at) = (Vec::new(), 0);
    let value = |at: usize| digits.get(at).and_then(|digit| char::from(*digit).to_digit(16));
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
        out.push((high * 16 + low) as u8);
        at += 2;
    }
    let bytes = rt.bytes(&out)?.into_value();
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
    MethodSpec::method("capitalize", "($self, /)", capitalize),
    MethodSpec::method("center", "($self, width, fillchar=b' ', /)", center),
    MethodSpec::method("count", "($self, sub[, start[, end]], /)", count),
    MethodSpec::method("decode", "($self, /, encoding='utf-8', errors='strict')", decode)
        .doc("Decode the bytes using the codec registered for encoding."),
    MethodSpec::method("endswith", "($self, suffix[, start[, end]], /)", ends_with),
    MethodSpec::method("expandtabs", "($self, /, tabsize=8)", expand_tabs),
    MethodSpec::method("find", "($self, sub[, start[, end]], /)", find),
    MethodSpec::class_method("fromhex", "($type, string, /)", from_hex)
        .doc("Create a bytes object from a string of hexadecimal numbers."),
    MethodSpec::method("hex", "($self, /, sep=<unrepresentable>, bytes_per_sep=1)", hex)
        .doc("Create a string of hexadecimal numbers from a bytes object."),
    MethodSpec::method("index", "($self, sub[, start[, end]], /)", index),
    MethodSpec::method("isalnum", "($self, /)", is_alnum),
    MethodSpec::method("isalpha", "($self, /)", is_alpha),
    MethodSpec::method("isascii", "($self, /)", is_ascii),
    MethodSpec::method("isdigit", "($self, /)", is_digit),
    MethodSpec::method("islower", "($self, /)", is_lower),
    MethodSpec::method("isspace", "($self, /)", is_space),
    MethodSpec::method("istitle", "($self, /)", is_title),
    MethodSpec::method("isupper", "($self, /)", is_upper),
    MethodSpec::method("join", "($self, iterable_of_bytes, /)", join),
    MethodSpec::method("ljust", "($self, width, fillchar=b' ', /)", ljust),
    MethodSpec::method("lower", "($self, /)", lower),
    MethodSpec::method("lstrip", "($self, bytes=None, /)", lstrip),
    MethodSpec::function("maketrans", "(frm, to, /)", make_table),
    MethodSpec::method("partition", "($self, sep, /)", partition),
    MethodSpec::method("removeprefix", "($self, prefix, /)", remove_prefix),
    MethodSpec::method("removesuffix", "($self, suffix, /)", remove_suffix),
    MethodSpec::method("replace", "($self, old, new, count=-1, /)", replace),
    MethodSpec::method("rfind", "($self, sub[, start[, end]], /)", rfind),
    MethodSpec::method("rindex", "($self, sub[, start[, end]], /)", rindex),
    MethodSpec::method("rjust", "($self, width, fillchar=b' ', /)", rjust),
    MethodSpec::method("rpartition", "($self, sep, /)", rpartition),
    MethodSpec::method("rsplit", "($self, /, sep=None, maxsplit=-1)", rsplit),
    MethodSpec::method("rstrip", "($self, bytes=None, /)", rstrip),
    MethodSpec::method("split", "($self, /, sep=None, maxsplit=-1)", split),
    MethodSpec::method("splitlines", "($self, /, keepends=False)", splitlines),
    MethodSpec::method("startswith", "($self, prefix[, start[, end]], /)", starts_with),
    MethodSpec::method("strip", "($self, bytes=None, /)", strip),
    MethodSpec::method("swapcase", "($self, /)", swapcase),
    MethodSpec::method("title", "($self, /)", title),
    MethodSpec::method("translate", "($self, table, /, delete=b'')", translate),
    MethodSpec::method("upper", "($self, /)", upper),
    MethodSpec::method("zfill", "($self, width, /)", zfill),
    MethodSpec::method("__bytes__", "($self, /)", to_bytes)
        .doc("Convert this value to exact type bytes."),
    MethodSpec::method("__getnewargs__", "($self, /)", new_arguments),
];

/// Those that `bytearray` has too: all but the last two.
pub(super) const SHARED: &[MethodSpec] = METHODS.split_at(METHODS.len() - 2).0;
