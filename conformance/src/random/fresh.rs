//! Runs programs on both sides, and shows what differs, by kinds, each with a small program.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use programs::Program;

use super::digests::{Digest, Digests};
use super::listed::Listed;
use super::peer::Peer;
use super::{listed, normal, ours};
use crate::{diff, process};

/// How often a program is tried while it is made smaller.
const MOST_TRIES: usize = 1500;

/// What came of a run.
#[derive(Debug, Default)]
pub struct Report {
    /// Programs that printed the same.
    pub equal: usize,
    /// Programs whose output on CPython differs from run to run.
    pub unstable: Vec<u64>,
    /// Programs that differ for a listed reason.
    pub listed: usize,
    /// The others, by kind of difference: the seeds.
    pub kinds: BTreeMap<(String, String), Vec<u64>>,
    /// The digests of all, in the order of their seeds.
    pub digests: Digests,
}

enum Found {
    Equal,
    Unstable,
    Differs(String, String),
}

thread_local! {
    /// A worker's two CPythons, whose strings hash differently.
    static PEERS: RefCell<Option<[Peer; 2]>> = const { RefCell::new(None) };
}

/// What CPython prints, and whether it prints the same with other hashes.
fn theirs(python: &Path, text: &str, twice: bool) -> io::Result<(String, bool)> {
    PEERS.with_borrow_mut(|peers| {
        let [first, second] = match peers {
            Some(peers) => peers,
            None => peers.insert([Peer::start(python, "0")?, Peer::start(python, "1")?]),
        };
        let expected = first.run(text)?;
        let stable = !twice || second.run(text)? == expected;
        Ok((expected, stable))
    })
}

/// Runs the programs of `count` seeds from `first` on.
///
/// # Errors
/// If `python` does not run, or the list of differences is not understood.
pub fn compare(python: &Path, first: u64, count: u64) -> io::Result<Report> {
    let known = listed::read()?;
    let seeds: Vec<u64> = (first..first + count).collect();
    let outcomes = process::map_parallel(&seeds, |&seed| compare_one(python, seed));
    let mut report = Report::default();
    for (seed, outcome) in seeds.into_iter().zip(outcomes) {
        let (digest, found) = outcome?;
        let (program, output) = digest;
        let recorded = |agreed| Some(Digest { program, output, agreed });
        let recorded = match found {
            Found::Equal => {
                report.equal += 1;
                recorded(true)
            }
            Found::Unstable => {
                report.unstable.push(seed);
                None
            }
            Found::Differs(expected, found) => {
                if known.iter().any(|listed: &Listed| listed.explains(&expected, &found)) {
                    report.listed += 1;
                } else {
                    report.kinds.entry((expected, found)).or_default().push(seed);
                }
                recorded(false)
            }
        };
        report.digests.0.push(recorded);
    }
    Ok(report)
}

fn compare_one(python: &Path, seed: u64) -> io::Result<((u32, u32), Found)> {
    let program = Program::of_seed(seed);
    let text = program.to_string();
    let (expected, _) = theirs(python, &text, false)?;
    let found = ours(&program);
    let digest = (normal::digest(&text), normal::digest(&expected));
    let outcome = match normal::first_difference(&expected, &found) {
        None => Found::Equal,
        Some(_) if !theirs(python, &text, true)?.1 => Found::Unstable,
        Some((a, b)) => Found::Differs(normal::kind_of(&a), normal::kind_of(&b)),
    };
    Ok((digest, outcome))
}

impl Report {
    /// Whether all that differs is listed.
    pub fn is_good(&self) -> bool {
        self.kinds.is_empty()
    }

    /// The figures, and of each kind of difference its seeds and, for the `most` commonest, a small program.
    ///
    /// # Errors
    /// If `python` does not run.
    pub fn show(&self, python: &Path, most: usize) -> io::Result<String> {
        let mut kinds: Vec<_> = self.kinds.iter().collect();
        kinds.sort_by_key(|(_, seeds)| std::cmp::Reverse(seeds.len()));
        let smallest: Vec<(u64, PathBuf)> =
            kinds.iter().take(most).map(|(_, seeds)| (seeds[0], python.to_owned())).collect();
        let small = process::map_parallel(&smallest, |(seed, python)| minimized(python, *seed));
        let mut text = String::new();
        for (at, ((expected, found), seeds)) in kinds.iter().enumerate() {
            let shown: Vec<_> = seeds.iter().take(8).map(u64::to_string).collect();
            let _ = writeln!(
                text,
                "== {} x, seeds {}\n- {expected}\n+ {found}",
                seeds.len(),
                shown.join(" ")
            );
            if let Some(Ok(program)) = small.get(at) {
                text += program;
            }
        }
        let different: usize = self.kinds.values().map(Vec::len).sum();
        let _ = writeln!(
            text,
            "{} equal, {} differ in {} kinds, {} differ as listed, {} differ from run to run on CPython",
            self.equal,
            different,
            self.kinds.len(),
            self.listed,
            self.unstable.len()
        );
        if !self.unstable.is_empty() {
            let shown: Vec<_> = self.unstable.iter().take(20).map(u64::to_string).collect();
            let _ = writeln!(text, "the last ones: seeds {}", shown.join(" "));
        }
        Ok(text)
    }
}

/// A small program that differs as the one of this seed does, with both outputs.
fn minimized(python: &Path, seed: u64) -> io::Result<String> {
    let both = |program: &Program| -> io::Result<(String, String)> {
        let (expected, stable) = theirs(python, &program.to_string(), true)?;
        let found = ours(program);
        Ok((expected.clone(), if stable { found } else { expected }))
    };
    let kind = |program: &Program| {
        let (expected, found) = both(program).ok()?;
        let (a, b) = normal::first_difference(&expected, &found)?;
        Some((shape(&a), shape(&b)))
    };
    let program = Program::of_seed(seed);
    let wanted = kind(&program);
    let small = programs::minimize(&program, MOST_TRIES, |program| kind(program) == wanted);
    let (expected, found) = both(&small)?;
    let text: String = small.blocks.iter().map(ToString::to_string).collect();
    Ok(format!("--- program\n{text}--- outputs\n{}", diff::lines(&expected, &found)))
}

/// What of a differing line must stay while the program becomes smaller: its words, without labels and numbers.
fn shape(line: &str) -> String {
    normal::kind_of(line)
}
