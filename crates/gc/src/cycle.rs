//! A full collection in slices: what it keeps between them, and what it does in one without running code of the
//! program.
//!
//! It looks for suspects sloppily, while the program changes the graph between slices; only batches of
//! suspects, each examined in one go by a trial deletion, are taken apart. `docs/design/heap.md` has the reasons.

use std::time::Duration;

use crate::core::{self, Core};
use crate::dealloc;
use crate::header::{Obj, SUSPECT};
use crate::line::Line;
use crate::payload::Role;
use crate::store::Cursor;
use crate::trial_deletion::Hold;
use crate::visitor::{ENLISTED, Mode, Reached, Ring, Visitor, enlist};
use crate::weak;

/// The trial count of a suspect that died while it was in a batch, which keeps its slot.
const DEAD: u32 = ENLISTED + 1;
/// Batches are filled up with whole closures until they have so many members.
const BATCH: usize = 1000;
/// Units of work between two looks at the clock.
const STRIDE: usize = 128;

/// What a slice may use.
pub(crate) struct Budget<'a> {
    clock: &'a dyn Fn() -> Option<Duration>,
    until: Option<Duration>,
    left: usize,
}

impl<'a> Budget<'a> {
    /// So many units of work: an object, or a reference, each.
    pub(crate) fn of_units(units: usize) -> Budget<'a> {
        Budget { clock: &|| None, until: None, left: units }
    }

    /// Until the clock shows `until`.
    pub(crate) fn of_time(clock: &'a dyn Fn() -> Option<Duration>, until: Duration) -> Budget<'a> {
        Budget { clock, until: Some(until), left: STRIDE }
    }

    /// Uses up so many units, and says whether the slice may go on.
    #[inline]
    pub(crate) fn spend(&mut self, units: usize) -> bool {
        if self.left > units {
            self.left -= units;
            return true;
        }
        self.look()
    }

    #[cold]
    fn look(&mut self) -> bool {
        let goes_on = self.until.is_some_and(|until| (self.clock)().is_some_and(|now| now < until));
        self.left = if goes_on { STRIDE } else { 0 };
        goes_on
    }
}

/// What is done with all old objects, in this order.
enum Phase {
    /// Takes their counts as trial counts.
    Count,
    /// Takes the edges between them off the trial counts.
    Subtract,
    /// Follows what is left of the counts: what is not reached is suspect.
    Mark,
    /// Puts suspects into batches: an edge between two leads to its own batch or to an earlier one.
    Batch,
    /// All suspects are in batches.
    Examine,
}

/// The state of a full collection between two slices.
pub(crate) struct Cycle {
    phase: Phase,
    cursor: Cursor,
    /// Small objects that were reached and not followed. They may be gone by the time when they are looked at.
    reached: Vec<Obj>,
    /// Large objects were reached that their list is to be searched for.
    large: bool,
    /// The last one is still growing.
    batches: Vec<Vec<Obj>>,
    /// So many members of the last batch were followed.
    followed: usize,
    /// Objects counted.
    pub(crate) total: usize,
    /// Objects found dead so far.
    pub(crate) collected: usize,
}

fn old(line: &Line) -> u64 {
    line.generations[2].get()
}

/// Whether the slot of an object that is destroyed stays, since a batch has its address.
pub(crate) fn keeps_slot(core: &Core, object: Obj) -> bool {
    let keeps = core.batching.get() && object.has(SUSPECT) && object.trial() == ENLISTED;
    if keeps {
        object.set_trial(DEAD);
    }
    keeps
}

impl Cycle {
    /// Puts all tracked objects into the oldest generation, and begins.
    pub(crate) fn begin(core: &Core) -> Cycle {
        let _enumeration = core.store.enumerate();
        let promote = |line: &Line| {
            let [young, middle, old] = &line.generations;
            old.set(old.get() | young.replace(0) | middle.replace(0));
        };
        core.store.lines_in_pages(|ages| ages.take() != 0, |line, _| promote(line));
        core.store.large_lines(|line, _| promote(line));
        core.store.keep_chunks(true);
        Cycle {
            phase: Phase::Count,
            cursor: Cursor::default(),
            reached: Vec::new(),
            large: false,
            batches: Vec::new(),
            followed: 0,
            total: 0,
            collected: 0,
        }
    }

    /// Whether all suspects are in batches.
    pub(crate) fn is_searched(&self) -> bool {
        matches!(self.phase, Phase::Examine)
    }

    /// Goes on looking for suspects; true if all are in batches.
    pub(crate) fn search(&mut self, core: &Core, budget: &mut Budget<'_>) -> bool {
        loop {
            let _enumeration = core.store.enumerate();
            let (done, next) = match self.phase {
                Phase::Count => (self.count(core, budget), Phase::Subtract),
                Phase::Subtract => (self.subtract(core, budget), Phase::Mark),
                Phase::Mark => (self.mark(core, budget), Phase::Batch),
                Phase::Batch => (self.batch(core, budget), Phase::Examine),
                Phase::Examine => return true,
            };
            if !done {
                return false;
            }
            core.batching.set(matches!(next, Phase::Batch | Phase::Examine));
            self.phase = next;
            self.cursor = Cursor::default();
        }
    }

    fn count(&mut self, core: &Core, budget: &mut Budget<'_>) -> bool {
        let total = &mut self.total;
        core.store.walk(&mut self.cursor, old, |object| {
            if object.count() != 0 {
                object.begin_trial(SUSPECT);
                *total += 1;
            }
            budget.spend(1)
        })
    }

