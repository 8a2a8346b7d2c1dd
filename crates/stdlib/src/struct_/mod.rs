//! `struct`: values as bytes, in the layout of a format string.

mod format;
mod item;
mod packer;

use objmodel::objects::dict::Dict;
use objmodel::{Raise, Result, Runtime, Type, Value};

use crate::module::{ModuleSpec, constant};

/// The class `struct.error`.
struct ErrorClass(Type);

/// The class `struct.error`, which is made when it is first asked for.
fn error_class(rt: &mut Runtime) -> Result<Type> {
    if let Some(ErrorClass(class)) = rt.data() {
        return Ok(class.clone());
    }
    let namespace = rt.dict()?;
    let (name, module) = (rt.intern("__module__")?, rt.intern("struct")?);
    rt.dict_set_name(&namespace, &name, module.into_value())?;
    let base = Value::clone(&rt.types().exception);
    let class = rt.make_class("error", &[base], &namespace)?;
    rt.set_data(ErrorClass(class.clone()));
    Ok(class)
}

/// `struct.error`
fn error(rt: &mut Runtime, message: &str) -> Raise {
    match error_class(rt) {
        Ok(class) => rt.error(&class, message),
        Err(raise) => raise,
    }
}

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    crate::module::class_of_table::<packer::Struct>(rt, namespace, &packer::STRUCT)?;
    crate::module::class_of_table::<packer::UnpackIterator>(
        rt,
        namespace,
        &packer::UNPACK_ITERATOR,
    )?;
    let class = error_class(rt)?;
    constant(rt, namespace, "error", Value::clone(&class))
}

/// `_struct`
pub(crate) const NATIVE: ModuleSpec =
    ModuleSpec::new("_struct").functions(packer::FUNCTIONS).fill(fill);

/// `struct`
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("struct").python(include_str!("struct.py"));
