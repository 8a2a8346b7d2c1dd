//! `contextvars`, written in Python.

use crate::module::ModuleSpec;

/// `contextvars`.
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("contextvars").python(include_str!("contextvars.py"));
