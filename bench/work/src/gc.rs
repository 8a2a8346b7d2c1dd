//! Workloads of the heap: objects with two references and a number, made by native code.

use std::time::Instant;

use crate::answer::Measured;
use crate::clock::{peak_bytes, thread_time};
use crate::side::Side;

/// A side's native class of nodes, and its collector.
pub trait Nodes: Side {
    /// A node that refers to up to two others.
    fn node(&mut self, first: Option<&Self::Object>, second: Option<&Self::Object>)
    -> Self::Object;
    /// Replaces the first reference.
    fn set_first(&mut self, node: &Self::Object, first: Option<&Self::Object>);
    /// The number that a node carries.
    fn number(&mut self, node: &Self::Object) -> u64;
    /// Whether collections run by themselves.
    fn set_automatic(&mut self, on: bool);
    /// A full collection: the number of objects that were found dead.
    fn collect(&mut self) -> usize;
    /// Where a collection that is due may run.
    fn safepoint(&mut self);
}

/// The workloads; each runs in a process of its own.
pub const WORKLOADS: &[&str] = &[
    "one at a time",
    "batch",
    "pairs",
    "ring",
    "tree",
    "chain",
    "live",
    "random",
    "automatic",
    "churn",
    "pauses",
    "component",
    "rings",
];

const MILLION: usize = 1_000_000;

/// Runs a workload.
pub fn run<S: Nodes>(side: &mut S, workload: &str) -> Vec<Measured> {
    side.set_automatic(false);
    let mut report = Report(Vec::new());
    match workload {
        "one at a time" => one_at_a_time(side, &mut report),
        "batch" => batch(side, &mut report),
        "pairs" => pairs(side, &mut report),
        "ring" => ring(side, &mut report),
        "tree" => tree(side, &mut report),
        "chain" => chain(side, &mut report),
        "live" => live(side, &mut report),
        "random" => random(side, &mut report),
        "automatic" => automatic(side, &mut report),
        "churn" => churn(side, &mut report),
        "pauses" => pauses(side, &mut report),
        "component" => component(side, &mut report),
        "rings" => rings(side, &mut report),
        _ => panic!("no workload {workload}"),
    }
    report.0
}

struct Report(Vec<Measured>);

impl Report {
    /// Nanoseconds per object of something.
    fn time<R>(&mut self, name: &str, objects: usize, work: impl FnOnce() -> R) -> R {
        let start = thread_time();
        let result = work();
        let nanoseconds = (thread_time() - start).as_nanos() as f64;
        self.0.push(Measured { name: name.to_owned(), value: nanoseconds / objects as f64 });
        result
    }

    fn value(&mut self, name: &str, value: f64) {
        self.0.push(Measured { name: name.to_owned(), value });
    }
}

/// Pseudo-random numbers below `n`, the same on every side.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

fn one_at_a_time<S: Nodes>(side: &mut S, report: &mut Report) {
    report.time("make and drop a node, ns", 3 * MILLION, || {
        for _ in 0..3 * MILLION {
            drop(side.node(None, None));
        }
    });
    let node = side.node(None, None);
    assert_eq!(side.number(&node), 1);
    report.time("clone and drop a handle, ns", 10 * MILLION, || {
        for _ in 0..10 * MILLION {
            drop(std::hint::black_box(std::hint::black_box(&node).clone()));
        }
    });
}

fn batch<S: Nodes>(side: &mut S, report: &mut Report) {
    let mut nodes = Vec::with_capacity(MILLION);
    report.time("make 1e6 nodes, ns each", MILLION, || {
        nodes.extend((0..MILLION).map(|_| side.node(None, None)));
    });
    report.time("drop 1e6 nodes, ns each", MILLION, || nodes.clear());
}

fn make_pair<S: Nodes>(side: &mut S) -> S::Object {
    let one = side.node(None, None);
    let two = side.node(Some(&one), None);
    side.set_first(&one, Some(&two));
    one
}

fn pairs<S: Nodes>(side: &mut S, report: &mut Report) {
    report.time("make 1e6 cyclic pairs, ns per node", 2 * MILLION, || {
        for _ in 0..MILLION {
            drop(make_pair(side));
        }
    });
    let dead = report.time("collect 1e6 dead pairs, ns per node", 2 * MILLION, || side.collect());
    assert!(dead >= 2 * MILLION, "only {dead} were found dead");
}

