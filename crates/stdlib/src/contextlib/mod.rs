//! `contextlib`, written in Python.

use crate::module::ModuleSpec;

/// `contextlib`.
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("contextlib").python(include_str!("contextlib.py"));
