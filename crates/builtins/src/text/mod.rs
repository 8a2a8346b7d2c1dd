//! Text and bytes as plain data: what `str` and `bytes` compute, without any object.
//!
//! A text is a `&[u8]` of WTF-8 (see [`codepoints`]); results are `Vec<u8>` of the same.

pub use objmodel::objects::codepoints;

pub mod unicode;

pub mod adjust;
pub mod case;
pub mod digits;
pub(crate) mod names;
pub mod predicate;
pub mod repr;
pub mod search;
pub mod split;
