//! Random programs print what CPython printed, and the heap is in order after each.

use conformance::random::replay::replay;

/// How many of the recorded seeds run here; `-- fuzz-replay` runs all of them.
const SEEDS: u64 = 400;

#[test]
fn programs_of_recorded_seeds_print_what_cpython_printed() {
    let problems = replay(SEEDS).unwrap();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
