//! `fractions`, written in Python.

use crate::module::ModuleSpec;

/// `fractions`.
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("fractions").python(include_str!("fractions.py"));
