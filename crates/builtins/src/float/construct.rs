//! `float(x)`: from numbers and from text.

use objmodel::objects::str::StrObject;
use objmodel::slots::SlotId;
use objmodel::{Borrowed, CallArgs, Result, Runtime, Type};

use crate::bytes::convert;
use crate::number::parse;
use crate::protocol;

pub(super) fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    rt.refuse_keywords(class, SlotId::TpInit, args)?;
    let x = match args.positionals() {
        [] => 0.0,
        [value] if class.is(&rt.types().float) && rt.type_of(*value).is(&rt.types().float) => {
            return Ok(value.to_value());
        }
        [value] => from_any(rt, *value)?,
        more => {
            return Err(
                rt.type_error(format!("float expected at most 1 argument, got {}", more.len()))
            );
        }
    };
    rt.new_float(class, x)
}

/// `float(x)` of one argument.
///
/// # Errors
/// `TypeError` or `ValueError` if it is no number; what its methods raise.
pub(crate) fn from_any(rt: &mut Runtime, value: Borrowed<'_>) -> Result<f64> {
    // Text itself is no number, but what derives from it may be.
    if !rt.type_of(value).is(&rt.types().str)
        && let Some(x) = number(rt, value)?
    {
        return Ok(x);
    }
    let text = if let Some(text) = value.get::<StrObject>(rt) {
        crate::text::digits::to_ascii(text).into_owned()
    } else if let Some(bytes) = convert::some_bytes(rt, value) {
        convert::number_text(bytes)
    } else if let Some(bytes) = crate::buffer::copied_if_any(rt, value)? {
        convert::number_text(&bytes)
    } else {
        return Err(rt.type_error(format!(
            "float() argument must be a string or a real number, not '{}'",
            rt.type_name(value)
        )));
    };
    rt.tick(text.len() / 16)?;
    or_refuse(rt, parse::float(&text), value)
}

/// A number as a float: by `__float__`, else by `__index__`; `None` if it has neither.
///
/// # Errors
/// `TypeError` if `__float__` returns no float; what the methods raise.
pub fn number(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Option<f64>> {
    let exact = rt.type_of(value).is(&rt.types().float);
    if exact {
        return Ok(rt.as_float(value));
    }
    if rt.has_slot(value, SlotId::NbFloat)
        && let Some(answer) = protocol::unary(rt, SlotId::NbFloat, value)?
    {
        return match rt.as_float(answer.as_ref()) {
            Some(x) => {
                let method = format!("{}.__float__", rt.type_name(value));
                rt.warn_of_subclass(&method, "float", answer.as_ref())?;
                Ok(Some(x))
            }
            None => {
                let (own, other) = (rt.type_name(value), rt.type_name(answer.as_ref()));
                Err(rt.type_error(format!("{own}.__float__ returned non-float (type {other})")))
            }
        };
    }
    if rt.has_slot(value, SlotId::NbIndex) {
        let index = rt.index(value)?;
        return match rt.as_int(index.as_ref()) {
            Some(n) => crate::int::as_float(rt, n).map(Some),
            None => Ok(None),
        };
    }
    Ok(None)
}

/// What was read from an object, or the error that it is no float.
fn or_refuse(rt: &mut Runtime, x: Option<f64>, value: Borrowed<'_>) -> Result<f64> {
    match x {
        Some(x) => Ok(x),
        None => {
            let shown = rt.repr(value)?;
            let shown = shown.read(rt).as_str();
            Err(rt.value_error(format!("could not convert string to float: {shown}")))
        }
    }
}
