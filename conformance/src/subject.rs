//! The subject of the suite: objmodel, running a file through `crates/command`.
//!
//! A case runs in a process of its own (`conformance subject FILE` runs [`run_file`]), so that a crash or a hang of
//! one is its failure alone.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use crate::case::Case;
use crate::ending::Ending;
use crate::process;

/// Runs the Python program in `file` on objmodel, as its command does; the exit status.
pub fn run_file(file: &Path) -> ExitCode {
    objmodel_command::main(vec!["-W".into(), "ignore".into(), file.into()])
}

/// The command that runs a case: by default objmodel's, but any implementation can be asked.
#[derive(Clone, Debug)]
pub struct Subject {
    program: PathBuf,
    arguments: Vec<OsString>,
    /// How long one case may run.
    pub time_limit: Duration,
}

impl Subject {
    /// objmodel, by way of `conformance`, this package's own command.
    pub fn objmodel(conformance: PathBuf) -> Subject {
        Subject {
            program: conformance,
            arguments: vec!["subject".into()],
            time_limit: Duration::from_secs(30),
        }
    }

    /// Another implementation: a program and its arguments, separated by spaces; the case's file name follows them.
    pub fn command(line: &str) -> Subject {
        let mut words = line.split_whitespace();
        let program = words.next().unwrap_or_default().into();
        Subject { arguments: words.map(OsString::from).collect(), ..Subject::objmodel(program) }
    }

    /// How the case ends.
    pub fn run(&self, case: &Case) -> io::Result<Ending> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).arg(case.file_name()).current_dir(case.folder());
        Ok(process::run(&mut command, self.time_limit)?.normalized(case.folder()))
    }
}
