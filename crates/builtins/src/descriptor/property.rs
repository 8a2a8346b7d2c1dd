//! `property`: an attribute computed by functions.

use objmodel::objects::descriptor::PropertyObject;
use objmodel::objects::str::StrObject;
use objmodel::{Borrowed, Bound, CallArgs, Raise, Result, Runtime, Value, singletons};
use objmodel::{pyclass, pymethods};

use crate::text::repr::{self, Shown};

/// Property attribute.
#[pyclass(name = "property", module = "builtins", subclass, payload = PropertyObject)]
pub(crate) struct Property;

#[pymethods]
impl Property {
    #[new]
    #[pyo3(text_signature = "(fget=None, fset=None, fdel=None, doc=None)")]
    fn make(_args: CallArgs<'_>) -> PropertyObject {
        let none = singletons::none;
        PropertyObject {
            get: none(),
            set: none(),
            delete: none(),
            doc: none(),
            name: None,
            getter_doc: false,
        }
    }

    #[pyo3(signature = (fget = None, fset = None, fdel = None, doc = None))]
    fn __init__(
        slf: &Bound<'_, PropertyObject>,
        rt: &mut Runtime,
        fget: Value,
        fset: Value,
        fdel: Value,
        doc: Value,
    ) -> Result<()> {
        let doc_name = rt.names().doc.clone();
        let of_getter = match singletons::is_none(&doc) && !singletons::is_none(&fget) {
            true => rt.lookup_attr(&fget, &doc_name)?.filter(|doc| !singletons::is_none(doc)),
            false => None,
        };
        let getter_doc = of_getter.is_some();
        let doc = of_getter.unwrap_or(doc);
        let own = slf.write(rt);
        let name = own.name.take();
        let filled = PropertyObject {
            get: fget,
            set: fset,
            delete: fdel,
            doc: doc.clone(),
            name,
            getter_doc,
        };
        let old = std::mem::replace(own, filled);
        drop(old);
        if rt.type_of(slf.untyped()).is(&rt.types().property) {
            return Ok(());
        }
        // The `__doc__` of a subclass would hide that of the property, so its instances keep their own.
        match rt.setattr(slf, &doc_name, &doc) {
            Err(raise)
                if !getter_doc && rt.is_exception_of(&raise, &rt.types().attribute_error) =>
            {
                Ok(())
            }
            done => done,
        }
    }

    fn __get__(
        slf: &Bound<'_, PropertyObject>,
        rt: &mut Runtime,
        instance: Option<Borrowed<'_>>,
        _owner: Option<Borrowed<'_>>,
    ) -> Result {
        let Some(instance) = instance else { return Ok(slf.untyped().to_value()) };
        let getter = slf.read(rt).get.clone();
        match singletons::is_none(&getter) {
            true => Err(lacking(slf, rt, instance, "getter")),
            false => rt.call(&getter, [instance]),
        }
    }

    fn __set__(
        slf: &Bound<'_, PropertyObject>,
        rt: &mut Runtime,
        instance: Borrowed<'_>,
        value: Borrowed<'_>,
    ) -> Result<()> {
        let setter = slf.read(rt).set.clone();
        match singletons::is_none(&setter) {
            true => Err(lacking(slf, rt, instance, "setter")),
            false => rt.call(&setter, [instance, value]).map(drop),
        }
    }

    fn __delete__(
        slf: &Bound<'_, PropertyObject>,
        rt: &mut Runtime,
        instance: Borrowed<'_>,
    ) -> Result<()> {
        let deleter = slf.read(rt).delete.clone();
        match singletons::is_none(&deleter) {
            true => Err(lacking(slf, rt, instance, "deleter")),
            false => rt.call(&deleter, [instance]).map(drop),
        }
    }

    /// Descriptor to obtain a copy of the property with a different getter.
    #[pyo3(signature = (object, /))]
    fn getter(slf: &Bound<'_, PropertyObject>, rt: &mut Runtime, object: Value) -> Result {
        let [_, set, delete] = functions(slf.read(rt));
        copy(slf, rt, [object, set, delete])
    }

    /// Descriptor to obtain a copy of the property with a different setter.
    #[pyo3(signature = (object, /))]
    fn setter(slf: &Bound<'_, PropertyObject>, rt: &mut Runtime, object: Value) -> Result {
        let [get, _, delete] = functions(slf.read(rt));
        copy(slf, rt, [get, object, delete])
    }

    /// Descriptor to obtain a copy of the property with a different deleter.
    #[pyo3(signature = (object, /))]
    fn deleter(slf: &Bound<'_, PropertyObject>, rt: &mut Runtime, object: Value) -> Result {
        let [get, set, _] = functions(slf.read(rt));
        copy(slf, rt, [get, set, object])
    }

