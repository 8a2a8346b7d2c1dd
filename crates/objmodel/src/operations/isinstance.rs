//! `isinstance` and `issubclass` with their hooks (data model, "Customizing instance and subclass
//! checks").

use std::collections::HashSet;

use objmodel_gc::{Borrowed, Bound, Class, Value};

use crate::objects::tuple::{Tuple, TupleObject};
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::TypeObject;

/// Which of the two is asked.
#[derive(Clone, Copy, PartialEq)]
enum Check {
    Instance,
    Subclass,
}

/// Levels of several bases each that `__bases__` may claim, as deep as CPython recurses.
const MOST_LEVELS: usize = 10_000;
/// So many classes are looked at again where they are a base by several ways, as CPython does; beyond,
/// the ways could be more than can be counted.
const FEW_BASES: usize = 1000;

impl Runtime {
    /// `isinstance(instance, classes)`: a class, or a tuple of such, nested at will.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let int = rt.types().int.clone();
    /// assert!(rt.is_instance(&rt.int(1)?, &int)?);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if `classes` is something else; what `__instancecheck__` and `__class__` raise.
    #[inline]
    pub fn is_instance<'a, 'b>(
        &mut self,
        instance: impl Into<Borrowed<'a>>,
        classes: impl Into<Borrowed<'b>>,
    ) -> Result<bool> {
        let (instance, classes) = (instance.into(), classes.into());
        if instance.class().is_some_and(|class| class.is(&classes)) {
            return Ok(true);
        }
        self.is_instance_fallback(instance, classes)
    }

    #[inline(never)]
    fn is_instance_fallback(
        &mut self,
        instance: Borrowed<'_>,
        classes: Borrowed<'_>,
    ) -> Result<bool> {
        match self.derives_plainly(self.class_of(instance), classes) {
            Some(true) => Ok(true),
            Some(false) if self.tells_its_class(instance) => Ok(false),
            _ => self.check(Check::Instance, instance, classes),
        }
    }

