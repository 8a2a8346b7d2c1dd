//! `numbers`, written in Python.

use crate::module::ModuleSpec;

/// `numbers`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("numbers").python(include_str!("numbers.py"));
