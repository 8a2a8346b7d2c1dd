//! `typing.NoDefault`, the only object of its class: what stands for the default that a type parameter
//! does not have.

use objmodel::gc::Trace;
use objmodel::objects::dict::Dict;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value};

use crate::module::constant;

/// The payload of `NoDefaultType`, which has nothing to keep.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct NoDefault;

impl Payload for NoDefault {}

/// The object of a runtime.
struct Only(Value);

fn only(rt: &mut Runtime, class: &Type) -> Result {
    if let Some(only) = rt.data::<Only>() {
        return Ok(only.0.clone());
    }
    let made = rt.alloc(class, NoDefault).map(Gc::into_value)?;
    rt.set_data(Only(made.clone()));
    Ok(made)
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    if !args.is_empty() {
        return Err(rt.type_error("NoDefaultType takes no arguments"));
    }
    only(rt, class)
}

fn repr(rt: &mut Runtime, _: Borrowed<'_>) -> Result {
    rt.intern("typing.NoDefault").map(Gc::into_value)
}

fn reduce(rt: &mut Runtime, _: Args<'_>) -> Result {
    rt.intern("NoDefault").map(Gc::into_value)
}

const SPEC: ClassSpec = ClassSpec {
    name: "NoDefaultType",
    doc: Some("The type of the NoDefault singleton."),
    subclassable: false,
    slots: &[(SlotId::TpNew, SlotFn::New(new)), (SlotId::TpRepr, SlotFn::Unary(repr))],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce)],
    ..ClassSpec::DEFAULT
};

/// Adds it to the namespace of its module.
pub(super) fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    let class = match rt.type_for::<NoDefault>() {
        Some(class) => class.clone(),
        None => rt.register_type::<NoDefault>(&SPEC)?,
    };
    let made = only(rt, &class)?;
    constant(rt, namespace, "NoDefault", made)
}
