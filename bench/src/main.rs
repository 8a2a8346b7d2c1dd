//! Measures objmodel side by side with CPython and RustPython.
#![forbid(unsafe_code)]

mod options;

mod machine;
mod sides;

mod statistics;
mod table;

mod chart;
mod histogram;
mod record;

mod micro;
mod programs;

mod cold;
mod gc;
mod instructions;
mod memory;
mod scale;
mod ticks;

use std::process::ExitCode;

use options::{Command, Options};

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let done = match options.command {
        Command::Micro => micro::measure(&options),
        Command::Programs => programs::measure(&options),
        Command::Memory => memory::measure(&options),
        Command::Gc => gc::measure(&options),
        Command::Cold => cold::measure(&options),
        Command::Instructions => instructions::measure(&options),
        Command::Ticks => ticks::measure(&options),
        Command::Scale => scale::measure(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}
