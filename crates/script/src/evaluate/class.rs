//! The class statement: `__build_class__`.

use objmodel::objects::function::FunctionObject;
use objmodel::objects::str::StrObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{CallArgs, Result, Runtime};

use super::call;
use super::frame::Frame;

/// The built-in function that a class statement calls.
pub(super) const BUILD_CLASS: MethodSpec = MethodSpec::raw_function(
    "__build_class__",
    "(func, name, /, *bases, metaclass=None, **kwds)",
    build_class,
)
.without_signature()
.doc("Runs the body of a class statement and makes the class.");

/// `__build_class__` as the built-ins have it at present.
pub(super) fn load_build_class(rt: &mut Runtime, frame: &Frame) -> Result {
    let name = rt.intern("__build_class__")?;
    match rt.dict_get_name(&frame.builtins, &name) {
        Some(function) => Ok(function),
        None => Err(rt.name_error("__build_class__ not found")),
    }
}

fn build_class(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let (function, name, bases) = match args.positionals() {
        [function, name, bases @ ..] => (*function, *name, bases),
        _ => return Err(rt.type_error("__build_class__: not enough arguments")),
    };
    let Some(function) = function.typed::<FunctionObject>() else {
        return Err(rt.type_error("__build_class__: func must be a function"));
    };
    let Some(name) = name.typed::<StrObject>() else {
        return Err(rt.type_error("__build_class__: name is not a string"));
    };
    let bases = rt.tuple(bases.iter().map(|base| base.to_value()))?;
    let (_, keywords) = call::owned(rt, args)?;
    rt.as_step(
        |rt| format!("class {}", rt.text_of(name.untyped())),
        |rt| {
            let prepared = rt.prepare_class(&name, bases, keywords)?;
            let cell = call::call_in_namespace(rt, &function, prepared.namespace.clone())?;
            rt.finish_class(&name, prepared, &cell)
        },
    )
}
