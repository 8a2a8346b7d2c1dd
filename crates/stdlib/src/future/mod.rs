//! `__future__`, written in Python: what the statement of that name could ask for, and since when.

use crate::module::ModuleSpec;

/// `__future__`.
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("__future__").python(include_str!("__future__.py"));
