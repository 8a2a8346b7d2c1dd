//! `typing`, written in Python, and `_typing`: the part of it that statements with type parameters
//! need.

mod no_default;

use crate::module::ModuleSpec;

/// `_typing`.
pub(crate) const NATIVE: ModuleSpec =
    ModuleSpec::new("_typing").fill(no_default::fill).python(include_str!("_typing.py"));

/// `typing`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("typing").python(include_str!("typing.py"));
