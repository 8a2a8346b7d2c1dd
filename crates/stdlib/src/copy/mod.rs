//! `copy`, written in Python.

use crate::module::ModuleSpec;

/// `copy`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("copy").python(include_str!("copy.py"));
