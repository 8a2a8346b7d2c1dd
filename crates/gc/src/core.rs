//! The core of a heap: its state, and what can be done with an object without a token.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ptr::NonNull;

use crate::header::{FORMER, LEAF, Obj, SERIAL};
use crate::meter::ByteMeter;
use crate::pending::Pending;
use crate::policy::Policy;
use crate::store::Store;
use crate::value::Value;
use crate::visitor::Visitor;
use crate::weak::Targets;

/// The state of a heap. It lives until the heap is dropped and its last object is gone.
pub(crate) struct Core {
    pub(crate) store: Store,
    pub(crate) meter: ByteMeter,
    pub(crate) pending: Pending,
    pub(crate) policy: Policy,
    pub(crate) targets: Targets,
    /// Classes that objects had before; see [S5].
    pub(crate) former: RefCell<HashMap<Obj, Vec<Value>>>,
    /// Objects with a count of zero that wait for their turn.
    pub(crate) trash: RefCell<Vec<Obj>>,
    /// How many deaths are nested.
    pub(crate) depth: Cell<u32>,
    /// Nothing is freed while an analysis runs.
    pub(crate) holding: Cell<bool>,
    /// Objects, and those who pin the core.
    pub(crate) live: Cell<usize>,
    /// The heap is dropped: nothing of the program runs any more.
    pub(crate) closed: Cell<bool>,
    pub(crate) collecting: Cell<bool>,
    /// Deaths in the closed heap since somebody last looked for cycles.
    pub(crate) late_deaths: Cell<usize>,
    pub(crate) serial: Cell<u64>,
}

impl Core {
    pub(crate) fn new(limit: usize) -> NonNull<Core> {
        NonNull::from(Box::leak(Box::new(Core {
            store: Store::new(),
            meter: ByteMeter::new(limit),
            pending: Pending::default(),
            policy: Policy::default(),
            targets: Targets::default(),
            former: RefCell::default(),
            trash: RefCell::default(),
            depth: Cell::new(0),
            holding: Cell::new(false),
            live: Cell::new(0),
            closed: Cell::new(false),
            collecting: Cell::new(false),
            late_deaths: Cell::new(0),
            serial: Cell::new(0),
        })))
    }

    pub(crate) fn next_serial(&self) -> u64 {
        self.serial.set(self.serial.get() + 1);
        self.serial.get()
    }
}

/// Keeps a core there while somebody works with it.
pub(crate) struct Pin(NonNull<Core>);

impl Pin {
    /// The core must be there.
    pub(crate) fn new(core: NonNull<Core>) -> Pin {
        let pin = Pin(core);
        pin.live.set(pin.live.get() + 1);
        pin
    }
}

impl std::ops::Deref for Pin {
    type Target = Core;

    fn deref(&self) -> &Core {
        // SAFETY: [S8] a pinned core is there.
        unsafe { self.0.as_ref() }
    }
}

impl Drop for Pin {
    fn drop(&mut self) {
        self.live.set(self.live.get() - 1);
        if self.closed.get() && self.live.get() == 0 {
            // SAFETY: [S8] the heap is gone, and neither object nor pin is left.
            drop(unsafe { Box::from_raw(self.0.as_ptr()) });
        }
    }
}

/// The words behind the payload of an object.
#[inline]
pub(crate) fn fields(object: Obj) -> *mut [Option<Value>] {
    let tail = object.kind().table.tail;
    let serial = if object.has(SERIAL) { 8 } else { 0 };
    // What rounding left over behind a leaf is not for values: nobody would trace them.
    let whole = if object.has(LEAF) { 0 } else { Store::bytes_of(object) };
    let bytes = whole.saturating_sub(tail + serial);
    std::ptr::slice_from_raw_parts_mut(object.byte(tail).cast(), bytes / 8)
}

/// When an object was made, if that is known.
pub(crate) fn serial(object: Obj) -> u64 {
    if !object.has(SERIAL) {
        return 0;
    }
    // SAFETY: [S2] the flag says that the last word of the slot is the serial.
    unsafe { object.byte(Store::bytes_of(object) - 8).cast::<u64>().read() }
}

/// Shows all that an object refers to, its class included.
pub(crate) fn trace(object: Obj, visitor: &mut Visitor<'_>) {
    let kind = object.kind();
    // SAFETY: [S4][S9] the object is whole, and nobody borrows its payload uniquely while the
    // heap is borrowed by the analysis.
    unsafe {
        (kind.table.trace)(object.byte(kind.table.payload), visitor);
        for value in (*fields(object)).iter().flatten() {
            visitor.visit(value);
        }
        if object.has(FORMER)
            && let Some(classes) = kind.core.as_ref().former.borrow().get(&object)
        {
            classes.iter().for_each(|class| visitor.visit(class));
        }
    }
    if object.class() != object {
        visitor.visit_class(object.class());
    }
}
