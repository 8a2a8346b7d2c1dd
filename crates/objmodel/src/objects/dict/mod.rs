//! Payload of `dict`: entries in insertion order and an index from hashes to them.
//!
//! Comparing keys may run Python code, which may change the very dict, so the table never compares
//! keys itself: it lists candidates of equal hash ([`DictObject::candidate`]), and the caller asks
//! about each with nothing borrowed (see `operations::mapping`). Keys that are exact strings need
//! no such care: see `operations::namespace`.

mod index;

use objmodel_gc::{ByteMeter, ClearSink, Gc, OutOfMemory, Payload, ThinVec, Trace, Value, Visitor};

use index::Index;

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
    /// `None` where an entry was deleted.
    entries: ThinVec<Option<Entry>>,
    /// Entry numbers by hash; without places while the entries are few.
    index: Index,
    len: u32,
    /// How many entries may still be added before the table is made anew.
    room: u32,
    /// How many positions at the beginning are deleted ones: a queue loses its oldest entries.
    gap: u32,
    /// Changes whenever a key comes or goes, so that caches and searches notice.
    version: u32,
}

const _: () = assert!(size_of::<DictObject>() == 32);

/// A handle to a `dict`.
pub type Dict = Gc<DictObject>;

/// A search in progress for a key of some hash.
pub struct Probe {
    hash: i64,
    /// The next position, while entries are searched one after the other.
    position: usize,
    places: index::Probe,
}

/// What a dict was like when a search began, to tell afterwards whether its table is the same.
#[derive(Clone, Copy)]
pub struct Mark {
    places: usize,
    room: u32,
    len: u32,
    version: u32,
}

/// Tables are counted in places, as CPython counts them: two thirds of them may be taken. Its moments
/// of making a table anew close gaps, which shows to whoever iterates meanwhile.
const fn room_of(places: usize) -> usize {
    places * 2 / 3
}

/// The fewest places that have room for `len` entries.
const fn places_for(len: usize) -> usize {
    let least = (len * 3).div_ceil(2).next_power_of_two();
    if least < MIN_CAPACITY { MIN_CAPACITY } else { least }
}

/// A table of so many places has no index: its entries are compared one after the other.
const MIN_CAPACITY: usize = 8;

/// Entry numbers must fit the index.
const MAX_CAPACITY: usize = 1 << 31;