fn ring<S: Nodes>(side: &mut S, report: &mut Report) {
    let first = side.node(None, None);
    let mut last = first.clone();
    for _ in 1..MILLION {
        last = side.node(Some(&last), None);
    }
    side.set_first(&first, Some(&last));
    drop((first, last));
    let dead = report.time("collect a dead ring of 1e6, ns per node", MILLION, || side.collect());
    assert!(dead >= MILLION, "only {dead} were found dead");
}

fn make_tree<S: Nodes>(side: &mut S, depth: u32) -> S::Object {
    if depth == 0 {
        return side.node(None, None);
    }
    let (left, right) = (make_tree(side, depth - 1), make_tree(side, depth - 1));
    side.node(Some(&left), Some(&right))
}

fn tree<S: Nodes>(side: &mut S, report: &mut Report) {
    let nodes = (2 << 20) - 1;
    let root = report.time("make a tree of 2e6, ns per node", nodes, || make_tree(side, 20));
    report.time("drop a tree of 2e6, ns per node", nodes, || drop(root));
}

fn chain<S: Nodes>(side: &mut S, report: &mut Report) {
    let mut last = side.node(None, None);
    for _ in 1..MILLION {
        last = side.node(Some(&last), None);
    }
    report.time("drop a chain of 1e6, ns per node", MILLION, || drop(last));
}

/// Trees of 5e6 nodes altogether, linked in the order in which they were made.
fn make_live<S: Nodes>(side: &mut S) -> Vec<S::Object> {
    (0..10).map(|_| make_tree(side, 18)).collect()
}

/// The nodes of [`make_live`].
const LIVE: usize = 10 * ((2 << 18) - 1);

fn live<S: Nodes>(side: &mut S, report: &mut Report) {
    let trees = make_live(side);
    let name = "first full collection, 5e6 live, ns per node";
    let dead = report.time(name, LIVE, || side.collect());
    assert!(dead < 10_000, "{dead} were found dead");
    report.time("next full collection, 5e6 live, ns per node", LIVE, || side.collect());
    drop(trees);
}

fn random<S: Nodes>(side: &mut S, report: &mut Report) {
    let mut random = Random(88172645463325252);
    let mut nodes: Vec<S::Object> = Vec::with_capacity(2 * MILLION);
    for _ in 0..2 * MILLION {
        let target = (!nodes.is_empty()).then(|| random.below(nodes.len()));
        let node = side.node(None, target.map(|target| &nodes[target]));
        nodes.push(node);
    }
    for index in 0..nodes.len() {
        let target = random.below(nodes.len());
        side.set_first(&nodes[index], Some(&nodes[target]));
    }
    side.collect();
    let name = "full collection, random graph of 2e6, ns per node";
    report.time(name, 2 * MILLION, || side.collect());
    nodes.clear();
    let dead =
        report.time("collect a dead random graph, ns per node", 2 * MILLION, || side.collect());
    assert!(dead > MILLION, "only {dead} were found dead");
}

fn automatic<S: Nodes>(side: &mut S, report: &mut Report) {
    side.set_automatic(true);
    report.time("1e6 cyclic pairs, collected automatically, ns per node", 2 * MILLION, || {
        for _ in 0..MILLION {
            drop(make_pair(side));
            side.safepoint();
        }
    });
}

/// Operations of the workload `churn`.
const CHURN: usize = 4 * MILLION;

/// A large old heap that changes.
struct Churn<T> {
    trees: Vec<T>,
    places: Vec<T>,
    random: Random,
}

impl<T: Clone> Churn<T> {
    fn new<S: Nodes<Object = T>>(side: &mut S) -> Churn<T> {
        let trees = make_live(side);
        let places: Vec<T> = (0..100_000).map(|_| side.node(None, None)).collect();
        side.set_automatic(true);
        side.safepoint();
        Churn { trees, places, random: Random(88172645463325252) }
    }

