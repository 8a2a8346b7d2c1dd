//! `memoryview`: bytes of another object, seen without a copy.

use objmodel::gc::Trace;
use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::objects::slice::SliceObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{GetSetSpec, MethodSpec, TypeSpec};
use objmodel::{Args, CallArgs, Gc, Payload, Ref, Result, Runtime, Type, Value, singletons};

use crate::bytes::convert;
use crate::indices::{self, Selection};

/// The payload of `memoryview`: a selection of the bytes of an object.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct MemoryView {
    /// `None` once it is released.
    object: Option<Value>,
    #[trace(leaf)]
    start: isize,
    #[trace(leaf)]
    step: isize,
    #[trace(leaf)]
    count: usize,
    #[trace(leaf)]
    read_only: bool,
}

impl Payload for MemoryView {}

/// The bytes of the object behind a view.
fn base<'a>(rt: &'a Runtime, object: &'a Value) -> &'a [u8] {
    if let Some(bytes) = object.get::<BytesObject>(rt) {
        return bytes.as_slice();
    }
    object.get::<ByteArrayObject>(rt).map(ByteArrayObject::as_slice).unwrap_or_default()
}

/// The bytes of a view of neighbours; `None` for other views and other objects.
pub(crate) fn contiguous<'a>(rt: &'a Runtime, value: Ref<'a>) -> Option<&'a [u8]> {
    let view = value.get::<MemoryView>(rt)?;
    let object = view.object.as_ref()?;
    if view.step != 1 {
        return None;
    }
    base(rt, object).get(view.start as usize..view.start as usize + view.count)
}

/// Counts views of a `bytearray`, whose size is fixed while there are any.
fn export(rt: &mut Runtime, object: &Value, change: isize) {
    if let Some(array) = object.get_mut::<ByteArrayObject>(rt) {
        array.exports = array.exports.saturating_add_signed(change);
    }
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let [object] = args.all() else {
        return Err(rt.type_error("memoryview() missing required argument 'object' (pos 1)"));
    };
    if object.is_payload::<MemoryView>() {
        let view = parts(rt, *object)?;
        return make(rt, class, view);
    }
    let read_only = object.is_payload::<BytesObject>();
    if !read_only && !object.is_payload::<ByteArrayObject>() {
        let of = rt.type_name(*object);
        return Err(
            rt.type_error(format!("memoryview: a bytes-like object is required, not '{of}'"))
        );
    }
    let object = object.to_value();
    let count = base(rt, &object).len();
    make(rt, class, MemoryView { object: Some(object), start: 0, step: 1, count, read_only })
}

fn make(rt: &mut Runtime, class: &Type, view: MemoryView) -> Result {
    let object = view.object.clone();
    let made = rt.alloc(class, view)?;
    if let Some(object) = object {
        export(rt, &object, 1);
    }
    Ok(made.into_value())
}

/// A copy of a living view's payload.
fn parts(rt: &Runtime, own: Ref<'_>) -> Result<MemoryView> {
    match own.get::<MemoryView>(rt) {
        Some(MemoryView { object: Some(object), start, step, count, read_only }) => {
            Ok(MemoryView {
                object: Some(object.clone()),
                start: *start,
                step: *step,
                count: *count,
                read_only: *read_only,
            })
        }
        _ => Err(rt.value_error("operation forbidden on released memoryview object")),
    }
}

impl MemoryView {
    fn selection(&self) -> Selection {
        let stop = self.start + self.step * self.count as isize;
        Selection { start: self.start, stop, step: self.step, count: self.count }
    }
}

/// A copy of the bytes that a view shows.
pub(crate) fn content(rt: &Runtime, own: Ref<'_>) -> Result<Vec<u8>> {
    let view = parts(rt, own)?;
    rt.check_room(view.count)?;
    let Some(object) = &view.object else { return Ok(Vec::new()) };
    let bytes = base(rt, object);
    Ok(view.selection().positions().filter_map(|at| bytes.get(at).copied()).collect())
}

fn repr(rt: &mut Runtime, own: Ref<'_>) -> Result {
    let address = own.address().unwrap_or_default();
    let released = own.get::<MemoryView>(rt).is_none_or(|view| view.object.is_none());
    let what = if released { "released memory" } else { "memory" };
    rt.str(&format!("<{what} at {address:#x}>")).map(Gc::into_value)
}

fn hash(rt: &mut Runtime, own: Ref<'_>) -> Result<i64> {
    if !parts(rt, own)?.read_only {
        return Err(rt.value_error("cannot hash writable memoryview object"));
    }
    let bytes = content(rt, own)?;
    Ok(rt.bytes_hash(&bytes))
}

