//! Counts work and depth against their limits; the limit on bytes is the heap's.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::raise::Halt;

/// Ticks handed out between two looks at the flags and the clock.
const CHUNK: u64 = 4096;

/// When an evaluation is to end.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Deadline {
    /// By the host's clock.
    Host(Duration),
    /// By the system's.
    System(Instant),
}

/// Counts work and depth of one runtime against its limits.
pub(crate) struct Meter {
    /// Ticks until the next look at the cancel flag, the clock and the limit.
    chunk: Cell<u64>,
    /// Ticks beyond the current chunk; `u64::MAX` without a limit.
    reserve: Cell<u64>,
    cancel: Arc<AtomicBool>,
    interrupt: Arc<AtomicBool>,
    pub(crate) deadline: Cell<Option<Deadline>>,
    /// Most activations of scripted functions.
    pub(crate) max_depth: u32,
    /// Most activations as scripts see and set it (`sys.getrecursionlimit()`).
    pub(crate) shown_depth: u32,
    /// What scripts may set at most.
    pub(crate) depth_cap: u32,
    /// How many evaluations with limits of their own are under way, one in the other.
    pub(crate) evaluations: u32,
}

impl Meter {
    pub(crate) fn new(ticks: Option<u64>, max_depth: u32) -> Meter {
        Meter {
            chunk: Cell::new(0),
            reserve: Cell::new(ticks.unwrap_or(u64::MAX)),
            cancel: Arc::new(AtomicBool::new(false)),
            interrupt: Arc::new(AtomicBool::new(false)),
            deadline: Cell::new(None),
            max_depth,
            shown_depth: max_depth,
            depth_cap: u32::MAX,
            evaluations: 0,
        }
    }

    /// Uses up `n` ticks of the chunk; false if it has not so many.
    #[inline(always)]
    pub(crate) fn take(&self, n: u64) -> bool {
        match self.chunk.get().checked_sub(n) {
            Some(left) => {
                self.chunk.set(left);
                true
            }
            None => false,
        }
    }

    /// Begins a new chunk, of which `n` ticks are used up. `late` says that the deadline is past.
    pub(crate) fn refill(&self, n: u64, late: bool) -> Result<(), Halt> {
        let cancelled = self.cancel.load(Ordering::Relaxed);
        if cancelled || late {
            // The next tick looks again.
            self.set_ticks(self.ticks_left());
            return Err(if cancelled { Halt::Cancelled } else { Halt::Deadline });
        }
        let reserve = self.reserve.get();
        if reserve == u64::MAX {
            self.chunk.set(CHUNK);
            return Ok(());
        }
        let needed = n.saturating_sub(self.chunk.get());
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

    /// Sets what is left of the limit. The next tick looks at flag and clock.
    pub(crate) fn set_ticks(&self, ticks: Option<u64>) {
        self.chunk.set(0);
        self.reserve.set(ticks.unwrap_or(u64::MAX));
    }

    pub(crate) fn cancel_flag(&self) -> Arc<AtomicBool> {
        self.cancel.clone()
    }

    pub(crate) fn interrupt_flag(&self) -> Arc<AtomicBool> {
        self.interrupt.clone()
    }

    /// Whether an interrupt was asked for, which is answered herewith. The next tick looks again.
    pub(crate) fn take_interrupt(&self) -> bool {
        let interrupted = self.interrupt.swap(false, Ordering::Relaxed);
        if interrupted {
            self.set_ticks(self.ticks_left());
        }
        interrupted
    }

    pub(crate) fn forget_cancel(&self) {
        self.cancel.store(false, Ordering::Relaxed);
    }

    /// Sets the depth limit as scripts see it; the cap holds all the same.
    pub(crate) fn set_depth(&mut self, calls: u32) {
        self.shown_depth = calls;
        self.max_depth = calls.min(self.depth_cap);
    }
}
