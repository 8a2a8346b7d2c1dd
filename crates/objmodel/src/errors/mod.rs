//! Exceptions: making and raising them from Rust, chaining, matching, tracebacks and their text.

mod chain;
mod make;
mod matching;
mod raise;
mod render;
pub(crate) mod script_error;
mod traceback;
