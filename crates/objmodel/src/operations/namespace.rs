//! Dicts as namespaces: access by exact strings, which runs no Python code.
//!
//! A key of the same hash that is no string, or compares in its own way, is passed by, as if it were unequal. Whoever must
//! ask its `__eq__` uses [`Runtime::dict_get`](crate::Runtime::dict_get).

use objmodel_gc::Value;
use objmodel_slots::SlotId;

use crate::objects::dict::{Dict, Entry};
use crate::objects::str::{Str, StrObject};
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::Type;
use crate::types::spec::MethodSpec;

impl Runtime {
    /// The hash of a string, computed once.
    #[inline]
    pub fn str_hash(&self, text: &Str) -> i64 {
        // A text of another runtime is no name of anything here.
        let Some(text) = text.try_read(self) else { return 0 };
        let known = text.hash.get();
        if known != -1 {
            return known;
        }
        let hash = crate::hash::of_bytes(self.hash_key, text.as_bytes());
        text.hash.set(hash);
        hash
    }

    /// The hash of a string where it is known or takes no ticks.
    #[inline]
    pub(crate) fn str_hash_fast(&self, text: &Str) -> Option<i64> {
        const LONG: usize = 4096;
        let payload = text.read(self);
        (payload.hash.get() != -1 || payload.as_bytes().len() < LONG).then(|| self.str_hash(text))
    }

    /// The hash of bytes.
    pub fn bytes_hash(&self, bytes: &[u8]) -> i64 {
        crate::hash::of_bytes(self.hash_key, bytes)
    }

    /// The entry under a name, with its position.
    #[inline]
    fn dict_entry_of_name<'a>(&'a self, dict: &'a Dict, name: &Str) -> Option<(usize, &'a Entry)> {
        let hash = self.str_hash(name);
        dict.try_read(self)?.find(hash, |key| key.is(name) || self.is_text(key, name))
    }

    /// Whether a key is a string with the text of a name, and has no opinion of its own on that.
    #[inline(never)]
    fn is_text(&self, key: &Value, name: &Str) -> bool {
        let Some(text) = name.try_read(self).map(StrObject::as_bytes) else { return false };
        if key.get::<StrObject>(self).is_none_or(|key| key.as_bytes() != text) {
            return false;
        }
        let class = self.type_of(key.as_ref()).to_gc();
        key.is_leaf() || self.shares_slot(&class, &self.types.str, SlotId::TpRichcompare)
    }

    /// The position of the entry under a name.
    pub(crate) fn dict_position_of_name(&self, dict: &Dict, name: &Str) -> Option<usize> {
        self.dict_entry_of_name(dict, name).map(|(position, _)| position)
    }

    /// The value under a name.
    #[inline]
    pub fn dict_get_name(&self, dict: &Dict, name: &Str) -> Option<Value> {
        self.dict_entry_of_name(dict, name).map(|(_, entry)| entry.value.clone())
    }

    /// Sets the value under a name.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn dict_set_name(&mut self, dict: &Dict, name: &Str, value: Value) -> Result<()> {
        self.check_own(&value)?;
        match self.dict_position_of_name(dict, name) {
            Some(position) => {
                let old = dict.write(self).replace(position, value);
                drop(old);
                Ok(())
            }
            None => {
                let hash = self.str_hash(name);
                let key = Value::clone(name);
                self.grow(dict, |dict, meter| dict.push(meter, hash, key, value))
            }
        }
    }

    /// Removes a name.
    pub fn dict_remove_name(&mut self, dict: &Dict, name: &Str) -> Option<Entry> {
        let position = self.dict_position_of_name(dict, name)?;
        dict.write(self).remove(position)
    }

    /// Adds a function to a namespace: the module's `__dict__`, whose `__name__` becomes the
    /// function's `__module__`.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn define_function(&mut self, namespace: &Dict, spec: &'static MethodSpec) -> Result<()> {
        let module = self.names.name.clone();
        let module = self.dict_get_name(namespace, &module).unwrap_or_else(singletons::none);
        self.define_function_of(namespace, module, spec)
    }

    /// Adds a function whose `__module__` is not that of the namespace: `operator.add` is
    /// of `_operator`.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn define_function_of(
        &mut self,
        namespace: &Dict,
        module: Value,
        spec: &'static MethodSpec,
    ) -> Result<()> {
        let function = self.module_function(spec.define(), module)?;
        let name = self.intern(spec.name)?;
        self.dict_set_name(namespace, &name, function)
    }

    /// Adds a class to a namespace under its own name.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn define_class(&mut self, namespace: &Dict, class: &Type) -> Result<()> {
        self.check_own(class)?;
        let name = class.read(self).name().to_owned();
        let name = self.intern(&name)?;
        self.dict_set_name(namespace, &name, Value::clone(class))
    }
}
