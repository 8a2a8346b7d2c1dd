//! Rows: payloads of values that lie in the object itself.

use std::cell::Cell;

use crate::clear_sink::ClearSink;
use crate::handle::Gc;
use crate::payload::{Payload, Prefix, Role};
use crate::trace::Trace;
use crate::value::Value;
use crate::visitor::Visitor;

/// The payload of objects that consist of values, whose number never changes (`tuple`).
///
/// The values lie behind the payload, so such an object is one piece of memory. Only the heap makes
/// them ([`crate::Heap::alloc_inline_array`]).
pub struct InlineArray {
    /// How many fields lie between this and the values.
    fields: u32,
    len: Cell<u32>,
}

impl InlineArray {
    /// An inline array without values yet.
    pub(crate) fn new(fields: u32) -> InlineArray {
        InlineArray { fields, len: Cell::new(0) }
    }

    pub(crate) fn field_count(&self) -> usize {
        self.fields as usize
    }

    /// The values.
    #[inline]
    pub fn items(&self) -> &[Value] {
        // SAFETY: [S12] so many values lie there, and nobody writes to them while the payload is
        // borrowed.
        unsafe { std::slice::from_raw_parts(self.start(), self.len()) }
    }

    /// The number of values.
    #[inline]
    pub fn len(&self) -> usize {
        self.len.get() as usize
    }

    /// Whether there is no value.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len.get() == 0
    }

    /// Where the values start.
    #[inline]
    fn start(&self) -> *mut Value {
        let payload = std::ptr::from_ref(self).addr();
        // The provenance is that of the object, not of the borrowed payload.
        std::ptr::with_exposed_provenance_mut(
            payload + size_of::<InlineArray>() + self.field_count() * 8,
        )
    }

    /// Gives an empty inline array its values; what is there stays if the iterator panics.
    ///
    /// # Safety
    /// The object has room for as many values as follow, and nobody borrows the payload.
    #[inline]
    pub(crate) unsafe fn fill(&self, values: impl Iterator<Item = Value>) {
        let start = self.start();
        let mut len = 0;
        for value in values {
            // SAFETY: [S12] as promised by the caller.
            unsafe { start.add(len as usize).write(value) };
            len += 1;
            self.len.set(len);
        }
    }
}

impl Gc<InlineArray> {
    /// Exchanges the values for as many others, if nobody else refers to the inline array; whether it did.
    #[inline]
    pub fn exchange(&mut self, items: &mut [Value]) -> bool {
        let inline_array = self.frozen();
        if self.ref_count() != 1 || inline_array.len() != items.len() {
            return false;
        }
        // SAFETY: [S12] so many values lie there, and this is the only reference, borrowed uniquely:
        // nobody else borrows them.
        unsafe { std::slice::from_raw_parts_mut(inline_array.start(), inline_array.len()) }
            .swap_with_slice(items);
        true
    }
}

/// The last value goes first, as scripts see it by their `__del__`.
impl Drop for InlineArray {
    #[inline]
    fn drop(&mut self) {
        for index in (0..self.len()).rev() {
            // SAFETY: [S10][S12] the object is dead, and each of its values is dropped once.
            unsafe { self.start().add(index).drop_in_place() };
        }
    }
}

impl Trace for InlineArray {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        for item in self.items() {
            visitor.visit(item);
        }
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        for index in 0..self.len() {
            // SAFETY: [S11][S12] the payload is borrowed uniquely, so nobody borrows the values.
            sink.put(unsafe { self.start().add(index).replace(Value::immediate(0)) });
        }
    }
}

impl Payload for InlineArray {
    const UNTRACKED_WHILE_ATOMIC: bool = true;
    const FROZEN: bool = true;
    const PREFIX: Prefix = Prefix::new(0, Role::InlineArray);
}
