//! `gc`: workloads of the heap, over nodes that native code makes.
//!
//! Each workload runs in a process of its own; a side that does not survive one has no number.

use bench_work::answer::Measured;
use bench_work::gc::WORKLOADS;

use crate::options::Options;
use crate::record;
use crate::sides::{self, Side};
use crate::table::{Row, Table};

pub(crate) fn measure(options: &Options) -> Result<(), String> {
    let rounds = options.rounds(3);
    let sides = sides::build(&options.sides(), options.against())?;
    let mut rows: Vec<Row> = Vec::new();
    for &workload in WORKLOADS.iter().filter(|workload| options.wants(workload)) {
        for _ in 0..rounds {
            for (index, side) in sides.iter().enumerate() {
                let measured = side.ask::<Vec<Measured>>(&["gc", workload]);
                let measured = measured.unwrap_or_else(|error| {
                    eprintln!("bench: {error}");
                    Vec::new()
                });
                for Measured { name, value } in measured {
                    row(&mut rows, workload, name, sides.len()).rounds[index].push(value);
                }
            }
        }
        eprintln!("{workload}: done");
    }
    let versions = sides.iter().map(Side::version).collect::<Result<Vec<_>, _>>()?;
    let sides = sides.iter().map(|side| side.kind).collect();
    let table = Table { name: "gc", unit: "workload", least: 1e-3, sides, rows };
    record::publish(&table, &versions, rounds, options.is_complete())
}

/// The row of this name, made if there is none.
fn row<'a>(rows: &'a mut Vec<Row>, workload: &str, name: String, sides: usize) -> &'a mut Row {
    let group = if workload == "churn" { "churn" } else { "nodes" };
    let index = rows.iter().position(|row| row.name == name).unwrap_or_else(|| {
        rows.push(Row { group, name, rounds: vec![Vec::new(); sides] });
        rows.len() - 1
    });
    &mut rows[index]
}
