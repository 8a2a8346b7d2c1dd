//! The modules that come with the interpreter.
//!
//! What needs the runtime is native, a table of functions in a file of that name; the rest is
//! written in Python, in `python/`, and runs in the module's namespace when it is first imported.

mod atexit;
mod collections;
mod functools;
mod gc;
mod itertools;
mod math;
mod operator;
mod simple_namespace;
mod sys;
mod types;
mod weakref;

use objmodel::objects::dict::Dict;
use objmodel::objects::module::ModuleObject;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Payload, Result, Runtime, Type, Value};

pub(crate) use atexit::run as run_at_exit;
pub(crate) use sys::set_path;

/// The names of all modules, for suggestions.
const NAMES: &[&str] = &[
    "_functools",
    "_operator",
    "_weakref",
    "abc",
    "atexit",
    "collections",
    "collections.abc",
    "functools",
    "gc",
    "itertools",
    "math",
    "operator",
    "sys",
    "types",
    "weakref",
];

/// Whether there is a module of this name.
pub(crate) fn exists(name: &str) -> bool {
    NAMES.contains(&name)
}

/// Makes a module; `None` if there is none of this name.
///
/// # Errors
/// `MemoryError`.
pub(crate) fn load(rt: &mut Runtime, name: &str) -> Result<Option<Value>> {
    if !exists(name) {
        return Ok(None);
    }
    let module = crate::evaluate::new_module(rt, name)?;
    let Some(namespace) = module.get::<ModuleObject>(rt).and_then(|module| module.dict.clone())
    else {
        return Ok(None);
    };
    match name {
        "atexit" => atexit::fill(rt, &namespace)?,
        "collections" => collections::fill(rt, &namespace)?,
        "_functools" => functools::fill(rt, &namespace)?,
        "gc" => gc::fill(rt, &namespace)?,
        "itertools" => itertools::fill(rt, &namespace)?,
        "math" => math::fill(rt, &namespace)?,
        "_operator" => operator::fill(rt, &namespace)?,
        "sys" => sys::fill(rt, &namespace)?,
        "types" => types::fill(rt, &namespace)?,
        "_weakref" => weakref::fill(rt, &namespace)?,
        _ => {}
    }
    Ok(Some(module))
}

/// The part of a module that is written in Python.
pub(crate) fn source(name: &str) -> Option<&'static str> {
    Some(match name {
        "abc" => include_str!("python/abc.py"),
        "collections" => include_str!("python/collections.py"),
        "collections.abc" => include_str!("python/collections_abc.py"),
        "functools" => include_str!("python/functools.py"),
        "operator" => include_str!("python/operator.py"),
        "sys" => include_str!("python/sys.py"),
        "types" => include_str!("python/types.py"),
        "weakref" => include_str!("python/weakref.py"),
        _ => return None,
    })
}

/// Adds functions to a module's namespace.
fn define(rt: &mut Runtime, namespace: &Dict, functions: &'static [MethodSpec]) -> Result<()> {
    for spec in functions {
        rt.define_function(namespace, spec)?;
    }
    Ok(())
}

/// Adds a native class with payload `T`, which is made when its module is first imported.
fn class<T: Payload>(rt: &mut Runtime, namespace: &Dict, spec: &'static ClassSpec) -> Result<Type> {
    let class = match rt.type_for::<T>() {
        Some(class) => class.clone(),
        None => rt.register_type::<T>(spec)?,
    };
    rt.define_class(namespace, &class)?;
    Ok(class)
}

/// `__class_getitem__` of a generic class.
fn class_getitem(rt: &mut Runtime, args: Args<'_>) -> Result {
    objmodel_builtins::generic_alias(rt, args.at(0), args.at(1))
}

/// Adds a constant.
fn constant(rt: &mut Runtime, namespace: &Dict, name: &str, value: Value) -> Result<()> {
    let name = rt.intern(name)?;
    rt.dict_set_name(namespace, &name, value)
}
