//! `struct.Struct`, and the functions that take a format first.

use objmodel::gc::Trace;
use objmodel::objects::builder::TextBuilder;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Payload, Raise, Result, Runtime, Type, Value,
    singletons,
};
use objmodel_builtins::{buffer_copy, buffer_write};

use super::format::Format;
use super::item::{pack as pack_item, unpack_all};

/// The payload of `Struct`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Struct {
    #[trace(leaf)]
    format: Option<Box<Format>>,
}

impl Payload for Struct {
    fn external_bytes(&self) -> usize {
        self.format.as_ref().map_or(0, |format| {
            size_of::<Format>() + format.text.len() + size_of_val(&*format.fields)
        })
    }
}

/// The payload of the iterators that `iter_unpack` makes.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct UnpackIterator {
    /// The `bytes` that are left from `at` on.
    bytes: Value,
    packer: Value,
    #[trace(leaf)]
    at: usize,
}

impl Payload for UnpackIterator {}

fn new<'a>(rt: &mut Runtime, class: &Type, _: CallArgs<'a>) -> Result {
    rt.alloc(class, Struct { format: None }).map(Gc::into_value)
}

fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    const PARAMETERS: Parameters = Parameters::new("Struct", "(format)", 1, 1);
    let [Some(format)] = PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("Struct() missing required argument 'format' (pos 1)"));
    };
    let format = Format::read(rt, format)?;
    let made = made(rt, format)?;
    if let Some(format) = made.get_mut::<Struct>(rt).and_then(|made| made.format.take())
        && let Some(own) = own.get_mut::<Struct>(rt)
    {
        own.format = Some(format);
    }
    Ok(())
}

/// The object of a format.
fn made(rt: &Runtime, format: Format) -> Result {
    rt.alloc_registered(Struct { format: Some(Box::new(format)) }).map(Gc::into_value)
}

/// The format of a `Struct`, whose initializer may not have run.
fn format_of(rt: &Runtime, own: Borrowed<'_>) -> Result<Format> {
    match own.get::<Struct>(rt).and_then(|packer| packer.format.as_ref()) {
        Some(format) => {
            rt.check_room(size_of_val(&*format.fields) + format.text.len())?;
            Ok(Format::clone(format))
        }
        None => Err(rt.runtime_error("Struct object is not initialized")),
    }
}

fn wrong_count(rt: &mut Runtime, function: &str, format: &Format, count: usize) -> Raise {
    let items = format.items;
    super::error(rt, &format!("{function} expected {items} items for packing (got {count})"))
}

