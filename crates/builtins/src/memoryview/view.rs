//! The payload of `memoryview`, and the bytes that it shows.

use std::cell::Cell;

use objmodel::gc::Trace;
use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::{Borrowed, Gc, Payload, Raise, Result, Runtime, Value};

use super::format::Format;
use super::layout::{Layout, Shape};
use crate::buffer;

/// The payload of `memoryview`: items that lie among the bytes of an object.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct MemoryView {
    /// The `bytes` or `bytearray` that holds the items; `None` once the view is released.
    pub(crate) object: Option<Value>,
    /// What gives the buffer back once no view holds it any more, if somebody waits for it.
    pub(super) managed: Option<Value>,
    #[trace(leaf)]
    pub(crate) layout: Layout,
    #[trace(leaf)]
    pub(super) format: Format,
    #[trace(leaf)]
    pub(crate) read_only: bool,
    /// Whether no other view may be made of this one.
    #[trace(leaf)]
    pub(super) restricted: bool,
    /// How many buffers it has borrowed; it cannot be released while there are any.
    #[trace(leaf)]
    pub(super) exports: usize,
    /// The hash once it was asked.
    #[trace(leaf)]
    pub(super) hash: Cell<Option<i64>>,
}

impl Payload for MemoryView {}

/// The bytes of the object behind a view.
pub(crate) fn base<'a>(rt: &'a Runtime, object: &'a Value) -> &'a [u8] {
    if let Some(bytes) = object.get::<BytesObject>(rt) {
        return bytes.as_slice();
    }
    object.get::<ByteArrayObject>(rt).map(ByteArrayObject::as_slice).unwrap_or_default()
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
    pub(super) shape: Shape,
    pub(super) bytes: Vec<u8>,
}

/// What an object holds; `None` if it has no buffer.
///
/// # Errors
/// What `__buffer__` raises; `ValueError` for a released view; `MemoryError`.
pub(super) fn snapshot(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Option<Snapshot>> {
    let Some(held) = buffer::acquire(rt, value, buffer::FULL_READ_ONLY)? else { return Ok(None) };
    let len = held.bytes(rt).len();
    let known = held.view().and_then(|view| view.get::<MemoryView>(rt));
    let (format, shape) = match known {
        Some(view) => (view.format, view.layout.shape.clone()),
        None => (Format::BYTE, Shape::from_slice(&[len])),
    };
    let bytes = rt.check_room(len).map(|()| held.bytes(rt).to_vec());
    held.release(rt);
    Ok(Some(Snapshot { format, shape, bytes: bytes? }))
}

/// A view of an object's buffer, which its class may export by `__buffer__`; of a view another one of the
/// same buffer.
///
/// # Errors
/// `TypeError` for an object without one; `ValueError` for a released view; what `__buffer__` raises.
pub(super) fn over(rt: &mut Runtime, object: Borrowed<'_>) -> Result {
    if object.is_payload::<MemoryView>() {
        usable(rt, object)?;
        let view = parts(rt, object)?;
        return make(rt, view);
    }
    match buffer::acquire(rt, object, buffer::FULL_READ_ONLY)? {
        Some(held) => of_held(rt, held, buffer::FULL_READ_ONLY),
        None => {
            let of = rt.type_name(object);
            Err(rt.type_error(format!("memoryview: a bytes-like object is required, not '{of}'")))
        }
    }
}

/// A view of a buffer that was requested with these flags and that the view holds from then on. What
/// they do not ask for the view does not know: it shows bytes without a format, in one row without a
/// shape.
///
/// # Errors
/// `MemoryError`.
pub(crate) fn of_held(rt: &mut Runtime, held: buffer::Held, flags: i64) -> Result {
    let source = held.view().cloned();
    let object = held.base().clone();
    let managed = buffer::manage(rt, held)?;
    let view = match source {
        Some(source) => {
            let mut view = MemoryView { managed: managed.clone(), ..parts(rt, source.as_ref())? };
            if flags & buffer::FORMAT == 0 {
                view.format = Format::BYTE;
            }
            if flags & buffer::SHAPE == 0 {
                let size = view.layout.item_size;
                view.layout = view.layout.reshaped(size, Shape::from_slice(&[view.layout.count()]));
            }
            view
        }
        None => flat(rt, object, managed.clone()),
    };
    make(rt, view)
}

/// A view of all bytes of an object.
fn flat(rt: &Runtime, object: Value, managed: Option<Value>) -> MemoryView {
    MemoryView {
        layout: Layout::flat(base(rt, &object).len()),
        read_only: object.is_payload::<BytesObject>(),
        object: Some(object),
        managed,
        format: Format::BYTE,
        restricted: false,
        exports: 0,
        hash: Cell::new(None),
    }
}

/// A view of which no other can be made, for the time of a call.
///
/// # Errors
/// `MemoryError`.
pub(crate) fn restricted(rt: &mut Runtime, object: Borrowed<'_>) -> Result {
    let view = MemoryView { restricted: true, ..flat(rt, object.to_value(), None) };
    make(rt, view)
}

/// A `memoryview` object of a view.
///
/// # Errors
/// `MemoryError`.
pub(super) fn make(rt: &mut Runtime, view: MemoryView) -> Result {
    let (object, managed) = (view.object.clone(), view.managed.clone());
    let made = rt.alloc_registered(view);
    let change = isize::from(made.is_ok());
    if let Some(object) = object {
        buffer::export(rt, object.as_ref(), change);
    }
    // Without its first view a buffer goes back.
    if let Some(managed) = managed {
        buffer::count_views(rt, &managed, change);
    }
    made.map(Gc::into_value)
}

/// The error about a view that was released.
#[cold]
pub(crate) fn released(rt: &Runtime) -> Raise {
    rt.value_error("operation forbidden on released memoryview object")
}

/// A view's payload.
///
/// # Errors
/// `ValueError` for a released one.
pub(super) fn living<'a>(rt: &'a Runtime, own: Borrowed<'a>) -> Result<&'a MemoryView> {
    match own.get::<MemoryView>(rt) {
        Some(view) if view.object.is_some() => Ok(view),
        _ => Err(released(rt)),
    }
}

/// A view's payload, for another view of the same buffer.
///
/// # Errors
/// `ValueError` for a released one, and for one that `__release_buffer__` was called with.
pub(crate) fn usable<'a>(rt: &'a Runtime, own: Borrowed<'a>) -> Result<&'a MemoryView> {
    let view = living(rt, own)?;
    match view.restricted {
        true => Err(rt.value_error("cannot create new view on restricted memoryview")),
        false => Ok(view),
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
        managed: view.managed.clone(),
        layout: view.layout.clone(),
        format: view.format,
        read_only: view.read_only,
        restricted: view.restricted,
        exports: 0,
        hash: Cell::new(None),
    })
}

