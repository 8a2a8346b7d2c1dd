//! `programs`: whole programs, each in a process of its own.
//!
//! What is timed is the program from its text to its end: parsing, compiling and running it, not
//! the start of the interpreter. All sides have to print the same.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use bench_work::answer::Ran;

use crate::options::Options;
use crate::record;
use crate::sides::{self, Side};
use crate::table::{Row, Table};

pub(crate) fn measure(options: &Options) -> Result<(), String> {
    let rounds = options.rounds(5);
    let sides = sides::build(&options.sides(), options.against())?;
    let programs = programs()?;
    let wanted = programs.into_iter().filter(|file| options.wants(&stem(file)));
    let wanted: Vec<PathBuf> = wanted.collect();
    let mut rows: Vec<Row> = wanted
        .iter()
        .map(|file| Row { group: "programs", name: stem(file), rounds: vec![vec![]; sides.len()] })
        .collect();
    for round in 0..rounds {
        for (file, row) in wanted.iter().zip(&mut rows) {
            let mut printed = Vec::new();
            for (side, rounds) in sides.iter().zip(&mut row.rounds) {
                let (ran, output) = run(side, file)?;
                rounds.push(ran.seconds * 1e3);
                printed.push(output);
            }
            if printed.iter().any(|output| *output != printed[0]) {
                return Err(format!("{}: the sides print different things", row.name));
            }
        }
        eprintln!("round {} of {rounds}", round + 1);
    }
    let versions = sides.iter().map(Side::version).collect::<Result<Vec<_>, _>>()?;
    let sides = sides.iter().map(|side| side.kind).collect();
    let table = Table { name: "programs", unit: "milliseconds", least: 1e-3, sides, rows };
    record::publish(&table, &versions, rounds, options.is_complete())
}

fn programs() -> Result<Vec<PathBuf>, String> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/programs"));
    let entries = std::fs::read_dir(folder).map_err(|error| error.to_string())?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "py"));
    files.sort();
    Ok(files)
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Runs a program on a side: what it took, and what it printed.
pub(crate) fn run(side: &Side, file: &Path) -> Result<(Ran, Vec<u8>), String> {
    let report = std::env::temp_dir().join(format!("objmodel-bench-{}.json", std::process::id()));
    let (file, report_name) = (file.to_string_lossy(), report.to_string_lossy());
    let mut command = side.command(&["run", &file, &report_name]);
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| format!("{}: {error}", side.kind.name()))?;
    if !output.status.success() {
        return Err(format!("{file} on {}: {}", side.kind.name(), output.status));
    }
    let ran = std::fs::read_to_string(&report).map_err(|error| error.to_string())?;
    let _ = std::fs::remove_file(&report);
    let ran = serde_json::from_str(&ran).map_err(|error| error.to_string())?;
    Ok((ran, output.stdout))
}
