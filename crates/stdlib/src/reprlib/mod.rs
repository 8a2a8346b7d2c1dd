//! `reprlib`, written in Python.

use crate::module::ModuleSpec;

/// `reprlib`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("reprlib").python(include_str!("reprlib.py"));
