//! What a class is called: `__name__`, `__qualname__`, `__module__`, `__doc__`, its repr.

use objmodel::objects::str::{Str, StrObject};
use objmodel::{Borrowed, Result, Runtime, Type, Value, singletons};

/// The class that a getter was called on; descriptors have checked it.
fn this(rt: &Runtime, class: Borrowed<'_>) -> Result<Type> {
    crate::receiver::class_receiver(rt, class)
}

/// `<class 'module.Name'>`.
pub(super) fn repr(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let module = module(rt, class)?;
    let class = this(rt, class)?;
    let qualname = class.read(rt).qualname().to_owned();
    let text = match module.get::<StrObject>(rt).map(|module| module.as_str().into_owned()) {
        Some(module) if module != "builtins" => format!("<class '{module}.{qualname}'>"),
        _ => format!("<class '{}'>", class.read(rt).name()),
    };
    rt.str(&text).map(|text| text.into_value())
}

pub(super) fn name(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    if let Some(name) = class.read(rt).given_name() {
        return Ok(name.clone());
    }
    let name = class.read(rt).name().to_owned();
    rt.intern(&name).map(|name| name.into_value())
}

pub(super) fn qualname(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    if let Some(name) = class.read(rt).given_qualname() {
        return Ok(name.clone());
    }
    let name = class.read(rt).qualname().to_owned();
    rt.intern(&name).map(|name| name.into_value())
}

/// What a setter of a name was given: a string, for a class that can be changed.
fn new_name(
    rt: &mut Runtime,
    class: &Type,
    attribute: &str,
    value: Option<Borrowed<'_>>,
) -> Result<Str> {
    check_mutable(rt, class, attribute)?;
    let value = present(rt, class, attribute, value)?;
    let name = class.read(rt).name();
    match value.typed::<StrObject>() {
        Some(text) => Ok(text.to_gc()),
        None => Err(rt.type_error(format!(
            "can only assign string to {name}.{attribute}, not '{}'",
            rt.type_name(value)
        ))),
    }
}

/// Native classes cannot be changed.
pub(super) fn check_mutable(rt: &Runtime, class: &Type, attribute: &str) -> Result<()> {
    if class.read(rt).is_heap_type() {
        return Ok(());
    }
    Err(rt.type_error(format!(
        "cannot set '{attribute}' attribute of immutable type '{}'",
        class.read(rt).full_name()
    )))
}

/// What is assigned to an attribute that each class has, and that no class can lose.
pub(super) fn present<'a>(
    rt: &Runtime,
    class: &Type,
    attribute: &str,
    value: Option<Borrowed<'a>>,
) -> Result<Borrowed<'a>> {
    match value {
        Some(value) => Ok(value),
        // CPython calls every class immutable here.
        None => Err(rt.type_error(format!(
            "cannot delete '{attribute}' attribute of immutable type '{}'",
            class.read(rt).name()
        ))),
    }
}

pub(super) fn set_name(
    rt: &mut Runtime,
    class: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let class = this(rt, class)?;
    let name = new_name(rt, &class, "__name__", value)?;
    let text = rt.class_name(&name)?;
    rt.set_name(&class, &name, &text);
    Ok(())
}

pub(super) fn set_qualname(
    rt: &mut Runtime,
    class: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let class = this(rt, class)?;
    let name = new_name(rt, &class, "__qualname__", value)?;
    rt.set_qualname(&class, &name);
    Ok(())
}

/// An entry of the class's own namespace.
fn own(rt: &mut Runtime, class: &Type, name: &str) -> Result<Option<Value>> {
    let name = rt.intern(name)?;
    let dict = rt.namespace(class);
    Ok(rt.dict_get_name(&dict, &name))
}

pub(super) fn module(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    let native = !class.read(rt).is_heap_type() && !class.read(rt).is_extension_type();
    let module = match native {
        true => class.read(rt).full_name().rsplit_once('.').map(|(module, _)| module.to_owned()),
        false => match own(rt, &class, "__module__")? {
            Some(module) => return Ok(module),
            None => None,
        },
    };
    rt.intern(module.as_deref().unwrap_or("builtins")).map(|name| name.into_value())
}

