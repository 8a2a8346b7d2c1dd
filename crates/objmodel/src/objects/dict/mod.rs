//! Payload of `dict`: entries in insertion order and an index from hashes to them.
//!
//! Comparing keys may run Python code, which may change the very dict, so the table never compares
//! keys itself: it lists candidates of equal hash ([`DictObject::candidates`]), and the caller asks
//! about each with nothing borrowed (see `operations::mapping`). Keys that are exact strings need
//! no such care: see `operations::namespace`.

use hashbrown::HashTable;
use objmodel_gc::{Bin, ByteMeter, Gc, OutOfMemory, Payload, Trace, Value, Visitor};

/// One entry.
#[derive(Clone)]
pub struct Entry {
    /// The key's hash.
    pub hash: i64,
    /// The key.
    pub key: Value,
    /// The value.
    pub value: Value,
}

/// The payload of `dict`.
#[derive(Default)]
pub struct DictObject {
    /// Entry numbers by hash.
    index: HashTable<u32>,
    /// `None` where an entry was deleted.
    entries: Vec<Option<Entry>>,
    len: usize,
    /// How many positions at the beginning are deleted ones: a queue loses its oldest entries.
    gap: u32,
    /// Changes whenever a key comes or goes, so that iterators and searches notice.
    version: u32,
}

/// A handle to a `dict`.
pub type Dict = Gc<DictObject>;

impl DictObject {
    /// The number of entries.
    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// A number that changes whenever a key is added or removed.
    #[inline]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The number of entry positions, deleted ones included; positions are what iterators hold.
    #[inline]
    pub fn positions(&self) -> usize {
        self.entries.len()
    }

    /// The position from which on there are entries.
    #[inline]
    pub fn first_position(&self) -> usize {
        self.gap as usize
    }

    /// The entry at `position`, unless it was deleted.
    #[inline]
    pub fn entry(&self, position: usize) -> Option<&Entry> {
        self.entries.get(position)?.as_ref()
    }

