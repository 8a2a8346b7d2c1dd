//! `instructions`: how many instructions an operation takes, counted by callgrind.
//!
//! Counts do not depend on the machine's load: two runs agree but for what hashing addresses
//! changes, so this is the check on changes. Each operation is executed a few times and many times;
//! the difference is what one more execution takes. Needs `valgrind`; RustPython is left out.

use std::process::Command;

use bench_work::operations::{self, HOTTEST};

use crate::options::Options;
use crate::record;
use crate::sides::{self, Kind, Side};
use crate::table::{Row, Table};

const FEW: u64 = 1_000;
const MANY: u64 = 2_000;

pub(crate) fn measure(options: &Options) -> Result<(), String> {
    let mut kinds = options.sides();
    kinds.retain(|&kind| kind != Kind::RustPython);
    let sides = sides::build(&kinds, options.against())?;
    let mut rows = Vec::new();
    for (index, operation) in operations::all().into_iter().enumerate() {
        let wanted = match options.is_complete() {
            true => HOTTEST.contains(&operation.name),
            false => options.wants(operation.name),
        };
        if !wanted {
            continue;
        }
        let mut values = Vec::new();
        for side in &sides {
            let (few, many) = (count(side, index, FEW)?, count(side, index, MANY)?);
            let times = (MANY - FEW) * operation.per;
            values.push(vec![many.saturating_sub(few) as f64 / times as f64]);
        }
        eprintln!("{}: done", operation.name);
        rows.push(Row { group: operation.group, name: operation.name.to_owned(), rounds: values });
    }
    let versions = sides.iter().map(Side::version).collect::<Result<Vec<_>, _>>()?;
    let sides = sides.iter().map(|side| side.kind).collect();
    let table = Table { name: "instructions", unit: "instructions", least: 1.0, sides, rows };
    record::publish(&table, &versions, 1, options.is_complete())
}

/// The instructions of a process that executes an operation so many times.
fn count(side: &Side, index: usize, times: u64) -> Result<u64, String> {
    let program = side.command(&[]).get_program().to_owned();
    let mut valgrind = Command::new("valgrind");
    // What the start of an interpreter takes differs from run to run: only the loop counts.
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    valgrind.arg("--toggle-collect=*repeat_work*").arg(program);
    valgrind.args(["count", &index.to_string(), &times.to_string()]);
    let output = valgrind.output().map_err(|error| format!("valgrind: {error}"))?;
    let text = String::from_utf8_lossy(&output.stderr);
    let collected = text.lines().find_map(|line| line.split("Collected : ").nth(1));
    let collected = collected.and_then(|count| count.trim().parse().ok());
    collected.ok_or_else(|| format!("valgrind said: {text}"))
}
