//! Payload of `cell`: one variable shared between functions.

use objmodel_gc::{Gc, Payload, Trace, Value};

/// The payload of `cell`; `None` while the variable is unbound.
#[derive(Default, Trace)]
pub struct CellObject {
    /// The variable's value.
    pub contents: Option<Value>,
}

/// A handle to a `cell`.
pub type Cell = Gc<CellObject>;

impl Payload for CellObject {}
