//! Buffers: the bytes that an object lends (data model, "Emulating buffer types").
//!
//! Whoever takes "a bytes-like object" asks [`acquire`], so that `bytes`, `bytearray`, `memoryview` and
//! classes with a `__buffer__` of their own are taken alike everywhere.

mod dunder;
mod held;
mod managed;
mod wrapper;

pub(crate) use dunder::{get_buffer, release_buffer};
pub(crate) use held::{Held, acquire, acquire_if_any, copied, copied_if_any, with, with_flags};
pub(crate) use managed::{MANAGED_BUFFER, ManagedBuffer, count_views, lender_of, manage};
pub(crate) use wrapper::{BUFFER_WRAPPER, BufferWrapper};

use objmodel::objects::bytes::ByteArrayObject;
use objmodel::objects::descriptor::WrapperObject;
use objmodel::slots::{SlotId, SpecialId};
use objmodel::{Borrowed, Result, Runtime, Value};

/// Flags of a request for nothing but bytes that are neighbours.
pub(crate) const SIMPLE: i64 = 0;

/// The flag of a request for a buffer that can be written.
pub(crate) const WRITABLE: i64 = 1;

/// The flag of a request that wants to know the format of items.
pub(crate) const FORMAT: i64 = 4;

/// The flag of a request that wants to know the shape.
pub(crate) const SHAPE: i64 = 8;

/// The flags of a request for strides, which say that items need not be neighbours.
const STRIDES: i64 = 0x10 | SHAPE;

/// The flags of requests for neighbours in one order or the other.
const C_CONTIGUOUS: i64 = 0x20 | STRIDES;
const FORTRAN_CONTIGUOUS: i64 = 0x40 | STRIDES;
const ANY_CONTIGUOUS: i64 = 0x80 | STRIDES;

/// Flags of a request for a buffer with format, shape and strides, be it read-only or not.
pub(crate) const FULL_READ_ONLY: i64 = 284;

/// Whether an object's class lends buffers.
pub(crate) fn has_buffer(rt: &Runtime, object: Borrowed<'_>) -> bool {
    rt.has_slot(object, SlotId::BfGetbuffer)
}

/// A special method that is not that of a built-in class, whose bytes are read at once.
fn own_method(rt: &mut Runtime, object: Borrowed<'_>, special: SpecialId) -> Option<Value> {
    let method = rt.lookup_special(object, special)?;
    if let Some(wrapper) = method.downcast_ref::<WrapperObject>() {
        let (owner, types) = (&wrapper.frozen().owner, rt.types());
        let view = rt.type_for::<crate::memoryview::MemoryView>();
        let built_in = [Some(&types.bytes), Some(&types.bytearray), view];
        if built_in.into_iter().flatten().any(|class| owner.is(class)) {
            return None;
        }
    }
    Some(method)
}

/// Counts the buffers that a `bytearray` has borrowed: its size is fixed while there are any.
pub(crate) fn export(rt: &mut Runtime, object: Borrowed<'_>, change: isize) {
    if let Some(array) = object.get_mut::<ByteArrayObject>(rt) {
        array.exports = array.exports.saturating_add_signed(change);
    }
}

/// A copy of the bytes that an object lends; `None` if its class lends none.
///
/// # Errors
/// What `__buffer__` raises; `MemoryError`.
pub fn buffer_copy(rt: &mut Runtime, object: Borrowed<'_>) -> Result<Option<Vec<u8>>> {
    copied(rt, object, SIMPLE)
}

/// Writes bytes into the buffer that an object lends, at the place that `place` names for the length
/// of the buffer; false if it lends none that can be written.
///
/// # Errors
/// What `__buffer__` and `place` raise.
pub fn buffer_write(
    rt: &mut Runtime,
    object: Borrowed<'_>,
    bytes: &[u8],
    place: impl FnOnce(&mut Runtime, usize) -> Result<usize>,
) -> Result<bool> {
    let held = match acquire(rt, object, WRITABLE) {
        Ok(Some(held)) => held,
        Err(raise) if raise.halt().is_some() => return Err(raise),
        Ok(None) | Err(_) => return Ok(false),
    };
    let len = held.bytes(rt).len();
    let written = place(rt, len).map(|at| held.write(rt, at, bytes));
    held.release(rt);
    written.map(|()| true)
}
