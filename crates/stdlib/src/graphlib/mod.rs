//! `graphlib`, written in Python.

use crate::module::ModuleSpec;

/// `graphlib`.
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("graphlib").python(include_str!("graphlib.py"));
