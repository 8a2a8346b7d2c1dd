//! Attribute access as `object` and `type` define it (data model, "Invoking descriptors").

use std::borrow::Borrow as _;

use objmodel_gc::{Borrowed, Value};
use objmodel_slots::SlotId;

use super::attr_info::{DescriptorKind, LoadOutcome, StoreOutcome};
use crate::native::call_arguments::Held;
use crate::native::{IntoName, IntoPyObject};
use crate::objects::exception::ExceptionObject;
use crate::objects::str::Str;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::slot::{Slot, SlotOwner};

impl Runtime {
    /// `object.name`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let bit_length = rt.getattr(&rt.int(5)?, "bit_length")?;
    /// assert_eq!(rt.call(&bit_length, ())?.as_small_int(), Some(3));
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `AttributeError`, and whatever descriptors, `__getattribute__` and `__getattr__` raise.
    #[inline]
    pub fn getattr<'a>(&mut self, object: impl Into<Borrowed<'a>>, name: impl IntoName) -> Result {
        let name = self.admit_name(name)?;
        self.getattr_by(object.into(), name.borrow())
    }

    #[inline]
    fn getattr_by(&mut self, object: Borrowed<'_>, name: &Str) -> Result {
        match self.try_load_attr_fast(object, name) {
            LoadOutcome::Found(value) => Ok(value),
            LoadOutcome::Method(function) => self.method(function, object.to_value()),
            LoadOutcome::Getter(getter) => {
                let answer = self.call(&getter, [object]);
                if let Err(raise) = &answer {
                    self.tell_attribute(raise, object, name);
                }
                answer
            }
            _ => self.getattr_slow(object, name),
        }
    }

    #[inline(never)]
    fn getattr_slow(&mut self, object: Borrowed<'_>, name: &Str) -> Result {
        match self.getattr_if_any(object, name) {
            Ok(Some(value)) => Ok(value),
            Ok(None) => Err(self.no_attribute(object, name.as_ref())),
            Err(raise) => {
                self.tell_attribute(&raise, object, name);
                Err(raise)
            }
        }
    }

    /// Gives an `AttributeError` that some code raised the name and the object, if it has none.
    #[cold]
    pub fn tell_attribute(
        &mut self,
        raise: &crate::raise::Raise,
        object: Borrowed<'_>,
        name: &Str,
    ) {
        if !self.is_exception_of(raise, &self.types.attribute_error) {
            return;
        }
        let parts = [Value::clone(name), object.to_value()];
        if let Some(exception) = raise.as_exception()
            && let Some(payload) = exception.get_mut::<ExceptionObject>(self)
            && payload.extra(0).is_none()
            && payload.extra(1).is_none()
        {
            for (index, part) in parts.into_iter().enumerate() {
                payload.set_extra(index, Some(part));
            }
        }
    }

    /// `object.name`, or `None` where there is no such attribute; an exception is not even built
    /// unless Python code raised it.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let five = rt.int(5)?;
    /// assert!(rt.lookup_attr(&five, "no_such_attribute")?.is_none());
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// What the attribute's code raises, except `AttributeError`.
    pub fn lookup_attr<'a>(
        &mut self,
        object: impl Into<Borrowed<'a>>,
        name: impl IntoName,
    ) -> Result<Option<Value>> {
        let name = self.admit_name(name)?;
        self.lookup_attr_by(object.into(), name.borrow())
    }

    /// `hasattr(object, name)`.
    ///
    /// # Errors
    /// As for [`Runtime::lookup_attr`].
    pub fn hasattr<'a>(
        &mut self,
        object: impl Into<Borrowed<'a>>,
        name: impl IntoName,
    ) -> Result<bool> {
        self.lookup_attr(object, name).map(|found| found.is_some())
    }

    fn lookup_attr_by(&mut self, object: Borrowed<'_>, name: &Str) -> Result<Option<Value>> {
        match self.try_load_attr_fast(object, name) {
            LoadOutcome::Found(value) => return Ok(Some(value)),
            LoadOutcome::Missing => return Ok(None),
            _ => {}
        }
        match self.getattr_if_any(object, name) {
            Err(raise) if self.is_exception_of(&raise, &self.types.attribute_error) => Ok(None),
            answer => answer,
        }
    }

    /// `object.name = value`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let class = rt.class("Point").build(&mut rt)?;
    /// let point = rt.call(&class, ())?;
    /// rt.setattr(&point, "x", 1.5)?;
    /// assert_eq!(rt.getattr(&point, "x")?.extract::<f64>(&mut rt)?, 1.5);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `AttributeError`, `TypeError`, and whatever descriptors and `__setattr__` raise.
    #[inline]
    pub fn setattr<'a>(
        &mut self,
        object: impl Into<Borrowed<'a>>,
        name: impl IntoName,
        value: impl IntoPyObject,
    ) -> Result<()> {
        let name = self.admit_name(name)?;
        let value = Held::new(value, self)?;
        self.setattr_by(object.into(), name.borrow(), value.borrowed())
    }

    fn setattr_by(&mut self, object: Borrowed<'_>, name: &Str, value: Borrowed<'_>) -> Result<()> {
        match self.try_store_attr_fast(object, name) {
            StoreOutcome::Field(field) => {
                if let Some(place) = object.fields_mut(self).get_mut(field) {
                    let old = place.replace(value.to_value());
                    drop(old);
                    self.end_operation();
                    return Ok(());
                }
            }
            StoreOutcome::Setter(setter) => return self.call(&setter, [object, value]).map(drop),
            StoreOutcome::Unknown => {}
        }
        self.set_or_delete_attr(object, name, Some(value))?;
        self.end_operation();
        Ok(())
    }

    /// `del object.name`.
    ///
    /// # Errors
    /// As for [`Runtime::setattr`].
    pub fn delattr<'a>(
        &mut self,
        object: impl Into<Borrowed<'a>>,
        name: impl IntoName,
    ) -> Result<()> {
        let name = self.admit_name(name)?;
        self.set_or_delete_attr(object.into(), name.borrow(), None)?;
        self.end_operation();
        Ok(())
    }

    /// By the class's `tp_getattro`, with `__getattr__` as the last resort.
    fn getattr_if_any(&mut self, object: Borrowed<'_>, name: &Str) -> Result<Option<Value>> {
        match self.slots_of(object).get(SlotId::TpGetattro) {
            Slot::GetAttr(SlotOwner::OBJECT, _) => self.generic_getattr(object, name),
            Slot::GetAttr(_, get) => get.enter(self, "")?(self, object, name.as_ref()),
            Slot::ByName | Slot::Python(_) => self.getattr_by_name(object, name),
            _ => self.generic_getattr(object, name),
        }
    }

    /// `__getattribute__`, then `__getattr__` if that raised `AttributeError` or found nothing.
    fn getattr_by_name(&mut self, object: Borrowed<'_>, name: &Str) -> Result<Option<Value>> {
        use objmodel_slots::SpecialId::{GetAttr, GetAttribute};
        let first = match self.lookup_special(object, GetAttribute) {
            Some(function) if !self.is_generic_getattribute(&function) => {
                self.call_unbound(&function, object, &[name.as_ref()]).map(Some)
            }
            _ => self.generic_getattr(object, name),
        };
        let fallback = match &first {
            Ok(Some(_)) => false,
            Ok(None) => true,
            Err(raise) => self.is_exception_of(raise, &self.types.attribute_error),
        };
        if !fallback {
            return first;
        }
        match self.lookup_special(object, GetAttr) {
            Some(function) => self.call_unbound(&function, object, &[name.as_ref()]).map(Some),
            None => first,
        }
    }

    /// Whether `__getattribute__` resolves to the one of `object`.
    pub(crate) fn is_generic_getattribute(&self, function: &Value) -> bool {
        use crate::objects::descriptor::WrapperObject;
        function
            .downcast_ref::<WrapperObject>()
            .is_some_and(|wrapper| wrapper.frozen().owner.is(&self.types.object))
    }

    fn set_or_delete_attr(
        &mut self,
        object: Borrowed<'_>,
        name: &Str,
        value: Option<Borrowed<'_>>,
    ) -> Result<()> {
        use objmodel_slots::SpecialId::{DelAttr, SetAttr};
        match self.slots_of(object).get(SlotId::TpSetattro) {
            Slot::SetAttr(SlotOwner::OBJECT, _) => self.generic_setattr(object, name, value),
            Slot::SetAttr(_, set) => set.enter(self, "")?(self, object, name.as_ref(), value),
            Slot::ByName | Slot::Python(_) => {
                let special = if value.is_some() { SetAttr } else { DelAttr };
                let Some(function) = self.lookup_special(object, special) else {
                    return self.generic_setattr(object, name, value);
                };
                match value {
                    Some(value) => self.call_unbound(&function, object, &[name.as_ref(), value]),
                    None => self.call_unbound(&function, object, &[name.as_ref()]),
                }
                .map(drop)
            }
            _ => self.generic_setattr(object, name, value),
        }
    }

    /// `object.__getattribute__(object, name)`: a data descriptor of the class, else an attribute
    /// of the instance, else another descriptor or a plain attribute of the class.
    ///
    /// # Errors
    /// What the descriptor's `__get__` raises.
    pub fn generic_getattr(&mut self, object: Borrowed<'_>, name: &Str) -> Result<Option<Value>> {
        if !object.belongs_to(self) || !name.as_ref().belongs_to(self) {
            return Err(self.foreign_value());
        }
        let class = self.type_of(object).to_gc();
        let known = self.lookup_entry(&class, name);
        let (found, access) = (known.found, known.access);
        if access.binding == DescriptorKind::Slot
            && let Some(Some(value)) = object.fields(self).get(access.slot())
        {
            return Ok(Some(value.clone()));
        }
        if !access.binding.is_hidden_by_instance()
            && let Some(descriptor) = &found
        {
            let slots = self.slots_of(descriptor.as_ref());
            if slots.has(SlotId::TpDescrGet) && slots.has(SlotId::TpDescrSet) {
                return self.bind_descriptor(descriptor, Some(object), &class).map(Some);
            }
        }
        let shape = self.shape_of(object, class.read(self));
        let own = match access.field_in(shape) {
            Some(None) => None,
            _ => self.instance_attribute_asked(object, name)?,
        };
        match (own, found) {
            (None, Some(descriptor)) => match access.binding {
                DescriptorKind::Plain => Ok(Some(descriptor)),
                DescriptorKind::Function => self.method(descriptor, object.to_value()).map(Some),
                _ => self.bind_descriptor(&descriptor, Some(object), &class).map(Some),
            },
            (own, _) => Ok(own),
        }
    }

    /// `object.__setattr__(object, name, value)`, or `__delattr__` without a value.
    ///
    /// # Errors
    /// `AttributeError`, and what the descriptor's `__set__` or `__delete__` raises.
    pub fn generic_setattr(
        &mut self,
        object: Borrowed<'_>,
        name: &Str,
        value: Option<Borrowed<'_>>,
    ) -> Result<()> {
        if !object.belongs_to(self) {
            return Err(self.foreign_value());
        }
        let class = self.type_of(object).to_gc();
        let known = self.lookup_entry(&class, name);
        let found = known.found;
        if !known.access.binding.is_hidden_by_instance()
            && let Some(descriptor) = &found
            && self.slots_of(descriptor.as_ref()).has(SlotId::TpDescrSet)
        {
            return self.set_by_descriptor(descriptor, object, value);
        }
        let done = match value {
            Some(value) => self.set_instance_attribute(object, name, value.to_value())?,
            None => self.delete_instance_attribute(object, name)?,
        };
        if done {
            return Ok(());
        }
        Err(self.cannot_set(object, name, value.is_some(), found.is_some()))
    }

    #[cold]
    fn cannot_set(
        &mut self,
        object: Borrowed<'_>,
        name: &Str,
        setting: bool,
        in_class: bool,
    ) -> crate::raise::Raise {
        let class = self.type_of(object).to_gc();
        let class_name = class.read(self).full_name().to_owned();
        let text = self.text_of(name.as_ref()).into_owned();
        let layout = class.read(self).layout;
        let message = if layout.dict || self.instance_namespace(object).is_some() {
            format!("'{class_name}' object has no attribute '{text}'")
        } else if in_class {
            format!("'{class_name}' object attribute '{text}' is read-only")
        } else if !class.read(self).slots.has(SlotId::TpSetattro)
            || self.slot_is_native(&class, SlotId::TpSetattro)
        {
            format!(
                "'{class_name}' object has no attribute '{text}' and no __dict__ for setting new \
                 attributes"
            )
        } else {
            format!("'{class_name}' object has no attribute '{text}'")
        };
        // Which of these know their name and object is CPython's choice: not that of a class attribute
        // in the way, and not that of an instance whose attributes lie in the object itself.
        let inline =
            !setting && layout.dict && layout.fixed == 0 && !self.is_native_at_heart(&class);
        let namespace = layout.dict || self.instance_namespace(object).is_some();
        if inline || (in_class && !namespace) {
            return self.attribute_error(message);
        }
        self.attribute_error_for(&message, object, name.as_ref())
    }

    /// Whether the layout of a class is that of a native class other than `object`.
    fn is_native_at_heart(&self, class: &crate::types::Type) -> bool {
        !self.native_new_owner(class).is(&self.types.object)
    }

    /// What a class attribute becomes when it is read through an instance or the class: its
    /// `__get__` decides, if it has one.
    ///
    /// # Errors
    /// What `__get__` raises.
    pub fn bind_descriptor(
        &mut self,
        descriptor: &Value,
        instance: Option<Borrowed<'_>>,
        owner: &crate::types::Type,
    ) -> Result {
        self.check_own(owner)?;
        match self.slots_of(descriptor.as_ref()).get(SlotId::TpDescrGet) {
            Slot::DescrGet(_, get) => {
                get.enter(self, "")?(self, descriptor.as_ref(), instance, Some(owner.as_ref()))
            }
            Slot::Python(function) => {
                let function = function.clone();
                let none = crate::singletons::none();
                let instance = instance.unwrap_or(none.as_ref());
                // `__get__` is called as it is: it is not bound by a `__get__` of its own class.
                self.call(&function, [descriptor.as_ref(), instance, owner.as_ref()])
            }
            _ => Ok(descriptor.clone()),
        }
    }

    /// Calls a data descriptor's `__set__`, or `__delete__` without a value.
    ///
    /// # Errors
    /// What the descriptor raises.
    pub fn set_by_descriptor(
        &mut self,
        descriptor: &Value,
        object: Borrowed<'_>,
        value: Option<Borrowed<'_>>,
    ) -> Result<()> {
        use objmodel_slots::SpecialId::{Delete, Set};
        match self.slots_of(descriptor.as_ref()).get(SlotId::TpDescrSet) {
            Slot::DescrSet(_, set) => {
                set.enter(self, "")?(self, descriptor.as_ref(), object, value)
            }
            _ => {
                let special = if value.is_some() { Set } else { Delete };
                let Some(function) = self.lookup_special(descriptor.as_ref(), special) else {
                    return Err(self.attribute_error(special.name()));
                };
                match value {
                    Some(value) => {
                        self.call_unbound(&function, descriptor.as_ref(), &[object, value])
                    }
                    None => self.call_unbound(&function, descriptor.as_ref(), &[object]),
                }
                .map(drop)
            }
        }
    }
}
