//! Payload of `tuple`.

use objmodel_gc::{Gc, InlineArray};

/// The payload of `tuple`: its items, in the object itself.
pub type TupleObject = InlineArray;

/// A handle to a `tuple`.
pub type Tuple = Gc<TupleObject>;
