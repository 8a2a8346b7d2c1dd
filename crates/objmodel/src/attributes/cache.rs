//! Caches that a host keeps at its call sites: attribute reads and writes, methods, globals.
//!
//! All are plain data, so that code can hold them in `Cell`s without being traced.

use std::cell::Cell;

use objmodel_gc::{Ref, Value};
use objmodel_slots::SlotId;

use super::shape::ShapeId;
use crate::objects::descriptor::MethodDescriptorObject;
use crate::objects::dict::Dict;
use crate::objects::function::FunctionObject;
use crate::objects::str::Str;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::Type;

/// Remembers at one site where instances of two classes or shapes hold an attribute.
#[derive(Debug, Default)]
pub struct AttrCache {
    entry: Cell<Option<Place>>,
    /// What was found before the entry.
    earlier: Cell<Option<Place>>,
}

impl AttrCache {
    fn remember(&self, place: Place) {
        self.earlier.set(self.entry.replace(Some(place)));
    }
}

#[derive(Clone, Copy, Debug)]
struct Place {
    /// Version of the class: no data descriptor hides the attribute while it stands.
    version: u64,
    /// The word that tells the shape, and what it must hold.
    shape_field: u32,
    shape: u32,
    field: u32,
    /// The shape after a write: another one if the write adds the attribute.
    next: u32,
}

/// Remembers at one site that instances of one class and shape do not hide a method.
#[derive(Debug, Default)]
pub struct MethodCache {
    entry: Cell<Option<(u64, u32)>>,
}

/// Remembers at one site where a name lies in the globals or builtins.
#[derive(Debug, Default)]
pub struct GlobalCache {
    entry: Cell<Option<GlobalPlace>>,
}

#[derive(Clone, Copy, Debug)]
struct GlobalPlace {
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

/// The shape word of instances whose class has no `__dict__`: no shape has this number.
const NO_SHAPE: u32 = u32::MAX;

impl Runtime {
    /// `object.name`, remembering where it was found.
    ///
    /// # Errors
    /// As for [`Runtime::getattr`].
    #[inline]
    pub fn getattr_cached(&mut self, object: Ref<'_>, name: &Str, cache: &AttrCache) -> Result {
        if let Some(place) = cache.entry.get()
            && let Some(value) = self.at_place(object, place)
        {
            return Ok(value);
        }
        self.getattr_at_site(object, name, cache)
    }

    #[inline(never)]
    fn getattr_at_site(&mut self, object: Ref<'_>, name: &Str, cache: &AttrCache) -> Result {
        if let Some(place) = cache.earlier.get()
            && let Some(value) = self.at_place(object, place)
        {
            return Ok(value);
        }
        if let Some(place) = self.find_place(object, name) {
            cache.remember(place);
        }
        self.getattr(object, name)
    }

    #[inline]
    fn at_place(&self, object: Ref<'_>, place: Place) -> Option<Value> {
        if !object.is_object() || self.class_of(object).version.get() != place.version {
            return None;
        }
        let fields = object.fields(self);
        let shape = fields.get(place.shape_field as usize)?.as_ref()?.as_small_int()?;
        if shape != place.shape as i64 {
            return None;
        }
        fields.get(place.field as usize)?.clone()
    }

    /// Where an attribute that only the instance decides about lies in it.
    fn find_place(&mut self, object: Ref<'_>, name: &Str) -> Option<Place> {
        let class = self.plain_class(object, SlotId::TpGetattro)?;
        if let Some(found) = self.lookup(&class, name)
            && self.has_slot(found.as_ref(), SlotId::TpDescrSet)
        {
            return None;
        }
        let shape = self.shape_of(object, &class)?;
        let name = self.intern_str(name);
        let field = self.shapes.find(ShapeId(shape), &name)?;
        let shape_field = class.read(self).layout.fixed as u32;
        Some(Place {
            version: self.version_of(&class),
            shape_field,
            shape,
            field: shape_field + 1 + field as u32,
            next: shape,
        })
    }

    /// Writes where an earlier write of this site did; the value comes back if that was elsewhere.
    #[inline]
    fn write_at(&mut self, object: Ref<'_>, place: Place, value: Value) -> Option<Value> {
        if !object.is_object() || self.class_of(object).version.get() != place.version {
            return Some(value);
        }
        let fields = object.fields_mut(self);
        let shape = match fields.get(place.shape_field as usize) {
            Some(None) => Some(ShapeId::EMPTY.0 as i64),
            Some(Some(word)) => word.as_small_int(),
            None => None,
        };
        if shape != Some(place.shape as i64) {
            return Some(value);
        }
        let Some(field) = fields.get_mut(place.field as usize) else { return Some(value) };
        let old = field.replace(value);
        if place.next != place.shape {
            fields[place.shape_field as usize] = Value::small_int(place.next as i64);
        }
        drop(old);
        None
    }

