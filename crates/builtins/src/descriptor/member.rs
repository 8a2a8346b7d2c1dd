//! `member_descriptor`: a field of a native type, or one that `__slots__` made (data model,
//! `__slots__`).

use objmodel::objects::descriptor::{MemberField, MemberObject};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec};
use objmodel::{Borrowed, Gc, Result, Runtime, singletons};

use super::described::Attributes;
use crate::receiver::receiver;

fn this(rt: &Runtime, value: Borrowed<'_>) -> Result<Gc<MemberObject>> {
    receiver(rt, value, "member_descriptor")
}

fn get(
    rt: &mut Runtime,
    descriptor: Borrowed<'_>,
    instance: Option<Borrowed<'_>>,
    _: Option<Borrowed<'_>>,
) -> Result {
    let this = this(rt, descriptor)?;
    let Some(instance) = instance.filter(|instance| !singletons::is_none(instance)) else {
        return Ok(descriptor.to_value());
    };
    let this = this.frozen();
    super::check_instance(rt, &this.owner, &this.name, instance)?;
    let index = match this.field {
        MemberField::Instance(index) => index,
        MemberField::Native(spec) => return (spec.get)(rt, instance),
    };
    match instance.fields(rt).get(index).cloned().flatten() {
        Some(value) => Ok(value),
        None => {
            let class = rt.type_of(instance).to_gc();
            let class = rt.full_qualified_name(&class);
            let message =
                format!("'{class}' object has no attribute '{}'", this.name.read(rt).as_str());
            Err(rt.attribute_error(message))
        }
    }
}

fn set(
    rt: &mut Runtime,
    descriptor: Borrowed<'_>,
    instance: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let this = this(rt, descriptor)?;
    let this = this.frozen();
    super::check_instance(rt, &this.owner, &this.name, instance)?;
    let index = match this.field {
        MemberField::Instance(index) => index,
        MemberField::Native(GetSetSpec { set: Some(set), .. }) => return set(rt, instance, value),
        MemberField::Native(_) => return Err(rt.attribute_error("readonly attribute")),
    };
    let absent = instance.fields(rt).get(index).is_none_or(Option::is_none);
    if value.is_none() && absent {
        return Err(rt.attribute_error(this.name.read(rt).as_str()));
    }
    rt.put_field(instance, index, value.map(Borrowed::to_value));
    Ok(())
}

fn repr(rt: &mut Runtime, descriptor: Borrowed<'_>) -> Result {
    let this = this(rt, descriptor)?;
    let this = this.frozen();
    super::describe(rt, "member", &this.name.read(rt).as_str(), &this.owner)
}

/// The table of `member_descriptor`.
pub(crate) const MEMBER: ClassSpec = ClassSpec {
    name: "member_descriptor",
    subclassable: false,
    slots: &[
        (SlotId::TpDescrGet, SlotFn::DescrGet(get)),
        (SlotId::TpDescrSet, SlotFn::DescrSet(set)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
    ],
    methods: Attributes::<MemberObject>::REDUCE,
    getset: Attributes::<MemberObject>::ALL,
    ..ClassSpec::DEFAULT
}
.checked();
