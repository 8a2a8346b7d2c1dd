//! The suite itself is in order: headers, recordings, coverage of the data model.

use conformance::case::Case;
use conformance::{coverage, native, recording};

#[test]
fn every_entry_of_the_data_model_has_two_cases_and_one_that_goes_wrong() {
    let cases = Case::discover(&[]).unwrap();
    let covered = coverage::by_entry(&cases).unwrap();
    let unhappy = coverage::unhappy(&cases).unwrap();
    let few: Vec<_> = covered.iter().filter(|(_, cases)| cases.len() < 2).collect();
    assert!(few.is_empty(), "fewer than two cases: {few:?}");
    let happy = |cases: &Vec<String>| !cases.iter().any(|case| unhappy.contains(case));
    let happy: Vec<_> = covered.iter().filter(|(_, cases)| happy(cases)).collect();
    assert!(happy.is_empty(), "no case shows an error: {happy:?}");
}

#[test]
fn every_heading_on_class_customization_has_two_rows() {
    let rows: Vec<String> = native::rows().into_iter().map(|row| row.name).collect();
    for entry in coverage::entries().unwrap().iter().filter(|entry| entry.kind == "chapter") {
        assert!(entry.rows.len() >= 2, "{} has fewer than two rows", entry.name);
        let unknown: Vec<_> = entry.rows.iter().filter(|row| !rows.contains(row)).collect();
        assert!(unknown.is_empty(), "{}: no rows are called {unknown:?}", entry.name);
    }
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
