//! The host: who can run a program's code.

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

    /// A collection starts (`gc.callbacks`).
    fn collection_start(&mut self, _info: &CollectionInfo) {}

    /// A collection is done (`gc.callbacks`).
    fn collection_stop(&mut self, _info: &CollectionInfo) {}
}
