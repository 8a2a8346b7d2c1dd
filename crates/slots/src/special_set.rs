//! A set of special names, one bit each.

use crate::slot_set::SlotSet;
use crate::special::{SPECIAL_COUNT, SpecialId};

/// A set of special names: those that the namespace of a class defines.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct SpecialSet([u64; 2]);

const _: () = assert!(SPECIAL_COUNT <= 128);

impl SpecialSet {
    /// No name.
    pub const EMPTY: SpecialSet = SpecialSet([0; 2]);

    /// This set and one more name.
    #[must_use]
    #[inline]
    pub const fn with(mut self, special: SpecialId) -> SpecialSet {
        self.0[special as usize / 64] |= 1 << (special as usize % 64);
        self
    }

    /// This set without one name.
    #[must_use]
    #[inline]
    pub const fn without(mut self, special: SpecialId) -> SpecialSet {
        self.0[special as usize / 64] &= !(1 << (special as usize % 64));
        self
    }

    /// Whether the name is in the set.
    #[inline]
    pub const fn has(self, special: SpecialId) -> bool {
        self.0[special as usize / 64] >> (special as usize % 64) & 1 != 0
    }

    /// The names in either set.
    #[must_use]
    #[inline]
    pub const fn union(self, other: SpecialSet) -> SpecialSet {
        SpecialSet([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }

    /// The slots whose content may be another one when these names get another meaning in a class.
    pub fn affected_slots(self) -> SlotSet {
        self.iter().fold(SlotSet::EMPTY, |slots, special| slots.union(special.affected_slots()))
    }

    /// The names in the set, in alphabetical order.
    pub fn iter(self) -> impl Iterator<Item = SpecialId> {
        let bits = self.0.into_iter().enumerate().flat_map(|(half, mut rest)| {
            std::iter::from_fn(move || {
                let lowest = rest.trailing_zeros() as usize;
                rest &= rest.checked_sub(1)?;
                Some(half * 64 + lowest)
            })
        });
        bits.map(|bit| SpecialId::ALL[bit])
    }
}

impl std::fmt::Debug for SpecialSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in() {
        let ends = [SpecialId::ALL[0], SpecialId::Eq, SpecialId::ALL[SPECIAL_COUNT - 1]];
        let set = ends.into_iter().fold(SpecialSet::EMPTY, SpecialSet::with);
        assert_eq!(set.iter().collect::<Vec<_>>(), ends);
        assert_eq!(set.without(SpecialId::Eq).iter().count(), 2);
        assert!(set.has(SpecialId::Eq) && !set.without(SpecialId::Eq).has(SpecialId::Eq));
        assert_eq!(SpecialSet::EMPTY.union(set), set);
        assert_eq!(
            SpecialId::ALL.into_iter().fold(SpecialSet::EMPTY, SpecialSet::with).iter().count(),
            SPECIAL_COUNT
        );
    }
}
