//! The suite itself is in order: headers, recordings, coverage of the data model.

use conformance::case::Case;
use conformance::{coverage, recording};

#[test]
fn every_section_of_the_data_model_has_a_case() {
    let covered = coverage::by_section(&Case::discover(&[]).unwrap()).unwrap();
    let missing: Vec<_> =
        covered.iter().filter(|(_, cases)| cases.is_empty()).map(|(section, _)| section).collect();
    assert!(missing.is_empty(), "no case covers {missing:?}");
}

#[test]
fn every_case_is_recorded_and_every_recording_has_its_case() {
    let cases = Case::discover(&[]).unwrap();
    let missing: Vec<_> = cases
        .iter()
        .filter(|case| recording::read(case).unwrap().is_none())
        .map(|case| &case.name)
        .collect();
    assert!(missing.is_empty(), "not recorded: {missing:?}");
    assert_eq!(recording::orphans(&cases).unwrap(), Vec::<String>::new());
}

#[test]
fn no_recording_shows_an_address() {
    for case in Case::discover(&[]).unwrap() {
        let stdout = recording::read(&case).unwrap().unwrap_or_default().stdout;
        assert!(!stdout.contains(" at 0x"), "{} prints an address", case.name);
    }
}
