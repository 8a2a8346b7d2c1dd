//! `textwrap`, written in Python.

use crate::module::ModuleSpec;

/// `textwrap`.
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("textwrap").python(include_str!("textwrap.py"));
