//! The byte meter: what the objects of a heap and their buffers take, against a limit.

use std::cell::Cell;
use std::fmt;

/// A charge that the limit does not admit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfMemory;

impl fmt::Display for OutOfMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the heap's byte limit is reached")
    }
}

impl std::error::Error for OutOfMemory {}

/// Counts bytes: buffers are charged before they grow, and credited when they shrink or die.
#[derive(Debug)]
pub struct ByteMeter {
    used: Cell<usize>,
    peak: Cell<usize>,
    limit: Cell<usize>,
    refused: Cell<bool>,
}

impl ByteMeter {
    pub(crate) fn new(limit: usize) -> ByteMeter {
        ByteMeter {
            used: Cell::new(0),
            peak: Cell::new(0),
            limit: Cell::new(limit),
            refused: Cell::new(false),
        }
    }

    /// Counts `bytes` more, or refuses and counts nothing.
    ///
    /// A refusal asks for a full collection at the next safe point.
    #[inline]
    pub fn charge(&self, bytes: usize) -> Result<(), OutOfMemory> {
        let used = self.used.get().saturating_add(bytes);
        if used > self.peak.get() {
            if used > self.limit.get() {
                self.refused.set(true);
                return Err(OutOfMemory);
            }
            self.peak.set(used);
        } else if used > self.limit.get() {
            // The limit was lowered below the peak.
            self.refused.set(true);
            return Err(OutOfMemory);
        }
        self.used.set(used);
        Ok(())
    }

    /// Counts `bytes` less.
    #[inline]
    pub fn credit(&self, bytes: usize) {
        self.used.set(self.used.get().saturating_sub(bytes));
    }

    /// The bytes charged now.
    #[inline]
    pub fn used(&self) -> usize {
        self.used.get()
    }

    /// The most that was ever charged at one time.
    pub fn peak(&self) -> usize {
        self.peak.get()
    }

    /// What may be charged at most.
    pub fn limit(&self) -> usize {
        self.limit.get()
    }

    /// Sets what may be charged at most. What is already charged stays.
    pub fn set_limit(&self, bytes: usize) {
        self.limit.set(bytes);
    }

    pub(crate) fn was_refused(&self) -> bool {
        self.refused.get()
    }

    pub(crate) fn forget_refusal(&self) {
        self.refused.set(false);
    }
}
