//! `cold`: from the start of a process to the first `1 + 1`, and what it takes to build the `embed`
//! example: crates, seconds, bytes.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::options::Options;
use crate::record;
use crate::sides::{self, Kind, Side};
use crate::table::{Row, Table};

pub(crate) fn measure(options: &Options) -> Result<(), String> {
    let rounds = options.rounds(40);
    let sides = sides::build(&options.sides(), options.against())?;
    let mut starts = vec![Vec::new(); sides.len()];
    let mut works = vec![Vec::new(); sides.len()];
    for _ in 0..rounds {
        // A process that does nothing is what every process costs; it is taken off.
        let nothing = milliseconds(&mut Command::new("true"))?;
        for (index, side) in sides.iter().enumerate() {
            let took = milliseconds(&mut side.command(&["cold"]))?;
            starts[index].push((took - nothing).max(0.0));
            works[index].push(side.ask::<f64>(&["cold"])?);
        }
    }
    let name = "start of a process to 1 + 1, over an empty process, ms".to_owned();
    let mut rows = vec![Row { group: "start", name, rounds: starts }];
    let name = "the same in processor time, loading the program included, ms".to_owned();
    rows.push(Row { group: "start", name, rounds: works });
    if let Some(ours) = sides.iter().position(|side| side.kind == Kind::Ours) {
        for (name, value) in footprint(options)? {
            let mut values = vec![Vec::new(); sides.len()];
            values[ours].push(value);
            rows.push(Row { group: "embed", name: name.to_owned(), rounds: values });
        }
    }
    let versions = sides.iter().map(Side::version).collect::<Result<Vec<_>, _>>()?;
    let sides = sides.iter().map(|side| side.kind).collect();
    let table = Table { name: "cold", unit: "start and footprint", least: 1e-3, sides, rows };
    record::publish(&table, &versions, rounds, options.is_complete())
}

fn milliseconds(command: &mut Command) -> Result<f64, String> {
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let start = Instant::now();
    let status = command.status().map_err(|error| error.to_string())?;
    let took = start.elapsed();
    if status.success() {
        Ok(took.as_secs_f64() * 1e3)
    } else {
        Err(format!("ended with {status}"))
    }
}

/// Builds the example `embed` from nothing, in a folder of its own.
fn footprint(options: &Options) -> Result<Vec<(&'static str, f64)>, String> {
    if !options.wants("embed") {
        return Ok(Vec::new());
    }
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let target = std::env::temp_dir().join(format!("objmodel-bench-{}", std::process::id()));
    let package = ["--manifest-path", manifest, "--package", "objmodel-builtins"];
    let mut build = cargo();
    build.args(["build", "--release", "--quiet", "--locked"]).args(package);
    build.args(["--example", "embed", "--target-dir"]).arg(&target);
    let seconds = milliseconds(&mut build)? / 1e3;
    let bytes = stripped_size(&target.join("release/examples/embed"))?;
    let _ = std::fs::remove_dir_all(&target);
    let mut tree = cargo();
    tree.args(["tree", "--edges", "normal", "--prefix", "none", "--locked"]).args(package);
    let output = tree.output().map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut crates: Vec<&str> = text.lines().filter_map(|line| line.split(' ').next()).collect();
    crates.sort();
    crates.dedup();
    Ok(vec![
        ("crates in the tree", crates.len() as f64),
        ("clean release build of embed, s", seconds),
        ("embed, stripped, MB", bytes as f64 / 1e6),
    ])
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
}

fn stripped_size(program: &Path) -> Result<u64, String> {
    let stripped: PathBuf = program.with_extension("stripped");
    let mut strip = Command::new("strip");
    milliseconds(strip.arg("-o").arg(&stripped).arg(program))?;
    Ok(std::fs::metadata(&stripped).map_err(|error| error.to_string())?.len())
}
