//! Payload of `slice`.

use objmodel_gc::{Gc, Payload, Trace, Value};

/// The payload of `slice`.
#[derive(Trace)]
pub struct SliceObject {
    /// Where it starts, or `None`.
    pub start: Value,
    /// Where it stops, or `None`.
    pub stop: Value,
    /// By which step it goes, or `None`.
    pub step: Value,
}

/// A handle to a `slice`.
pub type Slice = Gc<SliceObject>;

impl Payload for SliceObject {
    const FROZEN: bool = true;
}
