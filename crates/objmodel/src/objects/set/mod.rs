//! Payload of `set` and `frozenset`: an open-addressing table whose iteration order is CPython's.
//!
//! The order shows whenever a set is printed, so size, growth and probing follow CPython: tables of
//! a power of two, 60 % full at most, runs of ten neighbours, then a jump perturbed by the hash.
//! Keys are compared by the caller, with nothing borrowed, because that may run Python code.

mod table;

use std::cell::Cell;

use objmodel_gc::{ByteMeter, ClearSink, Gc, OutOfMemory, Payload, Trace, Value, Visitor};

use table::{Seen, Table};

const MIN_SIZE: usize = table::FEW;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
/// Keys are counted in 32 bits.
const MAX_CAPACITY: usize = 1 << 31;

/// The payload of `set` and `frozenset`.
pub struct SetObject {
    table: Table,
    /// Places that are not free.
    fill: u32,
    used: u32,
    /// Where `pop` goes on searching.
    finger: u32,
    version: u32,
    /// The hash of a frozenset, or -1 if it was not asked yet.
    pub hash: Cell<i64>,
}

/// A handle to a set or frozenset.
pub type Set = Gc<SetObject>;

/// A search in progress: yields the places that may hold a key of its hash.
#[derive(Clone)]
pub struct Probe {
    hash: i64,
    /// Where the current run began; the next jump starts from here.
    run: usize,
    place: usize,
    perturb: u64,
    left: usize,
    /// The last deleted place that was passed, which a new key takes.
    dummy: Option<usize>,
}

/// What a search met next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// A key of the same hash is at this place: compare it, then go on.
    Candidate(usize),
    /// A free place, or a deleted one: the key is not in the set and would go here.
    Free(usize),
}

impl Default for SetObject {
    fn default() -> SetObject {
        SetObject {
            table: Table::default(),
            fill: 0,
            used: 0,
            finger: 0,
            version: 0,
            hash: Cell::new(-1),
        }
    }
}

