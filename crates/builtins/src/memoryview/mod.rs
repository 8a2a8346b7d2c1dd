//! `memoryview`: bytes of another object as items, seen without a copy.

mod cast;
mod format;
pub(crate) mod half;
mod item;
mod iterator;
mod layout;
mod view;

pub(crate) use iterator::{MEMORY_ITERATOR, MemoryIterator};
pub(crate) use view::{
    MemoryView, base, borrow, content, end, of_held, owner, released, restricted, take_back, usable,
};

use objmodel::objects::str::StrObject;
use objmodel::slots::{CompareOp, SlotId, SpecialId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Result, Runtime, Type, Value, singletons,
};

use crate::buffer;
use layout::Layout;
use view::{Snapshot, gathered, living, make, parts, snapshot, to_bytes};

fn new<'a>(rt: &mut Runtime, _: &Type, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters = Parameters::new("memoryview", "(object)", 1, 1);
    let [Some(object)] = PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("memoryview() missing required argument 'object' (pos 1)"));
    };
    view::over(rt, object)
}

fn from_flags(rt: &mut Runtime, args: Args<'_>) -> Result {
    let flags = crate::indices::int_argument(rt, args.at(2))?;
    if args.at(1).is_payload::<MemoryView>() {
        return view::over(rt, args.at(1));
    }
    match buffer::acquire(rt, args.at(1), flags.into())? {
        Some(held) => view::of_held(rt, held, flags.into()),
        None => {
            let of = rt.type_name(args.at(1));
            Err(rt.type_error(format!("memoryview: a bytes-like object is required, not '{of}'")))
        }
    }
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let address = own.address().unwrap_or_default();
    let released = own.get::<MemoryView>(rt).is_none_or(|view| view.object.is_none());
    let what = if released { "released memory" } else { "memory" };
    rt.str(&format!("<{what} at {address:#x}>")).map(Gc::into_value)
}

fn hash(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    if let Some(hash) = own.get::<MemoryView>(rt).and_then(|view| view.hash.get()) {
        return Ok(hash);
    }
    let view = parts(rt, own)?;
    if !view.read_only {
        return Err(rt.value_error("cannot hash writable memoryview object"));
    }
    if !view.format.is_byte() {
        return Err(rt.value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'"));
    }
    if let Some(object) = &view.object {
        rt.hash(object.as_ref())?;
    }
    let bytes = content(rt, own)?;
    let hash = rt.bytes_hash(&bytes);
    if let Some(view) = own.get::<MemoryView>(rt) {
        view.hash.set(Some(hash));
    }
    Ok(hash)
}

/// Whether a value is a view that was released.
fn is_released(rt: &Runtime, value: Borrowed<'_>) -> bool {
    value.get::<MemoryView>(rt).is_some_and(|view| view.object.is_none())
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(singletons::not_implemented());
    }
    let equal = if is_released(rt, own) || is_released(rt, other) {
        own.is(&other)
    } else {
        let left = snapshot(rt, own)?;
        // Whatever goes wrong with the other operand makes it one that cannot be compared.
        let right = match snapshot(rt, other) {
            Err(raise) if raise.halt().is_some() => return Err(raise),
            right => right.ok().flatten(),
        };
        let (Some(left), Some(right)) = (left, right) else {
            return Ok(singletons::not_implemented());
        };
        rt.tick(left.bytes.len() / 16)?;
        left.shape == right.shape && equal_items(&left, &right)
    };
    Ok(singletons::bool(equal == (op == CompareOp::Eq)))
}

/// Whether the items are equal one by one.
fn equal_items(left: &Snapshot, right: &Snapshot) -> bool {
    let (of, to) = (left.format, right.format);
    if of.is_like(to) && of.is_byte() {
        return left.bytes == right.bytes;
    }
    let mut pairs = left.bytes.chunks(of.size()).zip(right.bytes.chunks(to.size()));
    pairs.all(|(a, b)| of.unpack(a).equals(to.unpack(b)))
}

