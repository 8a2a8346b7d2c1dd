//! The digests of what CPython prints for the programs of the first seeds, so that replaying needs no Python.

use std::fs;
use std::io;
use std::path::PathBuf;

/// How many seeds have a digest.
pub const RECORDED: u64 = 5000;

/// What CPython printed for one seed's program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The program's text, so that a change of the generator is noticed.
    pub program: u32,
    /// What it printed.
    pub output: u32,
    /// Whether objmodel printed the same when this was recorded. If not, it need not.
    pub agreed: bool,
}

/// One line per seed, from seed 0 on: a digest, with `~` in front where objmodel did not agree. A line `-` is a program
/// whose output differs from run to run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digests(pub Vec<Option<Digest>>);

fn file() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/random-digests.txt"))
}

impl Digests {
    /// Reads the committed ones.
    ///
    /// # Errors
    /// If the file is missing or not understood.
    pub fn read() -> io::Result<Digests> {
        let text = fs::read_to_string(file())?;
        let parse = |line: &str| {
            let (digits, agreed) =
                line.strip_prefix('~').map_or((line, true), |rest| (rest, false));
            let half = |piece: Option<&str>| u32::from_str_radix(piece?, 16).ok();
            match (half(digits.get(..8)), half(digits.get(8..))) {
                _ if line == "-" => Ok(None),
                (Some(program), Some(output)) => Ok(Some(Digest { program, output, agreed })),
                _ => Err(io::Error::other(format!("random-digests.txt: not a digest: {line}"))),
            }
        };
        text.lines().map(parse).collect::<io::Result<_>>().map(Digests)
    }

    /// Writes them.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write(&self) -> io::Result<()> {
        let line = |entry: &Option<Digest>| match entry {
            Some(Digest { program, output, agreed }) => {
                let mark = if *agreed { "" } else { "~" };
                format!("{mark}{program:08x}{output:08x}\n")
            }
            None => "-\n".into(),
        };
        fs::write(file(), self.0.iter().map(line).collect::<String>())
    }
}
