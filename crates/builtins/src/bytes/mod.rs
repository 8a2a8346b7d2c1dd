//! `bytes` and `bytearray`: sequences of bytes, one that never changes and one that does.

mod array;
pub(crate) mod convert;
mod iterator;
mod methods;
mod percent;

pub(crate) use array::BYTEARRAY;
pub(crate) use iterator::{BYTEARRAY_ITERATOR, BYTES_ITERATOR, ByteArrayIterator, BytesIterator};
pub(crate) use methods::{hex_group, hex_text};

use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::objects::slice::SliceObject;
use objmodel::objects::str::StrObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::ClassSpec;
use objmodel::{Borrowed, CallArgs, Gc, Parameters, Result, Runtime, Type, singletons};

use crate::buffer::{self, Held};
use crate::indices;

/// The bytes of the receiver.
pub(crate) fn own<'a>(rt: &'a Runtime, value: Borrowed<'a>) -> &'a [u8] {
    if let Some(bytes) = value.get::<BytesObject>(rt) {
        return bytes.as_slice();
    }
    value.get::<ByteArrayObject>(rt).map(ByteArrayObject::as_slice).unwrap_or_default()
}

/// A result of the receiver's kind, which takes the buffer over.
fn like(rt: &mut Runtime, own: Borrowed<'_>, bytes: Vec<u8>) -> Result {
    if own.is_payload::<ByteArrayObject>() {
        return rt.bytearray_from_buffer(bytes).map(Gc::into_value);
    }
    rt.bytes_from_buffer(bytes).map(Gc::into_value)
}

/// The receiver itself if it is an exact `bytes`, else a copy of its kind.
fn unchanged(rt: &mut Runtime, own_: Borrowed<'_>) -> Result {
    if rt.type_of(own_).is(&rt.types().bytes) {
        return Ok(own_.to_value());
    }
    let copy = own(rt, own_).to_vec();
    like(rt, own_, copy)
}

/// A part of the receiver, which may be the whole.
fn part(rt: &mut Runtime, own_: Borrowed<'_>, range: std::ops::Range<usize>) -> Result {
    if range.len() == own(rt, own_).len() {
        return unchanged(rt, own_);
    }
    slice(rt, own_, range)
}

/// A part of the receiver as a new object.
fn slice(rt: &mut Runtime, own_: Borrowed<'_>, range: std::ops::Range<usize>) -> Result {
    rt.check_room(range.len())?;
    let part = own(rt, own_).get(range).unwrap_or_default().to_vec();
    like(rt, own_, part)
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

const fn parameters(class: &'static str) -> Parameters {
    Parameters::new(class, "(source=b'', encoding='utf-8', errors='strict')", 0, 3)
}

/// The arguments of `bytes` and `bytearray`.
struct Sources<'a> {
    source: Option<Borrowed<'a>>,
    encoding: Option<Borrowed<'a>>,
    errors: Option<Borrowed<'a>>,
}

impl<'a> Sources<'a> {
    fn bind(rt: &mut Runtime, args: CallArgs<'a>, class: &str) -> Result<Sources<'a>> {
        let parameters = match class {
            "bytes" => const { parameters("bytes") },
            _ => const { parameters("bytearray") },
        };
        let [source, encoding, errors] = parameters.bind(rt, args)?;
        for (value, argument) in [(encoding, "encoding"), (errors, "errors")] {
            crate::codec::name_argument(rt, value, class, argument, "")?;
        }
        Ok(Sources { source, encoding, errors })
    }

    /// The bytes of a text in the encoding that is given; `None` if the source is no text and nothing
    /// asks for one.
    fn encoded(&self, rt: &mut Runtime, class: &str) -> Result<Option<Vec<u8>>> {
        let text = self.source.and_then(|source| source.typed::<StrObject>());
        let Some(text) = text else {
            return match (self.encoding, self.errors) {
                (None, None) => Ok(None),
                (Some(_), _) => Err(rt.type_error("encoding without a string argument")),
                (None, Some(_)) => Err(rt.type_error("errors without a string argument")),
            };
        };
        if self.encoding.is_none() {
            return Err(rt.type_error("string argument without an encoding"));
        }
        let encoding = crate::codec::name_argument(rt, self.encoding, class, "encoding", "utf-8")?;
        let errors = crate::codec::name_argument(rt, self.errors, class, "errors", "strict")?;
        crate::codec::encode(rt, &text, &encoding, &errors).map(Some)
    }
}

/// The length that an integer asks for; `None` for what is no integer, or has a wrong `__index__`: it
/// may still have items.
fn asked_length(rt: &mut Runtime, source: Borrowed<'_>) -> Result<Option<usize>> {
    if !rt.has_index(source) {
        return Ok(None);
    }
    let count = rt.index_as_size(source, |rt, value| {
        let class = rt.type_name(value);
        rt.overflow_error(format!("cannot fit '{class}' into an index-sized integer"))
    });
    match count.map(usize::try_from) {
        Ok(Ok(count)) => Ok(Some(count)),
        Ok(Err(_)) => Err(rt.value_error("negative count")),
        Err(raise) if rt.is_exception_of(&raise, &rt.types().type_error) => Ok(None),
        Err(raise) => Err(raise),
    }
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let exact = class.is(&rt.types().bytes);
    if let [only] = args.all()
        && exact
        && args.keywords().len() == 0
        && rt.type_of(*only).is(&rt.types().bytes)
    {
        return Ok(only.to_value());
    }
    let made = made(rt, args)?;
    if exact {
        return Ok(made);
    }
    let bytes = own(rt, made.as_ref()).to_vec();
    rt.new_bytes(class, &bytes).map(Gc::into_value)
}

/// What `bytes(source, encoding, errors)` makes: what `__bytes__` returns as it is.
fn made(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let sources = Sources::bind(rt, args, "bytes")?;
    let (Some(source), None, None) = (sources.source, sources.encoding, sources.errors) else {
        let bytes = sources.encoded(rt, "bytes")?.unwrap_or_default();
        return rt.bytes(&bytes).map(Gc::into_value);
    };
    if let Some(made) = convert::by_method(rt, source)? {
        return Ok(made);
    }
    let bytes = match sources.encoded(rt, "bytes")? {
        Some(bytes) => bytes,
        None => match asked_length(rt, source)? {
            Some(count) => {
                check_size(rt, count)?;
                rt.check_room(count)?;
                vec![0; count]
            }
            None => convert::from_items_or_buffer(rt, source)?,
        },
    };
    rt.bytes_from_buffer(bytes).map(Gc::into_value)
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
        rt.tick(bytes.as_slice().len() / 64)?;
        bytes.hash.set(rt.bytes_hash(bytes.as_slice()));
    }
    Ok(bytes.hash.get())
}

