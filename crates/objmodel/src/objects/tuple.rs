//! Payload of `tuple`.

use objmodel_gc::{Bin, Gc, Payload, Trace, Value, Visitor};
use smallvec::SmallVec;

/// Items of a tuple: up to two in place.
pub(crate) type Items = SmallVec<[Value; 2]>;

/// The payload of `tuple`.
#[derive(Default)]
pub struct TupleObject {
    items: Items,
}

/// A handle to a `tuple`.
pub type Tuple = Gc<TupleObject>;

impl TupleObject {
    pub(crate) fn new(items: Items) -> TupleObject {
        TupleObject { items }
    }

    /// The items.
    #[inline]
    pub fn items(&self) -> &[Value] {
        &self.items
    }

    /// The number of items.
    #[inline]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is no item.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl Trace for TupleObject {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        for item in &self.items {
            item.trace(visitor);
        }
    }

    fn clear(&mut self, bin: &mut Bin) {
        for item in &mut self.items {
            item.clear(bin);
        }
    }
}

/// The last item goes first, as scripts see it by their `__del__`.
impl Drop for TupleObject {
    fn drop(&mut self) {
        while let Some(item) = self.items.pop() {
            drop(item);
        }
    }
}

impl Payload for TupleObject {
    const UNTRACKED_WHILE_ATOMIC: bool = true;

    fn external_bytes(&self) -> usize {
        tuple_bytes(self.items.len())
    }
}

/// What `len` items are charged beyond the tuple's own object.
pub(crate) fn tuple_bytes(len: usize) -> usize {
    if len > 2 { len.saturating_mul(size_of::<Value>()) } else { 0 }
}
