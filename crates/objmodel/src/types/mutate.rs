//! Changing classes: attributes, versions, the links to subclasses.

use std::collections::HashSet;

use objmodel_gc::Value;
use objmodel_slots::SpecialId;

use super::object::Type;
use crate::objects::str::Str;
use crate::raise::Result;
use crate::runtime::Runtime;

impl Runtime {
    /// Which methods are abstract (`__abstractmethods__`): with any, there are no instances.
    pub fn set_abstract_methods(&mut self, class: &Type, names: Option<Value>) {
        let Some(body) = class.try_write(self) else { return };
        let old = std::mem::replace(&mut body.abstract_methods, names);
        drop(old);
    }

    /// Sets an attribute in the class's own namespace, past `__setattr__` and descriptors of the
    /// metaclass, and updates slots and caches of the class and its subclasses.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn set_class_attribute(&mut self, class: &Type, name: &Str, value: Value) -> Result<()> {
        self.check_all_own(&[class.as_ref(), name.as_ref()])?;
        let heirs = self.heirs_of(class, name)?;
        let dict = self.namespace(class);
        self.dict_set_name(&dict, name, value)?;
        self.class_changed(class, name, heirs)
    }

    /// Deletes an attribute from the class's own namespace; whether it was there.
    ///
    /// # Errors
    /// A limit.
    pub fn delete_class_attribute(&mut self, class: &Type, name: &Str) -> Result<bool> {
        self.check_all_own(&[class.as_ref(), name.as_ref()])?;
        let heirs = self.heirs_of(class, name)?;
        let dict = self.namespace(class);
        let removed = self.dict_remove_name(&dict, name);
        if removed.is_some() {
            self.class_changed(class, name, heirs)?;
        }
        Ok(removed.is_some())
    }

    /// The classes whose slots may change with a special name of this class.
    fn heirs_of(&mut self, class: &Type, name: &Str) -> Result<Vec<Type>> {
        match SpecialId::from_name(name.read(self).as_bytes()) {
            Some(_) => self.descendants(class),
            None => Ok(Vec::new()),
        }
    }

    /// Makes caches and slots notice that `name` means something else in this class now.
    fn class_changed(&mut self, class: &Type, name: &Str, heirs: Vec<Type>) -> Result<()> {
        let touched = self.invalidate(class);
        if let Some(special) = SpecialId::from_name(name.read(self).as_bytes()) {
            let specials = class.read(self).specials;
            let dict = self.namespace(class);
            let defined = self.dict_get_name(&dict, name).is_some();
            class.write(self).specials =
                if defined { specials.with(special) } else { specials.without(special) };
            self.resolve_special(heirs, special);
        }
        // Each was looked something up in since it was touched last, which took ticks.
        self.tick(touched / 64)
    }

    /// The class and its subclasses that are alive, each once, and after those of its bases that are
    /// among them.
    ///
    /// # Errors
    /// A limit: it ticks for each.
    pub(crate) fn descendants(&mut self, class: &Type) -> Result<Vec<Type>> {
        if class.read(self).subclasses.is_empty() {
            return Ok(vec![class.clone()]);
        }
        let (mut seen, mut order) = (HashSet::new(), Vec::new());
        let mut work = vec![(class.clone(), false)];
        while let Some((class, entered)) = work.pop() {
            if entered {
                order.push(class);
            } else if seen.insert(class.bits()) {
                let subclasses = self.live_subclasses(&class);
                self.tick(1 + subclasses.len() / 16)?;
                work.push((class, true));
                work.extend(subclasses.into_iter().map(|class| (class, false)));
            }
        }
        order.reverse();
        Ok(order)
    }

    /// Takes the version away from a class and its subclasses, so that no cache answers for them; how
    /// many had one.
    pub(crate) fn invalidate(&mut self, class: &Type) -> usize {
        let mut touched = 0;
        let mut work = Vec::new();
        let mut next = Some(class.clone());
        while let Some(class) = next {
            // A class without a version has no subclass with one: see `version_of`.
            let version = class.read(self).version.replace(0);
            if version != 0 {
                touched += 1;
                self.method_cache.forget(version);
                work.append(&mut self.live_subclasses(&class));
            }
            next = work.pop();
        }
        touched
    }

    /// The direct subclasses that are alive, in creation order.
    pub fn live_subclasses(&self, class: &Type) -> Vec<Type> {
        let links = &self.body_of(class).subclasses;
        links
            .iter()
            .filter_map(|link| link.upgrade())
            .filter_map(|class| class.downcast().ok())
            .collect()
    }

    /// Makes a class known to its bases.
    pub(crate) fn link_subclass(&mut self, class: &Type) -> Result<()> {
        class.set_label(class.read(self).name());
        let bases = class.read(self).bases().clone();
        for base in bases.read(self).items().to_vec() {
            let Ok(base) = base.downcast::<objmodel_gc::Class<super::TypeObject>>() else {
                continue;
            };
            let weak = self.types.weakref.clone();
            let link = match self.heap.alloc_weakref(&weak, class.as_ref(), None, 0) {
                Ok(link) => link,
                Err(refused) => return Err(self.refused(refused)),
            };
            let links = &mut base.write(self).subclasses;
            if links.len() == links.capacity() {
                // Room for as many as live, so that each link is looked at a few times at most.
                links.retain(|link| link.upgrade().is_some());
                links.reserve(links.len().max(4));
            }
            links.push(link);
        }
        Ok(())
    }
}
