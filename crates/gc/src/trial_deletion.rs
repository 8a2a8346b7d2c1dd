//! Trial deletion: which objects of a set nobody outside the set can reach.

use std::cell::Cell;
use std::collections::HashSet;
use std::ptr::NonNull;

use crate::clear_sink::ClearSink;
use crate::core::{self, Core};
use crate::dealloc;
use crate::header::{CANDIDATE, Obj, PART, WEAK};
use crate::line::Line;
use crate::store::{Enumeration, Slots, Store};
use crate::value::Value;
use crate::visitor::{Mode, Reached, Ring, Visitor};

/// The running collection's state. Its members are unreachable: nobody outside refers to them; they
/// carry the candidate flag, and a bit in the work bitmap of their line. All that a collection does to
/// headers ends with it, also when a payload's code panics.
pub(crate) struct TrialDeletion<'a> {
    core: &'a Core,
    /// Some member has a finalizer, is a weak reference, or is the target of one.
    pub(crate) has_finalizers_or_weakrefs: bool,
    /// The unreachable objects, as long as code of the program may run: their slots stay when they die.
    pub(crate) unreachable: Vec<Obj>,
    /// Lines of pages in which something is examined, as long as no code of the program runs.
    lines: Option<Lines<'a>>,
    /// The members were given one by one: they have no bits in work bitmaps, and those whose turn to be
    /// cleared did not come are in `unreachable`.
    is_batch: bool,
    /// So many of the unreachable objects are adopted ones, which are not counted.
    adopted: usize,
    /// Nothing is left of it in the headers.
    done: bool,
}

/// Lines of pages, which stay while this is there.
struct Lines<'a> {
    found: Vec<(NonNull<Line>, Slots)>,
    _enumeration: Enumeration<'a>,
}

/// Keeps objects from being freed while a payload's `trace` runs.
pub(crate) struct Hold<'a> {
    core: &'a Core,
    before: bool,
}

impl<'a> Hold<'a> {
    pub(crate) fn new(core: &'a Core) -> Hold<'a> {
        Hold { core, before: core.dealloc_state.set_holding(true) }
    }
}

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        self.core.dealloc_state.set_holding(self.before);
        dealloc::drain_deferred(self.core);
    }
}

/// A hold while references of candidates are followed: those that die meanwhile are none any more.
struct Examining<'a> {
    hold: Hold<'a>,
    before: bool,
}

impl<'a> Examining<'a> {
    fn new(core: &'a Core) -> Examining<'a> {
        Examining { hold: Hold::new(core), before: core.examining.replace(true) }
    }
}

impl Drop for Examining<'_> {
    fn drop(&mut self) {
        self.hold.core.examining.set(self.before);
    }
}

/// Whether code of the program may run because of the death of an object.
fn is_special(object: Obj) -> bool {
    object.has(WEAK) || object.type_info().needs_finalization.get()
}

fn work(line: &Line) -> u64 {
    line.work.get()
}

/// Takes the edges of objects off the trial counts of what they refer to.
fn subtract_edges(each: impl FnOnce(&mut dyn FnMut(Obj)), leaves: bool) {
    let mut ring = Ring::new(CANDIDATE);
    each(&mut |object| {
        core::trace(object, &mut Visitor { mode: Mode::Subtract(&mut ring), leaves });
    });
    ring.finish();
}

/// Marks as reachable all candidates that are referenced from outside, or from such.
fn mark_reachable(each: impl FnOnce(&mut dyn FnMut(Obj)), leaves: bool) {
    let mut reached = Reached::candidates();
    let follow = |reached: &mut Reached| {
        while let Some(object) = reached.found.pop() {
            core::trace(object, &mut Visitor { mode: Mode::Reach(reached), leaves });
        }
    };
    each(&mut |object| {
        if object.has(CANDIDATE) && object.trial() != 0 {
            object.unset(CANDIDATE);
            reached.found.push(object);
            follow(&mut reached);
        }
    });
    loop {
        reached.hurry();
        if reached.found.is_empty() {
            break;
        }
        follow(&mut reached);
    }
}