fn len(rt: &mut Runtime, own: Borrowed<'_>) -> Result<usize> {
    match living(rt, own)?.layout.shape.first() {
        Some(count) => Ok(*count),
        None => Err(rt.type_error("0-dim memory has no length")),
    }
}

fn to_bytes_method(rt: &mut Runtime, args: Args<'_>) -> Result {
    let order = match args.get(1).filter(|order| !singletons::is_none(order)) {
        None => "C".to_owned(),
        Some(order) => match order.typed::<StrObject>() {
            Some(order) => crate::codec::c_string(rt, &order)?,
            None => {
                let class = rt.type_name(order);
                return Err(rt.type_error(format!(
                    "tobytes() argument 'order' must be str or None, not {class}"
                )));
            }
        },
    };
    let view = parts(rt, args.at(0))?;
    let columns_first = match order.as_str() {
        "C" => false,
        "F" => true,
        "A" => view.layout.is_fortran_contiguous() && !view.layout.is_c_contiguous(),
        _ => return Err(rt.value_error("order must be 'C', 'F' or 'A'")),
    };
    let bytes = match columns_first {
        true => gathered(rt, &view, &view.layout.transposed())?,
        false => gathered(rt, &view, &view.layout)?,
    };
    to_bytes(rt, &bytes)
}

fn to_list(rt: &mut Runtime, args: Args<'_>) -> Result {
    let view = parts(rt, args.at(0))?;
    rt.check_room(view.layout.count().saturating_mul(size_of::<Value>()))?;
    item::to_list(rt, &view)
}

fn hex(rt: &mut Runtime, args: Args<'_>) -> Result {
    let group = crate::bytes::hex_group(rt, args.get(2))?;
    let bytes = content(rt, args.at(0))?;
    crate::bytes::hex_text(rt, &bytes, args.get(1), group)
}

fn release(rt: &mut Runtime, args: Args<'_>) -> Result {
    view::release(rt, args.at(0))?;
    Ok(singletons::none())
}

fn to_read_only(rt: &mut Runtime, args: Args<'_>) -> Result {
    view::usable(rt, args.at(0))?;
    let view = MemoryView { read_only: true, ..parts(rt, args.at(0))? };
    make(rt, view)
}

fn enter(rt: &mut Runtime, args: Args<'_>) -> Result {
    parts(rt, args.at(0))?;
    Ok(args.at(0).to_value())
}

fn object(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    view::living(rt, own)?;
    Ok(view::owner(rt, own).cloned().unwrap_or_else(singletons::none))
}

fn bytes_count(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let count = parts(rt, own)?.layout.bytes();
    rt.int_from_usize(count)
}

fn item_size(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let size = parts(rt, own)?.layout.item_size;
    rt.int_from_usize(size)
}

fn dimensions(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let count = parts(rt, own)?.layout.dimensions();
    rt.int_from_usize(count)
}

fn format_text(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let text = parts(rt, own)?.format.text();
    rt.str(&text).map(Gc::into_value)
}

fn is_read_only(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(singletons::bool(parts(rt, own)?.read_only))
}

fn asked(rt: &Runtime, own: Borrowed<'_>, question: fn(&Layout) -> bool) -> Result {
    Ok(singletons::bool(question(&parts(rt, own)?.layout)))
}

fn is_contiguous(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    asked(rt, own, |layout| layout.is_c_contiguous() || layout.is_fortran_contiguous())
}

fn is_c_contiguous(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    asked(rt, own, Layout::is_c_contiguous)
}

fn is_fortran_contiguous(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    asked(rt, own, Layout::is_fortran_contiguous)
}

fn numbers(rt: &Runtime, numbers: impl Iterator<Item = i64>) -> Result {
    let items: Vec<Value> = numbers.map(|n| rt.int(n)).collect::<Result<_>>()?;
    rt.tuple(items.into_iter()).map(Gc::into_value)
}

fn shape(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    numbers(rt, parts(rt, own)?.layout.shape.into_iter().map(|count| count as i64))
}

fn strides(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    numbers(rt, parts(rt, own)?.layout.strides.into_iter().map(|stride| stride as i64))
}

fn no_numbers(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    parts(rt, own)?;
    numbers(rt, std::iter::empty())
}

