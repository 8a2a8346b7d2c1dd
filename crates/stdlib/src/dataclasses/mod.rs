//! `dataclasses`, written in Python.

use crate::module::ModuleSpec;

/// `dataclasses`.
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("dataclasses").python(include_str!("dataclasses.py"));
