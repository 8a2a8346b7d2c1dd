//! Trial deletion: which objects of a set nobody outside the set can reach.

use crate::core::{self, Core};
use crate::death;
use crate::header::{Obj, ROOT, SUSPECT};
use crate::line::Line;
use crate::visitor::{Mode, Visitor};

/// The running collection's state. All that a collection does to headers ends with it, also
/// when a payload's code panics.
pub(crate) struct Analysis<'a> {
    pub(crate) core: &'a Core,
    /// Objects that nobody outside reaches; they carry the suspect flag, and their slots stay
    /// when they die.
    pub(crate) members: Vec<Obj>,
    /// The work bitmaps are in use.
    marked: bool,
}

/// Keeps objects from being freed while a payload's `trace` runs.
pub(crate) struct Hold<'a> {
    core: &'a Core,
    before: bool,
}

impl<'a> Hold<'a> {
    pub(crate) fn new(core: &'a Core) -> Hold<'a> {
        Hold { core, before: core.busy.set_holding(true) }
    }
}

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        self.core.busy.set_holding(self.before);
        death::empty_trash(self.core);
    }
}

fn suspect(object: Obj) {
    let count = object.count();
    object.set_trial(if object.is_immortal() { ROOT } else { count.unsigned_abs() });
    object.set(SUSPECT);
}

fn work(line: &Line) -> u64 {
    line.work.get()
}

/// Follows what `found` refers to until no suspect is left that it reaches.
fn spread(found: &mut Vec<Obj>, leaves: bool) {
    while let Some(object) = found.pop() {
        core::trace(object, &mut Visitor { mode: Mode::Reach(found), leaves });
    }
}

impl<'a> Analysis<'a> {
    /// Examines the objects that `select` picks from each line; returns also how many there are.
    pub(crate) fn of(
        core: &'a Core,
        leaves: bool,
        select: impl Fn(&Line) -> u64,
    ) -> (Analysis<'a>, usize) {
        let mut analysis = Analysis { core, members: Vec::new(), marked: true };
        let store = &core.store;
        let mut total = 0;
        store.lines(|line, _| line.work.set(select(line) & line.used.get()));
        let hold = Hold::new(core);
        store.each(work, |object| {
            if object.count() != 0 {
                suspect(object);
                total += 1;
            }
        });
        let suspects = |act: &mut dyn FnMut(Obj)| {
            store.each(work, |object| {
                if object.has(SUSPECT) {
                    act(object);
                }
            });
        };
        suspects(&mut |object| core::trace(object, &mut Visitor { mode: Mode::Subtract, leaves }));
        let mut found = Vec::new();
        suspects(&mut |object| {
            if object.trial() != 0 {
                object.unset(SUSPECT);
                found.push(object);
                spread(&mut found, leaves);
            }
        });
        let mut members = Vec::new();
        suspects(&mut |object| members.push(object));
        analysis.members = members;
        store.lines(|line, _| line.work.set(0));
        analysis.marked = false;
        drop(hold);
        (analysis, total)
    }

    /// Examines the members again, after code of the program ran.
    pub(crate) fn again(&mut self) {
        self.release_dead();
        let hold = Hold::new(self.core);
        let leaves = false;
        for object in &self.members {
            suspect(*object);
        }
        for object in &self.members {
            core::trace(*object, &mut Visitor { mode: Mode::Subtract, leaves });
        }
        let mut found = Vec::new();
        for object in &self.members {
            if object.has(SUSPECT) && object.trial() != 0 {
                object.unset(SUSPECT);
                found.push(*object);
                spread(&mut found, leaves);
            }
        }
        self.members.retain(|object| object.has(SUSPECT));
        drop(hold);
    }

    /// Gives back the slots of members that died by their counts.
    pub(crate) fn release_dead(&mut self) {
        let core = self.core;
        // An object in the trash has a count of zero too, but it is not destroyed yet.
        let trash: Vec<Obj> = core.trash.borrow().clone();
        self.members.retain(|object| {
            if object.count() != 0 {
                return true;
            }
            object.unset(SUSPECT);
            if !trash.contains(object) {
                death::release(core, *object);
            }
            false
        });
    }
}

impl Drop for Analysis<'_> {
    fn drop(&mut self) {
        if self.marked {
            let store = &self.core.store;
            store.each(work, |object| object.unset(SUSPECT));
            store.lines(|line, _| line.work.set(0));
        }
        self.release_dead();
        for object in &self.members {
            object.unset(SUSPECT);
        }
    }
}
