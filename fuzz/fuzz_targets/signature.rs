//! See `conformance::fuzzing::signature`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| conformance::fuzzing::signature(bytes));
