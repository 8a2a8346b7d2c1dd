//! The recording of a case: `NAME.out` holds what CPython printed; `NAME.err`, if there, how it ended otherwise.
//!
//! A case that ends quietly has no `NAME.err`. Else its first line tells the exit status, and the error stream follows.

use std::ffi::OsStr;
use std::fs;
use std::io;

use crate::case::Case;
use crate::ending::{Ending, Status};

const STATUS: &str = "exit status ";

/// The recorded ending of `case`; `None` where nothing is recorded.
pub fn read(case: &Case) -> io::Result<Option<Ending>> {
    let Some(stdout) = read_if_there(case, "out")? else { return Ok(None) };
    let mut ending = Ending { stdout, ..Ending::default() };
    if let Some(text) = read_if_there(case, "err")? {
        let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
        let status = first.strip_prefix(STATUS).and_then(|number| number.parse().ok());
        let status = status
            .ok_or_else(|| io::Error::other(format!("{}.err has no exit status", case.name)))?;
        ending.status = Status::Exit(status);
        ending.stderr = rest.to_owned();
    }
    Ok(Some(ending))
}

/// Makes `ending` the recording of `case`.
pub fn write(case: &Case, ending: &Ending) -> io::Result<()> {
    fs::write(case.file.with_extension("out"), &ending.stdout)?;
    let errors = case.file.with_extension("err");
    if !ending.is_quiet() {
        fs::write(errors, format!("{}\n{}", ending.status, ending.stderr))?;
    } else if errors.exists() {
        fs::remove_file(errors)?;
    }
    Ok(())
}

/// The recordings in the folders of `cases` that belong to no program any more.
pub fn orphans(cases: &[Case]) -> io::Result<Vec<String>> {
    let mut folders: Vec<_> = cases.iter().map(Case::folder).collect();
    folders.dedup();
    let mut orphans = Vec::new();
    for folder in folders {
        for file in fs::read_dir(folder)? {
            let file = file?.path();
            let is_recording =
                ["out", "err"].map(OsStr::new).iter().any(|kind| file.extension() == Some(kind));
            if is_recording && !file.with_extension("py").exists() {
                orphans.push(file.display().to_string());
            }
        }
    }
    Ok(orphans)
}

fn read_if_there(case: &Case, extension: &str) -> io::Result<Option<String>> {
    match fs::read_to_string(case.file.with_extension(extension)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
