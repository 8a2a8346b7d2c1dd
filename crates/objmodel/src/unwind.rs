//! What is made right again when the host's code panics and somebody catches that.

use crate::runtime::Runtime;

/// Undoes when it is dropped, unless nothing is left to be undone.
struct Undo<'a, F: FnOnce(&mut Runtime)>(&'a mut Runtime, Option<F>);

impl<F: FnOnce(&mut Runtime)> Drop for Undo<'_, F> {
    #[inline]
    fn drop(&mut self) {
        if let Some(undo) = self.1.take() {
            undo(self.0);
        }
    }
}

impl Runtime {
    /// Runs `work`, then `undo`, also if `work` panics: so marks and counts are right again.
    #[inline]
    pub fn finally<R>(
        &mut self,
        work: impl FnOnce(&mut Runtime) -> R,
        undo: impl FnOnce(&mut Runtime),
    ) -> R {
        let undo = Undo(self, Some(undo));
        work(&mut *undo.0)
    }

    /// Runs `work`, and `undo` only if it panics.
    #[inline]
    pub fn on_panic<R>(
        &mut self,
        work: impl FnOnce(&mut Runtime) -> R,
        undo: impl FnOnce(&mut Runtime),
    ) -> R {
        let mut undo = Undo(self, Some(undo));
        let result = work(&mut *undo.0);
        undo.1 = None;
        result
    }

    /// Runs the body of a call that was entered. If it panics, this call and all that were entered in
    /// it are left, and so are their `except` blocks.
    #[inline]
    pub fn in_entered_call<R>(&mut self, work: impl FnOnce(&mut Runtime) -> R) -> R {
        let (depth, handled) = (self.call_depth().1, self.handled_depth());
        self.on_panic(work, |rt| rt.abandon_calls(depth.saturating_sub(1), handled))
    }

    #[cold]
    #[inline(never)]
    fn abandon_calls(&mut self, depth: u32, handled: usize) {
        while self.call_depth().1 > depth {
            self.leave_call();
        }
        drop(self.split_handled(handled));
    }
}