pub(super) fn set_module(
    rt: &mut Runtime,
    class: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    set_entry(rt, class, "__module__", value)?;
    // The line that was noted is one of the old module's file.
    let class = this(rt, class)?;
    let line = rt.intern("__firstlineno__")?;
    rt.delete_class_attribute(&class, &line).map(drop)
}

/// `__doc__` of a class is what its own namespace says; a descriptor there is asked.
pub(super) fn doc(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    if let Some(doc) = class.read(rt).doc() {
        return rt.str(doc).map(|doc| doc.into_value());
    }
    match own(rt, &class, "__doc__")? {
        Some(doc) => rt.bind_descriptor(&doc, None, &class),
        None => Ok(singletons::none()),
    }
}

pub(super) fn set_doc(
    rt: &mut Runtime,
    class: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    set_entry(rt, class, "__doc__", value)
}

fn set_entry(
    rt: &mut Runtime,
    class: Borrowed<'_>,
    attribute: &str,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let class = this(rt, class)?;
    check_mutable(rt, &class, attribute)?;
    let value = present(rt, &class, attribute, value)?;
    let name = rt.intern(attribute)?;
    rt.set_class_attribute(&class, &name, value.to_value())
}

pub(super) fn text_signature(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let class = this(rt, class)?;
    match class.read(rt).text_signature() {
        Some(text) => rt.str(text).map(|text| text.into_value()),
        None => Ok(singletons::none()),
    }
}

/// The annotations of the class body; an empty dict is made for a class that had none.
pub(super) fn annotations(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let this = this(rt, class)?;
    let name = rt.names().annotations.clone();
    if !this.read(rt).is_heap_type() {
        return Err(rt.no_attribute(class, name.as_ref()));
    }
    if let Some(annotations) = own(rt, &this, "__annotations__")? {
        return rt.bind_descriptor(&annotations, None, &this);
    }
    let annotations = rt.dict()?.into_value();
    rt.set_class_attribute(&this, &name, annotations.clone())?;
    Ok(annotations)
}

pub(super) fn set_annotations(
    rt: &mut Runtime,
    class: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let this = this(rt, class)?;
    check_mutable(rt, &this, "__annotations__")?;
    let name = rt.names().annotations.clone();
    match value {
        Some(value) => rt.set_class_attribute(&this, &name, value.to_value()),
        None if rt.delete_class_attribute(&this, &name)? => Ok(()),
        None => Err(rt.attribute_error("__annotations__")),
    }
}

/// The names that instances would lack, as `abc` computes them.
pub(super) fn abstract_methods(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let this = this(rt, class)?;
    let name = rt.names().abstractmethods.clone();
    match own(rt, &this, "__abstractmethods__")? {
        // `type` itself has the attribute's descriptor there.
        Some(names) if !this.is(&rt.types().r#type) => Ok(names),
        _ => Err(rt.attribute_error_for("__abstractmethods__", class, name.as_ref())),
    }
}

pub(super) fn set_abstract_methods(
    rt: &mut Runtime,
    class: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let this = this(rt, class)?;
    let name = rt.names().abstractmethods.clone();
    match value {
        Some(value) => {
            let any = rt.is_true(value)?;
            rt.set_class_attribute(&this, &name, value.to_value())?;
            rt.set_abstract_methods(&this, any.then(|| value.to_value()));
            Ok(())
        }
        None if rt.delete_class_attribute(&this, &name)? => {
            rt.set_abstract_methods(&this, None);
            Ok(())
        }
        None => Err(rt.attribute_error("__abstractmethods__")),
    }
}

/// The type parameters of a generic class; none without the syntax for them.
pub(super) fn type_params(rt: &mut Runtime, class: Borrowed<'_>) -> Result {
    let this = this(rt, class)?;
    match own(rt, &this, "__type_params__")? {
        Some(params) if !this.is(&rt.types().r#type) => Ok(params),
        _ => rt.tuple([].into_iter()).map(|tuple| tuple.into_value()),
    }
}

pub(super) fn set_type_params(
    rt: &mut Runtime,
    class: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    set_entry(rt, class, "__type_params__", value)
}
