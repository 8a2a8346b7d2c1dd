//! `heapq`, written in Python, and its inner functions in Rust.

mod native;

pub(crate) use native::NATIVE;

use crate::module::ModuleSpec;

/// `heapq`.
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("heapq").python(include_str!("heapq.py"));
