//! `_frozen_importlib`, written in Python: how modules say where they come from.

use crate::module::ModuleSpec;

/// `_frozen_importlib`.
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("_frozen_importlib").python(include_str!("frozen_importlib.py"));
