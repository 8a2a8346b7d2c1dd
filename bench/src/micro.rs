//! `micro`: the time of single operations.
//!
//! In each round every side is started anew, and the sides take turns at each operation, so that
//! what disturbs the machine for a while disturbs all of them.

use bench_work::answer::Timed;
use bench_work::{Operation, operations};

use crate::options::Options;
use crate::record;
use crate::sides::{self, Running};
use crate::table::{Row, Table};

/// How long a batch takes; each round takes the fastest of five.
const BATCH_MICROSECONDS: &str = "1500";

pub(crate) fn measure(options: &Options) -> Result<(), String> {
    let rounds = options.rounds(9);
    let sides = sides::build(&options.sides(), options.against())?;
    let all: Vec<(usize, Operation)> = operations::all().into_iter().enumerate().collect();
    let wanted: Vec<&(usize, Operation)> =
        all.iter().filter(|(_, operation)| options.wants(operation.name)).collect();
    let mut rows: Vec<Row> = wanted
        .iter()
        .map(|(_, operation)| Row {
            group: operation.group,
            name: operation.name.to_owned(),
            rounds: vec![Vec::new(); sides.len()],
        })
        .collect();
    let mut versions = Vec::new();
    for round in 0..rounds {
        let started = sides.iter().map(|side| side.start(&["micro", BATCH_MICROSECONDS]));
        let mut running = started.collect::<Result<Vec<Running>, String>>()?;
        versions = running.iter().map(|side| side.version.clone()).collect();
        for ((index, operation), row) in wanted.iter().zip(&mut rows) {
            let mut shown = Vec::new();
            for (side, rounds) in running.iter_mut().zip(&mut row.rounds) {
                let answer: Timed = side
                    .ask(&index.to_string())
                    .map_err(|error| format!("{}: {error}", operation.name))?;
                rounds.push(answer.nanoseconds);
                shown.push(answer.shown);
            }
            if round == 0 && shown.iter().any(|text| *text != shown[0]) {
                return Err(format!("{}: the sides disagree: {shown:?}", operation.name));
            }
        }
        eprintln!("round {} of {rounds}", round + 1);
    }
    let sides = sides.iter().map(|side| side.kind).collect();
    let table = Table { name: "micro", unit: "nanoseconds", least: 1e-3, sides, rows };
    record::publish(&table, &versions, rounds, options.is_complete())
}
