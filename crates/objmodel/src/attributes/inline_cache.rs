//! Caches that a host keeps at its call sites: attribute reads and writes, globals.
//!
//! All are plain data, so that code can hold them in `Cell`s without being traced.

use std::cell::Cell;

use objmodel_gc::{Borrowed, Value};

use super::attr_info::{DescriptorKind, LoadOutcome, ShapeKey};
use crate::objects::dict::Dict;
use crate::objects::function::{Function, FunctionObject};
use crate::objects::module::ModuleObject;
use crate::objects::str::Str;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::TypeObject;

/// Remembers at one site where instances of a few classes or shapes hold an attribute.
#[derive(Debug, Default)]
pub struct AttrCache {
    entry: Cell<Option<CacheEntry>>,
    /// What was found before the entry, newest first.
    earlier: [Cell<Option<CacheEntry>>; EARLIER],
    /// How often it was wrong, as far as that fits: a site that meets many classes mostly stays as
    /// it is.
    misses: Cell<u8>,
    /// Version of the last class whose instances had no field for it: looking for one is in vain.
    without_field: Cell<u64>,
}

/// What an attribute that is read at a site turns out to be.
pub enum Loaded {
    /// Its value.
    Value(Value),
    /// What a property's function returns that is called with the object: a host may run it
    /// without native recursion.
    Getter(Function),
}

/// How many entries a site keeps beside the newest.
const EARLIER: usize = 3;
/// So many of 256 misses change what a site remembers.
const NOTED: u8 = 32;

impl AttrCache {
    fn remember(&self, place: CacheEntry) {
        let mut moved = self.entry.replace(Some(place));
        for earlier in &self.earlier {
            moved = earlier.replace(moved);
        }
    }

    /// Counts a miss; whether it is to be remembered what was met instead.
    fn takes_note(&self) -> bool {
        let misses = self.misses.get();
        self.misses.set(misses.wrapping_add(1));
        misses < NOTED
    }
}

#[derive(Clone, Copy, Debug)]
struct CacheEntry {
    /// Version of the class: no data descriptor hides the attribute while it stands.
    version: u64,
    /// The word by which the instance says how it keeps its attributes; [`ANY_SHAPE`] where
    /// `__slots__` made the field.
    shape: u64,
    /// How it keeps them after a write.
    next: ShapeKey,
    /// Whether a write adds the attribute, so that the instance keeps them in another way.
    adds: bool,
    /// The field with that word.
    fixed: u16,
    field: u16,
}

/// Instances of the class have the field whatever attributes they have. No value is this word.
const ANY_SHAPE: u64 = u64::MAX;

impl CacheEntry {
    /// Whether the instance with these fields keeps its attributes as the entry says.
    #[inline(always)]
    fn fits(&self, fields: &[Option<Value>]) -> bool {
        let word = fields.get(usize::from(self.fixed));
        self.shape == ANY_SHAPE || word.map(word_of) == Some(self.shape)
    }
}

/// The bits of a field, zero if it is empty.
#[inline(always)]
fn word_of(field: &Option<Value>) -> u64 {
    field.as_ref().map_or(0, Value::bits)
}

/// Remembers at one site where a name lies in the globals or builtins.
#[derive(Debug, Default)]
pub struct GlobalCache {
    entry: Cell<Option<GlobalCacheEntry>>,
}

#[derive(Clone, Copy, Debug)]
struct GlobalCacheEntry {
    /// The number of the globals and built-ins of the function: other functions of the same code may
    /// have others.
    namespaces: u32,
    /// The version of the globals.
    globals: u32,
    /// The builtins' version if the name is found there.
    builtins: Option<u32>,
    position: usize,
}

/// A method that was looked up to be called at once.
#[derive(Debug)]
pub enum LoadedMethod {
    /// A function: pass the object before the arguments.
    Unbound(Value),
    /// Anything else: call it with the arguments alone.
    Bound(Value),
}

impl Runtime {
    /// `object.name`, remembering where it was found.
    ///
    /// # Errors
    /// As for [`Runtime::getattr`].
    #[inline]
    pub fn getattr_cached(
        &mut self,
        object: Borrowed<'_>,
        name: &Str,
        cache: &AttrCache,
    ) -> Result {
        if let Some(place) = cache.entry.get()
            && let Some(value) = self.at_place(object, place)
        {
            return Ok(value);
        }
        self.getattr_at_site(object, name, cache)
    }

    /// The attribute that a site found last, if this object has it at the same place.
    #[inline(always)]
    pub fn attr_at_site(&self, object: Borrowed<'_>, cache: &AttrCache) -> Option<Value> {
        self.at_place(object, cache.entry.get()?)
    }

