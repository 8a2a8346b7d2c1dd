//! Attribute access on classes (data model, "Invoking descriptors", class binding).

use objmodel::objects::str::StrObject;
use objmodel::slots::SlotId;
use objmodel::{Borrowed, Result, Runtime, Value};

/// A data descriptor of the metaclass, else what the class or its bases define, else what else the
/// metaclass defines.
pub(super) fn get(
    rt: &mut Runtime,
    class: Borrowed<'_>,
    name: Borrowed<'_>,
) -> Result<Option<Value>> {
    let (Some(own), Some(name)) = (rt.as_type(class), name.typed::<StrObject>()) else {
        return Ok(None);
    };
    let metaclass = rt.type_of(class).to_gc();
    let meta = rt.lookup(&metaclass, &name);
    if let Some(descriptor) = &meta
        && rt.has_slot(descriptor.as_ref(), SlotId::TpDescrGet)
        && rt.has_slot(descriptor.as_ref(), SlotId::TpDescrSet)
    {
        return rt.bind_descriptor(descriptor, Some(class), &metaclass).map(Some);
    }
    if let Some(found) = rt.lookup(&own, &name) {
        return rt.bind_descriptor(&found, None, &own).map(Some);
    }
    match meta {
        Some(descriptor) => rt.bind_descriptor(&descriptor, Some(class), &metaclass).map(Some),
        None => Ok(None),
    }
}

/// A data descriptor of the metaclass, else the class's own namespace.
pub(super) fn set(
    rt: &mut Runtime,
    class: Borrowed<'_>,
    name: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let Some(own) = rt.as_type(class) else {
        return Err(rt.type_error("a class is required"));
    };
    if !own.read(rt).is_heap_type() {
        // Whatever the name is.
        let shown = rt.repr(name)?;
        return Err(rt.type_error(format!(
            "cannot set {} attribute of immutable type '{}'",
            shown.read(rt).as_str(),
            own.read(rt).full_name()
        )));
    }
    let Some(name) = name.typed::<StrObject>() else {
        return Err(rt.type_error("attribute name must be string"));
    };
    let metaclass = rt.type_of(class).to_gc();
    if let Some(descriptor) = rt.lookup(&metaclass, &name)
        && rt.has_slot(descriptor.as_ref(), SlotId::TpDescrSet)
    {
        return rt.set_by_descriptor(&descriptor, class, value);
    }
    let name = rt.intern_str(&name);
    match value {
        Some(value) => rt.set_class_attribute(&own, &name, value.to_value()),
        None if rt.delete_class_attribute(&own, &name)? => Ok(()),
        None => Err(rt.no_attribute(class, name.as_ref())),
    }
}