fn rich_compare(rt: &mut Runtime, own: Ref<'_>, other: Ref<'_>, op: CompareOp) -> Result {
    if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(singletons::not_implemented());
    }
    let left = content(rt, own);
    let right = match other.is_payload::<MemoryView>() {
        true => content(rt, other),
        false => match convert::buffer(rt, other)? {
            Some(bytes) => Ok(bytes),
            None => return Ok(singletons::not_implemented()),
        },
    };
    let equal = match (left, right) {
        (Ok(left), Ok(right)) => left == right,
        _ => own.is(&other),
    };
    Ok(singletons::bool(equal == (op == CompareOp::Eq)))
}

fn len(rt: &mut Runtime, own: Ref<'_>) -> Result<usize> {
    Ok(parts(rt, own)?.count)
}

/// Where item `index` is in the object.
fn place(rt: &Runtime, view: &MemoryView, index: isize) -> Result<usize> {
    match indices::item(index, view.count) {
        Some(at) => Ok((view.start + view.step * at as isize) as usize),
        None => Err(rt.index_error("index out of bounds on dimension 1")),
    }
}

fn subscript(rt: &mut Runtime, own: Ref<'_>, key: Ref<'_>) -> Result {
    let mut view = parts(rt, own)?;
    if key.is_payload::<SliceObject>() {
        let selection = indices::select(rt, key, view.count)?;
        view.start += view.step * selection.start;
        view.step *= selection.step;
        view.count = selection.count;
        let class = rt.type_of(own).to_gc();
        return make(rt, &class, view);
    }
    if !rt.has_index(key) {
        return Err(rt.type_error("memoryview: invalid slice key"));
    }
    let index = rt.index_clamped(key)?;
    let at = place(rt, &view, index)?;
    let byte = view.object.as_ref().and_then(|object| base(rt, object).get(at).copied());
    rt.int(byte.unwrap_or_default().into())
}

fn item(rt: &mut Runtime, own: Ref<'_>, index: isize) -> Result {
    let index = rt.int(index as i64)?;
    subscript(rt, own, index.as_ref())
}

fn assign(rt: &mut Runtime, own: Ref<'_>, key: Ref<'_>, value: Option<Ref<'_>>) -> Result<()> {
    let view = parts(rt, own)?;
    if view.read_only {
        return Err(rt.type_error("cannot modify read-only memory"));
    }
    let Some(value) = value else { return Err(rt.type_error("cannot delete memory")) };
    let (places, bytes): (Vec<usize>, Vec<u8>) = if key.is_payload::<SliceObject>() {
        let selection = indices::select(rt, key, view.count)?;
        let Some(bytes) = convert::buffer(rt, value)? else {
            let class = rt.type_name(value);
            return Err(rt.type_error(format!("a bytes-like object is required, not '{class}'")));
        };
        if bytes.len() != selection.count {
            return Err(rt.value_error(
                "memoryview assignment: lvalue and rvalue have different structures",
            ));
        }
        let places = selection
            .positions()
            .map(|at| (view.start + view.step * at as isize) as usize)
            .collect();
        (places, bytes)
    } else {
        let index = rt.index_clamped(key)?;
        let at = place(rt, &view, index)?;
        if !rt.has_index(value) {
            return Err(rt.type_error("memoryview: invalid type for format 'B'"));
        }
        let byte = rt.index_clamped(value)?;
        let Ok(byte) = u8::try_from(byte) else {
            return Err(rt.value_error("memoryview: invalid value for format 'B'"));
        };
        (vec![at], vec![byte])
    };
    if let Some(array) = view.object.as_ref().and_then(|o| o.get_mut::<ByteArrayObject>(rt)) {
        for (at, byte) in places.into_iter().zip(bytes) {
            if let Some(place) = array.as_mut_slice().get_mut(at) {
                *place = byte;
            }
        }
    }
    Ok(())
}

fn to_bytes(rt: &mut Runtime, args: Args<'_>) -> Result {
    let bytes = content(rt, args.at(0))?;
    rt.bytes(&bytes).map(Gc::into_value)
}

fn to_list(rt: &mut Runtime, args: Args<'_>) -> Result {
    let bytes = content(rt, args.at(0))?;
    let items: Vec<Value> =
        bytes.into_iter().map(|byte| rt.int(byte.into())).collect::<Result<_>>()?;
    rt.list(items).map(Gc::into_value)
}

fn hex(rt: &mut Runtime, args: Args<'_>) -> Result {
    let bytes = content(rt, args.at(0))?;
    let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    rt.str(&text).map(Gc::into_value)
}

