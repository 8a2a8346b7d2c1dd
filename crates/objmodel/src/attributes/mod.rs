//! Attribute access: descriptors, instance attributes by shape, live `__dict__`.

pub(crate) mod attr_info;
pub(crate) mod generic;
pub(crate) mod inline_cache;
pub(crate) mod instance;
pub(crate) mod shape;
mod super_method;
