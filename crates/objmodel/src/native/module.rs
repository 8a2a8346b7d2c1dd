//! Modules of native classes and functions: what `#[pymodule]` calls.

use objmodel_gc::Value;

use super::class::PyClass;
use super::spec::MethodSpec;
use crate::objects::module::ModuleObject;
use crate::raise::Result;
use crate::runtime::Runtime;

/// A module of this name, where `import` finds it.
///
/// # Errors
/// `MemoryError`.
pub fn new(rt: &mut Runtime, name: &str, doc: &str) -> Result {
    let module = rt.new_module(name)?;
    if !doc.is_empty() {
        let (key, doc) = (rt.names.doc.clone(), rt.str(doc)?.into_value());
        rt.setattr(&module, &key, &doc)?;
    }
    let (modules, name) = (rt.modules().clone(), rt.intern(name)?);
    rt.dict_set_name(&modules, &name, module.clone())?;
    Ok(module)
}

/// Puts a class into a module.
///
/// # Errors
/// `MemoryError`; what making the class raises.
pub fn add_class<T: PyClass>(rt: &mut Runtime, module: &Value) -> Result<()> {
    let class = T::class(rt)?;
    let name = class.read(rt).name().to_owned();
    let name = rt.intern(&name)?;
    rt.setattr(module, &name, &class)
}

/// Puts a function into a module.
///
/// # Errors
/// `MemoryError`.
pub fn add_function(rt: &mut Runtime, module: &Value, spec: &'static MethodSpec) -> Result<()> {
    let name = module.get::<ModuleObject>(rt).and_then(|module| module.dict.clone());
    match name {
        Some(namespace) => rt.define_function(&namespace, spec),
        None => Err(rt.type_error("functions are put into modules")),
    }
}
