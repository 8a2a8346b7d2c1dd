//! `getset_descriptor`: a computed attribute of a native type.

use objmodel::objects::descriptor::GetSetObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::ClassSpec;
use objmodel::{Borrowed, Gc, Result, Runtime};

use super::described::Attributes;
use crate::receiver::receiver;

fn this(rt: &Runtime, value: Borrowed<'_>) -> Result<Gc<GetSetObject>> {
    receiver(rt, value, "getset_descriptor")
}

fn get(
    rt: &mut Runtime,
    descriptor: Borrowed<'_>,
    instance: Option<Borrowed<'_>>,
    _: Option<Borrowed<'_>>,
) -> Result {
    let this = this(rt, descriptor)?;
    let Some(instance) = instance else { return Ok(descriptor.to_value()) };
    let this = this.frozen();
    super::check_instance(rt, &this.owner, &this.name, instance)?;
    this.read_attribute(rt, instance)
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
    this.write_attribute(rt, instance, value)
}

fn repr(rt: &mut Runtime, descriptor: Borrowed<'_>) -> Result {
    let this = this(rt, descriptor)?;
    let this = this.frozen();
    super::describe(rt, "attribute", &this.name.read(rt).as_str(), &this.owner)
}

/// The table of `getset_descriptor`.
pub(crate) const GETSET: ClassSpec = ClassSpec {
    name: "getset_descriptor",
    subclassable: false,
    slots: &[
        (SlotId::TpDescrGet, SlotFn::DescrGet(get)),
        (SlotId::TpDescrSet, SlotFn::DescrSet(set)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
    ],
    getset: Attributes::<GetSetObject>::ALL,
    ..ClassSpec::DEFAULT
}
.checked();
