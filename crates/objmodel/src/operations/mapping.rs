//! Dicts and sets by any key: hashing and comparing may run Python code, which may change the very
//! container; then the search starts again.

use objmodel_gc::{Borrowed, Value};

use crate::objects::dict::{Dict, Entry};
use crate::objects::set::{Met, Set};
use crate::objects::str::StrObject;
use crate::raise::Result;
use crate::runtime::Runtime;

/// A search met a key of the same hash whose `__eq__` has to be asked, or the container is another
/// runtime's.
struct Unsure;

impl Runtime {
    /// Whether two keys of the same hash are equal, where that is known without running code. They
    /// are known not to be identical.
    #[inline(never)]
    pub(crate) fn same_key(&self, held: &Value, key: Borrowed<'_>) -> Option<bool> {
        if held.is_leaf() && key.is_leaf() {
            let (held, key) = (held.get::<StrObject>(self)?, key.get::<StrObject>(self)?);
            return Some(held.as_bytes() == key.as_bytes());
        }
        let both_ints = held.as_small_int().is_some() && key.as_small_int().is_some();
        both_ints.then_some(false)
    }

    /// The entry of `key`, whose hash is `hash`, with its position.
    #[inline(always)]
    fn dict_search<'a>(
        &'a self,
        dict: &'a Dict,
        key: Borrowed<'_>,
        hash: i64,
    ) -> Result<Option<(usize, &'a Entry)>, Unsure> {
        let mut sure = true;
        let found = dict.try_read(self).ok_or(Unsure)?.find(hash, |held| {
            held.is(&key)
                || self.same_key(held, key).unwrap_or_else(|| {
                    sure = false;
                    true
                })
        });
        if sure { Ok(found) } else { Err(Unsure) }
    }

    /// Position of `key`, whose hash is `hash`.
    ///
    /// # Errors
    /// What `__eq__` raises.
    pub fn dict_find(
        &mut self,
        dict: &Dict,
        key: Borrowed<'_>,
        hash: i64,
    ) -> Result<Option<usize>> {
        match self.dict_search(dict, key, hash) {
            Ok(found) => Ok(found.map(|(position, _)| position)),
            Err(Unsure) => self.dict_find_via_eq(dict, key, hash),
        }
    }

    /// Where `key` is in a dict, if `__eq__` has to be asked.
    fn dict_find_via_eq(
        &mut self,
        dict: &Dict,
        key: Borrowed<'_>,
        hash: i64,
    ) -> Result<Option<usize>> {
        self.check_own(dict)?;
        'search: loop {
            let mark = dict.read(self).mark();
            let mut probe = dict.read(self).probe(hash);
            while let Some((position, entry)) = dict.read(self).candidate(&mut probe) {
                if entry.key.is(&key) {
                    return Ok(Some(position));
                }
                let held = entry.key.clone();
                self.tick(1)?;
                let equal = self.equal(held.as_ref(), key)?;
                // The search goes on where it is while the table and the entry are the same.
                let now = dict.read(self);
                if now.is_replaced(mark)
                    || now.entry(position).is_none_or(|entry| !entry.key.is(&held))
                {
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
    pub fn dict_get(&mut self, dict: &Dict, key: Borrowed<'_>) -> Result<Option<Value>> {
        let hash = self.hash(key)?;
        self.dict_get_hashed(dict, key, hash)
    }

    /// `dict.get(key)` for a key whose hash is at hand.
    ///
    /// # Errors
    /// What `__eq__` raises.
    #[inline]
    pub fn dict_get_hashed(
        &mut self,
        dict: &Dict,
        key: Borrowed<'_>,
        hash: i64,
    ) -> Result<Option<Value>> {
        if let Ok(found) = self.dict_search(dict, key, hash) {
            return Ok(found.map(|(_, entry)| entry.value.clone()));
        }
        let position = self.dict_find_via_eq(dict, key, hash)?;
        Ok(position.and_then(|at| dict.read(self).entry(at)).map(|entry| entry.value.clone()))
    }

    /// `key in dict` past overrides of subclasses.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn dict_contains(&mut self, dict: &Dict, key: Borrowed<'_>) -> Result<bool> {
        let hash = self.hash(key)?;
        if let Ok(found) = self.dict_search(dict, key, hash) {
            return Ok(found.is_some());
        }
        Ok(self.dict_find_via_eq(dict, key, hash)?.is_some())
    }

    /// `dict[key] = value` past overrides of subclasses.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise; `MemoryError`.
    pub fn dict_set(&mut self, dict: &Dict, key: Borrowed<'_>, value: Value) -> Result<()> {
        let hash = self.hash(key)?;
        self.dict_set_hashed(dict, key, hash, value)
    }

    /// Sets a key whose hash is at hand.
    ///
    /// # Errors
    /// What `__eq__` raises; `MemoryError`.
    pub fn dict_set_hashed(
        &mut self,
        dict: &Dict,
        key: Borrowed<'_>,
        hash: i64,
        value: Value,
    ) -> Result<()> {
        self.check_own(&value)?;
        let position = match self.dict_search(dict, key, hash) {
            Ok(found) => found.map(|(position, _)| position),
            Err(Unsure) => self.dict_find_via_eq(dict, key, hash)?,
        };
        match position {
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
    pub fn dict_remove(&mut self, dict: &Dict, key: Borrowed<'_>) -> Result<Option<Entry>> {
        let hash = self.hash(key)?;
        self.dict_remove_hashed(dict, key, hash)
    }

    /// Removes a key whose hash is at hand.
    ///
    /// # Errors
    /// What `__eq__` raises.
    pub fn dict_remove_hashed(
        &mut self,
        dict: &Dict,
        key: Borrowed<'_>,
        hash: i64,
    ) -> Result<Option<Entry>> {
        let position = self.dict_find(dict, key, hash)?;
        Ok(position.and_then(|position| dict.write(self).remove(position)))
    }

    /// Where `key` is in a set, or the free place where its search ended.
    #[inline(always)]
    fn set_search(&self, set: &Set, key: Borrowed<'_>, hash: i64) -> Result<Met, Unsure> {
        let mut sure = true;
        let met = set.try_read(self).ok_or(Unsure)?.find(hash, |held| {
            held.is(&key)
                || self.same_key(held, key).unwrap_or_else(|| {
                    sure = false;
                    true
                })
        });
        if sure { Ok(met) } else { Err(Unsure) }
    }

    /// Whether `key` is in a set, where that is known without running code.
    pub fn set_contains_no_eval(&self, set: &Set, key: Borrowed<'_>, hash: i64) -> Option<bool> {
        let met = self.set_search(set, key, hash).ok()?;
        Some(matches!(met, Met::Candidate(_)))
    }

    /// Where `key` is in a set, or the free place where its search ended.
    ///
    /// # Errors
    /// What `__eq__` raises.
    pub fn set_find(&mut self, set: &Set, key: Borrowed<'_>, hash: i64) -> Result<Met> {
        match self.set_search(set, key, hash) {
            Ok(met) => Ok(met),
            Err(Unsure) => self.set_find_via_eq(set, key, hash, false),
        }
    }

    /// Where `key` is in a set, if `__eq__` has to be asked. Whoever adds a key believes an `__eq__` that changed the
    /// set meanwhile, others start again.
    fn set_find_via_eq(
        &mut self,
        set: &Set,
        key: Borrowed<'_>,
        hash: i64,
        adding: bool,
    ) -> Result<Met> {
        self.check_own(set)?;
        'search: loop {
            let table = set.read(self).table_address();
            let mut probe = set.read(self).probe(hash);
            loop {
                let met = set.read(self).next(&mut probe);
                let Met::Candidate(place) = met else { return Ok(met) };
                let Some((_, held)) = set.read(self).key(place) else { continue 'search };
                if held.is(&key) {
                    return Ok(met);
                }
                let held = held.clone();
                self.tick(1)?;
                let equal = self.equal(held.as_ref(), key)?;
                if adding && equal {
                    return Ok(met);
                }
                let now = set.read(self);
                if now.table_address() != table
                    || now.key(place).is_none_or(|(_, key)| !key.is(&held))
                {
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
    pub fn set_add(&mut self, set: &Set, key: Borrowed<'_>) -> Result<bool> {
        let hash = self.hash(key)?;
        self.set_add_hashed(set, key, hash)
    }

    /// Adds a key whose hash is at hand.
    ///
    /// # Errors
    /// What `__eq__` raises; `MemoryError`.
    pub fn set_add_hashed(&mut self, set: &Set, key: Borrowed<'_>, hash: i64) -> Result<bool> {
        let met = match self.set_search(set, key, hash) {
            Ok(met) => met,
            Err(Unsure) => self.set_find_via_eq(set, key, hash, true)?,
        };
        match met {
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
    pub fn set_contains(&mut self, set: &Set, key: Borrowed<'_>) -> Result<bool> {
        let hash = self.hash(key)?;
        let met = match self.set_search(set, key, hash) {
            Ok(met) => met,
            Err(Unsure) => self.set_find_via_eq(set, key, hash, false)?,
        };
        Ok(matches!(met, Met::Candidate(_)))
    }

    /// Removes `key` from a set; whether it was there.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn set_remove(&mut self, set: &Set, key: Borrowed<'_>) -> Result<bool> {
        let hash = self.hash(key)?;
        self.set_remove_hashed(set, key, hash)
    }

    /// Removes a key whose hash is at hand.
    ///
    /// # Errors
    /// What `__eq__` raises.
    pub fn set_remove_hashed(&mut self, set: &Set, key: Borrowed<'_>, hash: i64) -> Result<bool> {
        match self.set_find(set, key, hash)? {
            Met::Candidate(place) => Ok(set.write(self).remove(place).is_some()),
            Met::Free(_) => Ok(false),
        }
    }
}
