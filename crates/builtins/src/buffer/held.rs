//! A buffer while its consumer has it: its bytes, and who wants it back.

use std::ops::Range;

use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::slots::SpecialId;
use objmodel::{Borrowed, Raise, Result, Runtime, Value};

use super::{ANY_CONTIGUOUS, C_CONTIGUOUS, FORMAT, FORTRAN_CONTIGUOUS, SHAPE, STRIDES, WRITABLE};
use super::{SIMPLE, export, has_buffer, managed, own_method, wrapper};
use crate::memoryview::{self, MemoryView};

/// A buffer that was acquired and not released yet.
pub(crate) struct Held {
    /// The `bytes` or `bytearray` where the bytes lie.
    base: Value,
    place: Range<usize>,
    /// The bytes in order, if they are no neighbours.
    copy: Option<Vec<u8>>,
    /// Whom the buffer is given back to; nobody waits for that of an exact `bytes`.
    lender: Option<Value>,
    /// The view that tells format and shape, if it is one.
    view: Option<Value>,
}

impl Held {
    /// All of a `bytes`, which need not be given back and has no class that could be asked; `None` for
    /// other objects.
    pub(crate) fn of_bytes(object: Borrowed<'_>) -> Option<Held> {
        object.is_payload::<BytesObject>().then(|| Held {
            base: object.to_value(),
            place: 0..usize::MAX,
            copy: None,
            lender: None,
            view: None,
        })
    }

    /// The bytes.
    pub(crate) fn bytes<'a>(&'a self, rt: &'a Runtime) -> &'a [u8] {
        match &self.copy {
            Some(copy) => copy,
            None => {
                let all = memoryview::base(rt, &self.base);
                let end = self.place.end.min(all.len());
                all.get(self.place.start..end).unwrap_or_default()
            }
        }
    }

    /// Puts bytes into the array, at a place in the buffer, whose bytes are neighbours.
    pub(super) fn write(&self, rt: &mut Runtime, at: usize, bytes: &[u8]) {
        let start = self.place.start + at;
        let base = self.base.as_ref();
        let array = base.get_mut::<ByteArrayObject>(rt);
        let place =
            array.and_then(|array| array.as_mut_slice().get_mut(start..start + bytes.len()));
        if let Some(place) = place {
            place.copy_from_slice(bytes);
        }
    }

    /// The `bytes` or `bytearray` where the bytes lie.
    pub(crate) fn base(&self) -> &Value {
        &self.base
    }

    /// The view that tells format and shape, if it is one.
    pub(crate) fn view(&self) -> Option<&Value> {
        self.view.as_ref()
    }

    /// The object that the consumer sees as the owner of the buffer.
    pub(crate) fn owner(&self) -> &Value {
        self.lender.as_ref().unwrap_or(&self.base)
    }

    /// Leaves the lender to whoever will give the buffer back in place of this.
    pub(super) fn into_lender(self) -> Option<Value> {
        self.lender
    }

    /// Gives the buffer back. What `__release_buffer__` raises cannot be raised here and is reported.
    pub(crate) fn release(self, rt: &mut Runtime) {
        if let Some(lender) = self.lender {
            managed::give_back(rt, &lender);
        }
    }

    /// The whole of a `bytes`, `bytearray` or of an instance of their subclasses.
    fn whole(rt: &mut Runtime, object: Borrowed<'_>) -> Held {
        let base = object.to_value();
        let place = 0..memoryview::base(rt, &base).len();
        let constant = object.is_payload::<BytesObject>()
            && (rt.type_of(object).is(&rt.types().bytes)
                || own_method(rt, object, SpecialId::ReleaseBuffer).is_none());
        export(rt, object, 1);
        let lender = (!constant).then(|| base.clone());
        Held { base, place, copy: None, lender, view: None }
    }

    /// What a view lends.
    fn of_view(rt: &mut Runtime, object: Borrowed<'_>, flags: i64) -> Result<Held> {
        let view = memoryview::usable(rt, object)?;
        let wants = |mask: i64| flags & mask == mask;
        let (rows, columns) = (view.layout.is_c_contiguous(), view.layout.is_fortran_contiguous());
        let refusal = if wants(WRITABLE) && view.read_only {
            Some("memoryview: underlying buffer is not writable")
        } else if !rows && (wants(C_CONTIGUOUS) || !wants(STRIDES)) {
            Some("memoryview: underlying buffer is not C-contiguous")
        } else if wants(FORTRAN_CONTIGUOUS) && !columns {
            Some("memoryview: underlying buffer is not Fortran contiguous")
        } else if wants(ANY_CONTIGUOUS) && !rows && !columns {
            Some("memoryview: underlying buffer is not contiguous")
        } else if !wants(SHAPE) && wants(FORMAT) {
            Some("memoryview: cannot cast to unsigned bytes if the format flag is present")
        } else {
            None
        };
        if let Some(refusal) = refusal {
            return Err(rt.buffer_error(refusal));
        }
        let Some(base) = view.object.clone() else { return Err(memoryview::released(rt)) };
        let start = view.layout.offset as usize;
        let place = start..start + view.layout.bytes();
        let copy = match rows {
            true => None,
            false => Some(memoryview::content(rt, object)?),
        };
        let own = object.to_value();
        memoryview::borrow(rt, object);
        Ok(Held { base, place, copy, lender: Some(own.clone()), view: Some(own) })
    }
}

