//! Payload of `mappingproxy`: a read-only view of a mapping.

use objmodel_gc::{Payload, Trace, Value};

/// The payload of `mappingproxy`.
#[derive(Trace)]
pub struct MappingProxyObject {
    /// What it shows.
    pub mapping: Value,
}

impl Payload for MappingProxyObject {}
