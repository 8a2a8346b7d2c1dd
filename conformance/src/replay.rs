//! Runs cases on the subject and judges each by its recording.

use std::fmt::{self, Write};
use std::io;

use crate::case::Case;
use crate::diff;
use crate::ending::Ending;
use crate::expected::ExpectedFailures;
use crate::process;
use crate::recording;
use crate::subject::Subject;

/// What came of a run: the cases that failed, with what differed, and those that passed.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The names of the cases whose ending is CPython's.
    pub passed: Vec<String>,
    /// The names of the others, each with a readable account.
    pub failed: Vec<(String, String)>,
}

/// Runs all `cases`, several at a time.
pub fn replay(cases: &[Case], subject: &Subject) -> io::Result<Report> {
    let accounts = process::map_parallel(cases, |case| -> io::Result<Option<String>> {
        let recorded = recording::read(case)?;
        let found = subject.run(case)?;
        Ok(match recorded {
            Some(recorded) => difference(&recorded, &found),
            None => Some("nothing is recorded: run `cargo run -p conformance -- record`\n".into()),
        })
    });
    let mut report = Report::default();
    for (case, account) in cases.iter().zip(accounts) {
        match account? {
            None => report.passed.push(case.name.clone()),
            Some(account) => report.failed.push((case.name.clone(), account)),
        }
    }
    Ok(report)
}

fn difference(expected: &Ending, found: &Ending) -> Option<String> {
    let mut account = String::new();
    if expected.status != found.status {
        let _ = writeln!(account, "{}, expected {}", found.status, expected.status);
    }
    for (stream, expected, found) in
        [("stdout", &expected.stdout, &found.stdout), ("stderr", &expected.stderr, &found.stderr)]
    {
        if expected != found {
            let lines = diff::lines(expected, found);
            let lines = if lines.is_empty() { "the last line ends differently\n" } else { &lines };
            let _ = write!(account, "{stream} (- CPython, + found):\n{lines}");
        }
    }
    (!account.is_empty()).then_some(account)
}

/// A report held against the expected failures.
#[derive(Clone, Debug)]
pub struct Verdict {
    passed: usize,
    expected: usize,
    /// Failures that nobody expected.
    pub surprises: Vec<(String, String)>,
    /// Expected failures that passed.
    pub expired: Vec<String>,
    /// Expected failures that name no case.
    pub unknown: Vec<String>,
}

impl Report {
    /// Compares with the expected failures. `all` are the names of the suite's cases, run or not.
    pub fn judge(&self, known: &ExpectedFailures, all: &[Case]) -> Verdict {
        let is_known = |name: &String| known.0.contains_key(name);
        let surprises: Vec<_> =
            self.failed.iter().filter(|(name, _)| !is_known(name)).cloned().collect();
        let exists = |name: &&String| all.iter().any(|case| case.name == **name);
        Verdict {
            passed: self.passed.len(),
            expected: self.failed.len() - surprises.len(),
            surprises,
            expired: self.passed.iter().filter(|name| is_known(name)).cloned().collect(),
            unknown: known.0.keys().filter(|name| !exists(name)).cloned().collect(),
        }
    }

    /// The list that would expect exactly the failures of this run: known reasons stay, new entries get `reason`,
    /// and the entries of cases that did not run stay as they are.
    pub fn expect(&self, known: &ExpectedFailures, reason: &str) -> ExpectedFailures {
        let mut list = known.clone();
        list.0.retain(|name, _| !self.passed.contains(name));
        for (name, _) in &self.failed {
            list.0.entry(name.clone()).or_insert_with(|| reason.to_owned());
        }
        list
    }
}

impl Verdict {
    /// Whether everything went as expected.
    pub fn is_good(&self) -> bool {
        self.surprises.is_empty() && self.expired.is_empty() && self.unknown.is_empty()
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, account) in &self.surprises {
            writeln!(f, "FAILED {name}")?;
            for line in account.lines() {
                writeln!(f, "    {line}")?;
            }
        }
        for name in &self.expired {
            writeln!(f, "EXPIRED {name}: it passes, so take it out of expected-failures.txt")?;
        }
        for name in &self.unknown {
            writeln!(f, "UNKNOWN {name}: expected-failures.txt names a case that does not exist")?;
        }
        let (passed, expected, surprises) = (self.passed, self.expected, self.surprises.len());
        writeln!(f, "{passed} passed, {expected} failed as expected, {surprises} failed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ending::Status;

    fn case(name: &str) -> Case {
        Case { name: name.into(), file: name.into() }
    }

    fn report() -> Report {
        let failed = |name: &str| (name.to_owned(), "differs\n".to_owned());
        Report {
            passed: vec!["a/good".into(), "a/mended".into()],
            failed: vec![failed("a/known"), failed("a/new")],
        }
    }

    fn known() -> ExpectedFailures {
        ExpectedFailures(
            ["a/known", "a/mended"].map(|name| (name.to_owned(), "because".to_owned())).into(),
        )
    }

    #[test]
    fn expected_failures_expire_and_surprises_fail() {
        let all = ["a/good", "a/mended", "a/known", "a/new"].map(case);
        let verdict = report().judge(&known(), &all);
        assert_eq!(verdict.expired, ["a/mended"]);
        assert_eq!(verdict.surprises.len(), 1);
        assert_eq!(verdict.surprises[0].0, "a/new");
        assert!(!verdict.is_good());
        assert!(report().judge(&report().expect(&known(), "new"), &all).is_good());
        assert_eq!(report().judge(&known(), &all[..2]).unknown, ["a/known"]);
    }

    #[test]
    fn known_reasons_stay() {
        let list = report().expect(&known(), "not examined");
        assert_eq!(
            list.0.into_iter().collect::<Vec<_>>(),
            [
                ("a/known".to_owned(), "because".to_owned()),
                ("a/new".to_owned(), "not examined".to_owned()),
            ]
        );
    }

    #[test]
    fn the_streams_and_the_status_are_compared() {
        let recorded = Ending { stdout: "1\n".into(), ..Ending::default() };
        assert_eq!(difference(&recorded, &recorded), None);
        let crashed = Ending { status: Status::Crash, ..recorded.clone() };
        assert_eq!(difference(&recorded, &crashed).unwrap(), "crashed, expected exit status 0\n");
        let cut = Ending { stdout: "1".into(), ..recorded.clone() };
        assert!(difference(&recorded, &cut).unwrap().contains("ends differently"));
        let wrong = Ending { stdout: "2\n".into(), ..recorded.clone() };
        assert_eq!(
            difference(&recorded, &wrong).unwrap(),
            "stdout (- CPython, + found):\n- 1\n+ 2\n"
        );
    }
}
