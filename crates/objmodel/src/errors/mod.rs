//! Exceptions: making and raising them from Rust, chaining, matching.

mod chain;
mod make;
mod matching;
