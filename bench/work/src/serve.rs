//! The command line of a side, as the driver speaks it.

use std::io::{BufRead, Write};
use std::time::Duration;

use serde::Serialize;

use crate::answer::{Hello, Ran, Timed};
use crate::clock;
use crate::gc::{self, Nodes};
use crate::memory::{COUNT, KINDS};
use crate::operations;
use crate::prepare::{ITEMS, Operands};
use crate::side::Side;
use crate::time::{Pace, show, time};

/// Does what the arguments ask for:
///
/// - `micro MICROSECONDS`: reads numbers of operations from standard input, one per line, and
///   answers each with a [`Timed`]; batches take about so long.
/// - `count NUMBER TIMES`: executes an operation so many times.
/// - `run FILE REPORT`: runs a program, and writes a [`Ran`] to the file `REPORT`.
/// - `memory NUMBER`: makes many objects of a kind, and answers with the bytes of each.
/// - `gc WORKLOAD`: runs a workload of the heap, and answers with a list of [`Measured`](crate::answer::Measured).
/// - `version`: answers with a [`Hello`].
/// - `cold`: computes `1 + 1`, and answers with milliseconds of processor time since the process
///   began.
pub fn serve<S: Nodes>() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["micro", microseconds] => micro::<S>(Duration::from_micros(number(microseconds))),
        ["count", index, times] => count::<S>(number(index) as usize, number(times)),
        ["run", file, report] => run::<S>(file, report),
        ["memory", index] => tell(&memory::<S>(number(index) as usize)),
        ["gc", workload] => tell(&gc::run(&mut S::start(), workload)),
        ["version"] => tell(&Hello { version: S::start().version() }),
        ["cold"] => cold::<S>(),
        _ => panic!("started by the driver only; the arguments were {arguments:?}"),
    }
}

fn number(text: &str) -> u64 {
    text.trim().parse().unwrap_or_else(|_| panic!("not a number: {text}"))
}

fn tell(answer: &impl Serialize) {
    let line = serde_json::to_string(answer).expect("plain data");
    println!("{line}");
    std::io::stdout().flush().expect("the driver listens");
}

fn micro<S: Side>(goal: Duration) {
    let mut side = S::start();
    let operations = operations::all();
    let operands = Operands::prepare(&mut side, &operations, ITEMS);
    tell(&Hello { version: side.version() });
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("the driver writes text");
        let operation = &operations[number(&line) as usize];
        let shown = show(&mut side, &operands, operation);
        let nanoseconds = time(&mut side, &operands, operation, Pace::Batches(goal));
        tell(&Timed { nanoseconds, shown });
    }
}

fn count<S: Side>(index: usize, times: u64) {
    let mut side = S::start();
    let operations = operations::all();
    let operation = &operations[index];
    // Under callgrind everything takes long.
    let operands = Operands::prepare(&mut side, std::slice::from_ref(operation), 100);
    time(&mut side, &operands, operation, Pace::Exactly(times));
}

fn memory<S: Side>(index: usize) -> f64 {
    let mut side = S::start();
    assert!(side.run("memory.py", &KINDS[index].program()), "the program fails");
    let (fill, items) = (side.global("fill"), side.global("ITEMS"));
    let before = clock::private_bytes();
    side.call(&fill, [&items]);
    clock::private_bytes().saturating_sub(before) as f64 / COUNT as f64
}

fn run<S: Side>(file: &str, report: &str) {
    let text = std::fs::read_to_string(file).expect("the driver names a file that exists");
    let mut side = S::start();
    let start = clock::thread_time();
    let ended = side.run(file, &text);
    let seconds = (clock::thread_time() - start).as_secs_f64();
    if !ended {
        std::process::exit(1);
    }
    let ran = Ran { seconds, peak_bytes: clock::peak_bytes() };
    let ran = serde_json::to_string(&ran).expect("plain data");
    std::fs::write(report, ran).expect("the driver names a file that can be written");
}

fn cold<S: Side>() {
    let mut side = S::start();
    let one = side.int(1);
    let two = side.binary(crate::side::Operator::Add, &one, &one);
    let shown = side.repr(&two);
    assert_eq!(side.text(&shown), "2");
    tell(&(clock::process_time().as_secs_f64() * 1e3));
    // Taking the interpreter apart is not part of a start.
    std::process::exit(0);
}
