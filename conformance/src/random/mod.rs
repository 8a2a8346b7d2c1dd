//! Random programs, run on objmodel and on CPython.
//!
//! The programs are those of the crate `programs`. [`digests`] holds what CPython printed for the first seeds;
//! [`fresh`] asks a CPython about others, and makes those that differ small.

pub mod digests;
pub mod fresh;
pub mod listed;
mod normal;
pub mod peer;
pub mod replay;

use programs::Program;

use crate::inside::{self, Limits, Outcome};

/// What a program prints here, made comparable; a run that does not end well says so on its last line.
pub fn ours(program: &Program) -> String {
    let run = inside::run(&program.to_string(), &Limits::default());
    let mut text = normal::of(&run.output);
    match run.outcome {
        Outcome::Done => {}
        Outcome::Raised(traceback) => {
            let last = traceback.lines().last().unwrap_or_default();
            let class = last.split(':').next().unwrap_or_default();
            text += &format!("uncaught {class}\n");
        }
        outcome => text += &format!("{outcome:?}\n"),
    }
    text
}
