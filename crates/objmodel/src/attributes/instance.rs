//! The attributes that an instance holds itself: in fields by shape, or in its `__dict__`.
//!
//! Behind the fixed fields of `__slots__` lies one word that says how: nothing yet, the number of
//! the shape, or the dict. A dict is made when a script asks for `__dict__` or when there is no field
//! left; from then on it is the only place, so that both
//! directions stay live without further bookkeeping.

use objmodel_gc::{Borrowed, Class, Value};

use super::shape::ShapeId;
use crate::objects::dict::{Dict, DictObject};
use crate::objects::str::Str;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::TypeObject;

/// Where an instance keeps its attributes.
enum Store {
    /// The class gives instances no `__dict__`.
    Nowhere,
    /// In fields from this one on; how many fit is in the second number.
    Fields(ShapeId, usize, usize),
    /// In this dict.
    Dict(Dict),
}

impl Runtime {
    fn store(&self, object: Borrowed<'_>) -> Store {
        let layout = self.class_of(object).layout;
        if !layout.dict {
            return Store::Nowhere;
        }
        let fields = object.fields(self);
        let Some(word) = fields.get(layout.fixed as usize) else { return Store::Nowhere };
        match word {
            Some(word) => match word.as_small_int() {
                Some(shape) => self.in_fields(ShapeId(shape as u32), layout.fixed, fields.len()),
                None => match word.downcast_ref::<DictObject>() {
                    Some(dict) => Store::Dict(dict.clone()),
                    None => Store::Nowhere,
                },
            },
            None => self.in_fields(ShapeId::EMPTY, layout.fixed, fields.len()),
        }
    }

    fn in_fields(&self, shape: ShapeId, fixed: u16, fields: usize) -> Store {
        let first = fixed as usize + 1;
        Store::Fields(shape, first, fields - first)
    }

    /// The attribute that the instance itself holds. Runs no Python code.
    pub fn instance_attribute(&mut self, object: Borrowed<'_>, name: &Str) -> Option<Value> {
        if !object.is_object() {
            return None;
        }
        match self.store(object) {
            Store::Nowhere => match self.instance_namespace(object) {
                Some(dict) => self.dict_get_name(&dict, name),
                None => match object.typed::<Class<TypeObject>>() {
                    // To what knows nothing of classes, the namespace of one is an instance's, unless it
                    // is native: CPython has that elsewhere.
                    Some(class) if !class.read(self).is_heap_type() => None,
                    Some(class) => {
                        let dict = self.namespace(&class.to_gc());
                        self.dict_get_name(&dict, name)
                    }
                    None => {
                        self.note_field(object, name, None);
                        None
                    }
                },
            },
            Store::Dict(dict) => self.dict_get_name(&dict, name),
            Store::Fields(shape, first, _) => {
                let interned = self.intern_str(name);
                let field = self.shapes.find(shape, &interned).map(|field| first + field);
                self.note_field(object, &interned, field);
                object.fields(self).get(field?)?.clone()
            }
        }
    }

    /// What the instance itself has under the name; keys of a `__dict__` with the name's hash that are no strings are asked whether
    /// they equal it.
    ///
    /// # Errors
    /// What their `__eq__` raises.
    pub(crate) fn instance_attribute_asked(
        &mut self,
        object: Borrowed<'_>,
        name: &Str,
    ) -> Result<Option<Value>> {
        if !object.is_object() {
            return Ok(None);
        }
        match self.store(object) {
            Store::Dict(dict) => self.dict_get(&dict, name.as_ref()),
            _ => Ok(self.instance_attribute(object, name)),
        }
    }

