//! Payloads of the descriptors that native types and `__slots__` put into class namespaces, and
//! of `staticmethod`, `classmethod` and `property`.

use std::rc::Rc;

use objmodel_gc::{Borrowed, ClearSink, Gc, Payload, Trace, Value, Visitor};
use objmodel_slots::SlotId;

use super::native::NativeDef;
use super::str::Str;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::types::Type;
use crate::types::slot::SlotFn;
use crate::types::spec::GetSetSpec;

/// The payload of `wrapper_descriptor`: a native slot as a method (`int.__add__`).
#[derive(Trace)]
pub struct WrapperObject {
    /// `__objclass__`.
    pub owner: Type,
    /// `__name__`.
    pub name: Str,
    /// Which slot it calls.
    #[trace(leaf)]
    pub slot: SlotId,
    /// Which of the slot's special names it stands for (`__lt__` of `tp_richcompare`).
    #[trace(leaf)]
    pub special: objmodel_slots::SpecialId,
    /// The code, by its shape.
    #[trace(leaf)]
    pub code: SlotFn,
}

impl Payload for WrapperObject {
    const FROZEN: bool = true;
}

/// The payload of `method-wrapper`: a wrapper bound to an instance.
#[derive(Trace)]
pub struct MethodWrapperObject {
    /// The descriptor.
    pub wrapper: Gc<WrapperObject>,
    /// `__self__`.
    pub instance: Value,
}

impl Payload for MethodWrapperObject {
    const FROZEN: bool = true;
}

/// The payload of `method_descriptor` and `classmethod_descriptor`.
#[derive(Trace)]
pub struct MethodDescriptorObject {
    /// `__objclass__`.
    pub owner: Type,
    /// What it does.
    pub def: Rc<NativeDef>,
}

impl Payload for MethodDescriptorObject {
    const FROZEN: bool = true;
}

/// The payload of `getset_descriptor`.
#[derive(Trace)]
pub struct GetSetObject {
    /// `__objclass__`.
    pub owner: Type,
    /// `__name__`.
    pub name: Str,
    /// The accessors.
    pub accessors: Accessors,
}

/// Reads a computed attribute.
type Getter = Box<dyn Fn(&mut Runtime, Borrowed<'_>) -> Result>;
/// Writes a computed attribute, or deletes it without a value.
type Setter = Box<dyn Fn(&mut Runtime, Borrowed<'_>, Option<Borrowed<'_>>) -> Result<()>>;

/// The closures of a computed attribute.
pub struct Closures {
    pub(crate) get: Option<Getter>,
    pub(crate) set: Option<Setter>,
    pub(crate) delete: Option<Setter>,
}

/// The code of a computed attribute.
pub enum Accessors {
    /// The row of a table.
    Table(&'static GetSetSpec),
    /// Closures of a class that was built at run time. What they capture is no payload's.
    Closures(Rc<Closures>),
}

impl Trace for Accessors {
    fn trace(&self, _: &mut Visitor<'_>) {}

    fn clear(&mut self, _: &mut ClearSink) {}
}

impl GetSetObject {
    /// Reads the attribute of an instance of the owner.
    ///
    /// # Errors
    /// `AttributeError` if it cannot be read; what the code raises.
    pub fn read_attribute(&self, rt: &mut Runtime, instance: Borrowed<'_>) -> Result {
        match &self.accessors {
            Accessors::Table(spec) => (spec.get)(rt, instance),
            Accessors::Closures(closures) => match &closures.get {
                Some(get) => get(rt, instance),
                None => Err(self.refusal(rt, "readable")),
            },
        }
    }

    /// Writes the attribute of an instance of the owner, or deletes it without a value.
    ///
    /// # Errors
    /// `AttributeError` if it cannot be written; what the code raises.
    pub fn write_attribute(
        &self,
        rt: &mut Runtime,
        instance: Borrowed<'_>,
        value: Option<Borrowed<'_>>,
    ) -> Result<()> {
        match &self.accessors {
            Accessors::Table(GetSetSpec { set: Some(set), .. }) => set(rt, instance, value),
            Accessors::Table(_) => Err(self.refusal(rt, "writable")),
            Accessors::Closures(closures) => {
                let code = match value {
                    None => closures.delete.as_ref().or(closures.set.as_ref()),
                    Some(_) => closures.set.as_ref(),
                };
                match code {
                    Some(code) => code(rt, instance, value),
                    None => Err(self.refusal(rt, "writable")),
                }
            }
        }
    }

    #[cold]
    fn refusal(&self, rt: &Runtime, what: &str) -> Raise {
        rt.attribute_error(format!(
            "attribute '{}' of '{}' objects is not {what}",
            self.name.read(rt).as_str(),
            self.owner.read(rt).full_name()
        ))
    }

    /// Its docstring, empty if there is none.
    pub fn doc(&self) -> &str {
        match &self.accessors {
            Accessors::Table(spec) => spec.doc,
            Accessors::Closures(_) => "",
        }
    }
}

impl Payload for GetSetObject {
    const FROZEN: bool = true;
}

/// What a `member_descriptor` reads.
#[derive(Clone, Copy)]
pub enum MemberField {
    /// The field of an instance with this number, made by `__slots__`.
    Instance(usize),
    /// A field of a native type.
    Native(&'static GetSetSpec),
}

/// The payload of `member_descriptor`.
#[derive(Trace)]
pub struct MemberObject {
    /// `__objclass__`.
    pub owner: Type,
    /// `__name__`.
    pub name: Str,
    /// Where the value is.
    #[trace(leaf)]
    pub field: MemberField,
}

impl Payload for MemberObject {
    const FROZEN: bool = true;
}

/// The payload of `staticmethod` and of `classmethod`.
#[derive(Trace)]
pub struct WrappedFunctionObject {
    /// `__func__`; `None` until `__init__` ran.
    pub function: Value,
}

impl Payload for WrappedFunctionObject {}

/// The payload of `property`.
#[derive(Trace)]
pub struct PropertyObject {
    /// `fget`
    pub get: Value,
    /// `fset`
    pub set: Value,
    /// `fdel`
    pub delete: Value,
    /// `__doc__`
    pub doc: Value,
    /// The name, given by `__set_name__`; for messages.
    pub name: Option<Value>,
    /// Whether `__doc__` was taken from the getter, so that `.getter()` takes it anew.
    #[trace(leaf)]
    pub getter_doc: bool,
}

impl Payload for PropertyObject {}

/// The payload of `super`.
#[derive(Trace)]
pub struct SuperObject {
    /// `__thisclass__`.
    pub this_class: Option<Type>,
    /// `__self__`.
    pub instance: Option<Value>,
    /// `__self_class__`.
    pub self_class: Option<Type>,
}

impl Payload for SuperObject {}
