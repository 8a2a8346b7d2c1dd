//! Payload of `set` and `frozenset`: an open-addressing table whose iteration order is CPython's.
//!
//! The order shows whenever a set is printed, so size, growth and probing follow CPython: tables of
//! a power of two, 60 % full at most, runs of ten neighbours, then a jump perturbed by the hash.
//! Keys are compared by the caller, with nothing borrowed, because that may run Python code.

use std::cell::Cell;

use objmodel_gc::{Bin, ByteMeter, Gc, OutOfMemory, Payload, Trace, Value, Visitor};

const MIN_SIZE: usize = 8;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;

/// One place of the table.
#[derive(Clone, Default)]
enum Place {
    #[default]
    Free,
    /// Was deleted; searches go on past it.
    Dummy,
    Taken(i64, Value),
}

/// The payload of `set` and `frozenset`.
pub struct SetObject {
    table: Vec<Place>,
    /// Places that are not free.
    fill: usize,
    used: usize,
    /// Where `pop` goes on searching.
    finger: usize,
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
            table: Vec::new(),
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
        self.used
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// A number that changes whenever a key comes or goes.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The number of places; iterators go through them.
    pub fn places(&self) -> usize {
        self.table.len()
    }

    /// The key at `place` with its hash.
    #[inline]
    pub fn key(&self, place: usize) -> Option<(i64, &Value)> {
        match self.table.get(place)? {
            Place::Taken(hash, key) => Some((*hash, key)),
            Place::Free | Place::Dummy => None,
        }
    }

    /// All keys with their hashes, in iteration order.
    pub fn iter(&self) -> impl Iterator<Item = (i64, &Value)> {
        (0..self.table.len()).filter_map(|place| self.key(place))
    }

    /// Begins a search for a key of this hash.
    pub fn probe(&self, hash: i64) -> Probe {
        let mut probe =
            Probe { hash, run: 0, place: 0, perturb: hash as u64, left: 0, dummy: None };
        probe.jump_to(hash as u64 as usize & self.mask(), self.mask());
        probe
    }

    /// Goes on with a search. The set must not have changed since it began: compare `version`.
    #[inline]
    pub fn next(&self, probe: &mut Probe) -> Met {
        if self.table.is_empty() {
            return Met::Free(0);
        }
        loop {
            let place = probe.place & self.mask();
            probe.advance(self.mask());
            match &self.table[place] {
                Place::Free => return Met::Free(probe.dummy.unwrap_or(place)),
                Place::Taken(hash, _) if *hash == probe.hash => return Met::Candidate(place),
                Place::Taken(..) => {}
                Place::Dummy => probe.dummy = Some(place),
            }
        }
    }

    /// Adds a key that is known to be absent, at the place where its search ended.
    pub fn insert(
        &mut self,
        meter: &ByteMeter,
        place: usize,
        hash: i64,
        key: Value,
    ) -> Result<(), OutOfMemory> {
        let place = if self.table.is_empty() {
            self.resize(meter, 0)?;
            self.clean_place(hash)
        } else {
            place & self.mask()
        };
        if let Some(Place::Dummy) = self.table.get(place) {
            self.place_key(place, hash, key);
            return Ok(());
        }
        let (fill, used) = (self.fill + 1, self.used + 1);
        if fill * 5 >= self.mask() * 3 {
            // Growing first keeps the set whole when memory is refused.
            let target = if used > 50_000 { used * 2 } else { used * 4 };
            self.place_key(place, hash, key);
            if let Err(refused) = self.resize(meter, target) {
                self.remove(place);
                return Err(refused);
            }
            return Ok(());
        }
        self.place_key(place, hash, key);
        Ok(())
    }

    /// Makes room for the keys of another set the way CPython's merge does, which shows in the
    /// order of iteration.
    pub fn reserve_merge(&mut self, meter: &ByteMeter, other: usize) -> Result<(), OutOfMemory> {
        let mask = self.table.len().max(MIN_SIZE) - 1;
        if (self.fill + other) * 5 >= mask * 3 {
            self.resize(meter, (self.used + other) * 2)?;
        }
        Ok(())
    }

