//! `bytearray`: what changes it.

use objmodel::objects::bytes::{ByteArray, ByteArrayObject, BytesObject};
use objmodel::objects::number::ComplexObject;
use objmodel::objects::slice::SliceObject;
use objmodel::objects::str::StrObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, Constant, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Result, Runtime, Type, singletons};
use smallvec::SmallVec;

use super::{Sources, asked_length, convert, iterator, methods, own, percent};
use crate::buffer;
use crate::indices;
use crate::receiver::receiver;

fn this(rt: &Runtime, value: Borrowed<'_>) -> Result<ByteArray> {
    receiver(rt, value, "bytearray")
}

/// The receiver, whose size may change.
fn resizable(rt: &Runtime, value: Borrowed<'_>) -> Result<ByteArray> {
    let array = this(rt, value)?;
    if array.read(rt).exports > 0 {
        return Err(rt.buffer_error("Existing exports of data: object cannot be re-sized"));
    }
    Ok(array)
}

fn new<'a>(rt: &mut Runtime, class: &Type, _: CallArgs<'a>) -> Result {
    rt.alloc(class, ByteArrayObject::default()).map(Gc::into_value)
}

/// `__init__` empties the array first of all, then fills it step by step.
fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    let sources = Sources::bind(rt, args, "bytearray")?;
    if end(rt, own) > 0 {
        splice(rt, own, 0..usize::MAX, &[])?;
    }
    let source = match sources.encoded(rt, "bytearray")? {
        Some(bytes) => return splice(rt, own, 0..0, &bytes),
        None => sources.source,
    };
    let Some(source) = source else { return Ok(()) };
    if let Some(count) = asked_length(rt, source)? {
        rt.check_room(count)?;
        return splice(rt, own, 0..usize::MAX, &vec![0; count]);
    }
    if let Some(bytes) = buffer::copied(rt, source, buffer::FULL_READ_ONLY)? {
        return splice(rt, own, 0..usize::MAX, &bytes);
    }
    let iterator = rt.iter_or_refuse(source, |rt| {
        format!("cannot convert '{}' object to bytearray", rt.type_name(source))
    })?;
    while let Some(item) = rt.next(&iterator)? {
        rt.tick(1)?;
        let byte = convert::byte(rt, item.as_ref(), "bytearray")?;
        let array = resizable(rt, own)?;
        rt.grow(&array, |array, meter| {
            let len = array.as_slice().len();
            array.splice(meter, len..len, &[byte])
        })?;
    }
    Ok(())
}

/// A `bytearray` is ordered with everything that has a buffer.
fn rich_compare(rt: &mut Runtime, a: Borrowed<'_>, b: Borrowed<'_>, op: CompareOp) -> Result {
    if !buffer::has_buffer(rt, a) || !buffer::has_buffer(rt, b) {
        return Ok(singletons::not_implemented());
    }
    let Some(left) = buffer::acquire_if_any(rt, a, buffer::SIMPLE)? else {
        return Ok(singletons::not_implemented());
    };
    let right = buffer::acquire_if_any(rt, b, buffer::SIMPLE);
    let outcome = match &right {
        Ok(Some(right)) => super::compared(rt, left.bytes(rt), right.bytes(rt), op),
        _ => Ok(singletons::not_implemented()),
    };
    left.release(rt);
    if let Some(right) = right? {
        right.release(rt);
    }
    outcome
}

/// A `bytearray` shows single quotes with a backslash, between double quotes too.
fn quotes_escaped(shown: &[u8]) -> Vec<u8> {
    let parts: Vec<&[u8]> = shown.split(|byte| *byte == b'\'').collect();
    parts.join(&b"\\'"[..])
}

