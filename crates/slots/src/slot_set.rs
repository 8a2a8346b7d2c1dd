//! A set of slots, one bit each.

use crate::slot::{SLOT_COUNT, SlotId};

/// A set of slots: which of them a type has, defines, or inherits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct SlotSet([u64; 2]);

const _: () = assert!(SLOT_COUNT <= 128);

impl SlotSet {
    /// No slot.
    pub const EMPTY: SlotSet = SlotSet([0; 2]);

    /// The slots of a list.
    pub const fn of(slots: &[SlotId]) -> SlotSet {
        let mut set = SlotSet::EMPTY;
        let mut i = 0;
        while i < slots.len() {
            set = set.with(slots[i]);
            i += 1;
        }
        set
    }

    /// This set and one more slot.
    #[must_use]
    #[inline]
    pub const fn with(mut self, slot: SlotId) -> SlotSet {
        self.0[slot as usize / 64] |= 1 << (slot as usize % 64);
        self
    }

    /// This set without one slot.
    #[must_use]
    #[inline]
    pub const fn without(mut self, slot: SlotId) -> SlotSet {
        self.0[slot as usize / 64] &= !(1 << (slot as usize % 64));
        self
    }

    /// Whether the slot is in the set.
    #[inline]
    pub const fn has(self, slot: SlotId) -> bool {
        self.0[slot as usize / 64] >> (slot as usize % 64) & 1 != 0
    }

    /// Whether no slot is in the set.
    pub const fn is_empty(self) -> bool {
        self.0[0] | self.0[1] == 0
    }

    /// The slots in either set.
    #[must_use]
    pub const fn union(self, other: SlotSet) -> SlotSet {
        SlotSet([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }

    /// The slots in both sets.
    #[must_use]
    pub const fn intersection(self, other: SlotSet) -> SlotSet {
        SlotSet([self.0[0] & other.0[0], self.0[1] & other.0[1]])
    }

    /// The slots in this set and not in the other.
    #[must_use]
    pub const fn difference(self, other: SlotSet) -> SlotSet {
        SlotSet([self.0[0] & !other.0[0], self.0[1] & !other.0[1]])
    }

    /// The number of slots in the set.
    pub const fn len(self) -> usize {
        (self.0[0].count_ones() + self.0[1].count_ones()) as usize
    }

    /// The slots in the set, in the order of the table.
    pub fn iter(self) -> impl Iterator<Item = SlotId> {
        let bits = self.0.into_iter().enumerate().flat_map(|(half, mut rest)| {
            std::iter::from_fn(move || {
                let lowest = rest.trailing_zeros() as usize;
                rest &= rest.checked_sub(1)?;
                Some(half * 64 + lowest)
            })
        });
        bits.map(|bit| SlotId::ALL[bit])
    }
}

impl FromIterator<SlotId> for SlotSet {
    fn from_iter<I: IntoIterator<Item = SlotId>>(slots: I) -> Self {
        slots.into_iter().fold(SlotSet::EMPTY, SlotSet::with)
    }
}

impl std::fmt::Debug for SlotSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
