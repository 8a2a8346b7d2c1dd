//! The receiver of a slot or method, as what the class keeps.

use objmodel::gc::Bound;
use objmodel::{Borrowed, Gc, Payload, Raise, Result, Runtime, Type};

/// The object as one with payload `T`; `class` is what the message calls it.
///
/// # Errors
/// `TypeError` for any other object. Descriptors check the receiver's class before they call, so
/// scripts do not meet it.
#[inline]
pub(crate) fn borrowed<'a, T: Payload>(
    rt: &Runtime,
    value: Borrowed<'a>,
    class: &str,
) -> Result<Bound<'a, T>> {
    match value.typed::<T>() {
        Some(object) => Ok(object),
        None => Err(wrong_receiver(rt, value, class)),
    }
}

/// A receiver as a handle that counts.
///
/// # Errors
/// As for [`borrowed`].
pub(crate) fn receiver<T: Payload>(
    rt: &Runtime,
    value: Borrowed<'_>,
    class: &str,
) -> Result<Gc<T>> {
    borrowed(rt, value, class).map(Bound::to_gc)
}

/// The object as a class.
///
/// # Errors
/// `TypeError` for anything else.
pub(crate) fn class_receiver(rt: &Runtime, value: Borrowed<'_>) -> Result<Type> {
    match rt.as_type(value) {
        Some(class) => Ok(class.to_gc()),
        None => Err(wrong_receiver(rt, value, "type")),
    }
}

/// The error for a receiver of another class.
#[cold]
pub(crate) fn wrong_receiver(rt: &Runtime, value: Borrowed<'_>, class: &str) -> Raise {
    let found = rt.type_name(value);
    rt.type_error(format!("descriptor requires a '{class}' object but received a '{found}'"))
}
