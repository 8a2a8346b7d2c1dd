//! Limits on work and depth; the limit on bytes is the heap's.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::raise::Halt;

/// Ticks handed out between two looks at the cancel flag.
const CHUNK: u64 = 4096;

/// Counts work and depth of one runtime against its limits.
pub(crate) struct Meter {
    /// Ticks until the next look at the cancel flag and at the limit.
    chunk: Cell<u64>,
    /// Ticks beyond the current chunk; `u64::MAX` without a limit.
    reserve: Cell<u64>,
    cancel: Arc<AtomicBool>,
    /// Most activations of scripted functions (`sys.getrecursionlimit()`).
    pub(crate) max_depth: u32,
}

impl Meter {
    pub(crate) fn new(ticks: Option<u64>, max_depth: u32) -> Meter {
        Meter {
            chunk: Cell::new(0),
            reserve: Cell::new(ticks.unwrap_or(u64::MAX)),
            cancel: Arc::new(AtomicBool::new(false)),
            max_depth,
        }
    }

    /// Uses up `n` ticks.
    #[inline]
    pub(crate) fn tick(&self, n: u64) -> Result<(), Halt> {
        match self.chunk.get().checked_sub(n) {
            Some(left) => {
                self.chunk.set(left);
                Ok(())
            }
            None => self.refill(n),
        }
    }

    #[cold]
    fn refill(&self, n: u64) -> Result<(), Halt> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(Halt::Cancelled);
        }
        let reserve = self.reserve.get();
        if reserve == u64::MAX {
            self.chunk.set(CHUNK);
            return Ok(());
        }
        let needed = n - self.chunk.get();
        if needed > reserve {
            self.set_ticks(Some(0));
            return Err(Halt::Ticks);
        }
        let chunk = CHUNK.min(reserve - needed);
        self.chunk.set(chunk);
        self.reserve.set(reserve - needed - chunk);
        Ok(())
    }

    /// What is left of the limit.
    pub(crate) fn ticks_left(&self) -> Option<u64> {
        let reserve = self.reserve.get();
        (reserve != u64::MAX).then(|| reserve + self.chunk.get())
    }

    pub(crate) fn set_ticks(&self, ticks: Option<u64>) {
        self.chunk.set(0);
        self.reserve.set(ticks.unwrap_or(u64::MAX));
    }

    pub(crate) fn cancel_flag(&self) -> Arc<AtomicBool> {
        self.cancel.clone()
    }
}