    /// Makes this empty set a copy of `other`, place by place if the sizes allow.
    pub fn copy_from(&mut self, meter: &ByteMeter, other: &SetObject) -> Result<(), OutOfMemory> {
        self.reserve_merge(meter, other.used)?;
        if other.table.is_empty() {
            return Ok(());
        }
        if self.table.is_empty() {
            self.resize(meter, 0)?;
        }
        if self.table.len() == other.table.len() && other.fill == other.used {
            self.table.clone_from_slice(&other.table);
            (self.fill, self.used) = (other.fill, other.used);
        } else {
            for (hash, key) in other.iter() {
                let place = self.clean_place(hash);
                self.place_key(place, hash, key.clone());
            }
        }
        self.version = self.version.wrapping_add(1);
        Ok(())
    }

    /// Removes the key at `place`.
    pub fn remove(&mut self, place: usize) -> Option<Value> {
        let slot = self.table.get_mut(place)?;
        let Place::Taken(..) = slot else { return None };
        let Place::Taken(_, key) = std::mem::replace(slot, Place::Dummy) else { return None };
        self.used -= 1;
        self.version = self.version.wrapping_add(1);
        Some(key)
    }

    /// Makes the table anew if more than a quarter of its places are deleted ones.
    pub fn close_gaps(&mut self, meter: &ByteMeter) -> Result<(), OutOfMemory> {
        if self.fill - self.used <= self.mask() / 4 {
            return Ok(());
        }
        let used = self.used;
        self.resize(meter, if used > 50_000 { used * 2 } else { used * 4 })
    }

    /// Removes any key: the next one after where the last `pop` stopped.
    pub fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let mask = self.mask();
        let mut place = self.finger & mask;
        while self.key(place).is_none() {
            place = (place + 1) & mask;
        }
        self.finger = place + 1;
        self.remove(place)
    }

    /// Takes everything out; the caller drops it once nothing is borrowed.
    pub fn take(&mut self, meter: &ByteMeter) -> SetObject {
        meter.credit(self.external_bytes());
        let version = self.version.wrapping_add(1);
        std::mem::replace(self, SetObject { version, ..SetObject::default() })
    }

    /// Replaces the content by that of `other`, whose table is charged here.
    pub fn put(&mut self, meter: &ByteMeter, other: SetObject) -> Result<SetObject, OutOfMemory> {
        meter.charge(other.external_bytes())?;
        meter.credit(self.external_bytes());
        let version = self.version.wrapping_add(1);
        Ok(std::mem::replace(self, SetObject { version, ..other }))
    }

    fn mask(&self) -> usize {
        self.table.len().max(1) - 1
    }

    fn place_key(&mut self, place: usize, hash: i64, key: Value) {
        if matches!(self.table[place], Place::Free) {
            self.fill += 1;
        }
        self.table[place] = Place::Taken(hash, key);
        self.used += 1;
        self.version = self.version.wrapping_add(1);
    }

    /// Where a key goes in a table without dummies that is known not to hold it.
    fn clean_place(&self, hash: i64) -> usize {
        let mut probe = self.probe(hash);
        loop {
            let place = probe.place & self.mask();
            probe.advance(self.mask());
            if matches!(self.table[place], Place::Free) {
                return place;
            }
        }
    }

    fn resize(&mut self, meter: &ByteMeter, at_least: usize) -> Result<(), OutOfMemory> {
        let mut size = MIN_SIZE;
        while size <= at_least {
            size = size.checked_mul(2).ok_or(OutOfMemory)?;
        }
        let bytes = size.checked_mul(size_of::<Place>()).ok_or(OutOfMemory)?;
        meter.charge(bytes)?;
        let mut table = Vec::new();
        if table.try_reserve_exact(size).is_err() {
            meter.credit(bytes);
            return Err(OutOfMemory);
        }
        table.resize(size, Place::Free);
        // `try_reserve_exact` may give more; `external_bytes` reads the length, not the capacity.
        meter.credit(self.external_bytes());
        let old = std::mem::replace(&mut self.table, table);
        (self.fill, self.used) = (0, 0);
        for place in old {
            if let Place::Taken(hash, key) = place {
                let free = self.clean_place(hash);
                self.place_key(free, hash, key);
            }
        }
        Ok(())
    }
}

impl Probe {
    fn jump_to(&mut self, place: usize, mask: usize) {
        (self.run, self.place) = (place, place);
        self.left = if place + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
    }

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

    fn clear(&mut self, bin: &mut Bin) {
        (self.fill, self.used) = (0, 0);
        self.version = self.version.wrapping_add(1);
        for place in &mut self.table {
            if let Place::Taken(_, mut key) = std::mem::take(place) {
                key.clear(bin);
            }
        }
    }
}

impl Payload for SetObject {
    fn external_bytes(&self) -> usize {
        self.table.len() * size_of::<Place>()
    }
}