fn repr(rt: &mut Runtime, value: Borrowed<'_>) -> Result {
    let class = rt.type_name(value).to_owned();
    let bytes = own(rt, value);
    rt.check_room(bytes.len().saturating_mul(4))?;
    let mut shown = crate::text::repr::bytes_repr(bytes);
    if shown.get(1) == Some(&b'"') {
        shown = quotes_escaped(&shown);
    }
    rt.str_of_parts(&[class.as_bytes(), b"(", &shown, b")"]).map(Gc::into_value)
}

fn assign_item(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    index: isize,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    put(rt, own, value, |len| usize::try_from(index).ok().filter(|at| *at < len))
}

/// Assigns or deletes a byte. The value's `__index__` may change the size, so it is asked before the
/// place is looked for.
fn put(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
    place: impl FnOnce(usize) -> Option<usize>,
) -> Result<()> {
    let byte = match value {
        Some(value) => Some(convert::byte(rt, value, "bytearray")?),
        None => None,
    };
    let array = this(rt, own)?;
    let Some(at) = place(array.read(rt).as_slice().len()) else {
        return Err(rt.index_error("bytearray index out of range"));
    };
    match byte {
        Some(byte) => {
            if let Some(place) = array.write(rt).as_mut_slice().get_mut(at) {
                *place = byte;
            }
            Ok(())
        }
        None => {
            let array = resizable(rt, own)?;
            rt.grow(&array, |array, meter| array.splice(meter, at..at + 1, &[]))
        }
    }
}

fn assign(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    key: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    if !key.is_payload::<SliceObject>() {
        let index = indices::subscript(rt, key, "bytearray")?;
        return put(rt, own, value, |len| indices::item(index, len));
    }
    let parts = indices::unpack(rt, key)?;
    let new = match value {
        Some(value) => assignable(rt, value)?,
        None => Vec::new(),
    };
    let array = this(rt, own)?;
    let selection = indices::adjust(parts, array.read(rt).as_slice().len());
    if selection.step == 1 {
        let start = selection.start as usize;
        if new.len() != selection.count {
            resizable(rt, own)?;
        }
        let range = start..start + selection.count;
        return rt.grow(&array, |array, meter| array.splice(meter, range, &new));
    }
    // Nothing in the place of every second byte deletes them, unlike in a list.
    if new.is_empty() {
        let array = resizable(rt, own)?;
        let bytes = array.read(rt).as_slice();
        rt.tick(bytes.len() / 64)?;
        let mut gone = vec![false; bytes.len()];
        for at in selection.positions() {
            if let Some(gone) = gone.get_mut(at) {
                *gone = true;
            }
        }
        let kept: Vec<u8> =
            bytes.iter().zip(gone).filter(|(_, gone)| !gone).map(|(byte, _)| *byte).collect();
        return rt.grow(&array, |array, meter| array.splice(meter, 0..usize::MAX, &kept));
    }
    if new.len() != selection.count {
        return Err(rt.value_error(format!(
            "attempt to assign bytes of size {} to extended slice of size {}",
            new.len(),
            selection.count
        )));
    }
    let bytes = array.write(rt).as_mut_slice();
    for (at, byte) in selection.positions().zip(new) {
        if let Some(place) = bytes.get_mut(at) {
            *place = byte;
        }
    }
    Ok(())
}

