//! Full collections in slices: when a slice begins and ends, and what runs code of the program in one.

use std::time::Duration;

use crate::collect::{self, CollectionInfo, Running};
use crate::core::Core;
use crate::cycle::{Budget, Cycle};
use crate::host::Host;
use crate::pending::drain;
use crate::policy::Zeal;
use crate::trial_deletion::TrialDeletion;

/// How much a slice does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// By the host's clock; by count if it has none.
    Time(Duration),
    /// So many units of work, each an object or a reference.
    Units(u32),
}

/// What an automatic slice may take.
const AUTOMATIC: Pace = Pace::Time(Duration::from_micros(250));
/// What is done in place of that where there is no clock.
const UNITS: usize = 8000;

/// The slice that is due.
#[cold]
#[inline(never)]
pub(crate) fn next<H: Host>(host: &mut H) {
    let pace = match host.as_mut().state().policy.zeal.get() {
        Zeal::Slices(units) => Pace::Units(units),
        _ => AUTOMATIC,
    };
    collect_slice(host, pace);
}

/// Does a part of a full collection, and begins one if none is under way; true if it is done with that. During a
/// collection it does nothing.
///
/// What was garbage at the beginning is found, unless code of the program gets hold of it. A slice takes longer
/// than it may where one object has many references, where many dead objects refer to one another, and
/// where finalizers run. [`collect`](crate::collect) ends the collection that is under way and does all at once.
pub fn collect_slice<H: Host>(host: &mut H, pace: Pace) -> bool {
    let core = host.as_mut().state();
    let busy = core.dealloc_state.depth() > 0 || core.dealloc_state.is_holding();
    if core.collecting.get() || busy {
        return false;
    }
    drain(host);
    let running = Running::begin(host);
    let core: &Core = &running;
    let found = core.cycle.borrow_mut().take();
    let cycle = match found {
        Some(cycle) => cycle,
        None => begin(host, core),
    };
    let mut slice = Slice { core, cycle: Some(cycle) };
    let until = match pace {
        Pace::Time(time) => host.clock().map(|now| now + time),
        Pace::Units(_) => None,
    };
    // What is freed here was not young: it does not put the next young collection off.
    let young = core.policy.counts()[0];
    let done = slice.work(host, pace, until);
    core.policy.set_young(young.max(core.policy.counts()[0]));
    if done && let Some(cycle) = slice.cycle.take() {
        end(host, core, cycle);
    }
    drop(slice);
    core.policy.plan_slice();
    drain(host);
    done
}

fn begin<H: Host>(host: &mut H, core: &Core) -> Cycle {
    host.collection_start(&CollectionInfo { generation: 2, collected: 0, uncollectable: 0 });
    core.policy.cycle_begins();
    core.policy.start(2);
    let used = core.meter.used();
    core.meter.set_due(used.saturating_add((used / 8).max(4 << 20)));
    Cycle::begin(core)
}

fn end<H: Host>(host: &mut H, core: &Core, cycle: Cycle) {
    let (collected, total) = (cycle.collected, cycle.total);
    cycle.end(core);
    collect::full_done(core, total.saturating_sub(collected));
    core.policy.cycle_ended();
    core.policy.record(2, collected, 0);
    host.collection_stop(&CollectionInfo { generation: 2, collected, uncollectable: 0 });
}

/// A slice at work: keeps what is left of the cycle for the next one, also when it panics.
struct Slice<'a> {
    core: &'a Core,
    cycle: Option<Cycle>,
}

impl Slice<'_> {
    /// True if the collection is done with.
    fn work<H: Host>(&mut self, host: &mut H, pace: Pace, until: Option<Duration>) -> bool {
        let core = self.core;
        let Some(cycle) = &mut self.cycle else { return true };
        let searched = {
            let clock = || host.clock();
            let mut budget = match (pace, until) {
                (Pace::Units(units), _) => Budget::of_units(units as usize),
                (_, Some(until)) => Budget::of_time(&clock, until),
                (_, None) => Budget::of_units(UNITS),
            };
            let searched = cycle.is_searched();
            cycle.search(core, &mut budget) && (searched || budget.spend(1))
        };
        if !searched {
            return false;
        }
        let mut left = if let Pace::Units(units) = pace { units as usize } else { UNITS };
        while let Some(batch) = cycle.next_batch(core) {
            left = left.saturating_sub(batch.len());
            let trial_deletion = TrialDeletion::of_batch(core, batch);
            cycle.collected += collect::take_apart(host, core, trial_deletion, |_| ());
            drain(host);
            if core.dealloc_state.is_closed() {
                return true;
            }
            let goes_on = match until {
                Some(until) => host.clock().is_some_and(|now| now < until),
                None => left > 0,
            };
            if !goes_on {
                return false;
            }
        }
        true
    }
}

impl Drop for Slice<'_> {
    fn drop(&mut self) {
        let Some(cycle) = self.cycle.take() else { return };
        if std::thread::panicking() || self.core.dealloc_state.is_closed() {
            cycle.end(self.core);
            self.core.policy.cycle_ended();
        } else {
            *self.core.cycle.borrow_mut() = Some(cycle);
        }
    }
}
