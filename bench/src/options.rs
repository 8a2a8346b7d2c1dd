//! The command line.

use std::path::{Path, PathBuf};

use crate::sides::{ALL, Kind};

const HELP: &str = "\
usage: cargo run --release --manifest-path bench/Cargo.toml -- COMMAND [OPTIONS]

Commands:
  micro             time of single operations
  programs          time of Python programs
  memory            bytes per object
  gc                workloads of the heap: time, pauses, peak memory
  cold              start of a process; crates, seconds and bytes of the example `embed`
  instructions      instructions of the ten hottest operations, by callgrind
  ticks             nanoseconds per tick of operations that take long; ours alone
  scale             time of some hundred kinds of work at three sizes; fails where a ratio grows
Options:
  --rounds N        how often each thing is measured on each side; medians count
  --only TEXT       only what has TEXT in its name; writes no record
  --without SIDE    leaves out objmodel, CPython or RustPython; writes no record
  --against PATH    compares with another build of objmodel alone: a checkout, or the program
                    `bench-ours` of one; ratios are to it; writes no record
The environment variable PYO3_PYTHON names the CPython 3.13 to compare with.";

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Command {
    Micro,
    Programs,
    Memory,
    Gc,
    Cold,
    Instructions,
    Ticks,
    Scale,
}

/// What the command line asks for.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) command: Command,
    rounds: Option<usize>,
    only: Option<String>,
    without: Vec<Kind>,
    against: Option<PathBuf>,
}

impl Options {
    pub(crate) fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
        let command = match arguments.next().as_deref() {
            Some("micro") => Command::Micro,
            Some("programs") => Command::Programs,
            Some("memory") => Command::Memory,
            Some("gc") => Command::Gc,
            Some("cold") => Command::Cold,
            Some("instructions") => Command::Instructions,
            Some("ticks") => Command::Ticks,
            Some("scale") => Command::Scale,
            _ => return Err(HELP.to_owned()),
        };
        let mut options =
            Options { command, rounds: None, only: None, without: Vec::new(), against: None };
        while let Some(option) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("{option} needs a value"))?;
            match option.as_str() {
                "--rounds" => {
                    options.rounds = Some(value.parse().map_err(|_| "not a number of rounds")?);
                }
                "--only" => options.only = Some(value),
                "--against" => options.against = Some(value.into()),
                "--without" => {
                    let side = ALL.into_iter().find(|side| side.name() == value);
                    options.without.push(side.ok_or_else(|| format!("no side {value}"))?);
                }
                _ => return Err(format!("unknown option {option}\n\n{HELP}")),
            }
        }
        Ok(options)
    }

    /// How many rounds, `usual` unless told.
    pub(crate) fn rounds(&self, usual: usize) -> usize {
        self.rounds.unwrap_or(usual).max(1)
    }

    /// Whether a thing of this name is to be measured.
    pub(crate) fn wants(&self, name: &str) -> bool {
        self.only.as_deref().is_none_or(|text| name.contains(text))
    }

    /// What names of things to be measured have in them.
    pub(crate) fn text(&self) -> &str {
        self.only.as_deref().unwrap_or_default()
    }

    /// The sides that take part.
    pub(crate) fn sides(&self) -> Vec<Kind> {
        if self.against.is_some() {
            return vec![Kind::Ours, Kind::Other];
        }
        ALL.into_iter().filter(|side| !self.without.contains(side)).collect()
    }

    /// The other build of objmodel to compare with.
    pub(crate) fn against(&self) -> Option<&Path> {
        self.against.as_deref()
    }

    /// Whether everything is measured, so that the outcome may replace the record.
    pub(crate) fn is_complete(&self) -> bool {
        self.only.is_none() && self.without.is_empty() && self.against.is_none()
    }
}
