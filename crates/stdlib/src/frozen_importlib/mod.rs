//! `_frozen_importlib` and `_frozen_importlib_external`, written in Python: how modules say where they come
//! from.

use crate::module::ModuleSpec;

/// `_frozen_importlib`.
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("_frozen_importlib").python(include_str!("frozen_importlib.py"));

/// `_frozen_importlib_external`.
pub(crate) const EXTERNAL: ModuleSpec =
    ModuleSpec::new("_frozen_importlib_external").python(include_str!("external.py"));
