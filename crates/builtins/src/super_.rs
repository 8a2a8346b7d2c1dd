//! `super`: attributes of the classes after one in an object's order (data model, "Invoking
//! Descriptors", Super Binding).

use objmodel::objects::descriptor::SuperObject;
use objmodel::objects::str::Str;
use objmodel::{Borrowed, Bound, CallArgs, Gc, Result, Runtime, Type, Value, singletons};
use objmodel::{pyclass, pymethods};

/// super() -> same as super(__class__, <first argument>)
/// super(type) -> unbound super object
/// super(type, obj) -> bound super object; requires isinstance(obj, type)
/// super(type, type2) -> bound super object; requires issubclass(type2, type)
#[pyclass(name = "super", module = "builtins", subclass, payload = SuperObject)]
pub(crate) struct Super;

#[pymethods]
impl Super {
    #[new]
    fn make(_args: CallArgs<'_>) -> SuperObject {
        SuperObject { this_class: None, instance: None, self_class: None }
    }

    // `super(class, object)` or `super(class)`; the form without arguments is the evaluator's.
    fn __init__(slf: &Bound<'_, SuperObject>, rt: &mut Runtime, args: CallArgs<'_>) -> Result<()> {
        if args.has_keywords() {
            return Err(rt.type_error("super() takes no keyword arguments"));
        }
        let (class, object) = match args.positionals() {
            [] => return Err(rt.runtime_error("super(): no arguments")),
            [class] => (*class, None),
            [class, object] => {
                (*class, Some(*object).filter(|object| !singletons::is_none(object)))
            }
            more if rt.type_of(slf.untyped()).is(&rt.types().super_) => {
                let given = more.len();
                return Err(
                    rt.type_error(format!("super() expected at most 2 arguments, got {given}"))
                );
            }
            more => {
                let given = more.len();
                return Err(
                    rt.type_error(format!("super() takes at most 2 arguments ({given} given)"))
                );
            }
        };
        let Some(class) = rt.as_type(class).map(|class| class.to_gc()) else {
            let of = rt.type_name(class);
            return Err(rt.type_error(format!("super() argument 1 must be a type, not {of}")));
        };
        let self_class = match object {
            Some(object) => Some(bound_class(rt, &class, object)?),
            None => None,
        };
        let instance = object.map(Borrowed::to_value);
        let bound = SuperObject { this_class: Some(class), instance, self_class };
        let old = std::mem::replace(slf.write(rt), bound);
        drop(old);
        Ok(())
    }

    fn __repr__(slf: &SuperObject, rt: &Runtime) -> String {
        let name = match &slf.this_class {
            Some(class) => class.read(rt).full_name(),
            None => "NULL",
        };
        match &slf.self_class {
            Some(class) => {
                let object = class.read(rt).full_name();
                format!("<super: <class '{name}'>, <{object} object>>")
            }
            None => format!("<super: <class '{name}'>, NULL>"),
        }
    }

    #[pyo3(slot = TpGetattro)]
    fn get_attribute(
        slf: &Bound<'_, SuperObject>,
        rt: &mut Runtime,
        name: Borrowed<'_>,
    ) -> Result<Option<Value>> {
        let Ok(name) = name.to_value().downcast() else {
            return Err(rt.type_error("attribute name must be string"));
        };
        let name: Str = name;
        let own = slf.read(rt);
        let parts = (own.this_class.clone(), own.instance.clone(), own.self_class.clone());
        let (Some(this), Some(instance), Some(class)) = parts else {
            return rt.generic_getattr(slf.untyped(), &name);
        };
        if name.is(&rt.names().class) || rt.text_of(name.as_ref()) == "__class__" {
            return rt.generic_getattr(slf.untyped(), &name);
        }
        let place = class.read(rt).mro().iter().position(|ancestor| ancestor.is(&this));
        let mut next = place.map_or(usize::MAX, |at| at + 1);
        while let Some(ancestor) = class.read(rt).mro().get(next).cloned() {
            next += 1;
            let dict = rt.namespace(&ancestor);
            let Some(found) = rt.dict_get_name(&dict, &name) else { continue };
            // Through a class itself there is no instance to bind to.
            let instance = (!instance.is(&class)).then(|| instance.as_ref());
            return rt.bind_descriptor(&found, instance, &class).map(Some);
        }
        rt.generic_getattr(slf.untyped(), &name)
    }

    // As a class attribute it binds to the instance that it is read through.
    fn __get__(
        slf: &Bound<'_, SuperObject>,
        rt: &mut Runtime,
        instance: Option<Borrowed<'_>>,
        _owner: Option<Borrowed<'_>>,
    ) -> Result {
        let SuperObject { this_class: Some(this), instance: None, .. } = slf.read(rt) else {
            return Ok(slf.untyped().to_value());
        };
        let Some(instance) = instance else { return Ok(slf.untyped().to_value()) };
        let this = this.clone();
        let class = rt.type_of(slf.untyped()).to_gc();
        if !class.is(&rt.types().super_) {
            return rt.call(&class, [this.as_ref(), instance]);
        }
        let self_class = Some(bound_class(rt, &this, instance)?);
        let payload =
            SuperObject { this_class: Some(this), instance: Some(instance.to_value()), self_class };
        rt.alloc(&class, payload).map(Gc::into_value)
    }

    /// the class invoking super()
    #[getter("__thisclass__")]
    #[pyo3(member)]
    fn this_class(slf: &SuperObject) -> Option<Type> {
        slf.this_class.clone()
    }

    /// the instance invoking super(); may be None
    #[getter("__self__")]
    #[pyo3(member)]
    fn instance(slf: &SuperObject) -> Option<Value> {
        slf.instance.clone()
    }

    /// the type of the instance invoking super(); may be None
    #[getter("__self_class__")]
    #[pyo3(member)]
    fn self_class(slf: &SuperObject) -> Option<Type> {
        slf.self_class.clone()
    }
}

/// The class in whose order is searched: the object itself if it is a subclass, else its class.
fn bound_class(rt: &mut Runtime, class: &Type, object: Borrowed<'_>) -> Result<Type> {
    if let Some(own) = rt.as_type(object).map(|own| own.to_gc())
        && rt.is_subtype(&own, class)
    {
        return Ok(own);
    }
    let of = rt.type_of(object).to_gc();
    if rt.is_subtype(&of, class) {
        return Ok(of);
    }
    let name = rt.names().class.clone();
    if let Some(claimed) = rt.lookup_attr(object, &name)?
        && let Some(claimed) = rt.as_type(claimed.as_ref()).map(|claimed| claimed.to_gc())
        && !claimed.is(&of)
        && rt.is_subtype(&claimed, class)
    {
        return Ok(claimed);
    }
    let what = match rt.as_type(object) {
        Some(own) => format!("type {}", own.read(rt).full_name()),
        None => format!("instance of {}", rt.type_name(object)),
    };
    let name = class.read(rt).full_name().to_owned();
    Err(rt.type_error(format!(
        "super(type, obj): obj ({what}) is not an instance or subtype of type ({name})."
    )))
}
