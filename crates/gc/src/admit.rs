//! What buffers take in: objects of the heap whose meter they are charged to.

use crate::meter::{ByteMeter, OutOfMemory};
use crate::value::Value;

impl ByteMeter {
    /// Refuses an object of another heap than this meter's: what buffers take in passes here.
    ///
    /// # Errors
    /// It is one; [`ByteMeter::take_foreign`] tells so afterwards.
    #[inline]
    pub fn admit(&self, value: &Value) -> Result<(), OutOfMemory> {
        if value.is_metered_by(self) { Ok(()) } else { self.refuse_foreign() }
    }
}
