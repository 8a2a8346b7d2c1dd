//! A runtime that is dropped leaves nothing: each case runs in a fresh one, and an allocator counts.

use std::alloc::System;

use conformance::case::Case;
use conformance::inside::{self, Limits};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The bytes that a program leaves when its runtime is gone.
fn left_by(text: &str, limits: &Limits) -> isize {
    let region = Region::new(ALLOCATOR);
    drop(inside::run_here(text, limits, |_| {}));
    let change = region.change();
    change.bytes_allocated as isize - change.bytes_deallocated as isize
}

#[test]
fn a_dropped_runtime_leaves_nothing() {
    // One thread for all, so that nothing else allocates meanwhile.
    let leaks = inside::on_thread(16 << 20, || {
        let mut leaks = Vec::new();
        for case in Case::discover(&[]).unwrap() {
            let text = std::fs::read_to_string(&case.file).unwrap_or_default();
            let limits = Limits {
                folder: Some(case.folder().to_owned()),
                stack: 16 << 20,
                ..Limits::default()
            };
            // What the standard library keeps from its first use is not the runtime's.
            if left_by(&text, &limits) != 0 {
                match left_by(&text, &limits) {
                    0 => {}
                    bytes => leaks.push(format!("{}: {bytes} bytes", case.name)),
                }
            }
        }
        leaks
    });
    let leaks = leaks.unwrap();
    assert!(leaks.is_empty(), "{} leak:\n{}", leaks.len(), leaks.join("\n"));
}
