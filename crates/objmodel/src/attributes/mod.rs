//! Attribute access: descriptors, instance attributes by shape, live `__dict__`.

pub(crate) mod access;
pub(crate) mod cache;
pub(crate) mod generic;
pub(crate) mod instance;
pub(crate) mod shape;
