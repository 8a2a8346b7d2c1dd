//! `copyreg`, written in Python.

use crate::module::ModuleSpec;

/// `copyreg`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("copyreg").python(include_str!("copyreg.py"));
