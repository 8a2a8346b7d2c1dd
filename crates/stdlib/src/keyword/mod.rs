//! `keyword`, written in Python.

use crate::module::ModuleSpec;

/// `keyword`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("keyword").python(include_str!("keyword.py"));
