//! What the views of one request share, and how buffers go back.

use objmodel::gc::Trace;
use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::slots::SpecialId;
use objmodel::types::spec::ClassSpec;
use objmodel::{Borrowed, Payload, Result, Runtime, Value};

use super::held::Held;
use super::wrapper::{self, BufferWrapper};
use super::{export, own_method};
use crate::memoryview::{self, MemoryView};

/// The payload of `managedbuffer`: a buffer that goes back when the last view of it is released.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct ManagedBuffer {
    lender: Value,
    /// How many views there are.
    #[trace(leaf)]
    views: usize,
}

impl Payload for ManagedBuffer {}

/// The table of `managedbuffer`.
pub(crate) const MANAGED_BUFFER: ClassSpec =
    ClassSpec { name: "managedbuffer", subclassable: false, ..ClassSpec::DEFAULT };

impl ManagedBuffer {
    /// The object that exports the buffer, as views show it.
    pub(crate) fn lender(&self) -> &Value {
        &self.lender
    }
}

/// Hands a buffer over to views, of which there is none yet; `None` if nobody wants it back.
///
/// # Errors
/// `MemoryError`.
pub(crate) fn manage(rt: &mut Runtime, held: Held) -> Result<Option<Value>> {
    let Some(lender) = held.into_lender() else { return Ok(None) };
    match rt.alloc_registered(ManagedBuffer { lender: lender.clone(), views: 0 }) {
        Ok(managed) => Ok(Some(managed.into_value())),
        Err(raise) => {
            give_back(rt, &lender);
            Err(raise)
        }
    }
}

/// Counts a view more or less; the last one gives the buffer back.
pub(crate) fn count_views(rt: &mut Runtime, managed: &Value, change: isize) {
    let Some(buffer) = managed.get_mut::<ManagedBuffer>(rt) else { return };
    buffer.views = buffer.views.saturating_add_signed(change);
    if buffer.views == 0 {
        let lender = buffer.lender.clone();
        give_back(rt, &lender);
    }
}

/// Gives a buffer back to who borrowed it.
pub(super) fn give_back(rt: &mut Runtime, lender: &Value) {
    if lender.is_payload::<BufferWrapper>() {
        return wrapper::give_back(rt, lender);
    }
    if lender.is_payload::<MemoryView>() {
        return memoryview::take_back(rt, lender.as_ref());
    }
    let class = rt.type_of(lender.as_ref());
    let exact = class.is(&rt.types().bytearray) || class.is(&rt.types().bytes);
    if !exact && let Some(method) = own_method(rt, lender.as_ref(), SpecialId::ReleaseBuffer) {
        tell(rt, lender.as_ref(), &method);
    }
    export(rt, lender.as_ref(), -1);
}

/// Calls the `__release_buffer__` of a subclass of `bytes` or `bytearray` with a view that lasts as
/// long as the call and lets nobody make another.
fn tell(rt: &mut Runtime, lender: Borrowed<'_>, method: &Value) {
    if !lender.is_payload::<ByteArrayObject>() && !lender.is_payload::<BytesObject>() {
        return;
    }
    let view = match memoryview::restricted(rt, lender) {
        Ok(view) => view,
        Err(raise) => {
            let doing =
                format!("Exception ignored in bf_releasebuffer of {}", rt.type_name(lender));
            return rt.unraisable(raise, &doing, None);
        }
    };
    wrapper::call_release(rt, lender, method, view.as_ref());
    memoryview::end(rt, view.as_ref());
}

/// The payload of a managed buffer.
pub(crate) fn lender_of<'a>(rt: &'a Runtime, managed: &'a Value) -> Option<&'a Value> {
    managed.get::<ManagedBuffer>(rt).map(ManagedBuffer::lender)
}
