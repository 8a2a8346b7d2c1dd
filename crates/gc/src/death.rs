//! What happens when the last reference to an object goes: no code of the program, no recursion.

use std::ptr::NonNull;

use crate::core::{Core, Pin, fields};
use crate::header::{BARE, FINALIZED, FORMER, LARGE, LEAF, Obj, SUSPECT, WEAK};
use crate::page::Page;
use crate::payload::Role;
use crate::store::Store;
use crate::teardown;
use crate::value::Value;
use crate::weak;

/// An object with one of these flags does not die the short way.
const MARKED: u32 = WEAK | LARGE | SUSPECT | FORMER;

/// The last reference to `object` goes: its count becomes zero.
#[inline(never)]
pub(crate) fn count_is_zero(object: Obj) {
    object.set_count(0);
    let kind = object.kind();
    let core = kind.core;
    // SAFETY: [S8] the object is still there, and so is its core.
    let busy = unsafe { &core.as_ref().busy };
    let ceremony =
        kind.ceremony.get() && (kind.table.role == Role::WeakRef || !object.has(FINALIZED));
    if object.has(MARKED) || ceremony || !busy.admits_short_death() {
        return die_with_ceremony(object);
    }
    busy.enter();
    let panicking = Panicking { core, object };
    destroy(object);
    std::mem::forget(panicking);
    end_short_death(core, object);
}

/// The payload's `Drop` panics in a short death.
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
    end_short_death(core, object);
}

#[inline(always)]
fn end_short_death(core: NonNull<Core>, object: Obj) {
    leave_class(object);
    // SAFETY: [S8] the core is there until its last object is gone, and the object's slot is still
    // used. [S2][S10] Payload and fields are gone, and nobody refers to the object.
    let more = unsafe {
        let state = core.as_ref();
        if !object.has(LEAF) {
            state.policy.object_died();
        }
        state.meter.credit(Page::of(object).slot_bytes.get() as usize);
        state.store.free_small(object);
        state.busy.leave()
    };
    if more {
        after_short_death(core);
    }
}

/// The short death of an object is over, and somebody waited for that.
#[cold]
#[inline(never)]
fn after_short_death(core: NonNull<Core>) {
    let core = Pin::new(core);
    if core.busy.is_closed() {
        // Its slot was in use when the heap was closed, so it was counted then.
        core.live.set(core.live.get() - 1);
    }
    after_death(&core);
}

/// Deaths are no longer nested: what waits has its turn.
fn after_death(core: &Core) {
    if core.busy.depth() == 0 {
        empty_trash(core);
        if core.busy.is_closed() {
            teardown::after_death(core);
        }
    }
}

/// The death of an object that somebody waits for or looks at, or at a moment when it has to wait.
#[cold]
#[inline(never)]
fn die_with_ceremony(object: Obj) {
    let kind = object.kind();
    let core = Pin::new(kind.core);
    if object.has(SUSPECT) && core.clearing.get() {
        return;
    }
    if kind.finalizer.get() && !core.busy.is_closed() && !object.has(FINALIZED) {
        object.set(FINALIZED);
        object.set_count(1);
        core.pending.finalize(Value::owning(object));
        return;
    }
    if object.has(WEAK) {
        weak::target_dies(&core, object);
    }
    if core.busy.is_holding() {
        // What waits is nobody's suspect: its references are real until it is gone.
        object.unset(SUSPECT);
    }
    if core.busy.is_holding() || core.busy.is_deep() {
        discard(&core, object);
        return;
    }
    bury(&core, object);
    after_death(&core);
}

/// Lets a dead object wait.
pub(crate) fn discard(core: &Core, object: Obj) {
    core.trash.borrow_mut().push(object);
    core.busy.set_trash(true);
}

/// Frees what waits.
pub(crate) fn empty_trash(core: &Core) {
    while !core.busy.is_holding() && core.busy.depth() == 0 {
        let mut trash = core.trash.borrow_mut();
        let Some(object) = trash.pop() else { break };
        core.busy.set_trash(!trash.is_empty());
        drop(trash);
        bury(core, object);
    }
}

/// Destroys an object of any kind.
fn bury(core: &Core, object: Obj) {
    /// The end, also when a payload's `Drop` panics.
    struct End<'a>(&'a Core, Obj);

    impl Drop for End<'_> {
        fn drop(&mut self) {
            let End(core, object) = *self;
            if object.has(FORMER) {
                let former = core.former.borrow_mut().remove(&object);
                drop(former);
            }
            leave_class(object);
            if !object.has(LEAF) {
                core.policy.object_died();
            }
            // The collector still looks at its suspects; it releases them itself.
            if !object.has(SUSPECT) {
                release(core, object);
            }
            core.busy.leave();
        }
    }

    core.busy.enter();
    let end = End(core, object);
    if object.kind().table.role == Role::WeakRef {
        weak::unlink(core, object);
    }
    destroy(object);
    drop(end);
}

/// Drops the fields and the payload of an object, and credits its buffers.
#[inline]
fn destroy(object: Obj) {
    if !object.has(BARE) {
        drop_fields(object);
    }
    let kind = object.kind();
    // SAFETY: [S4][S10] as above, the payload. [S8] The core is there as long as the object.
    unsafe { (kind.table.drop)(object.byte(kind.table.payload), &kind.core.as_ref().meter) };
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
    if core.busy.is_closed() {
        core.live.set(core.live.get() - 1);
    }
    // SAFETY: [S2][S10] payload and fields are gone, and nobody refers to the object.
    unsafe { core.store.free(object) };
}
