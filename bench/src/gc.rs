//! `gc`: workloads of the heap, over nodes that native code makes.
//!
//! Each workload runs in a process of its own; a side that does not survive one has no number.

use bench_work::answer::Measured;
use bench_work::gc::{HISTOGRAM, WORKLOADS};

use crate::histogram::Histogram;
use crate::options::Options;
use crate::record;
use crate::sides::{self, Side};
use crate::table::{Row, Table};

pub(crate) fn measure(options: &Options) -> Result<(), String> {
    let rounds = options.rounds(3);
    let sides = sides::build(&options.sides(), options.against())?;
    let mut rows: Vec<Row> = Vec::new();
    let mut pauses = Histogram::new(sides.iter().map(|side| side.kind).collect(), rounds);
    for &workload in WORKLOADS.iter().filter(|workload| options.wants(workload)) {
        for _ in 0..rounds {
            for (index, side) in sides.iter().enumerate() {
                let measured = side.ask::<Vec<Measured>>(&["gc", workload]);
                let measured = measured.unwrap_or_else(|error| {
                    eprintln!("bench: {error}");
                    Vec::new()
                });
                for Measured { name, value } in measured {
                    if let Some(least) = name.strip_prefix(HISTOGRAM) {
                        pauses.count(index, least, value)?;
                        continue;
                    }
                    row(&mut rows, workload, name, sides.len()).rounds[index].push(value);
                }
            }
        }
        eprintln!("{workload}: done");
    }
    let versions = sides.iter().map(Side::version).collect::<Result<Vec<_>, _>>()?;
    let sides = sides.iter().map(|side| side.kind).collect();
    let table = Table { name: "gc", unit: "workload", least: 1e-3, sides, rows };
    println!("{}", pauses.to_markdown());
    if options.is_complete() {
        record::write("gc-pauses.svg", &pauses.draw())?;
        record::write("gc-pauses.md", &pauses.to_markdown())?;
    }
    record::publish(&table, &versions, rounds, options.is_complete())
}

/// The row of this name, made if there is none.
fn row<'a>(rows: &'a mut Vec<Row>, workload: &str, name: String, sides: usize) -> &'a mut Row {
    let group = match workload {
        "churn" => "churn",
        "pauses" | "component" | "rings" => "pauses",
        _ => "nodes",
    };
    let index = rows.iter().position(|row| row.name == name).unwrap_or_else(|| {
        rows.push(Row { group, name, rounds: vec![Vec::new(); sides] });
        rows.len() - 1
    });
    &mut rows[index]
}
