//! What all descriptors of native types and `__slots__` tell of themselves: name, owner, docs.

use objmodel::objects::descriptor::{
    GetSetObject, MemberField, MemberObject, MethodDescriptorObject, MethodWrapperObject,
    WrapperObject,
};
use objmodel::objects::str::Str;
use objmodel::types::spec::{GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, Payload, Result, Runtime, Type, Value, singletons};

use crate::receiver::receiver;

/// A descriptor that a class keeps under its name.
pub(super) trait Described: Payload {
    /// The class of such descriptors.
    const CLASS: &'static str;

    /// `__objclass__`.
    fn owner(&self) -> &Type;

    /// `__name__`.
    fn name(&self, rt: &mut Runtime) -> Result<Str>;

    /// `__doc__`, if there is one.
    fn doc(&self) -> &str;
}

impl Described for WrapperObject {
    const CLASS: &'static str = "wrapper_descriptor";

    fn owner(&self) -> &Type {
        &self.owner
    }

    fn name(&self, _: &mut Runtime) -> Result<Str> {
        Ok(self.name.clone())
    }

    fn doc(&self) -> &str {
        self.slot.named(self.special).map_or("", |named| named.doc)
    }
}

impl Described for MethodWrapperObject {
    const CLASS: &'static str = "method-wrapper";

    fn owner(&self) -> &Type {
        self.wrapper.frozen().owner()
    }

    fn name(&self, rt: &mut Runtime) -> Result<Str> {
        self.wrapper.frozen().name(rt)
    }

    fn doc(&self) -> &str {
        self.wrapper.frozen().doc()
    }
}

impl Described for MethodDescriptorObject {
    const CLASS: &'static str = "method_descriptor";

    fn owner(&self) -> &Type {
        &self.owner
    }

    fn name(&self, rt: &mut Runtime) -> Result<Str> {
        rt.intern(self.def.name())
    }

    fn doc(&self) -> &str {
        self.def.doc()
    }
}

impl Described for GetSetObject {
    const CLASS: &'static str = "getset_descriptor";

    fn owner(&self) -> &Type {
        &self.owner
    }

    fn name(&self, _: &mut Runtime) -> Result<Str> {
        Ok(self.name.clone())
    }

    fn doc(&self) -> &str {
        GetSetObject::doc(self)
    }
}

impl Described for MemberObject {
    const CLASS: &'static str = "member_descriptor";

    fn owner(&self) -> &Type {
        &self.owner
    }

    fn name(&self, _: &mut Runtime) -> Result<Str> {
        Ok(self.name.clone())
    }

    fn doc(&self) -> &str {
        match &self.field {
            MemberField::Native(spec) => spec.doc,
            MemberField::Instance(_) => "",
        }
    }
}

fn name<T: Described>(rt: &mut Runtime, descriptor: Borrowed<'_>) -> Result {
    let this = receiver::<T>(rt, descriptor, T::CLASS)?;
    this.frozen().name(rt).map(|name| name.into_value())
}

fn owner<T: Described>(rt: &mut Runtime, descriptor: Borrowed<'_>) -> Result {
    let this = receiver::<T>(rt, descriptor, T::CLASS)?;
    Ok(Value::clone(this.frozen().owner()))
}

/// `Owner.name`, with the owner's qualified name.
fn qualname<T: Described>(rt: &mut Runtime, descriptor: Borrowed<'_>) -> Result {
    let this = receiver::<T>(rt, descriptor, T::CLASS)?;
    let name = this.frozen().name(rt)?;
    let owner = this.frozen().owner().read(rt).qualname();
    let text = format!("{owner}.{}", name.read(rt).as_str());
    rt.str(&text).map(|text| text.into_value())
}

/// Found again as an attribute of its class.
fn reduce<'a, T: Described>(rt: &mut Runtime, args: Args<'a>) -> Result {
    let this = receiver::<T>(rt, args.at(0), T::CLASS)?;
    let (owner, name) = (Value::clone(this.frozen().owner()), this.frozen().name(rt)?);
    crate::reduce::attribute_of(rt, owner, name.into_value())
}

fn doc<T: Described>(rt: &mut Runtime, descriptor: Borrowed<'_>) -> Result {
    let this = receiver::<T>(rt, descriptor, T::CLASS)?;
    match this.frozen().doc() {
        "" => Ok(singletons::none()),
        doc => rt.str(doc).map(|doc| doc.into_value()),
    }
}

/// The attributes of every kind of descriptor; a table of its own adds the rest.
pub(super) struct Attributes<T>(std::marker::PhantomData<T>);

impl<T: Described> Attributes<T> {
    pub(super) const NAME: GetSetSpec = GetSetSpec::member("__name__", name::<T>);
    pub(super) const OBJCLASS: GetSetSpec = GetSetSpec::member("__objclass__", owner::<T>);
    pub(super) const QUALNAME: GetSetSpec = GetSetSpec::read_only("__qualname__", qualname::<T>);
    pub(super) const DOC: GetSetSpec = GetSetSpec::read_only("__doc__", doc::<T>);
    pub(super) const REDUCE: &'static [MethodSpec] =
        &[MethodSpec::method("__reduce__", "($self, /)", reduce::<T>)];
    pub(super) const ALL: &'static [GetSetSpec] =
        &[Self::NAME, Self::OBJCLASS, Self::QUALNAME, Self::DOC];
}
