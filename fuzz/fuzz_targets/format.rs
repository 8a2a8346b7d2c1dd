//! See `conformance::fuzzing::format()`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| conformance::fuzzing::format(bytes));