/// The bytes of values.
fn packed(
    rt: &mut Runtime,
    function: &str,
    format: &Format,
    values: &[Borrowed<'_>],
) -> Result<TextBuilder> {
    if values.len() != format.items {
        return Err(wrong_count(rt, function, format, values.len()));
    }
    rt.tick(format.size / 64)?;
    let mut out = TextBuilder::new(rt);
    out.repeat(&[0], format.size).map_err(|_| rt.memory_error())?;
    let mut values = values.iter();
    for field in &format.fields {
        for (number, value) in (0..field.count).zip(values.by_ref()) {
            rt.tick(1)?;
            let start = field.at + number * field.size;
            let mut item = [0; 8];
            if field.size <= item.len() {
                let item = item.get_mut(..field.size).unwrap_or_default();
                pack_item(rt, format, *field, *value, item)?;
                if let Some(place) = out.as_mut_bytes().get_mut(start..start + field.size) {
                    place.copy_from_slice(item);
                }
            } else if let Some(place) = out.as_mut_bytes().get_mut(start..start + field.size) {
                pack_item(rt, format, *field, *value, place)?;
            }
        }
    }
    Ok(out)
}

fn pack_with(rt: &mut Runtime, format: &Format, values: &[Borrowed<'_>]) -> Result {
    packed(rt, "pack", format, values)?.finish_bytes(rt).map(Gc::into_value)
}

/// The offset of so many bytes in a buffer; `what` is done there.
fn place(
    rt: &mut Runtime,
    size: usize,
    len: usize,
    offset: isize,
    (function, what, nothing): (&str, &str, &str),
) -> Result<usize> {
    let at = if offset < 0 { len.checked_add_signed(offset) } else { Some(offset as usize) };
    let fits = offset >= 0 || offset.unsigned_abs() >= size;
    let Some(at) = at.filter(|_| fits) else {
        let message = match offset.unsigned_abs() < size {
            true => format!("{nothing} {size} bytes at offset {offset}"),
            false => format!("offset {offset} out of range for {len}-byte buffer"),
        };
        return Err(super::error(rt, &message));
    };
    if len.checked_sub(at).is_none_or(|room| room < size) {
        let least = at.saturating_add(size);
        let message = format!(
            "{function} requires a buffer of at least {least} bytes for {what} {size} bytes at \
             offset {at} (actual buffer size is {len})"
        );
        return Err(super::error(rt, &message));
    }
    Ok(at)
}

fn size_argument(rt: &mut Runtime, value: Borrowed<'_>) -> Result<isize> {
    rt.index_as_size(value, |rt, value| {
        let class = rt.type_name(value);
        rt.index_error(format!("cannot fit '{class}' into an index-sized integer"))
    })
}

/// Into a buffer, at an offset.
fn pack_into_with(rt: &mut Runtime, format: &Format, args: &[Borrowed<'_>]) -> Result {
    let [buffer, offset, values @ ..] = args else {
        let missing = if args.is_empty() { "buffer" } else { "offset" };
        let message = format!("pack_into expected {missing} argument");
        return Err(super::error(rt, &message));
    };
    if values.len() != format.items {
        return Err(wrong_count(rt, "pack_into", format, values.len()));
    }
    let offset = size_argument(rt, *offset)?;
    // Nothing is written unless all of it can be.
    let bytes = packed(rt, "pack_into", format, values)?;
    let written = buffer_write(rt, *buffer, bytes.as_bytes(), |rt, len| {
        let words = ("pack_into", "packing", "no space to pack");
        place(rt, format.size, len, offset, words)
    })?;
    match written {
        true => Ok(singletons::none()),
        false => {
            let class = rt.type_name(*buffer);
            Err(rt
                .type_error(format!("argument must be read-write bytes-like object, not {class}")))
        }
    }
}

/// The bytes that an argument lends.
fn lent(rt: &mut Runtime, buffer: Borrowed<'_>) -> Result<Vec<u8>> {
    match buffer_copy(rt, buffer)? {
        Some(bytes) => Ok(bytes),
        None => {
            let class = rt.type_name(buffer);
            Err(rt.type_error(format!("a bytes-like object is required, not '{class}'")))
        }
    }
}

fn unpack_with(rt: &mut Runtime, format: &Format, buffer: Borrowed<'_>) -> Result {
    let bytes = lent(rt, buffer)?;
    if bytes.len() != format.size {
        let message = format!("unpack requires a buffer of {} bytes", format.size);
        return Err(super::error(rt, &message));
    }
    unpack_all(rt, format, &bytes)
}

fn unpack_from_with(
    rt: &mut Runtime,
    format: &Format,
    buffer: Borrowed<'_>,
    offset: Option<Borrowed<'_>>,
) -> Result {
    let offset = match offset {
        Some(offset) => size_argument(rt, offset)?,
        None => 0,
    };
    let bytes = lent(rt, buffer)?;
    let words = ("unpack_from", "unpacking", "not enough data to unpack");
    let at = place(rt, format.size, bytes.len(), offset, words)?;
    unpack_all(rt, format, bytes.get(at..at + format.size).unwrap_or_default())
}

fn iter_unpack_with(rt: &mut Runtime, packer: Borrowed<'_>, buffer: Borrowed<'_>) -> Result {
    let size = format_of(rt, packer)?.size;
    if size == 0 {
        return Err(super::error(rt, "cannot iteratively unpack with a struct of length 0"));
    }
    let bytes = lent(rt, buffer)?;
    if bytes.len() % size != 0 {
        let message =
            format!("iterative unpacking requires a buffer of a multiple of {size} bytes");
        return Err(super::error(rt, &message));
    }
    let bytes = rt.bytes_from_buffer(bytes)?.into_value();
    let payload = UnpackIterator { bytes, packer: packer.to_value(), at: 0 };
    rt.alloc_registered(payload).map(Gc::into_value)
}

/// The receiver of a method, and the arguments behind it.
fn receiver<'a>(
    rt: &mut Runtime,
    args: CallArgs<'a>,
    function: &str,
) -> Result<(Borrowed<'a>, &'a [Borrowed<'a>])> {
    if args.has_keywords() {
        return Err(rt.type_error(format!("{function}() takes no keyword arguments")));
    }
    match args.positionals().split_first() {
        Some((own, rest)) => Ok((*own, rest)),
        None => Err(rt.type_error("missing format argument")),
    }
}

fn method_pack<'a>(rt: &mut Runtime, args: CallArgs<'a>) -> Result {
    let (own, values) = receiver(rt, args, "pack")?;
    let format = format_of(rt, own)?;
    pack_with(rt, &format, values)
}

fn method_pack_into<'a>(rt: &mut Runtime, args: CallArgs<'a>) -> Result {
    let (own, rest) = receiver(rt, args, "pack_into")?;
    let format = format_of(rt, own)?;
    pack_into_with(rt, &format, rest)
}

fn method_unpack(rt: &mut Runtime, args: Args<'_>) -> Result {
    let format = format_of(rt, args.at(0))?;
    unpack_with(rt, &format, args.at(1))
}

fn method_unpack_from(rt: &mut Runtime, args: Args<'_>) -> Result {
    let format = format_of(rt, args.at(0))?;
    unpack_from_with(rt, &format, args.at(1), args.get(2))
}

fn method_iter_unpack(rt: &mut Runtime, args: Args<'_>) -> Result {
    iter_unpack_with(rt, args.at(0), args.at(1))
}

fn pack<'a>(rt: &mut Runtime, args: CallArgs<'a>) -> Result {
    let (format, values) = receiver(rt, args, "pack")?;
    let format = Format::read(rt, format)?;
    pack_with(rt, &format, values)
}

