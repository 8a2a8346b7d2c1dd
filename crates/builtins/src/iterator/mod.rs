//! Iterator types: one file for each way of going through something.

pub(crate) mod callable;
pub(crate) mod enumerate;
pub(crate) mod filter;
pub mod kept;
pub(crate) mod map;
pub(crate) mod reduce;
pub(crate) mod reversed;
pub(crate) mod sequence;
pub(crate) mod zip;

use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::SlotRow;
use objmodel::{Borrowed, Result, Runtime};

/// What `iter` of an iterator is.
pub const ITSELF: SlotRow = (SlotId::TpIter, SlotFn::Unary(itself));

/// `iter(iterator)`
pub fn itself(_: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(own.to_value())
}
