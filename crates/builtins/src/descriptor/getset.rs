//! `getset_descriptor`: a computed attribute of a native type.

use objmodel::objects::descriptor::GetSetObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{GetSetSpec, TypeSpec};
use objmodel::{Gc, Ref, Result, Runtime, singletons};

fn this(rt: &Runtime, value: Ref<'_>) -> Result<Gc<GetSetObject>> {
    match value.typed::<GetSetObject>() {
        Some(descriptor) => Ok(descriptor.to_gc()),
        None => Err(super::wrong_receiver(rt, "getset_descriptor", value)),
    }
}

fn get(
    rt: &mut Runtime,
    descriptor: Ref<'_>,
    instance: Option<Ref<'_>>,
    _: Option<Ref<'_>>,
) -> Result {
    let this = this(rt, descriptor)?;
    let Some(instance) = instance else { return Ok(descriptor.to_value()) };
    let this = this.frozen();
    super::check_instance(rt, &this.owner, &this.name, instance)?;
    (this.spec.get)(rt, instance)
}

fn set(
    rt: &mut Runtime,
    descriptor: Ref<'_>,
    instance: Ref<'_>,
    value: Option<Ref<'_>>,
) -> Result<()> {
    let this = this(rt, descriptor)?;
    let this = this.frozen();
    super::check_instance(rt, &this.owner, &this.name, instance)?;
    match this.spec.set {
        Some(set) => set(rt, instance, value),
        None => Err(rt.attribute_error(if this.spec.member {
            "readonly attribute".to_owned()
        } else {
            format!(
                "attribute '{}' of '{}' objects is not writable",
                this.name.read(rt).as_str(),
                this.owner.read(rt).full_name()
            )
        })),
    }
}

fn repr(rt: &mut Runtime, descriptor: Ref<'_>) -> Result {
    let this = this(rt, descriptor)?;
    let this = this.frozen();
    let kind = if this.spec.member { "member" } else { "attribute" };
    super::describe(rt, kind, &this.name.read(rt).as_str(), &this.owner)
}

fn name(rt: &mut Runtime, descriptor: Ref<'_>) -> Result {
    Ok(this(rt, descriptor)?.frozen().name.clone().into_value())
}

fn owner(rt: &mut Runtime, descriptor: Ref<'_>) -> Result {
    Ok(super::class_value(&this(rt, descriptor)?.frozen().owner))
}

fn doc(rt: &mut Runtime, descriptor: Ref<'_>) -> Result {
    let doc = this(rt, descriptor)?.frozen().spec.doc;
    if doc.is_empty() { Ok(singletons::none()) } else { Ok(rt.str(doc)?.into_value()) }
}

/// The table of `getset_descriptor`.
pub(crate) const GETSET: TypeSpec = TypeSpec {
    name: "getset_descriptor",
    subclassable: false,
    slots: &[
        (SlotId::TpDescrGet, SlotFn::DescrGet(get)),
        (SlotId::TpDescrSet, SlotFn::DescrSet(set)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
    ],
    getset: &[
        GetSetSpec::member("__name__", name),
        GetSetSpec::member("__objclass__", owner),
        GetSetSpec::read_only("__doc__", doc),
    ],
    ..TypeSpec::DEFAULT
};
