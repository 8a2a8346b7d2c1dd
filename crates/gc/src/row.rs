//! Rows: payloads of values that lie in the object itself.

use std::cell::Cell;

use crate::bin::Bin;
use crate::handle::Gc;
use crate::payload::{Payload, Prefix, Role};
use crate::trace::Trace;
use crate::value::Value;
use crate::visitor::Visitor;

/// The payload of objects that consist of values, whose number never changes (`tuple`).
///
/// The values lie behind the payload, so such an object is one piece of memory. Only the heap makes
/// them ([`crate::Heap::alloc_row`]).
pub struct Row {
    /// How many fields lie between this and the values.
    fields: u32,
    len: Cell<u32>,
}

impl Row {
    /// A row without values yet.
    pub(crate) fn new(fields: u32) -> Row {
        Row { fields, len: Cell::new(0) }
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
        std::ptr::with_exposed_provenance_mut(payload + size_of::<Row>() + self.field_count() * 8)
    }

    /// Gives an empty row its values; what is there stays if the iterator panics.
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

impl Gc<Row> {
    /// Exchanges the values for as many others, if nobody else refers to the row; whether it did.
    #[inline]
    pub fn exchange(&mut self, items: &mut [Value]) -> bool {
        let row = self.frozen();
        if self.ref_count() != 1 || row.len() != items.len() {
            return false;
        }
        // SAFETY: [S12] so many values lie there, and this is the only reference, borrowed uniquely:
        // nobody else borrows them.
        unsafe { std::slice::from_raw_parts_mut(row.start(), row.len()) }.swap_with_slice(items);
        true
    }
}

/// The last value goes first, as scripts see it by their `__del__`.
impl Drop for Row {
    #[inline]
    fn drop(&mut self) {
        for index in (0..self.len()).rev() {
            // SAFETY: [S10][S12] the object is dead, and each of its values is dropped once.
            unsafe { self.start().add(index).drop_in_place() };
        }
    }
}

impl Trace for Row {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        for item in self.items() {
            visitor.visit(item);
        }
    }

    fn clear(&mut self, bin: &mut Bin) {
        for index in 0..self.len() {
            // SAFETY: [S11][S12] the payload is borrowed uniquely, so nobody borrows the values.
            bin.put(unsafe { self.start().add(index).replace(Value::immediate(0)) });
        }
    }
}

impl Payload for Row {
    const UNTRACKED_WHILE_ATOMIC: bool = true;
    const FROZEN: bool = true;
    const PREFIX: Prefix = Prefix::new(0, Role::Row);
}
