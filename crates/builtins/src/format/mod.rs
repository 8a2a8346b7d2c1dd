//! The format-specification mini-language: `format(x, spec)` for numbers and text.

pub mod number;
pub mod object;
pub(crate) mod percent;
pub mod spec;
pub mod text;

pub use spec::Spec;
