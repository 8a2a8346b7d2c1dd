//! `enum`, written in Python.

use crate::module::ModuleSpec;

/// `enum`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("enum").python(include_str!("enum.py"));
