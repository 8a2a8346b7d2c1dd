//! Finding a name along a class's method resolution order, and the cache in front of it.

use objmodel_gc::{Ref, Value};

use super::object::{Type, TypeObject, TypeRef};
use super::slot::Slots;
use crate::objects::str::Str;
use crate::runtime::Runtime;
use crate::singletons::{self, Singleton};

/// Entries of the cache; a power of two.
const ENTRIES: usize = 4096;

/// Answers of earlier lookups, by class version and name.
pub(crate) struct LookupCache {
    entries: Box<[Entry]>,
}

#[derive(Clone, Default)]
struct Entry {
    version: u64,
    /// Identity of the name; interned names never move.
    name: u64,
    /// `None` where the class has no such attribute.
    found: Option<Value>,
}

impl Default for LookupCache {
    fn default() -> LookupCache {
        LookupCache { entries: vec![Entry::default(); ENTRIES].into() }
    }
}

impl LookupCache {
    #[inline]
    fn slot(version: u64, name: u64) -> usize {
        (version as usize ^ (name >> 4) as usize) & (ENTRIES - 1)
    }

    /// The answer of an earlier lookup, if it is still known; versions are never 0.
    #[inline]
    pub(crate) fn get(&self, version: u64, name: &Str) -> Option<&Option<Value>> {
        let key = name.bits();
        let entry = &self.entries[LookupCache::slot(version, key)];
        (entry.version == version && entry.name == key).then_some(&entry.found)
    }
}

/// The class of any object.
#[inline]
pub(crate) fn type_of<'a>(rt: &'a Runtime, value: Ref<'a>) -> TypeRef<'a> {
    if let Some(class) = value.class_handle::<TypeObject>() {
        return class;
    }
    let types = &*rt.types;
    let class = if value.as_small_int().is_some() {
        &types.int
    } else if value.as_immediate_float().is_some() {
        &types.float
    } else {
        match singletons::of(&value) {
            Some(Singleton::Bool(_)) => &types.bool_,
            Some(Singleton::NotImplemented) => &types.not_implemented,
            Some(Singleton::Ellipsis) => &types.ellipsis,
            Some(Singleton::None) | None => &types.none,
        }
    };
    TypeRef::from(class)
}

impl Runtime {
    /// `value` as a class, if it is one.
    #[inline]
    pub fn as_type<'a>(&self, value: Ref<'a>) -> Option<TypeRef<'a>> {
        value.typed::<objmodel_gc::Class<TypeObject>>()
    }

    /// Whether the object's class has the operation: `tp_descr_set` makes a data descriptor.
    pub fn has_slot(&self, value: Ref<'_>, id: objmodel_slots::SlotId) -> bool {
        self.slots_of(value).has(id)
    }

    /// Whether a slot of the class is native: no Python class redefined what it does.
    pub fn slot_is_native(&self, class: &Type, id: objmodel_slots::SlotId) -> bool {
        class.read(self).slots.get(id).as_native().is_some()
    }

    /// The body of an object's class.
    #[inline]
    pub fn class_of<'a>(&'a self, value: Ref<'a>) -> &'a TypeObject {
        self.type_of(value).lend(self).unwrap_or_else(|| self.types.object.read(self))
    }

    /// The slots of an object's class.
    #[inline]
    pub(crate) fn slots_of<'a>(&'a self, value: Ref<'a>) -> &'a Slots {
        &self.class_of(value).slots
    }

    /// The attribute that `class` or one of its bases defines under `name`, without binding it
    /// (`_PyType_Lookup`). Runs no Python code. Constant time when asked again.
    #[inline]
    pub fn lookup(&mut self, class: &Type, name: &Str) -> Option<Value> {
        let version = class.read(self).version.get();
        match self.lookups.get(version, name).filter(|_| version != 0) {
            Some(found) => found.clone(),
            None => self.lookup_slow(class, name),
        }
    }

    #[cold]
    fn lookup_slow(&mut self, class: &Type, name: &Str) -> Option<Value> {
        self.fill_order(class);
        let order = &class.read(self).mro;
        let found = order.iter().find_map(|base| self.dict_get_name(base.read(self).dict(), name));
        let interned = self.intern_str(name);
        if interned.is(name) {
            let version = self.version_of(class);
            let slot = LookupCache::slot(version, name.bits());
            let entry = Entry { version, name: name.bits(), found: found.clone() };
            self.lookups.entries[slot] = entry;
        }
        found
    }

    /// Whether the class or one of its bases defines `name`.
    pub fn has_class_attribute(&mut self, class: &Type, name: &Str) -> bool {
        self.lookup(class, name).is_some()
    }

    /// A number that stands for what lookups in this class answer now. The whole order gets one, so
    /// that a class without a number has no subclass with one.
    pub(crate) fn version_of(&mut self, class: &Type) -> u64 {
        let version = class.read(self).version.get();
        if version != 0 {
            return version;
        }
        let mut last = self.next_version;
        for ancestor in std::iter::once(class).chain(&class.read(self).mro) {
            let version = &ancestor.read(self).version;
            if version.get() == 0 {
                last += 1;
                version.set(last);
            }
        }
        self.next_version = last;
        class.read(self).version.get()
    }

    /// Whether `class` is `base` or derives from it, by its method resolution order.
    #[inline]
    pub fn is_subtype(&self, class: &Type, base: &Type) -> bool {
        class.is(base) || class.read(self).mro.iter().any(|ancestor| ancestor.is(base))
    }

    /// Whether the class of `value` is `class` or derives from it: `isinstance` past all hooks.
    #[inline]
    pub fn is_instance_of(&self, value: Ref<'_>, class: &Type) -> bool {
        self.is_subtype(&self.type_of(value), class)
    }

    /// A string's text for messages; the empty string for anything else.
    pub fn text_of<'a>(&'a self, value: Ref<'a>) -> std::borrow::Cow<'a, str> {
        value
            .get::<crate::objects::str::StrObject>(self)
            .map(|text| text.as_str())
            .unwrap_or_default()
    }
}
