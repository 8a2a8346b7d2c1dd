//! `int(x, base)`: from numbers and from text.

use objmodel::objects::str::StrObject;
use objmodel::slots::SlotId;
use objmodel::{Borrowed, CallArgs, Parameters, Raise, Result, Runtime, Type, Value, singletons};

use super::arithmetic::{big, exact};
use crate::bytes::convert;
use crate::number::cost;
use crate::number::radix::{self, ParseError};
use crate::protocol;

const PARAMETERS: Parameters = Parameters::new("int", "(x=0, /, base=10)", 0, 2);

pub(super) fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let direct = class.is(&rt.types().int);
    let [value, base] = PARAMETERS.bind_called(rt, args, direct)?;
    let number = match (value, base) {
        (None, None) => singletons::none(),
        (None, Some(_)) => return Err(rt.type_error("int() missing string argument")),
        (Some(value), None) => from_any(rt, value)?,
        (Some(value), Some(base)) => from_text_with_base(rt, value, base)?,
    };
    if class.is(&rt.types().int) {
        return if singletons::is_none(&number) { rt.int(0) } else { Ok(number) };
    }
    let value = rt.as_int(number.as_ref()).map(|n| big(n).into_owned()).unwrap_or_default();
    rt.new_int(class, value)
}

/// `int(x)` of one argument: an exact `int`.
///
/// # Errors
/// `TypeError` or `ValueError` if it is no number; what its methods raise.
pub(crate) fn from_any(rt: &mut Runtime, value: Borrowed<'_>) -> Result {
    if rt.type_of(value).is(&rt.types().int) {
        return Ok(value.to_value());
    }
    if rt.type_of(value).is(&rt.types().str)
        && let Some(text) = value.get::<StrObject>(rt)
    {
        return match radix::parse_word(text.as_bytes()) {
            Some(n) => rt.int(n),
            None => {
                let text = crate::text::digits::to_ascii(text).into_owned();
                parse(rt, value, &text, 10)
            }
        };
    }
    if rt.has_slot(value, SlotId::NbInt) {
        let answer = protocol::unary(rt, SlotId::NbInt, value)?;
        return match answer {
            Some(answer) => integer_of(rt, answer, "__int__"),
            None => Err(refuse(rt, value)),
        };
    }
    if rt.has_slot(value, SlotId::NbIndex) {
        let index = rt.index(value)?;
        return exact(rt, index.as_ref());
    }
    let trunc = rt.names().trunc.clone();
    let class = rt.type_of(value).to_gc();
    if rt.lookup(&class, &trunc).is_some() {
        let category = rt.types().deprecation_warning.clone();
        rt.warn(&category, "The delegation of int() to __trunc__ is deprecated.")?;
    }
    if let Some(answer) = rt.call_named(value, &trunc, &[])? {
        if rt.as_int(answer.as_ref()).is_some() {
            return exact(rt, answer.as_ref());
        }
        if rt.has_index(answer.as_ref()) {
            let index = rt.index(answer.as_ref())?;
            return exact(rt, index.as_ref());
        }
        let class = rt.type_name(answer.as_ref());
        return Err(rt.type_error(format!("__trunc__ returned non-Integral (type {class})")));
    }
    if let Some(text) = text_of(rt, value)? {
        return parse(rt, value, &text, 10);
    }
    match crate::buffer::copied_if_any(rt, value)? {
        Some(bytes) => {
            let text = convert::number_text(&bytes);
            let shown = rt.bytes(&bytes)?.into_value();
            parse(rt, shown.as_ref(), &text, 10)
        }
        None => Err(refuse(rt, value)),
    }
}

fn refuse(rt: &Runtime, value: Borrowed<'_>) -> Raise {
    rt.type_error(format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{}'",
        rt.type_name(value)
    ))
}

/// What `__int__` returned, as an exact `int`.
fn integer_of(rt: &mut Runtime, answer: Value, method: &str) -> Result {
    if rt.as_int(answer.as_ref()).is_none() {
        let class = rt.type_name(answer.as_ref());
        return Err(rt.type_error(format!("{method} returned non-int (type {class})")));
    }
    rt.warn_of_subclass(method, "int", answer.as_ref())?;
    exact(rt, answer.as_ref())
}

/// The text that an argument is parsed from; lone surrogates are no digits.
fn text_of(rt: &Runtime, value: Borrowed<'_>) -> Result<Option<String>> {
    if let Some(text) = value.get::<StrObject>(rt) {
        return Ok(Some(crate::text::digits::to_ascii(text).into_owned()));
    }
    Ok(convert::some_bytes(rt, value).map(convert::number_text))
}

fn from_text_with_base(rt: &mut Runtime, value: Borrowed<'_>, base: Borrowed<'_>) -> Result {
    let base =
        rt.index_as_size(base, |rt, _| rt.value_error("int() base must be >= 2 and <= 36, or 0"))?;
    if base != 0 && !(2..=36).contains(&base) {
        return Err(rt.value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    match text_of(rt, value)? {
        Some(text) => parse(rt, value, &text, base as u32),
        None => Err(rt.type_error("int() can't convert non-string with explicit base")),
    }
}

fn parse(rt: &mut Runtime, value: Borrowed<'_>, text: &str, base: u32) -> Result {
    let limit = rt.int_digit_limit();
    let old_octal = base == 0 && radix::is_old_octal(text);
    // One pass looks at the characters; then the digits are read, unless they are too many.
    rt.tick(text.len() / 64)?;
    let parsed = match old_octal {
        true => Err(ParseError::Invalid),
        false => radix::digits_of(text, base, limit),
    };
    let parsed = match parsed {
        Ok(digits) => {
            let words = digits.most_words();
            let linear = digits.base.is_power_of_two();
            rt.tick(if linear { cost::bits(words) } else { cost::digits(words) })?;
            if words > 64 {
                rt.check_room(digits.text.len() + words * 32)?;
            }
            Ok(digits.read())
        }
        Err(error) => Err(error),
    };
    match parsed {
        Ok(number) => rt.big_int(number),
        Err(ParseError::TooLong(digits)) => Err(rt.value_error(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion: value has {digits} \
             digits; use sys.set_int_max_str_digits() to increase the limit"
        ))),
        Err(ParseError::Invalid) => {
            // Bytes of any kind are shown as `bytes`.
            let copy = match value.is_payload::<StrObject>() {
                true => value.to_value(),
                false => {
                    let bytes = convert::some_bytes(rt, value).unwrap_or_default().to_vec();
                    rt.bytes(&bytes)?.into_value()
                }
            };
            let shown = rt.repr(&copy)?;
            let shown = shown.read(rt).as_str();
            let shown: String = shown.chars().take(200).collect();
            Err(rt.value_error(format!("invalid literal for int() with base {base}: {shown}")))
        }
    }
}
