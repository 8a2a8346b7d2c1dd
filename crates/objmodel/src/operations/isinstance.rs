//! `isinstance` and `issubclass` with their hooks (data model, "Customizing instance and subclass
//! checks").

use objmodel_gc::{Class, Ref, Value};
use objmodel_slots::SlotId;

use crate::objects::tuple::TupleObject;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::TypeObject;

/// Which of the two is asked.
#[derive(Clone, Copy, PartialEq)]
enum Check {
    Instance,
    Subclass,
}

impl Runtime {
    /// `isinstance(instance, classes)`: a class, or a tuple of such, nested at will.
    ///
    /// # Errors
    /// `TypeError` if `classes` is something else; what `__instancecheck__` and `__class__` raise.
    pub fn is_instance<'a, 'b>(
        &mut self,
        instance: impl Into<Ref<'a>>,
        classes: impl Into<Ref<'b>>,
    ) -> Result<bool> {
        let (instance, classes) = (instance.into(), classes.into());
        if self.type_of(instance).is(&classes) {
            return Ok(true);
        }
        self.check(Check::Instance, instance, classes)
    }

    /// `issubclass(class, classes)`.
    ///
    /// # Errors
    /// As for [`Runtime::is_instance`], of `__subclasscheck__`.
    pub fn is_subclass<'a, 'b>(
        &mut self,
        class: impl Into<Ref<'a>>,
        classes: impl Into<Ref<'b>>,
    ) -> Result<bool> {
        self.check(Check::Subclass, class.into(), classes.into())
    }

    fn check(&mut self, check: Check, value: Ref<'_>, classes: Ref<'_>) -> Result<bool> {
        let metaclass = self.type_of(classes).to_gc();
        if metaclass.is(&self.types.r#type) {
            return self.check_plainly(check, value, classes);
        }
        if let Some(items) = classes.get::<TupleObject>(self).map(|items| items.items().to_vec()) {
            self.check_stack(match check {
                Check::Instance => " in __instancecheck__",
                Check::Subclass => " in __subclasscheck__",
            })?;
            for item in &items {
                self.tick(1)?;
                if self.check(check, value, item.as_ref())? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        let name = match check {
            Check::Instance => self.names.instancecheck.clone(),
            Check::Subclass => self.names.subclasscheck.clone(),
        };
        match self.lookup(&metaclass, &name) {
            Some(hook) => {
                let answer = self.call_method(&hook, classes, &[value])?;
                self.is_true(answer.as_ref())
            }
            None => self.check_plainly(check, value, classes),
        }
    }

    /// The answer without hooks: by the order of real classes, else by what objects claim as
    /// `__class__` and `__bases__`.
    fn check_plainly(&mut self, check: Check, value: Ref<'_>, class: Ref<'_>) -> Result<bool> {
        match check {
            Check::Instance => self.instance_plainly(value, class),
            Check::Subclass => {
                if let (Some(value), Some(class)) = (self.as_type(value), self.as_type(class)) {
                    return Ok(self.is_subtype(&value, &class));
                }
                self.need_class(value, "issubclass() arg 1 must be a class")?;
                self.need_class(
                    class,
                    "issubclass() arg 2 must be a class, a tuple of classes, or a union",
                )?;
                self.claims_base(value, class)
            }
        }
    }

    fn instance_plainly(&mut self, instance: Ref<'_>, class: Ref<'_>) -> Result<bool> {
        let name = self.names.class.clone();
        let Some(class) = self.as_type(class) else {
            self.need_class(
                class,
                "isinstance() arg 2 must be a type, a tuple of types, or a union",
            )?;
            return match self.lookup_attr(instance, &name)? {
                Some(claimed) => self.claims_base(claimed.as_ref(), class),
                None => Ok(false),
            };
        };
        if self.is_instance_of(instance, &class) {
            return Ok(true);
        }
        if self.tells_its_class(instance) {
            return Ok(false);
        }
        let claimed = self.lookup_attr(instance, &name)?;
        Ok(claimed.is_some_and(|claimed| match claimed.downcast_ref::<Class<TypeObject>>() {
            Some(claimed) => self.is_subtype(claimed, &class),
            None => false,
        }))
    }

    /// Whether `__class__` can only be the object's class: nothing overrides what `object` has.
    fn tells_its_class(&mut self, instance: Ref<'_>) -> bool {
        let Some(own) = self.plain_class(instance, SlotId::TpGetattro) else { return false };
        let object = self.types.object.clone();
        let name = self.names.class.clone();
        match (self.lookup(&own, &name), self.lookup(&object, &name)) {
            (Some(own), Some(usual)) => own.is(&usual),
            _ => false,
        }
    }

    /// Fails unless the object is a class or has a tuple as `__bases__`.
    fn need_class(&mut self, value: Ref<'_>, message: &str) -> Result<()> {
        if self.as_type(value).is_some() || self.claimed_bases(value)?.is_some() {
            return Ok(());
        }
        Err(self.type_error(message))
    }

    fn claimed_bases(&mut self, value: Ref<'_>) -> Result<Option<Vec<Value>>> {
        let name = self.names.bases.clone();
        let bases = self.lookup_attr(value, &name)?;
        Ok(bases
            .and_then(|bases| bases.get::<TupleObject>(self).map(|items| items.items().to_vec())))
    }

    /// Whether `base` is met when going up by `__bases__`. A worklist, because chains can be long.
    fn claims_base(&mut self, derived: Ref<'_>, base: Ref<'_>) -> Result<bool> {
        let mut work = vec![derived.to_value()];
        while let Some(class) = work.pop() {
            self.tick(1)?;
            if class.is(&base) {
                return Ok(true);
            }
            if let Some(bases) = self.claimed_bases(class.as_ref())? {
                work.extend(bases.into_iter().rev());
            }
        }
        Ok(false)
    }
}
