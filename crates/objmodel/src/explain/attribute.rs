//! Attribute access, explained.

use std::borrow::Borrow as _;

use objmodel_gc::{Borrowed, Value};
use objmodel_slots::{SlotId, SpecialId};

use super::Explained;
use crate::native::call_arguments::Held;
use crate::native::{IntoName, IntoPyObject};
use crate::objects::str::Str;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::Type;
use crate::types::slot::{Slot, SlotOwner};

impl Explained<'_> {
    /// `object.name`, as [`Runtime::getattr`].
    ///
    /// # Errors
    /// `AttributeError`, and whatever descriptors, `__getattribute__` and `__getattr__` raise.
    pub fn getattr<'a>(&mut self, object: impl Into<Borrowed<'a>>, name: impl IntoName) -> Result {
        let (object, name) = (object.into(), self.admit_name(name)?);
        let name: &Str = name.borrow();
        let rt = &mut *self.rt;
        let text = format!("{}.{}", rt.brief(object), rt.text_of(name.as_ref()));
        rt.operation(text, |rt| rt.getattr_by_the_letter(object, name))
    }

    /// `object.name = value`, as [`Runtime::setattr`].
    ///
    /// # Errors
    /// `AttributeError`, `TypeError`, and whatever descriptors and `__setattr__` raise.
    pub fn setattr<'a>(
        &mut self,
        object: impl Into<Borrowed<'a>>,
        name: impl IntoName,
        value: impl IntoPyObject,
    ) -> Result<()> {
        let (object, name) = (object.into(), self.admit_name(name)?);
        let value = Held::new(value, self)?;
        self.rt.explain_change(object, name.borrow(), Some(value.borrowed()))
    }

    /// `del object.name`, as [`Runtime::delattr`].
    ///
    /// # Errors
    /// As for [`Explained::setattr`].
    pub fn delattr<'a>(
        &mut self,
        object: impl Into<Borrowed<'a>>,
        name: impl IntoName,
    ) -> Result<()> {
        let (object, name) = (object.into(), self.admit_name(name)?);
        self.rt.explain_change(object, name.borrow(), None)
    }
}

impl Runtime {
    fn getattr_by_the_letter(&mut self, object: Borrowed<'_>, name: &Str) -> Result {
        let found = match self.slots_of(object).get(SlotId::TpGetattro) {
            Slot::ByName | Slot::Python(_) => self.getattr_by_methods(object, name),
            Slot::GetAttr(owner, _) if *owner == SlotOwner::TYPE => {
                self.remark_class_attribute(object, name);
                return self.getattr(object, name);
            }
            Slot::GetAttr(owner, _) if *owner != SlotOwner::OBJECT => {
                self.remark(|rt| {
                    format!("{} looks attributes up in its own way", rt.type_name(object))
                });
                return self.getattr(object, name);
            }
            _ => {
                self.remark_attribute(object, name);
                return self.getattr(object, name);
            }
        };
        match found? {
            Some(value) => Ok(value),
            None => Err(self.no_attribute(object, name.as_ref())),
        }
    }

    /// `__getattribute__`, then `__getattr__` if that raised `AttributeError`.
    fn getattr_by_methods(&mut self, object: Borrowed<'_>, name: &Str) -> Result<Option<Value>> {
        let function = self.lookup_special(object, SpecialId::GetAttribute);
        let first = match function.filter(|function| !self.is_generic_getattribute(function)) {
            Some(function) => {
                let asked =
                    self.ask_method(object, SpecialId::GetAttribute, &[name.as_ref()], |rt| {
                        rt.call_unbound(&function, object, &[name.as_ref()])
                    });
                asked.map(Some)
            }
            None => {
                self.remark_attribute(object, name);
                self.generic_getattr(object, name)
            }
        };
        let missing = match &first {
            Ok(found) => found.is_none(),
            Err(raise) => self.is_exception_of(raise, &self.types.attribute_error),
        };
        let fallback = self.lookup_special(object, SpecialId::GetAttr).filter(|_| missing);
        match fallback {
            Some(function) => {
                let asked = self.ask_method(object, SpecialId::GetAttr, &[name.as_ref()], |rt| {
                    rt.call_unbound(&function, object, &[name.as_ref()])
                });
                asked.map(Some)
            }
            None => {
                if let Err(raise) = &first {
                    self.tell_attribute(raise, object, name);
                }
                first
            }
        }
    }

    fn explain_change(
        &mut self,
        object: Borrowed<'_>,
        name: &Str,
        value: Option<Borrowed<'_>>,
    ) -> Result<()> {
        let place = format!("{}.{}", self.brief(object), self.text_of(name.as_ref()));
        let text = match value {
            Some(value) => format!("{place} = {}", self.brief(value)),
            None => format!("del {place}"),
        };
        self.operation(text, |rt| {
            let by_method = matches!(
                rt.slots_of(object).get(SlotId::TpSetattro),
                Slot::ByName | Slot::Python(_)
            );
            match value {
                Some(value) if by_method => {
                    rt.ask_method(object, SpecialId::SetAttr, &[name.as_ref(), value], |rt| {
                        rt.setattr(object, name, value)
                    })
                }
                None if by_method => {
                    rt.ask_method(object, SpecialId::DelAttr, &[name.as_ref()], |rt| {
                        rt.delattr(object, name)
                    })
                }
                Some(value) => {
                    rt.remark_target(object, name);
                    rt.setattr(object, name, value)
                }
                None => {
                    rt.remark_target(object, name);
                    rt.delattr(object, name)
                }
            }
        })
    }

