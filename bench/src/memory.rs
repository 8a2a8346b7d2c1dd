//! `memory`: bytes per object.
//!
//! Each kind is made in a process of its own, many of them, by the same program on every side. What
//! counts is the private memory that the process needs more, so that headers, padding and buffers
//! are in it, whoever allocated them.

use bench_work::memory::KINDS;

use crate::options::Options;
use crate::record;
use crate::sides::{self, Side};
use crate::table::{Row, Table};

pub(crate) fn measure(options: &Options) -> Result<(), String> {
    let rounds = options.rounds(3);
    let sides = sides::build(&options.sides(), options.against())?;
    let mut rows = Vec::new();
    for (index, kind) in KINDS.iter().enumerate() {
        if !options.wants(kind.name) {
            continue;
        }
        let mut values = vec![Vec::new(); sides.len()];
        for _ in 0..rounds {
            for (side, values) in sides.iter().zip(&mut values) {
                values.push(side.ask::<f64>(&["memory", &index.to_string()])?);
            }
        }
        rows.push(Row { group: "objects", name: kind.name.to_owned(), rounds: values });
    }
    let versions = sides.iter().map(Side::version).collect::<Result<Vec<_>, _>>()?;
    let sides = sides.iter().map(|side| side.kind).collect();
    let table = Table { name: "memory", unit: "bytes", least: 1.0, sides, rows };
    record::publish(&table, &versions, rounds, options.is_complete())
}
