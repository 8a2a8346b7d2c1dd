//! Introspection: what the `gc` module tells about objects and collections.

use std::collections::HashSet;
use std::mem::ManuallyDrop;

use crate::borrowed::Borrowed;
use crate::core;
use crate::cycle;
use crate::header::{CANDIDATE, FINALIZED, Obj, PART};
use crate::heap::Heap;
use crate::line::Line;
use crate::policy::{GenerationStats, Policy, Zeal};
use crate::store::Store;
use crate::value::Value;
use crate::visitor::{Mode, Visitor};

fn owned(object: Obj) -> Value {
    object.increment();
    Value::owning(object)
}

/// Shows `act` what `object` refers to.
pub(crate) fn each_referent(object: Obj, mut act: impl FnMut(&Value)) {
    core::trace(object, &mut Visitor { mode: Mode::Each(&mut act), leaves: true });
}

/// Shows `act` what Python code sees that `object` refers to: what a part of it holds is its own.
fn each_visible_referent(object: Obj, mut act: impl FnMut(&Value)) {
    each_referent(object, |value| match value.object().filter(|part| part.has(PART)) {
        Some(part) => each_referent(part, &mut act),
        None => act(value),
    });
}

impl Heap {
    /// The tracked objects of a generation, or of all (`gc.get_objects`). Frozen ones are left out.
    pub fn objects(&self, generation: Option<u8>) -> Vec<Value> {
        let mut found = Vec::new();
        let select = |line: &Line| match generation {
            Some(number) => line.generations.get(number as usize).map_or(0, |map| map.get()),
            None => line.tracked(),
        };
        self.state().store.each(select, |object| {
            if object.count() != 0 && !object.has(PART) {
                found.push(owned(object));
            }
        });
        found
    }

