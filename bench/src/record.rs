//! Writing what was measured under `bench/record`: `NAME.json`, `NAME.md`, `NAME.svg`.

use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::chart;
use crate::machine::Machine;
use crate::table::Table;

#[derive(Serialize)]
struct Record<'a> {
    name: &'a str,
    unit: &'a str,
    machine: Machine,
    /// Side and version.
    sides: Map<String, Value>,
    rounds: usize,
    /// Geometric mean of the ratios to CPython, by side.
    means: Map<String, Value>,
    rows: Vec<Value>,
}

/// Prints the table and, if `keep`, writes the record.
pub(crate) fn publish(
    table: &Table,
    versions: &[String],
    rounds: usize,
    keep: bool,
) -> Result<(), String> {
    let markdown = table.to_markdown();
    println!("{markdown}");
    if !keep {
        return Ok(());
    }
    let write = |suffix: &str, text: &str| write(&format!("{}.{suffix}", table.name), text);
    let json = serde_json::to_string_pretty(&record(table, versions, rounds));
    write("json", &(json.map_err(|error| error.to_string())? + "\n"))?;
    write("md", &markdown)?;
    write("svg", &chart::draw(table))
}

/// Writes a file of the record.
pub(crate) fn write(name: &str, text: &str) -> Result<(), String> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/record"));
    let file = folder.join(name);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&file, text))
        .map_err(|error| format!("{}: {error}", file.display()))
}

fn record<'a>(table: &'a Table, versions: &[String], rounds: usize) -> Record<'a> {
    let mut sides = Map::new();
    let mut means = Map::new();
    for (side, kind) in table.sides.iter().enumerate() {
        sides.insert(kind.name().to_owned(), json!(versions.get(side)));
        if let Some(mean) = table.mean(side, None) {
            means.insert(kind.name().to_owned(), rounded(mean));
        }
    }
    let rows = table.rows.iter().map(|row| {
        let mut values = Map::new();
        for (side, kind) in table.sides.iter().enumerate() {
            let Some(median) = row.value(side) else { continue };
            let all = row.rounds.get(side).map(Vec::as_slice).unwrap_or_default();
            let least = all.iter().copied().fold(f64::INFINITY, f64::min);
            let most = all.iter().copied().fold(0.0, f64::max);
            let range = [least, most].map(rounded);
            let value = json!({ "median": rounded(median), "range": range });
            values.insert(kind.name().to_owned(), value);
        }
        let mut ratios = Map::new();
        for (side, kind) in table.sides.iter().enumerate() {
            if let Some(ratio) = table.ratio(row, side) {
                ratios.insert(kind.name().to_owned(), rounded(ratio));
            }
        }
        json!({ "group": row.group, "name": row.name, "values": values, "ratios": ratios })
    });
    Record {
        name: table.name,
        unit: table.unit,
        machine: Machine::describe(),
        sides,
        rounds,
        means,
        rows: rows.collect(),
    }
}

/// Four digits are more than the measurements are worth.
fn rounded(value: f64) -> Value {
    json!(format!("{value:.3e}").parse::<f64>().unwrap_or(value))
}