    /// Says where an attribute of an instance is found, and why there.
    fn remark_attribute(&mut self, object: Borrowed<'_>, name: &Str) {
        let class = self.type_of(object).to_gc();
        let found = self.find_in_order(&class, name);
        let own = self.instance_attribute(object, name).is_some();
        let text = match &found {
            None => format!("no class in {} has it", self.brief_order(&class)),
            Some((base, value)) => {
                format!("{base} has it: {}", self.brief_descriptor(value))
            }
        };
        self.remark(|_| text);
        let text = match (own, &found) {
            (_, Some((_, value))) if self.is_data_descriptor(value) => {
                "a data descriptor goes before what the instance has: its __get__ is called"
            }
            (true, None) => "the instance has it",
            (true, Some(_)) => "the instance has it, which goes before the class's",
            (false, Some((_, value))) if self.has_slot(value.as_ref(), SlotId::TpDescrGet) => {
                "the instance does not have it: __get__ of the class's is called"
            }
            (false, Some(_)) => "the instance does not have it: the class's is taken",
            (false, None) => "nor has the instance",
        };
        self.remark(|_| text.to_owned());
    }

    /// Says where an attribute of a class is found, and why there.
    fn remark_class_attribute(&mut self, object: Borrowed<'_>, name: &Str) {
        let Some(class) = self.as_type(object).map(|class| class.to_gc()) else { return };
        let metaclass = self.type_of(object).to_gc();
        let of_metaclass = self.find_in_order(&metaclass, name);
        if let Some((base, value)) = &of_metaclass
            && self.is_data_descriptor(value)
        {
            let text = format!(
                "{base}, of the metaclass, has it: {}, which goes before what the class has",
                self.brief_descriptor(value)
            );
            return self.remark(|_| text);
        }
        let text = match (self.find_in_order(&class, name), of_metaclass) {
            (Some((base, value)), _) => format!("{base} has it: {}", self.brief_descriptor(&value)),
            (None, Some((base, value))) => format!(
                "no class in {} has it; {base}, of the metaclass, has it: {}",
                self.brief_order(&class),
                self.brief_descriptor(&value)
            ),
            (None, None) => format!(
                "no class in {} has it, nor in {}, the metaclass's",
                self.brief_order(&class),
                self.brief_order(&metaclass)
            ),
        };
        self.remark(|_| text);
    }

    /// Says where an attribute is stored or deleted.
    fn remark_target(&mut self, object: Borrowed<'_>, name: &Str) {
        let class = self.type_of(object).to_gc();
        let found = self.find_in_order(&class, name);
        let text = match &found {
            Some((base, value)) if self.has_slot(value.as_ref(), SlotId::TpDescrSet) => {
                format!("{base} has it: {}, which decides", self.brief_descriptor(value))
            }
            _ if self.as_type(object).is_some() => "in the class's own namespace".to_owned(),
            _ if self.type_of(object).read(self).instances_have_dict() => {
                "in the instance".to_owned()
            }
            _ => "instances of the class have no place for it".to_owned(),
        };
        self.remark(|_| text);
    }

    /// The first class in an order that has the attribute, and what it has.
    fn find_in_order(&mut self, class: &Type, name: &Str) -> Option<(String, Value)> {
        let order: Vec<Type> = class.read(self).mro.to_vec();
        order.iter().find_map(|base| {
            let dict = self.namespace(base);
            let value = self.dict_get_name(&dict, name)?;
            Some((base.read(self).name().to_owned(), value))
        })
    }

    fn is_data_descriptor(&self, value: &Value) -> bool {
        let slots = self.slots_of(value.as_ref());
        slots.has(SlotId::TpDescrGet) && slots.has(SlotId::TpDescrSet)
    }

    fn brief_order(&self, class: &Type) -> String {
        let names: Vec<&str> =
            class.read(self).mro.iter().map(|base| base.read(self).name()).collect();
        names.join(", ")
    }

    fn brief_descriptor(&self, value: &Value) -> String {
        let slots = self.slots_of(value.as_ref());
        let shown = self.brief(value.as_ref());
        match (slots.has(SlotId::TpDescrGet), slots.has(SlotId::TpDescrSet)) {
            (true, true) => format!("{shown}, a data descriptor"),
            (false, true) => format!("{shown}, a descriptor that is only set"),
            (true, false) => format!("{shown}, a descriptor"),
            (false, false) => shown,
        }
    }
}
