//! `bytes % values` and `bytearray % values`.

use objmodel::objects::builder::TextBuilder;
use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::{Borrowed, Result, Runtime, singletons};

use super::{like, own};
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
    like(rt, format, bytes.as_bytes())
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
