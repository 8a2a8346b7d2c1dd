//! Bytes from objects that have a buffer, and from iterables of integers.

use objmodel::gc::ChargedVec;
use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::{Borrowed, Gc, Result, Runtime, Value};

use crate::buffer;
use crate::pure_error::OrRaise;

/// What `__bytes__` returns; `None` without one.
///
/// # Errors
/// `TypeError` if that is no `bytes`; what the method raises.
pub(crate) fn by_method(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Option<Value>> {
    let name = rt.names().bytes.clone();
    let Some(answer) = rt.call_named(value, &name, &[])? else { return Ok(None) };
    match answer.is_payload::<BytesObject>() {
        true => Ok(Some(answer)),
        false => {
            let class = rt.type_name(answer.as_ref());
            Err(rt.type_error(format!("__bytes__ returned non-bytes (type {class})")))
        }
    }
}

/// `bytes(x)` of any object but an integer: by `__bytes__`, its buffer, or its items.
///
/// # Errors
/// `TypeError` if it can be none; `ValueError` for an item that is no byte.
pub(crate) fn from_object(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Vec<u8>> {
    match by_method(rt, value)? {
        Some(answer) => Ok(super::own(rt, answer.as_ref()).to_vec()),
        None => from_items_or_buffer(rt, value),
    }
}

/// The bytes of an object that has a buffer, or those that its items are.
///
/// # Errors
/// `TypeError` if it has neither; `ValueError` for an item that is no byte.
pub(crate) fn from_items_or_buffer(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Vec<u8>> {
    if let Some(bytes) = buffer::copied(rt, value, buffer::FULL_READ_ONLY)? {
        return Ok(bytes);
    }
    if value.is_payload::<objmodel::objects::str::StrObject>() {
        let class = rt.type_name(value);
        return Err(rt.type_error(format!("cannot convert '{class}' object to bytes")));
    }
    from_items(rt, value, "bytes")
}

/// The bytes of a `bytes` or `bytearray` or of an instance of their subclasses, whatever that lends.
pub(crate) fn some_bytes<'a>(rt: &'a Runtime, value: Borrowed<'a>) -> Option<&'a [u8]> {
    (value.is_payload::<BytesObject>() || value.is_payload::<ByteArrayObject>())
        .then(|| super::own(rt, value))
}

/// The text that bytes are as ASCII; other bytes stand as a character that no number has.
pub(crate) fn number_text(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { '\u{fffd}' }).collect()
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
    let mut bytes = ChargedVec::new(rt.heap());
    while let Some(item) = rt.next(iterator)? {
        rt.tick(1)?;
        let byte = byte(rt, item.as_ref(), class)?;
        bytes.push(byte).into_py(rt)?;
    }
    // No code of the program runs until the object that holds them is made.
    let (bytes, _account) = bytes.into_parts();
    Ok(bytes)
}

/// An integer from 0 to 255.
///
/// # Errors
/// `TypeError` for what is no integer, `ValueError` for another one.
pub(crate) fn byte(rt: &mut Runtime, value: Borrowed<'_>, class: &str) -> Result<u8> {
    if let Some(Ok(byte)) = value.as_small_int().map(u8::try_from) {
        return Ok(byte);
    }
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
