//! Making weak references to objects whose class allows it.

use objmodel_gc::{Borrowed, Gc, Value, WeakRef};

use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::Type;

impl Runtime {
    /// A weak reference of class `class` (`weakref.ref` or a subclass). One without a callback is
    /// shared by all who ask, unless it is of a subclass.
    ///
    /// # Errors
    /// `TypeError` if the target's class does not allow weak references; `MemoryError`.
    pub fn new_weakref(
        &mut self,
        class: &Type,
        target: Borrowed<'_>,
        callback: Option<Value>,
    ) -> Result<Gc<WeakRef>> {
        self.check_all_own(&[target, class.as_ref()])?;
        if let Some(callback) = &callback {
            self.check_own(callback)?;
        }
        if !target.is_object() || !self.class_of(target).layout.weakref {
            return Err(self.type_error(format!(
                "cannot create weak reference to '{}' object",
                self.type_name(target)
            )));
        }
        if callback.is_none() && !class.read(self).is_heap_type() {
            let shared = self.heap.weakrefs(target).into_iter().find(|weakref| {
                weakref.read(self).callback().is_none() && self.type_of(weakref.as_ref()).is(class)
            });
            if let Some(shared) = shared {
                return Ok(shared);
            }
        }
        let fields = self.fields_of(class);
        let made = self.heap.alloc_weakref(class, target, callback, fields);
        made.map_err(|refused| self.refused(refused))
    }
}
