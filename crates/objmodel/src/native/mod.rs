//! How Rust describes classes and functions: tables, builders, conversions, and what the macros write.

pub mod builder;
pub mod class;
pub mod from_object;
pub mod function;
pub mod glue;
pub(crate) mod install;
pub mod into_object;
pub(crate) mod namespace;

pub mod spec;

pub use builder::ClassBuilder;
pub use class::{PyClass, PyClassBase};
pub use from_object::FromPyObject;
pub use into_object::{IntoPyObject, IntoRaise};
