//! The index of a dict: entry numbers by hash, in an open-addressing table probed as in CPython.
//!
//! A place that was deleted stays taken for searches, and is taken again by the next key that
//! passes it; so candidates of one hash come in CPython's order, which shows in calls of `__eq__`.

use objmodel_gc::{ByteMeter, OutOfMemory, ThinVec};

/// Stands in a place that never was taken: a search ends there.
const FREE: u32 = u32::MAX;
/// Stands in a place whose entry was deleted. No entry has this number, nor that of [`FREE`].
const GONE: u32 = u32::MAX - 1;
const PERTURB_SHIFT: u32 = 5;

/// Entry numbers by hash. Without places, entries are searched one after the other.
#[derive(Clone, Default)]
pub(super) struct Index {
    /// As many as a power of two, at most two thirds of them taken.
    places: ThinVec<u32>,
}

/// Where a search goes on.
#[derive(Clone, Copy)]
pub(super) struct Probe {
    place: usize,
    perturb: u64,
}

impl Probe {
    #[inline]
    pub(super) fn new(hash: i64) -> Probe {
        Probe { place: hash as usize, perturb: hash as u64 }
    }

    #[inline]
    pub(super) fn advance(&mut self) {
        self.perturb >>= PERTURB_SHIFT;
        self.place = self.place.wrapping_mul(5).wrapping_add(self.perturb as usize).wrapping_add(1);
    }
}

impl Index {
    /// An index of so many places, all free. Its bytes are charged.
    pub(super) fn with_places(meter: &ByteMeter, places: usize) -> Result<Index, OutOfMemory> {
        let bytes = places.checked_mul(size_of::<u32>()).ok_or(OutOfMemory)?;
        meter.charge(bytes)?;
        let mut index = Index::default();
        if index.places.try_reserve_exact(places).is_err() {
            meter.credit(bytes);
            return Err(OutOfMemory);
        }
        index.places.fill_up(FREE);
        Ok(index)
    }

    /// An index of so many places, all free, for those who charge it later.
    pub(super) fn uncharged(places: usize) -> Index {
        Index { places: vec![FREE; places].into_iter().collect() }
    }

    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    pub(super) fn places(&self) -> usize {
        self.places.len()
    }

    pub(super) fn bytes(&self) -> usize {
        self.places.len() * size_of::<u32>()
    }

    /// The number where a search stands, which may be that of no entry any more; `None` at the end of
    /// the search.
    #[inline]
    pub(super) fn number_at(&self, probe: &Probe) -> Option<usize> {
        let mask = self.places.len().checked_sub(1)?;
        let number = self.places[probe.place & mask];
        (number != FREE).then_some(number as usize)
    }

    /// Adds the number of an entry that is not in the index. One place at least must be free.
    #[inline]
    pub(super) fn insert(&mut self, hash: i64, number: usize) {
        let Some(mask) = self.places.len().checked_sub(1) else { return };
        let mut probe = Probe::new(hash);
        while self.places[probe.place & mask] < GONE {
            probe.advance();
        }
        self.places[probe.place & mask] = number as u32;
    }

    /// Removes the number of an entry.
    pub(super) fn remove(&mut self, hash: i64, number: usize) {
        let Some(mask) = self.places.len().checked_sub(1) else { return };
        let mut probe = Probe::new(hash);
        loop {
            let held = &mut self.places[probe.place & mask];
            if *held == FREE {
                return;
            }
            if *held as usize == number {
                *held = GONE;
                return;
            }
            probe.advance();
        }
    }

    /// Frees all places.
    pub(super) fn clear(&mut self) {
        self.places.fill(FREE);
    }
}
