//! What a method is given, read as the types that it wants.

use objmodel_gc::Borrowed;

use super::super::from_object::FromPyObject;
use super::super::into_object::IntoRaise;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::singletons;

/// Reads an argument; a `TypeError` names the parameter.
#[inline]
pub fn argument<'a, T: FromPyObject<'a>>(
    rt: &mut Runtime,
    value: Borrowed<'a>,
    name: &str,
) -> Result<T> {
    T::extract(value, rt).map_err(|raise| for_argument(rt, raise, name))
}

/// Reads an argument by a function; a `TypeError` names the parameter.
pub fn argument_with<'a, T, E: IntoRaise>(
    rt: &mut Runtime,
    value: Borrowed<'a>,
    name: &str,
    read: impl FnOnce(Borrowed<'a>, &mut Runtime) -> std::result::Result<T, E>,
) -> Result<T> {
    read(value, rt).map_err(|error| {
        let raise = error.into_raise(rt);
        for_argument(rt, raise, name)
    })
}

#[cold]
#[inline(never)]
fn for_argument(rt: &mut Runtime, raise: Raise, name: &str) -> Raise {
    let Some(exception) = raise.as_exception() else { return raise };
    if !rt.type_of(exception).is(&rt.types().type_error) {
        return raise;
    }
    match rt.to_str(exception) {
        Ok(text) => rt.type_error(format!("argument '{name}': {}", text.read(rt).as_str())),
        Err(other) => other,
    }
}

/// Reads the operand of an operator. If it is of another kind, the operator passes, and the reason
/// is kept for the case that nobody answers.
#[inline]
pub fn operand<'a, C, T: FromPyObject<'a>>(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    value: Borrowed<'a>,
    method: &str,
) -> std::result::Result<T, Result> {
    T::extract(value, rt).map_err(|raise| pass(rt, raise, own, value, method))
}

#[cold]
#[inline(never)]
fn pass(
    rt: &mut Runtime,
    raise: Raise,
    own: Borrowed<'_>,
    value: Borrowed<'_>,
    method: &str,
) -> Result {
    let types = rt.types();
    let usual = [&types.type_error, &types.overflow_error, &types.value_error];
    let Some(exception) = raise.as_exception() else { return Err(raise) };
    if !usual.into_iter().any(|class| rt.is_instance_of(exception, class)) {
        return Err(raise);
    }
    let text = rt.to_str(exception)?;
    let reason = format!("{}.{method}(): {}", rt.type_name(own), text.read(rt).as_str());
    rt.note_refusal(own, value, reason);
    Ok(singletons::not_implemented())
}
