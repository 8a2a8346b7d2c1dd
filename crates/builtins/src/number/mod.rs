//! Numbers apart from objects: pure functions over machine words, big integers and floats.

pub mod compare;
pub mod complex;
pub mod float;
pub mod hex;
pub mod integer;
pub mod parse;
pub mod power;
pub mod radix;
