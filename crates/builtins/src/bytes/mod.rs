//! `bytes` and `bytearray`.

pub(crate) mod convert;
