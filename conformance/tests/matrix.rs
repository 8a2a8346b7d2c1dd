//! A sample of the matrix: a few groups of it, and what the classes show of themselves.
//!
//! `cargo run --release -p conformance -- matrix replay` is the whole of it.

use std::path::Path;

use conformance::{matrix, process};

/// The groups that are replayed here.
const SAMPLE: &[&str] =
    &["inventory", "list", "dict", "property", "generator", "alias", "BaseException", "cell"];

#[test]
fn sampled_rows_are_cpythons() {
    let own = Path::new(env!("CARGO_BIN_EXE_conformance"));
    let differences = matrix::read_differences().unwrap();
    let problems = process::map_parallel(SAMPLE, |group| {
        let rows = match matrix::ask_objmodel(own, group).unwrap() {
            Ok(rows) => rows,
            Err(problem) => return vec![problem],
        };
        let compared = matrix::compare(group, &rows, &differences).unwrap();
        let new = compared.new.into_iter().map(|row| format!("{group}: differs: {row}"));
        let mended = compared.mended.into_iter();
        new.chain(mended.map(|key| format!("{group}: does not differ: {key}"))).collect()
    });
    let problems: Vec<String> = problems.into_iter().flatten().collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
