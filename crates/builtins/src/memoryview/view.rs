//! The payload of `memoryview`, and the bytes that it shows.

use std::cell::Cell;

use objmodel::gc::Trace;
use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::{Borrowed, Gc, Payload, Result, Runtime, Type, Value};

use super::format::Format;
use super::layout::Layout;
use super::protocol;
use crate::bytes::convert;

/// The payload of `memoryview`: items that lie among the bytes of an object.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct MemoryView {
    /// `None` once it is released.
    pub(super) object: Option<Value>,
    /// What gives the buffer back once no view holds it any more, if `__buffer__` exported it.
    pub(super) keeper: Option<Value>,
    #[trace(leaf)]
    pub(super) layout: Layout,
    #[trace(leaf)]
    pub(super) format: Format,
    #[trace(leaf)]
    pub(super) read_only: bool,
    /// The hash once it was asked.
    #[trace(leaf)]
    pub(super) hash: Cell<Option<i64>>,
}

impl Payload for MemoryView {}

/// The bytes of the object behind a view.
pub(super) fn base<'a>(rt: &'a Runtime, object: &'a Value) -> &'a [u8] {
    if let Some(bytes) = object.get::<BytesObject>(rt) {
        return bytes.as_slice();
    }
    object.get::<ByteArrayObject>(rt).map(ByteArrayObject::as_slice).unwrap_or_default()
}

/// The bytes of a view of neighbours; `None` for other views and other objects.
pub(crate) fn contiguous<'a>(rt: &'a Runtime, value: Borrowed<'a>) -> Option<&'a [u8]> {
    let view = value.get::<MemoryView>(rt)?;
    let object = view.object.as_ref()?;
    if !view.layout.is_c_contiguous() {
        return None;
    }
    let start = view.layout.offset as usize;
    base(rt, object).get(start..start + view.layout.bytes())
}

/// A copy of the bytes that a view shows, the last dimension varying fastest.
///
/// # Errors
/// `ValueError` for a released view; `MemoryError`.
pub(crate) fn content(rt: &Runtime, own: Borrowed<'_>) -> Result<Vec<u8>> {
    let view = parts(rt, own)?;
    gathered(rt, &view, &view.layout)
}

/// A copy of the bytes at the places of a layout.
pub(super) fn gathered(rt: &Runtime, view: &MemoryView, layout: &Layout) -> Result<Vec<u8>> {
    rt.check_room(layout.bytes())?;
    rt.tick(layout.bytes() / 64)?;
    let Some(object) = &view.object else { return Ok(Vec::new()) };
    let bytes = base(rt, object);
    let size = layout.item_size;
    if layout.is_c_contiguous() {
        let start = layout.offset as usize;
        return Ok(bytes.get(start..start + layout.bytes()).unwrap_or_default().to_vec());
    }
    let mut out = Vec::with_capacity(layout.bytes());
    for at in layout.offsets() {
        out.extend_from_slice(bytes.get(at..at + size).unwrap_or_default());
    }
    Ok(out)
}

/// What an object with a buffer holds, copied.
pub(super) struct Snapshot {
    pub(super) format: Format,
    pub(super) shape: Vec<usize>,
    pub(super) bytes: Vec<u8>,
}

