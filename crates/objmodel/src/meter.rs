//! Limits on work and depth; the limit on bytes is the heap's.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::raise::Halt;

/// Ticks handed out between two looks at the cancel flag.
const CHUNK: u64 = 4096;

/// Counts work and depth of one runtime against its limits.
pub(crate) struct Meter {
    /// Ticks until the next look at the cancel flag and at the limit.
    chunk: u64,
    /// Ticks beyond the current chunk; `u64::MAX` without a limit.
    reserve: u64,
    cancel: Arc<AtomicBool>,
    /// Stack addresses below this one are too deep.
    floor: usize,
    stack_bytes: usize,
    /// Activations of scripted functions, and their limit (`sys.getrecursionlimit()`).
    pub(crate) depth: u32,
    pub(crate) max_depth: u32,
}

impl Meter {
    pub(crate) fn new(ticks: Option<u64>, stack_bytes: usize, max_depth: u32) -> Meter {
        let mut meter = Meter {
            chunk: 0,
            reserve: ticks.unwrap_or(u64::MAX),
            cancel: Arc::new(AtomicBool::new(false)),
            floor: 0,
            stack_bytes,
            depth: 0,
            max_depth,
        };
        meter.rebase();
        meter
    }

    /// Takes the present stack position as the one that the stack limit counts from.
    pub(crate) fn rebase(&mut self) {
        self.floor = stack_address().saturating_sub(self.stack_bytes);
    }

    /// Uses up `n` ticks.
    #[inline]
    pub(crate) fn tick(&mut self, n: u64) -> Result<(), Halt> {
        if n <= self.chunk {
            self.chunk -= n;
            return Ok(());
        }
        self.refill(n)
    }

    #[cold]
    fn refill(&mut self, n: u64) -> Result<(), Halt> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(Halt::Cancelled);
        }
        if self.reserve == u64::MAX {
            self.chunk = CHUNK;
            return Ok(());
        }
        let needed = n - self.chunk;
        if needed > self.reserve {
            (self.chunk, self.reserve) = (0, 0);
            return Err(Halt::Ticks);
        }
        self.reserve -= needed;
        self.chunk = CHUNK.min(self.reserve);
        self.reserve -= self.chunk;
        Ok(())
    }

    /// What is left of the limit.
    pub(crate) fn ticks_left(&self) -> Option<u64> {
        (self.reserve != u64::MAX).then(|| self.reserve + self.chunk)
    }

    pub(crate) fn set_ticks(&mut self, ticks: Option<u64>) {
        (self.chunk, self.reserve) = (0, ticks.unwrap_or(u64::MAX));
    }

    pub(crate) fn cancel_flag(&self) -> Arc<AtomicBool> {
        self.cancel.clone()
    }

    /// Whether the native stack is used up.
    #[inline]
    pub(crate) fn too_deep(&self) -> bool {
        stack_address() < self.floor
    }
}

/// About where the stack pointer is.
#[inline(always)]
fn stack_address() -> usize {
    let marker = 0u8;
    std::ptr::addr_of!(marker) as usize
}
