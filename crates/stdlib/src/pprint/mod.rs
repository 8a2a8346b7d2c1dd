//! `pprint`, written in Python.

use crate::module::ModuleSpec;

/// `pprint`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("pprint").python(include_str!("pprint.py"));
