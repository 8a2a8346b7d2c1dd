//! Iterator types: one file for each way of going through something.

pub(crate) mod callable;
pub(crate) mod enumerate;
pub(crate) mod filter;
pub(crate) mod kept;
pub(crate) mod map;
pub(crate) mod reduce;
pub(crate) mod reversed;
pub(crate) mod sequence;
pub(crate) mod zip;

use objmodel::{Borrowed, Result, Runtime};

/// `iter(iterator)`
pub fn itself(_: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(own.to_value())
}
