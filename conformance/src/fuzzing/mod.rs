//! What fuzzers and tests feed bytes to: each function makes something of them, does it, and panics if it went wrong.
//!
//! | function | what the bytes decide |
//! |---|---|
//! | [`source`] | a program's text |
//! | [`program`] | a random program of the crate `programs` |
//! | [`format()`] | a value and a format specification |
//! | [`number`] | two integers and an operator, compared with a slow oracle |
//! | [`signature`] | a signature and a call, compared with a literal model of binding |
//! | [`container`] | operations on a dict and a set, compared with rows of pairs |
//! | [`heap`] | operations on a heap, compared with a graph |
//! | [`two_runtimes`] | calls of the Rust interface with values of two runtimes |

mod binding;
mod containers;
mod decimal;
mod formats;
mod graph;
mod numbers;
mod runtimes;

pub use binding::signature;
pub use containers::container;
pub use formats::format;
pub use graph::heap;
pub use numbers::number;
pub use runtimes::two_runtimes;

use programs::Program;

use crate::inside::{self, Limits, Outcome, Run};

/// Something that is fed bytes.
pub type Target = fn(&[u8]);

/// All of them, by name, with the size of inputs that suits them.
pub const ALL: &[(&str, Target, usize)] = &[
    ("source", source, 200),
    ("program", program, 600),
    ("format", format, 40),
    ("number", number, 60),
    ("signature", signature, 60),
    ("container", container, 120),
    ("heap", heap, 300),
    ("two_runtimes", two_runtimes, 120),
];

/// The limits of everything that is run: small, so that limits are met.
fn limits() -> Limits {
    Limits { bytes: 16 << 20, ticks: 300_000, stack: 1 << 20, folder: None }
}

/// Runs a program on this thread.
///
/// # Panics
/// If it leaves a broken heap.
fn run(text: &str) -> Run {
    let run = inside::run_here(text, &limits(), |_| {});
    if let Outcome::Broken(problem) = &run.outcome {
        panic!("{problem}\n{text}");
    }
    run
}

/// Compiles the bytes as a program's text and runs it.
///
/// # Panics
/// If it leaves a broken heap.
pub fn source(bytes: &[u8]) {
    run(&String::from_utf8_lossy(bytes));
}

/// Runs the random program that the bytes spell.
///
/// # Panics
/// If it leaves a broken heap.
pub fn program(bytes: &[u8]) {
    run(&Program::of_bytes(bytes).to_string());
}