fn pack_into<'a>(rt: &mut Runtime, args: CallArgs<'a>) -> Result {
    let (format, rest) = receiver(rt, args, "pack_into")?;
    let format = Format::read(rt, format)?;
    pack_into_with(rt, &format, rest)
}

fn unpack(rt: &mut Runtime, args: Args<'_>) -> Result {
    let format = Format::read(rt, args.at(0))?;
    unpack_with(rt, &format, args.at(1))
}

fn unpack_from(rt: &mut Runtime, args: Args<'_>) -> Result {
    let format = Format::read(rt, args.at(0))?;
    unpack_from_with(rt, &format, args.at(1), args.get(2))
}

fn iter_unpack(rt: &mut Runtime, args: Args<'_>) -> Result {
    let format = Format::read(rt, args.at(0))?;
    let packer = made(rt, format)?;
    iter_unpack_with(rt, packer.as_ref(), args.at(1))
}

fn calc_size(rt: &mut Runtime, args: Args<'_>) -> Result {
    let format = Format::read(rt, args.at(0))?;
    rt.int_from_usize(format.size)
}

fn clear_cache(_: &mut Runtime, _: Args<'_>) -> Result {
    Ok(singletons::none())
}

/// The functions of the module.
pub(super) const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::raw_function("pack", "($module, format, /, *values)", pack)
        .without_signature()
        .doc("pack(format, v1, v2, ...) -> bytes\n\nThe values as bytes, as the format says."),
    MethodSpec::raw_function(
        "pack_into",
        "($module, format, buffer, offset, /, *values)",
        pack_into,
    )
    .without_signature()
    .doc("pack_into(format, buffer, offset, v1, v2, ...)\n\nPacks the values into a buffer."),
    MethodSpec::function("unpack", "($module, format, buffer, /)", unpack)
        .doc("A tuple of the values that the bytes of a buffer are, as the format says."),
    MethodSpec::function("unpack_from", "($module, format, /, buffer, offset=0)", unpack_from)
        .doc("A tuple of the values that lie in a buffer at an offset."),
    MethodSpec::function("iter_unpack", "($module, format, buffer, /)", iter_unpack)
        .doc("An iterator over a buffer that holds such values again and again."),
    MethodSpec::function("calcsize", "($module, format, /)", calc_size)
        .doc("How many bytes the format describes."),
    MethodSpec::function("_clearcache", "($module, /)", clear_cache)
        .doc("Clear the internal cache."),
];

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let format = format_of(rt, own)?;
    let text = rt.str(&format.text)?;
    let name = rt.type_of(own).read(rt).name().to_owned();
    out.append(rt, name.as_bytes())?;
    out.append(rt, b"(")?;
    rt.write_repr(text.as_ref(), out)?;
    out.append(rt, b")")
}

