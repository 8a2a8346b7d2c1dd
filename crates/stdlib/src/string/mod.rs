//! `string`, written in Python.

use crate::module::ModuleSpec;

/// `string`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("string").python(include_str!("string.py"));

/// `_string`.
pub(crate) const PARTS: ModuleSpec = ModuleSpec::new("_string").python(include_str!("_string.py"));
