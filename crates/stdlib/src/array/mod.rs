//! `array`, written in Python over `bytearray` and `struct`.

use crate::module::ModuleSpec;

/// `array`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("array").python(include_str!("array.py"));
