//! `super`: attributes of the classes after one in an object's order (data model, "Invoking
//! Descriptors", Super Binding).

use objmodel::objects::descriptor::SuperObject;
use objmodel::objects::str::Str;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec};
use objmodel::{Borrowed, CallArgs, Gc, Result, Runtime, Type, Value, singletons};

fn new<'a>(rt: &mut Runtime, class: &Type, _: CallArgs<'a>) -> Result {
    let payload = SuperObject { this_class: None, instance: None, self_class: None };
    rt.alloc(class, payload).map(Gc::into_value)
}

/// `super(class, object)` or `super(class)`; the form without arguments is the evaluator's.
fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    if args.has_keywords() {
        return Err(rt.type_error("super() takes no keyword arguments"));
    }
    let (class, object) = match args.positionals() {
        [] => return Err(rt.runtime_error("super(): no arguments")),
        [class] => (*class, None),
        [class, object] => (*class, Some(*object).filter(|object| !singletons::is_none(object))),
        more if rt.type_of(own).is(&rt.types().super_) => {
            return Err(
                rt.type_error(format!("super() expected at most 2 arguments, got {}", more.len()))
            );
        }
        more => {
            return Err(
                rt.type_error(format!("super() takes at most 2 arguments ({} given)", more.len()))
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
    let old = match own.get_mut::<SuperObject>(rt) {
        Some(payload) => std::mem::replace(
            payload,
            SuperObject { this_class: Some(class), instance, self_class },
        ),
        None => return Ok(()),
    };
    drop(old);
    Ok(())
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

fn get_attribute(rt: &mut Runtime, own: Borrowed<'_>, name: Borrowed<'_>) -> Result<Option<Value>> {
    let Ok(name) = name.to_value().downcast() else {
        return Err(rt.type_error("attribute name must be string"));
    };
    let name: Str = name;
    let Some(payload) = own.get::<SuperObject>(rt) else { return Ok(None) };
    let parts = (payload.this_class.clone(), payload.instance.clone(), payload.self_class.clone());
    let (Some(this), Some(instance), Some(class)) = parts else {
        return rt.generic_getattr(own, &name);
    };
    if name.is(&rt.names().class) || rt.text_of(name.as_ref()) == "__class__" {
        return rt.generic_getattr(own, &name);
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
    rt.generic_getattr(own, &name)
}

/// `super` as a class attribute: binds to the instance that it is read through.
fn bind(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    instance: Option<Borrowed<'_>>,
    _: Option<Borrowed<'_>>,
) -> Result {
    let Some(payload) = own.get::<SuperObject>(rt) else { return Ok(own.to_value()) };
    let (this, bound) = (payload.this_class.clone(), payload.instance.is_some());
    let (Some(this), Some(instance)) =
        (this, instance.filter(|instance| !singletons::is_none(instance)))
    else {
        return Ok(own.to_value());
    };
    if bound {
        return Ok(own.to_value());
    }
    let class = rt.type_of(own).to_gc();
    if !class.is(&rt.types().super_) {
        return rt.call(&class, [this.as_ref(), instance]);
    }
    let self_class = Some(bound_class(rt, &this, instance)?);
    let payload =
        SuperObject { this_class: Some(this), instance: Some(instance.to_value()), self_class };
    rt.alloc(&class, payload).map(Gc::into_value)
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let Some(payload) = own.get::<SuperObject>(rt) else { return rt.str("").map(Gc::into_value) };
    let name = match &payload.this_class {
        Some(class) => class.read(rt).full_name().to_owned(),
        None => "NULL".to_owned(),
    };
    let text = match &payload.self_class {
        Some(class) => {
            format!("<super: <class '{name}'>, <{} object>>", class.read(rt).full_name())
        }
        None => format!("<super: <class '{name}'>, NULL>"),
    };
    rt.str(&text).map(Gc::into_value)
}

fn part(rt: &mut Runtime, own: Borrowed<'_>, pick: fn(&SuperObject) -> Option<Value>) -> Result {
    let value = own.get::<SuperObject>(rt).and_then(pick);
    Ok(value.unwrap_or_else(singletons::none))
}

fn this_class(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    part(rt, own, |payload| payload.this_class.clone().map(Gc::into_value))
}

fn instance(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    part(rt, own, |payload| payload.instance.clone())
}

fn self_class(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    part(rt, own, |payload| payload.self_class.clone().map(Gc::into_value))
}

/// The table of `super`.
pub(crate) const SUPER: ClassSpec = ClassSpec {
    name: "super",
    doc: Some(
        "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super \
         object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\n\
         super(type, type2) -> bound super object; requires issubclass(type2, type)",
    ),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpGetattro, SlotFn::GetAttr(get_attribute)),
        (SlotId::TpDescrGet, SlotFn::DescrGet(bind)),
    ],
    getset: &[
        GetSetSpec::member("__thisclass__", this_class).doc("the class invoking super()"),
        GetSetSpec::member("__self__", instance).doc("the instance invoking super(); may be None"),
        GetSetSpec::member("__self_class__", self_class)
            .doc("the type of the instance invoking super(); may be None"),
    ],
    ..ClassSpec::DEFAULT
};
