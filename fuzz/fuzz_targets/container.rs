//! See `conformance::fuzzing::container`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| conformance::fuzzing::container(bytes));
