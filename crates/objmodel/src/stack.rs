//! How far operations may go down the native stack that they run on.

use std::cell::Cell;

use objmodel_gc::{Borrowed, Heap};

use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::slot::BinaryFn;

/// What is left of a stack for the work between two checks: the frames of native functions and of
/// the host's closures, making and reporting an error, a collection.
const RESERVE: usize = if cfg!(debug_assertions) { 56 << 10 } else { 40 << 10 };
/// What operations may use at most, unless the host says otherwise.
pub(crate) const DEFAULT_MAX: usize = 16 << 20;
/// What operations may use where the system does not tell how long the thread's stack is.
pub(crate) const ASSUMED: usize = 256 << 10;

/// How deep `repr`, comparisons and instance checks may nest, as deep as CPython's do where nothing else
/// is under way.
const MOST_NESTED: u32 = 9_999;

/// The settings from which the heap's guard gets its floor.
pub(crate) struct StackLimit {
    max: usize,
    /// The lowest address of the stack, if the host said it.
    end: Cell<Option<usize>>,
}

impl StackLimit {
    pub(crate) fn new(max: usize) -> StackLimit {
        StackLimit { max, end: Cell::new(None) }
    }

    /// Counts from the present address on.
    pub(crate) fn rebase(&self, heap: &Heap) {
        let here = stack_address();
        let floor = match self.end.get() {
            Some(end) => end.saturating_add(RESERVE),
            None => match stacker::remaining_stack() {
                Some(left) => here - left.saturating_sub(RESERVE).min(here),
                None => here.saturating_sub(ASSUMED),
            },
        };
        heap.set_stack_floor(floor.max(here.saturating_sub(self.max)));
    }
}

/// About where the stack pointer is.
#[inline(always)]
pub(crate) fn stack_address() -> usize {
    let marker = 0u8;
    std::ptr::addr_of!(marker) as usize
}

/// Native code of a slot. It is handed out only where the stack has room for it, so that whoever
/// calls a slot has checked the depth.
#[derive(Clone, Copy)]
pub(crate) struct Guarded<F>(F);

impl<F: Copy> Guarded<F> {
    pub(crate) fn new(code: F) -> Guarded<F> {
        Guarded(code)
    }

    /// The code itself, to be put into another slot or a descriptor.
    pub(crate) fn unguarded(self) -> F {
        self.0
    }

    /// The code, to be called at once.
    ///
    /// # Errors
    /// `RecursionError` if the stack is used up; `doing` ends its message.
    #[inline(always)]
    pub(crate) fn enter(self, rt: &mut Runtime, doing: &'static str) -> Result<F> {
        rt.enter_native(doing)?;
        Ok(self.0)
    }
}

impl Guarded<BinaryFn> {
    /// Calls the code. Where it is all that a function does, that function saves nothing: what the
    /// guard has to say is said elsewhere.
    #[inline(always)]
    pub(crate) fn call(self, rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
        if rt.heap.guard_stops(stack_address()) {
            return self.call_stopped(rt, own, other);
        }
        (self.0)(rt, own, other)
    }

    #[cold]
    #[inline(never)]
    fn call_stopped(self, rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
        rt.stopped("")?;
        (self.0)(rt, own, other)
    }
}

impl Runtime {
    /// Passes the guard in front of native code: it checks the stack, and passes a safe point if one
    /// is wanted and no scripted call is under way, whose host passes them itself.
    ///
    /// # Errors
    /// `RecursionError` if the stack is used up.
    #[inline(always)]
    pub(crate) fn enter_native(&mut self, doing: &'static str) -> Result<()> {
        if self.heap.guard_stops(stack_address()) { self.stopped(doing) } else { Ok(()) }
    }

    #[cold]
    #[inline(never)]
    fn stopped(&mut self, doing: &'static str) -> Result<()> {
        self.check_floor(doing)?;
        self.pass_safepoint();
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn check_floor(&self, doing: &str) -> Result<()> {
        if stack_address() < self.heap.stack_floor() {
            return Err(self.recursion_error(doing));
        }
        Ok(())
    }

    /// Fails if the native stack is used up. Whatever recurses over a script's structure without
    /// calling the library's operations in between calls it; those check by themselves.
    ///
    /// It ticks: a structure whose parts are shared has more ways through it than parts.
    ///
    /// # Errors
    /// `RecursionError`, and a limit.
    #[inline]
    pub fn check_stack(&self, doing: &str) -> Result<()> {
        self.tick(1)?;
        if self.heap.guard_stops(stack_address()) { self.check_floor(doing) } else { Ok(()) }
    }

    /// Runs `work` one level deeper: `repr`, comparisons and instance checks of what is nested too deep
    /// fail where CPython's do, however much stack is left.
    ///
    /// # Errors
    /// `RecursionError` if too many are under way, `doing` ends its message; what `work` returns.
    #[inline]
    pub fn nested<R>(
        &mut self,
        doing: &'static str,
        work: impl FnOnce(&mut Runtime) -> Result<R>,
    ) -> Result<R> {
        if self.nesting >= MOST_NESTED {
            return Err(self.recursion_error(doing));
        }
        self.nesting += 1;
        self.finally(work, |rt| rt.nesting -= 1)
    }

    /// Counts the stack limit from the present depth on, and asks the operating system again how
    /// much the stack has. Call it when a runtime is used from another place than it was built at:
    /// from a stack that was grown, or from a shallower frame.
    pub fn rebase_stack(&mut self) {
        self.stack.rebase(&self.heap);
    }

    /// Runs `work` on a stack that ends at the lowest address `end`, or with `None` on one that the
    /// operating system (or the crate `stacker`) knows of. For fibers and other stacks of the
    /// host's own. The limit before counts again afterwards, also after a panic.
    pub fn on_stack<R>(&mut self, end: Option<usize>, work: impl FnOnce(&mut Runtime) -> R) -> R {
        struct Before<'a>(&'a mut Runtime, Option<usize>, usize);
        impl Drop for Before<'_> {
            fn drop(&mut self) {
                self.0.stack.end.set(self.1);
                self.0.heap.set_stack_floor(self.2);
            }
        }
        let before = (self.stack.end.replace(end), self.heap.stack_floor());
        let guard = Before(self, before.0, before.1);
        guard.0.stack.rebase(&guard.0.heap);
        work(guard.0)
    }
}
