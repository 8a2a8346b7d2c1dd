//! `bytes % values` and `bytearray % values`.

use objmodel::objects::builder::TextBuilder;
use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::{Borrowed, Result, Runtime, singletons};

use super::{like, own, unchanged};
use crate::format::percent::{Kind, formatted};

fn is_format(value: Borrowed<'_>) -> bool {
    value.is_payload::<BytesObject>() || value.is_payload::<ByteArrayObject>()
}

pub(super) fn modulo(rt: &mut Runtime, format: Borrowed<'_>, values: Borrowed<'_>) -> Result {
    if !is_format(format) {
        return Ok(singletons::not_implemented());
    }
    let mut copy = TextBuilder::new(rt);
    copy.append(rt, own(rt, format))?;
    let bytes = formatted(rt, Kind::Bytes, copy, values)?;
    let bytes = bytes.as_bytes();
    // There is one object for each single byte.
    if bytes.len() == 1 && own(rt, format) == bytes {
        return unchanged(rt, format);
    }
    like(rt, format, bytes.to_vec())
}

pub(super) fn reflected_modulo(
    rt: &mut Runtime,
    values: Borrowed<'_>,
    format: Borrowed<'_>,
) -> Result {
    // The slot of either type knows formats of its own type alone.
    if values.is_payload::<BytesObject>() != format.is_payload::<BytesObject>() {
        return Ok(singletons::not_implemented());
    }
    modulo(rt, format, values)
}
