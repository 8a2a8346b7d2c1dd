//! Payload of `iterator`: goes through a sequence by `__getitem__`.

use objmodel_gc::{Payload, Trace, Value};

/// The payload of `iterator`.
#[derive(Trace)]
pub struct SequenceIteratorObject {
    /// What it iterates; `None` once it has ended.
    pub sequence: Option<Value>,
    /// The next index.
    #[trace(leaf)]
    pub index: usize,
}

impl Payload for SequenceIteratorObject {}
