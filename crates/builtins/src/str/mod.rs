//! `str`: text, any sequence of code points.

mod adjust;
mod affix;
mod case;
mod iterator;
mod join;
mod new;
mod percent;
mod search;
mod sequence;
mod split;
mod template;
mod translate;

pub(crate) use iterator::{AsciiIterator, PointIterator, STR_ASCII_ITERATOR, STR_ITERATOR};
pub(crate) use sequence::character;

use objmodel::objects::str::{Str, StrObject};
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Result, Runtime, singletons};

use crate::receiver::receiver;
use crate::text::repr::{self, Shown};

/// The text of an argument; `None` if it is no `str`.
pub(crate) fn bytes_of<'a>(rt: &'a Runtime, value: Borrowed<'a>) -> Option<&'a [u8]> {
    value.get::<StrObject>(rt).map(StrObject::as_bytes)
}

/// The text of the receiver.
fn own<'a>(rt: &'a Runtime, args: Args<'a>) -> &'a [u8] {
    bytes_of(rt, args.at(0)).unwrap_or_default()
}

/// A handle to the receiver; the binding of methods has checked its class.
fn this(rt: &Runtime, value: Borrowed<'_>) -> Result<Str> {
    receiver(rt, value, "str")
}

/// A new string.
fn make(rt: &Runtime, text: &[u8]) -> Result {
    rt.str_from_bytes(text).map(Gc::into_value)
}

/// The receiver itself if it is an exact `str`, else a copy.
fn unchanged(rt: &Runtime, value: Borrowed<'_>) -> Result {
    if rt.type_of(value).is(&rt.types().str) {
        return Ok(value.to_value());
    }
    make(rt, bytes_of(rt, value).unwrap_or_default())
}

fn show(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let text = bytes_of(rt, own).unwrap_or_default();
    rt.tick(text.len() / 64)?;
    if let Some(quote) = repr::plain_quote(text) {
        return rt.str_of_parts(&[&[quote], text, &[quote]]).map(Gc::into_value);
    }
    rt.check_room(repr::repr_len(text, Shown::Printable))?;
    rt.str_from_buffer(repr::repr(text, Shown::Printable)).map(Gc::into_value)
}

fn str(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    unchanged(rt, own)
}

fn hash(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    let own = this(rt, own)?;
    rt.tick(own.read(rt).as_bytes().len() / 64)?;
    Ok(rt.str_hash(&own))
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (own.get::<StrObject>(rt), other.get::<StrObject>(rt)) else {
        return Ok(singletons::not_implemented());
    };
    rt.tick(a.as_bytes().len().min(b.as_bytes().len()) / 64)?;
    Ok(singletons::bool(a.compare(op, b)))
}

fn format(rt: &mut Runtime, args: Args<'_>) -> Result {
    crate::format::object::str(rt, args.at(0), args.at(1))
}

fn size(rt: &mut Runtime, args: Args<'_>) -> Result {
    let text = this(rt, args.at(0))?;
    rt.tick(text.read(rt).as_bytes().len() / 64)?;
    let text = text.read(rt);
    let largest = text.code_points().max().unwrap_or(0);
    // Characters of one width and a terminator; more is noted of texts that are not ASCII.
    let (fixed, width) = match largest {
        0..0x80 => (40, 1),
        0x80..0x100 => (56, 1),
        0x100..0x1_0000 => (56, 2),
        _ => (56, 4),
    };
    // An instance of a subclass has its characters elsewhere.
    let fixed = if rt.type_of(args.at(0)).is(&rt.types().str) { fixed } else { 64 };
    let size = fixed + width * (text.len() + 1);
    rt.int_from_usize(size)
}

fn new_arguments(rt: &mut Runtime, args: Args<'_>) -> Result {
    let text = make(rt, own(rt, args))?;
    rt.tuple([text].into_iter()).map(Gc::into_value)
}

fn encode(rt: &mut Runtime, args: Args<'_>) -> Result {
    let text = this(rt, args.at(0))?;
    crate::codec::encode_method(rt, &text, args)
}

