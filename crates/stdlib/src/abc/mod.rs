//! `abc`: abstract base classes, written in Python.

use crate::module::ModuleSpec;

pub(crate) const ABC: ModuleSpec = ModuleSpec::new("abc").python(include_str!("abc.py"));
