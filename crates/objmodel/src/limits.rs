//! A budget for one evaluation.

use std::time::Duration;

use crate::meter::Deadline;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;

/// What one evaluation may use, for [`Runtime::with_limits`]. `None` leaves a limit as it is.
///
/// ```
/// use std::time::Duration;
/// use objmodel::{Limits, Runtime};
///
/// let limits = Limits {
///     bytes: Some(16 << 20),
///     ticks: Some(1_000_000),
///     deadline: Some(Duration::from_secs(2)),
///     ..Limits::default()
/// };
/// let mut rt = Runtime::builder().build();
/// let three = rt.with_limits(limits, |rt| rt.int(3));
/// assert!(three.is_ok());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Bytes that may be allocated beyond what is in use now; beyond them, `MemoryError`.
    pub bytes: Option<usize>,
    /// Ticks of work; beyond them, [`Halt::Ticks`](crate::Halt::Ticks).
    pub ticks: Option<u64>,
    /// Nested calls of scripted functions, counted from here; beyond them, `RecursionError`. Scripts
    /// cannot raise it with `sys.setrecursionlimit`.
    pub depth: Option<u32>,
    /// Time from now on, by the [host's clock](crate::host::Host::clock); beyond it,
    /// [`Halt::Deadline`](crate::Halt::Deadline) at the next look, once in some thousand ticks.
    pub deadline: Option<Duration>,
}

/// The limits that count again after an evaluation.
struct Outer<'a> {
    rt: &'a mut Runtime,
    bytes: usize,
    ticks: Option<u64>,
    /// What the evaluation began with, if that was another limit.
    granted: Option<u64>,
    deadline: Option<Deadline>,
    depth_cap: u32,
}

impl Drop for Outer<'_> {
    fn drop(&mut self) {
        let meter = &mut self.rt.meter;
        meter.evaluations -= 1;
        if let Some(granted) = self.granted {
            let used = granted.saturating_sub(meter.ticks_left().unwrap_or(0));
            meter.set_ticks(self.ticks.map(|left| left.saturating_sub(used)));
        }
        meter.deadline.set(self.deadline);
        meter.depth_cap = self.depth_cap;
        meter.set_depth(meter.shown_depth);
        self.rt.heap.bytes().set_limit(self.bytes);
    }
}

impl Runtime {
    /// Runs `work`, one evaluation, with limits of its own. Inside others they can only be narrower;
    /// what it uses counts for those too. Afterwards, also after a panic, the limits before count
    /// again, so that an evaluation that was halted does not halt the next one.
    ///
    /// The [cancel flag](Runtime::cancel_flag) is cleared when the outermost evaluation begins: a
    /// cancellation that arrives while one is under way ends it, one that came too late does not end
    /// the next one.
    ///
    /// Before it ends it passes a safe point, so that `__del__` of what it dropped is within limits.
    pub fn with_limits<R>(&mut self, limits: Limits, work: impl FnOnce(&mut Runtime) -> R) -> R {
        if self.meter.evaluations == 0 {
            self.meter.forget_cancel();
        }
        let depth = self.call_depth().1;
        let bytes = self.heap.bytes();
        let (limit, used) = (bytes.limit(), bytes.used());
        let ticks = self.meter.ticks_left();
        let granted = limits.ticks.map(|granted| granted.min(ticks.unwrap_or(u64::MAX)));
        let outer = Outer {
            bytes: limit,
            ticks,
            granted,
            deadline: self.meter.deadline.get(),
            depth_cap: self.meter.depth_cap,
            rt: self,
        };
        let rt = &mut *outer.rt;
        rt.meter.evaluations += 1;
        if let Some(granted) = granted {
            rt.meter.set_ticks(Some(granted));
        }
        if let Some(bytes) = limits.bytes {
            rt.heap.bytes().set_limit(limit.min(used.saturating_add(bytes)));
        }
        if let Some(calls) = limits.depth {
            rt.meter.depth_cap = rt.meter.depth_cap.min(depth.saturating_add(calls));
            rt.meter.set_depth(rt.meter.shown_depth);
        }
        if let Some(time) = limits.deadline {
            rt.narrow_deadline(time);
        }
        let result = work(outer.rt);
        outer.rt.pass_safepoint();
        result
    }

    /// Sets the deadline anew: that much time from now on, or none. For hosts that run an evaluation
    /// otherwise than in [`Runtime::with_limits`].
    pub fn set_deadline(&mut self, time: Option<Duration>) {
        self.meter.deadline.set(None);
        if let Some(time) = time {
            self.narrow_deadline(time);
        }
    }

    /// Uses up `n` ticks. Native loops over what a script made call it in proportion to their work.
    ///
    /// # Errors
    /// [`Halt`](crate::Halt) at the limit, past the deadline, or if another thread cancelled the run;
    /// `KeyboardInterrupt` if one [interrupted](Runtime::interrupt_flag) it.
    #[inline]
    pub fn tick(&self, n: usize) -> Result<()> {
        if self.meter.take(n as u64) { Ok(()) } else { self.refill_ticks(n) }
    }

    /// A tick that looks at the deadline and the flags, for those who wait rather than work.
    pub(crate) fn look_at_limits(&self) -> Result<()> {
        self.meter.set_ticks(self.meter.ticks_left());
        self.tick(1)
    }

    #[cold]
    #[inline(never)]
    fn refill_ticks(&self, n: usize) -> Result<()> {
        if self.meter.take_interrupt() {
            return Err(self.error_with(&self.types.keyboard_interrupt, [])?);
        }
        let late = self.meter.deadline.get().is_some_and(|deadline| self.is_past(deadline));
        self.meter.refill(n as u64, late).map_err(Raise::from)
    }

    fn is_past(&self, deadline: Deadline) -> bool {
        match deadline {
            Deadline::Host(at) => self.host_ref().clock().is_some_and(|now| now >= at),
            Deadline::System(at) => std::time::Instant::now() >= at,
        }
    }

    /// Sets the deadline, unless the one that counts already is earlier.
    fn narrow_deadline(&self, time: Duration) {
        let new = match self.host_ref().clock() {
            Some(now) => now.checked_add(time).map(Deadline::Host),
            // Where the system has no clock, asking for it would panic.
            None if cfg!(all(target_family = "wasm", target_os = "unknown")) => None,
            None => std::time::Instant::now().checked_add(time).map(Deadline::System),
        };
        let earlier = match (self.meter.deadline.get(), new) {
            (Some(Deadline::Host(old)), Some(Deadline::Host(new))) => old <= new,
            (Some(Deadline::System(old)), Some(Deadline::System(new))) => old <= new,
            (_, new) => new.is_none(),
        };
        if !earlier {
            self.meter.deadline.set(new);
        }
        // The first tick looks at the clock.
        self.meter.set_ticks(self.meter.ticks_left());
    }
}