/// The table of `str`.
pub(crate) const STR: ClassSpec = ClassSpec {
    name: "str",
    doc: Some(
        "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new \
         string object from the given object.",
    ),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new::new)),
        (SlotId::TpRepr, SlotFn::Unary(show)),
        (SlotId::TpStr, SlotFn::Unary(str)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpIter, SlotFn::Unary(iterator::iter)),
        (SlotId::SqLength, SlotFn::Len(sequence::len)),
        (SlotId::SqConcat, SlotFn::Binary(sequence::concat)),
        (SlotId::SqRepeat, SlotFn::SizeArg(sequence::repeat)),
        (SlotId::SqItem, SlotFn::SizeArg(sequence::item)),
        (SlotId::SqContains, SlotFn::Contains(sequence::contains)),
        (SlotId::MpLength, SlotFn::Len(sequence::len)),
        (SlotId::MpSubscript, SlotFn::Binary(sequence::subscript)),
        (SlotId::NbRemainder, SlotFn::Binary(percent::modulo)),
        (SlotId::NbRremainder, SlotFn::Binary(percent::reflected_modulo)),
    ],
    methods: &[
        MethodSpec::method("encode", "($self, /, encoding='utf-8', errors='strict')", encode)
            .doc("Encode the string using the codec registered for encoding."),
        MethodSpec::method("replace", "($self, old, new, /, count=-1)", search::replace)
            .doc("Return a copy with all occurrences of substring old replaced by new."),
        MethodSpec::method("split", "($self, /, sep=None, maxsplit=-1)", split::split).doc(
            "Return a list of the substrings in the string, using sep as the separator string.",
        ),
        MethodSpec::method("rsplit", "($self, /, sep=None, maxsplit=-1)", split::rsplit)
            .doc("Return a list of the substrings in the string, splitting from the end."),
        MethodSpec::method("join", "($self, iterable, /)", join::join)
            .doc("Concatenate any number of strings."),
        MethodSpec::method("capitalize", "($self, /)", case::capitalize)
            .doc("Return a capitalized version of the string."),
        MethodSpec::method("casefold", "($self, /)", case::casefold)
            .doc("Return a version of the string suitable for caseless comparisons."),
        MethodSpec::method("title", "($self, /)", case::title)
            .doc("Return a version of the string where each word is titlecased."),
        MethodSpec::method("center", "($self, width, fillchar=' ', /)", adjust::center)
            .doc("Return a centered string of length width."),
        MethodSpec::method("count", "($self, sub[, start[, end]], /)", search::count)
            .doc("Return the number of non-overlapping occurrences of substring sub."),
        MethodSpec::method("expandtabs", "($self, /, tabsize=8)", adjust::expand_tabs)
            .doc("Return a copy where all tab characters are expanded using spaces."),
        MethodSpec::method("find", "($self, sub[, start[, end]], /)", search::find)
            .doc("Return the lowest index in S where substring sub is found, or -1."),
        MethodSpec::method("partition", "($self, sep, /)", split::partition)
            .doc("Partition the string into three parts using the given separator."),
        MethodSpec::method("index", "($self, sub[, start[, end]], /)", search::index)
            .doc("Return the lowest index in S where substring sub is found."),
        MethodSpec::method("ljust", "($self, width, fillchar=' ', /)", adjust::ljust)
            .doc("Return a left-justified string of length width."),
        MethodSpec::method("lower", "($self, /)", case::lower)
            .doc("Return a copy of the string converted to lowercase."),
        MethodSpec::method("lstrip", "($self, chars=None, /)", split::lstrip)
            .doc("Return a copy of the string with leading whitespace removed."),
        MethodSpec::method("rfind", "($self, sub[, start[, end]], /)", search::rfind)
            .doc("Return the highest index in S where substring sub is found, or -1."),
        MethodSpec::method("rindex", "($self, sub[, start[, end]], /)", search::rindex)
            .doc("Return the highest index in S where substring sub is found."),
        MethodSpec::method("rjust", "($self, width, fillchar=' ', /)", adjust::rjust)
            .doc("Return a right-justified string of length width."),
        MethodSpec::method("rstrip", "($self, chars=None, /)", split::rstrip)
            .doc("Return a copy of the string with trailing whitespace removed."),
        MethodSpec::method("rpartition", "($self, sep, /)", split::rpartition)
            .doc("Partition the string into three parts, searching from the end."),
        MethodSpec::method("splitlines", "($self, /, keepends=False)", split::splitlines)
            .doc("Return a list of the lines in the string, breaking at line boundaries."),
        MethodSpec::method("strip", "($self, chars=None, /)", split::strip)
            .doc("Return a copy of the string with leading and trailing whitespace removed."),
        MethodSpec::method("swapcase", "($self, /)", case::swapcase).doc(
            "Convert uppercase characters to lowercase and lowercase characters to uppercase.",
        ),
        MethodSpec::method("translate", "($self, table, /)", translate::translate)
            .doc("Replace each character in the string using the given translation table."),
        MethodSpec::method("upper", "($self, /)", case::upper)
            .doc("Return a copy of the string converted to uppercase."),
        MethodSpec::method("startswith", "($self, prefix[, start[, end]], /)", affix::starts_with)
            .doc("Return True if the string starts with the specified prefix, False otherwise."),
        MethodSpec::method("endswith", "($self, suffix[, start[, end]], /)", affix::ends_with)
            .doc("Return True if the string ends with the specified suffix, False otherwise."),
        MethodSpec::method("removeprefix", "($self, prefix, /)", affix::remove_prefix)
            .doc("Return a str with the given prefix string removed if present."),
        MethodSpec::method("removesuffix", "($self, suffix, /)", affix::remove_suffix)
            .doc("Return a str with the given suffix string removed if present."),
        MethodSpec::method("isascii", "($self, /)", case::is_ascii)
            .doc("Return True if all characters in the string are ASCII, False otherwise."),
        MethodSpec::method("islower", "($self, /)", case::is_lower)
            .doc("Return True if the string is a lowercase string, False otherwise."),
        MethodSpec::method("isupper", "($self, /)", case::is_upper)
            .doc("Return True if the string is an uppercase string, False otherwise."),
        MethodSpec::method("istitle", "($self, /)", case::is_title)
            .doc("Return True if the string is a title-cased string, False otherwise."),
        MethodSpec::method("isspace", "($self, /)", case::is_space)
            .doc("Return True if the string is a whitespace string, False otherwise."),
        MethodSpec::method("isdecimal", "($self, /)", case::is_decimal)
            .doc("Return True if the string is a decimal string, False otherwise."),
        MethodSpec::method("isdigit", "($self, /)", case::is_digit)
            .doc("Return True if the string is a digit string, False otherwise."),
        MethodSpec::method("isnumeric", "($self, /)", case::is_numeric)
            .doc("Return True if the string is a numeric string, False otherwise."),
        MethodSpec::method("isalpha", "($self, /)", case::is_alpha)
            .doc("Return True if the string is an alphabetic string, False otherwise."),
        MethodSpec::method("isalnum", "($self, /)", case::is_alnum)
            .doc("Return True if the string is an alpha-numeric string, False otherwise."),
        MethodSpec::method("isidentifier", "($self, /)", case::is_identifier)
            .doc("Return True if the string is a valid Python identifier, False otherwise."),
        MethodSpec::method("isprintable", "($self, /)", case::is_printable)
            .doc("Return True if all characters in the string are printable, False otherwise."),
        MethodSpec::method("zfill", "($self, width, /)", adjust::zfill).doc(
            "Pad a numeric string with zeros on the left, to fill a field of the given width.",
        ),
        MethodSpec::raw_method("format", "($self, /, *args, **kwargs)", template::format).doc(
            "Return a formatted version of the string, using substitutions from args and kwargs.",
        ),
        MethodSpec::method("format_map", "($self, mapping, /)", template::format_map)
            .doc("Return a formatted version of the string, using substitutions from mapping."),
        MethodSpec::function(
            "maketrans",
            "(x, y=<unrepresentable>, z=<unrepresentable>, /)",
            translate::make_table,
        )
        .doc("Return a translation table usable for str.translate()."),
        MethodSpec::method("__format__", "($self, format_spec, /)", format)
            .doc("Return a formatted version of the string as described by format_spec."),
        MethodSpec::method("__sizeof__", "($self, /)", size)
            .doc("Return the size of the string in memory, in bytes."),
        MethodSpec::method("__getnewargs__", "($self, /)", new_arguments),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
