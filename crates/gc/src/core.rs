//! The core of a heap: its state, and what can be done with an object without a token.

use std::any::TypeId;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ptr::NonNull;

use crate::class::NoBody;
use crate::header::{BARE, FORMER, LARGE, Obj, ROW, SERIAL};
use crate::meter::ByteMeter;
use crate::page::Page;
use crate::pending::Pending;
use crate::policy::Policy;
use crate::row::Row;
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
    /// The type of the bodies of all classes in this heap; `NoBody` while there are none.
    pub(crate) bodies: Cell<TypeId>,
    /// Classes that objects had before; see [S5].
    pub(crate) former: RefCell<HashMap<Obj, Vec<Value>>>,
    /// Objects with a count of zero that wait for their turn.
    pub(crate) trash: RefCell<Vec<Obj>>,
    pub(crate) busy: Busy,
    /// Those who pin the core; once the heap is dropped, the objects that are left as well.
    pub(crate) live: Cell<usize>,
    pub(crate) collecting: Cell<bool>,
    /// The members of a dead set are taken apart: suspects are destroyed when their turn comes.
    pub(crate) clearing: Cell<bool>,
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
            bodies: Cell::new(TypeId::of::<NoBody>()),
            former: RefCell::default(),
            trash: RefCell::default(),
            busy: Busy::default(),
            live: Cell::new(0),
            collecting: Cell::new(false),
            clearing: Cell::new(false),
            late_deaths: Cell::new(0),
            serial: Cell::new(0),
        })))
    }

    pub(crate) fn next_serial(&self) -> u64 {
        self.serial.set(self.serial.get() + 1);
        self.serial.get()
    }
}

/// All that can keep a death from being a short one, in one word.
#[derive(Default)]
pub(crate) struct Busy(Cell<u32>);

/// Deaths nest this deep before they queue.
const NESTING: u32 = 40;
/// Objects wait in the trash.
const TRASH: u32 = 1 << 29;
/// Nothing is freed while an analysis runs.
const HOLDING: u32 = 1 << 30;
/// The heap is dropped: nothing of the program runs any more.
const CLOSED: u32 = 1 << 31;

impl Busy {
    /// Whether an object may die at once, and nobody waits for the end of its death.
    #[inline]
    pub(crate) fn admits_short_death(&self) -> bool {
        self.0.get() < NESTING
    }

    /// Whether another death may nest in those that are under way.
    pub(crate) fn is_deep(&self) -> bool {
        self.depth() >= NESTING
    }

    /// How many deaths are nested.
    pub(crate) fn depth(&self) -> u32 {
        self.0.get() & (TRASH - 1)
    }

    /// A death begins.
    #[inline]
    pub(crate) fn enter(&self) {
        self.0.set(self.0.get() + 1);
    }

    /// A death ends; true if there is more to be done.
    #[inline]
    pub(crate) fn leave(&self) -> bool {
        let busy = self.0.get() - 1;
        self.0.set(busy);
        busy >= TRASH
    }

    fn set(&self, flag: u32, on: bool) -> bool {
        let before = self.0.get();
        self.0.set(if on { before | flag } else { before & !flag });
        before & flag != 0
    }

    pub(crate) fn set_trash(&self, waits: bool) {
        self.set(TRASH, waits);
    }

    pub(crate) fn is_holding(&self) -> bool {
        self.0.get() & HOLDING != 0
    }

    /// Returns what was set before.
    pub(crate) fn set_holding(&self, on: bool) -> bool {
        self.set(HOLDING, on)
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.0.get() & CLOSED != 0
    }

    pub(crate) fn close(&self) {
        self.set(CLOSED, true);
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
        if self.busy.is_closed() && self.live.get() == 0 {
            // SAFETY: [S8] the heap is gone, and neither object nor pin is left.
            drop(unsafe { Box::from_raw(self.0.as_ptr()) });
        }
    }
}

/// The words behind the payload of an object.
#[inline]
pub(crate) fn fields(object: Obj) -> *mut [Option<Value>] {
    let tail = object.kind().table.tail;
    let end = if object.has(BARE | LARGE | ROW) {
        unusual_end(object, tail)
    } else {
        Page::of(object).slot_bytes.get() as usize - object.serial_bytes()
    };
    std::ptr::slice_from_raw_parts_mut(object.byte(tail).cast(), (end - tail) / 8)
}

/// Where the words behind the payload end, if that is not the end of a slot in a page.
#[cold]
fn unusual_end(object: Obj, tail: usize) -> usize {
    if object.has(BARE) {
        tail
    } else if object.has(ROW) {
        let row = object.byte(tail - size_of::<Row>()).cast::<Row>();
        // SAFETY: [S4][S12] the payload of an object with this flag is a row, right before its tail.
        tail + unsafe { &*row }.field_count() * 8
    } else {
        Store::bytes_of(object) - object.serial_bytes()
    }
}

/// The same where they end with a slot in a page; None for the rest.
#[inline]
pub(crate) fn fields_in_page(object: Obj) -> Option<*mut [Option<Value>]> {
    (!object.has(BARE | LARGE | ROW)).then(|| fields(object))
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
        if !object.has(BARE) {
            for value in (*fields(object)).iter().flatten() {
                visitor.visit(value);
            }
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
