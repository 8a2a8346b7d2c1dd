//! Runs one test file in a process of its own, and again without the test in which it broke off.

use std::io;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use super::marks::{Marks, Outcome};
use crate::process;

/// Most time of one process.
const LIMIT: Duration = Duration::from_secs(120);

/// Most processes of one file: each but the last broke off in a test.
const MOST_PROCESSES: usize = 12;

/// Runs one test file by `command`, which takes a program and its arguments.
///
/// # Errors
/// The command cannot be started.
pub(super) fn examine(command: &[String], lib: &Path, name: &str) -> io::Result<Marks> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("exam");
    let (program, options) =
        command.split_first().ok_or_else(|| io::Error::other("no command is given"))?;
    let folder = std::env::temp_dir().join(format!("exam-{name}-{:x}", process::fresh_number()));
    std::fs::create_dir_all(&folder)?;
    let begin = Instant::now();
    let mut marks = Marks::new(name);
    for _ in 0..MOST_PROCESSES {
        let mut command = Command::new(program);
        command.args(options).arg(own.join("run.py")).arg(own.join("standins"));
        command.arg(lib).arg(name).args(marks.tests.keys()).current_dir(&folder);
        let ending = process::run(&mut command, LIMIT)?;
        marks.read(&ending.stdout);
        if marks.ended {
            break;
        }
        let last = ending.stderr.lines().last().unwrap_or_default();
        let said = vec![format!("broke off: {:?} {last}", ending.status)];
        match marks.under_way.take() {
            Some(test) => marks.add(&test, Outcome::Blocked, said),
            None => {
                marks.add(name, Outcome::Blocked, said);
                break;
            }
        }
    }
    marks.time = begin.elapsed();
    std::fs::remove_dir_all(&folder)?;
    Ok(marks)
}
