//! The byte meter: what the objects of a heap and their buffers take, against a limit.

use std::cell::Cell;
use std::fmt;

use crate::gate::{Gate, Gatekeeper};
use crate::guard::Guard;

/// A charge that the limit does not admit, or an object that the meter does not.
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
    /// A full collection is due when more is used.
    due: Cell<usize>,
    /// The lower one of `limit` and `due`.
    mark: Cell<usize>,
    refused: Cell<bool>,
    /// The last refusal was of an object of another heap.
    foreign: Cell<bool>,
    gate: Gate,
    /// Up when a collection may be due.
    pub(crate) guard: Guard,
}

/// Before a first full collection this much may be used.
const FIRST_DUE: usize = 16 << 20;

impl ByteMeter {
    pub(crate) fn new(limit: usize) -> ByteMeter {
        let meter = ByteMeter {
            used: Cell::new(0),
            peak: Cell::new(0),
            limit: Cell::new(limit),
            due: Cell::default(),
            mark: Cell::default(),
            refused: Cell::new(false),
            foreign: Cell::new(false),
            gate: Gate::default(),
            guard: Guard::new(),
        };
        meter.set_due(FIRST_DUE);
        meter
    }

    /// Counts `bytes` more, or refuses and counts nothing.
    ///
    /// A refusal asks for a full collection at the next safe point.
    ///
    /// # Errors
    /// The limit does not admit so many bytes.
    #[inline]
    pub fn charge(&self, bytes: usize) -> Result<(), OutOfMemory> {
        let used = self.used.get().saturating_add(bytes);
        if used > self.mark.get() && !self.admits(used, bytes) {
            return Err(OutOfMemory);
        }
        if used > self.peak.get() {
            self.peak.set(used);
        }
        self.used.set(used);
        Ok(())
    }

    /// Whether the limit admits that more is used than the mark says.
    #[cold]
    fn admits(&self, used: usize, bytes: usize) -> bool {
        if used > self.due.get().min(self.limit.get()) {
            self.guard.raise();
        }
        let limit = self.limit.get();
        // What is charged while there is no limit was paid for before, or cannot be refused.
        let refused = limit != usize::MAX && self.gate.refuses(bytes);
        let admitted = used <= limit && !refused;
        self.refused.set(self.refused.get() || !admitted);
        admitted
    }

    /// Remembers that an object of another heap was refused.
    #[cold]
    pub(crate) fn refuse_foreign(&self) -> Result<(), OutOfMemory> {
        self.foreign.set(true);
        Err(OutOfMemory)
    }

    /// Whether the last refusal was of an object of another heap, since this was asked last.
    pub fn take_foreign(&self) -> bool {
        self.foreign.replace(false)
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
        self.set_due(self.due.get());
    }

    /// Whether more is used than a full collection is due at.
    #[inline]
    pub(crate) fn is_due(&self) -> bool {
        self.used.get() > self.due.get()
    }

    /// Sets what may be used before the next full collection is due. Near the limit one is due
    /// before the limit refuses, unless as much is used already.
    pub(crate) fn set_due(&self, bytes: usize) {
        let limit = self.limit.get();
        let near = limit - limit / 16;
        let due = if self.used.get() < near { bytes.min(near) } else { bytes };
        self.due.set(due);
        self.mark.set(if self.gate.is_kept() { 0 } else { due.min(limit) });
    }

    /// Lets `keeper` decide about each charge that a limit admits, or nobody (`None`). Without a
    /// limit he is not asked.
    ///
    /// It is for tests: they see what becomes of a program whose charges are refused, one by one.
    pub fn set_gatekeeper(&self, keeper: Option<Gatekeeper>) {
        self.gate.set(keeper);
        self.set_due(self.due.get());
    }

    /// Whether a charge was refused since this was asked last.
    pub(crate) fn take_refusal(&self) -> bool {
        self.refused.replace(false)
    }
}
