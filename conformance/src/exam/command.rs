//! The command `exam`: its options, the progress that it shows and what it writes.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};
use lexopt::prelude::*;

use super::groups::GROUPS;
use super::marks::{Marks, Outcome};
use super::table::{self, Counts};
use super::{page, recorded, run};
use crate::process;

/// What stands before and after the table in the docs.
const MARKS: [&str; 2] = ["<!-- the table begins -->\n", "<!-- the table ends -->\n"];

struct Options {
    command: Vec<String>,
    lib: PathBuf,
    names: Vec<String>,
    verbose: bool,
    json: bool,
    record: bool,
    write: bool,
    report: Option<PathBuf>,
    theirs: bool,
}

fn options(mut arguments: lexopt::Parser) -> Result<Options, Box<dyn Error>> {
    let own = std::env::current_exe()?.with_file_name("objmodel");
    let mut command = vec![own.to_string_lossy().into_owned()];
    command.extend(["--max-memory", "2G", "--max-time", "110", "--files"].map(String::from));
    let (mut lib, mut report, mut names) = (None, None, Vec::new());
    let (mut verbose, mut json, mut record, mut write) = (false, false, false, false);
    let mut theirs = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("lib") => lib = Some(PathBuf::from(arguments.value()?)),
            Long("with") => {
                let line = arguments.value()?.string()?;
                command = line.split_whitespace().map(String::from).collect();
                theirs = true;
            }
            Long("report") => report = Some(PathBuf::from(arguments.value()?)),
            Long("verbose") => verbose = true,
            Long("json") => json = true,
            Long("record") => record = true,
            Long("write") => write = true,
            Value(name) => names.push(name.string()?.trim_end_matches(".py").to_owned()),
            option => return Err(option.unexpected().into()),
        }
    }
    let lib = lib.ok_or("--lib DIR is needed: the Lib folder of a CPython 3.13")?;
    let lib = lib.canonicalize().map_err(|error| format!("{}: {error}", lib.display()))?;
    if record && !theirs {
        return Err("--record keeps what CPython passes, so it goes with --with".into());
    }
    if names.is_empty() {
        names.extend(GROUPS.iter().flat_map(|group| group.names()).map(String::from));
    } else if write {
        return Err("--write is about the whole list, so it goes without names".into());
    }
    Ok(Options { command, lib, names, verbose, json, record, write, report, theirs })
}

fn progress(names: &[String]) -> Result<ProgressBar, Box<dyn Error>> {
    let bar = ProgressBar::new(names.len() as u64);
    bar.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} {elapsed} {msg}")?);
    Ok(bar)
}

/// Runs the command with the arguments after its name.
///
/// # Errors
/// An option that is none, and what cannot be started, read or written.
pub fn command(arguments: lexopt::Parser) -> Result<ExitCode, Box<dyn Error>> {
    let options = options(arguments)?;
    let bar = progress(&options.names)?;
    let all = process::map_parallel(&options.names, |name| {
        bar.set_message(name.clone());
        let marks = run::examine(&options.command, &options.lib, name);
        bar.inc(1);
        marks
    });
    bar.finish_and_clear();
    let all: Vec<Marks> = all.into_iter().collect::<Result<_, _>>()?;
    if options.record {
        all.iter().try_for_each(recorded::write)?;
    }
    let (mut counts, mut counted) = (Counts::new(), BTreeMap::new());
    for marks in &all {
        let names = recorded::read(&marks.name)?;
        counts.insert(marks.name.clone(), marks.count(names.as_ref()));
        counted.extend(names.map(|names| (marks.name.clone(), names)));
    }
    if options.json {
        println!("{:#}", table::json(&counts));
    } else {
        print!("{}", table::plain(&counts));
    }
    if options.verbose {
        all.iter().for_each(|marks| show(marks, &counts));
    }
    if let Some(path) = &options.report {
        std::fs::write(path, page::page(&all, &counts, &counted))?;
    }
    if options.write {
        write(&counts)?;
    }
    let good = match options.theirs {
        // CPython passes whatever its tests do not leave out.
        true => all.iter().all(|marks| {
            marks.ended
                && marks.names(Outcome::Failed).next().is_none()
                && marks.names(Outcome::Blocked).next().is_none()
        }),
        false => table::parts(&counts).iter().all(table::Part::is_good),
    };
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints what did not pass.
fn show(marks: &Marks, counts: &Counts) {
    println!("{}: {:.2} %", marks.name, counts.get(&marks.name).map_or(0.0, |count| count.share()));
    for (name, test) in &marks.tests {
        if test.outcome > Outcome::Helper {
            println!("    {} {name} {}", test.outcome.word(), test.said.join("\n        "));
        }
    }
}

/// Puts the table into the docs.
fn write(counts: &Counts) -> Result<(), Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/exam.md");
    let text = std::fs::read_to_string(&path)?;
    let (before, rest) = text.split_once(MARKS[0]).ok_or("docs/exam.md has no table")?;
    let (_, after) = rest.split_once(MARKS[1]).ok_or("the table of docs/exam.md has no end")?;
    let table = table::markdown(counts);
    std::fs::write(&path, format!("{before}{}{table}{}{after}", MARKS[0], MARKS[1]))?;
    Ok(())
}
