//! `_structseq`: tuples whose items have names, as `sys`, `time` and `posix` return them.

use crate::module::ModuleSpec;

/// `_structseq`
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("_structseq").python(include_str!("structseq.py"));
