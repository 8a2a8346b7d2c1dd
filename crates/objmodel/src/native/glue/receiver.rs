//! The object whose method is called, and how it is borrowed.

use objmodel_gc::{Access, AccessMut, Borrowed, Bound, Gc, Payload, PyRef, PyRefMut};

use super::class::Described;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;

/// The object as one of the class.
#[inline]
pub fn receiver<'a, C: Described>(
    rt: &mut Runtime,
    own: Borrowed<'a>,
    label: &str,
) -> Result<Bound<'a, C::Payload>> {
    match own.typed::<C::Payload>() {
        Some(handle) => Ok(handle),
        None => Err(wrong_receiver(rt, own, C::SPEC.name, label)),
    }
}

#[cold]
#[inline(never)]
fn wrong_receiver(rt: &Runtime, own: Borrowed<'_>, class: &str, label: &str) -> Raise {
    let found = rt.type_name(own);
    rt.type_error(format!("{label} requires a '{class}' object but received a '{found}'"))
}

#[inline]
pub fn access<'a, T: Payload>(
    handle: &'a Gc<T>,
    rt: &'a Runtime,
    label: &str,
) -> Result<Access<'a, T>> {
    handle.access(rt).map_err(|error| conflict(rt, error, label))
}

#[inline]
pub fn access_mut<'a, T: Payload>(
    handle: &'a Gc<T>,
    rt: &'a mut Runtime,
    label: &str,
) -> Result<AccessMut<'a, T>> {
    if let Err(error) = handle.may_access_mut(rt) {
        return Err(conflict(rt, error, label));
    }
    match handle.access_mut(rt) {
        Ok(access) => Ok(access),
        Err(_) => unreachable!("asked right before"),
    }
}

pub fn borrow<T: Payload>(
    handle: &Gc<T>,
    rt: &mut Runtime,
    label: &str,
) -> Result<PyRef<'static, T>> {
    handle.try_borrow().map_err(|error| conflict(rt, error, label))
}

pub fn borrow_mut<T: Payload>(
    handle: &Gc<T>,
    rt: &mut Runtime,
    label: &str,
) -> Result<PyRefMut<'static, T>> {
    handle.try_borrow_mut().map_err(|error| conflict(rt, error, label))
}

#[cold]
#[inline(never)]
fn conflict(rt: &Runtime, error: objmodel_gc::BorrowError, label: &str) -> Raise {
    match label {
        "" => rt.runtime_error(error.to_string()),
        label => rt.runtime_error(format!("{error}: {label}")),
    }
}