    /// Puts a cyclic pair into a random old place, which makes garbage of the one that was there, and makes three
    /// temporaries.
    fn operation<S: Nodes<Object = T>>(&mut self, side: &mut S) {
        let pair = make_pair(side);
        side.set_first(&self.places[self.random.below(self.places.len())], Some(&pair));
        for _ in 0..3 {
            drop(side.node(Some(&pair), None));
        }
        side.safepoint();
    }
}

fn churn<S: Nodes>(side: &mut S, report: &mut Report) {
    let mut heap = Churn::new(side);
    let mut longest = 0.0f64;
    let start = thread_time();
    for _ in 0..CHURN {
        let operation = Instant::now();
        heap.operation(side);
        longest = longest.max(operation.elapsed().as_secs_f64());
    }
    let total = (thread_time() - start).as_secs_f64();
    report.value("churn over 5e6 live: total, s", total);
    report.value("churn over 5e6 live: longest operation, ms", longest * 1e3);
    report.value("churn over 5e6 live: peak memory, MB", peak_bytes() as f64 / 1e6);
    drop((heap.trees, heap.places));
}

/// What the names of the values have in front that are no rows, but numbers of pauses by length.
pub const HISTOGRAM: &str = "pauses of so many microseconds and up to twice as many: ";
/// Operations that take longer count as pauses, in microseconds.
const PAUSE: f64 = 16.0;

/// The same operations, each with its processor time.
fn pauses<S: Nodes>(side: &mut S, report: &mut Report) {
    let mut heap = Churn::new(side);
    let mut pauses = Vec::new();
    let mut before = thread_time();
    for _ in 0..CHURN {
        heap.operation(side);
        let now = thread_time();
        let microseconds = (now - before).as_secs_f64() * 1e6;
        if microseconds >= PAUSE {
            pauses.push(microseconds);
        }
        before = now;
    }
    pauses.sort_by(f64::total_cmp);
    let of = |share: f64| pauses.get((pauses.len() as f64 * share) as usize).or(pauses.last());
    for (name, share) in [("99 %", 0.99), ("99.9 %", 0.999), ("all", 1.0)] {
        let name = format!("pauses over 5e6 live: {name} are shorter than, ms");
        report.value(&name, of(share).copied().unwrap_or(PAUSE) / 1e3);
    }
    for power in 4.. {
        let (least, most) = (f64::from(power).exp2(), f64::from(power + 1).exp2());
        let count = pauses.iter().filter(|pause| (least..most).contains(*pause)).count();
        report.value(&format!("{HISTOGRAM}{least}"), count as f64);
        if pauses.last().is_none_or(|longest| *longest < most) {
            break;
        }
    }
    drop((heap.trees, heap.places));
}

/// The longest of operations that make garbage, in processor time, until half a million are done.
fn longest_while_busy<S: Nodes>(side: &mut S) -> f64 {
    let mut kept = Vec::new();
    let mut longest = 0.0f64;
    let mut before = thread_time();
    for _ in 0..MILLION / 2 {
        kept.push(make_pair(side));
        side.safepoint();
        let now = thread_time();
        longest = longest.max((now - before).as_secs_f64());
        before = now;
    }
    longest
}

/// A large dead component: it is found dead as a whole.
fn component<S: Nodes>(side: &mut S, report: &mut Report) {
    let first = side.node(None, None);
    let mut last = first.clone();
    for _ in 1..MILLION {
        last = side.node(Some(&last), None);
    }
    side.set_first(&first, Some(&last));
    side.collect();
    drop((first, last));
    side.set_automatic(true);
    let longest = longest_while_busy(side);
    report.value("pauses, a ring of 1e6 dies: the longest, ms", longest * 1e3);
}

/// Many dead components of middling size: rings of a thousand.
fn rings<S: Nodes>(side: &mut S, report: &mut Report) {
    let mut firsts = Vec::new();
    for _ in 0..1000 {
        let first = side.node(None, None);
        let mut last = first.clone();
        for _ in 1..1000 {
            last = side.node(Some(&last), None);
        }
        side.set_first(&first, Some(&last));
        firsts.push(first);
    }
    side.collect();
    firsts.clear();
    side.set_automatic(true);
    let longest = longest_while_busy(side);
    report.value("pauses, 1000 rings of 1000 die: the longest, ms", longest * 1e3);
}
