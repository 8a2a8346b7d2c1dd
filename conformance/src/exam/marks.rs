//! What became of the tests of one file, read from the lines of the runner.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// What became of one test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It passed.
    Passed,
    /// It needs a helper that the examiner does not have, so it does not count.
    Helper,
    /// It left itself out.
    Skipped,
    /// It failed.
    Failed,
    /// It could not begin, or the process ended in it.
    Blocked,
}

impl Outcome {
    /// Every outcome with the runner's word for it.
    const WORDS: [(&'static str, Outcome); 5] = [
        ("passed", Outcome::Passed),
        ("helper", Outcome::Helper),
        ("skipped", Outcome::Skipped),
        ("failed", Outcome::Failed),
        ("blocked", Outcome::Blocked),
    ];

    /// The runner's word for it.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, outcome)| *outcome == self).map_or("", |(word, _)| word)
    }

    fn of_word(word: &str) -> Option<Outcome> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, outcome)| *outcome)
    }
}

/// One test.
#[derive(Clone, Debug)]
pub struct Test {
    /// The worst of what became of tests of this name.
    pub outcome: Outcome,
    /// The exception, and where it was raised; empty for a test that passed.
    pub said: Vec<String>,
}

/// What became of the tests of one file.
#[derive(Debug, Default)]
pub struct Marks {
    /// The file's name without `.py`.
    pub name: String,
    /// Its tests by name.
    pub tests: BTreeMap<String, Test>,
    /// Whether the runner came to its end.
    pub ended: bool,
    /// The test that was under way last.
    pub under_way: Option<String>,
    /// How long it took.
    pub time: Duration,
}

impl Marks {
    /// Marks without tests.
    pub fn new(name: &str) -> Marks {
        Marks { name: name.to_owned(), ..Marks::default() }
    }

    /// Adds what became of a test.
    pub fn add(&mut self, name: &str, outcome: Outcome, said: Vec<String>) {
        let worse = self.tests.get(name).is_none_or(|known| known.outcome < outcome);
        if worse {
            self.tests.insert(name.to_owned(), Test { outcome, said });
        }
    }

    /// Reads the lines of the runner; others are the tests' own.
    pub fn read(&mut self, output: &str) {
        let mut last = None;
        for line in output.lines() {
            let Some(line) = line.strip_prefix("@ ") else { continue };
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            if word == "|" {
                let test = last.as_ref().and_then(|name| self.tests.get_mut(name));
                if let Some(test) = test {
                    test.said.push(rest.to_owned());
                }
                continue;
            }
            match word {
                "start" => self.under_way = Some(rest.to_owned()),
                "end" => self.ended = true,
                _ => {
                    let Some(outcome) = Outcome::of_word(word) else { continue };
                    let (name, said) = rest.split_once(' ').unwrap_or((rest, ""));
                    let said = if said.is_empty() { Vec::new() } else { vec![said.to_owned()] };
                    self.add(name, outcome, said);
                    self.under_way = None;
                    last = Some(name.to_owned());
                }
            }
        }
    }

    /// The names of the tests with this outcome.
    pub fn names(&self, outcome: Outcome) -> impl Iterator<Item = &String> {
        self.tests.iter().filter(move |(_, test)| test.outcome == outcome).map(|(name, _)| name)
    }

    /// How the tests did that count: those that CPython passes, or all where that is not recorded.
    pub fn count(&self, recorded: Option<&BTreeSet<String>>) -> Count {
        let mut count = Count { time: self.time, ..Count::default() };
        let mut add = |outcome: Option<Outcome>| {
            count.tests += 1;
            match outcome {
                Some(Outcome::Passed) => count.passed += 1,
                Some(Outcome::Failed) => count.failed += 1,
                Some(Outcome::Skipped | Outcome::Helper) => count.skipped += 1,
                Some(Outcome::Blocked) | None => count.blocked += 1,
            }
        };
        match recorded {
            Some(recorded) => {
                for name in recorded {
                    add(self.tests.get(name).map(|test| test.outcome));
                }
            }
            None => {
                let counting = self.tests.values().filter(|test| test.outcome != Outcome::Helper);
                counting.for_each(|test| add(Some(test.outcome)));
            }
        }
        count
    }
}

/// How many tests did how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// The tests that count.
    pub tests: usize,
    /// Those that passed.
    pub passed: usize,
    /// Those that failed.
    pub failed: usize,
    /// Those that left themselves out.
    pub skipped: usize,
    /// Those that could not begin or did not end.
    pub blocked: usize,
    /// How long they took.
    pub time: Duration,
}

impl Count {
    /// Those that passed, in percent.
    pub fn share(&self) -> f64 {
        if self.tests == 0 { 100.0 } else { 100.0 * self.passed as f64 / self.tests as f64 }
    }

    /// The tests that came to an outcome of their own.
    pub fn run(&self) -> usize {
        self.passed + self.failed
    }
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.tests += other.tests;
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.blocked += other.blocked;
        self.time += other.time;
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, Marks, Outcome};

    fn marks(output: &str) -> Marks {
        let mut marks = Marks::new("t");
        marks.read(output);
        marks
    }

    #[test]
    fn only_the_runners_lines_count() {
        let marks =
            marks("@ passed A.x\n@ failed A.y E: z\n@ | f:1 in g\nnoise\n@ skipped A.w\n@ end\n");
        let count = marks.count(None);
        assert_eq!((count.passed, count.failed, count.skipped, count.blocked), (1, 1, 1, 0));
        assert_eq!(marks.tests["A.y"].said, ["E: z", "f:1 in g"]);
        assert!(marks.ended && marks.under_way.is_none());
    }

    #[test]
    fn the_worst_of_a_name_stays_and_a_test_that_never_ends_is_known() {
        let marks = marks("@ failed A.x E\n@ passed A.x\n@ start A.y\n");
        assert_eq!(marks.tests["A.x"].outcome, Outcome::Failed);
        assert_eq!(marks.under_way.as_deref(), Some("A.y"));
    }

    #[test]
    fn what_cpython_passes_is_what_counts() {
        let marks = marks("@ passed A.x\n@ passed A.more\n@ helper A.h\n");
        let recorded = ["A.x", "A.h", "A.gone"].map(String::from).into();
        let count = Count { tests: 3, passed: 1, skipped: 1, blocked: 1, ..Count::default() };
        assert_eq!(marks.count(Some(&recorded)), count);
    }
}
