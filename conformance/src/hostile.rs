//! Programs that try to take their host down, each with the limits that it must stay in.
//!
//! A program's first line reads `# limits: OPTIONS ; expect: within N s of CPU, RSS < N MB, exit A..B, no abort`;
//! where `NAME.out` lies beside it, it prints that. Each runs in a process of its own, which reports what it used.

use std::fs;
use std::io;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use crate::ending::Status;
use crate::inside::{self, Limits, Outcome};
use crate::process;

/// A program with its limits.
#[derive(Clone, Debug)]
pub struct Hostile {
    /// Its file.
    pub file: PathBuf,
    options: Vec<String>,
    cpu: f64,
    megabytes: u64,
    exit: RangeInclusive<i32>,
}

/// How much slower code is allowed to be that is not optimized, with its assertions.
const UNOPTIMIZED: f64 = if cfg!(debug_assertions) { 8.0 } else { 1.0 };
/// Processor time is counted in these parts of a second.
const CLOCK_TICKS: f64 = 100.0;
/// The stack of a small thread.
pub const SMALL: usize = 256 << 10;

/// All of them.
///
/// # Errors
/// If a file cannot be read, or its first line says something else.
pub fn all() -> io::Result<Vec<Hostile>> {
    let mut all = Vec::new();
    for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/hostile"))? {
        let file = file?.path();
        if file.extension().is_some_and(|extension| extension == "py") {
            let text = fs::read_to_string(&file)?;
            let first = text.lines().next().unwrap_or_default();
            let wrong = || io::Error::other(format!("{}: {first}", file.display()));
            all.push(parse(&file, first).ok_or_else(wrong)?);
        }
    }
    all.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(all)
}

fn parse(file: &Path, line: &str) -> Option<Hostile> {
    let (options, expected) = line.strip_prefix("# limits:")?.split_once(';')?;
    let between =
        |from: &str, to: &str| expected.split_once(from)?.1.split_once(to).map(|(n, _)| n.trim());
    let (low, high) = between("exit ", ",")?.split_once("..")?;
    Some(Hostile {
        file: file.to_owned(),
        options: options.split_whitespace().map(str::to_owned).collect(),
        cpu: between("within ", " s of CPU")?.parse().ok()?,
        megabytes: between("RSS < ", " MB")?.parse().ok()?,
        exit: low.parse().ok()?..=high.parse().ok()?,
    })
}

impl Hostile {
    /// Its file's name.
    pub fn name(&self) -> String {
        self.file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Runs it by way of this package's command `conformance`; what is wrong with it.
    ///
    /// # Errors
    /// If the command does not start.
    pub fn judge(&self, conformance: &Path) -> io::Result<Vec<String>> {
        let report =
            std::env::temp_dir().join(format!("hostile-{}-{}", std::process::id(), self.name()));
        let mut command = Command::new(conformance);
        command.arg("hostile-subject").arg(&report).args(&self.options).arg(&self.file);
        let ending = process::run(&mut command, Duration::from_secs_f64(20.0 * UNOPTIMIZED))?;
        let used = fs::read_to_string(&report).unwrap_or_default();
        let _ = fs::remove_file(&report);
        let mut wrong = Vec::new();
        match ending.status {
            Status::Exit(status) if self.exit.contains(&status) => {}
            status => wrong.push(status.to_string()),
        }
        if let Ok(expected) = fs::read_to_string(self.file.with_extension("out"))
            && expected != ending.stdout
        {
            wrong.push(format!("printed {:.60?}", ending.stdout));
        }
        let mut used = used.split_whitespace().map_while(|figure| figure.parse::<f64>().ok());
        if let (Some(cpu), Some(kilobytes)) = (used.next(), used.next()) {
            if cpu > self.cpu * UNOPTIMIZED {
                wrong.push(format!("{cpu:.1} s of CPU"));
            }
            if kilobytes >= (self.megabytes << 10) as f64 {
                wrong.push(format!("{:.0} MB", kilobytes / 1024.0));
            }
        }
        Ok(wrong)
    }

    /// Runs it on a thread with a small stack, in a process of its own.
    ///
    /// # Errors
    /// If the command does not start.
    pub fn judge_on_small_stack(&self, conformance: &Path) -> io::Result<Vec<String>> {
        let mut command = Command::new(conformance);
        command.arg("hostile-subject").arg("--small").arg(&self.file);
        let ending = process::run(&mut command, Duration::from_secs_f64(20.0 * UNOPTIMIZED))?;
        Ok(match ending.status {
            Status::Exit(0) => Vec::new(),
            status => vec![format!("on a small stack: {status} {}", ending.stdout)],
        })
    }
}

/// Runs a program as the command does, and reports seconds of processor time and kilobytes of memory in a file.
pub fn run_and_report(report: &Path, arguments: Vec<std::ffi::OsString>) -> ExitCode {
    let status = objmodel_command::main(arguments);
    // Where the system does not tell, nothing is reported, and only the end is judged.
    if let Some(figures) = figures() {
        let _ = fs::write(report, figures);
    }
    status
}

fn figures() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let user: f64 = stat.rsplit_once(')')?.1.split_whitespace().nth(11)?.parse().ok()?;
    Some(format!("{} {}", user / CLOCK_TICKS, peak.split_whitespace().next()?))
}

/// Runs a program on a thread with a small stack.
pub fn run_on_small_stack(file: &Path) -> ExitCode {
    let Ok(text) = fs::read_to_string(file) else { return ExitCode::from(2) };
    let limits = Limits { bytes: 64 << 20, ticks: 20_000_000, stack: SMALL, folder: None };
    match inside::run(&text, &limits).outcome {
        Outcome::Broken(problem) => {
            println!("{problem}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
