//! One cache line of bitmaps for 64 slots: which are used, and in which generation they are.

use std::cell::Cell;

/// Bitmaps of 64 neighbouring slots.
#[repr(C, align(64))]
#[derive(Default)]
pub(crate) struct Line {
    /// The slot holds an object, or is held by the allocator to become one.
    pub(crate) used: Cell<u64>,
    /// Tracked objects of the three generations, the youngest first. Like those of the following
    /// maps, the bits of slots that are not used mean nothing.
    pub(crate) generations: [Cell<u64>; 3],
    /// Tracked objects that collections leave alone (`gc.freeze`).
    pub(crate) frozen: Cell<u64>,
    /// What the running collection looks at.
    pub(crate) work: Cell<u64>,
}

impl Line {
    /// The allocator gets the free slots of `bits`, for young objects.
    pub(crate) fn reserve(&self, bits: u64) {
        let [young, middle, old] = &self.generations;
        for map in [middle, old, &self.frozen, &self.work] {
            map.set(map.get() & !bits);
        }
        young.set(young.get() | bits);
        self.used.set(self.used.get() | bits);
    }

    /// Tracked slots, the frozen ones apart.
    pub(crate) fn tracked(&self) -> u64 {
        let [young, middle, old] = &self.generations;
        young.get() | middle.get() | old.get()
    }
}
