//! `str % values`.

use objmodel::objects::builder::TextBuilder;
use objmodel::objects::str::StrObject;
use objmodel::{Borrowed, Gc, Result, Runtime, singletons};

use crate::format::percent::{Kind, formatted};

pub(super) fn modulo(rt: &mut Runtime, own: Borrowed<'_>, values: Borrowed<'_>) -> Result {
    let Some(text) = own.get::<StrObject>(rt) else { return Ok(singletons::not_implemented()) };
    // A text that is formatted to nothing but itself stays the same object.
    if text.as_bytes() == b"%s" && rt.type_of(values).is(&rt.types().str) {
        return Ok(values.to_value());
    }
    if !text.as_bytes().contains(&b'%') {
        // There is nothing to do but to see whether that is right.
        formatted(rt, Kind::Text, TextBuilder::new(rt), values)?;
        return Ok(own.to_value());
    }
    let mut format = TextBuilder::new(rt);
    format.append(rt, text.as_bytes())?;
    let text = formatted(rt, Kind::Text, format, values)?;
    text.finish(rt).map(Gc::into_value)
}

pub(super) fn reflected_modulo(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    if !other.is_payload::<StrObject>() {
        return Ok(singletons::not_implemented());
    }
    modulo(rt, other, own)
}
