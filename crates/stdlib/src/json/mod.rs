//! `json` and its submodules, written in Python.

use crate::module::ModuleSpec;

/// `json`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("json").python(include_str!("__init__.py"));

/// `json.decoder`.
pub(crate) const DECODER: ModuleSpec =
    ModuleSpec::new("json.decoder").python(include_str!("decoder.py"));

/// `json.encoder`.
pub(crate) const ENCODER: ModuleSpec =
    ModuleSpec::new("json.encoder").python(include_str!("encoder.py"));

/// `json.scanner`.
pub(crate) const SCANNER: ModuleSpec =
    ModuleSpec::new("json.scanner").python(include_str!("scanner.py"));
