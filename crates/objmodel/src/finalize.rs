//! What the heap asks of the runtime: running `__del__` and weakref callbacks.

use objmodel_gc::{Gc, Host, Value, WeakRef};
use objmodel_slots::SlotId;

use crate::raise::Raise;
use crate::runtime::Runtime;
use crate::types::slot::Slot;

impl Host for Runtime {
    fn finalize(&mut self, object: &Value) {
        let outcome = match self.slots_of(object.as_ref()).get(SlotId::TpFinalize) {
            Slot::Finalize(_, code) => match code.enter(self, "") {
                Ok(code) => code(self, object.as_ref()),
                Err(raise) => Err(raise),
            },
            Slot::Python(function) => {
                let function = function.clone();
                if let Err(raise) = self.call_method(&function, object.as_ref(), &[]) {
                    self.unraisable(raise, "Exception ignored in", Some(&function));
                }
                return;
            }
            _ => Ok(()),
        };
        if let Err(raise) = outcome {
            self.unraisable(raise, "Exception ignored in", Some(object));
        }
    }

    fn collection_start(&mut self, info: &objmodel_gc::CollectionInfo) {
        if info.generation == 2 {
            self.method_cache.clear();
        }
        if let Some(hook) = self.hooks.collection {
            hook(self, "start", info);
        }
    }

    fn collection_stop(&mut self, info: &objmodel_gc::CollectionInfo) {
        if let Some(hook) = self.hooks.collection {
            hook(self, "stop", info);
        }
    }

    fn weakref_callback(&mut self, weakref: &Gc<WeakRef>) {
        let callback = weakref.read(self).callback().cloned();
        let Some(callback) = callback else { return };
        if let Err(raise) = self.call(&callback, [weakref.as_ref()]) {
            self.unraisable(raise, "Exception ignored in", Some(&callback));
        }
    }
}

impl Runtime {
    /// Reports an exception that nobody can catch: in `__del__`, in a callback.
    pub fn unraisable(&mut self, raise: Raise, doing: &str, of: Option<&Value>) {
        let Ok(exception) = raise.into_exception() else { return };
        if let Some(hook) = self.hooks.unraisable {
            hook(self, exception, doing, of.map(Value::as_ref));
        }
    }

    /// Prints an exception that nobody can catch, as `sys.unraisablehook` does: what was being done,
    /// where, and the traceback.
    pub fn print_unraisable(&mut self, exception: &Value, doing: &str, of: Option<&Value>) {
        let mut text = doing.to_owned();
        if let Some(of) = of {
            text.push_str(": ");
            match self.repr(of) {
                Ok(shown) => text.push_str(&shown.read(self).as_str()),
                Err(_) => text.push_str("<object repr() failed>"),
            }
        } else {
            text.push(':');
        }
        text.push('\n');
        match self.render_traceback(exception.as_ref()) {
            Ok(rendered) => text.push_str(&rendered),
            // There is no room for more, or no time.
            Err(_) => {
                text.push_str(self.type_name(exception.as_ref()));
                text.push('\n');
            }
        }
        self.host().write_stderr(text.as_bytes());
    }
}
