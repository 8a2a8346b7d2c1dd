//! See `conformance::fuzzing::number`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| conformance::fuzzing::number(bytes));
