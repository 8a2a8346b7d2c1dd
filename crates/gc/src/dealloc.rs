//! What happens when the last reference to an object goes: no code of the program, no recursion.

use std::ptr::NonNull;

use crate::core::{Core, Pin, fields};
use crate::cycle;
use crate::header::{
    CANDIDATE, FINALIZED, HAS_OLD_CLASSES, LARGE, LEAF, NO_FIELDS, Obj, SUSPECT, WEAK,
};
use crate::page::Page;
use crate::payload::Role;
use crate::store::Store;
use crate::teardown;
use crate::value::Value;
use crate::weak;

/// An object with one of these flags does not die the short way.
const MARKED: u32 = WEAK | LARGE | CANDIDATE | SUSPECT | HAS_OLD_CLASSES;

/// The last reference to `object` goes: its count becomes zero.
#[inline(never)]
pub(crate) fn count_is_zero(object: Obj) {
    object.set_count(0);
    let info = object.type_info();
    let core = info.core;
    // SAFETY: [S8] the object is still there, and so is its core.
    let dealloc_state = unsafe { &core.as_ref().dealloc_state };
    let needs_finalization = info.needs_finalization.get()
        && (info.vtable.role == Role::WeakRef || !object.has(FINALIZED));
    if object.has(MARKED) || needs_finalization || !dealloc_state.can_dealloc_inline() {
        return dealloc_slow(object);
    }
    dealloc_state.enter();
    let panicking = Panicking { core, object };
    drop_contents(object);
    std::mem::forget(panicking);
    finish_inline_dealloc(core, object);
}

/// The payload's `Drop` panics in an inline dealloc.
struct Panicking {
    core: NonNull<Core>,
    object: Obj,
}

impl Drop for Panicking {
    #[inline(always)]
    fn drop(&mut self) {
        end_after_panic(self.core, self.object);
    }
}

#[cold]
#[inline(never)]
fn end_after_panic(core: NonNull<Core>, object: Obj) {
    finish_inline_dealloc(core, object);
}

#[inline(always)]
fn finish_inline_dealloc(core: NonNull<Core>, object: Obj) {
    leave_class(object);
    // SAFETY: [S8] the core is there until its last object is gone, and the object's slot is still
    // used. [S2][S10] Payload and fields are gone, and nobody refers to the object.
    let more = unsafe {
        let state = core.as_ref();
        if !object.has(LEAF) {
            state.policy.object_freed();
        }
        state.meter.credit(Page::of(object).slot_bytes.get() as usize);
        state.store.free_small(object);
        state.dealloc_state.leave()
    };
    if more {
        after_inline_dealloc(core);
    }
}

/// The inline dealloc of an object is over, and somebody waited for that.
#[cold]
#[inline(never)]
fn after_inline_dealloc(core: NonNull<Core>) {
    let core = Pin::new(core);
    if core.dealloc_state.is_closed() {
        // Its slot was in use when the heap was closed, so it was counted then.
        core.live.set(core.live.get() - 1);
    }
    after_dealloc(&core);
}

/// Deallocs are no longer nested: what waits has its turn.
fn after_dealloc(core: &Core) {
    if core.dealloc_state.depth() == 0 {
        drain_deferred(core);
        if core.dealloc_state.is_closed() {
            teardown::after_dealloc(core);
        }
    }
}

/// The dealloc of an object that somebody waits for or looks at, or at a moment when it has to wait.
#[cold]
#[inline(never)]
fn dealloc_slow(object: Obj) {
    let info = object.type_info();
    let core = Pin::new(info.core);
    if object.has(CANDIDATE) && core.clearing.get() {
        return;
    }
    if info.finalizer.get() && !core.dealloc_state.is_closed() && !object.has(FINALIZED) {
        object.set(FINALIZED);
        object.set_count(1);
        core.finalize_later(Value::owning(object));
        return;
    }
    if object.has(WEAK) {
        weak::target_dies(&core, object);
    }
    if core.examining.get() {
        // What waits is nobody's candidate: its references are real until it is gone.
        object.unset(CANDIDATE);
    }
    if core.dealloc_state.is_holding() || core.dealloc_state.is_deep() {
        defer(&core, object);
        return;
    }
    destroy(&core, object);
    after_dealloc(&core);
}

/// Lets a dead object wait.
pub(crate) fn defer(core: &Core, object: Obj) {
    core.deferred.borrow_mut().push(object);
    core.dealloc_state.set_deferred(true);
}

/// Frees what waits.
pub(crate) fn drain_deferred(core: &Core) {
    while !core.dealloc_state.is_holding() && core.dealloc_state.depth() == 0 {
        let mut deferred = core.deferred.borrow_mut();
        let Some(object) = deferred.pop() else { break };
        core.dealloc_state.set_deferred(!deferred.is_empty());
        drop(deferred);
        destroy(core, object);
    }
}

/// Destroys an object of any kind.
fn destroy(core: &Core, object: Obj) {
    /// The end, also when a payload's `Drop` panics.
    struct End<'a>(&'a Core, Obj);

    impl Drop for End<'_> {
        fn drop(&mut self) {
            let End(core, object) = *self;
            if object.has(HAS_OLD_CLASSES) {
                let old_classes = core.old_classes.borrow_mut().remove(&object);
                drop(old_classes);
            }
            leave_class(object);
            if !object.has(LEAF) {
                core.policy.object_freed();
            }
            // The collector still looks at its candidates; it releases them itself.
            if !object.has(CANDIDATE) && !cycle::keeps_slot(core, object) {
                release(core, object);
            }
            core.dealloc_state.leave();
        }
    }

    core.dealloc_state.enter();
    let end = End(core, object);
    if object.type_info().vtable.role == Role::WeakRef {
        weak::unlink(core, object);
    }
    drop_contents(object);
    drop(end);
}

/// Drops the fields and the payload of an object, and credits its buffers.
#[inline]
fn drop_contents(object: Obj) {
    if !object.has(NO_FIELDS) {
        drop_fields(object);
    }
    let info = object.type_info();
    // SAFETY: [S4][S10] as above, the payload. [S8] The core is there as long as the object.
    unsafe { (info.vtable.drop)(object.byte(info.vtable.payload), &info.core.as_ref().meter) };
}

#[inline(never)]
fn drop_fields(object: Obj) {
    let fields = fields(object);
    for index in 0..fields.len() {
        let field = fields.cast::<Option<Value>>().wrapping_add(index);
        // SAFETY: [S4][S10] nobody refers to the object, so its fields are ours.
        drop(unsafe { field.replace(None) });
    }
}

/// The object no longer keeps its class alive.
#[inline]
fn leave_class(object: Obj) {
    let class = object.class();
    // A class that is its own does not count itself.
    if class != object && class.decrement() {
        count_is_zero(class);
    }
}

/// Gives back the slot of an object that is destroyed. The core must be pinned.
pub(crate) fn release(core: &Core, object: Obj) {
    core.meter.credit(Store::bytes_of(object));
    if core.dealloc_state.is_closed() {
        core.live.set(core.live.get() - 1);
    }
    // SAFETY: [S2][S10] payload and fields are gone, and nobody refers to the object.
    unsafe { core.store.free(object) };
}
