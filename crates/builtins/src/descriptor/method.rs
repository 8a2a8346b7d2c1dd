//! `method_descriptor` and `classmethod_descriptor`: native methods in their class's namespace.

use objmodel::objects::descriptor::MethodDescriptorObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec};
use objmodel::{Borrowed, CallArgs, Gc, Result, Runtime, singletons};

use super::described::Attributes;
use crate::receiver::receiver;

fn this(rt: &Runtime, value: Borrowed<'_>) -> Result<Gc<MethodDescriptorObject>> {
    receiver(rt, value, "method_descriptor")
}

fn check(rt: &Runtime, this: &MethodDescriptorObject, instance: Borrowed<'_>) -> Result<()> {
    if rt.is_instance_of(instance, &this.owner) {
        return Ok(());
    }
    Err(rt.type_error(format!(
        "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
        this.def.name(),
        this.owner.read(rt).full_name(),
        rt.type_name(instance)
    )))
}

fn get(
    rt: &mut Runtime,
    descriptor: Borrowed<'_>,
    instance: Option<Borrowed<'_>>,
    owner: Option<Borrowed<'_>>,
) -> Result {
    let this = this(rt, descriptor)?;
    let this = this.frozen();
    // `None` as the instance means the class, unless the class is that of `None`.
    let of_none = owner.is_some_and(|owner| owner.is(&rt.types().none));
    match instance.filter(|instance| !singletons::is_none(instance) || of_none) {
        None => Ok(descriptor.to_value()),
        Some(instance) => {
            check(rt, this, instance)?;
            rt.bind_native(&this.def, instance, &this.owner)
        }
    }
}

fn call<'a>(rt: &mut Runtime, descriptor: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let this = this(rt, descriptor)?;
    let this = this.frozen();
    let Some(receiver) = args.positionals().first() else {
        return Err(rt.type_error(format!(
            "unbound method {}.{}() needs an argument",
            this.owner.read(rt).name(),
            this.def.name()
        )));
    };
    check(rt, this, *receiver)?;
    rt.call_native_method(&this.def, &this.owner, args)
}

/// Bound to the owner, or to the class of the instance.
fn class_get(
    rt: &mut Runtime,
    descriptor: Borrowed<'_>,
    instance: Option<Borrowed<'_>>,
    owner: Option<Borrowed<'_>>,
) -> Result {
    let this = this(rt, descriptor)?;
    let this = this.frozen();
    let class = match (owner.filter(|owner| !singletons::is_none(owner)), instance) {
        (Some(owner), _) => owner.to_value(),
        (None, Some(instance)) => rt.type_of(instance).to_gc().into_value(),
        (None, None) => return Err(rt.type_error("__get__(None, None) is invalid")),
    };
    check_class(rt, this, class.as_ref())?;
    rt.bind_native(&this.def, class.as_ref(), &this.owner)
}

fn check_class(rt: &Runtime, this: &MethodDescriptorObject, class: Borrowed<'_>) -> Result<()> {
    let (name, owner) = (this.def.name(), this.owner.read(rt).full_name());
    match rt.as_type(class) {
        Some(class) if rt.is_subtype(&class, &this.owner) => Ok(()),
        Some(class) => Err(rt.type_error(format!(
            "descriptor '{name}' requires a subtype of '{owner}' but received '{}'",
            class.read(rt).full_name()
        ))),
        None => Err(rt.type_error(format!(
            "descriptor '{name}' for type '{owner}' needs a type, not a '{}' as arg 2",
            rt.type_name(class)
        ))),
    }
}

fn class_call<'a>(rt: &mut Runtime, descriptor: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let this = this(rt, descriptor)?;
    let this = this.frozen();
    let Some(class) = args.positionals().first() else {
        return Err(rt.type_error(format!(
            "descriptor '{}' of '{}' object needs an argument",
            this.def.name(),
            this.owner.read(rt).full_name()
        )));
    };
    check_class(rt, this, *class)?;
    rt.call_native_method(&this.def, &this.owner, args)
}

fn repr(rt: &mut Runtime, descriptor: Borrowed<'_>) -> Result {
    let this = this(rt, descriptor)?;
    let this = this.frozen();
    super::describe(rt, "method", this.def.name(), &this.owner)
}

fn text_signature(rt: &mut Runtime, descriptor: Borrowed<'_>) -> Result {
    match this(rt, descriptor)?.frozen().def.text_signature() {
        Some(text) => rt.str(&text).map(|text| text.into_value()),
        None => Ok(singletons::none()),
    }
}

const ATTRIBUTES: &[GetSetSpec] = &[
    Attributes::<MethodDescriptorObject>::NAME,
    Attributes::<MethodDescriptorObject>::OBJCLASS,
    Attributes::<MethodDescriptorObject>::QUALNAME,
    Attributes::<MethodDescriptorObject>::DOC,
    GetSetSpec::read_only("__text_signature__", text_signature),
];

/// The table of `method_descriptor`.
pub(crate) const METHOD: ClassSpec = ClassSpec {
    name: "method_descriptor",
    subclassable: false,
    slots: &[
        (SlotId::TpCall, SlotFn::Call(call)),
        (SlotId::TpDescrGet, SlotFn::DescrGet(get)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
    ],
    methods: Attributes::<MethodDescriptorObject>::REDUCE,
    getset: ATTRIBUTES,
    ..ClassSpec::DEFAULT
}
.checked();

/// The table of `classmethod_descriptor`.
pub(crate) const CLASS_METHOD: ClassSpec = ClassSpec {
    name: "classmethod_descriptor",
    subclassable: false,
    slots: &[
        (SlotId::TpCall, SlotFn::Call(class_call)),
        (SlotId::TpDescrGet, SlotFn::DescrGet(class_get)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
    ],
    getset: ATTRIBUTES,
    ..ClassSpec::DEFAULT
}
.checked();
