//! The host: who can run a program's code.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use crate::collect::CollectionInfo;
use crate::handle::Gc;
use crate::heap::Heap;
use crate::value::Value;
use crate::weak::WeakRef;

/// Owns a heap and runs the code that deallocs ask for.
pub trait Host: AsRef<Heap> + AsMut<Heap> {
    /// Runs `__del__`. Errors are the host's to report.
    fn finalize(&mut self, object: &Value);

    /// Calls the callback of a weak reference whose target died.
    fn weakref_callback(&mut self, weakref: &Gc<WeakRef>);

    /// Takes what a collection found unreachable and does not clear, since
    /// [`Heap::set_save_unreachable`] asks for it (`gc.DEBUG_SAVEALL`).
    fn save_unreachable(&mut self, objects: Vec<Value>) {
        drop(objects);
    }

    /// A clock that never goes back, for the length of slices; None if there is none: they are paced by count
    /// then. Unless the host says otherwise it is the system's.
    fn clock(&self) -> Option<Duration> {
        system_clock()
    }

    /// A collection starts (`gc.callbacks`). One in slices starts with the first of them, and younger
    /// generations may be collected before it is done.
    fn collection_start(&mut self, _info: &CollectionInfo) {}

    /// A collection is done (`gc.callbacks`).
    fn collection_stop(&mut self, _info: &CollectionInfo) {}
}

/// The time since this was asked first; None where the system has no clock.
pub fn system_clock() -> Option<Duration> {
    static START: OnceLock<Instant> = OnceLock::new();
    // Where the system has no clock, asking for it would panic.
    if cfg!(all(target_family = "wasm", target_os = "unknown")) {
        return None;
    }
    Some(START.get_or_init(Instant::now).elapsed())
}
