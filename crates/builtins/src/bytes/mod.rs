//! `bytes` and `bytearray`: sequences of bytes, one that never changes and one that does.

mod array;
pub(crate) mod convert;
mod iterator;
mod methods;
mod percent;

pub(crate) use array::BYTEARRAY;
pub(crate) use iterator::{BYTEARRAY_ITERATOR, BYTES_ITERATOR, ByteArrayIterator, BytesIterator};
pub(crate) use methods::hex_text;

use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::objects::slice::SliceObject;
use objmodel::objects::str::StrObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::ClassSpec;
use objmodel::{Borrowed, CallArgs, Gc, Result, Runtime, Type, singletons};

use crate::indices;

/// The bytes of a `bytes`, a `bytearray` or a `memoryview`.
pub(crate) fn slice_of<'a>(rt: &'a Runtime, value: Borrowed<'a>) -> Option<&'a [u8]> {
    if let Some(bytes) = value.get::<BytesObject>(rt) {
        return Some(bytes.as_slice());
    }
    if let Some(bytes) = value.get::<ByteArrayObject>(rt) {
        return Some(bytes.as_slice());
    }
    crate::memoryview::contiguous(rt, value)
}

/// The bytes of the receiver.
fn own<'a>(rt: &'a Runtime, value: Borrowed<'a>) -> &'a [u8] {
    slice_of(rt, value).unwrap_or_default()
}

/// A result of the receiver's kind.
fn like(rt: &mut Runtime, own: Borrowed<'_>, bytes: &[u8]) -> Result {
    if own.is_payload::<ByteArrayObject>() {
        return rt.bytearray(bytes).map(Gc::into_value);
    }
    rt.bytes(bytes).map(Gc::into_value)
}

/// The receiver itself if it is an exact `bytes`, else a copy of its kind.
fn unchanged(rt: &mut Runtime, own_: Borrowed<'_>) -> Result {
    if rt.type_of(own_).is(&rt.types().bytes) {
        return Ok(own_.to_value());
    }
    let copy = own(rt, own_).to_vec();
    like(rt, own_, &copy)
}

/// A part of the receiver, which may be the whole.
fn part(rt: &mut Runtime, own_: Borrowed<'_>, range: std::ops::Range<usize>) -> Result {
    if range.len() == own(rt, own_).len() {
        return unchanged(rt, own_);
    }
    let part = own(rt, own_).get(range).unwrap_or_default().to_vec();
    like(rt, own_, &part)
}

/// Refuses a size that no `bytes` can have, header included.
///
/// # Errors
/// `OverflowError`.
pub(crate) fn check_size(rt: &Runtime, size: usize) -> Result<()> {
    const HEADER: usize = 33;
    match size > isize::MAX as usize - HEADER {
        true => Err(rt.overflow_error("byte string is too large")),
        false => Ok(()),
    }
}

