//! What the built-in types do: one type, one file or folder.
#![forbid(unsafe_code)]
