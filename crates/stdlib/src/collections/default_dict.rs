//! `collections.defaultdict`: a dict that makes values for missing keys.

use objmodel::native::class::PyDict;
use objmodel::objects::dict::{Dict, DictObject};
use objmodel::slots::SpecialId;
use objmodel::types::spec::MethodSpec;
use objmodel::{Borrowed, Bound, CallArgs, Gc, Result, Runtime, Value, singletons};
use objmodel::{pyclass, pymethods};

/// A dict that makes values for missing keys by calling a function.
#[pyclass(
    name = "defaultdict",
    module = "collections",
    extends = PyDict,
    subclass,
    spec(withheld = &[SpecialId::New])
)]
struct DefaultDict {
    factory: Option<Value>,
}

#[pymethods]
impl DefaultDict {
    #[row]
    const CLASS_GETITEM: MethodSpec = objmodel_builtins::CLASS_GETITEM;

    #[new]
    fn new(_args: CallArgs<'_>) -> DefaultDict {
        DefaultDict { factory: None }
    }

    fn __init__(slf: &Bound<'_, Self>, rt: &mut Runtime, args: CallArgs<'_>) -> Result<()> {
        let (factory, rest) = match args.split_first() {
            Some((factory, rest)) => {
                (Some(factory).filter(|factory| !singletons::is_none(factory)), rest)
            }
            None => (None, args),
        };
        if factory.is_some_and(|factory| !rt.is_callable(factory)) {
            return Err(rt.type_error("first argument must be callable or None"));
        }
        let old = std::mem::replace(&mut slf.write(rt).factory, factory.map(Borrowed::to_value));
        drop(old);
        let name = rt.intern("__init__")?;
        super::dict_method(rt, &name, slf.untyped(), rest).map(drop)
    }

    fn __repr__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<String> {
        let factory = slf.read(rt).factory();
        let name = rt.intern("__repr__")?;
        let entries = super::dict_method(rt, &name, slf.untyped(), CallArgs::NONE)?;
        let entries = rt.text_of(entries.as_ref()).into_owned();
        // A bound method of this very dict shows it again.
        let shown = rt.within_repr(factory.as_ref(), |rt| rt.repr(&factory))?;
        let factory = shown.map_or("...".into(), |shown| shown.read(rt).as_str().into_owned());
        let class = rt.type_of(slf.untyped());
        Ok(format!("{}({factory}, {entries})", class.read(rt).name()))
    }

    fn __or__(slf: &Bound<'_, Self>, rt: &mut Runtime, other: Borrowed<'_>) -> Result {
        merged(rt, slf, slf.untyped(), other)
    }

    fn __ror__(slf: &Bound<'_, Self>, rt: &mut Runtime, other: Borrowed<'_>) -> Result {
        merged(rt, slf, other, slf.untyped())
    }

    /// Makes the value for a missing key.
    #[pyo3(signature = (object, /))]
    fn __missing__(slf: &Bound<'_, Self>, rt: &mut Runtime, object: Borrowed<'_>) -> Result {
        let Some(factory) = slf.read(rt).factory.clone() else {
            return Err(rt.key_error(object));
        };
        let value = rt.call(&factory, ())?;
        rt.set_item(slf, object, &value)?;
        Ok(value)
    }

    /// A shallow copy.
    fn copy(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        with_entries(rt, slf, slf.untyped())
    }

    /// A shallow copy.
    fn __copy__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        with_entries(rt, slf, slf.untyped())
    }

    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        let class = Value::clone(&rt.type_of(slf.untyped()));
        let given = slf.read(rt).factory.clone();
        let given = rt.tuple(Vec::from_iter(given).into_iter())?;
        let items = rt.call_method(slf, "items", ())?;
        let items = rt.iter(&items)?;
        let parts = [class, given.into_value(), singletons::none(), singletons::none(), items];
        rt.tuple(parts.into_iter()).map(Gc::into_value)
    }

    /// The function that makes values.
    #[getter]
    #[pyo3(member)]
    fn default_factory(&self) -> Value {
        self.factory()
    }

    #[setter("default_factory")]
    fn set_factory(&mut self, value: Value) {
        self.factory = Some(value).filter(|value| !singletons::is_none(value));
    }

    #[deleter("default_factory")]
    fn delete_factory(&mut self) {
        self.factory = None;
    }
}

impl DefaultDict {
    fn factory(&self) -> Value {
        self.factory.clone().unwrap_or_else(singletons::none)
    }
}

/// One of the same class with the entries of a dict.
fn with_entries(rt: &mut Runtime, own: &Bound<'_, DefaultDict>, entries: Borrowed<'_>) -> Result {
    let class = Value::clone(&rt.type_of(own.untyped()));
    let factory = own.read(rt).factory();
    rt.call(&class, [factory.as_ref(), entries])
}

fn merged(
    rt: &mut Runtime,
    own: &Bound<'_, DefaultDict>,
    left: Borrowed<'_>,
    right: Borrowed<'_>,
) -> Result {
    if !left.is_payload::<DictObject>() || !right.is_payload::<DictObject>() {
        return Ok(singletons::not_implemented());
    }
    let made = with_entries(rt, own, left)?;
    let update = rt.intern("update")?;
    super::dict_method(rt, &update, made.as_ref(), CallArgs::positional(&[right]))?;
    Ok(made)
}

pub(super) fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    crate::module::class::<DefaultDict>(rt, namespace).map(drop)
}
