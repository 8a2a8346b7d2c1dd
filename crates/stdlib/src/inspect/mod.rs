//! `inspect`, written in Python: `_signature` is the part about what callables take, `_annotations`
//! what others need too.

use crate::module::ModuleSpec;

/// `_annotations`.
pub(crate) const ANNOTATIONS: ModuleSpec =
    ModuleSpec::new("_annotations").python(include_str!("_annotations.py"));

/// `_signature`.
pub(crate) const SIGNATURE: ModuleSpec =
    ModuleSpec::new("_signature").python(include_str!("_signature.py"));

/// `inspect`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("inspect").python(include_str!("inspect.py"));
