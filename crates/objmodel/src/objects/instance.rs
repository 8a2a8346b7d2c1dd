//! Payload of plain instances: nothing but their fields.

use objmodel_gc::{Payload, Trace};

/// The payload of `object` and of the classes that derive from it alone.
#[derive(Trace)]
pub struct Instance;

impl Payload for Instance {}
