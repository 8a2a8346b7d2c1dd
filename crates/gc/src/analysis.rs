//! Trial deletion: which objects of a set nobody outside the set can reach.

use crate::bin::Bin;
use crate::core::{self, Core};
use crate::death;
use crate::header::{Obj, ROOT, SUSPECT, WEAK};
use crate::line::Line;
use crate::value::Value;
use crate::visitor::{Mode, Visitor};

/// The running collection's state. All that a collection does to headers ends with it, also
/// when a payload's code panics.
pub(crate) struct Analysis<'a> {
    core: &'a Core,
    /// How many objects there are that nobody outside reaches. These members carry the suspect
    /// flag, and a bit in the work bitmap of their line.
    pub(crate) count: usize,
    /// Some member has a finalizer, is a weak reference, or is the target of one.
    pub(crate) has_ceremony: bool,
    /// The members, as long as code of the program may run: their slots stay when they die.
    pub(crate) members: Vec<Obj>,
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
        let mut analysis = Analysis { core, count: 0, has_ceremony: false, members: Vec::new() };
        let store = &core.store;
        let mut total = 0;
        let hold = Hold::new(core);
        store.lines(|line, slots| {
            let mut bits = select(line) & line.used.get();
            line.work.set(bits);
            while bits != 0 {
                let object = slots.object(bits.trailing_zeros());
                if object.count() != 0 {
                    suspect(object);
                    total += 1;
                }
                bits &= bits - 1;
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
        store.lines(|line, slots| {
            let mut bits = line.work.get();
            let mut members = bits;
            while bits != 0 {
                let object = slots.object(bits.trailing_zeros());
                if object.has(SUSPECT) {
                    analysis.has_ceremony |= object.has(WEAK) || object.kind().ceremony.get();
                } else {
                    members &= !(bits & bits.wrapping_neg());
                }
                bits &= bits - 1;
            }
            line.work.set(members);
            analysis.count += members.count_ones() as usize;
        });
        drop(hold);
        (analysis, total)
    }

    /// Lists the members, before code of the program runs.
    pub(crate) fn list(&mut self) {
        self.members.reserve_exact(self.count);
        self.core.store.each(work, |object| self.members.push(object));
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
        self.count = self.members.len();
        drop(hold);
    }

    /// Gives back the slots of members that died by their counts.
    fn release_dead(&mut self) {
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

    /// Takes the members apart, one after the other as they lie in memory; what falls to a count
    /// of zero is freed on the way, but members not before their turn: so deaths do not nest, and
    /// memory is passed through once.
    pub(crate) fn clear(mut self) {
        self.release_dead();
        self.members = Vec::new();
        let core = self.core;
        core.clearing.set(true);
        let mut bin = Bin::default();
        core.store.each(work, |object| {
            if !object.has(SUSPECT) {
                return;
            }
            object.unset(SUSPECT);
            if object.count() == 0 {
                death::count_is_zero(object);
                return;
            }
            object.increment();
            let held = Value::owning(object);
            let table = object.kind().table;
            // SAFETY: [S4][S9] the collector has the host to itself, so nobody borrows the payload
            // or the fields, and `held` keeps the object.
            unsafe {
                (table.clear)(object.byte(table.payload), &mut bin);
                for field in &mut *core::fields(object) {
                    if let Some(value) = field.take() {
                        bin.put(value);
                    }
                }
            }
            bin.empty();
            drop(held);
        });
    }
}

impl Drop for Analysis<'_> {
    fn drop(&mut self) {
        self.release_dead();
        let clearing = self.core.clearing.take();
        let mut late = Vec::new();
        self.core.store.each(work, |object| {
            // Members whose turn did not come, since a payload's code panicked.
            if object.has(SUSPECT) {
                object.unset(SUSPECT);
                if clearing && object.count() == 0 {
                    late.push(object);
                }
            }
        });
        self.core.store.lines(|line, _| line.work.set(0));
        late.into_iter().for_each(|object| death::discard(self.core, object));
    }
}
