//! `linecache`, written in Python over the host's sources.

use crate::module::ModuleSpec;

/// `linecache`.
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("linecache").python(include_str!("linecache.py"));
