//! What a module is made of.

use objmodel::native::PyClass;
use objmodel::objects::dict::Dict;
use objmodel::objects::module::ModuleObject;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Payload, Result, Runtime, Type, Value};

/// Adds to a module's namespace what is not a plain function.
type Fill = fn(&mut Runtime, &Dict) -> Result<()>;

/// A module: its name, what is written in Rust, and the text of what is written in Python.
#[derive(Clone, Copy)]
pub struct ModuleSpec {
    /// The full name, dots included.
    pub name: &'static str,
    functions: &'static [MethodSpec],
    fill: Option<Fill>,
    source: Option<&'static str>,
}

impl ModuleSpec {
    /// A module of that name, with nothing in it.
    pub const fn new(name: &'static str) -> ModuleSpec {
        ModuleSpec { name, functions: &[], fill: None, source: None }
    }

    /// With functions.
    pub const fn functions(self, functions: &'static [MethodSpec]) -> ModuleSpec {
        ModuleSpec { functions, ..self }
    }

    /// With classes, constants and state, which this function adds.
    pub const fn fill(self, fill: fn(&mut Runtime, &Dict) -> Result<()>) -> ModuleSpec {
        ModuleSpec { fill: Some(fill), ..self }
    }

    /// With a part written in Python, which runs in the module's namespace after the rest is made.
    pub const fn python(self, source: &'static str) -> ModuleSpec {
        ModuleSpec { source: Some(source), ..self }
    }

    /// The part written in Python.
    pub const fn source(&self) -> Option<&'static str> {
        self.source
    }

    /// Makes the module with its native part. It is not in `sys.modules` yet.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn make(&self, rt: &mut Runtime) -> Result {
        let module = rt.new_module(self.name)?;
        let Some(namespace) = module.get::<ModuleObject>(rt).and_then(|module| module.dict.clone())
        else {
            return Err(rt.system_error("a module without a namespace"));
        };
        define(rt, &namespace, self.functions)?;
        if let Some(fill) = self.fill {
            fill(rt, &namespace)?;
        }
        Ok(module)
    }
}

/// Adds functions to a module's namespace.
pub(crate) fn define(
    rt: &mut Runtime,
    namespace: &Dict,
    functions: &'static [MethodSpec],
) -> Result<()> {
    for spec in functions {
        rt.define_function(namespace, spec)?;
    }
    Ok(())
}

/// Adds a native class, which is made when its module is first imported.
pub(crate) fn class<T: PyClass>(rt: &mut Runtime, namespace: &Dict) -> Result<Type> {
    let class = rt.get_type::<T>()?;
    rt.define_class(namespace, &class)?;
    Ok(class)
}

/// Adds the native class with payload `T` that a table describes.
pub(crate) fn class_of_table<T: Payload>(
    rt: &mut Runtime,
    namespace: &Dict,
    spec: &'static ClassSpec,
) -> Result<Type> {
    let class = match rt.type_for::<T>() {
        Some(class) => class.clone(),
        None => rt.register_type::<T>(spec)?,
    };
    rt.define_class(namespace, &class)?;
    Ok(class)
}

/// A method that answers its object: copies of what never changes.
pub(crate) fn itself(_: &mut Runtime, args: Args<'_>) -> Result {
    Ok(args.at(0).to_value())
}

/// Adds a constant.
pub(crate) fn constant(rt: &mut Runtime, namespace: &Dict, name: &str, value: Value) -> Result<()> {
    let name = rt.intern(name)?;
    rt.dict_set_name(namespace, &name, value)
}
