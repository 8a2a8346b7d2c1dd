//! Procedural macros of objmodel: #[derive(Trace)].
#![forbid(unsafe_code)]
