//! One cache line of bitmaps for 64 slots: which are used, and in which generation they are.

use std::cell::Cell;

/// Bitmaps of 64 neighbouring slots.
#[repr(C, align(64))]
#[derive(Default)]
pub(crate) struct Line {
    /// The slot holds an object, finished or being made.
    pub(crate) used: Cell<u64>,
    /// Tracked objects of the three generations, the youngest first.
    pub(crate) generations: [Cell<u64>; 3],
    /// Tracked objects that collections leave alone (`gc.freeze`).
    pub(crate) frozen: Cell<u64>,
    /// What the running collection looks at.
    pub(crate) work: Cell<u64>,
}

impl Line {
    /// Takes the slot of `bit` out of its generation.
    #[inline]
    pub(crate) fn untrack(&self, bit: u64) {
        // One map after the other: a wide load of neighbouring maps would wait for the narrow
        // store that an allocation just made.
        let [young, middle, old] = &self.generations;
        for map in [young, old, middle, &self.frozen] {
            if map.get() & bit != 0 {
                map.set(map.get() & !bit);
                break;
            }
        }
        if self.work.get() & bit != 0 {
            self.work.set(self.work.get() & !bit);
        }
    }

    /// Tracked slots, the frozen ones apart.
    pub(crate) fn tracked(&self) -> u64 {
        let [young, middle, old] = &self.generations;
        young.get() | middle.get() | old.get()
    }
}
