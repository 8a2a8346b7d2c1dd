//! What the built-in types do: one type, one file or folder.
#![forbid(unsafe_code)]

pub mod fault;
pub mod number;
pub mod text;

mod type_;

mod install;

pub use install::install;