impl DictObject {
    /// The number of entries.
    #[inline]
    pub fn len(&self) -> usize {
        self.len as usize
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

    /// Notes what the dict is like.
    pub fn mark(&self) -> Mark {
        Mark { places: self.index.places(), room: self.room, len: self.len, version: self.version }
    }

    /// Whether the table was made anew since, so that a search must begin again. As long as it is the
    /// same, each key that came took one of the room and each that went left it alone, and both
    /// changed the version by one; a new table has more room, and so does not add up.
    pub fn is_replaced(&self, since: Mark) -> bool {
        if self.version == since.version {
            return false;
        }
        let (Some(came), true) =
            (since.room.checked_sub(self.room), self.index.places() == since.places)
        else {
            return true;
        };
        let went = (since.len.wrapping_add(came)).wrapping_sub(self.len);
        self.version.wrapping_sub(since.version) != came.wrapping_add(went)
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

    /// The first entry at `position` or behind it, and the position behind that.
    #[inline]
    pub fn entry_from(&self, position: usize) -> Option<(usize, &Entry)> {
        let mut position = position;
        loop {
            match self.entries.get(position)? {
                Some(entry) => return Some((position + 1, entry)),
                None => position = (position + 1).max(self.first_position()),
            }
        }
    }

    /// The last entry before `position`, and its own position.
    pub fn entry_before(&self, position: usize) -> Option<(usize, &Entry)> {
        let before = self.entries.get(..position.min(self.entries.len()))?;
        let found = before.iter().enumerate().rev();
        found.filter_map(|(position, entry)| Some((position, entry.as_ref()?))).next()
    }

    /// The entries in insertion order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.get(self.first_position()..).unwrap_or_default().iter().flatten()
    }

    /// Begins a search for a key of this hash.
    #[inline]
    pub fn probe(&self, hash: i64) -> Probe {
        Probe { hash, position: 0, places: index::Probe::new(hash) }
    }

    /// Goes on with a search: the next entry whose key has its hash, with its position. No key must
    /// have come or gone since it began: compare `version`.
    #[inline]
    pub fn candidate(&self, probe: &mut Probe) -> Option<(usize, &Entry)> {
        if self.index.is_empty() {
            while let Some(entry) = self.entries.get(probe.position) {
                probe.position += 1;
                if let Some(entry) = entry
                    && entry.hash == probe.hash
                {
                    return Some((probe.position - 1, entry));
                }
            }
            return None;
        }
        loop {
            let position = self.index.number_at(&probe.places)?;
            probe.places.advance();
            if let Some(entry) = self.entry(position)
                && entry.hash == probe.hash
            {
                return Some((position, entry));
            }
        }
    }

    /// The first entry for which `is_key` holds, among those of this hash, with its position.
    #[inline(always)]
    pub fn find(
        &self,
        hash: i64,
        mut is_key: impl FnMut(&Value) -> bool,
    ) -> Option<(usize, &Entry)> {
        let mut is_found = |entry: &Entry| entry.hash == hash && is_key(&entry.key);
        if self.index.is_empty() {
            let entries = self.entries.iter().enumerate();
            let mut entries = entries.filter_map(|(at, entry)| Some((at, entry.as_ref()?)));
            return entries.find(|(_, entry)| is_found(entry));
        }
        let mut probe = index::Probe::new(hash);
        loop {
            let position = self.index.number_at(&probe)?;
            if let Some(entry) = self.entry(position)
                && is_found(entry)
            {
                return Some((position, entry));
            }
            probe.advance();
        }
    }

    /// Replaces the value at `position` and returns the old one; `None` if the entry is gone.
    #[doc(hidden)]
    #[inline]
    pub fn replace(&mut self, position: usize, value: Value) -> Option<Value> {
        let entry = self.entries.get_mut(position)?.as_mut()?;
        Some(std::mem::replace(&mut entry.value, value))
    }

    /// Adds an entry whose key is known to be absent.
    ///
    /// # Errors
    /// The byte limit does not admit the room, or key or value is an object of another runtime.
    #[inline]
    pub fn push(
        &mut self,
        meter: &ByteMeter,
        hash: i64,
        key: Value,
        value: Value,
    ) -> Result<(), OutOfMemory> {
        meter.admit(&key)?;
        meter.admit(&value)?;
        if self.room == 0 || self.entries.len() == self.entries.capacity() {
            self.grow(meter)?;
        }
        let position = self.entries.len();
        self.entries.push(Some(Entry { hash, key, value })).map_err(|_| OutOfMemory)?;
        self.index.insert(hash, position);
        self.len += 1;
        self.room -= 1;
        self.version = self.version.wrapping_add(1);
        Ok(())
    }

    /// Removes the entry at `position`.
    pub fn remove(&mut self, position: usize) -> Option<Entry> {
        let entry = self.entries.get_mut(position)?.take()?;
        self.index.remove(entry.hash, position);
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
    ///
    /// # Errors
    /// The byte limit does not admit the room.
    #[doc(hidden)]
    pub fn put(&mut self, meter: &ByteMeter, other: DictObject) -> Result<DictObject, OutOfMemory> {
        meter.charge(other.external_bytes())?;
        meter.credit(self.external_bytes());
        let version = self.version.wrapping_add(1);
        Ok(std::mem::replace(self, DictObject { version, ..other }))
    }

    /// A copy of the entries without deleted positions; not charged, see [`DictObject::put`].
    pub fn compact_copy(&self) -> DictObject {
        let (len, version) = (self.len, 0);
        let places = places_for(self.len());
        if self.entries.len() == self.len() && self.index.places() <= 2 * places {
            let (entries, index) = (self.entries.clone(), self.index.clone());
            return DictObject { entries, index, len, room: self.room, gap: 0, version };
        }
        let mut entries = ThinVec::new();
        // Without memory for it, the copy grows as others do.
        let _ = entries.try_reserve_exact(self.len());
        entries.extend_or_end(self.iter().cloned().map(Some));
        let mut index = Index::default();
        if places > MIN_CAPACITY {
            index = Index::uncharged(places);
            index_all(&mut index, &entries);
        }
        let room = room_of(places) as u32 - len;
        DictObject { entries, index, len, room, gap: 0, version }
    }

    /// Makes room for `additional` entries, charging before it grows.
    ///
    /// # Errors
    /// The byte limit does not admit the room.
    pub fn reserve(&mut self, meter: &ByteMeter, additional: usize) -> Result<(), OutOfMemory> {
        if additional > self.room as usize {
            self.rebuild(meter, places_for(self.len() + additional))?;
        }
        super::list::reserve_exactly(&mut self.entries, meter, additional)
    }

    /// Makes room for another entry, or for many.
    #[cold]
    #[inline(never)]
    fn grow(&mut self, meter: &ByteMeter) -> Result<(), OutOfMemory> {
        if self.room == 0 {
            let generous = self.rebuild(meter, places_for(self.len() * 2));
            generous.or_else(|OutOfMemory| self.rebuild(meter, places_for(self.len() + 1)))?;
        }
        // Most dicts that get one entry do not get many.
        let many = if self.entries.capacity() == 0 { 2 } else { self.room as usize };
        let generous = super::list::reserve_exactly(&mut self.entries, meter, many);
        generous.or_else(|OutOfMemory| super::list::reserve_exactly(&mut self.entries, meter, 1))
    }

    /// Moves the entries to the front, where some were deleted between them.
    fn close_gaps(&mut self) {
        let mut free = 0;
        for position in 0..self.entries.len() {
            if self.entry(position).is_some() {
                self.entries.swap(free, position);
                free += 1;
            }
        }
        self.entries.truncate(free);
        self.gap = 0;
    }

    /// Makes the table anew, with so many places and no gaps. Positions change.
    fn rebuild(&mut self, meter: &ByteMeter, places: usize) -> Result<(), OutOfMemory> {
        if places > MAX_CAPACITY {
            return Err(OutOfMemory);
        }
        let indexed = if places > MIN_CAPACITY { places } else { 0 };
        if indexed == self.index.places() {
            self.index.clear();
        } else {
            let index = Index::with_places(meter, indexed)?;
            meter.credit(self.index.bytes());
            self.index = index;
        }
        if self.entries.len() != self.len() {
            self.close_gaps();
        }
        let (before, room) = (self.entries.capacity(), room_of(places));
        if before > room.saturating_mul(2) {
            self.entries.shrink_to(room);
            meter.credit((before - self.entries.capacity()) * size_of::<Option<Entry>>());
        }
        index_all(&mut self.index, &self.entries);
        self.room = room as u32 - self.len;
        self.version = self.version.wrapping_add(1);
        Ok(())
    }
}

/// Enters entries, of which none was deleted, into an index.
fn index_all(index: &mut Index, entries: &[Option<Entry>]) {
    for (number, entry) in entries.iter().flatten().enumerate() {
        index.insert(entry.hash, number);
    }
}

impl Trace for DictObject {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        for entry in self.iter() {
            entry.key.trace(visitor);
            entry.value.trace(visitor);
        }
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        self.index.clear();
        (self.len, self.room, self.gap) = (0, 0, 0);
        self.version = self.version.wrapping_add(1);
        // The buffer stays, and is credited with the object.
        for mut entry in self.entries.iter_mut().filter_map(Option::take) {
            entry.key.clear(sink);
            entry.value.clear(sink);
        }
        self.entries.truncate(0);
    }
}

impl Payload for DictObject {
    const EXTENSIBLE: bool = true;

    const UNTRACKED_WHILE_ATOMIC: bool = true;

    fn external_bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Option<Entry>>() + self.index.bytes()
    }
}
