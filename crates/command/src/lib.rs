//! The program `objmodel`: runs a file, a module, a text, or what is typed at its prompt.
//!
//! [`options`] reads the command line, [`run`] runs what it names under its limits, [`prompt`] talks
//! with a person, [`interrupt`] lets Ctrl-C through.
#![forbid(unsafe_code)]

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use objmodel_compile::compiler::{compile_module, disassemble};
use objmodel_compile::syntax::{Source, SyntaxError};

pub mod interrupt;
pub mod options;
pub mod prompt;
pub mod run;

use options::{HELP, Program, Request};

/// Exit status for a wrong command line or a file that cannot be read, as CPython's.
const USAGE: u8 = 2;

/// Exit status where there is no module to run, as CPython's.
const NO_MODULE: u8 = 1;

/// Runs the command; the arguments exclude the program's name.
pub fn main(arguments: Vec<OsString>) -> ExitCode {
    let output = match options::parse(arguments) {
        Ok(Request::Help) => HELP.to_owned(),
        Ok(Request::Version) => format!("objmodel {}\n", env!("CARGO_PKG_VERSION")),
        Ok(Request::Run(task)) => return ExitCode::from(run::on_large_stack(task)),
        Ok(Request::Disassemble(program)) => match listing(&program) {
            Ok(listing) => listing,
            Err(error) => {
                complain(&error.to_string());
                return ExitCode::FAILURE;
            }
        },
        Err(refusal) => {
            complain(&refusal.message);
            return ExitCode::from(refusal.status);
        }
    };
    match std::io::stdout().lock().write_all(output.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Writes a line to standard error; there is nobody to tell if that fails.
fn complain(message: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{message}");
}

fn listing(program: &Program) -> Result<String, SyntaxError> {
    let source = Source::decode(&program.name, &program.text)?;
    Ok(disassemble(&*compile_module(&source)?))
}
