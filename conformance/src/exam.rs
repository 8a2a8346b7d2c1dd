//! The examiner: CPython's own test files, from a `Lib` folder of the user's, with stand-ins for their helpers.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::process;

/// Most time of one file.
const LIMIT: Duration = Duration::from_secs(120);

/// What became of the tests of one file.
#[derive(Debug, Default)]
pub struct Marks {
    /// The file's name without `.py`.
    pub name: String,
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
    /// Tests that skipped themselves.
    pub skipped: usize,
    /// Classes of tests, or the file, that could not begin, and a file that did not reach its end.
    pub blocked: usize,
    /// The lines about what did not pass, and what a file that broke off said last.
    pub problems: Vec<String>,
    /// How long it took.
    pub time: Duration,
}

impl fmt::Display for Marks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Marks { name, passed, failed, skipped, blocked, .. } = self;
        let seconds = self.time.as_secs_f64();
        write!(f, "{name:28} {passed:6} {failed:6} {skipped:7} {blocked:7} {seconds:7.1}")
    }
}

/// The head of the table that lines of [`Marks`] make.
pub fn head() -> String {
    format!(
        "{:28} {:>6} {:>6} {:>7} {:>7} {:>7}",
        "file", "passed", "failed", "skipped", "blocked", "seconds"
    )
}

/// Runs one test file by `command`, which takes a program and its arguments.
///
/// # Errors
/// The command cannot be started.
pub fn examine(command: &[String], lib: &Path, name: &str) -> io::Result<Marks> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("exam");
    let (program, options) =
        command.split_first().ok_or_else(|| io::Error::other("no command is given"))?;
    let mut command = Command::new(program);
    command.args(options).arg(own.join("run.py")).arg(own.join("standins")).arg(lib).arg(name);
    let begin = Instant::now();
    let ending = process::run(&mut command, LIMIT)?;
    let mut marks = read(name, &ending.stdout);
    if !ending.stdout.lines().any(|line| line == "@ end") {
        marks.blocked += 1;
        let last = ending.stderr.lines().last().unwrap_or_default();
        marks.problems.push(format!("broke off: {:?} {last}", ending.status));
    }
    marks.time = begin.elapsed();
    Ok(marks)
}

/// Reads the lines of the runner; others are the tests' own.
fn read(name: &str, output: &str) -> Marks {
    let mut marks = Marks { name: name.to_owned(), ..Marks::default() };
    for line in output.lines() {
        let Some(line) = line.strip_prefix("@ ") else { continue };
        let count = match line.split(' ').next() {
            Some("passed") => {
                marks.passed += 1;
                continue;
            }
            Some("failed") => &mut marks.failed,
            Some("skipped") => &mut marks.skipped,
            Some("blocked") => &mut marks.blocked,
            _ => continue,
        };
        *count += 1;
        marks.problems.push(line.to_owned());
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn only_the_runners_lines_count() {
        let marks =
            read("t", "@ passed A.x\n@ failed A.y E: z\nnoise failed\n@ skipped A.w\n@ end\n");
        assert_eq!((marks.passed, marks.failed, marks.skipped, marks.blocked), (1, 1, 1, 0));
        assert_eq!(marks.problems, ["failed A.y E: z", "skipped A.w"]);
    }
}
