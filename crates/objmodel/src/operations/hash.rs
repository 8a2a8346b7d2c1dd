//! `hash(x)`.

use objmodel_gc::Borrowed;
use objmodel_slots::SlotId;

use crate::hash;
use crate::objects::number::IntRef;
use crate::objects::str::StrObject;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::slot::Slot;

impl Runtime {
    /// `hash(x)`.
    ///
    /// # Errors
    /// `TypeError` if the object is unhashable or `__hash__` returns no int.
    #[inline]
    pub fn hash(&mut self, value: Borrowed<'_>) -> Result<i64> {
        match self.hash_fast(value) {
            Some(hash) => Ok(hash),
            None => self.hash_slow(value),
        }
    }

    /// The hash of numbers and texts of the usual kinds, whose class needs not be asked, unless it
    /// takes ticks. Runs no Python code.
    #[inline]
    pub fn hash_fast(&self, value: Borrowed<'_>) -> Option<i64> {
        if let Some(n) = value.as_small_int() {
            return Some(hash::of_i64(n));
        }
        if value.is_leaf()
            && let Some(text) = value.typed::<StrObject>()
            && text.belongs_to(&self.heap)
        {
            return self.str_hash_fast(&text);
        }
        hash::of_f64(value.as_immediate_float()?)
    }

    fn hash_slow(&mut self, value: Borrowed<'_>) -> Result<i64> {
        // A structure whose parts are shared has more ways through it than parts.
        self.tick(1)?;
        match self.slots_of(value).get(SlotId::TpHash) {
            Slot::Hash(_, code) => code.enter(self, "")?(self, value),
            Slot::Python(function) if !Runtime::is_blocked(function) => {
                let function = function.clone();
                let Some(answer) = self.call_method_if_bound(&function, value, &[])? else {
                    return Err(self.unhashable(value));
                };
                match self.as_int(answer.as_ref()) {
                    Some(IntRef::Small(n)) => Ok(hash::valid(n)),
                    Some(IntRef::Big(n)) => {
                        self.tick((n.bits() / 8192) as usize)?;
                        Ok(hash::of_big(n))
                    }
                    None => Err(self.type_error("__hash__ method should return an integer")),
                }
            }
            _ => Err(self.unhashable(value)),
        }
    }

    /// The error for objects that cannot be hashed.
    #[cold]
    pub fn unhashable(&self, value: Borrowed<'_>) -> crate::raise::Raise {
        self.type_error(format!("unhashable type: '{}'", self.type_name(value)))
    }

    /// The hash of an object that is equal to itself only.
    pub fn identity_hash(&self, value: Borrowed<'_>) -> i64 {
        match singletons::of(&value) {
            Some(_) => hash::of_address(value.bits() << 4),
            None => hash::of_address(value.bits()),
        }
    }
}
