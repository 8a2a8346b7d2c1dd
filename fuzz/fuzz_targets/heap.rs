//! See `conformance::fuzzing::heap`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| conformance::fuzzing::heap(bytes));