/// Takes any arguments, as CPython does.
fn exit(rt: &mut Runtime, args: Args<'_>) -> Result {
    release(rt, args)
}

/// The table of `memoryview`.
pub(crate) const MEMORYVIEW: ClassSpec = ClassSpec {
    name: "memoryview",
    doc: Some("Create a new memoryview object which references the given object."),
    text_signature: Some("(object)"),
    subclassable: false,
    weakref: true,
    withheld: &[SpecialId::Del],
    collection: Some(objmodel::types::Collection::Sequence),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpIter, SlotFn::Unary(iterator::over)),
        (SlotId::TpFinalize, SlotFn::Finalize(view::finalize)),
        (SlotId::BfGetbuffer, SlotFn::GetBuffer(buffer::get_buffer)),
        (SlotId::BfReleasebuffer, SlotFn::ReleaseBuffer(buffer::release_buffer)),
        (SlotId::SqLength, SlotFn::Len(len)),
        (SlotId::SqItem, SlotFn::SizeArg(item::item)),
        (SlotId::MpLength, SlotFn::Len(len)),
        (SlotId::MpSubscript, SlotFn::Binary(item::subscript)),
        (SlotId::MpAssSubscript, SlotFn::ObjObjArg(item::assign)),
    ],
    methods: &[
        MethodSpec::method("release", "($self, /)", release)
            .doc("Release the underlying buffer exposed by the memoryview object."),
        MethodSpec::method("tobytes", "($self, /, order='C')", to_bytes_method)
            .doc("Return the data in the buffer as a byte string."),
        MethodSpec::method("hex", "($self, /, sep=<unrepresentable>, bytes_per_sep=1)", hex)
            .doc("Return the data in the buffer as a str of hexadecimal numbers.\n\n>>> memoryview(b'\\x01\\xff').hex('-')\n'01-ff'"),
        MethodSpec::method("tolist", "($self, /)", to_list)
            .doc("Return the data in the buffer as a list of elements."),
        MethodSpec::method("cast", "($self, /, format, shape=<unrepresentable>)", cast::cast)
            .doc("Cast a memoryview to a new format or shape."),
        MethodSpec::method("toreadonly", "($self, /)", to_read_only)
            .doc("Return a readonly version of the memoryview."),
        MethodSpec::class_method("_from_flags", "($type, /, object, flags)", from_flags)
            .doc("Create a new memoryview object which references the given object."),
        MethodSpec::method("__enter__", "($self, /)", enter),
        MethodSpec::method("__exit__", "($self, /, *exc_info)", exit).doc("Releases the view.").by_tuple(),
    ],
    getset: &[
        GetSetSpec::read_only("obj", object).doc("The underlying object of the memoryview."),
        GetSetSpec::read_only("nbytes", bytes_count)
            .doc("The amount of space in bytes that the array would use in\n a contiguous representation."),
        GetSetSpec::read_only("readonly", is_read_only)
            .doc("A bool indicating whether the memory is read only."),
        GetSetSpec::read_only("itemsize", item_size)
            .doc("The size in bytes of each element of the memoryview."),
        GetSetSpec::read_only("format", format_text)
            .doc("A string containing the format (in struct module style)\n for each element in the view."),
        GetSetSpec::read_only("ndim", dimensions)
            .doc("An integer indicating how many dimensions of a multi-dimensional\n array the memory represents."),
        GetSetSpec::read_only("shape", shape)
            .doc("A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array."),
        GetSetSpec::read_only("strides", strides)
            .doc("A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array."),
        GetSetSpec::read_only("suboffsets", no_numbers)
            .doc("A tuple of integers used internally for PIL-style arrays."),
        GetSetSpec::read_only("c_contiguous", is_c_contiguous)
            .doc("A bool indicating whether the memory is C contiguous."),
        GetSetSpec::read_only("f_contiguous", is_fortran_contiguous)
            .doc("A bool indicating whether the memory is Fortran contiguous."),
        GetSetSpec::read_only("contiguous", is_contiguous)
            .doc("A bool indicating whether the memory is contiguous."),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