fn text(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let format = format_of(rt, own)?;
    rt.str(&format.text).map(Gc::into_value)
}

fn size(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let size = own.get::<Struct>(rt).and_then(|packer| packer.format.as_ref()).map(|f| f.size);
    size.map_or_else(|| rt.int(-1), |size| rt.int_from_usize(size))
}

/// The table of `Struct`.
pub(super) const STRUCT: ClassSpec = ClassSpec {
    name: "_struct.Struct",
    doc: Some("Struct(fmt) --> compiled struct object"),
    weakref: true,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
    ],
    methods: &[
        MethodSpec::raw_method("pack", "($self, /, *values)", method_pack)
            .without_signature()
            .doc("The values as bytes."),
        MethodSpec::raw_method(
            "pack_into",
            "($self, buffer, offset, /, *values)",
            method_pack_into,
        )
        .without_signature()
        .doc("Packs the values into a buffer."),
        MethodSpec::method("unpack", "($self, buffer, /)", method_unpack)
            .doc("A tuple of the values that the bytes of a buffer are."),
        MethodSpec::method("unpack_from", "($self, /, buffer, offset=0)", method_unpack_from)
            .doc("A tuple of the values that lie in a buffer at an offset."),
        MethodSpec::method("iter_unpack", "($self, buffer, /)", method_iter_unpack)
            .doc("An iterator over a buffer that holds such values again and again."),
    ],
    getset: &[
        GetSetSpec::read_only("format", text).doc("struct format string"),
        GetSetSpec::read_only("size", size).doc("struct size in bytes"),
    ],
    ..ClassSpec::DEFAULT
}
.checked();

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(iterator) = own.get::<UnpackIterator>(rt) else { return Ok(None) };
    let (bytes, packer, at) = (iterator.bytes.clone(), iterator.packer.clone(), iterator.at);
    let format = format_of(rt, packer.as_ref())?;
    let all = bytes.get::<objmodel::objects::bytes::BytesObject>(rt).map(|bytes| bytes.as_slice());
    let Some(part) = all.and_then(|all| all.get(at..at + format.size)) else { return Ok(None) };
    let values = unpack_all(rt, &format, part)?;
    if let Some(iterator) = own.get_mut::<UnpackIterator>(rt) {
        iterator.at += format.size;
    }
    Ok(Some(values))
}

fn length_hint(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(iterator) = args.at(0).get::<UnpackIterator>(rt) else { return rt.int(0) };
    let size = format_of(rt, iterator.packer.as_ref())?.size.max(1);
    let bytes = iterator.bytes.get::<objmodel::objects::bytes::BytesObject>(rt);
    let left = bytes.map_or(0, |bytes| bytes.as_slice().len()).saturating_sub(iterator.at);
    rt.int_from_usize(left / size)
}

/// The table of the iterators.
pub(super) const UNPACK_ITERATOR: ClassSpec = ClassSpec {
    name: "_struct.unpack_iterator",
    subclassable: false,
    slots: &[
        (SlotId::TpIter, SlotFn::Unary(objmodel_builtins::iter_itself)),
        (SlotId::TpIternext, SlotFn::IterNext(next)),
    ],
    methods: &[MethodSpec::method("__length_hint__", "($self, /)", length_hint)],
    ..ClassSpec::DEFAULT
}
.checked();
