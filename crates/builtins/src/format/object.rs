//! `__format__` of the built-in types.

use objmodel::objects::str::StrObject;
use objmodel::{Gc, Ref, Result, Runtime};

use super::{Spec, number, text};
use crate::fault::OrRaise;

/// The specification as a Rust string, or `None` if it is empty.
///
/// # Errors
/// `TypeError` if it is no `str`.
fn spec_text(rt: &Runtime, spec: Ref<'_>) -> Result<Option<String>> {
    let Some(spec_object) = spec.get::<StrObject>(rt) else {
        return Err(rt.type_error(format!(
            "__format__() argument must be str, not {}",
            rt.argument_name(spec)
        )));
    };
    Ok((!spec_object.is_empty()).then(|| spec_object.as_str().into_owned()))
}

/// Reads a specification, refusing widths and precisions that would not fit the memory.
fn parse(rt: &mut Runtime, text: &str, class: &str) -> Result<Spec> {
    let spec = Spec::parse(text, class).or_raise(rt)?;
    // A larger precision is an error for numbers, and cuts nothing off a text.
    let precision = spec.precision.filter(|precision| *precision <= i32::MAX as usize);
    let size = spec.width.saturating_add(precision.unwrap_or(0));
    if size > crate::number::integer::MOST_BITS as usize {
        return Err(rt.memory_error());
    }
    rt.check_room(size)?;
    rt.tick(size / 64)?;
    Ok(spec)
}

fn finish(rt: &Runtime, bytes: &[u8]) -> Result {
    rt.str_from_bytes(bytes).map(Gc::into_value)
}

/// `int.__format__`
pub(crate) fn int(rt: &mut Runtime, own: Ref<'_>, spec: Ref<'_>) -> Result {
    let Some(text) = spec_text(rt, spec)? else { return rt.to_str(own).map(Gc::into_value) };
    let class = rt.type_name(own).to_owned();
    let spec = parse(rt, &text, &class)?;
    let n = rt.as_int(own).map(|n| n.to_big()).unwrap_or_default();
    let decimal = matches!(spec.kind, None | Some('d' | 'n'));
    if decimal && n.bits() > 64 {
        crate::number::radix::to_decimal(&n, rt.int_digit_limit()).or_raise(rt)?;
    }
    let bytes = number::int(&n, &spec, &class).or_raise(rt)?;
    finish(rt, &bytes)
}

/// `float.__format__`
pub(crate) fn float(rt: &mut Runtime, own: Ref<'_>, spec: Ref<'_>) -> Result {
    let Some(text) = spec_text(rt, spec)? else { return rt.to_str(own).map(Gc::into_value) };
    let class = rt.type_name(own).to_owned();
    let spec = parse(rt, &text, &class)?;
    let x = rt.as_float(own).unwrap_or_default();
    let bytes = number::float(x, &spec, &class).or_raise(rt)?;
    finish(rt, &bytes)
}

/// `complex.__format__`
pub(crate) fn complex(rt: &mut Runtime, own: Ref<'_>, spec: Ref<'_>) -> Result {
    let Some(text) = spec_text(rt, spec)? else { return rt.to_str(own).map(Gc::into_value) };
    let spec = parse(rt, &text, "complex")?;
    let z = rt.as_complex(own).map_or((0.0, 0.0), |z| (z.real, z.imag));
    let bytes = number::complex(z, &spec).or_raise(rt)?;
    finish(rt, &bytes)
}

/// `str.__format__`
pub(crate) fn str(rt: &mut Runtime, own: Ref<'_>, spec: Ref<'_>) -> Result {
    let Some(spec) = spec_text(rt, spec)? else { return rt.to_str(own).map(Gc::into_value) };
    let class = rt.type_name(own).to_owned();
    let spec = parse(rt, &spec, &class)?;
    let bytes = own.get::<StrObject>(rt).map(StrObject::as_bytes).unwrap_or_default();
    let bytes = text::format(bytes, &spec).or_raise(rt)?;
    finish(rt, &bytes)
}
