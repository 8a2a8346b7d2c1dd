//! Weak references: `weakref.ref` and the proxies.

pub(crate) mod proxy;
mod reference;

pub(crate) use reference::REFERENCE;