impl<'a> TrialDeletion<'a> {
    /// Examines the objects that `select` picks from each line of the pages whose ages `aged` picks;
    /// returns also how many there are.
    pub(crate) fn of(
        core: &'a Core,
        leaves: bool,
        aged: impl Fn(&Cell<u8>) -> bool,
        select: impl Fn(&Line) -> u64,
    ) -> (TrialDeletion<'a>, usize) {
        let mut trial_deletion = TrialDeletion::begin(core, Vec::new(), false);
        let store = &core.store;
        let mut lines = Lines { found: Vec::new(), _enumeration: store.enumerate() };
        let mut total = 0;
        let mut special = Vec::new();
        let hold = Examining::new(core);
        let mut examine = |line: &Line, slots: Slots| {
            let mut bits = select(line) & line.used.get();
            line.work.set(bits);
            while bits != 0 {
                let object = slots.object(bits.trailing_zeros());
                if object.count() != 0 {
                    object.begin_trial(CANDIDATE);
                    if is_special(object) {
                        special.push(object);
                    }
                    total += 1;
                }
                bits &= bits - 1;
            }
        };
        store.lines_in_pages(aged, |line, slots| {
            examine(line, slots);
            if line.work.get() != 0 {
                lines.found.push((NonNull::from(line), slots));
            }
        });
        store.large_lines(examine);
        trial_deletion.lines = Some(lines);
        let candidates = |act: &mut dyn FnMut(Obj)| {
            trial_deletion.each_line(|line, slots| {
                let mut bits = line.work.get() & line.used.get();
                while bits != 0 {
                    let object = slots.object(bits.trailing_zeros());
                    if object.has(CANDIDATE) {
                        act(object);
                    }
                    bits &= bits - 1;
                }
            });
        };
        subtract_edges(candidates, leaves);
        mark_reachable(candidates, leaves);
        trial_deletion.has_finalizers_or_weakrefs =
            special.iter().any(|object| object.has(CANDIDATE));
        drop(hold);
        (trial_deletion, total)
    }

