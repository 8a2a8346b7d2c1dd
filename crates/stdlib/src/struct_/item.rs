//! Values to bytes, and back.

use num_bigint::BigInt;
use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::{Borrowed, Gc, Result, Runtime, Value, singletons};
use objmodel_builtins::{half_from_bits, half_to_bits, to_float};

use super::format::{Field, Format, Order};

/// The bytes of an integer of a field.
fn integer(rt: &mut Runtime, code: u8, size: usize, value: Borrowed<'_>) -> Result<i128> {
    if !rt.has_index(value) {
        return Err(super::error(rt, "required argument is not an integer"));
    }
    let number = rt.index(value)?;
    let number = rt.as_int(number.as_ref()).map(|n| n.to_big()).unwrap_or_default();
    let number = i128::try_from(&number).ok();
    let bits = 8 * size as u32;
    let (low, high) = match code {
        // A pointer is taken modulo the size of an address.
        b'P' => (-(1i128 << (bits - 1)), (1i128 << bits) - 1),
        _ if code.is_ascii_lowercase() => (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1),
        _ => (0, (1i128 << bits) - 1),
    };
    match number.filter(|number| (low..=high).contains(number)) {
        Some(number) => Ok(number),
        None if code == b'P' => Err(super::error(rt, "int too large to convert")),
        None => {
            let code = char::from(code);
            let message = format!("'{code}' format requires {low} <= number <= {high}");
            Err(super::error(rt, &message))
        }
    }
}

/// A float of a field, as the bits of its size.
fn float(rt: &mut Runtime, format: &Format, code: u8, value: Borrowed<'_>) -> Result<u64> {
    let number = match to_float(rt, value) {
        Ok(Some(number)) => number,
        Err(raise) if raise.halt().is_some() => return Err(raise),
        Ok(None) | Err(_) => return Err(super::error(rt, "required argument is not a float")),
    };
    let too_large = |rt: &Runtime| {
        let code = char::from(code);
        rt.overflow_error(format!("float too large to pack with {code} format"))
    };
    match code {
        b'd' => Ok(number.to_bits()),
        b'f' => {
            let narrow = number as f32;
            if !format.native && narrow.is_infinite() && number.is_finite() {
                return Err(too_large(rt));
            }
            Ok(narrow.to_bits().into())
        }
        _ => half_to_bits(number).map(u64::from).ok_or_else(|| too_large(rt)),
    }
}

/// A copy of what a `bytes` or `bytearray` holds.
fn content(rt: &Runtime, value: Borrowed<'_>, most: usize) -> Option<(Vec<u8>, usize)> {
    let all = match value.get::<BytesObject>(rt) {
        Some(bytes) => bytes.as_slice(),
        None => value.get::<ByteArrayObject>(rt)?.as_slice(),
    };
    Some((all.iter().take(most).copied().collect(), all.len()))
}

/// Writes the value of an item of a field to its place.
pub(super) fn pack(
    rt: &mut Runtime,
    format: &Format,
    field: Field,
    value: Borrowed<'_>,
    place: &mut [u8],
) -> Result<()> {
    let bits = match field.code {
        b'c' => match value.get::<BytesObject>(rt).map(BytesObject::as_slice) {
            Some([byte]) => u64::from(*byte),
            _ => return Err(super::error(rt, "char format requires a bytes object of length 1")),
        },
        code @ (b's' | b'p') => {
            rt.tick(field.size / 64)?;
            let Some((bytes, len)) = content(rt, value, field.size) else {
                let message = format!("argument for '{}' must be a bytes object", char::from(code));
                return Err(super::error(rt, &message));
            };
            let target = match (code, place.split_first_mut()) {
                (b's', _) | (_, None) => place,
                (_, Some((count, rest))) => {
                    *count = len.min(rest.len()).min(255) as u8;
                    rest
                }
            };
            target.iter_mut().zip(bytes).for_each(|(place, byte)| *place = byte);
            return Ok(());
        }
        b'?' => u64::from(rt.is_true(value)?),
        code @ (b'e' | b'f' | b'd') => float(rt, format, code, value)?,
        code => integer(rt, code, field.size, value)? as u64,
    };
    let little = bits.to_le_bytes();
    let bytes = little.get(..place.len()).unwrap_or(&little);
    match format.order {
        Order::Little => place.iter_mut().zip(bytes).for_each(|(place, byte)| *place = *byte),
        Order::Big => place.iter_mut().zip(bytes.iter().rev()).for_each(|(p, byte)| *p = *byte),
    }
    Ok(())
}

/// The value of an item of a field.
fn unpack(rt: &Runtime, format: &Format, field: Field, bytes: &[u8]) -> Result {
    if matches!(field.code, b's' | b'c') {
        return rt.bytes(bytes).map(Gc::into_value);
    }
    if field.code == b'p' {
        let text = bytes
            .split_first()
            .map_or(&[][..], |(count, rest)| rest.get(..usize::from(*count)).unwrap_or(rest));
        return rt.bytes(text).map(Gc::into_value);
    }
    let mut little = [0; 8];
    match format.order {
        Order::Little => little.iter_mut().zip(bytes).for_each(|(place, byte)| *place = *byte),
        Order::Big => {
            little.iter_mut().zip(bytes.iter().rev()).for_each(|(place, byte)| *place = *byte);
        }
    }
    let bits = u64::from_le_bytes(little);
    match field.code {
        b'?' => Ok(singletons::bool(bits != 0)),
        b'd' => rt.float(f64::from_bits(bits)),
        b'f' => rt.float(f32::from_bits(bits as u32).into()),
        b'e' => rt.float(half_from_bits(bits as u16)),
        code if code.is_ascii_lowercase() => {
            let shift = 64 - 8 * field.size as u32;
            rt.int((bits << shift) as i64 >> shift)
        }
        _ => match i64::try_from(bits) {
            Ok(number) => rt.int(number),
            Err(_) => rt.big_int(BigInt::from(bits)),
        },
    }
}

/// The values of all fields.
///
/// # Errors
/// `MemoryError`; a halt.
pub(super) fn unpack_all(rt: &Runtime, format: &Format, bytes: &[u8]) -> Result {
    rt.check_room(format.items.saturating_mul(size_of::<Value>()))?;
    let mut values = Vec::with_capacity(format.items);
    for field in &format.fields {
        rt.tick(field.count / 8 + 1)?;
        for number in 0..field.count {
            let start = field.at + number * field.size;
            let part = bytes.get(start..start + field.size).unwrap_or_default();
            values.push(unpack(rt, format, *field, part)?);
        }
    }
    rt.tuple(values.into_iter()).map(Gc::into_value)
}
