//! A sample of the sweep: every case survives refused charges, the end of its ticks and cancels.
//!
//! `cargo run --release -p conformance -- sweep` is the whole of it.

use std::time::{Duration, Instant};

use conformance::case::Case;
use conformance::process;
use conformance::sweep::{ALL, Density, sweep};

/// The time after which no further case is begun; the order of the cases is another one each day.
const BUDGET: Duration = Duration::from_secs(150);

#[test]
fn disturbed_programs_end_cleanly() {
    let begun = Instant::now();
    let mut cases = Case::discover(&[]).unwrap();
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    let count = cases.len();
    cases.rotate_left((now.as_secs() / 86400) as usize * 37 % count);
    let problems = process::map_parallel(&cases, |case| {
        let mut problems = Vec::new();
        for what in ALL {
            if begun.elapsed() < BUDGET {
                let account = sweep(case, what, Density::SAMPLE).unwrap();
                problems
                    .extend(account.problems.iter().map(|text| format!("{}: {text}", case.name)));
            }
        }
        problems
    });
    let problems: Vec<_> = problems.into_iter().flatten().collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