/// Asks an object for its buffer; `None` if its class lends none.
///
/// # Errors
/// What `__buffer__` raises; `TypeError` if it returns no view; `ValueError` for a released view;
/// `BufferError` for one that does not grant what the flags ask for.
pub(crate) fn acquire(rt: &mut Runtime, object: Borrowed<'_>, flags: i64) -> Result<Option<Held>> {
    let class = rt.type_of(object);
    if class.is(&rt.types().bytes) || class.is(&rt.types().bytearray) {
        return builtin(rt, object, flags).map(Some);
    }
    if !has_buffer(rt, object) {
        return Ok(None);
    }
    let Some(method) = own_method(rt, object, SpecialId::Buffer) else {
        return builtin(rt, object, flags).map(Some);
    };
    let asked = rt.int(flags)?;
    let view = rt.call_unbound(&method, object, &[asked.as_ref()])?;
    if !view.is_payload::<MemoryView>() {
        return Err(rt.type_error("__buffer__ returned non-memoryview object"));
    }
    let held = Held::of_view(rt, view.as_ref(), flags)?;
    match wrapper::make(rt, object, view) {
        Ok(wrapper) => Ok(Some(Held { lender: Some(wrapper), ..held })),
        Err(raise) => {
            held.release(rt);
            Err(raise)
        }
    }
}

/// The buffer of an object whose class inherits `__buffer__` from a built-in type.
pub(super) fn builtin(rt: &mut Runtime, object: Borrowed<'_>, flags: i64) -> Result<Held> {
    if object.is_payload::<MemoryView>() {
        return Held::of_view(rt, object, flags);
    }
    if flags & WRITABLE != 0 && object.is_payload::<BytesObject>() {
        return Err(rt.buffer_error("Object is not writable."));
    }
    if !object.is_payload::<BytesObject>() && !object.is_payload::<ByteArrayObject>() {
        return Err(refusal(rt, object));
    }
    Ok(Held::whole(rt, object))
}

/// The error about an object that lends no buffer.
#[cold]
fn refusal(rt: &Runtime, object: Borrowed<'_>) -> Raise {
    let class = rt.type_name(object);
    rt.type_error(format!("a bytes-like object is required, not '{class}'"))
}

/// Does something with the bytes of an argument that must be bytes-like, and gives them back.
///
/// # Errors
/// `TypeError` for what lends none; as for [`acquire`]; what `use_` raises.
pub(crate) fn with<R>(
    rt: &mut Runtime,
    object: Borrowed<'_>,
    use_: impl FnOnce(&mut Runtime, &Held) -> Result<R>,
) -> Result<R> {
    with_flags(rt, object, SIMPLE, use_)
}

/// Does something with the bytes that a request of another kind gets, and gives them back.
///
/// # Errors
/// As for [`with`].
pub(crate) fn with_flags<R>(
    rt: &mut Runtime,
    object: Borrowed<'_>,
    flags: i64,
    use_: impl FnOnce(&mut Runtime, &Held) -> Result<R>,
) -> Result<R> {
    let Some(held) = acquire(rt, object, flags)? else { return Err(refusal(rt, object)) };
    let outcome = use_(rt, &held);
    held.release(rt);
    outcome
}

/// A copy of the bytes that an object lends; `None` if its class lends none.
///
/// # Errors
/// As for [`acquire`]; `MemoryError`.
pub(crate) fn copied(
    rt: &mut Runtime,
    object: Borrowed<'_>,
    flags: i64,
) -> Result<Option<Vec<u8>>> {
    let Some(held) = acquire(rt, object, flags)? else { return Ok(None) };
    let len = held.bytes(rt).len();
    let bytes = rt.check_room(len).map(|()| held.bytes(rt).to_vec());
    held.release(rt);
    bytes.map(Some)
}

/// The buffer of an object, if it lends one: whatever goes wrong counts as none.
///
/// # Errors
/// None but a halt.
pub(crate) fn acquire_if_any(
    rt: &mut Runtime,
    object: Borrowed<'_>,
    flags: i64,
) -> Result<Option<Held>> {
    match acquire(rt, object, flags) {
        Err(raise) if raise.halt().is_none() => Ok(None),
        held => held,
    }
}

/// A copy of the bytes that an object lends, if it does: whatever goes wrong counts as none.
///
/// # Errors
/// None but a halt.
pub(crate) fn copied_if_any(rt: &mut Runtime, object: Borrowed<'_>) -> Result<Option<Vec<u8>>> {
    match copied(rt, object, SIMPLE) {
        Err(raise) if raise.halt().is_none() => Ok(None),
        bytes => bytes,
    }
}