    fn subtract(&mut self, core: &Core, budget: &mut Budget<'_>) -> bool {
        let _hold = Hold::new(core);
        let mut ring = Ring::new(SUSPECT);
        let done = core.store.walk(&mut self.cursor, old, |object| {
            if object.has(SUSPECT) && object.count() != 0 {
                let mode = Mode::Subtract(&mut ring);
                core::trace(object, &mut Visitor { mode, leaves: false });
            }
            budget.spend(1 + std::mem::take(&mut ring.seen))
        });
        ring.finish();
        done
    }

    fn mark(&mut self, core: &Core, budget: &mut Budget<'_>) -> bool {
        let _hold = Hold::new(core);
        let mut reached = Reached::suspects();
        let done = self.mark_with(core, &mut reached, budget);
        reached.hurry();
        self.reached.append(&mut reached.found);
        self.large |= reached.large;
        done && self.reached.is_empty() && !self.large
    }

    /// True if nothing is left but what `reached` has.
    fn mark_with(&mut self, core: &Core, reached: &mut Reached, budget: &mut Budget<'_>) -> bool {
        loop {
            while let Some(object) = self.reached.pop() {
                let there = core.store.is_old(object) && object.count() != 0;
                if there && !follow(object, reached, budget) {
                    return false;
                }
            }
            let root = |object: Obj| {
                if !object.has(SUSPECT) || object.trial() == 0 || object.count() == 0 {
                    return budget.spend(1);
                }
                object.unset(SUSPECT);
                follow(object, reached, budget)
            };
            if !core.store.walk(&mut self.cursor, old, root) {
                return false;
            }
            reached.hurry();
            self.reached.append(&mut reached.found);
            if self.reached.is_empty() {
                if !std::mem::take(&mut reached.large) && !std::mem::take(&mut self.large) {
                    return true;
                }
                self.cursor.search_large_again();
            }
        }
    }

    fn batch(&mut self, core: &Core, budget: &mut Budget<'_>) -> bool {
        let Cycle { cursor, batches, followed, .. } = self;
        if batches.is_empty() {
            batches.push(Vec::new());
        }
        loop {
            if !follow_batch(core, batches, followed, budget) {
                return false;
            }
            let mut found = false;
            let done = core.store.walk(cursor, old, |object| {
                let has_turn = object.has(SUSPECT) && object.trial() == 0 && object.count() != 0;
                if has_turn && let Some(batch) = batches.last_mut() {
                    enlist(batch, object);
                    found = true;
                }
                // What was found is followed first.
                budget.spend(1) && !found
            });
            if !found {
                return done;
            }
        }
    }

    /// The next batch to be examined, without those that died: nobody keeps an address of the others then.
    /// None if there is none left.
    pub(crate) fn next_batch(&mut self, core: &Core) -> Option<Vec<Obj>> {
        let mut batch = self.batches.pop()?;
        batch.retain(|object| {
            object.unset(SUSPECT);
            if object.trial() == DEAD {
                dealloc::release(core, *object);
                return false;
            }
            // One with a count of zero waits to be destroyed.
            object.count() != 0
        });
        Some(batch)
    }

    /// The end of the collection: whatever it has not examined yet stays as it is.
    pub(crate) fn end(self, core: &Core) {
        if !self.is_searched() || !self.batches.is_empty() {
            let batching = core.batching.get();
            core.store.each(old, |object| {
                if object.has(SUSPECT) {
                    object.unset(SUSPECT);
                    if batching && object.count() == 0 && object.trial() == DEAD {
                        dealloc::release(core, object);
                    }
                }
            });
        }
        core.batching.set(false);
        core.store.keep_chunks(false);
    }
}

/// Shows what a reached object refers to, and so on, as far as the budget goes.
fn follow(object: Obj, reached: &mut Reached, budget: &mut Budget<'_>) -> bool {
    let mut next = Some(object);
    while let Some(object) = next {
        core::trace(object, &mut Visitor { mode: Mode::Reach(reached), leaves: false });
        if !budget.spend(1 + std::mem::take(&mut reached.ring.seen)) {
            return false;
        }
        next = reached.found.pop();
    }
    true
}

/// Puts what the members of the last batch refer to behind them, as far as the budget goes.
fn follow_batch(
    core: &Core,
    batches: &mut Vec<Vec<Obj>>,
    followed: &mut usize,
    budget: &mut Budget<'_>,
) -> bool {
    let Some(batch) = batches.last_mut() else { return true };
    while let Some(object) = batch.get(*followed).copied() {
        *followed += 1;
        if object.count() == 0 {
            continue;
        }
        let before = batch.len();
        // A callback is not called if its weak reference is dead too, which is to be seen first.
        if object.type_info().vtable.role == Role::WeakRef {
            let node = weak::node(object);
            if let Some(target) = node.target.get().filter(|_| node.has_callback.get()) {
                enlist(batch, target);
            }
        }
        let hold = Hold::new(core);
        core::trace(object, &mut Visitor { mode: Mode::Batch(batch), leaves: false });
        drop(hold);
        if !budget.spend(1 + batch.len() - before) {
            return false;
        }
    }
    if batch.len() >= BATCH {
        batches.push(Vec::new());
        *followed = 0;
    }
    true
}

/// Ends the cycle that is under way, if one is, and says how many objects it found dead.
pub(crate) fn abandon(core: &Core) -> Option<usize> {
    let cycle = core.cycle.borrow_mut().take()?;
    let collected = cycle.collected;
    cycle.end(core);
    core.policy.cycle_ended();
    Some(collected)
}
