//! The tests that CPython passes, recorded so that an exam needs no Python: a file per test file, a name a line.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::marks::{Marks, Outcome};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("exam/passed").join(format!("{name}.txt"))
}

/// The tests of a file that CPython passes; `None` where nobody recorded them.
///
/// # Errors
/// The record cannot be read.
pub(super) fn read(name: &str) -> io::Result<Option<BTreeSet<String>>> {
    match std::fs::read_to_string(path(name)) {
        Ok(text) => Ok(Some(text.lines().map(String::from).collect())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Keeps the tests that passed.
///
/// # Errors
/// The record cannot be written.
pub(super) fn write(marks: &Marks) -> io::Result<()> {
    let path = path(&marks.name);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let text: String = marks.names(Outcome::Passed).map(|name| format!("{name}\n")).collect();
    std::fs::write(path, text)
}