/// The source of `bytes(source, encoding, errors)` as bytes.
fn source(rt: &mut Runtime, args: CallArgs<'_>, class: &str) -> Result<Vec<u8>> {
    let names = ["source", "encoding", "errors"];
    let mut places: [Option<Borrowed<'_>>; 3] = [None; 3];
    if args.len() > 3 {
        let given = args.len();
        return Err(rt.type_error(format!("{class}() takes at most 3 arguments ({given} given)")));
    }
    for (place, value) in places.iter_mut().zip(args.positionals()) {
        *place = Some(*value);
    }
    for (name, value) in args.keywords() {
        let text = rt.text_of(name).into_owned();
        match names.iter().position(|known| *known == text) {
            Some(index) if places[index].is_none() => places[index] = Some(value),
            Some(index) => {
                return Err(rt.type_error(format!(
                    "argument for {class}() given by name ('{text}') and position ({})",
                    index + 1
                )));
            }
            None => {
                return Err(
                    rt.type_error(format!("{class}() got an unexpected keyword argument '{text}'"))
                );
            }
        }
    }
    let [source, encoding, errors] = places;
    if encoding.is_some() || errors.is_some() {
        let given = encoding.is_some();
        let encoding = crate::str::codec::name_argument(rt, encoding, class, "encoding", "utf-8")?;
        let errors = crate::str::codec::name_argument(rt, errors, class, "errors", "strict")?;
        let Some(text) = source.and_then(|source| source.typed::<StrObject>()) else {
            return Err(rt.type_error(match given {
                true => "encoding without a string argument",
                false => "errors without a string argument",
            }));
        };
        return crate::str::codec::encode(rt, &text, &encoding, &errors);
    }
    let Some(source) = source else { return Ok(Vec::new()) };
    if source.is_payload::<StrObject>() {
        return Err(rt.type_error("string argument without an encoding"));
    }
    let plain_buffer = slice_of(rt, source).is_some();
    let name = rt.names().bytes.clone();
    let of = rt.type_of(source).to_gc();
    let converts = class == "bytes" && rt.lookup(&of, &name).is_some();
    if !plain_buffer && !converts && rt.has_index(source) {
        let count = rt.index_as_size(source, |rt, value| {
            let class = rt.type_name(value);
            rt.overflow_error(format!("cannot fit '{class}' into an index-sized integer"))
        });
        match count.map(usize::try_from) {
            Ok(Ok(count)) => {
                if class == "bytes" {
                    check_size(rt, count)?;
                }
                rt.check_room(count)?;
                return Ok(vec![0; count]);
            }
            Ok(Err(_)) => return Err(rt.value_error("negative count")),
            // What has a wrong `__index__` may still have items.
            Err(raise) if rt.is_exception_of(&raise, &rt.types().type_error) => {}
            Err(raise) => return Err(raise),
        }
    }
    if class == "bytearray" && !plain_buffer {
        return match convert::buffer(rt, source)? {
            Some(bytes) => Ok(bytes),
            None => convert::from_items(rt, source, "bytearray"),
        };
    }
    convert::from_object(rt, source)
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let exact = class.is(&rt.types().bytes);
    if let [only] = args.all()
        && exact
        && rt.type_of(*only).is(&rt.types().bytes)
    {
        return Ok(only.to_value());
    }
    let bytes = source(rt, args, "bytes")?;
    rt.new_bytes(class, &bytes).map(Gc::into_value)
}

fn repr(rt: &mut Runtime, own_: Borrowed<'_>) -> Result {
    let bytes = own(rt, own_);
    rt.check_room(bytes.len().saturating_mul(4))?;
    let shown = crate::text::repr::bytes_repr(bytes);
    rt.str_from_bytes(&shown).map(Gc::into_value)
}

fn hash(rt: &mut Runtime, own_: Borrowed<'_>) -> Result<i64> {
    let Some(bytes) = own_.get::<BytesObject>(rt) else { return Ok(0) };
    if bytes.hash.get() == -1 {
        bytes.hash.set(rt.bytes_hash(bytes.as_slice()));
    }
    Ok(bytes.hash.get())
}

fn rich_compare(rt: &mut Runtime, a: Borrowed<'_>, b: Borrowed<'_>, op: CompareOp) -> Result {
    let (Some(left), Some(right)) = (slice_of(rt, a), slice_of(rt, b)) else {
        return Ok(singletons::not_implemented());
    };
    rt.tick(left.len().min(right.len()) / 64)?;
    Ok(singletons::bool(op.holds(left.cmp(right))))
}

fn len(rt: &mut Runtime, own_: Borrowed<'_>) -> Result<usize> {
    Ok(own(rt, own_).len())
}

fn concat(rt: &mut Runtime, own_: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let (left, Some(right)) = (own(rt, own_), slice_of(rt, other)) else {
        let (left, right) = (rt.type_name(own_), rt.type_name(other));
        return Err(rt.type_error(format!("can't concat {right} to {left}")));
    };
    // Nothing added to bytes leaves the same object.
    let exact = |value: Borrowed<'_>| rt.type_of(value).is(&rt.types().bytes);
    if left.is_empty() && exact(own_) && exact(other) {
        return Ok(other.to_value());
    }
    if right.is_empty() && exact(own_) {
        return Ok(own_.to_value());
    }
    let len = left.len() + right.len();
    rt.check_room(len)?;
    let joined = [left, right].concat();
    rt.tick(len / 64)?;
    like(rt, own_, &joined)
}

fn repeat(rt: &mut Runtime, own_: Borrowed<'_>, count: isize) -> Result {
    let bytes = own(rt, own_);
    let count = usize::try_from(count).unwrap_or(0);
    if count == 1 {
        return unchanged(rt, own_);
    }
    let len = bytes.len().checked_mul(count).filter(|len| isize::try_from(*len).is_ok());
    let Some(len) = len else {
        return Err(match own_.is_payload::<ByteArrayObject>() {
            true => rt.memory_error(),
            false => rt.overflow_error("repeated bytes are too long"),
        });
    };
    rt.check_room(len)?;
    let repeated = bytes.repeat(count);
    rt.tick(len / 64)?;
    like(rt, own_, &repeated)
}

fn item(rt: &mut Runtime, own_: Borrowed<'_>, index: isize) -> Result {
    let byte = usize::try_from(index).ok().and_then(|at| own(rt, own_).get(at).copied());
    match byte {
        Some(byte) => rt.int(byte.into()),
        None => Err(out_of_range(rt, own_)),
    }
}

#[cold]
fn out_of_range(rt: &Runtime, own_: Borrowed<'_>) -> objmodel::Raise {
    rt.index_error(match own_.is_payload::<ByteArrayObject>() {
        true => "bytearray index out of range",
        false => "index out of range",
    })
}

fn subscript(rt: &mut Runtime, own_: Borrowed<'_>, key: Borrowed<'_>) -> Result {
    if key.is_payload::<SliceObject>() {
        let parts = indices::unpack(rt, key)?;
        let bytes = own(rt, own_);
        let selection = indices::adjust(parts, bytes.len());
        if selection.step == 1 && selection.count == bytes.len() {
            return unchanged(rt, own_);
        }
        rt.check_room(selection.count)?;
        let part: Vec<u8> = selection.positions().filter_map(|at| bytes.get(at).copied()).collect();
        rt.tick(part.len() / 16)?;
        return like(rt, own_, &part);
    }
    let kind = if own_.is_payload::<ByteArrayObject>() { "bytearray" } else { "byte" };
    let index = indices::subscript(rt, key, kind)?;
    let bytes = own(rt, own_);
    match indices::item(index, bytes.len()).and_then(|at| bytes.get(at).copied()) {
        Some(byte) => rt.int(byte.into()),
        None => Err(out_of_range(rt, own_)),
    }
}

fn contains(rt: &mut Runtime, own_: Borrowed<'_>, value: Borrowed<'_>) -> Result<bool> {
    if let Some(needle) = slice_of(rt, value) {
        return Ok(crate::text::search::find(own(rt, own_), needle).is_some());
    }
    if rt.has_index(value) {
        let byte = convert::byte(rt, value, "bytearray")?;
        return Ok(own(rt, own_).contains(&byte));
    }
    let class = rt.type_name(value);
    Err(rt.type_error(format!("a bytes-like object is required, not '{class}'")))
}

/// The table of `bytes`.
pub(crate) const BYTES: ClassSpec = ClassSpec {
    name: "bytes",
    doc: Some(
        "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\n\
         bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object \
         of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object",
    ),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpStr, SlotFn::Unary(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpIter, SlotFn::Unary(iterator::over_bytes)),
        (SlotId::BfGetbuffer, SlotFn::GetBuffer(crate::memoryview::protocol::get_buffer)),
        (SlotId::SqLength, SlotFn::Len(len)),
        (SlotId::SqConcat, SlotFn::Binary(concat)),
        (SlotId::SqRepeat, SlotFn::SizeArg(repeat)),
        (SlotId::SqItem, SlotFn::SizeArg(item)),
        (SlotId::SqContains, SlotFn::Contains(contains)),
        (SlotId::MpLength, SlotFn::Len(len)),
        (SlotId::MpSubscript, SlotFn::Binary(subscript)),
        (SlotId::NbRemainder, SlotFn::Binary(percent::modulo)),
        (SlotId::NbRremainder, SlotFn::Binary(percent::reflected_modulo)),
    ],
    methods: methods::METHODS,
    ..ClassSpec::DEFAULT
};
