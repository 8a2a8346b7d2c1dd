//! `staticmethod` and `classmethod`.

use objmodel::objects::descriptor::WrappedFunctionObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec};
use objmodel::{Borrowed, CallArgs, Result, Runtime, Type, Value, singletons};

use crate::receiver::wrong_receiver;

fn function(rt: &Runtime, value: Borrowed<'_>) -> Result {
    match value.get::<WrappedFunctionObject>(rt) {
        Some(wrapped) => Ok(wrapped.function.clone()),
        None => Err(wrong_receiver(rt, value, "staticmethod")),
    }
}

fn new<'a>(rt: &mut Runtime, class: &Type, _: CallArgs<'a>) -> Result {
    let wrapped = WrappedFunctionObject { function: singletons::none() };
    rt.alloc(class, wrapped).map(|object| object.into_value())
}

fn init<'a>(rt: &mut Runtime, this: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    let name = match rt.is_instance_of(this, &rt.types().static_method) {
        true => "staticmethod",
        false => "classmethod",
    };
    if args.has_keywords() {
        return Err(rt.type_error(format!("{name}() takes no keyword arguments")));
    }
    let [function] = args.positionals() else {
        return Err(rt.type_error(format!("{name} expected 1 argument, got {}", args.len())));
    };
    let function = function.to_value();
    let Some(wrapped) = this.get_mut::<WrappedFunctionObject>(rt) else { return Ok(()) };
    let old = std::mem::replace(&mut wrapped.function, function.clone());
    drop(old);
    copy_names(rt, this, &function)
}

/// Takes over the function's names and docs, as `functools.wraps` would.
fn copy_names(rt: &mut Runtime, this: Borrowed<'_>, function: &Value) -> Result<()> {
    for name in ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"] {
        let name = rt.intern(name)?;
        if let Some(value) = rt.lookup_attr(function, &name)? {
            rt.set_instance_attribute(this, &name, value)?;
        }
    }
    Ok(())
}

fn static_get(
    rt: &mut Runtime,
    this: Borrowed<'_>,
    _: Option<Borrowed<'_>>,
    _: Option<Borrowed<'_>>,
) -> Result {
    function(rt, this)
}

fn static_call<'a>(rt: &mut Runtime, this: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let function = function(rt, this)?;
    rt.call_with(function.as_ref(), args)
}

fn class_get(
    rt: &mut Runtime,
    this: Borrowed<'_>,
    instance: Option<Borrowed<'_>>,
    owner: Option<Borrowed<'_>>,
) -> Result {
    let function = function(rt, this)?;
    let class = match (owner.filter(|owner| !singletons::is_none(owner)), instance) {
        (Some(owner), _) => owner.to_value(),
        (None, Some(instance)) => rt.type_of(instance).to_gc().into_value(),
        (None, None) => return Err(rt.type_error("__get__(None, None) is invalid")),
    };
    rt.method(function, class)
}

fn repr(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    let function = function(rt, this)?;
    let shown = rt.repr(&function)?;
    let text = format!("<{}({})>", rt.type_name(this), shown.read(rt).as_str());
    rt.str(&text).map(|text| text.into_value())
}

fn get_function(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    function(rt, this)
}

fn is_abstract(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    let function = function(rt, this)?;
    super::is_abstract(rt, &[function])
}

const ATTRIBUTES: &[GetSetSpec] = &[
    GetSetSpec::read_only("__isabstractmethod__", is_abstract),
    GetSetSpec::member("__func__", get_function),
    GetSetSpec::member("__wrapped__", get_function),
    GetSetSpec::DICT,
];

/// The table of `staticmethod`.
pub(crate) const STATIC_METHOD: ClassSpec = ClassSpec {
    name: "staticmethod",
    doc: Some("Convert a function to be a static method."),
    text_signature: Some("(function, /)"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpCall, SlotFn::Call(static_call)),
        (SlotId::TpDescrGet, SlotFn::DescrGet(static_get)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
    ],
    getset: ATTRIBUTES,
    ..ClassSpec::DEFAULT
};

/// The table of `classmethod`.
pub(crate) const CLASS_METHOD: ClassSpec = ClassSpec {
    name: "classmethod",
    doc: Some("Convert a function to be a class method."),
    text_signature: Some("(function, /)"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpDescrGet, SlotFn::DescrGet(class_get)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
    ],
    getset: ATTRIBUTES,
    ..ClassSpec::DEFAULT
};
