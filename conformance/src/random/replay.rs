//! Replays the programs of the recorded seeds.

use std::io;

use programs::Program;

use super::digests::{Digests, RECORDED};
use super::{normal, ours};
use crate::process;

/// Runs the programs of the first `count` recorded seeds; an account of each that does not print what CPython printed.
///
/// # Errors
/// If the digests cannot be read.
pub fn replay(count: u64) -> io::Result<Vec<String>> {
    let digests = Digests::read()?;
    if digests.0.len() as u64 != RECORDED {
        return Err(io::Error::other("random-digests.txt is not complete: record it again"));
    }
    let seeds: Vec<u64> = (0..count.min(RECORDED)).collect();
    let accounts = process::map_parallel(&seeds, |&seed| {
        let digest = digests.0[seed as usize]?;
        let program = Program::of_seed(seed);
        if normal::digest(&program.to_string()) != digest.program {
            return Some(format!(
                "seed {seed}: the generator has changed: record the digests again"
            ));
        }
        let different = normal::digest(&ours(&program)) != digest.output;
        (different && digest.agreed).then(|| {
            format!("seed {seed}: differs: `-- fuzz-diff --seed {seed} --count 1` shows how")
        })
    });
    Ok(accounts.into_iter().flatten().collect())
}
