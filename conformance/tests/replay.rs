//! Every case ends on objmodel as it ended on CPython, but for the expected failures.

use conformance::case::Case;
use conformance::expected::ExpectedFailures;
use conformance::replay::replay;
use conformance::subject::Subject;

#[test]
fn every_case_ends_as_on_cpython() {
    let cases = Case::discover(&[]).unwrap();
    let subject = Subject::objmodel(env!("CARGO_BIN_EXE_conformance").into());
    let report = replay(&cases, &subject).unwrap();
    let verdict = report.judge(&ExpectedFailures::read().unwrap(), &cases);
    assert!(verdict.is_good(), "\n{verdict}");
}
