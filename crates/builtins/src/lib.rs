//! What the built-in types do: one type, one file or folder.
#![forbid(unsafe_code)]

pub mod fault;
pub mod number;
pub mod text;

mod descriptor;
mod exception;
mod function;
mod functions;
mod method;
mod native_function;
mod object;
mod type_;

mod install;

pub use install::install;

/// The README's example is run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
