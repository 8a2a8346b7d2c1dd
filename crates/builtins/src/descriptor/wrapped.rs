//! `staticmethod` and `classmethod`.

use objmodel::objects::descriptor::WrappedFunctionObject;
use objmodel::types::spec::GetSetSpec;
use objmodel::{Borrowed, Bound, CallArgs, Result, Runtime, Value, singletons};
use objmodel::{pyclass, pymethods};

/// Convert a function to be a static method.
#[pyclass(name = "staticmethod", module = "builtins", subclass, payload = WrappedFunctionObject)]
pub(crate) struct StaticMethod;

#[pymethods]
impl StaticMethod {
    #[row]
    const DICT: GetSetSpec = GetSetSpec::DICT;

    #[new]
    #[pyo3(text_signature = "(function, /)")]
    fn make(_args: CallArgs<'_>) -> WrappedFunctionObject {
        WrappedFunctionObject { function: singletons::none() }
    }

    fn __init__(
        slf: &Bound<'_, WrappedFunctionObject>,
        rt: &mut Runtime,
        args: CallArgs<'_>,
    ) -> Result<()> {
        wrap(slf, rt, "staticmethod", args)
    }

    fn __call__(
        slf: &Bound<'_, WrappedFunctionObject>,
        rt: &mut Runtime,
        args: CallArgs<'_>,
    ) -> Result {
        let function = slf.read(rt).function.clone();
        rt.call_with(function.as_ref(), args)
    }

    fn __get__(
        slf: &WrappedFunctionObject,
        _instance: Option<Borrowed<'_>>,
        _owner: Option<Borrowed<'_>>,
    ) -> Value {
        slf.function.clone()
    }

    fn __repr__(slf: &Bound<'_, WrappedFunctionObject>, rt: &mut Runtime) -> Result<String> {
        shown(slf, rt)
    }

    #[getter("__isabstractmethod__")]
    fn is_abstract(slf: &Bound<'_, WrappedFunctionObject>, rt: &mut Runtime) -> Result {
        let function = slf.read(rt).function.clone();
        super::is_abstract(rt, &[function])
    }

    #[getter("__func__")]
    #[pyo3(member)]
    fn function(slf: &WrappedFunctionObject) -> Value {
        slf.function.clone()
    }

    #[getter("__wrapped__")]
    #[pyo3(member)]
    fn wrapped(slf: &WrappedFunctionObject) -> Value {
        slf.function.clone()
    }
}

/// Convert a function to be a class method.
#[pyclass(name = "classmethod", module = "builtins", subclass, payload = WrappedFunctionObject)]
pub(crate) struct ClassMethod;

#[pymethods]
impl ClassMethod {
    #[row]
    const DICT: GetSetSpec = GetSetSpec::DICT;

    #[new]
    #[pyo3(text_signature = "(function, /)")]
    fn make(_args: CallArgs<'_>) -> WrappedFunctionObject {
        WrappedFunctionObject { function: singletons::none() }
    }

    fn __init__(
        slf: &Bound<'_, WrappedFunctionObject>,
        rt: &mut Runtime,
        args: CallArgs<'_>,
    ) -> Result<()> {
        wrap(slf, rt, "classmethod", args)
    }

    fn __get__(
        slf: &Bound<'_, WrappedFunctionObject>,
        rt: &mut Runtime,
        instance: Option<Borrowed<'_>>,
        owner: Option<Borrowed<'_>>,
    ) -> Result {
        let function = slf.read(rt).function.clone();
        let class = match (owner, instance) {
            (Some(owner), _) => owner.to_value(),
            (None, Some(instance)) => rt.type_of(instance).to_gc().into_value(),
            (None, None) => return Err(rt.type_error("__get__(None, None) is invalid")),
        };
        rt.method(function, class)
    }

    fn __repr__(slf: &Bound<'_, WrappedFunctionObject>, rt: &mut Runtime) -> Result<String> {
        shown(slf, rt)
    }

    #[getter("__isabstractmethod__")]
    fn is_abstract(slf: &Bound<'_, WrappedFunctionObject>, rt: &mut Runtime) -> Result {
        let function = slf.read(rt).function.clone();
        super::is_abstract(rt, &[function])
    }

    #[getter("__func__")]
    #[pyo3(member)]
    fn function(slf: &WrappedFunctionObject) -> Value {
        slf.function.clone()
    }

    #[getter("__wrapped__")]
    #[pyo3(member)]
    fn wrapped(slf: &WrappedFunctionObject) -> Value {
        slf.function.clone()
    }
}

/// Takes the function, and its names and docs, as `functools.wraps` would.
fn wrap(
    own: &Bound<'_, WrappedFunctionObject>,
    rt: &mut Runtime,
    class: &str,
    args: CallArgs<'_>,
) -> Result<()> {
    if args.has_keywords() {
        return Err(rt.type_error(format!("{class}() takes no keyword arguments")));
    }
    let [function] = args.positionals() else {
        return Err(rt.type_error(format!("{class} expected 1 argument, got {}", args.len())));
    };
    let old = std::mem::replace(&mut own.write(rt).function, function.to_value());
    drop(old);
    for name in ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"] {
        let name = rt.intern(name)?;
        if let Some(value) = rt.lookup_attr(*function, &name)? {
            rt.set_instance_attribute(own.untyped(), &name, value)?;
        }
    }
    Ok(())
}

fn shown(own: &Bound<'_, WrappedFunctionObject>, rt: &mut Runtime) -> Result<String> {
    let function = own.read(rt).function.clone();
    let shown = rt.repr(&function)?;
    Ok(format!("<{}({})>", rt.type_name(own.untyped()), shown.read(rt).as_str()))
}
