//! Structs and enums that are read from objects.

use objmodel_gc::Borrowed;

use crate::raise::{Raise, Result};
use crate::runtime::Runtime;

/// An attribute of an object that a struct is read from.
pub fn attribute(rt: &mut Runtime, value: Borrowed<'_>, name: &str) -> Result {
    let name = rt.intern(name)?;
    rt.getattr(value, &name)
}

/// The error of a field of a struct that is read from an object.
#[cold]
pub fn for_field(rt: &mut Runtime, raise: Raise, label: &str, field: &str) -> Raise {
    let Some(exception) = raise.as_exception() else { return raise };
    let cause = exception.to_value();
    let error = rt.type_error(format!("failed to extract field {label}.{field}"));
    rt.with_cause(error, cause)
}

/// Whether a field is only absent: then its default stands for it.
pub fn missing(rt: &mut Runtime, raise: Raise) -> Result<()> {
    let types = rt.types();
    let absent = [&types.attribute_error, &types.key_error, &types.index_error];
    match absent.into_iter().any(|class| rt.is_exception_of(&raise, class)) {
        true => Ok(()),
        false => Err(raise),
    }
}

/// Why a variant does not fit.
pub fn reason(rt: &mut Runtime, raise: Raise) -> Result<String> {
    let Some(exception) = raise.as_exception() else { return Err(raise) };
    let class = rt.type_name(exception).to_owned();
    let text = rt.to_str(exception)?;
    Ok(format!("{class}: {}", text.read(rt).as_str()))
}

#[cold]
pub fn no_variant(
    rt: &mut Runtime,
    value: Borrowed<'_>,
    label: &str,
    reasons: &[(&str, String)],
) -> Raise {
    let names: Vec<&str> = reasons.iter().map(|(name, _)| *name).collect();
    let mut message = format!(
        "failed to extract enum {label} ('{}') from '{}' object",
        names.join(" | "),
        rt.type_name(value)
    );
    for (name, reason) in reasons {
        message.push_str(&format!("\n- variant {name}: {reason}"));
    }
    rt.type_error(message)
}