    /// `object.name` where [`Runtime::attr_at_site`] does not know it, remembering where it was found,
    /// but leaving a property's scripted function to be called by the host.
    ///
    /// # Errors
    /// As for [`Runtime::getattr`].
    #[inline(never)]
    pub fn load_attr_at_site(
        &mut self,
        object: Borrowed<'_>,
        name: &Str,
        cache: &AttrCache,
    ) -> Result<Loaded> {
        let class = self.heap.class_body_of::<TypeObject>(object);
        let version = class.map_or(0, |class| class.version.get());
        let in_vain = version != 0 && cache.without_field.get() == version;
        if !in_vain && let Some(value) = self.at_earlier(object, cache) {
            return Ok(Loaded::Value(value));
        }
        let value = match self.try_load_attr_fast(object, name) {
            LoadOutcome::Found(value) => value,
            LoadOutcome::Getter(getter) => match getter.downcast::<FunctionObject>() {
                Ok(function) => return Ok(Loaded::Getter(function)),
                Err(_) => return self.getattr(object, name).map(Loaded::Value),
            },
            _ => match self.module_attribute(object, name) {
                Some(value) => return Ok(Loaded::Value(value)),
                None => self.getattr(object, name)?,
            },
        };
        if !in_vain {
            self.note_site(object, name, cache);
        }
        Ok(Loaded::Value(value))
    }

    #[inline(never)]
    fn getattr_at_site(&mut self, object: Borrowed<'_>, name: &Str, cache: &AttrCache) -> Result {
        if let Some(value) = self.at_earlier(object, cache) {
            return Ok(value);
        }
        let value = self.getattr(object, name)?;
        self.note_site(object, name, cache);
        Ok(value)
    }

    /// What one of a site's earlier entries finds.
    #[inline]
    fn at_earlier(&self, object: Borrowed<'_>, cache: &AttrCache) -> Option<Value> {
        let class = self.heap.class_body_of::<TypeObject>(object)?;
        let version = class.version.get();
        let places = cache.earlier.iter().map_while(Cell::get);
        for place in places.filter(|place| place.version == version) {
            if let Some(value) = self.at_place(object, place) {
                return Some(value);
            }
        }
        None
    }

    /// An attribute of a module that its namespace has, if no data descriptor of the class hides it.
    #[inline]
    fn module_attribute(&self, object: Borrowed<'_>, name: &Str) -> Option<Value> {
        let module = object.get::<ModuleObject>(self)?;
        if !self.type_of(object).is(&self.types.module) {
            return None;
        }
        let known = self.known(self.class_of(object), name)?;
        if !known.access.binding.is_hidden_by_instance() {
            return None;
        }
        self.dict_get_name(module.dict.as_ref()?, name)
    }

    /// Lets a site remember where the attribute that was just read lies.
    #[inline]
    fn note_site(&self, object: Borrowed<'_>, name: &Str, cache: &AttrCache) {
        if !cache.takes_note() {
            return;
        }
        let version = self.class_of(object).version.get();
        if version == 0 || cache.without_field.get() != version {
            match self.make_entry(object, name) {
                Some(place) => cache.remember(place),
                None => cache.without_field.set(version),
            }
        }
    }

    #[inline(always)]
    fn at_place(&self, object: Borrowed<'_>, place: CacheEntry) -> Option<Value> {
        let class = self.heap.class_body_of::<TypeObject>(object)?;
        if class.version.get() != place.version {
            return None;
        }
        let fields = object.fields_in_page(self)?;
        if !place.fits(fields) {
            return None;
        }
        fields.get(usize::from(place.field))?.clone()
    }

    /// The field that has the attribute, as access by name found it last.
    fn make_entry(&self, object: Borrowed<'_>, name: &Str) -> Option<CacheEntry> {
        let class = self.class_of(object);
        let access = self.known(class, name)?.access;
        let fixed = class.layout.fixed;
        let (shape, next, field) = match access.binding {
            DescriptorKind::Slot => (ANY_SHAPE, ShapeKey::NONE, access.slot()),
            _ => {
                let shape = self.shape_of(object, class);
                let field = access.field_in(shape)??;
                let word = object.fields(self).get(usize::from(fixed)).map_or(ANY_SHAPE, word_of);
                (word, shape, field)
            }
        };
        let (version, field) = (class.version.get(), u16::try_from(field).ok()?);
        let plain = access.reads_plainly() && access.writes_plainly();
        plain.then_some(CacheEntry { version, shape, next, adds: false, fixed, field })
    }

    /// Writes where an earlier write of this site did; the value comes back if that was elsewhere.
    #[inline]
    fn write_at(&mut self, object: Borrowed<'_>, place: CacheEntry, value: Value) -> Option<Value> {
        let Some(class) = self.heap.class_body_of::<TypeObject>(object) else { return Some(value) };
        if class.version.get() != place.version {
            return Some(value);
        }
        let fields = object.fields_mut(self);
        if !place.fits(fields) {
            return Some(value);
        }
        let Some(field) = fields.get_mut(usize::from(place.field)) else { return Some(value) };
        let old = field.replace(value);
        if place.adds {
            fields[usize::from(place.fixed)] = place.next.to_word();
        }
        drop(old);
        None
    }

    /// `object.name = value`, remembering where the attribute lies or was added.
    ///
    /// # Errors
    /// As for [`Runtime::setattr`].
    #[inline]
    pub fn setattr_cached(
        &mut self,
        object: Borrowed<'_>,
        name: &Str,
        value: Value,
        cache: &AttrCache,
    ) -> Result<()> {
        let unwritten = match cache.entry.get() {
            Some(place) => self.write_at(object, place, value),
            None => Some(value),
        };
        match unwritten {
            Some(value) => self.setattr_at_site(object, name, value, cache),
            None => Ok(()),
        }
    }