    /// Whether a class derives from another; `None` if that is no class, or one whose metaclass
    /// may have a hook.
    #[inline]
    fn derives_plainly(&self, class: &TypeObject, base: Borrowed<'_>) -> Option<bool> {
        let plain = self.type_of(base).is(&self.types.r#type);
        plain.then(|| class.mro.iter().any(|ancestor| ancestor.is(&base)))
    }

    /// `issubclass(class, classes)`.
    ///
    /// # Errors
    /// As for [`Runtime::is_instance`], of `__subclasscheck__`.
    pub fn is_subclass<'a, 'b>(
        &mut self,
        class: impl Into<Borrowed<'a>>,
        classes: impl Into<Borrowed<'b>>,
    ) -> Result<bool> {
        self.check(Check::Subclass, class.into(), classes.into())
    }

    fn check(&mut self, check: Check, value: Borrowed<'_>, classes: Borrowed<'_>) -> Result<bool> {
        if self.type_of(classes).is(&self.types.r#type) {
            return self.check_plainly(check, value, classes);
        }
        if let Some(tuple) = classes.typed::<TupleObject>()
            && tuple.belongs_to(&self.heap)
        {
            return self.check_any(check, value, tuple);
        }
        if let Some(members) = self.hooks.union_members.and_then(|of| of(self, classes)) {
            return self.check_members(check, value, &members);
        }
        let metaclass = self.type_of(classes).to_gc();
        let name = match check {
            Check::Instance => self.names.instancecheck.clone(),
            Check::Subclass => self.names.subclasscheck.clone(),
        };
        match self.lookup(&metaclass, &name) {
            Some(hook) => {
                let answer = self.call_unbound(&hook, classes, &[value])?;
                self.is_true(answer.as_ref())
            }
            None => self.check_plainly(check, value, classes),
        }
    }

    /// Whether the answer is yes for a member of a union, in which `None` stands for its class.
    fn check_members(
        &mut self,
        check: Check,
        value: Borrowed<'_>,
        members: &Tuple,
    ) -> Result<bool> {
        if check == Check::Subclass {
            self.need_class(value, "issubclass() arg 1 must be a class")?;
        }
        let mut index = 0;
        while let Some(member) = members.read(self).items().get(index).cloned() {
            self.tick(1)?;
            index += 1;
            if self.check(check, value, member.as_ref())? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the answer is yes for an item of the tuple.
    fn check_any(
        &mut self,
        check: Check,
        value: Borrowed<'_>,
        classes: Bound<'_, TupleObject>,
    ) -> Result<bool> {
        let doing = match check {
            Check::Instance => " in __instancecheck__",
            Check::Subclass => " in __subclasscheck__",
        };
        self.check_stack(doing)?;
        self.nested(doing, |rt| rt.check_items(check, value, classes))
    }

    fn check_items(
        &mut self,
        check: Check,
        value: Borrowed<'_>,
        classes: Bound<'_, TupleObject>,
    ) -> Result<bool> {
        // Whether the class that an instance has is all that matters; asked once.
        let mut plain = None;
        let mut index = 0;
        while let Some(class) = classes.read(self).items().get(index).cloned() {
            self.tick(1)?;
            index += 1;
            if check == Check::Instance
                && let Some(derives) = self.derives_plainly(self.class_of(value), class.as_ref())
            {
                if derives {
                    return Ok(true);
                }
                if *plain.get_or_insert_with(|| self.tells_its_class(value)) {
                    continue;
                }
            }
            if self.check(check, value, class.as_ref())? {
                return Ok(true);
            }
            plain = None;
        }
        Ok(false)
    }

    /// The answer without hooks: by the order of real classes, else by what objects claim as
    /// `__class__` and `__bases__`.
    fn check_plainly(
        &mut self,
        check: Check,
        value: Borrowed<'_>,
        class: Borrowed<'_>,
    ) -> Result<bool> {
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

    fn instance_plainly(&mut self, instance: Borrowed<'_>, class: Borrowed<'_>) -> Result<bool> {
        let Some(class) = self.as_type(class) else {
            let name = self.names.class.clone();
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
        let name = self.names.class.clone();
        let claimed = self.lookup_attr(instance, &name)?;
        Ok(claimed.is_some_and(|claimed| match claimed.downcast_ref::<Class<TypeObject>>() {
            Some(claimed) => self.is_subtype(claimed, &class),
            None => false,
        }))
    }

    /// Whether `__class__` can only be the object's class: nothing overrides what `object` has.
    fn tells_its_class(&mut self, instance: Borrowed<'_>) -> bool {
        if let Some(answer) = self.known_to_tell_its_class(instance) {
            return answer;
        }
        let name = self.names.class.clone();
        for class in [self.type_of(instance).to_gc(), self.types.object.clone()] {
            self.lookup_entry(&class, &name);
        }
        self.known_to_tell_its_class(instance) == Some(true)
    }

    /// Whether `__class__` can only be the object's class, if it is known what `__class__` is in the object's class and in `object`.
    fn known_to_tell_its_class(&self, instance: Borrowed<'_>) -> Option<bool> {
        let name = &self.names.class;
        let own = self.known(self.class_of(instance), name)?;
        let usual = self.known(self.types.object.read(self), name)?;
        let same = own.found.as_ref()?.is(usual.found.as_ref()?);
        Some(same && own.access.reads_plainly())
    }

    /// Fails unless the object is a class or has a tuple as `__bases__`.
    fn need_class(&mut self, value: Borrowed<'_>, message: &str) -> Result<()> {
        if self.as_type(value).is_some() || self.claimed_bases(value)?.is_some() {
            return Ok(());
        }
        Err(self.type_error(message))
    }

    fn claimed_bases(&mut self, value: Borrowed<'_>) -> Result<Option<Tuple>> {
        let name = self.names.bases.clone();
        let bases = self.lookup_attr(value, &name)?;
        Ok(bases.and_then(|bases| bases.downcast().ok()))
    }

    /// Whether `base` is met when going up by `__bases__`, the first base first. As in CPython, going
    /// to one of several bases is a recursion, which has a limit, and going to an only base is none.
    fn claims_base(&mut self, derived: Borrowed<'_>, base: Borrowed<'_>) -> Result<bool> {
        // A class of several bases, these, and how many of them were looked at.
        let mut levels: Vec<(Value, Tuple, usize)> = Vec::new();
        // Those whose bases were all looked at in vain. They stay alive, so that their addresses
        // stay their own.
        let mut vain: HashSet<u64> = HashSet::new();
        let mut held: Vec<Value> = Vec::new();
        let mut class = derived.to_value();
        loop {
            self.tick(1)?;
            if class.is(&base) {
                return Ok(true);
            }
            let repeated = held.len() >= FEW_BASES && vain.contains(&class.bits());
            if !repeated && let Some(bases) = self.claimed_bases(class.as_ref())? {
                let items = bases.read(self).items();
                if let [only] = items {
                    class = only.clone();
                    continue;
                }
                if !items.is_empty() {
                    if levels.len() >= MOST_LEVELS {
                        return Err(self.recursion_error(" in __issubclass__"));
                    }
                    levels.push((class, bases, 0));
                }
            }
            class = loop {
                let Some((_, bases, index)) = levels.last_mut() else { return Ok(false) };
                match bases.read(self).items().get(*index) {
                    Some(next) => {
                        *index += 1;
                        break next.clone();
                    }
                    None => {
                        if let Some((done, ..)) = levels.pop() {
                            self.check_room((held.len() + 1) * 4 * size_of::<Value>())?;
                            vain.insert(done.bits());
                            held.push(done);
                        }
                    }
                }
            };
        }
    }
}
