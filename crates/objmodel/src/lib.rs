//! Python's object model for hosts in Rust: how an operation finds its code.
//!
//! ```
//! use objmodel::prelude::*;
//!
//! fn main() -> Result<()> {
//!     let mut rt = Runtime::builder().max_bytes(64 << 20).max_ticks(10_000_000).build();
//!     objmodel_builtins::install(&mut rt)?;
//!     let text = rt.mul(2, "ab")?;
//!     assert_eq!(rt.repr_text(&text)?, "'abab'");
//!     Ok(())
//! }
//! ```
//!
//! `&mut Runtime` in a signature means that Python code may run, `&Runtime` that it cannot. The
//! behaviour of the built-in types is in `objmodel-builtins`; here is what makes classes and
//! instances work at all.
//!
//! # How do I
//!
//! | | |
//! |---|---|
//! | set up a runtime | [`Runtime::builder`], then `objmodel_builtins::install` |
//! | make a class of a Rust type | [`macro@pyclass`], [`macro@pymethods`]; an instance with [`Py::new`](native::class::PyNew), its class with [`Runtime::get_type`] |
//! | make a class at run time | [`Runtime::class`] |
//! | make a function | [`Runtime::function`] of a closure; [`macro@pyfunction`], [`wrap_pyfunction!`], [`macro@pymodule`] |
//! | make a generator | [`Runtime::iterator`], [`Runtime::generator`] |
//! | let a script await a Rust future, drive a coroutine | [`Runtime::future`], [`Runtime::run_coroutine`], [`Runtime::poll_coroutine`] |
//! | make functions of a language of mine | [`Runtime::scripted_function`] |
//! | make a value | [`Runtime::int`], [`Runtime::str`], [`Runtime::list`] and so on, or any Rust value by [`IntoPyObject`](native::IntoPyObject) |
//! | read a value | [`extract`](native::PyAnyMethods::extract), by [`FromPyObject`](native::FromPyObject); both traits have derives |
//! | call, and get attributes and items | [`Runtime::call`], [`Runtime::call_method`], [`Runtime::getattr`], [`Runtime::get_item`]; as methods after [`bind`](native::PyAnyMethods::bind) |
//! | calculate and compare | [`Runtime::add`] and so on, [`Runtime::binary`], [`Runtime::compare`], [`Runtime::equal`] |
//! | show | [`Runtime::repr_text`], [`Runtime::str_text`]; `{:?}` for debugging |
//! | raise | [`Runtime::value_error`] and so on, [`Runtime::raise`], [`create_exception!`] |
//! | catch | [`Raise`]: [`Raise::is_instance_of`], [`Raise::into_exception`]; [`Detach::detach`] for text that leaves the runtime |
//! | limit | [`Runtime::with_limits`], [`Runtime::cancel_flag`] |
//! | print, read, import | [`host::Host`], [`host::Hooks`] |
//! | see why an operation did what it did | [`Runtime::explain`] |
//! | test operators with random classes | the module `testing` (feature `testing`) |
//! | exchange data | the module `data` (feature `serde`) |
//!
//! `docs/embedding.md` in the repository is a tutorial of complete programs.

#![forbid(unsafe_code)]
#![warn(clippy::disallowed_methods)]

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
pub mod explain;
pub mod files;
mod finalize;
pub mod host;
mod runtime;
mod unwind;
pub mod variables;
mod watch;

#[cfg(feature = "testing")]
pub mod testing;

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

/// The tutorial's programs and that of the README are run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/embedding.md")]
struct Tutorial;

#[cfg(doctest)]
#[doc = include_str!("../../../docs/adding-a-type.md")]
struct AddingAType;

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