    #[inline(never)]
    fn setattr_at_site(
        &mut self,
        object: Borrowed<'_>,
        name: &Str,
        value: Value,
        cache: &AttrCache,
    ) -> Result<()> {
        let mut unwritten = value;
        for place in cache.earlier.iter().map_while(Cell::get) {
            match self.write_at(object, place, unwritten) {
                Some(value) => unwritten = value,
                None => return Ok(()),
            }
        }
        let value = unwritten;
        if !cache.takes_note() {
            return self.setattr(object, name, &value);
        }
        let class = self.class_of(object);
        let (before, fixed) = (self.shape_of(object, class), usize::from(class.layout.fixed));
        let word = object.fields(self).get(fixed).map(word_of);
        self.setattr(object, name, &value)?;
        let Some(place) = self.make_entry(object, name) else { return Ok(()) };
        if [ShapeKey::NONE, before].contains(&place.next) {
            cache.remember(place);
        } else if let Some(shape) = word
            && self.adds(before, place.next, name)
        {
            // Only what this name alone can have added is known for the next time.
            cache.remember(CacheEntry { shape, adds: true, ..place });
        }
        Ok(())
    }

    /// `object.name` to be called at once: a function of the class is not bound first.
    ///
    /// # Errors
    /// As for [`Runtime::getattr`].
    #[inline]
    pub fn load_method(&mut self, object: Borrowed<'_>, name: &Str) -> Result<LoadedMethod> {
        match self.try_load_method_fast(object, name) {
            Some(method) => Ok(LoadedMethod::Unbound(method)),
            None => self.load_method_slow(object, name),
        }
    }

    /// The function of the class that is the method `object.name`, which gets the object before its
    /// arguments, if that is known.
    #[inline(always)]
    pub fn method_at_once(&self, object: Borrowed<'_>, name: &Str) -> Option<Value> {
        self.try_load_method_fast(object, name)
    }

    /// As [`Runtime::load_method`], where [`Runtime::method_at_once`] does not know it.
    ///
    /// # Errors
    /// As for [`Runtime::getattr`].
    #[inline(never)]
    pub fn load_method_slow(&mut self, object: Borrowed<'_>, name: &Str) -> Result<LoadedMethod> {
        if let Some(value) = self.module_attribute(object, name) {
            return Ok(LoadedMethod::Bound(value));
        }
        let class = self.type_of(object).to_gc();
        let known = self.lookup_entry(&class, name);
        let plain =
            matches!(known.access.binding, DescriptorKind::Function | DescriptorKind::NativeMethod);
        if !(plain && known.access.reads_plainly()) {
            return self.getattr(object, name).map(LoadedMethod::Bound);
        }
        match (self.instance_attribute(object, name), known.found) {
            (None, Some(method)) => Ok(LoadedMethod::Unbound(method)),
            (Some(own), _) => Ok(LoadedMethod::Bound(own)),
            (None, None) => Err(self.no_attribute(object, name.as_ref())),
        }
    }

    /// What a site of the innermost scripted function found last, if globals and builtins are as they
    /// were then.
    #[inline(always)]
    pub fn global_at_site(&self, cache: &GlobalCache) -> Option<Value> {
        let place = cache.entry.get()?;
        let function = self.current_function()?.frozen();
        let globals = function.globals.read(self);
        if function.namespaces() != place.namespaces || globals.version() != place.globals {
            return None;
        }
        let dict = match place.builtins {
            None => globals,
            Some(version) => {
                Some(function.builtins.read(self)).filter(|dict| dict.version() == version)?
            }
        };
        Some(dict.entry(place.position)?.value.clone())
    }

    /// A global or built-in name; `None` if there is neither. The site remembers where it is, for
    /// [`Runtime::global_at_site`].
    pub fn load_global(
        &mut self,
        globals: &Dict,
        builtins: &Dict,
        name: &Str,
        cache: &GlobalCache,
    ) -> Option<Value> {
        self.find_global(globals, builtins, name, cache)
    }

    #[cold]
    fn find_global(
        &mut self,
        globals: &Dict,
        builtins: &Dict,
        name: &Str,
        cache: &GlobalCache,
    ) -> Option<Value> {
        let namespaces = match self.current_function() {
            Some(function) if function.frozen().globals.is(globals) => {
                self.namespaces_of(function.frozen())
            }
            _ => None,
        };
        let version = globals.try_read(self)?.version();
        for (dict, of_builtins) in [(globals, false), (builtins, true)] {
            let Some(position) = self.dict_position_of_name(dict, name) else { continue };
            let builtins = of_builtins.then(|| dict.read(self).version());
            cache.entry.set(namespaces.map(|namespaces| {
                let globals = version;
                GlobalCacheEntry { namespaces, globals, builtins, position }
            }));
            return dict.read(self).entry(position).map(|entry| entry.value.clone());
        }
        None
    }
}