fn rich_compare(rt: &mut Runtime, a: Borrowed<'_>, b: Borrowed<'_>, op: CompareOp) -> Result {
    let (Some(left), Some(right)) = (a.get::<BytesObject>(rt), b.get::<BytesObject>(rt)) else {
        return Ok(singletons::not_implemented());
    };
    compared(rt, left.as_slice(), right.as_slice(), op)
}

/// `left op right`.
fn compared(rt: &Runtime, left: &[u8], right: &[u8], op: CompareOp) -> Result {
    rt.tick(left.len().min(right.len()) / 64)?;
    Ok(singletons::bool(match op {
        CompareOp::Eq => left == right,
        CompareOp::Ne => left != right,
        _ => op.matches(left.cmp(right)),
    }))
}

fn len(rt: &mut Runtime, own_: Borrowed<'_>) -> Result<usize> {
    Ok(own(rt, own_).len())
}

/// Both operands of `+`. Whatever goes wrong with one is the same error.
///
/// # Errors
/// `TypeError`.
fn operands(rt: &mut Runtime, left: Borrowed<'_>, right: Borrowed<'_>) -> Result<(Held, Held)> {
    if let Some(first) = buffer::acquire_if_any(rt, left, buffer::SIMPLE)? {
        match buffer::acquire_if_any(rt, right, buffer::SIMPLE) {
            Ok(Some(second)) => return Ok((first, second)),
            Ok(None) => first.release(rt),
            Err(raise) => {
                first.release(rt);
                return Err(raise);
            }
        }
    }
    let (left, right) = (rt.type_name(left), rt.type_name(right));
    Err(rt.type_error(format!("can't concat {right} to {left}")))
}

fn concat(rt: &mut Runtime, own_: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let (left, right) = operands(rt, own_, other)?;
    let sum = joined(rt, own_, other, left.bytes(rt).len(), right.bytes(rt).len());
    let sum = match sum {
        Ok(None) => {
            let sum = [left.bytes(rt), right.bytes(rt)].concat();
            rt.tick(sum.len() / 64).and_then(|()| like(rt, own_, sum))
        }
        Ok(Some(same)) => Ok(same),
        Err(raise) => Err(raise),
    };
    left.release(rt);
    right.release(rt);
    sum
}

/// The operand that `+` leaves as it is because the other one is empty; `None`, with the room for it
/// checked, if there is a sum to make.
fn joined(
    rt: &Runtime,
    own_: Borrowed<'_>,
    other: Borrowed<'_>,
    left: usize,
    right: usize,
) -> Result<Option<objmodel::Value>> {
    let exact = |value: Borrowed<'_>| rt.type_of(value).is(&rt.types().bytes);
    if own_.is_payload::<BytesObject>() {
        if left == 0 && exact(other) {
            return Ok(Some(other.to_value()));
        }
        if right == 0 && exact(own_) {
            return Ok(Some(own_.to_value()));
        }
    }
    rt.check_room(left.saturating_add(right))?;
    Ok(None)
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
    like(rt, own_, repeated)
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
        rt.tick(selection.count / 16)?;
        let bytes = own(rt, own_);
        let part = match selection.step {
            1 => bytes.get(selection.range()).unwrap_or_default().to_vec(),
            _ => selection.positions().filter_map(|at| bytes.get(at).copied()).collect(),
        };
        return like(rt, own_, part);
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
    // An integer is asked first, and whatever goes wrong with that is no error yet.
    if rt.has_index(value) {
        match rt.index_clamped(value).map(u8::try_from) {
            Ok(Ok(byte)) => return Ok(memchr::memchr(byte, own(rt, own_)).is_some()),
            Ok(Err(_)) => return Err(rt.value_error("byte must be in range(0, 256)")),
            Err(raise) if raise.halt().is_some() => return Err(raise),
            Err(_) => {}
        }
    }
    buffer::with(rt, value, |rt, needle| {
        let bytes = own(rt, own_);
        rt.tick(bytes.len() / 64)?;
        Ok(crate::text::search::find(bytes, needle.bytes(rt)).is_some())
    })
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
        (SlotId::BfGetbuffer, SlotFn::GetBuffer(buffer::get_buffer)),
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
}
.checked();