    /// `object.name = value`, remembering where the attribute lies or was added.
    ///
    /// # Errors
    /// As for [`Runtime::setattr`].
    pub fn setattr_cached(
        &mut self,
        object: Ref<'_>,
        name: &Str,
        value: Value,
        cache: &AttrCache,
    ) -> Result<()> {
        let mut value = value;
        for place in [cache.entry.get(), cache.earlier.get()].into_iter().flatten() {
            match self.write_at(object, place, value) {
                Some(unwritten) => value = unwritten,
                None => return Ok(()),
            }
        }
        let class = self.plain_class(object, SlotId::TpSetattro);
        let before = class.as_ref().and_then(|class| self.shape_of(object, class));
        self.setattr(object, name, &value)?;
        let place = before.and_then(|before| {
            let place = self.find_place(object, name)?;
            // Only what this name alone can have added is known for the next time.
            let added = self.shapes.parent(ShapeId(place.shape)) == Some(ShapeId(before))
                && self.shapes.len(ShapeId(before))
                    == (place.field - place.shape_field) as usize - 1;
            (added || place.shape == before).then_some(Place { shape: before, ..place })
        });
        if let Some(place) = place {
            cache.remember(place);
        }
        Ok(())
    }

    /// `object.name` to be called at once: a function of the class is not bound first.
    ///
    /// # Errors
    /// As for [`Runtime::getattr`].
    pub fn load_method(
        &mut self,
        object: Ref<'_>,
        name: &Str,
        cache: &MethodCache,
    ) -> Result<LoadedMethod> {
        if let Some((version, shape)) = cache.entry.get()
            && let Some(found) = self.known_method(object, version, shape, name)
        {
            return Ok(LoadedMethod::Unbound(found));
        }
        let Some(class) = self.plain_class(object, SlotId::TpGetattro) else {
            return self.getattr(object, name).map(LoadedMethod::Bound);
        };
        let Some(found) = self.lookup(&class, name) else {
            return self.getattr(object, name).map(LoadedMethod::Bound);
        };
        let plain = found.is_payload::<FunctionObject>()
            || (found.is_payload::<MethodDescriptorObject>()
                && self.type_of(found.as_ref()).is(&self.types.method_descriptor));
        if !plain {
            return self.getattr(object, name).map(LoadedMethod::Bound);
        }
        let version = self.version_of(&class);
        let shape = match class.read(self).layout.dict {
            false if self.instance_namespace(object).is_none() => Some(NO_SHAPE),
            false => None,
            true => self.shape_of(object, &class),
        };
        if let Some(shape) = shape
            && self.instance_attribute(object, name).is_none()
        {
            cache.entry.set(Some((version, shape)));
            return Ok(LoadedMethod::Unbound(found));
        }
        match self.instance_attribute(object, name) {
            Some(value) => Ok(LoadedMethod::Bound(value)),
            None => Ok(LoadedMethod::Unbound(found)),
        }
    }

    /// The method that a site found before, if the object's class and shape are those of then.
    #[inline]
    fn known_method(&self, object: Ref<'_>, version: u64, shape: u32, name: &Str) -> Option<Value> {
        let class = self.class_of(object);
        if class.version.get() != version {
            return None;
        }
        if shape != NO_SHAPE {
            let now = match object.fields(self).get(class.layout.fixed as usize)? {
                None => ShapeId::EMPTY.0 as i64,
                Some(word) => word.as_small_int()?,
            };
            if now != shape as i64 {
                return None;
            }
        }
        self.lookups.get(version, name)?.clone()
    }

    /// A global or built-in name; `None` if there is neither.
    #[inline]
    pub fn load_global(
        &mut self,
        globals: &Dict,
        builtins: &Dict,
        name: &Str,
        cache: &GlobalCache,
    ) -> Option<Value> {
        if let Some(place) = cache.entry.get()
            && globals.read(self).version() == place.globals
        {
            let dict = match place.builtins {
                None => Some(globals),
                Some(version) if builtins.read(self).version() == version => Some(builtins),
                Some(_) => None,
            };
            if let Some(entry) = dict.and_then(|dict| dict.read(self).entry(place.position)) {
                return Some(entry.value.clone());
            }
        }
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
            cache.entry.set(Some(GlobalPlace { globals: version, builtins, position }));
            return dict.read(self).entry(position).map(|entry| entry.value.clone());
        }
        None
    }

    /// The object's class, if it accesses attributes as `object` does.
    pub(crate) fn plain_class(&self, object: Ref<'_>, id: SlotId) -> Option<Type> {
        let class = self.type_of(object);
        let generic = self.types.object.read(self).slots.get(id).definer()?;
        (class.read(self).slots.get(id).definer() == Some(generic)).then(|| class.to_gc())
    }

    /// The number of the object's shape, unless its attributes are in a dict.
    fn shape_of(&self, object: Ref<'_>, class: &Type) -> Option<u32> {
        let layout = class.read(self).layout;
        if !layout.dict {
            return None;
        }
        match object.fields(self).get(layout.fixed as usize)? {
            None => Some(ShapeId::EMPTY.0),
            Some(word) => word.as_small_int().map(|shape| shape as u32),
        }
    }
}
