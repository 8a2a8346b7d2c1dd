//! The sides: building them, starting them, asking them.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use bench_work::answer::Hello;
use serde::de::DeserializeOwned;

/// One of the implementations that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Ours,
    CPython,
    RustPython,
    /// Another build of ours.
    Other,
}

/// Those that are compared unless told otherwise; ratios are to CPython.
pub(crate) const ALL: [Kind; 3] = [Kind::Ours, Kind::CPython, Kind::RustPython];

impl Kind {
    /// Its name in tables and on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Ours => "objmodel",
            Kind::CPython => "CPython",
            Kind::RustPython => "RustPython",
            Kind::Other => "other build",
        }
    }

    fn package(self) -> &'static str {
        match self {
            Kind::Ours | Kind::Other => "bench-ours",
            Kind::CPython => "bench-cpython",
            Kind::RustPython => "bench-rustpython",
        }
    }
}

/// The CPython to compare with: `PYO3_PYTHON`, else pyenv's 3.13, else `python3.13`.
pub(crate) fn python() -> PathBuf {
    if let Some(python) = std::env::var_os("PYO3_PYTHON") {
        return python.into();
    }
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let pyenv = home.join(".pyenv/versions/3.13.0/bin/python3.13");
    if pyenv.exists() { pyenv } else { "python3.13".into() }
}

/// A side's program.
#[derive(Debug)]
pub(crate) struct Side {
    pub(crate) kind: Kind,
    program: PathBuf,
}

/// Builds the programs of these sides. One that does not build is left out, with a message; what
/// it would have been compared with is then missing in tables.
///
/// The other build of ours is `against`: a checkout, which is built in its own folder, or a program.
pub(crate) fn build(kinds: &[Kind], against: Option<&Path>) -> Result<Vec<Side>, String> {
    let folder = std::env::current_exe().map_err(|error| error.to_string())?;
    let folder = folder.parent().ok_or("a program without a folder")?.to_owned();
    let mut sides = Vec::new();
    for &kind in kinds {
        let other = against.filter(|_| kind == Kind::Other);
        if let Some(program) = other.filter(|path| path.is_file()) {
            sides.push(Side { kind, program: program.to_owned() });
            continue;
        }
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
        // RustPython's parser declares a newer compiler than it needs.
        cargo.args(["build", "--release", "--quiet", "--locked", "--ignore-rust-version"]);
        let bench = other.map_or(env!("CARGO_MANIFEST_DIR").into(), |path| path.join("bench"));
        cargo.arg("--manifest-path").arg(bench.join("Cargo.toml"));
        cargo.args(["--package", kind.package()]);
        let target = match other {
            Some(_) => bench.join("target"),
            None => folder.parent().unwrap_or(&folder).to_owned(),
        };
        cargo.arg("--target-dir").arg(&target);
        cargo.env("PYO3_PYTHON", python());
        let status = cargo.status().map_err(|error| format!("cargo: {error}"))?;
        if status.success() {
            let folder = if other.is_some() { target.join("release") } else { folder.clone() };
            sides.push(Side { kind, program: folder.join(kind.package()) });
        } else {
            eprintln!("bench: {} does not build and is left out", kind.name());
        }
    }
    Ok(sides)
}

impl Side {
    /// A command that starts the side with these arguments.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments);
        command
    }

    /// Starts the side to be asked questions.
    pub(crate) fn start(&self, arguments: &[&str]) -> Result<Running, String> {
        let name = self.kind.name();
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|error| format!("{name}: {error}"))?;
        let (Some(questions), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(format!("{name}: no pipes"));
        };
        let (answers, version) = (BufReader::new(answers), String::new());
        let mut running = Running { kind: self.kind, child, questions, answers, version };
        running.version = running.hear::<Hello>()?.version;
        Ok(running)
    }

    /// Which implementation the side is.
    pub(crate) fn version(&self) -> Result<String, String> {
        Ok(self.ask::<Hello>(&["version"])?.version)
    }

    /// Runs the side to its end and takes its only answer.
    pub(crate) fn ask<T: DeserializeOwned>(&self, arguments: &[&str]) -> Result<T, String> {
        let name = self.kind.name();
        let mut command = self.command(arguments);
        let output = command.stderr(Stdio::inherit()).output();
        let output = output.map_err(|error| format!("{name}: {error}"))?;
        let text = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() {
            return Err(format!("{name} {arguments:?}: {}", output.status));
        }
        serde_json::from_str(&text).map_err(|error| format!("{name} said '{text}': {error}"))
    }
}

/// A side that waits for questions. It ends when it is dropped.
pub(crate) struct Running {
    pub(crate) kind: Kind,
    pub(crate) version: String,
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Running {
    /// Writes a line and reads the answer.
    pub(crate) fn ask<T: DeserializeOwned>(&mut self, question: &str) -> Result<T, String> {
        let asked = writeln!(self.questions, "{question}");
        asked.map_err(|error| format!("{}: {error}", self.kind.name()))?;
        self.hear()
    }

    fn hear<T: DeserializeOwned>(&mut self) -> Result<T, String> {
        let (name, mut line) = (self.kind.name(), String::new());
        self.answers.read_line(&mut line).map_err(|error| format!("{name}: {error}"))?;
        serde_json::from_str(&line).map_err(|error| format!("{name} said '{line}': {error}"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
