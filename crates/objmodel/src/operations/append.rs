//! Texts that grow in place, where nobody else sees them.

use objmodel_gc::{Borrowed, Value};

use crate::objects::str::StrObject;
use crate::raise::Result;
use crate::runtime::Runtime;

impl Runtime {
    /// The text of an instance of `str` itself, not of a subclass.
    #[inline]
    pub(crate) fn exact_str<'a>(&'a self, value: Borrowed<'a>) -> Option<&'a StrObject> {
        // Subclasses can die, so their instances are no leaves.
        if value.is_leaf() { value.get::<StrObject>(self) } else { None }
    }

    /// Appends `tail` to `text`, which then is what `text + tail` would be, if both are instances of
    /// `str` itself, `text` is long and this is the only reference to it; false if not. It takes time
    /// in proportion to `tail`, and ticks for it.
    ///
    /// # Errors
    /// `MemoryError`; a halt. The text is as it was.
    pub fn append_to_str(&mut self, text: &mut Value, tail: &Value) -> Result<bool> {
        let long = self.exact_str(text.as_ref()).is_some_and(StrObject::grows);
        if !long || text.ref_count() != 1 || !Value::is_leaf(tail) {
            return Ok(false);
        }
        let Some(tail) = tail.downcast_ref::<StrObject>() else { return Ok(false) };
        let tail = tail.frozen();
        let taken = std::mem::replace(text, crate::singletons::none());
        let mut own = match taken.downcast::<StrObject>() {
            Ok(own) => own,
            Err(other) => {
                *text = other;
                return Ok(false);
            }
        };
        let appended = match self.tick(tail.as_bytes().len() / 64) {
            Ok(()) => match own.unique(self) {
                Some((payload, meter)) => payload.append(meter, tail).map(|()| true),
                None => Ok(false),
            },
            Err(halt) => {
                *text = own.into_value();
                return Err(halt);
            }
        };
        *text = own.into_value();
        appended.map_err(|refused| self.out_of_memory(refused))
    }
}
