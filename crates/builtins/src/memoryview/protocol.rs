//! Buffers of objects whose class defines `__buffer__` in Python (data model, "Emulating buffer
//! types").

use objmodel::gc::Trace;
use objmodel::objects::descriptor::WrapperObject;
use objmodel::slots::{SlotId, SpecialId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::ClassSpec;
use objmodel::{Borrowed, Gc, Payload, Raise, Result, Runtime, Value};

use super::view::{self, MemoryView};

/// Flags of a request for a buffer with format, shape and strides, be it read-only or not.
const FULL_READ_ONLY: i64 = 284;

/// The flag of a request for a buffer that can be written.
const WRITABLE: i64 = 1;

/// The payload of `_buffer_wrapper`, which stands between a view and the object that exports the
/// buffer: its end gives the buffer back.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct BufferWrapper {
    object: Value,
    /// What `__buffer__` returned.
    view: Value,
}

impl Payload for BufferWrapper {}

/// A special method that is written in Python.
fn own_method(rt: &mut Runtime, object: Borrowed<'_>, special: SpecialId) -> Option<Value> {
    let method = rt.lookup_special(object, special)?;
    (!method.is_payload::<WrapperObject>()).then_some(method)
}

/// Asks an object for its buffer: the view that `__buffer__` returns; `None` if its class has none
/// in Python.
///
/// # Errors
/// What `__buffer__` raises; `TypeError` if it returns no view.
pub(super) fn acquire(rt: &mut Runtime, object: Borrowed<'_>) -> Result<Option<Value>> {
    if !rt.has_slot(object, SlotId::BfGetbuffer) {
        return Ok(None);
    }
    let Some(method) = own_method(rt, object, SpecialId::Buffer) else { return Ok(None) };
    let flags = rt.int(FULL_READ_ONLY)?;
    let view = rt.call_method(&method, object, &[flags.as_ref()])?;
    match view.is_payload::<MemoryView>() {
        true => Ok(Some(view)),
        false => Err(rt.type_error("__buffer__ returned non-memoryview object")),
    }
}

/// Gives a buffer back that [`acquire`] got.
///
/// # Errors
/// What `__release_buffer__` raises.
pub(super) fn give_back(rt: &mut Runtime, object: Borrowed<'_>, view: Borrowed<'_>) -> Result<()> {
    let outcome = match own_method(rt, object, SpecialId::ReleaseBuffer) {
        Some(method) => rt.call_method(&method, object, &[view]).map(drop),
        None => Ok(()),
    };
    view::release(rt, view);
    outcome
}

/// What keeps a borrowed buffer until the last view of it is released.
///
/// # Errors
/// `MemoryError`.
pub(super) fn keeper(rt: &Runtime, object: Borrowed<'_>, view: Value) -> Result {
    rt.alloc_registered(BufferWrapper { object: object.to_value(), view }).map(Gc::into_value)
}

fn finalize(rt: &mut Runtime, own: Borrowed<'_>) -> Result<()> {
    let Some(wrapper) = own.get::<BufferWrapper>(rt) else { return Ok(()) };
    let (object, view) = (wrapper.object.clone(), wrapper.view.clone());
    give_back(rt, object.as_ref(), view.as_ref())
}

/// The table of `_buffer_wrapper`.
pub(crate) const BUFFER_WRAPPER: ClassSpec = ClassSpec {
    name: "_buffer_wrapper",
    subclassable: false,
    slots: &[(SlotId::TpFinalize, SlotFn::Finalize(finalize))],
    ..ClassSpec::DEFAULT
};

/// `__buffer__` of the built-in types: a view.
pub(crate) fn get_buffer(rt: &mut Runtime, own: Borrowed<'_>, flags: i64) -> Result {
    if i32::try_from(flags).is_err() {
        return Err(rt.overflow_error(match flags > 0 {
            true => "buffer flags too large",
            false => "buffer flags too small",
        }));
    }
    let Some(class) = rt.type_for::<MemoryView>().cloned() else {
        return Err(rt.system_error("memoryview was not installed"));
    };
    let made = view::of_bytes(rt, &class, own)?;
    let read_only = made.get::<MemoryView>(rt).is_some_and(|view| view.read_only);
    if flags & WRITABLE != 0 && read_only {
        return Err(refusal(rt, own));
    }
    Ok(made)
}

fn refusal(rt: &Runtime, own: Borrowed<'_>) -> Raise {
    rt.buffer_error(match own.is_payload::<MemoryView>() {
        true => "memoryview: underlying buffer is not writable",
        false => "Object is not writable.",
    })
}

/// `__release_buffer__` of the built-in types.
pub(crate) fn release_buffer(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    buffer: Borrowed<'_>,
) -> Result<()> {
    let Some(view) = buffer.get::<MemoryView>(rt) else {
        return Err(rt.type_error("expected a memoryview object"));
    };
    let Some(object) = &view.object else {
        return Err(rt.value_error("memoryview's buffer has already been released"));
    };
    let base = own.get::<MemoryView>(rt).and_then(|view| view.object.as_ref());
    if !object.is(&own) && !base.is_some_and(|base| object.is(base)) {
        return Err(rt.value_error("memoryview's buffer is not this object"));
    }
    view::release(rt, buffer);
    Ok(())
}