    /// The entries in insertion order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.get(self.first_position()..).unwrap_or_default().iter().flatten()
    }

    /// Positions of the entries whose key has this hash.
    #[inline]
    pub fn candidates(&self, hash: i64) -> impl Iterator<Item = usize> + '_ {
        self.index
            .iter_hash(mix(hash))
            .map(|&position| position as usize)
            .filter(move |&position| self.entry(position).is_some_and(|entry| entry.hash == hash))
    }

    /// Position of the entry for which `is_key` holds, among those of this hash.
    #[inline]
    pub fn find(&self, hash: i64, mut is_key: impl FnMut(&Value) -> bool) -> Option<usize> {
        let entries = &self.entries;
        self.index
            .find(mix(hash), |&position| match &entries[position as usize] {
                Some(entry) => entry.hash == hash && is_key(&entry.key),
                None => false,
            })
            .map(|&position| position as usize)
    }

    /// Replaces the value at `position` and returns the old one; `None` if the entry is gone.
    #[inline]
    pub fn replace(&mut self, position: usize, value: Value) -> Option<Value> {
        let entry = self.entries.get_mut(position)?.as_mut()?;
        Some(std::mem::replace(&mut entry.value, value))
    }

    /// Adds an entry whose key is known to be absent.
    pub fn push(
        &mut self,
        meter: &ByteMeter,
        hash: i64,
        key: Value,
        value: Value,
    ) -> Result<(), OutOfMemory> {
        if self.entries.len() == self.entries.capacity()
            || self.index.len() == self.index.capacity()
        {
            self.grow(meter)?;
        }
        let position = u32::try_from(self.entries.len()).map_err(|_| OutOfMemory)?;
        self.entries.push(Some(Entry { hash, key, value }));
        let entries = &self.entries;
        self.index.insert_unique(mix(hash), position, |&position| rehash(entries, position));
        self.len += 1;
        self.version = self.version.wrapping_add(1);
        Ok(())
    }

    /// Removes the entry at `position`.
    pub fn remove(&mut self, position: usize) -> Option<Entry> {
        let entry = self.entries.get_mut(position)?.take()?;
        let found = self.index.find_entry(mix(entry.hash), |&at| at as usize == position);
        if let Ok(found) = found {
            found.remove();
        }
        self.len -= 1;
        if position == self.first_position() {
            let rest = self.entries.iter().skip(position);
            self.gap += rest.take_while(|entry| entry.is_none()).count() as u32;
        }
        self.version = self.version.wrapping_add(1);
        Some(entry)
    }

    /// Removes the newest entry.
    pub fn pop_last(&mut self) -> Option<Entry> {
        let last = self.entries.iter().rposition(Option::is_some)?;
        let entry = self.remove(last);
        self.entries.truncate(last);
        self.gap = self.gap.min(last as u32);
        entry
    }

    /// Takes everything out; the caller drops it once nothing is borrowed.
    pub fn take(&mut self, meter: &ByteMeter) -> DictObject {
        meter.credit(self.external_bytes());
        let version = self.version.wrapping_add(1);
        std::mem::replace(self, DictObject { version, ..DictObject::default() })
    }

    /// Replaces the content by that of `other`, whose buffers are charged here.
    pub fn put(&mut self, meter: &ByteMeter, other: DictObject) -> Result<DictObject, OutOfMemory> {
        meter.charge(other.external_bytes())?;
        meter.credit(self.external_bytes());
        let version = self.version.wrapping_add(1);
        Ok(std::mem::replace(self, DictObject { version, ..other }))
    }

    /// A copy of the entries without deleted positions; not charged, see [`DictObject::put`].
    pub fn compact_copy(&self) -> DictObject {
        let entries: Vec<_> = self.iter().cloned().map(Some).collect();
        let mut index = HashTable::with_capacity(entries.len());
        for position in 0..entries.len() as u32 {
            let hash = rehash(&entries, position);
            index.insert_unique(hash, position, |&position| rehash(&entries, position));
        }
        DictObject { index, len: entries.len(), entries, gap: 0, version: 0 }
    }

    /// Makes room for `additional` entries, charging before it grows.
    pub fn reserve(&mut self, meter: &ByteMeter, additional: usize) -> Result<(), OutOfMemory> {
        if self.entries.len() != self.len {
            self.compact();
        }
        super::list::reserve_charged(&mut self.entries, meter, additional)?;
        let needed = self.index.len() + additional;
        if needed > self.index.capacity() {
            let before = self.index.allocation_size();
            // At most 16 buckets for 14 entries of 5 bytes each, then doubling.
            let estimate = (needed.max(4) * 8 / 7 + 1).next_power_of_two().saturating_mul(5) + 16;
            meter.charge(estimate)?;
            let entries = &self.entries;
            let grown = self
                .index
                .try_reserve(additional, |&position| rehash(entries, position))
                .map_err(|_| OutOfMemory);
            meter.credit(estimate);
            grown?;
            // The true size is charged; the estimate was there to refuse before growing.
            let _ = meter.charge(self.index.allocation_size() - before);
        }
        Ok(())
    }

    /// Makes room for another entry, or for many: as many as CPython has room for, since its moments
    /// of closing gaps show to whoever iterates meanwhile.
    #[cold]
    fn grow(&mut self, meter: &ByteMeter) -> Result<(), OutOfMemory> {
        let places = (self.len * 3).next_power_of_two().max(8);
        let room = (places * 2 / 3).max(self.len + 1);
        if self.entries.len() != self.len {
            self.compact();
        }
        let before = self.entries.capacity();
        if before > room.saturating_mul(2) {
            self.entries.shrink_to(room);
            meter.credit((before - self.entries.capacity()) * size_of::<Option<Entry>>());
        }
        let generous = self.reserve(meter, room - self.len);
        generous.or_else(|OutOfMemory| self.reserve(meter, 1))
    }

    /// Closes the gaps that deleted entries left. Positions change, so the version does too.
    fn compact(&mut self) {
        self.entries.retain(Option::is_some);
        self.gap = 0;
        self.index.clear();
        let entries = &self.entries;
        for position in 0..entries.len() as u32 {
            let hash = rehash(entries, position);
            self.index.insert_unique(hash, position, |&position| rehash(entries, position));
        }
        self.version = self.version.wrapping_add(1);
    }
}

fn rehash(entries: &[Option<Entry>], position: u32) -> u64 {
    entries[position as usize].as_ref().map_or(0, |entry| mix(entry.hash))
}

impl Trace for DictObject {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        for entry in self.iter() {
            entry.key.trace(visitor);
            entry.value.trace(visitor);
        }
    }

    fn clear(&mut self, bin: &mut Bin) {
        self.index.clear();
        (self.len, self.gap) = (0, 0);
        self.version = self.version.wrapping_add(1);
        for mut entry in self.entries.drain(..).flatten() {
            entry.key.clear(bin);
            entry.value.clear(bin);
        }
    }
}

impl Payload for DictObject {
    const UNTRACKED_WHILE_ATOMIC: bool = true;

    fn external_bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Option<Entry>>() + self.index.allocation_size()
    }
}

/// Spreads a Python hash over all bits: small integers hash to themselves, and the table takes the
/// place from the low bits and a fingerprint from the high ones.
#[inline]
fn mix(hash: i64) -> u64 {
    let product = (hash as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    product ^ (product >> 32)
}
