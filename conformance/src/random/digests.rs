//! The digests of what CPython prints for the programs of the first seeds, so that replaying needs no Python.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::normal;

/// How many seeds have a digest.
pub const RECORDED: u64 = 5000;

/// One line per seed, from seed 0 on: the digest of the program, so that a change of the generator is noticed, and of
/// what it prints. A line `-` is a program whose output differs from run to run or from objmodel's for a listed reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digests(pub Vec<Option<(u32, u32)>>);

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
            let half = |piece: Option<&str>| u32::from_str_radix(piece?, 16).ok();
            match (half(line.get(..8)), half(line.get(8..))) {
                _ if line == "-" => Ok(None),
                (Some(program), Some(output)) => Ok(Some((program, output))),
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
        let line = |entry: &Option<(u32, u32)>| match entry {
            Some((program, output)) => normal::hex(&[*program, *output]) + "\n",
            None => "-\n".into(),
        };
        fs::write(file(), self.0.iter().map(line).collect::<String>())
    }
}
