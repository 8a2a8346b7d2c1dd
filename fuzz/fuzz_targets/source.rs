//! See `conformance::fuzzing::source`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| conformance::fuzzing::source(bytes));
