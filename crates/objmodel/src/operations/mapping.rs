//! Dicts and sets by any key: hashing and comparing may run Python code, which may change the very
//! container; then the search starts again.

use objmodel_gc::{Ref, Value};

use crate::objects::dict::{Dict, Entry};
use crate::objects::set::{Met, Set};
use crate::objects::str::StrObject;
use crate::raise::Result;
use crate::runtime::Runtime;

impl Runtime {
    /// The text of an exact `str`, whose comparison nothing overrides.
    #[inline]
    fn exact_text<'a>(&'a self, value: Ref<'a>) -> Option<&'a [u8]> {
        if !self.type_of(value).is(&self.types.str) {
            return None;
        }
        value.get::<StrObject>(self).map(StrObject::as_bytes)
    }

    /// Position of `key`, whose hash is `hash`.
    ///
    /// # Errors
    /// What `__eq__` raises.
    pub fn dict_find(&mut self, dict: &Dict, key: Ref<'_>, hash: i64) -> Result<Option<usize>> {
        if let Some(text) = self.exact_text(key) {
            // Strings compare without running code, and most dicts have no other keys.
            let mut others = false;
            let found = dict.read(self).find(hash, |held| {
                held.is(&key)
                    || match self.exact_text(held.as_ref()) {
                        Some(held) => held == text,
                        None => {
                            others = true;
                            false
                        }
                    }
            });
            if found.is_some() || !others {
                return Ok(found);
            }
        }
        'search: loop {
            if let Some(position) = dict.read(self).find(hash, |held| held.is(&key)) {
                return Ok(Some(position));
            }
            let version = dict.read(self).version();
            let candidates: smallvec::SmallVec<[usize; 4]> =
                dict.read(self).candidates(hash).collect();
            for position in candidates {
                let Some(entry) = dict.read(self).entry(position) else { continue 'search };
                let held = entry.key.clone();
                self.tick(1)?;
                let equal = self.equal(held.as_ref(), key)?;
                if dict.read(self).version() != version {
                    continue 'search;
                }
                if equal {
                    return Ok(Some(position));
                }
            }
            return Ok(None);
        }
    }

    /// `dict.get(key)` past `__missing__` and overrides of subclasses.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn dict_get(&mut self, dict: &Dict, key: Ref<'_>) -> Result<Option<Value>> {
        let hash = self.hash(key)?;
        let position = self.dict_find(dict, key, hash)?;
        Ok(position.and_then(|at| dict.read(self).entry(at)).map(|entry| entry.value.clone()))
    }

    /// `dict[key] = value` past overrides of subclasses.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise; `MemoryError`.
    pub fn dict_set(&mut self, dict: &Dict, key: Ref<'_>, value: Value) -> Result<()> {
        let hash = self.hash(key)?;
        match self.dict_find(dict, key, hash)? {
            Some(position) => {
                let old = dict.write(self).replace(position, value);
                drop(old);
                Ok(())
            }
            None => {
                let key = key.to_value();
                self.grow(dict, |dict, meter| dict.push(meter, hash, key, value))
            }
        }
    }

    /// Removes `key`.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn dict_remove(&mut self, dict: &Dict, key: Ref<'_>) -> Result<Option<Entry>> {
        let hash = self.hash(key)?;
        let position = self.dict_find(dict, key, hash)?;
        Ok(position.and_then(|position| dict.write(self).remove(position)))
    }

    /// Where `key` is in a set, or the free place where its search ended.
    ///
    /// # Errors
    /// What `__eq__` raises.
    pub fn set_find(&mut self, set: &Set, key: Ref<'_>, hash: i64) -> Result<Met> {
        'search: loop {
            let version = set.read(self).version();
            let mut probe = set.read(self).probe(hash);
            loop {
                let met = set.read(self).next(&mut probe);
                let Met::Candidate(place) = met else { return Ok(met) };
                let Some((_, held)) = set.read(self).key(place) else { continue 'search };
                if held.is(&key) {
                    return Ok(met);
                }
                if let (Some(held), Some(key)) =
                    (self.exact_text(held.as_ref()), self.exact_text(key))
                {
                    if held == key {
                        return Ok(met);
                    }
                    continue;
                }
                let held = held.clone();
                self.tick(1)?;
                let equal = self.equal(held.as_ref(), key)?;
                if set.read(self).version() != version {
                    continue 'search;
                }
                if equal {
                    return Ok(met);
                }
            }
        }
    }

    /// Adds `key` to a set; whether it was absent.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise; `MemoryError`.
    pub fn set_add(&mut self, set: &Set, key: Ref<'_>) -> Result<bool> {
        let hash = self.hash(key)?;
        self.set_add_hashed(set, key, hash)
    }

    /// The same with the hash at hand.
    ///
    /// # Errors
    /// What `__eq__` raises; `MemoryError`.
    pub fn set_add_hashed(&mut self, set: &Set, key: Ref<'_>, hash: i64) -> Result<bool> {
        match self.set_find(set, key, hash)? {
            Met::Candidate(_) => Ok(false),
            Met::Free(place) => {
                let key = key.to_value();
                self.grow(set, |set, meter| set.insert(meter, place, hash, key))?;
                Ok(true)
            }
        }
    }

    /// Whether `key` is in a set.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn set_contains(&mut self, set: &Set, key: Ref<'_>) -> Result<bool> {
        let hash = self.hash(key)?;
        Ok(matches!(self.set_find(set, key, hash)?, Met::Candidate(_)))
    }

    /// Removes `key` from a set; whether it was there.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn set_remove(&mut self, set: &Set, key: Ref<'_>) -> Result<bool> {
        let hash = self.hash(key)?;
        match self.set_find(set, key, hash)? {
            Met::Candidate(place) => Ok(set.write(self).remove(place).is_some()),
            Met::Free(_) => Ok(false),
        }
    }
}