impl SetObject {
    /// The number of keys.
    #[inline]
    pub fn len(&self) -> usize {
        self.used as usize
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Whether no place is taken, not even by a key that was deleted.
    pub fn is_untouched(&self) -> bool {
        self.fill == 0
    }

    /// A number that changes whenever a key comes or goes.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Where the table lies: another one has another address while the old one is there.
    pub(crate) fn table_address(&self) -> usize {
        self.table.address()
    }

    /// The number of places; iterators go through them.
    pub fn places(&self) -> usize {
        self.table.len()
    }

    /// The key at `place` with its hash.
    #[inline]
    pub fn key(&self, place: usize) -> Option<(i64, &Value)> {
        match self.table.get(place) {
            Seen::Key(hash, key) => Some((hash, key)),
            _ => None,
        }
    }

    /// The first key at `place` or behind it with its hash, and the place behind that.
    #[inline]
    pub fn key_from(&self, place: usize) -> Option<(usize, i64, &Value)> {
        self.table.key_from(place)
    }

    /// All keys with their hashes, in iteration order.
    pub fn iter(&self) -> impl Iterator<Item = (i64, &Value)> {
        let mut place = 0;
        std::iter::from_fn(move || {
            let (next, hash, key) = self.table.key_from(place)?;
            place = next;
            Some((hash, key))
        })
    }

    /// Begins a search for a key of this hash.
    #[inline]
    pub fn probe(&self, hash: i64) -> Probe {
        let mut probe =
            Probe { hash, run: 0, place: 0, perturb: hash as u64, left: 0, dummy: None };
        probe.jump_to(hash as u64 as usize & self.mask(), self.mask());
        probe
    }

    /// Goes on with a search. The set must not have changed since it began: compare `version`.
    #[inline]
    pub fn next(&self, probe: &mut Probe) -> Met {
        loop {
            let number = probe.place & self.mask();
            match self.table.get(number) {
                Seen::Free => return Met::Free(probe.dummy.unwrap_or(number)),
                Seen::Deleted => probe.dummy = Some(number),
                Seen::Key(hash, _) if hash == probe.hash => {
                    probe.advance(self.mask());
                    return Met::Candidate(number);
                }
                Seen::Key(..) => {}
            }
            probe.advance(self.mask());
        }
    }

    /// Where the first key is for which `is_key` holds, among those of this hash.
    #[inline]
    pub fn find(&self, hash: i64, mut is_key: impl FnMut(&Value) -> bool) -> Met {
        // Mostly the first place decides.
        let first = hash as u64 as usize & self.mask();
        match self.table.get(first) {
            Seen::Free => return Met::Free(first),
            Seen::Key(held, key) if held == hash && is_key(key) => return Met::Candidate(first),
            _ => {}
        }
        let mut probe = self.probe(hash);
        loop {
            match self.next(&mut probe) {
                Met::Candidate(place) => {
                    if self.key(place).is_some_and(|(_, key)| is_key(key)) {
                        return Met::Candidate(place);
                    }
                }
                free => return free,
            }
        }
    }

    /// Adds a key that is known to be absent, at the place where its search ended.
    ///
    /// # Errors
    /// The byte limit does not admit the room, or the key is an object of another runtime.
    #[inline]
    pub fn insert(
        &mut self,
        meter: &ByteMeter,
        place: usize,
        hash: i64,
        key: Value,
    ) -> Result<(), OutOfMemory> {
        meter.admit(&key)?;
        let place = if self.table.len() == 0 {
            self.resize(meter, 0, 1)?;
            self.clean_place(hash)
        } else {
            place & self.mask()
        };
        let free = matches!(self.table.get(place), Seen::Free);
        self.table.put(meter, place, hash, key)?;
        self.used += 1;
        self.version = self.version.wrapping_add(1);
        if !free {
            return Ok(());
        }
        self.fill += 1;
        if self.fill as usize * 5 < self.mask() * 3 {
            return Ok(());
        }
        let grown = self.resize(meter, self.generous(), self.len());
        if grown.is_err() {
            // The set stays as it was, so that what is refused changes nothing.
            self.remove(place);
        }
        grown
    }

    /// How many keys the next table is to have room for.
    fn generous(&self) -> usize {
        let used = self.len();
        if used > 50_000 { used * 2 } else { used * 4 }
    }

    /// Makes room for the keys of another set the way CPython's merge does, which shows in the
    /// order of iteration.
    ///
    /// # Errors
    /// The byte limit does not admit the room.
    pub fn reserve_merge(&mut self, meter: &ByteMeter, other: usize) -> Result<(), OutOfMemory> {
        let mask = self.table.len().max(MIN_SIZE) - 1;
        if (self.fill as usize + other) * 5 >= mask * 3 {
            self.resize(meter, (self.len() + other) * 2, self.len() + other)?;
        }
        Ok(())
    }

    /// Makes this empty set a copy of `other`, place by place if the sizes allow.
    ///
    /// # Errors
    /// The byte limit does not admit the room.
    #[doc(hidden)]
    pub fn copy_from(&mut self, meter: &ByteMeter, other: &SetObject) -> Result<(), OutOfMemory> {
        if other.is_empty() {
            return Ok(());
        }
        let crowded = other.len() * 5 >= (MIN_SIZE - 1) * 3;
        let places = places_for(if crowded { other.len() * 2 } else { 0 })?;
        if other.table.len() == places && other.fill == other.used {
            let bytes = other.external_bytes();
            meter.charge(bytes)?;
            meter.credit(self.external_bytes());
            self.table = other.table.clone();
            // A copy has no more room than it needs.
            meter.credit(bytes - self.external_bytes().min(bytes));
        } else {
            self.resize(meter, places - 1, other.len())?;
            for (hash, key) in other.iter() {
                let place = self.clean_place(hash);
                self.table.put(meter, place, hash, key.clone())?;
            }
        }
        (self.fill, self.used) = (other.used, other.used);
        self.version = self.version.wrapping_add(1);
        Ok(())
    }

    /// Removes the key at `place`.
    pub fn remove(&mut self, place: usize) -> Option<Value> {
        let key = self.table.remove(place)?;
        self.used -= 1;
        self.version = self.version.wrapping_add(1);
        Some(key)
    }

    /// Makes the table anew if more than a quarter of its places are deleted ones.
    ///
    /// # Errors
    /// The byte limit does not admit the room.
    pub fn close_gaps(&mut self, meter: &ByteMeter) -> Result<(), OutOfMemory> {
        if (self.fill - self.used) as usize <= self.mask() / 4 {
            return Ok(());
        }
        self.resize(meter, self.generous(), self.len())
    }

    /// Removes any key: the next one after where the last `pop` stopped.
    pub fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let mask = self.mask();
        let mut place = self.finger as usize & mask;
        while self.key(place).is_none() {
            place = (place + 1) & mask;
        }
        self.finger = place as u32 + 1;
        self.remove(place)
    }

