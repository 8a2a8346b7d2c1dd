//! `bisect`, written in Python.

use crate::module::ModuleSpec;

/// `bisect`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("bisect").python(include_str!("bisect.py"));
