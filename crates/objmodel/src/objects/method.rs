//! Payload of bound methods.

use objmodel_gc::{Gc, Payload, Trace, Value};

/// The payload of `method`: a callable and the instance that goes before its arguments.
#[derive(Trace)]
pub struct MethodObject {
    /// `__func__`.
    pub function: Value,
    /// `__self__`.
    pub instance: Value,
}

/// A handle to a bound method.
pub type Method = Gc<MethodObject>;

impl Payload for MethodObject {
    const FROZEN: bool = true;
}