    /// Takes everything out; the caller drops it once nothing is borrowed.
    pub fn take(&mut self, meter: &ByteMeter) -> SetObject {
        meter.credit(self.external_bytes());
        let version = self.version.wrapping_add(1);
        std::mem::replace(self, SetObject { version, ..SetObject::default() })
    }

    /// Replaces the content by that of `other`, whose table is charged here.
    ///
    /// # Errors
    /// The byte limit does not admit the room.
    #[doc(hidden)]
    pub fn put(&mut self, meter: &ByteMeter, other: SetObject) -> Result<SetObject, OutOfMemory> {
        meter.charge(other.external_bytes())?;
        meter.credit(self.external_bytes());
        let version = self.version.wrapping_add(1);
        Ok(std::mem::replace(self, SetObject { version, ..other }))
    }

    #[inline]
    fn mask(&self) -> usize {
        self.table.len().max(1) - 1
    }

    /// Where a key goes in a table without dummies that is known not to hold it.
    #[inline]
    fn clean_place(&self, hash: i64) -> usize {
        let first = hash as usize & self.mask();
        match self.table.get(first) {
            Seen::Key(..) => self.clean_place_beyond(hash),
            _ => first,
        }
    }

    #[inline(never)]
    fn clean_place_beyond(&self, hash: i64) -> usize {
        let mut probe = self.probe(hash);
        loop {
            let place = probe.place & self.mask();
            if self.key(place).is_none() {
                return place;
            }
            probe.advance(self.mask());
        }
    }

    #[cold]
    #[inline(never)]
    fn resize(
        &mut self,
        meter: &ByteMeter,
        at_least: usize,
        keys: usize,
    ) -> Result<(), OutOfMemory> {
        let table = Table::with_places(meter, places_for(at_least)?, keys)?;
        meter.credit(self.external_bytes());
        let old = std::mem::replace(&mut self.table, table);
        for (hash, key) in old.into_keys() {
            let free = self.clean_place(hash);
            self.table.put(meter, free, hash, key)?;
        }
        self.fill = self.used;
        self.version = self.version.wrapping_add(1);
        Ok(())
    }
}

/// The size of a table with more than so many places.
fn places_for(at_least: usize) -> Result<usize, OutOfMemory> {
    let mut size = MIN_SIZE;
    while size <= at_least {
        size *= 2;
    }
    if size <= MAX_CAPACITY { Ok(size) } else { Err(OutOfMemory) }
}

impl Probe {
    #[inline]
    fn jump_to(&mut self, place: usize, mask: usize) {
        (self.run, self.place) = (place, place);
        self.left = if place + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
    }

    #[inline]
    fn advance(&mut self, mask: usize) {
        if self.left > 0 {
            self.left -= 1;
            self.place += 1;
            return;
        }
        self.perturb >>= PERTURB_SHIFT;
        let next = self.run.wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb as usize);
        self.jump_to(next & mask, mask);
    }
}

impl Trace for SetObject {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        for (_, key) in self.iter() {
            key.trace(visitor);
        }
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        (self.fill, self.used) = (0, 0);
        self.version = self.version.wrapping_add(1);
        self.table.clear(sink);
    }
}

impl Payload for SetObject {
    const EXTENSIBLE: bool = true;

    fn external_bytes(&self) -> usize {
        self.table.bytes()
    }
}
