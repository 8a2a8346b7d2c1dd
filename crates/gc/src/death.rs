//! What happens when the last reference to an object goes: no code of the program, no recursion.

use crate::core::{Core, Pin, fields};
use crate::header::{FINALIZED, FORMER, LEAF, Obj, SUSPECT, WEAK};
use crate::payload::Role;
use crate::store::Store;
use crate::teardown;
use crate::value::Value;
use crate::weak;

/// Deaths nest this deep before they queue.
const NESTING: u32 = 40;

/// The count of `object` just became zero.
#[cold]
#[inline(never)]
pub(crate) fn count_is_zero(object: Obj) {
    let kind = object.kind();
    let (core, finalizer) = (Pin::new(kind.core), kind.finalizer.get());
    if finalizer && !core.closed.get() && !object.has(FINALIZED) {
        object.set(FINALIZED);
        object.set_count(1);
        core.pending.finalize(Value::owning(object));
        return;
    }
    if object.has(WEAK) {
        weak::target_dies(&core, object);
    }
    if core.holding.get() || core.depth.get() >= NESTING {
        // What waits is nobody's suspect: its references are real until it is gone.
        let (line, bit) = Store::locate(object);
        line.untrack(bit);
        if core.holding.get() {
            object.unset(SUSPECT);
        }
        core.trash.borrow_mut().push(object);
        return;
    }
    let nested = Nested::enter(&core);
    destroy(&core, object);
    drop(nested);
    if core.depth.get() == 0 {
        empty_trash(&core);
        if core.closed.get() {
            teardown::after_death(&core);
        }
    }
}

/// Frees what waits.
pub(crate) fn empty_trash(core: &Core) {
    if core.holding.get() || core.depth.get() != 0 {
        return;
    }
    loop {
        let Some(object) = core.trash.borrow_mut().pop() else { break };
        let _nested = Nested::enter(core);
        destroy(core, object);
    }
}

/// Counts a level of nesting, also when a payload's `Drop` panics.
struct Nested<'a>(&'a Core);

impl<'a> Nested<'a> {
    fn enter(core: &'a Core) -> Nested<'a> {
        core.depth.set(core.depth.get() + 1);
        Nested(core)
    }
}

impl Drop for Nested<'_> {
    fn drop(&mut self) {
        self.0.depth.set(self.0.depth.get() - 1);
    }
}

/// Gives the slot and the class back, also when a payload's `Drop` panics.
struct Finish<'a> {
    core: &'a Core,
    object: Obj,
    external: usize,
}

impl Drop for Finish<'_> {
    fn drop(&mut self) {
        let class = self.object.class();
        self.core.meter.credit(self.external);
        // The collector still looks at its suspects; it releases them itself.
        if !self.object.has(SUSPECT) {
            release(self.core, self.object);
        }
        // A class that is its own does not count itself.
        if class != self.object {
            drop(Value::owning(class));
        }
    }
}

/// Gives back the slot of an object that is destroyed.
pub(crate) fn release(core: &Core, object: Obj) {
    core.meter.credit(Store::bytes_of(object));
    core.live.set(core.live.get() - 1);
    // SAFETY: [S2][S10] payload and fields are gone, and nobody refers to the object.
    unsafe { core.store.free(object) };
}

fn destroy(core: &Core, object: Obj) {
    let (line, bit) = Store::locate(object);
    line.untrack(bit);
    if !object.has(LEAF) {
        core.policy.object_died();
    }
    let table = object.kind().table;
    let payload = object.byte(table.payload);
    let mut finish = Finish { core, object, external: 0 };
    // SAFETY: [S4][S10] nobody refers to the object, so its payload and fields are ours.
    unsafe {
        finish.external = (table.external_bytes)(payload);
        if table.role == Role::WeakRef {
            weak::unlink(core, object);
        }
        for index in 0..fields(object).len() {
            let field = object.byte(table.tail).cast::<Option<Value>>().wrapping_add(index);
            drop(field.replace(None));
        }
        (table.drop)(payload);
    }
    if object.has(FORMER) {
        let former = core.former.borrow_mut().remove(&object);
        drop(former);
    }
    drop(finish);
}
