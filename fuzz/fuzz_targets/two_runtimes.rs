//! See `conformance::fuzzing::two_runtimes`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| conformance::fuzzing::two_runtimes(bytes));
