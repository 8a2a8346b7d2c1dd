//! Shows a rule engine under load: 10,000 rules of users, good and bad, on a runtime per worker
//! thread; each under a budget of its own, errors as data, and a run that another thread cancels.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, Write};
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::time::Duration;

use objmodel::prelude::*;

/// A rule as a user writes it: `rule order.total discount 100`.
#[derive(Clone, Debug)]
enum Rule {
    /// Adds a discount if an attribute is beyond a bound.
    Discount { attribute: &'static str, above: i64, percent: i64 },
    /// Never ends.
    Endless,
    /// Wants all memory there is.
    Greedy,
    /// Is nested beyond sense.
    Deep,
}

/// What a rule came to. Errors are data: text that no runtime is needed for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Total(i64),
    Halted(String),
    Failed(String),
}

/// What rules are about.
#[pyclass(module = "shop", get_all, set_all)]
struct Order {
    total: i64,
    items: i64,
}

const BUDGET: Limits =
    Limits { bytes: Some(4 << 20), ticks: Some(20_000), depth: Some(100), deadline: None };

/// A worker's world: the runtime, and what every rule uses.
struct Engine {
    rt: Runtime,
    sum: Value,
    range: Value,
}

impl Engine {
    fn new() -> Result<Engine> {
        let mut rt = Runtime::builder().max_bytes(64 << 20).build();
        objmodel_builtins::install(&mut rt)?;
        let find = |rt: &mut Runtime, name| rt.builtin(name).ok_or_else(|| rt.name_error(name));
        let (sum, range) = (find(&mut rt, "sum")?, find(&mut rt, "range")?);
        Ok(Engine { rt, sum, range })
    }

    /// Runs one rule over one order within the budget.
    fn run(&mut self, rule: &Rule, total: i64) -> Outcome {
        let Engine { rt, sum, range } = self;
        let answer = rt.with_limits(BUDGET, |rt| -> Result<i64> {
            let order = Py::new(rt, Order { total, items: 3 })?;
            match rule {
                Rule::Discount { attribute, above, percent } => {
                    let found = rt.getattr(&order, *attribute)?;
                    if rt.compare(CompareOp::Gt, &found, *above)?.bind(rt).is_truthy()? {
                        let less = rt.mul(&found, 100 - percent)?;
                        let less = rt.floordiv(&less, 100)?;
                        rt.setattr(&order, "total", less)?;
                    }
                }
                Rule::Endless => {
                    let numbers = rt.call(&*range, (i64::MAX,))?;
                    rt.call(&*sum, (numbers,))?;
                }
                Rule::Greedy => drop(rt.mul("x", i64::MAX / 2)?),
                Rule::Deep => {
                    let mut nested = rt.list(Vec::new())?;
                    for _ in 0..20_000 {
                        nested = rt.list(vec![nested.into_value()])?;
                    }
                    rt.repr(&nested)?;
                }
            }
            Ok(order.read(rt).total)
        });
        match answer.detach(rt) {
            Ok(total) => Outcome::Total(total),
            Err(error) => match error.halt() {
                Some(halt) => Outcome::Halted(halt.to_string()),
                None => Outcome::Failed(error.to_string()),
            },
        }
    }
}

/// The rule of this number.
fn rule(number: u64) -> Rule {
    let (attribute, above) = if number.is_multiple_of(3) { ("items", 5) } else { ("total", 100) };
    match number % 10 {
        6 => Rule::Endless,
        7 => Rule::Greedy,
        8 => Rule::Deep,
        9 => Rule::Discount { attribute: "totall", above, percent: 1 },
        percent => Rule::Discount { attribute, above, percent: percent as i64 * 10 },
    }
}

/// Runs all rules on some workers and counts the outcomes.
fn run_all(workers: u64, rules: u64) -> Result<BTreeMap<Outcome, u64>, Box<dyn Error>> {
    let (sender, outcomes) = mpsc::channel();
    std::thread::scope(|scope| {
        for worker in 0..workers {
            let sender = sender.clone();
            // A runtime is not `Send`: each thread makes its own, and only plain data goes between.
            scope.spawn(move || {
                let mut engine = match Engine::new() {
                    Ok(engine) => engine,
                    Err(raise) => {
                        return sender.send(Outcome::Failed(raise.to_string())).unwrap_or(());
                    }
                };
                for number in (worker..rules).step_by(workers as usize) {
                    let outcome = engine.run(&rule(number), 200);
                    sender.send(outcome).unwrap_or(());
                }
            });
        }
        drop(sender);
        let mut counts = BTreeMap::new();
        for outcome in outcomes {
            *counts.entry(outcome).or_insert(0) += 1;
        }
        Ok(counts)
    })
}

/// Starts what never ends, and ends it from another thread.
fn cancelled() -> Result<String, Box<dyn Error>> {
    let Engine { mut rt, sum, range } = Engine::new()?;
    let flag = rt.cancel_flag();
    let canceller = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(20));
        flag.store(true, Ordering::Relaxed);
    });
    let numbers = rt.call(&range, (i64::MAX,))?;
    let outcome = rt.with_limits(Limits::default(), |rt| rt.call(&sum, (&numbers,)));
    let error = outcome.detach(&mut rt).expect_err("it was cancelled");
    canceller.join().map_err(|_| "the other thread panicked")?;
    // The next evaluation begins with a clean flag.
    let small = rt.call(&range, (5,))?;
    let next = rt.with_limits(Limits::default(), |rt| rt.call(&sum, (&small,)))?;
    Ok(format!("{error}; then {}", rt.repr_text(&next)?))
}

/// Runs the rules and writes the outcomes.
pub fn run(out: &mut dyn Write, rules: u64) -> Result<(), Box<dyn Error>> {
    for (outcome, count) in run_all(2, rules)? {
        writeln!(out, "{count:5} {outcome:?}")?;
    }
    writeln!(out, "{}", cancelled()?)?;
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock(), 10_000)
}