    /// Sets an attribute in the instance itself; whether it can hold attributes at all.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn set_instance_attribute(
        &mut self,
        object: Borrowed<'_>,
        name: &Str,
        value: Value,
    ) -> Result<bool> {
        self.check_all_own(&[object, name.as_ref(), value.as_ref()])?;
        if !object.is_object() {
            return Ok(false);
        }
        if !self.type_of(name.as_ref()).is(&self.types.str) {
            // A name of a subclass stays what it is, as a key of a dict.
            let Some(dict) = self.instance_dict(object)? else { return Ok(false) };
            return self.dict_set(&dict, name.as_ref(), value).map(|()| true);
        }
        let (shape, first, room) = match self.store(object) {
            Store::Nowhere => match self.instance_namespace(object) {
                None => return Ok(false),
                Some(dict) => return self.dict_set_name(&dict, name, value).map(|()| true),
            },
            Store::Dict(dict) => return self.dict_set_name(&dict, name, value).map(|()| true),
            Store::Fields(shape, first, room) => (shape, first, room),
        };
        let name = self.intern_str(name);
        if let Some(field) = self.shapes.find(shape, &name) {
            self.note_field(object, &name, Some(first + field));
            self.put_field(object, first + field, Some(value));
            return Ok(true);
        }
        let next = match self.shapes.extend(&self.heap, shape, &name) {
            Ok(next) => next,
            Err(refused) => return Err(self.out_of_memory(refused)),
        };
        let len = self.shapes.len(shape);
        self.expect_attributes(object, len + 1);
        match next {
            Some(next) if len < room => {
                self.put_field(object, first + len, Some(value));
                self.put_field(object, first - 1, Value::small_int(next.0 as i64));
                self.note_field(object, &name, Some(first + len));
                Ok(true)
            }
            _ => {
                let dict = self.move_to_dict(object, shape, first)?;
                self.heap.set_part(dict.as_ref(), true);
                self.dict_set_name(&dict, &name, value).map(|()| true)
            }
        }
    }

    /// Deletes an attribute of the instance itself; whether it was there.
    ///
    /// # Errors
    /// `MemoryError`: the other attributes move to a dict.
    pub fn delete_instance_attribute(&mut self, object: Borrowed<'_>, name: &Str) -> Result<bool> {
        self.check_all_own(&[object])?;
        if !object.is_object() {
            return Ok(false);
        }
        if let Store::Fields(shape, first, _) = self.store(object)
            && self.delete_field(object, shape, first, name)?
        {
            return Ok(true);
        }
        if self.instance_attribute(object, name).is_none() {
            return Ok(false);
        }
        let Some(dict) = self.instance_dict(object)? else { return Ok(false) };
        Ok(self.dict_remove_name(&dict, name).is_some())
    }

    /// Deletes an attribute that lies in a field: those behind it move up, and the shape becomes that
    /// of an instance that never had it. False if there is no such attribute, or too many shapes.
    fn delete_field(
        &mut self,
        object: Borrowed<'_>,
        shape: ShapeId,
        first: usize,
        name: &Str,
    ) -> Result<bool> {
        let name = self.intern_str(name);
        let (gone, next) = match self.shapes.without(&self.heap, shape, &name) {
            Ok(Some(shorter)) => shorter,
            Ok(None) => return Ok(false),
            Err(refused) => return Err(self.out_of_memory(refused)),
        };
        let len = self.shapes.len(shape);
        let Some(fields) = object.fields_mut(self).get_mut(first..first + len) else {
            return Ok(false);
        };
        let Some(old) = fields.get_mut(gone).and_then(Option::take) else { return Ok(false) };
        fields.get_mut(gone..).unwrap_or_default().rotate_left(1);
        let word = if next == ShapeId::EMPTY { None } else { Value::small_int(next.0.into()) };
        self.put_field(object, first - 1, word);
        drop(old);
        Ok(true)
    }

    /// The instance's `__dict__`, made now if need be; `None` if instances of its class have none.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn instance_dict(&mut self, object: Borrowed<'_>) -> Result<Option<Dict>> {
        self.check_all_own(&[object])?;
        Ok(match self.store(object) {
            Store::Nowhere => self.instance_namespace(object),
            Store::Dict(dict) => {
                self.heap.set_part(dict.as_ref(), false);
                Some(dict)
            }
            Store::Fields(shape, first, _) => Some(self.move_to_dict(object, shape, first)?),
        })
    }

    /// Replaces the instance's `__dict__`; whether instances of its class have one.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn set_instance_dict(&mut self, object: Borrowed<'_>, dict: Dict) -> Result<bool> {
        self.check_own(&dict)?;
        if self.instance_dict(object)?.is_none() {
            return Ok(false);
        }
        let layout = self.class_of(object).layout;
        if !layout.dict {
            return Ok(false);
        }
        self.put_field(object, layout.fixed as usize, Some(dict.into_value()));
        Ok(true)
    }

    /// Puts the values of an instance's attributes in the place of what it keeps them by, among what it
    /// refers to, unless a script has its `__dict__`.
    pub fn show_attributes(&self, object: Borrowed<'_>, referents: &mut Vec<Value>) {
        let layout = self.class_of(object).layout;
        let word = object.fields(self).get(usize::from(layout.fixed)).cloned().flatten();
        let Some(word) = word.filter(|_| layout.dict) else { return };
        let Some(place) = referents.iter().position(|referent| referent.is(&word)) else { return };
        match word.downcast_ref::<DictObject>() {
            Some(dict) if self.heap.is_part(dict.as_ref()) => {
                let values: Vec<Value> =
                    dict.read(self).iter().map(|entry| entry.value.clone()).collect();
                drop(referents.splice(place..=place, values));
            }
            Some(_) => {}
            None => drop(referents.remove(place)),
        }
    }

    /// The namespace of objects that have one as a part of themselves: modules.
    pub(crate) fn instance_namespace(&self, object: Borrowed<'_>) -> Option<Dict> {
        object.get::<crate::objects::module::ModuleObject>(self)?.dict.clone()
    }

    /// Moves the attributes from their fields into a dict of their own.
    fn move_to_dict(&mut self, object: Borrowed<'_>, shape: ShapeId, first: usize) -> Result<Dict> {
        let dict = self.dict()?;
        self.heap.adopt(object, dict.as_ref());
        for (field, name) in self.shapes.names(shape).into_iter().enumerate() {
            let held = object.fields(self).get(first + field).cloned().flatten();
            if let Some(value) = held {
                self.dict_set_name(&dict, &name, value)?;
            }
        }
        self.put_field(object, first - 1, Some(dict.clone().into_value()));
        for field in 0..self.shapes.len(shape) {
            self.put_field(object, first + field, None);
        }
        Ok(dict)
    }

    /// Writes a field; the old value is dropped once nothing is borrowed. A field that the object
    /// does not have is passed by.
    pub fn put_field(&mut self, object: Borrowed<'_>, field: usize, value: Option<Value>) {
        let fields = object.fields_mut(self);
        let old = fields.get_mut(field).map(|place| std::mem::replace(place, value));
        drop(old);
    }

    /// Lets later instances of the class have room for that many attributes from the start.
    fn expect_attributes(&self, object: Borrowed<'_>, len: usize) {
        let expected = &self.class_of(object).expected_attributes;
        let len = len.min(super::shape::MAX_ATTRIBUTES) as u16;
        if expected.get() < len {
            expected.set(len);
        }
    }
}
