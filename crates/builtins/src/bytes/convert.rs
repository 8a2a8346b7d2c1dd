//! Bytes from objects that have a buffer, and from iterables of integers.

use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::{Borrowed, Gc, Result, Runtime, Value};

/// A copy of the bytes of an object that has a buffer; `None` if it has none.
///
/// # Errors
/// `ValueError` for a released `memoryview`.
pub(crate) fn buffer(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Option<Vec<u8>>> {
    if let Some(bytes) = value.get::<BytesObject>(rt) {
        return Ok(Some(bytes.as_slice().to_vec()));
    }
    if let Some(bytes) = value.get::<ByteArrayObject>(rt) {
        return Ok(Some(bytes.as_slice().to_vec()));
    }
    if value.is_payload::<crate::memoryview::MemoryView>() {
        return crate::memoryview::content(rt, value).map(Some);
    }
    crate::memoryview::borrowed(rt, value)
}

/// `bytes(x)` of any object but an integer: by `__bytes__`, its buffer, or its items.
///
/// # Errors
/// `TypeError` if it can be none; `ValueError` for an item that is no byte.
pub(crate) fn from_object(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Vec<u8>> {
    let name = rt.names().bytes.clone();
    if let Some(answer) = rt.call_named(value, &name, &[])? {
        return match answer.get::<BytesObject>(rt) {
            Some(bytes) => Ok(bytes.as_slice().to_vec()),
            None => {
                let class = rt.type_name(answer.as_ref());
                Err(rt.type_error(format!("__bytes__ returned non-bytes (type {class})")))
            }
        };
    }
    if let Some(bytes) = buffer(rt, value)? {
        return Ok(bytes);
    }
    if value.is_payload::<objmodel::objects::str::StrObject>() {
        return Err(rt.type_error("cannot convert 'str' object to bytes"));
    }
    from_items(rt, value, "bytes")
}

/// Bytes from the integers of an iterable, for `bytes` or `bytearray`.
///
/// # Errors
/// `TypeError` if it is none; `ValueError` for an item that is no byte.
pub(crate) fn from_items(rt: &mut Runtime, value: Borrowed<'_>, class: &str) -> Result<Vec<u8>> {
    let iterator = rt.iter_or_refuse(value, |rt| {
        format!("cannot convert '{}' object to {class}", rt.type_name(value))
    })?;
    if class == "bytes" {
        rt.check_length_hint(value)?;
    }
    from_iterator(rt, &iterator, class)
}

/// Bytes from the integers that an iterator yields, for `bytes` or `bytearray`.
///
/// # Errors
/// `TypeError` or `ValueError` for an item that is no byte; what the iterator raises.
pub(super) fn from_iterator(rt: &mut Runtime, iterator: &Value, class: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(item) = rt.next(iterator)? {
        rt.tick(1)?;
        if bytes.len() == bytes.capacity() {
            let more = bytes.len().max(64);
            rt.check_room(bytes.len() + more)?;
            bytes.reserve_exact(more);
        }
        bytes.push(byte(rt, item.as_ref(), class)?);
    }
    Ok(bytes)
}

/// An integer from 0 to 255.
///
/// # Errors
/// `TypeError` for what is no integer, `ValueError` for another one.
pub(crate) fn byte(rt: &mut Runtime, value: Borrowed<'_>, class: &str) -> Result<u8> {
    let message = match class {
        "bytearray" => "byte must be in range(0, 256)",
        _ => "bytes must be in range(0, 256)",
    };
    let index = rt.index_as_size(value, |rt, _| rt.value_error(message))?;
    match u8::try_from(index) {
        Ok(byte) => Ok(byte),
        Err(_) => Err(rt.value_error(message)),
    }
}

/// The object itself if it is `bytes`, else a `bytes` of the same content, for error reports.
pub(crate) fn as_bytes_object(rt: &Runtime, object: Borrowed<'_>, bytes: &[u8]) -> Result<Value> {
    if object.is_payload::<BytesObject>() {
        return Ok(object.to_value());
    }
    rt.bytes(bytes).map(Gc::into_value)
}
