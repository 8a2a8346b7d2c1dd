//! Operations: how `a + b`, `len(x)`, `f(x)` find the code of the operands' classes.

pub(crate) mod awaitable;
pub(crate) mod binary;
pub(crate) mod call;
pub(crate) mod compare;
pub(crate) mod container;
pub(crate) mod convert;
pub(crate) mod function;
pub(crate) mod generator;
pub(crate) mod hash;
mod immediate;
pub(crate) mod instance;
pub(crate) mod instantiate;
pub(crate) mod isinstance;
pub(crate) mod iterate;
pub(crate) mod mapping;
pub(crate) mod module;
pub(crate) mod namespace;
pub(crate) mod parameters;
pub(crate) mod special;
pub(crate) mod text;
pub(crate) mod truth;
pub(crate) mod unary;
pub(crate) mod weakref;
