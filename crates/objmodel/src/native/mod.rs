//! How Rust describes classes and functions: tables, builders, conversions, and what the macros write.

pub(crate) mod admit;
pub mod attached;
pub mod buffer;
pub mod builder;
pub mod call_arguments;
pub mod class;
pub mod collections;
pub mod coroutine;
pub mod error;
pub mod exception;
pub mod from_object;
pub mod function;
pub mod generator;
#[doc(hidden)]
pub mod glue;
pub(crate) mod install;
pub mod into_object;
pub mod intrinsic;
pub mod iteration;
pub mod module;
pub mod name;
pub(crate) mod namespace;
pub(crate) mod refusal;
pub mod scripted;

pub mod spec;

pub use attached::{Attached, PyAnyMethods};
pub use buffer::Buffer;
pub use builder::ClassBuilder;
pub use call_arguments::{IntoArgs, IntoKwargs};
pub use class::{PyClass, PyClassBase};
pub use from_object::{FromPyObject, Given, Truth};
pub use into_object::{IntoPyObject, IntoRaise};
pub use intrinsic::Intrinsic;
pub use name::IntoName;
pub use scripted::SourceFunction;
