//! `string`, written in Python.

use crate::module::ModuleSpec;

/// `string`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("string").python(include_str!("string.py"));