    fn begin(core: &'a Core, unreachable: Vec<Obj>, is_batch: bool) -> TrialDeletion<'a> {
        let (has_finalizers_or_weakrefs, lines, adopted, done) = (false, None, 0, false);
        TrialDeletion {
            core,
            has_finalizers_or_weakrefs,
            unreachable,
            lines,
            is_batch,
            adopted,
            done,
        }
    }

    /// Examines these objects. None of them may be dead.
    pub(crate) fn of_batch(core: &'a Core, batch: Vec<Obj>) -> TrialDeletion<'a> {
        for object in &batch {
            object.begin_trial(CANDIDATE);
        }
        let mut trial_deletion = TrialDeletion::begin(core, batch, true);
        trial_deletion.examine_unreachable();
        let mut members = trial_deletion.unreachable.iter();
        trial_deletion.has_finalizers_or_weakrefs = members.any(|object| is_special(*object));
        trial_deletion
    }

    /// Calls `act` for the lines in which something is examined, and perhaps others.
    fn each_line(&self, mut act: impl FnMut(&Line, Slots)) {
        let Some(lines) = &self.lines else { return self.core.store.lines(act) };
        for (line, slots) in &lines.found {
            // SAFETY: [S2] lines of pages stay with their chunks, which stay in an enumeration.
            act(unsafe { line.as_ref() }, *slots);
        }
        self.core.store.large_lines(act);
    }

    /// Lists the unreachable objects, before code of the program runs.
    pub(crate) fn collect_unreachable(&mut self) {
        if self.is_batch {
            return;
        }
        let mut unreachable = Vec::new();
        self.each_line(|line, slots| {
            let mut bits = line.work.get() & line.used.get();
            while bits != 0 {
                let object = slots.object(bits.trailing_zeros());
                if object.has(CANDIDATE) {
                    unreachable.push(object);
                } else {
                    line.work.set(line.work.get() & !(1 << bits.trailing_zeros()));
                }
                bits &= bits - 1;
            }
        });
        self.unreachable = unreachable;
        self.lines = None;
    }

    /// Examines the unreachable objects again, after code of the program ran.
    pub(crate) fn recheck_after_finalizers(&mut self) {
        let adopted = self.core.adopted.take();
        let new = adopted.iter().filter(|(_, was_member)| !was_member);
        for (object, _) in new.clone() {
            let (line, bit) = Store::locate(*object);
            line.work.set(line.work.get() | if self.is_batch { 0 } else { bit });
        }
        self.unreachable.extend(new.map(|(object, _)| *object));
        self.release_dead();
        for object in &self.unreachable {
            object.begin_trial(CANDIDATE);
        }
        self.examine_unreachable();
        let adopted: HashSet<Obj> = adopted.into_iter().map(|(object, _)| object).collect();
        if !adopted.is_empty() {
            let counted = |object: &&Obj| adopted.contains(object) && !object.has(PART);
            self.adopted = self.unreachable.iter().filter(counted).count();
        }
    }

    /// Leaves those among the unreachable objects, all candidates, that nobody else refers to.
    fn examine_unreachable(&mut self) {
        let hold = Examining::new(self.core);
        let leaves = false;
        let unreachable = |act: &mut dyn FnMut(Obj)| self.unreachable.iter().copied().for_each(act);
        subtract_edges(unreachable, leaves);
        mark_reachable(unreachable, leaves);
        self.unreachable.retain(|object| object.has(CANDIDATE));
        drop(hold);
    }

    /// Gives back the slots of unreachable objects that died by their counts.
    fn release_dead(&mut self) {
        let core = self.core;
        // An object in the deferred list has a count of zero too, but it is not destroyed yet.
        let deferred: Vec<Obj> = core.deferred.borrow().clone();
        self.unreachable.retain(|object| {
            if object.count() != 0 {
                return true;
            }
            object.unset(CANDIDATE);
            if !deferred.contains(object) {
                dealloc::release(core, *object);
            }
            false
        });
    }

    /// Takes the unreachable objects apart, one after the other as they lie in memory; what falls to a count
    /// of zero is freed on the way, but unreachable objects not before their turn: so deallocs do not nest, and
    /// memory is passed through once. Returns how many unreachable objects there were.
    pub(crate) fn clear(mut self) -> usize {
        self.release_dead();
        if !self.is_batch {
            self.unreachable = Vec::new();
        }
        self.core.clearing.set(true);
        let mut sink = ClearSink::default();
        let mut count = 0;
        // The first one last, so that each is taken off before its turn.
        self.unreachable.reverse();
        while let Some(object) = self.unreachable.pop() {
            if object.has(CANDIDATE) {
                count += usize::from(!object.has(PART));
                clear_object(object, &mut sink);
            }
        }
        if self.is_batch {
            self.core.clearing.set(false);
            self.done = true;
            return count - self.adopted.min(count);
        }
        self.each_line(|line, slots| {
            let mut bits = line.work.get() & line.used.get();
            while bits != 0 {
                let object = slots.object(bits.trailing_zeros());
                // The line of a large object may go with it.
                bits &= bits - 1;
                if bits == 0 {
                    line.work.set(0);
                }
                if object.has(CANDIDATE) {
                    count += usize::from(!object.has(PART));
                    clear_object(object, &mut sink);
                }
            }
        });
        self.core.clearing.set(false);
        self.done = true;
        count - self.adopted.min(count)
    }
}

/// Clears a member whose turn has come, or destroys it if it is dead already.
fn clear_object(object: Obj, sink: &mut ClearSink) {
    object.unset(CANDIDATE);
    if object.count() == 0 {
        dealloc::count_is_zero(object);
        return;
    }
    object.increment();
    let held = Value::owning(object);
    let vtable = object.type_info().vtable;
    // SAFETY: [S4][S9] the collector has the host to itself, so nobody borrows the payload or the
    // fields, and `held` keeps the object.
    unsafe {
        (vtable.clear)(object.byte(vtable.payload), sink);
        for field in &mut *core::fields(object) {
            if let Some(value) = field.take() {
                sink.put(value);
            }
        }
    }
    sink.empty();
    drop(held);
}

impl Drop for TrialDeletion<'_> {
    fn drop(&mut self) {
        self.lines = None;
        if self.done {
            return;
        }
        // Where code of the program did not come to its end, nobody has looked at these yet.
        let adopted = self.core.adopted.take().into_iter();
        self.unreachable
            .extend(adopted.filter(|(_, was_member)| !was_member).map(|(object, _)| object));
        let clearing = self.core.clearing.take();
        let mut late = Vec::new();
        if self.is_batch {
            if !clearing {
                self.release_dead();
            }
            for object in std::mem::take(&mut self.unreachable) {
                object.unset(CANDIDATE);
                if clearing && object.count() == 0 {
                    late.push(object);
                }
            }
            late.into_iter().for_each(|object| dealloc::defer(self.core, object));
            return;
        }
        self.release_dead();
        std::mem::take(&mut self.unreachable)
            .into_iter()
            .for_each(|object| object.unset(CANDIDATE));
        self.core.store.each(work, |object| {
            // Members whose turn did not come, since a payload's code panicked.
            if object.has(CANDIDATE) {
                object.unset(CANDIDATE);
                if clearing && object.count() == 0 {
                    late.push(object);
                }
            }
        });
        self.core.store.lines(|line, _| line.work.set(0));
        late.into_iter().for_each(|object| dealloc::defer(self.core, object));
    }
}
