//! Classes from Rust: `rt.new_class("Meters").def("__add__", |rt, [me, other]| ...).build()`.

use std::rc::Rc;

use objmodel_gc::{Borrowed, Value};

use super::object::Type;
use crate::arguments::CallArgs;
use crate::objects::descriptor::{MethodDescriptorObject, WrappedFunctionObject};
use crate::objects::native::{NativeClosure, NativeDef};
use crate::raise::Result;
use crate::runtime::Runtime;

/// A class being put together. Special names find their slots, as in a class statement.
pub struct ClassBuilder<'rt> {
    rt: &'rt mut Runtime,
    name: String,
    bases: Vec<Value>,
    methods: Vec<(String, NativeDef, bool)>,
    attributes: Vec<(String, Value)>,
}

impl Runtime {
    /// Begins a class whose methods are Rust closures.
    pub fn new_class(&mut self, name: impl Into<String>) -> ClassBuilder<'_> {
        ClassBuilder {
            rt: self,
            name: name.into(),
            bases: Vec::new(),
            methods: Vec::new(),
            attributes: Vec::new(),
        }
    }

    /// A function whose body is a Rust closure with exactly `N` positional arguments.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn new_function<const N: usize>(
        &mut self,
        name: &str,
        body: impl Fn(&mut Runtime, [Borrowed<'_>; N]) -> Result + Send + 'static,
    ) -> Result<Value> {
        let def = define(name, body, 0);
        self.native_function(Rc::new(def), None, None)
    }
}

impl ClassBuilder<'_> {
    /// Adds a base; without any it is `object`.
    pub fn base(mut self, base: &Type) -> Self {
        self.bases.push(Value::clone(base));
        self
    }

    /// Adds a method; its first argument is the instance. The closure is `Send`, which proves that
    /// it captures no value behind the collector's back.
    pub fn def<const N: usize>(
        mut self,
        name: &str,
        body: impl Fn(&mut Runtime, [Borrowed<'_>; N]) -> Result + Send + 'static,
    ) -> Self {
        self.methods.push((name.to_owned(), define(name, body, 1), true));
        self
    }

    /// Adds a static method.
    pub fn def_static<const N: usize>(
        mut self,
        name: &str,
        body: impl Fn(&mut Runtime, [Borrowed<'_>; N]) -> Result + Send + 'static,
    ) -> Self {
        self.methods.push((name.to_owned(), define(name, body, 0), false));
        self
    }

    /// Adds a class attribute.
    pub fn attribute(mut self, name: &str, value: Value) -> Self {
        self.attributes.push((name.to_owned(), value));
        self
    }

    /// Makes the class, by the same steps as a class statement.
    ///
    /// # Errors
    /// What a class statement raises: `TypeError` for bases that do not fit, and so on.
    pub fn build(self) -> Result<Type> {
        let ClassBuilder { rt, name, bases, methods, attributes } = self;
        let namespace = rt.dict()?;
        for (name, value) in attributes {
            let name = rt.intern(&name)?;
            rt.dict_set_name(&namespace, &name, value)?;
        }
        for (name, def, bound) in methods {
            let name = rt.intern(&name)?;
            let def = Rc::new(def);
            let value = if bound {
                let owner = rt.types.object.clone();
                let method = MethodDescriptorObject { owner, def };
                rt.alloc(&rt.types.method_descriptor, method)?.into_value()
            } else {
                let function = rt.native_function(def, None, None)?;
                let method = WrappedFunctionObject { function };
                rt.alloc(&rt.types.static_method, method)?.into_value()
            };
            rt.dict_set_name(&namespace, &name, value)?;
        }
        rt.make_class(&name, &bases, &namespace)
    }
}

/// A definition whose closure checks that it got `N` arguments, `receivers` of them implied.
fn define<const N: usize>(
    name: &str,
    body: impl Fn(&mut Runtime, [Borrowed<'_>; N]) -> Result + Send + 'static,
    receivers: usize,
) -> NativeDef {
    let function: Box<str> = name.into();
    let closure: NativeClosure = Box::new(move |rt: &mut Runtime, args: CallArgs<'_>| {
        let given = args.len();
        match <[Borrowed<'_>; N]>::try_from(args.positionals()) {
            Ok(arguments) if !args.has_keywords() => body(rt, arguments),
            _ if args.has_keywords() => {
                Err(rt.type_error(format!("{function}() takes no keyword arguments")))
            }
            _ => {
                let (expected, given) =
                    (N.saturating_sub(receivers), given.saturating_sub(receivers));
                let s = if expected == 1 { "" } else { "s" };
                Err(rt.type_error(format!(
                    "{function}() takes {expected} positional argument{s} but {given} were given"
                )))
            }
        }
    });
    NativeDef::of_closure(name, closure)
}
