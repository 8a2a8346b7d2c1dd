//! Finding a name along a class's method resolution order, and the cache in front of it.

use objmodel_gc::{Borrowed, Value};

use super::object::{Type, TypeObject, TypeRef};
use super::slot::Slots;
use crate::attributes::attr_info::AttrInfo;
use crate::objects::str::Str;
use crate::runtime::Runtime;
use crate::singletons::{self, Singleton};

/// Entries of the cache, and chains of them; powers of two.
const ENTRIES: usize = 4096;
const CHAINS: usize = 512;
/// The end of a chain.
const END: u16 = u16::MAX;

/// Answers of earlier lookups, by class version and name.
///
/// The answers are held, so they are forgotten as soon as they are none any more, and before a full
/// collection: else the cache would keep alive what a program has deleted.
pub(crate) struct MethodCache {
    entries: Box<[MethodCacheEntry; ENTRIES]>,
    /// The first entries of versions with the same remainder.
    chains: Box<[u16; CHAINS]>,
}

/// What is known of a name in a class.
#[derive(Clone)]
pub(crate) struct MethodCacheEntry {
    version: u64,
    /// Identity of the name; interned names never move.
    name: u64,
    /// `None` where the class has no such attribute.
    pub(crate) found: Option<Value>,
    /// What that means for the class's instances.
    pub(crate) access: AttrInfo,
    /// The neighbours in the chain.
    before: u16,
    after: u16,
}

impl MethodCacheEntry {
    fn new(version: u64, name: u64, found: Option<Value>, access: AttrInfo) -> MethodCacheEntry {
        MethodCacheEntry { version, name, found, access, before: END, after: END }
    }
}

impl Default for MethodCache {
    fn default() -> MethodCache {
        let nothing = MethodCacheEntry::new(0, 0, None, AttrInfo::default());
        let entries = vec![nothing; ENTRIES].into_boxed_slice();
        let Ok(entries) = entries.try_into() else { unreachable!("there are so many") };
        MethodCache { entries, chains: Box::new([END; CHAINS]) }
    }
}

impl MethodCache {
    #[inline]
    fn slot(version: u64, name: u64) -> usize {
        // Versions follow each other, and so do names: only one of them may count by ones.
        (version.wrapping_mul(2_654_435_761) as usize ^ (name >> 4) as usize) & (ENTRIES - 1)
    }

    /// The other place of what belongs at a place.
    #[inline]
    fn other(slot: usize) -> usize {
        slot ^ 1
    }

    /// The answer of an earlier lookup, if it is still known. Nothing is known of version 0.
    #[inline]
    pub(crate) fn get(&self, version: u64, name: &Str) -> Option<&MethodCacheEntry> {
        let name = name.bits();
        let slot = MethodCache::slot(version, name);
        let known = &self.entries[slot];
        match known.version == version && known.name == name {
            true => Some(known),
            false => self.get_elsewhere(slot, version, name),
        }
    }

    #[inline(never)]
    fn get_elsewhere(&self, slot: usize, version: u64, name: u64) -> Option<&MethodCacheEntry> {
        let known = &self.entries[MethodCache::other(slot)];
        (known.version == version && known.name == name).then_some(known)
    }

    /// The answer of an earlier lookup, to note in it what was learned of instances since.
    pub(crate) fn get_mut(&mut self, version: u64, name: &Str) -> Option<&mut MethodCacheEntry> {
        let name = name.bits();
        let slot = MethodCache::slot(version, name);
        let is_known = |known: &MethodCacheEntry| known.version == version && known.name == name;
        let places = [slot, MethodCache::other(slot)];
        let place = places.into_iter().find(|place| is_known(&self.entries[*place]))?;
        Some(&mut self.entries[place])
    }

    fn insert(&mut self, known: MethodCacheEntry) {
        let own = MethodCache::slot(known.version, known.name);
        let other = MethodCache::other(own);
        let taken = |slot: usize| self.entries[slot].version != 0;
        let slot = if taken(own) && !taken(other) { other } else { own };
        self.remove(slot);
        let chain = &mut self.chains[known.version as usize % CHAINS];
        let after = std::mem::replace(chain, slot as u16);
        if let Some(after) = self.entries.get_mut(usize::from(after)) {
            after.before = slot as u16;
        }
        self.entries[slot] = MethodCacheEntry { after, ..known };
    }

    /// Takes an entry out of its chain and forgets its answer.
    fn remove(&mut self, slot: usize) {
        let entry = &mut self.entries[slot];
        if entry.version == 0 {
            return;
        }
        let (chain, before, after) =
            (entry.version as usize % CHAINS, usize::from(entry.before), usize::from(entry.after));
        let gone = std::mem::replace(entry, MethodCacheEntry::new(0, 0, None, AttrInfo::default()));
        match self.entries.get_mut(before) {
            Some(before) => before.after = after as u16,
            None => self.chains[chain] = after as u16,
        }
        if let Some(after) = self.entries.get_mut(after) {
            after.before = before as u16;
        }
        drop(gone);
    }