/// The bytes that a slice is to become. Numbers and text, which the constructor would take in another
/// meaning, are refused.
fn assignable(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Vec<u8>> {
    if value.is_payload::<ByteArrayObject>() {
        return Ok(own(rt, value).to_vec());
    }
    let number = [SlotId::NbIndex, SlotId::NbInt, SlotId::NbFloat]
        .into_iter()
        .any(|slot| rt.has_slot(value, slot))
        || value.is_payload::<ComplexObject>();
    if number || value.is_payload::<StrObject>() {
        return Err(
            rt.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
        );
    }
    match buffer::copied(rt, value, buffer::FULL_READ_ONLY)? {
        Some(bytes) => Ok(bytes),
        None => convert::from_items(rt, value, "bytearray"),
    }
}

/// Replaces a range of the bytes.
fn splice(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    range: std::ops::Range<usize>,
    with: &[u8],
) -> Result<()> {
    let array = this(rt, own)?;
    let len = array.read(rt).as_slice().len();
    let gone = range.end.min(len).saturating_sub(range.start);
    if gone != with.len() {
        resizable(rt, own)?;
    }
    // What lies behind the range moves.
    rt.tick((len.saturating_sub(range.start) + with.len()) / 64)?;
    rt.grow(&array, |array, meter| array.splice(meter, range, with))
}

fn end(rt: &Runtime, own: Borrowed<'_>) -> usize {
    super::own(rt, own).len()
}

fn append(rt: &mut Runtime, args: Args<'_>) -> Result {
    let byte = convert::byte(rt, args.at(1), "bytearray")?;
    let array = resizable(rt, args.at(0))?;
    rt.grow(&array, |array, meter| array.push(meter, byte))?;
    Ok(singletons::none())
}

fn extend(rt: &mut Runtime, args: Args<'_>) -> Result {
    let new = match buffer::copied_if_any(rt, args.at(1))? {
        Some(bytes) => bytes,
        None if buffer::has_buffer(rt, args.at(1)) => {
            let class = rt.type_name(args.at(1));
            return Err(rt.type_error(format!("can't set bytearray slice from {class}")));
        }
        None => extension(rt, args.at(1))?,
    };
    let at = end(rt, args.at(0));
    splice(rt, args.at(0), at..at, &new)?;
    Ok(singletons::none())
}

/// The bytes that an iterable adds.
fn extension(rt: &mut Runtime, iterable: Borrowed<'_>) -> Result<Vec<u8>> {
    let iterator = rt.iter_or_refuse(iterable, |rt| {
        format!("can't extend bytearray with {}", rt.type_name(iterable))
    })?;
    rt.check_length_hint(iterable)?;
    match convert::from_iterator(rt, &iterator, "bytearray") {
        Err(raise)
            if iterable.is_payload::<StrObject>()
                && rt.is_exception_of(&raise, &rt.types().type_error) =>
        {
            Err(rt.type_error("expected iterable of integers; got: 'str'"))
        }
        bytes => bytes,
    }
}

fn insert(rt: &mut Runtime, args: Args<'_>) -> Result {
    let index = indices::size_argument(rt, args.at(1))?;
    let byte = convert::byte(rt, args.at(2), "bytearray")?;
    let len = end(rt, args.at(0));
    let at = if index < 0 { (index + len as isize).max(0) } else { index } as usize;
    let at = at.min(len);
    splice(rt, args.at(0), at..at, &[byte])?;
    Ok(singletons::none())
}

fn pop(rt: &mut Runtime, args: Args<'_>) -> Result {
    let index = match args.get(1) {
        Some(index) => indices::size_argument(rt, index)?,
        None => -1,
    };
    let len = end(rt, args.at(0));
    if len == 0 {
        return Err(rt.index_error("pop from empty bytearray"));
    }
    let Some(at) = indices::item(index, len) else {
        return Err(rt.index_error("pop index out of range"));
    };
    let byte = own(rt, args.at(0)).get(at).copied().unwrap_or_default();
    if at + 1 == len {
        resizable(rt, args.at(0))?.write(rt).pop();
    } else {
        splice(rt, args.at(0), at..at + 1, &[])?;
    }
    rt.int(byte.into())
}

fn remove(rt: &mut Runtime, args: Args<'_>) -> Result {
    let byte = convert::byte(rt, args.at(1), "bytearray")?;
    let Some(at) = own(rt, args.at(0)).iter().position(|other| *other == byte) else {
        return Err(rt.value_error("value not found in bytearray"));
    };
    splice(rt, args.at(0), at..at + 1, &[])?;
    Ok(singletons::none())
}

fn clear(rt: &mut Runtime, args: Args<'_>) -> Result {
    splice(rt, args.at(0), 0..usize::MAX, &[])?;
    Ok(singletons::none())
}

fn copy(rt: &mut Runtime, args: Args<'_>) -> Result {
    let bytes = own(rt, args.at(0)).to_vec();
    rt.bytearray_from_buffer(bytes).map(Gc::into_value)
}

fn reverse(rt: &mut Runtime, args: Args<'_>) -> Result {
    let array = this(rt, args.at(0))?;
    array.write(rt).as_mut_slice().reverse();
    Ok(singletons::none())
}

fn add_in_place(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    // Bytes stay as they are.
    if rt.type_of(other).is(&rt.types().bytes)
        && let Some(bytes) = other.get::<BytesObject>(rt)
    {
        let bytes: SmallVec<[u8; 64]> = match bytes.as_slice() {
            [] => return Ok(own.to_value()),
            few if few.len() <= 64 => SmallVec::from_slice(few),
            many => {
                rt.check_room(many.len())?;
                SmallVec::from_slice(many)
            }
        };
        let at = end(rt, own);
        splice(rt, own, at..at, &bytes)?;
        return Ok(own.to_value());
    }
    // The buffer of the right operand is held meanwhile, which may be this one.
    let Some(new) = buffer::acquire_if_any(rt, other, buffer::SIMPLE)? else {
        let (left, right) = (rt.type_name(own), rt.type_name(other));
        return Err(rt.type_error(format!("can't concat {right} to {left}")));
    };
    let added = match new.bytes(rt).len() {
        0 => Ok(()),
        len => rt.check_room(len).and_then(|()| {
            let (bytes, at) = (new.bytes(rt).to_vec(), end(rt, own));
            splice(rt, own, at..at, &bytes)
        }),
    };
    new.release(rt);
    added?;
    Ok(own.to_value())
}

fn repeat_in_place(rt: &mut Runtime, value: Borrowed<'_>, count: isize) -> Result {
    let bytes = own(rt, value);
    let count = usize::try_from(count).unwrap_or(0);
    let Some(len) = bytes.len().checked_mul(count) else { return Err(rt.memory_error()) };
    rt.check_room(len)?;
    let repeated = bytes.repeat(count);
    splice(rt, value, 0..usize::MAX, &repeated)?;
    Ok(value.to_value())
}

const OWN_METHODS: [MethodSpec; 12] = [
    MethodSpec::method("append", "($self, item, /)", append)
        .doc("Append a single item to the end of the bytearray."),
    MethodSpec::method("extend", "($self, iterable_of_ints, /)", extend)
        .doc("Append all the items from the iterator or sequence to the end of the bytearray."),
    MethodSpec::method("insert", "($self, index, item, /)", insert)
        .doc("Insert a single item into the bytearray before the given index."),
    MethodSpec::method("pop", "($self, index=-1, /)", pop)
        .doc("Remove and return a single item from B."),
    MethodSpec::method("remove", "($self, value, /)", remove)
        .doc("Remove the first occurrence of a value in the bytearray."),
    MethodSpec::method("clear", "($self, /)", clear).doc("Remove all items from the bytearray."),
    MethodSpec::method("copy", "($self, /)", copy).doc("Return a copy of B."),
    MethodSpec::method("reverse", "($self, /)", reverse)
        .doc("Reverse the order of the values in B in place."),
    MethodSpec::method("__alloc__", "($self, /)", allocated)
        .doc("Return the number of bytes actually allocated."),
    MethodSpec::method("__reduce__", "($self, /)", reduce)
        .doc("Return state information for pickling."),
    MethodSpec::method("__reduce_ex__", "($self, proto=0, /)", reduce_for_protocol)
        .doc("Return state information for pickling."),
    MethodSpec::method("__sizeof__", "($self, /)", size)
        .doc("Returns the size of the bytearray object in memory, in bytes."),
];

fn size(rt: &mut Runtime, args: Args<'_>) -> Result {
    let len = end(rt, args.at(0));
    // One more than the bytes, as for a text with a terminator; nothing for nothing.
    rt.int_from_usize(if len == 0 { 56 } else { 56 + len + 1 })
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    reduced(rt, args.at(0), 2)
}

fn reduce_for_protocol(rt: &mut Runtime, args: Args<'_>) -> Result {
    let protocol = match args.get(1) {
        Some(protocol) => indices::int_argument(rt, protocol)?,
        None => 0,
    };
    reduced(rt, args.at(0), protocol)
}

/// `(class, arguments, attributes)`: protocols below 3 know of no bytes and get Latin-1 text.
fn reduced(rt: &mut Runtime, value: Borrowed<'_>, protocol: i32) -> Result {
    let bytes = own(rt, value).to_vec();
    rt.check_room(bytes.len().saturating_mul(3))?;
    let attributes = crate::reduce::instance_state(rt, value)?;
    let arguments = if bytes.is_empty() {
        Vec::new()
    } else if protocol < 3 {
        let text: String = bytes.into_iter().map(char::from).collect();
        vec![rt.str(&text)?.into_value(), rt.str("latin-1")?.into_value()]
    } else {
        vec![rt.bytes(&bytes)?.into_value()]
    };
    crate::iterator::reduce::instance(rt, value, arguments.into_iter(), Some(attributes))
}

fn allocated(rt: &mut Runtime, args: Args<'_>) -> Result {
    let len = end(rt, args.at(0));
    // One more than the bytes, as for a text with a terminator; nothing for nothing.
    rt.int_from_usize(if len == 0 { 0 } else { len + 1 })
}

/// The methods shared with `bytes`, then those that change.
const METHODS: [MethodSpec; methods::SHARED.len() + OWN_METHODS.len()] = {
    let mut all = [OWN_METHODS[0]; methods::SHARED.len() + OWN_METHODS.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = if at < methods::SHARED.len() {
            methods::SHARED[at]
        } else {
            OWN_METHODS[at - methods::SHARED.len()]
        };
        at += 1;
    }
    all
};

/// The table of `bytearray`.
pub(crate) const BYTEARRAY: ClassSpec = ClassSpec {
    name: "bytearray",
    doc: Some(
        "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> \
         bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) \
         -> bytes array of size given by the parameter initialized with null bytes\nbytearray() \
         -> empty bytes array",
    ),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpStr, SlotFn::Unary(repr)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpIter, SlotFn::Unary(iterator::over_bytearray)),
        (SlotId::BfGetbuffer, SlotFn::GetBuffer(buffer::get_buffer)),
        (SlotId::BfReleasebuffer, SlotFn::ReleaseBuffer(buffer::release_buffer)),
        (SlotId::SqLength, SlotFn::Len(super::len)),
        (SlotId::SqConcat, SlotFn::Binary(super::concat)),
        (SlotId::SqRepeat, SlotFn::SizeArg(super::repeat)),
        (SlotId::SqItem, SlotFn::SizeArg(super::item)),
        (SlotId::SqAssItem, SlotFn::SizeObjArg(assign_item)),
        (SlotId::SqContains, SlotFn::Contains(super::contains)),
        (SlotId::SqInplaceConcat, SlotFn::Binary(add_in_place)),
        (SlotId::SqInplaceRepeat, SlotFn::SizeArg(repeat_in_place)),
        (SlotId::MpLength, SlotFn::Len(super::len)),
        (SlotId::MpSubscript, SlotFn::Binary(super::subscript)),
        (SlotId::MpAssSubscript, SlotFn::ObjObjArg(assign)),
        (SlotId::NbRemainder, SlotFn::Binary(percent::modulo)),
        (SlotId::NbRremainder, SlotFn::Binary(percent::reflected_modulo)),
    ],
    methods: &METHODS,
    attributes: &[("__hash__", Constant::None)],
    ..ClassSpec::DEFAULT
}
.checked();
