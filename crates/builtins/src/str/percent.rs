//! `str % values`.

use objmodel::objects::str::StrObject;
use objmodel::{Ref, Result, Runtime, singletons};

use super::make;
use crate::format::percent::{Kind, formatted};

pub(super) fn modulo(rt: &mut Runtime, own: Ref<'_>, values: Ref<'_>) -> Result {
    let Some(text) = own.get::<StrObject>(rt) else { return Ok(singletons::not_implemented()) };
    // A text that is formatted to nothing but itself stays the same object.
    if text.as_bytes() == b"%s" && rt.type_of(values).is(&rt.types().str) {
        return Ok(values.to_value());
    }
    if !text.as_bytes().contains(&b'%') {
        // There is nothing to do but to see whether that is right.
        formatted(rt, Kind::Text, Vec::new(), values)?;
        return Ok(own.to_value());
    }
    let format: Vec<u32> = text.code_points().collect();
    let text = formatted(rt, Kind::Text, format, values)?;
    make(rt, &text)
}

pub(super) fn reflected_modulo(rt: &mut Runtime, own: Ref<'_>, other: Ref<'_>) -> Result {
    if !other.is_payload::<StrObject>() {
        return Ok(singletons::not_implemented());
    }
    modulo(rt, other, own)
}
