//! `ticks`: how many nanoseconds of processor time a tick stands for, in operations that take long.
//!
//! A limit on ticks bounds the time of a program only if no operation does much work for a tick.

use bench_work::answer::Metered;

use crate::options::Options;
use crate::sides::{self, Kind};

/// What a tick may stand for at most, on average over an operation.
const GOAL: f64 = 2_000.0;

pub(crate) fn measure(options: &Options) -> Result<(), String> {
    let sides = sides::build(&[Kind::Ours], None)?;
    let side = sides.first().ok_or("objmodel does not build")?;
    let rounds = options.rounds(3).to_string();
    let mut all = side.ask::<Vec<Metered>>(&["ticks", &rounds, options.text()])?;
    all.sort_by(|a, b| per_tick(b).total_cmp(&per_tick(a)));
    println!("{:>10}  {:>12}  {:>10}  operation", "ns/tick", "ticks", "ms");
    for metered in &all {
        let Metered { name, nanoseconds, ticks } = metered;
        println!("{:>10.0}  {ticks:>12}  {:>10.2}  {name}", per_tick(metered), nanoseconds / 1e6);
    }
    let Some(worst) = all.first() else { return Err("no operation of that name".to_owned()) };
    let over = all.iter().filter(|metered| per_tick(metered) > GOAL).count();
    println!(
        "{} operations; the worst takes {:.0} ns per tick: {}; {over} above the goal of {GOAL:.0}",
        all.len(),
        per_tick(worst),
        worst.name
    );
    Ok(())
}

fn per_tick(metered: &Metered) -> f64 {
    metered.nanoseconds / metered.ticks.max(1) as f64
}
