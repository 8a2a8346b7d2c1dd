//! Text and bytes as plain data: what `str` and `bytes` compute, without any object.
//!
//! A text is a `&[u8]` of generalized UTF-8 (see [`codepoints`]); results are `Vec<u8>` of the same.

#[path = "../../../objmodel/src/objects/codepoints.rs"]
pub mod codepoints;
pub mod unicode;

pub mod case;
pub mod predicate;
pub mod repr;
