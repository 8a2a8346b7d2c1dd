//! `heapq`, written in Python.

use crate::module::ModuleSpec;

/// `heapq`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("heapq").python(include_str!("heapq.py"));