/// What an object holds; `None` if it has no buffer.
///
/// # Errors
/// `ValueError` for a released view; `MemoryError`.
pub(super) fn snapshot(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Option<Snapshot>> {
    if value.is_payload::<MemoryView>() {
        let view = living(rt, value)?;
        let bytes = gathered(rt, view, &view.layout)?;
        return Ok(Some(Snapshot { format: view.format, shape: view.layout.shape.clone(), bytes }));
    }
    let bytes = convert::buffer(rt, value)?;
    Ok(bytes.map(|bytes| Snapshot { format: Format::BYTE, shape: vec![bytes.len()], bytes }))
}

/// A copy of the buffer that an object lends by `__buffer__`; `None` if it has no such method.
///
/// # Errors
/// What `__buffer__` and `__release_buffer__` raise; `MemoryError`.
pub(crate) fn borrowed(rt: &mut Runtime, object: Borrowed<'_>) -> Result<Option<Vec<u8>>> {
    let Some(view) = protocol::acquire(rt, object)? else { return Ok(None) };
    let bytes = content(rt, view.as_ref());
    protocol::give_back(rt, object, view.as_ref())?;
    bytes.map(Some)
}

/// Counts views of a `bytearray`, whose size is fixed while there are any.
fn export(rt: &mut Runtime, object: &Value, change: isize) {
    if let Some(array) = object.get_mut::<ByteArrayObject>(rt) {
        array.exports = array.exports.saturating_add_signed(change);
    }
}

/// A view of an object's buffer, which its class may export by `__buffer__`.
///
/// # Errors
/// `TypeError` for an object without one; `ValueError` for a released view; what `__buffer__` raises.
pub(super) fn over(rt: &mut Runtime, class: &Type, object: Borrowed<'_>) -> Result {
    let Some(borrowed) = protocol::acquire(rt, object)? else { return of_bytes(rt, class, object) };
    let keeper = protocol::keeper(rt, object, borrowed.clone())?;
    let view = parts(rt, borrowed.as_ref())?;
    make(rt, class, MemoryView { keeper: Some(keeper), ..view })
}

/// A view of the bytes of a `bytes` or `bytearray`; of a view another one of the same.
///
/// # Errors
/// `TypeError` for another object; `ValueError` for a released view.
pub(super) fn of_bytes(rt: &mut Runtime, class: &Type, object: Borrowed<'_>) -> Result {
    if object.is_payload::<MemoryView>() {
        let view = parts(rt, object)?;
        return make(rt, class, view);
    }
    let read_only = object.is_payload::<BytesObject>();
    if !read_only && !object.is_payload::<ByteArrayObject>() {
        let of = rt.type_name(object);
        return Err(
            rt.type_error(format!("memoryview: a bytes-like object is required, not '{of}'"))
        );
    }
    let object = object.to_value();
    let layout = Layout::flat(base(rt, &object).len());
    let view = MemoryView {
        object: Some(object),
        keeper: None,
        layout,
        format: Format::BYTE,
        read_only,
        hash: Cell::new(None),
    };
    make(rt, class, view)
}

/// A `memoryview` object of a view.
pub(super) fn make(rt: &mut Runtime, class: &Type, view: MemoryView) -> Result {
    let object = view.object.clone();
    let made = rt.alloc(class, view)?;
    if let Some(object) = object {
        export(rt, &object, 1);
    }
    Ok(made.into_value())
}

/// A view's payload.
///
/// # Errors
/// `ValueError` for a released one.
pub(super) fn living<'a>(rt: &'a Runtime, own: Borrowed<'a>) -> Result<&'a MemoryView> {
    match own.get::<MemoryView>(rt) {
        Some(view) if view.object.is_some() => Ok(view),
        _ => Err(rt.value_error("operation forbidden on released memoryview object")),
    }
}

/// A copy of a view's payload.
///
/// # Errors
/// `ValueError` for a released one.
pub(super) fn parts(rt: &Runtime, own: Borrowed<'_>) -> Result<MemoryView> {
    let view = living(rt, own)?;
    Ok(MemoryView {
        object: view.object.clone(),
        keeper: view.keeper.clone(),
        layout: view.layout.clone(),
        format: view.format,
        read_only: view.read_only,
        hash: Cell::new(None),
    })
}

/// Lets go of the object.
pub(super) fn release(rt: &mut Runtime, own: Borrowed<'_>) {
    let (object, keeper) = match own.get_mut::<MemoryView>(rt) {
        Some(view) => (view.object.take(), view.keeper.take()),
        None => (None, None),
    };
    if let Some(object) = object {
        export(rt, &object, -1);
    }
    drop(keeper);
}

/// Gives the object back without a change to the view, whose end has come.
pub(super) fn finalize(rt: &mut Runtime, own: Borrowed<'_>) -> Result<()> {
    release(rt, own);
    Ok(())
}

impl MemoryView {
    /// The item at an offset, as a Python object.
    ///
    /// # Errors
    /// `MemoryError`.
    pub(super) fn read(&self, rt: &Runtime, at: usize) -> Result {
        let bytes = self.object.as_ref().map(|object| base(rt, object)).unwrap_or_default();
        let item = bytes.get(at..at + self.format.size()).unwrap_or_default();
        self.format.unpack(item).to_value(rt)
    }

    /// Writes bytes at an offset.
    pub(super) fn write(&self, rt: &mut Runtime, at: usize, bytes: &[u8]) {
        let array = self.object.as_ref().and_then(|o| o.get_mut::<ByteArrayObject>(rt));
        let place = array.and_then(|array| array.as_mut_slice().get_mut(at..at + bytes.len()));
        if let Some(place) = place {
            place.copy_from_slice(bytes);
        }
    }
}

/// A handle's class, for views made of it.
pub(super) fn class_of(rt: &Runtime, own: Borrowed<'_>) -> Type {
    rt.type_of(own).to_gc()
}

/// A `bytes` object.
pub(super) fn to_bytes(rt: &Runtime, bytes: &[u8]) -> Result {
    rt.bytes(bytes).map(Gc::into_value)
}
