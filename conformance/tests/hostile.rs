//! No hostile program takes the host down or leaves its limits, on a thread of 256 KiB neither.

use std::path::Path;

use conformance::{hostile, process};

#[test]
fn hostile_programs_stay_in_their_limits() {
    let command = Path::new(env!("CARGO_BIN_EXE_conformance"));
    let all = hostile::all().unwrap();
    assert!(!all.is_empty());
    let problems = process::map_parallel(&all, |program| {
        let mut wrong = program.judge(command).unwrap();
        wrong.extend(program.judge_on_small_stack(command).unwrap());
        (!wrong.is_empty()).then(|| format!("{}: {}", program.name(), wrong.join(", ")))
    });
    let problems: Vec<_> = problems.into_iter().flatten().collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
