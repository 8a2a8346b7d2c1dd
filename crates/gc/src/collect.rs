//! Collections: finds dead cycles and takes them apart in the order of PEP 442.

use std::cell::Cell;

use crate::core::{self, Core, Pin};
use crate::cycle;
use crate::handle::Gc;
use crate::header::{FINALIZED, Obj, PART, WEAK};
use crate::host::Host;
use crate::line::Line;
use crate::page;
use crate::payload::Role;
use crate::pending::drain;
use crate::policy::Zeal;
use crate::slices;
use crate::teardown;
use crate::trial_deletion::TrialDeletion;
use crate::value::Value;
use crate::weak::{self, WeakRef};

/// What a collection did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// Objects found dead.
    pub collected: usize,
    /// Objects found dead that nothing frees; always 0 since PEP 442.
    pub uncollectable: usize,
}

/// What callbacks of collections are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CollectionInfo {
    /// The oldest generation collected.
    pub generation: u8,
    /// Objects found dead; 0 at the start.
    pub collected: usize,
    /// Objects found dead that nothing frees.
    pub uncollectable: usize,
}

/// Runs what is pending, and a collection if one is due, or a slice of one.
#[inline]
pub fn safepoint<H: Host>(host: &mut H) {
    host.as_mut().state().meter.guard.lower();
    drain(host);
    let core = host.as_mut().state();
    if matches!(core.policy.zeal.get(), Zeal::EverySafepoint | Zeal::Slices(_)) {
        core.meter.guard.raise();
    }
    let refused =
        core.meter.take_refusal() && core.policy.has_grown(core.meter.used(), core.meter.limit());
    let due = core.policy.due(refused || core.meter.is_due());
    if core.collecting.get() {
        return;
    }
    match due {
        Some(2) if !refused && core.policy.begins_in_slices() => slices::next(host),
        Some(generation) => {
            let target = core.policy.automatic_target(generation);
            run(host, generation, target);
        }
        None if core.policy.slice_is_due() => slices::next(host),
        None => {}
    }
}

/// Marks a collection as running, and closes a heap that was dropped meanwhile.
pub(crate) struct Running(Pin);

impl Running {
    /// The host must not be collecting.
    pub(crate) fn begin<H: Host>(host: &mut H) -> Running {
        let running = Running(Pin::new(host.as_mut().core()));
        running.0.collecting.set(true);
        running
    }
}

impl std::ops::Deref for Running {
    type Target = Core;

    fn deref(&self) -> &Core {
        &self.0
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.collecting.set(false);
        if self.0.dealloc_state.is_closed() {
            teardown::run(&self.0);
        }
    }
}

/// Collects a generation and the younger ones. During a collection it does nothing.
///
/// Weak references to dead objects are cleared and the callbacks of those that survive are called;
/// then finalizers run, in the order in which the objects were made; what is still dead then is
/// cleared. A full collection in slices that is under way ends here, where a full one is asked for.
pub fn collect<H: Host>(host: &mut H, generation: u8) -> Collected {
    let generation = generation.min(2);
    run(host, generation, (generation + 1).min(2))
}

/// Collects generations up to this one; what is left gets into the generation `target`.
fn run<H: Host>(host: &mut H, generation: u8, target: u8) -> Collected {
    if host.as_mut().state().collecting.get() {
        return Collected::default();
    }
    drain(host);
    let running = Running::begin(host);
    running.meter.take_refusal();
    if generation == 2
        && let Some(collected) = cycle::abandon(&running)
    {
        running.policy.record(2, collected, 0);
        host.collection_stop(&CollectionInfo { generation, collected, uncollectable: 0 });
    }
    host.collection_start(&CollectionInfo { generation, collected: 0, uncollectable: 0 });
    let collected = if running.dealloc_state.is_closed() {
        0
    } else {
        work(host, &running, generation.into(), target.into())
    };
    running.policy.record(generation.into(), collected, 0);
    host.collection_stop(&CollectionInfo { generation, collected, uncollectable: 0 });
    Collected { collected, uncollectable: 0 }
}

fn work<H: Host>(host: &mut H, core: &Core, generation: usize, target: usize) -> usize {
    core.policy.start(generation);
    let select = |line: &Line| {
        let mut bits = 0;
        for map in &line.generations[..=generation] {
            bits |= map.replace(0);
        }
        let map = &line.generations[target];
        map.set(map.get() | bits);
        bits
    };
    let aged = |ages: &Cell<u8>| page::grow_older(ages, generation, target) || generation == 2;
    let (trial_deletion, total) = TrialDeletion::of(core, false, aged, select);
    let collected = take_apart(host, core, trial_deletion, |dead| {
        survived(core, generation, target, total - dead);
    });
    if core.dealloc_state.is_closed() {
        return 0;
    }
    drain(host);
    collected
}

