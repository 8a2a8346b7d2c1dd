//! `statistics`, written in Python.

use crate::module::ModuleSpec;

/// `statistics`.
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("statistics").python(include_str!("statistics.py"));
