//! Modules of native classes and functions: what `#[pymodule]` calls.

use objmodel_gc::Value;

use super::class::PyClassBase;
use super::into_object::IntoPyObject;
use super::spec::{MethodKind, MethodSpec};
use crate::objects::module::ModuleObject;
use crate::objects::native::NativeObject;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;

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
pub fn add_class<T: PyClassBase>(rt: &mut Runtime, module: &Value) -> Result<()> {
    let class = T::base_class(rt)?;
    let name = class.read(rt).name().to_owned();
    let name = rt.intern(&name)?;
    rt.setattr(module, &name, &class)
}

/// Puts what a Rust constant becomes into a module.
///
/// # Errors
/// What the conversion raises; `MemoryError`.
pub fn add_constant(
    rt: &mut Runtime,
    module: &Value,
    name: &str,
    value: impl IntoPyObject,
) -> Result<()> {
    let name = rt.intern(name)?;
    rt.setattr(module, &name, value)
}

/// Puts a function into a module.
///
/// # Errors
/// `MemoryError`.
pub fn add_function(rt: &mut Runtime, module: &Value, spec: &'static MethodSpec) -> Result<()> {
    let namespace = module.get::<ModuleObject>(rt).and_then(|module| module.dict.clone());
    let Some(namespace) = namespace else {
        return Err(rt.type_error("functions are put into modules"));
    };
    if spec.binding == MethodKind::Static {
        return rt.define_function(&namespace, spec);
    }
    // It is passed its module, and so is bound to that as a method to its object.
    let name = rt.names.name.clone();
    let of = rt.dict_get_name(&namespace, &name).unwrap_or_else(singletons::none);
    let bound = Some(module.clone());
    let native = NativeObject { def: spec.define(), bound, module: of, owner: None };
    let function = rt.alloc(&rt.types.builtin_function, native)?;
    let name = rt.intern(spec.name)?;
    rt.dict_set_name(&namespace, &name, function.into_value())
}
