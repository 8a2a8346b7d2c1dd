//! The failures that we know of: `expected-failures.txt`, one `case: reason` on a line.
//!
//! Expected failures expire: an entry whose case passes is an error, and so is an entry that gives no reason, that
//! names no case, or that stands twice.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;

const HEADER: &str = "\
# Cases that objmodel does not pass yet: `case: reason`, one on a line.
# An entry that passes fails the run, and so does an entry without a reason.
# `cargo run -p conformance -- replay --write-failures REASON` writes this file anew and keeps the reasons.
";

/// The list, by the case's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExpectedFailures(pub BTreeMap<String, String>);

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("expected-failures.txt")
}

impl ExpectedFailures {
    /// The list as it stands in the repository.
    pub fn read() -> io::Result<ExpectedFailures> {
        ExpectedFailures::parse(&fs::read_to_string(file())?).map_err(io::Error::other)
    }

    /// Puts the list in the repository.
    pub fn write(&self) -> io::Result<()> {
        let lines = self.0.iter().map(|(case, reason)| format!("{case}: {reason}\n"));
        fs::write(file(), HEADER.to_owned() + &lines.collect::<String>())
    }

    fn parse(text: &str) -> Result<ExpectedFailures, String> {
        let mut list = BTreeMap::new();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            let (case, reason) = line.split_once(':').unwrap_or((line, ""));
            let (case, reason) = (case.trim().to_owned(), reason.trim().to_owned());
            if reason.is_empty() {
                return Err(format!("expected-failures.txt gives no reason for {case}"));
            }
            if let Some(_twice) = list.insert(case, reason) {
                return Err(format!("expected-failures.txt has this case twice: {line}"));
            }
        }
        Ok(ExpectedFailures(list))
    }
}

#[cfg(test)]
mod tests {
    use super::ExpectedFailures;

    #[test]
    fn an_entry_needs_a_reason_and_stands_once() {
        let list =
            ExpectedFailures::parse("# comment\n\nint/pow: no modular inverse: yet\n").unwrap();
        assert_eq!(list.0["int/pow"], "no modular inverse: yet");
        assert!(ExpectedFailures::parse("int/pow:\n").unwrap_err().contains("no reason"));
        assert!(ExpectedFailures::parse("int/pow\n").unwrap_err().contains("no reason"));
        assert!(ExpectedFailures::parse("a: x\na: y\n").unwrap_err().contains("twice"));
    }
}