    /// Forgets all answers for a version.
    pub(crate) fn forget(&mut self, version: u64) {
        let mut slot = usize::from(self.chains[version as usize % CHAINS]);
        while let Some(entry) = self.entries.get(slot) {
            let after = usize::from(entry.after);
            if entry.version == version {
                self.remove(slot);
            }
            slot = after;
        }
    }

    /// Forgets all answers.
    pub(crate) fn clear(&mut self) {
        for slot in 0..ENTRIES {
            self.remove(slot);
        }
    }
}

impl Runtime {
    /// `value` as a class, if it is one.
    #[inline]
    pub fn as_type<'a>(&self, value: Borrowed<'a>) -> Option<TypeRef<'a>> {
        value.typed::<objmodel_gc::Class<TypeObject>>().filter(|class| class.belongs_to(&self.heap))
    }

    /// Whether the object's class has the operation: `tp_descr_set` makes a data descriptor.
    pub fn has_slot(&self, value: Borrowed<'_>, id: objmodel_slots::SlotId) -> bool {
        self.slots_of(value).has(id)
    }

    /// Whether a slot of the class is native: no Python class redefined what it does.
    pub fn slot_is_native(&self, class: &Type, id: objmodel_slots::SlotId) -> bool {
        class.read(self).slots.get(id).as_native().is_some()
    }

    /// The class of any object: `type(x)` past `__class__`.
    #[inline]
    pub fn type_of<'a>(&'a self, value: Borrowed<'a>) -> TypeRef<'a> {
        match self.heap.class_of(value) {
            Some(class) => class,
            None => TypeRef::from(self.type_of_immediate(value)),
        }
    }

    /// The body of an object's class.
    #[inline]
    pub fn class_of<'a>(&'a self, value: Borrowed<'a>) -> &'a TypeObject {
        match self.heap.class_body_of(value) {
            Some(class) => class,
            None => self.type_of_immediate(value).read(self),
        }
    }

    /// The class of what is no object of this runtime.
    #[inline(never)]
    fn type_of_immediate(&self, value: Borrowed<'_>) -> &Type {
        let types = &*self.types;
        if value.as_small_int().is_some() {
            return &types.int;
        }
        if value.as_immediate_float().is_some() {
            return &types.float;
        }
        match singletons::of(&value) {
            Some(Singleton::Bool(_)) => &types.bool_,
            Some(Singleton::NotImplemented) => &types.not_implemented,
            Some(Singleton::Ellipsis) => &types.ellipsis,
            Some(Singleton::None) => &types.none,
            None => &types.foreign,
        }
    }

    /// The slots of an object's class.
    #[inline]
    pub(crate) fn slots_of<'a>(&'a self, value: Borrowed<'a>) -> &'a Slots {
        &self.class_of(value).slots
    }

    /// The attribute that `class` or one of its bases defines under `name`, without binding it
    /// (`_PyType_Lookup`). Runs no Python code. Constant time when asked again.
    #[inline]
    pub fn lookup(&mut self, class: &Type, name: &Str) -> Option<Value> {
        match self.method_cache.get(class.try_read(self)?.version.get(), name) {
            Some(known) => known.found.clone(),
            None => self.look_up(class, name).found,
        }
    }

    /// What is known of the name in the class, or turns out now.
    pub(crate) fn lookup_entry(&mut self, class: &Type, name: &Str) -> MethodCacheEntry {
        match self.known(class.read(self), name) {
            Some(known) => known.clone(),
            None => self.look_up(class, name),
        }
    }

    #[cold]
    fn look_up(&mut self, class: &Type, name: &Str) -> MethodCacheEntry {
        self.populate_mro(class);
        let order = &class.read(self).mro;
        let found = order.iter().find_map(|base| self.dict_get_name(base.read(self).dict(), name));
        let access = self.attr_info_of(class.read(self), found.as_ref());
        let mut known = MethodCacheEntry::new(0, name.bits(), found, access);
        if self.intern_str(name).is(name) {
            known.version = self.version_of(class);
            self.method_cache.insert(known.clone());
        }
        known
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
        let Some(body) = class.try_read(self) else { return false };
        let order = &body.mro;
        class.is(base)
            || order.iter().any(|ancestor| ancestor.is(base))
            || (order.is_empty() && self.extends(class, base))
    }

    /// Whether `class` is `base` or derives from it, along `__base__`: for a class whose order is not known yet.
    #[cold]
    pub(crate) fn extends(&self, class: &Type, base: &Type) -> bool {
        let mut class = class;
        while let Some(next) = class.read(self).base.as_ref() {
            if next.is(base) {
                return true;
            }
            class = next;
        }
        false
    }

    /// Whether the class of `value` is `class` or derives from it: `isinstance` past all hooks.
    #[inline]
    pub fn is_instance_of(&self, value: Borrowed<'_>, class: &Type) -> bool {
        self.is_subtype(&self.type_of(value), class)
    }

    /// A string's text for messages; the empty string for anything else.
    pub fn text_of<'a>(&'a self, value: Borrowed<'a>) -> std::borrow::Cow<'a, str> {
        value
            .get::<crate::objects::str::StrObject>(self)
            .map(|text| text.as_str())
            .unwrap_or_default()
    }
}
