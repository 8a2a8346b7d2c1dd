//! `io`: streams in memory, and the classes of streams. Files are the host's.

use crate::module::ModuleSpec;

/// `_io`
pub(crate) const NATIVE: ModuleSpec = ModuleSpec::new("_io").python(include_str!("_io.py"));

/// `io`
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("io").python(include_str!("io.py"));
