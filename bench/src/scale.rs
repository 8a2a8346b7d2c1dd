//! `scale`: how time grows with what a program works on, against CPython.
//!
//! Each kind of work is a Python program that runs at three sizes, n, 4 n and 16 n. A kind fails if
//! its ratio grows from size to size to more than is allowed at the largest: then something of ours
//! takes more than CPython's, in proportion, the more there is to do.

use std::path::Path;

use crate::options::Options;
use crate::programs;
use crate::record;
use crate::sides::{self, Kind, Side};
use crate::table::{Row, Table};

const KINDS: &str = include_str!("../scale/kinds.txt");

/// The sizes as multiples of a kind's own, and what they are called.
const SIZES: [(usize, &str); 3] = [(1, "n"), (4, "4 n"), (16, "16 n")];

/// The ratio that the largest size may have, however it came to it.
const ALLOWED: f64 = 1.3;
/// How much a ratio may grow from the middle size to the largest.
const GROWTH: f64 = 1.3;
/// Times below so many milliseconds are too short to tell.
const TELLING: f64 = 8.0;

/// A kind of work: a function of n.
struct Work<'a> {
    name: &'a str,
    size: usize,
    before: &'a str,
    repeated: &'a str,
}

impl<'a> Work<'a> {
    fn parse(line: &'a str) -> Option<Work<'a>> {
        let mut parts = line.split(" ::").map(str::trim);
        let (name, size, before) = (parts.next()?, parts.next()?, parts.next()?);
        let repeated = parts.next().unwrap_or_default();
        Some(Work { name, size: size.parse().ok()?, before, repeated })
    }

    /// The program for a multiple of the size.
    fn program(&self, multiple: usize) -> String {
        let before = if self.before.is_empty() { "pass" } else { self.before };
        let mut text = format!("def work(n):\n    {}\n", before.replace('$', "\n"));
        if !self.repeated.is_empty() {
            let repeated = self.repeated.replace('$', "\n");
            text += &format!("    for i in range(n):\n        {repeated}\n");
        }
        text + &format!("work({})\n", self.size * multiple)
    }
}

pub(crate) fn measure(options: &Options) -> Result<(), String> {
    let rounds = options.rounds(3);
    let kinds = options.sides().into_iter().filter(|&kind| kind != Kind::RustPython);
    let sides = sides::build(&kinds.collect::<Vec<_>>(), options.against())?;
    let lines = KINDS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut rows = Vec::new();
    for line in lines {
        let work = Work::parse(line).ok_or_else(|| format!("no kind of work: {line}"))?;
        if options.wants(work.name) {
            measure_work(&work, &sides, rounds, &mut rows)?;
        }
    }
    let versions = sides.iter().map(Side::version).collect::<Result<Vec<_>, _>>()?;
    let sides = sides.iter().map(|side| side.kind).collect();
    let table = Table { name: "scale", unit: "milliseconds", least: 1.0, sides, rows };
    record::publish(&table, &versions, rounds, options.is_complete())?;
    let growing = growing(&table);
    match growing.is_empty() {
        true => Ok(()),
        false => Err(format!("the ratio grows: {}", growing.join(", "))),
    }
}

/// Measures a kind of work at all sizes; the best of the rounds counts, as what disturbs only adds.
fn measure_work(
    work: &Work<'_>,
    sides: &[Side],
    rounds: usize,
    rows: &mut Vec<Row>,
) -> Result<(), String> {
    let file = std::env::temp_dir().join(format!("objmodel-scale-{}.py", std::process::id()));
    for (multiple, size) in SIZES {
        std::fs::write(&file, work.program(multiple)).map_err(|error| error.to_string())?;
        let name = format!("{}, {size}", work.name);
        let mut row = Row { group: "scale", name, rounds: Vec::new() };
        for side in sides {
            row.rounds.push(vec![best(side, &file, rounds)?]);
        }
        rows.push(row);
    }
    let _ = std::fs::remove_file(&file);
    eprintln!("{}", work.name);
    Ok(())
}

/// The shortest time of a side, in milliseconds.
fn best(side: &Side, file: &Path, rounds: usize) -> Result<f64, String> {
    let mut best = f64::INFINITY;
    for _ in 0..rounds {
        let (ran, _) = programs::run(side, file)?;
        best = best.min(ran.seconds * 1e3);
    }
    Ok(best)
}

/// The kinds whose ratio grows beyond what is allowed.
fn growing(table: &Table) -> Vec<String> {
    let Some(ours) = table.sides.iter().position(|&kind| kind == Kind::Ours) else { return vec![] };
    let mut growing = Vec::new();
    for rows in table.rows.chunks(SIZES.len()) {
        let [_, middle, largest] = rows else { continue };
        let (Some(before), Some(after)) = (table.ratio(middle, ours), table.ratio(largest, ours))
        else {
            continue;
        };
        let tells = largest.value(ours).is_some_and(|time| time >= TELLING);
        if tells && after > ALLOWED && after > GROWTH * before {
            growing.push(format!("{} ({before:.2} to {after:.2})", largest.name));
        }
    }
    growing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_more_than_two_hundred_kinds_and_no_two_alike() {
        let lines = KINDS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let mut names: Vec<&str> = lines.map(|line| Work::parse(line).expect(line).name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(count >= 200);
    }

    #[test]
    fn only_a_ratio_that_grows_beyond_what_is_allowed_fails() {
        let rows = |ours: [f64; 3]| {
            let row = |(own, cpython)| Row {
                group: "scale",
                name: String::new(),
                rounds: vec![vec![own], vec![cpython]],
            };
            ours.into_iter().zip([10.0, 40.0, 160.0]).map(row).collect()
        };
        let fails = |ours| {
            let sides = vec![Kind::Ours, Kind::CPython];
            let table = Table { name: "scale", unit: "", least: 1.0, sides, rows: rows(ours) };
            !growing(&table).is_empty()
        };
        assert!(!fails([5.0, 20.0, 80.0]));
        assert!(!fails([20.0, 80.0, 320.0]));
        assert!(!fails([1.0, 20.0, 150.0]));
        assert!(fails([10.0, 80.0, 1000.0]));
    }
}