    /// Method to set name of a property.
    #[pyo3(text_signature = "($self, owner, name, /)", by_tuple)]
    fn __set_name__(
        slf: &Bound<'_, PropertyObject>,
        rt: &mut Runtime,
        args: CallArgs<'_>,
    ) -> Result<()> {
        // It counts its arguments as a function of Python does, the receiver left out.
        let [_, name] = args.positionals() else {
            let given = args.len();
            return Err(rt.type_error(format!(
                "__set_name__() takes 2 positional arguments but {given} were given"
            )));
        };
        let old = slf.write(rt).name.replace(name.to_value());
        drop(old);
        Ok(())
    }

    #[getter]
    #[pyo3(member)]
    fn fget(slf: &PropertyObject) -> Value {
        slf.get.clone()
    }

    #[getter]
    #[pyo3(member)]
    fn fset(slf: &PropertyObject) -> Value {
        slf.set.clone()
    }

    #[getter]
    #[pyo3(member)]
    fn fdel(slf: &PropertyObject) -> Value {
        slf.delete.clone()
    }

    #[getter("__doc__")]
    #[pyo3(member)]
    fn doc(slf: &PropertyObject) -> Value {
        slf.doc.clone()
    }

    #[setter("__doc__")]
    fn set_doc(slf: &mut PropertyObject, value: Value) {
        slf.doc = value;
    }

    #[deleter("__doc__")]
    fn delete_doc(slf: &mut PropertyObject) {
        slf.doc = singletons::none();
    }

    #[getter("__name__")]
    fn name(slf: &Bound<'_, PropertyObject>, rt: &mut Runtime) -> Result {
        match name_if_any(slf, rt)? {
            Some(name) => Ok(name),
            None => {
                let name = rt.names().name.clone();
                // The property's class it is that lacks it, whatever the subclass.
                let message = "'property' object has no attribute '__name__'";
                Err(rt.attribute_error_for(message, slf.untyped(), name.as_ref()))
            }
        }
    }

    #[setter("__name__")]
    fn set_name(slf: &mut PropertyObject, value: Value) {
        slf.name = Some(value);
    }

    #[deleter("__name__")]
    fn delete_name(slf: &mut PropertyObject) {
        slf.name = None;
    }

    #[getter("__isabstractmethod__")]
    fn is_abstract(slf: &Bound<'_, PropertyObject>, rt: &mut Runtime) -> Result {
        let functions = functions(slf.read(rt));
        super::is_abstract(rt, &functions)
    }
}

/// The functions that get, set and delete.
fn functions(own: &PropertyObject) -> [Value; 3] {
    [own.get.clone(), own.set.clone(), own.delete.clone()]
}

/// The error for a property that lacks a function: names it if it has a name.
fn lacking(
    own: &Bound<'_, PropertyObject>,
    rt: &mut Runtime,
    instance: Borrowed<'_>,
    noun: &str,
) -> Raise {
    let class = rt.type_of(instance).to_gc();
    let qualname = class.read(rt).qualname().to_owned();
    let name = match name_if_any(own, rt) {
        Ok(name) => name,
        Err(raise) => return raise,
    };
    let shown = name.and_then(|name| {
        let text = name.get::<StrObject>(rt)?;
        String::from_utf8(repr::repr(text.as_bytes(), Shown::Printable)).ok()
    });
    let message = match shown {
        Some(name) => {
            format!("property {name} of '{qualname}' object has no {noun}")
        }
        None => format!("property of '{qualname}' object has no {noun}"),
    };
    rt.attribute_error(message)
}

/// A copy with other functions: `@x.setter`.
fn copy(
    own: &Bound<'_, PropertyObject>,
    rt: &mut Runtime,
    [get, set, delete]: [Value; 3],
) -> Result {
    let property = own.read(rt);
    let doc = if property.getter_doc { singletons::none() } else { property.doc.clone() };
    let name = property.name.clone();
    let class = rt.type_of(own.untyped()).to_gc();
    let made = rt.call(&class, (get, set, delete, doc))?;
    if let Some(property) = made.get_mut::<PropertyObject>(rt) {
        property.name = name;
    }
    Ok(made)
}

/// The name that `__set_name__` told, else that of the getter.
fn name_if_any(own: &Bound<'_, PropertyObject>, rt: &mut Runtime) -> Result<Option<Value>> {
    let property = own.read(rt);
    if property.name.is_some() {
        return Ok(property.name.clone());
    }
    let getter = property.get.clone();
    if singletons::is_none(&getter) {
        return Ok(None);
    }
    let name = rt.names().name.clone();
    rt.lookup_attr(&getter, &name)
}
