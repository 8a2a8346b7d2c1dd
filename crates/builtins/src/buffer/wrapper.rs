//! `_buffer_wrapper`: who lends a buffer that a `__buffer__` written in Python returned.

use objmodel::gc::Trace;
use objmodel::slots::SpecialId;
use objmodel::types::spec::ClassSpec;
use objmodel::{Borrowed, Gc, Payload, Result, Runtime, Value};

use super::own_method;
use crate::memoryview;

/// The payload of `_buffer_wrapper`, which stands between a view and the object that borrowed it.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct BufferWrapper {
    object: Value,
    /// What `__buffer__` returned; `None` once the buffer was given back.
    view: Option<Value>,
}

impl Payload for BufferWrapper {}

/// The table of `_buffer_wrapper`.
pub(crate) const BUFFER_WRAPPER: ClassSpec =
    ClassSpec { name: "_buffer_wrapper", subclassable: false, ..ClassSpec::DEFAULT };

/// What stands for an object whose `__buffer__` returned a view.
///
/// # Errors
/// `MemoryError`.
pub(super) fn make(rt: &Runtime, object: Borrowed<'_>, view: Value) -> Result {
    let wrapper = BufferWrapper { object: object.to_value(), view: Some(view) };
    rt.alloc_registered(wrapper).map(Gc::into_value)
}

/// Gives the view back that `__buffer__` returned, and tells the object. A view of the object's own
/// bytes tells it by itself once it is released.
pub(super) fn give_back(rt: &mut Runtime, wrapper: &Value) {
    let Some(payload) = wrapper.get_mut::<BufferWrapper>(rt) else { return };
    let Some(view) = payload.view.take() else { return };
    let object = payload.object.clone();
    memoryview::take_back(rt, view.as_ref());
    let itself = memoryview::owner(rt, view.as_ref()).is_some_and(|owner| owner.is(&object));
    if !itself && let Some(method) = own_method(rt, object.as_ref(), SpecialId::ReleaseBuffer) {
        call_release(rt, object.as_ref(), &method, view.as_ref());
    }
}

/// Calls a `__release_buffer__`; what it raises is reported and goes no further.
pub(super) fn call_release(
    rt: &mut Runtime,
    object: Borrowed<'_>,
    method: &Value,
    view: Borrowed<'_>,
) {
    if let Err(raise) = rt.call_unbound(method, object, &[view]) {
        let class = rt.type_name(object);
        let doing = format!("Exception ignored in __release_buffer__ of {class}");
        rt.unraisable(raise, &doing, None);
    }
}
