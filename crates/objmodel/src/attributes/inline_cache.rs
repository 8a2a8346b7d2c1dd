//! Caches that a host keeps at its call sites: attribute reads and writes, globals.
//!
//! All are plain data, so that code can hold them in `Cell`s without being traced.

use std::cell::Cell;

use objmodel_gc::{Borrowed, Value};

use super::attr_info::{DescriptorKind, LoadOutcome, ShapeKey};
use crate::objects::dict::Dict;
use crate::objects::function::{Function, FunctionObject};
use crate::objects::str::Str;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::TypeObject;

/// Remembers at one site where instances of two classes or shapes hold an attribute.
#[derive(Debug, Default)]
pub struct AttrCache {
    entry: Cell<Option<CacheEntry>>,
    /// What was found before the entry.
    earlier: Cell<Option<CacheEntry>>,
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

impl AttrCache {
    fn remember(&self, place: CacheEntry) {
        self.earlier.set(self.entry.replace(Some(place)));
    }
}

#[derive(Clone, Copy, Debug)]
struct CacheEntry {
    /// Version of the class: no data descriptor hides the attribute while it stands.
    version: u64,
    /// How the instance keeps its attributes; [`ShapeKey::NONE`] where `__slots__` made the field.
    shape: ShapeKey,
    /// That after a write: another one if the write adds the attribute.
    next: ShapeKey,
    field: usize,
}

/// Remembers at one site where a name lies in the globals or builtins.
#[derive(Debug, Default)]
pub struct GlobalCache {
    entry: Cell<Option<GlobalCacheEntry>>,
}

#[derive(Clone, Copy, Debug)]
struct GlobalCacheEntry {
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

    /// `object.name`, remembering where it was found, but leaving a property's scripted function to
    /// be called by the host.
    ///
    /// # Errors
    /// As for [`Runtime::getattr`].
    #[inline]
    pub fn load_attr_cached(
        &mut self,
        object: Borrowed<'_>,
        name: &Str,
        cache: &AttrCache,
    ) -> Result<Loaded> {
        if let Some(place) = cache.entry.get()
            && let Some(value) = self.at_place(object, place)
        {
            return Ok(Loaded::Value(value));
        }
        self.load_attr_at_site(object, name, cache)
    }

    #[inline(never)]
    fn load_attr_at_site(
        &mut self,
        object: Borrowed<'_>,
        name: &Str,
        cache: &AttrCache,
    ) -> Result<Loaded> {
        if let Some(place) = cache.earlier.get()
            && let Some(value) = self.at_place(object, place)
        {
            return Ok(Loaded::Value(value));
        }
        let value = match self.try_load_attr_fast(object, name) {
            LoadOutcome::Found(value) => value,
            LoadOutcome::Getter(getter) => match getter.downcast::<FunctionObject>() {
                Ok(function) => return Ok(Loaded::Getter(function)),
                Err(_) => return self.getattr(object, name).map(Loaded::Value),
            },
            _ => self.getattr(object, name)?,
        };
        self.note_site(object, name, cache);
        Ok(Loaded::Value(value))
    }

    #[inline(never)]
    fn getattr_at_site(&mut self, object: Borrowed<'_>, name: &Str, cache: &AttrCache) -> Result {
        if let Some(place) = cache.earlier.get()
            && let Some(value) = self.at_place(object, place)
        {
            return Ok(value);
        }
        let value = self.getattr(object, name)?;
        self.note_site(object, name, cache);
        Ok(value)
    }

    /// Lets a site remember where the attribute that was just read lies.
    #[inline]
    fn note_site(&self, object: Borrowed<'_>, name: &Str, cache: &AttrCache) {
        let version = self.class_of(object).version.get();
        if version == 0 || cache.without_field.get() != version {
            match self.make_entry(object, name) {
                Some(place) => cache.remember(place),
                None => cache.without_field.set(version),
            }
        }
    }

    #[inline]
    fn at_place(&self, object: Borrowed<'_>, place: CacheEntry) -> Option<Value> {
        let class = self.heap.class_body_of::<TypeObject>(object)?;
        if class.version.get() != place.version {
            return None;
        }
        let fields = object.fields_in_page(self)?;
        if place.shape != ShapeKey::NONE
            && ShapeKey::among(fields, class.layout.fixed) != place.shape
        {
            return None;
        }
        fields.get(place.field)?.clone()
    }

    /// The field that has the attribute, as access by name found it last.
    fn make_entry(&self, object: Borrowed<'_>, name: &Str) -> Option<CacheEntry> {
        let class = self.class_of(object);
        let access = self.known(class, name)?.access;
        let (shape, field) = match access.binding {
            DescriptorKind::Slot => (ShapeKey::NONE, access.slot()),
            _ => {
                let shape = self.shape_of(object, class);
                (shape, access.field_in(shape)??)
            }
        };
        let plain = access.reads_plainly() && access.writes_plainly();
        plain.then_some(CacheEntry { version: class.version.get(), shape, next: shape, field })
    }

    /// Writes where an earlier write of this site did; the value comes back if that was elsewhere.
    #[inline]
    fn write_at(&mut self, object: Borrowed<'_>, place: CacheEntry, value: Value) -> Option<Value> {
        let Some(class) = self.heap.class_body_of::<TypeObject>(object) else { return Some(value) };
        let fixed = class.layout.fixed;
        if class.version.get() != place.version {
            return Some(value);
        }
        let fields = object.fields_mut(self);
        if place.shape != ShapeKey::NONE && ShapeKey::among(fields, fixed) != place.shape {
            return Some(value);
        }
        let Some(field) = fields.get_mut(place.field) else { return Some(value) };
        let old = field.replace(value);
        if place.next != place.shape {
            fields[usize::from(fixed)] = place.next.to_word();
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
        let unwritten = match cache.earlier.get() {
            Some(place) => self.write_at(object, place, value),
            None => Some(value),
        };
        let Some(value) = unwritten else { return Ok(()) };
        let before = self.shape_of(object, self.class_of(object));
        self.setattr(object, name, &value)?;
        let place = self.make_entry(object, name).filter(|place| {
            // Only what this name alone can have added is known for the next time.
            [ShapeKey::NONE, before].contains(&place.shape) || self.adds(before, place.shape, name)
        });
        if let Some(place) = place {
            let shape = if place.shape == ShapeKey::NONE { ShapeKey::NONE } else { before };
            cache.remember(CacheEntry { shape, ..place });
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

    #[inline(never)]
    fn load_method_slow(&mut self, object: Borrowed<'_>, name: &Str) -> Result<LoadedMethod> {
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
        if globals.version() != place.globals {
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
        let version = globals.read(self).version();
        for (dict, of_builtins) in [(globals, false), (builtins, true)] {
            let Some(position) = self.dict_position_of_name(dict, name) else { continue };
            let builtins = of_builtins.then(|| dict.read(self).version());
            cache.entry.set(Some(GlobalCacheEntry { globals: version, builtins, position }));
            return dict.read(self).entry(position).map(|entry| entry.value.clone());
        }
        None
    }
}
