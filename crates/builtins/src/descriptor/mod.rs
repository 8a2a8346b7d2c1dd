//! Descriptors that native types and `__slots__` put into namespaces, and those that scripts make.

mod described;
pub(crate) mod getset;
pub(crate) mod member;
pub(crate) mod method;
pub(crate) mod property;
pub(crate) mod wrapped;
pub(crate) mod wrapper;

use objmodel::objects::str::Str;
use objmodel::{Borrowed, Result, Runtime, Type, Value};

/// What reading a descriptor through a class gives: the descriptor itself. Through an instance the
/// instance must be one of the owner.
fn check_instance(rt: &Runtime, owner: &Type, name: &Str, instance: Borrowed<'_>) -> Result<()> {
    if rt.is_instance_of(instance, owner) {
        return Ok(());
    }
    Err(rt.type_error(format!(
        "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
        name.read(rt).as_str(),
        owner.read(rt).full_name(),
        rt.type_name(instance)
    )))
}

/// `<kind 'name' of 'owner' objects>`.
fn describe(rt: &Runtime, kind: &str, name: &str, owner: &Type) -> Result {
    let owner = owner.read(rt).full_name();
    rt.str(&format!("<{kind} '{name}' of '{owner}' objects>")).map(|text| text.into_value())
}

/// `__isabstractmethod__` of a descriptor: that of the functions in it.
fn is_abstract(rt: &mut Runtime, functions: &[Value]) -> Result {
    rt.tick(functions.len())?;
    let name = rt.intern("__isabstractmethod__")?;
    for function in functions {
        if let Some(flag) = rt.lookup_attr(function, &name)?
            && rt.is_true(flag.as_ref())?
        {
            return Ok(objmodel::singletons::bool(true));
        }
    }
    Ok(objmodel::singletons::bool(false))
}
