//! `_typing`: what type parameters and `type` statements make, written in Python.

use crate::module::ModuleSpec;

/// `_typing`.
pub(crate) const NATIVE: ModuleSpec = ModuleSpec::new("_typing").python(include_str!("_typing.py"));
