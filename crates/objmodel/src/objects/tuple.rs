//! Payload of `tuple`.

use objmodel_gc::{Gc, Row};

/// The payload of `tuple`: its items, in the object itself.
pub type TupleObject = Row;

/// A handle to a `tuple`.
pub type Tuple = Gc<TupleObject>;
