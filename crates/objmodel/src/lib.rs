//! How an operation finds its code: Runtime, types, attributes, descriptors, calls, operators and errors.
//!
//! The behaviour of the built-in types is in `objmodel-builtins`; here is what makes classes and
//! instances work at all. `&mut Runtime` in a signature means that Python code may run.

#![forbid(unsafe_code)]

mod arguments;
mod raise;
pub mod singletons;

mod characters;
pub mod hash;
mod limits;
mod meter;
mod names;
mod stack;

#[cfg(feature = "serde")]
pub mod data;
pub mod native;
pub mod objects;
pub mod types;

mod attributes;
mod errors;
mod operations;

mod activation;
mod construct;
mod finalize;
pub mod host;
mod runtime;
mod unwind;

pub mod prelude;

pub use arguments::{Args, CallArgs, FromArgs};
pub use attributes::inline_cache::{AttrCache, GlobalCache, Loaded, LoadedMethod};
pub use errors::script_error::{Detach, ScriptError};
pub use limits::Limits;
pub use names::Names;
pub use objmodel_gc as gc;
/// What PyO3 calls a handle that owns a count.
pub use objmodel_gc::Gc as Py;
pub use objmodel_gc::{Borrowed, Bound, Gc, Payload, Trace, Value};
pub use objmodel_macros::{
    FromPyObject, IntoPyObject, pyclass, pyfunction, pymethods, pymodule, pyproto,
};
pub use objmodel_slots as slots;
pub use objmodel_slots::{BinaryOp, CompareOp, UnaryOp};
pub use operations::iterate::NextStep;
pub use operations::parameters::Parameters;
pub use raise::{Halt, Raise, RaiseKind, Result};
pub use runtime::{Builder, Runtime};
pub use types::{Type, TypeObject, TypeRef, Types};
