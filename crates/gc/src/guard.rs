//! The guard word: one comparison tells an operation that its stack is used up or that a safe point
//! is wanted.

use std::cell::Cell;

/// Every address is below it.
const RAISED: usize = usize::MAX;

/// The lowest stack address that operations may use, raised above all addresses while a safe point
/// is wanted. So whoever checks the stack hears of both by one comparison.
#[derive(Debug)]
pub(crate) struct Guard {
    word: Cell<usize>,
    floor: Cell<usize>,
}

impl Guard {
    /// Stops nobody.
    pub(crate) fn new() -> Guard {
        Guard { word: Cell::new(0), floor: Cell::new(0) }
    }

    /// Whether an operation at this stack address is to look closer.
    #[inline(always)]
    pub(crate) fn stops(&self, address: usize) -> bool {
        address < self.word.get()
    }

    /// The lowest address that may be used.
    pub(crate) fn floor(&self) -> usize {
        self.floor.get()
    }

    /// Sets the lowest address that may be used.
    pub(crate) fn set_floor(&self, address: usize) {
        self.floor.set(address);
        if !self.is_raised() {
            self.word.set(address);
        }
    }

    /// A safe point is wanted.
    #[inline]
    pub(crate) fn raise(&self) {
        self.word.set(RAISED);
    }

    /// A safe point begins.
    pub(crate) fn lower(&self) {
        self.word.set(self.floor.get());
    }

    /// Whether a safe point is wanted.
    #[inline]
    pub(crate) fn is_raised(&self) -> bool {
        self.word.get() == RAISED
    }
}