    /// The tracked objects that refer to one of the targets (`gc.get_referrers`).
    pub fn referrers(&self, targets: &[Borrowed<'_>]) -> Vec<Value> {
        let mut found = self.objects(None);
        let targets: HashSet<u64> = targets.iter().map(|target| target.bits()).collect();
        found.retain(|holder| {
            let mut refers = false;
            each_visible_referent(holder.object_unchecked(), |value| {
                refers |= targets.contains(&value.bits());
            });
            refers
        });
        found
    }

    /// What the given objects refer to (`gc.get_referents`). Immortal classes are left out.
    pub fn referents(&self, objects: &[Borrowed<'_>]) -> Vec<Value> {
        let mut found = Vec::new();
        for object in objects.iter().filter_map(|object| object.object_of(self)) {
            each_referent(object, |value| found.push(value.clone()));
            if object.class().is_immortal() && object.class() != object {
                // The class is shown last.
                found.pop();
            }
        }
        found
    }

    /// Whether an object is tracked and no collection has seen it yet.
    pub fn is_young(&self, object: Borrowed<'_>) -> bool {
        let Some(target) = object.object_of(self).filter(|_| !object.is_leaf()) else {
            return false;
        };
        let (line, bit) = Store::locate(target);
        line.generations[0].get() & bit != 0
    }

    /// Lets an object with a finalizer be finalized as if it had been made just now, where several
    /// are found unreachable together.
    pub fn renumber(&self, object: Borrowed<'_>) {
        if let Some(object) = object.object_of(self) {
            core::renumber(self.state(), object);
        }
    }

    /// Whether the collector looks at an object (`gc.is_tracked`).
    pub fn is_tracked(&self, object: Borrowed<'_>) -> bool {
        let Some(target) = object.object_of(self).filter(|_| !object.is_leaf()) else {
            return false;
        };
        let (line, bit) = Store::locate(target);
        if (line.tracked() | line.frozen.get()) & bit == 0 {
            return false;
        }
        if !target.type_info().vtable.atomic_untracked {
            return true;
        }
        let class = ManuallyDrop::new(Value::owning(target.class()));
        let mut containers = 0;
        each_referent(target, |value| {
            containers += usize::from(value.is_object() && !value.is_leaf() && !value.is(&class));
        });
        containers > 0
    }

    /// Whether an object's `__del__` was called (`gc.is_finalized`).
    pub fn is_finalized(&self, object: Borrowed<'_>) -> bool {
        object.object_of(self).is_some_and(|object| object.has(FINALIZED))
    }

    /// Says whether an object's finalizer has nothing to do, be it that it was called. An object
    /// whose kind of finalizer only now and then has work says so for the rest of the time: its
    /// dealloc costs less.
    pub fn set_finalized(&self, object: Borrowed<'_>, finalized: bool) {
        match object.object_of(self) {
            Some(object) if finalized => object.set(FINALIZED),
            Some(object) => object.unset(FINALIZED),
            None => {}
        }
    }

    /// Whether an object counts as a part of another one (see [`Heap::set_part`]).
    pub fn is_part(&self, object: Borrowed<'_>) -> bool {
        object.object_of(self).is_some_and(|object| object.has(PART))
    }

    /// Says whether an object is a part of the one that refers to it, which nobody has seen: it is not
    /// counted among what a collection frees, and not listed.
    pub fn set_part(&self, object: Borrowed<'_>, part: bool) {
        let Some(object) = object.object_of(self) else { return };
        if part {
            return object.set(PART);
        }
        if object.has(PART) && object.has(CANDIDATE) && self.runs_finalizers() {
            self.state().adopted.borrow_mut().push((object, true));
        }
        object.unset(PART);
    }

    /// Whether candidates are those that the running collection found dead.
    fn runs_finalizers(&self) -> bool {
        let core = self.state();
        core.collecting.get() && !core.examining.get() && !core.clearing.get()
    }

    /// Tells that a new object takes over references of `owner`, as an instance's dict does that is
    /// made late. If the owner was found dead and a finalizer is what made the object, it dies with the owner in place
    /// of keeping it alive, uncounted.
    pub fn adopt(&self, owner: Borrowed<'_>, part: Borrowed<'_>) {
        let candidate = |object: &Obj| object.has(CANDIDATE);
        if self.runs_finalizers()
            && owner.object_of(self).as_ref().is_some_and(candidate)
            && let Some(part) = part.object_of(self).filter(|part| !candidate(part))
            && !part.is_immortal()
        {
            part.set(CANDIDATE);
            self.state().adopted.borrow_mut().push((part, false));
        }
    }

    /// Lets automatic collections run (`gc.enable`).
    pub fn enable(&self) {
        self.set_policy(|policy| policy.enabled.set(true));
    }

    /// Lets collections hand what they find unreachable to [`Host::save_unreachable`](
    /// crate::Host::save_unreachable) and clear nothing (`gc.DEBUG_SAVEALL`).
    pub fn set_save_unreachable(&self, save: bool) {
        self.set_policy(|policy| policy.save_unreachable.set(save));
    }

    /// Keeps automatic collections from running (`gc.disable`).
    pub fn disable(&self) {
        self.set_policy(|policy| policy.enabled.set(false));
    }

    /// Whether automatic collections run.
    pub fn is_enabled(&self) -> bool {
        self.state().policy.enabled.get()
    }

    /// `gc.get_threshold`.
    pub fn thresholds(&self) -> [u32; 3] {
        self.state().policy.thresholds.get()
    }

    /// `gc.set_threshold`. A first threshold of zero stops automatic collections.
    pub fn set_thresholds(&self, thresholds: [u32; 3]) {
        self.set_policy(|policy| policy.thresholds.set(thresholds));
    }

    fn set_policy(&self, set: impl FnOnce(&Policy)) {
        let state = self.state();
        set(&state.policy);
        state.policy.changed();
        state.meter.guard.raise();
    }

    /// `gc.get_count`.
    pub fn counts(&self) -> [u32; 3] {
        self.state().policy.counts()
    }

    /// `gc.get_stats`.
    pub fn stats(&self) -> [GenerationStats; 3] {
        self.state().policy.stats.get()
    }

    /// Sets how eagerly collections run, for tests.
    pub fn set_zeal(&self, zeal: Zeal) {
        self.set_policy(|policy| policy.zeal.set(zeal));
    }

    /// Takes all tracked objects out of the generations (`gc.freeze`).
    pub fn freeze(&self) {
        cycle::abandon(self.state());
        self.state().store.lines(|line, _| {
            line.frozen.set(line.frozen.get() | line.tracked());
            line.generations.iter().for_each(|map| map.set(0));
        });
        self.state().policy.reset_counts();
    }

    /// Puts frozen objects into the oldest generation (`gc.unfreeze`).
    pub fn unfreeze(&self) {
        self.state().store.lines(|line, _| {
            let old = &line.generations[2];
            old.set(old.get() | line.frozen.replace(0));
        });
    }

    /// The number of frozen objects (`gc.get_freeze_count`).
    pub fn freeze_count(&self) -> usize {
        let mut count = 0;
        self.state().store.lines(|line, _| {
            count += (line.frozen.get() & line.used.get()).count_ones() as usize;
        });
        count
    }
}
