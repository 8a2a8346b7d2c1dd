//! The end of a heap: frees all that nobody outside holds.

use std::ptr::NonNull;

use crate::core::{Core, Pin};
use crate::cycle;
use crate::dealloc;
use crate::header::IMMORTAL;
use crate::trial_deletion::TrialDeletion;
use crate::value::Value;

/// The heap of this core is dropped.
pub(crate) fn close(core: NonNull<Core>) {
    let pin = Pin::new(core);
    pin.dealloc_state.close();
    pin.live.set(pin.live.get() + pin.store.count());
    // A running collection does the rest when it ends.
    if !pin.collecting.get() {
        run(&pin);
    }
    drop(pin);
}

/// An object that was held from outside died after its heap: cycles may have hung on it. The
/// search is paced, so that many such deallocs stay cheap.
pub(crate) fn after_dealloc(core: &Core) {
    core.late_deallocs.set(core.late_deallocs.get() + 1);
    if !core.collecting.get() && core.late_deallocs.get().saturating_mul(1000) >= core.live.get() {
        run(core);
    }
}

/// Frees what nobody outside holds. Runs no code of the program.
pub(crate) fn run(core: &Core) {
    /// Deallocs on the way do not search again.
    struct DeallocState<'a>(&'a Core);
    impl Drop for DeallocState<'_> {
        fn drop(&mut self) {
            self.0.collecting.set(false);
            self.0.late_deallocs.set(0);
        }
    }
    core.collecting.set(true);
    let _busy = DeallocState(core);
    cycle::abandon(core);
    drop(core.pending.take_all());
    let mut immortal = Vec::new();
    core.store.each(
        |line| line.used.get(),
        |object| {
            if object.count() >= IMMORTAL {
                // The mortal count, and one for the handle.
                object.set_count(object.count() - IMMORTAL + 1);
                immortal.push(Value::owning(object));
            }
        },
    );
    drop(immortal);
    // What dies in one round may be all that held others, without being seen to: what waits to be
    // freed looks like the outside, and so do counts beyond what a trial can hold.
    loop {
        let before = core.live.get();
        let (trial_deletion, _) = TrialDeletion::of(core, true, |_| true, |line| line.used.get());
        trial_deletion.clear();
        dealloc::drain_deferred(core);
        let left = core.live.get();
        if left == before || left == 0 {
            break;
        }
    }
}