/// Lets what a trial deletion found unreachable die: callbacks, finalizers, another look, clearing. `found` hears
/// how many there are. Returns how many were dead in the end.
pub(crate) fn take_apart<H: Host>(
    host: &mut H,
    core: &Core,
    mut trial_deletion: TrialDeletion<'_>,
    found: impl FnOnce(usize),
) -> usize {
    let saves = core.policy.save_unreachable.get();
    if !trial_deletion.has_finalizers_or_weakrefs && !saves {
        let collected = trial_deletion.clear();
        found(collected);
        return collected;
    }
    trial_deletion.collect_unreachable();
    found(trial_deletion.unreachable.len());
    let called = call_weakrefs(host, core, &trial_deletion) | finalize(host, core, &trial_deletion);
    if core.dealloc_state.is_closed() {
        return 0;
    }
    let mut saved = 0;
    if saves {
        let objects: Vec<Value> = (trial_deletion.unreachable.iter())
            .filter(|object| object.count() > 0 && !object.has(PART))
            .map(|object| {
                object.increment();
                Value::owning(*object)
            })
            .collect();
        saved = objects.len();
        host.save_unreachable(objects);
    }
    if called || saves {
        trial_deletion.recheck_after_finalizers();
        for object in &trial_deletion.unreachable {
            if object.has(WEAK) {
                drop(weak::clear(core, *object));
            }
        }
    }
    trial_deletion.clear() + saved
}

/// So many objects of the generations collected are left.
fn survived(core: &Core, generation: usize, target: usize, survivors: usize) {
    let policy = &core.policy;
    match (generation, target) {
        (2, _) => full_done(core, survivors),
        (_, 2) => policy.long_lived_pending.set(policy.long_lived_pending.get() + survivors),
        _ => policy.middle_aged.set(policy.middle_aged.get() + survivors),
    }
}

/// A full collection is done.
pub(crate) fn full_done(core: &Core, survivors: usize) {
    let due = core.policy.full_done(survivors, core.meter.used());
    core.meter.set_due(due);
}

/// Clears the weak references to unreachable objects and calls those that are reachable themselves.
fn call_weakrefs<H: Host>(host: &mut H, core: &Core, trial_deletion: &TrialDeletion<'_>) -> bool {
    let mut targets = Vec::new();
    for object in &trial_deletion.unreachable {
        if object.type_info().vtable.role == Role::WeakRef {
            weak::node(*object).has_callback.set(false);
        }
        if object.has(WEAK) {
            let oldest = weak::all(core, *object)
                .last()
                .map(|weakref| weak::node(*weakref).allocation_number);
            targets.push((oldest, *object));
        }
    }
    targets.sort_by_key(|(oldest, _)| *oldest);
    let calls: Vec<Gc<WeakRef>> =
        targets.into_iter().flat_map(|(_, target)| weak::clear(core, target)).collect();
    let any = !calls.is_empty();
    for weakref in calls {
        host.weakref_callback(&weakref);
        if let Some(payload) = weakref.try_write(host) {
            let callback = payload.take_callback();
            drop(callback);
        }
        drop(weakref);
        drain(host);
    }
    any
}

/// Calls the finalizers of unreachable objects, each once in an object's life.
fn finalize<H: Host>(host: &mut H, core: &Core, trial_deletion: &TrialDeletion<'_>) -> bool {
    let has_finalizer = |object: &Obj| {
        object.count() > 0 && object.type_info().finalizer.get() && !object.has(FINALIZED)
    };
    let mut finalizers: Vec<(u64, Obj)> = (trial_deletion.unreachable.iter().copied())
        .filter(has_finalizer)
        .map(|object| (core::allocation_number(object), object))
        .collect();
    finalizers.sort_by_key(|(allocation_number, _)| *allocation_number);
    let any = !finalizers.is_empty();
    for (_, object) in finalizers {
        // An earlier finalizer may have let it die, or closed the heap.
        if object.count() <= 0 || object.has(FINALIZED) || core.dealloc_state.is_closed() {
            continue;
        }
        object.set(FINALIZED);
        object.increment();
        let object = Value::owning(object);
        host.finalize(&object);
        drop(object);
        drain(host);
    }
    any
}
