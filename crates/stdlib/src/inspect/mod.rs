//! `inspect`, written in Python, and the part of it that others need, `_annotations`.

use crate::module::ModuleSpec;

/// `_annotations`.
pub(crate) const ANNOTATIONS: ModuleSpec =
    ModuleSpec::new("_annotations").python(include_str!("_annotations.py"));
