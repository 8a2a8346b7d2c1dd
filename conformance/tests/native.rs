//! What native classes answer to each row of the chapters on class customization.

use conformance::native;

#[test]
fn each_row_answers_as_pyo3_does_or_as_decided() {
    let rows = native::rows();
    let bad: Vec<String> =
        rows.iter().filter(|row| !row.is_good()).map(|row| row.to_string()).collect();
    assert!(bad.is_empty(), "{}", bad.join("\n"));
    assert!(rows.len() > 80, "{} rows", rows.len());
}
