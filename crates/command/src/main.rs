//! The program `objmodel`.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    objmodel_command::main(std::env::args_os().skip(1).collect())
}