fn release(rt: &mut Runtime, args: Args<'_>) -> Result {
    let object = match args.at(0).get_mut::<MemoryView>(rt) {
        Some(view) => view.object.take(),
        None => None,
    };
    if let Some(object) = object {
        export(rt, &object, -1);
    }
    Ok(singletons::none())
}

fn finalize(rt: &mut Runtime, own: Ref<'_>) -> Result<()> {
    let object = own.get::<MemoryView>(rt).and_then(|view| view.object.clone());
    if let Some(object) = object {
        export(rt, &object, -1);
    }
    Ok(())
}

fn to_read_only(rt: &mut Runtime, args: Args<'_>) -> Result {
    let view = MemoryView { read_only: true, ..parts(rt, args.at(0))? };
    let class = rt.type_of(args.at(0)).to_gc();
    make(rt, &class, view)
}

fn enter(rt: &mut Runtime, args: Args<'_>) -> Result {
    parts(rt, args.at(0))?;
    Ok(args.at(0).to_value())
}

fn object(rt: &mut Runtime, own: Ref<'_>) -> Result {
    Ok(parts(rt, own)?.object.unwrap_or_else(singletons::none))
}

fn number(rt: &mut Runtime, own: Ref<'_>, pick: fn(&MemoryView) -> i64) -> Result {
    let view = parts(rt, own)?;
    rt.int(pick(&view))
}

fn size(rt: &mut Runtime, own: Ref<'_>) -> Result {
    number(rt, own, |view| view.count as i64)
}

fn one(rt: &mut Runtime, own: Ref<'_>) -> Result {
    number(rt, own, |_| 1)
}

fn format(rt: &mut Runtime, own: Ref<'_>) -> Result {
    parts(rt, own)?;
    rt.str("B").map(Gc::into_value)
}

fn is_read_only(rt: &mut Runtime, own: Ref<'_>) -> Result {
    Ok(singletons::bool(parts(rt, own)?.read_only))
}

fn is_contiguous(rt: &mut Runtime, own: Ref<'_>) -> Result {
    Ok(singletons::bool(parts(rt, own)?.step == 1))
}

fn shape(rt: &mut Runtime, own: Ref<'_>) -> Result {
    let count = rt.int_from_usize(parts(rt, own)?.count)?;
    rt.tuple([count].into_iter()).map(Gc::into_value)
}

fn strides(rt: &mut Runtime, own: Ref<'_>) -> Result {
    let step = rt.int(parts(rt, own)?.step as i64)?;
    rt.tuple([step].into_iter()).map(Gc::into_value)
}

/// The table of `memoryview`.
pub(crate) const MEMORYVIEW: TypeSpec = TypeSpec {
    name: "memoryview",
    doc: Some("Create a new memoryview object which references the given object."),
    text_signature: Some("(object)"),
    subclassable: false,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpFinalize, SlotFn::Finalize(finalize)),
        (SlotId::SqLength, SlotFn::Len(len)),
        (SlotId::SqItem, SlotFn::SizeArg(item)),
        (SlotId::MpLength, SlotFn::Len(len)),
        (SlotId::MpSubscript, SlotFn::Binary(subscript)),
        (SlotId::MpAssSubscript, SlotFn::ObjObjArg(assign)),
    ],
    methods: &[
        MethodSpec::method("tobytes", "($self, /, order='C')", to_bytes)
            .doc("Return the data in the buffer as a byte string."),
        MethodSpec::method("tolist", "($self, /)", to_list)
            .doc("Return the data in the buffer as a list of elements."),
        MethodSpec::method("hex", "($self, /)", hex)
            .doc("Return the data in the buffer as a str of hexadecimal numbers."),
        MethodSpec::method("release", "($self, /)", release)
            .doc("Release the underlying buffer exposed by the memoryview object."),
        MethodSpec::method("toreadonly", "($self, /)", to_read_only)
            .doc("Return a readonly version of the memoryview."),
        MethodSpec::method("__enter__", "($self, /)", enter),
        MethodSpec::method(
            "__exit__",
            "($self, type=None, value=None, traceback=None, /)",
            release,
        ),
    ],
    getset: &[
        GetSetSpec::read_only("obj", object),
        GetSetSpec::read_only("nbytes", size),
        GetSetSpec::read_only("readonly", is_read_only),
        GetSetSpec::read_only("itemsize", one),
        GetSetSpec::read_only("format", format),
        GetSetSpec::read_only("ndim", one),
        GetSetSpec::read_only("shape", shape),
        GetSetSpec::read_only("strides", strides),
        GetSetSpec::read_only("contiguous", is_contiguous),
        GetSetSpec::read_only("c_contiguous", is_contiguous),
    ],
    ..TypeSpec::DEFAULT
};
