//! What the heap asks of the runtime: running `__del__` and weakref callbacks.

use objmodel_gc::{Gc, Host, Value, WeakRef};
use objmodel_slots::SlotId;

use crate::raise::Raise;
use crate::runtime::Runtime;
use crate::types::slot::Slot;

/// What an exception is told with that has no better words.
const IGNORED: &str = "Exception ignored in";

impl Host for Runtime {
    fn finalize(&mut self, object: &Value) {
        let outcome = match self.slots_of(object.as_ref()).get(SlotId::TpFinalize) {
            Slot::Finalize(_, code) => match code.enter(self, "") {
                Ok(code) => code(self, object.as_ref()),
                Err(raise) => Err(raise),
            },
            Slot::Python(function) => {
                let function = function.clone();
                if let Err(raise) = self.call_method_if_bound(&function, object.as_ref(), &[]) {
                    self.unraisable(raise, IGNORED, Some(&function));
                }
                return;
            }
            _ => Ok(()),
        };
        if let Err(raise) = outcome {
            self.unraisable(raise, IGNORED, Some(object));
        }
    }

    fn clock(&self) -> Option<std::time::Duration> {
        self.host_ref().clock().or_else(objmodel_gc::system_clock)
    }

    fn save_unreachable(&mut self, objects: Vec<Value>) {
        // What there is no memory to keep in the list is kept alive by nobody else.
        let Some(list) = self.garbage.clone() else { return };
        for object in objects {
            if self.grow(&list, |list, meter| list.push(meter, object)).is_err() {
                break;
            }
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
            self.unraisable(raise, IGNORED, Some(&callback));
        }
    }
}

impl Runtime {
    /// Lets collections put what they find unreachable into this list, while the heap is set to save
    /// it.
    pub fn keep_unreachable_in(&mut self, list: crate::objects::list::List) {
        self.garbage = Some(list);
    }

    /// Reports an exception that nobody can catch: in `__del__`, in a callback.
    pub fn unraisable(&mut self, raise: Raise, doing: &str, of: Option<&Value>) {
        let Ok(exception) = raise.into_exception() else { return };
        // One that no frame has seen is told at the place where it is met.
        self.give_traceback(&exception);
        if let Some(hook) = self.hooks.unraisable {
            hook(self, exception, doing, of.map(Value::as_ref));
        }
    }

    /// Prints an exception that nobody can catch, as `sys.unraisablehook` does: what was being done,
    /// where, and the traceback.
    pub fn print_unraisable(&mut self, exception: &Value, doing: &str, of: Option<&Value>) {
        let mut text = String::new();
        // `None` is nothing to tell of, and without an object only what was being done is told.
        match of.filter(|of| !crate::singletons::is_none(of)) {
            Some(of) => {
                text = format!("{doing}: ");
                match self.repr(of) {
                    Ok(shown) => text.push_str(&shown.read(self).as_str()),
                    Err(_) => text.push_str("<object repr() failed>"),
                }
                text.push('\n');
            }
            None if doing == IGNORED => {}
            None => text = format!("{doing}:\n"),
        }
        text.push_str(&self.render_plainly(exception));
        self.write_error_text(&text);
    }

    /// Writes to `sys.stderr` as the program has it, or to the host's standard error without `sys`.
    /// What a stream of the program's own raises is lost.
    pub fn write_error_text(&mut self, text: &str) {
        let Some(stream) = self.error_stream() else {
            self.host().write_stderr(text.as_bytes());
            return;
        };
        if crate::singletons::is_none(&stream) {
            return;
        }
        let written = || -> crate::raise::Result<()> {
            let text = self.str(text)?;
            let (write, flush) = (self.intern("write")?, self.intern("flush")?);
            self.call_method(&stream, &write, [text.as_ref()])?;
            self.call_method(&stream, &flush, ()).map(drop)
        };
        let mut written = written;
        drop(written());
    }

    /// Whether the program has put something else in the place of `sys.stderr`.
    pub fn has_own_error_stream(&mut self) -> bool {
        let Ok(first) = self.intern("__stderr__") else { return false };
        let modules = self.modules().clone();
        let Ok(sys) = self.intern("sys") else { return false };
        let Some(sys) = self.dict_get_name(&modules, &sys) else { return false };
        let first = self.lookup_attr(&sys, &first).ok().flatten();
        match (first, self.error_stream()) {
            (Some(first), Some(present)) => !first.is(&present),
            _ => false,
        }
    }

    /// `sys.stderr`, if there is one.
    fn error_stream(&mut self) -> Option<Value> {
        let (sys, stderr) = (self.intern("sys").ok()?, self.intern("stderr").ok()?);
        let modules = self.modules().clone();
        let sys = self.dict_get_name(&modules, &sys)?;
        self.lookup_attr(&sys, &stderr).ok()?
    }
}