/// The object whose buffer a view shows; `None` once it is released.
pub(crate) fn owner<'a>(rt: &'a Runtime, own: Borrowed<'a>) -> Option<&'a Value> {
    let view = own.get::<MemoryView>(rt)?;
    let object = view.object.as_ref()?;
    let lender = view.managed.as_ref().and_then(|managed| buffer::lender_of(rt, managed));
    lender.or(Some(object))
}

/// Counts a buffer that a view lends.
pub(crate) fn borrow(rt: &mut Runtime, own: Borrowed<'_>) {
    if let Some(view) = own.get_mut::<MemoryView>(rt) {
        view.exports += 1;
    }
}

/// Takes a buffer back that a view has borrowed.
pub(crate) fn take_back(rt: &mut Runtime, own: Borrowed<'_>) {
    if let Some(view) = own.get_mut::<MemoryView>(rt) {
        view.exports = view.exports.saturating_sub(1);
    }
}

/// Lets go of the object, unless somebody holds a buffer of the view.
///
/// # Errors
/// `BufferError`.
pub(super) fn release(rt: &mut Runtime, own: Borrowed<'_>) -> Result<()> {
    match own.get::<MemoryView>(rt) {
        Some(view) if view.object.is_some() && view.exports > 0 => {
            let (count, plural) = (view.exports, if view.exports == 1 { "" } else { "s" });
            Err(rt.buffer_error(format!("memoryview has {count} exported buffer{plural}")))
        }
        _ => {
            end(rt, own);
            Ok(())
        }
    }
}

/// Lets go of the object.
pub(crate) fn end(rt: &mut Runtime, own: Borrowed<'_>) {
    let (object, managed) = match own.get_mut::<MemoryView>(rt) {
        Some(view) => (view.object.take(), view.managed.take()),
        None => (None, None),
    };
    if let Some(object) = object {
        buffer::export(rt, object.as_ref(), -1);
    }
    if let Some(managed) = managed {
        buffer::count_views(rt, &managed, -1);
    }
}

/// Gives the object back without a change to the view, whose end has come.
pub(super) fn finalize(rt: &mut Runtime, own: Borrowed<'_>) -> Result<()> {
    end(rt, own);
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

/// A `bytes` object.
pub(super) fn to_bytes(rt: &Runtime, bytes: &[u8]) -> Result {
    rt.bytes(bytes).map(Gc::into_value)
}
