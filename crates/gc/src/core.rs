//! The core of a heap: its state, and what can be done with an object without a token.

use std::any::TypeId;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ptr::NonNull;

use crate::class::{Class, NoBody};
use crate::cycle::Cycle;
use crate::handle::Gc;
use crate::header::{ALLOCATION_NUMBER, HAS_OLD_CLASSES, INLINE_ARRAY, LARGE, NO_FIELDS, Obj};
use crate::inline_array::InlineArray;
use crate::meter::ByteMeter;
use crate::page::Page;
use crate::pending::Pending;
use crate::policy::Policy;
use crate::store::Store;
use crate::value::Value;
use crate::visitor::Visitor;
use crate::weak::{Targets, WeakRef};

/// The state of a heap. It lives until the heap is dropped and its last object is gone.
pub(crate) struct Core {
    pub(crate) store: Store,
    pub(crate) meter: ByteMeter,
    pub(crate) pending: Pending,
    pub(crate) policy: Policy,
    pub(crate) targets: Targets,
    /// The type of all classes in this heap; classes with [`NoBody`] while there are none.
    pub(crate) classes: Cell<TypeId>,
    /// Classes that objects had before; see [S5].
    pub(crate) old_classes: RefCell<HashMap<Obj, Vec<Value>>>,
    /// Objects with a count of zero that wait for their turn.
    pub(crate) deferred: RefCell<Vec<Obj>>,
    pub(crate) dealloc_state: DeallocState,
    /// Those who pin the core; once the heap is dropped, the objects that are left as well.
    pub(crate) live: Cell<usize>,
    pub(crate) collecting: Cell<bool>,
    /// A trial deletion follows references: its candidates are in no list yet.
    pub(crate) examining: Cell<bool>,
    /// Candidates that are not counted: objects that became parts of unreachable ones while code of the program
    /// ran, and (true) unreachable ones that were parts until they were shown to it.
    pub(crate) adopted: RefCell<Vec<(Obj, bool)>>,
    /// A dead set is taken apart: candidates are destroyed when their turn comes.
    pub(crate) clearing: Cell<bool>,
    /// The collection in slices that is under way, between two of its slices.
    pub(crate) cycle: RefCell<Option<Cycle>>,
    /// The cycle puts its suspects into batches, or examines these: slots of those in a batch are kept.
    pub(crate) batching: Cell<bool>,
    /// Deallocs in the closed heap since somebody last looked for cycles.
    pub(crate) late_deallocs: Cell<usize>,
    pub(crate) allocation_number: Cell<u64>,
}

impl Core {
    pub(crate) fn new(limit: usize) -> NonNull<Core> {
        NonNull::from(Box::leak(Box::new(Core {
            store: Store::new(),
            meter: ByteMeter::new(limit),
            pending: Pending::default(),
            policy: Policy::default(),
            targets: Targets::default(),
            classes: Cell::new(TypeId::of::<Class<NoBody>>()),
            old_classes: RefCell::default(),
            deferred: RefCell::default(),
            dealloc_state: DeallocState::default(),
            live: Cell::new(0),
            collecting: Cell::new(false),
            examining: Cell::new(false),
            adopted: RefCell::default(),
            clearing: Cell::new(false),
            cycle: RefCell::default(),
            batching: Cell::new(false),
            late_deallocs: Cell::new(0),
            allocation_number: Cell::new(0),
        })))
    }

    /// Queues `__del__` of an object for the next safe point.
    pub(crate) fn finalize_later(&self, object: Value) {
        self.pending.finalize(object);
        self.meter.guard.raise();
    }

    /// Queues the callback of a weak reference for the next safe point.
    pub(crate) fn call_later(&self, weakref: Gc<WeakRef>) {
        self.pending.call(weakref);
        self.meter.guard.raise();
    }

    pub(crate) fn next_allocation_number(&self) -> u64 {
        self.allocation_number.set(self.allocation_number.get() + 1);
        self.allocation_number.get()
    }
}

/// All that can keep a dealloc from being done inline, in one word.
#[derive(Default)]
pub(crate) struct DeallocState(Cell<u32>);

/// Deallocs nest this deep before they queue.
const NESTING: u32 = 40;
/// Objects wait in the deferred list.
const DEFERRED: u32 = 1 << 29;
/// Nothing is freed while a trial deletion runs.
const HOLDING: u32 = 1 << 30;
/// The heap is dropped: nothing of the program runs any more.
const CLOSED: u32 = 1 << 31;

impl DeallocState {
    /// Whether an object may be deallocated inline: nobody waits for its end.
    #[inline]
    pub(crate) fn can_dealloc_inline(&self) -> bool {
        self.0.get() < NESTING
    }

    /// Whether another dealloc may nest in those that are under way.
    pub(crate) fn is_deep(&self) -> bool {
        self.depth() >= NESTING
    }

    /// How many deallocs are nested.
    pub(crate) fn depth(&self) -> u32 {
        self.0.get() & (DEFERRED - 1)
    }

    /// A dealloc begins.
    #[inline]
    pub(crate) fn enter(&self) {
        self.0.set(self.0.get() + 1);
    }

    /// A dealloc ends; true if there is more to be done.
    #[inline]
    pub(crate) fn leave(&self) -> bool {
        let dealloc_state = self.0.get() - 1;
        self.0.set(dealloc_state);
        dealloc_state >= DEFERRED
    }

    fn set(&self, flag: u32, on: bool) -> bool {
        let before = self.0.get();
        self.0.set(if on { before | flag } else { before & !flag });
        before & flag != 0
    }

    pub(crate) fn set_deferred(&self, waits: bool) {
        self.set(DEFERRED, waits);
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
    #[inline]
    pub(crate) fn new(core: NonNull<Core>) -> Pin {
        let pin = Pin(core);
        pin.live.set(pin.live.get() + 1);
        pin
    }
}

impl Clone for Pin {
    #[inline]
    fn clone(&self) -> Pin {
        Pin::new(self.0)
    }
}

impl std::ops::Deref for Pin {
    type Target = Core;

    #[inline]
    fn deref(&self) -> &Core {
        // SAFETY: [S8] a pinned core is there.
        unsafe { self.0.as_ref() }
    }
}

impl Drop for Pin {
    #[inline]
    fn drop(&mut self) {
        let left = self.live.get() - 1;
        self.live.set(left);
        // A living heap has few pins, and a closed one counts its objects too.
        if left == 0 && self.dealloc_state.is_closed() {
            // SAFETY: [S8] the heap is gone, and neither object nor pin is left.
            drop(unsafe { Box::from_raw(self.0.as_ptr()) });
        }
    }
}

/// The words behind the payload of an object.
#[inline]
pub(crate) fn fields(object: Obj) -> *mut [Option<Value>] {
    let tail = object.type_info().vtable.tail;
    let end = if object.has(NO_FIELDS | LARGE | INLINE_ARRAY) {
        unusual_end(object, tail)
    } else {
        Page::of(object).slot_bytes.get() as usize - object.serial_bytes()
    };
    std::ptr::slice_from_raw_parts_mut(object.byte(tail).cast(), (end - tail) / 8)
}

/// Where the words behind the payload end, if that is not the end of a slot in a page.
#[cold]
fn unusual_end(object: Obj, tail: usize) -> usize {
    if object.has(NO_FIELDS) {
        tail
    } else if object.has(INLINE_ARRAY) {
        let inline_array = object.byte(tail - size_of::<InlineArray>()).cast::<InlineArray>();
        // SAFETY: [S4][S12] the payload of an object with this flag is an inline array, right before its tail.
        tail + unsafe { &*inline_array }.field_count() * 8
    } else {
        Store::bytes_of(object) - object.serial_bytes()
    }
}

/// The words behind the payload where they end with a slot in a page; None for the rest.
#[inline]
pub(crate) fn fields_in_page(object: Obj) -> Option<*mut [Option<Value>]> {
    (!object.has(NO_FIELDS | LARGE | INLINE_ARRAY)).then(|| fields(object))
}

/// Gives an object that has an allocation number the next one.
pub(crate) fn renumber(core: &Core, object: Obj) {
    if object.has(ALLOCATION_NUMBER) {
        let number = core.next_allocation_number();
        // SAFETY: [S2] the flag says that the last word of the slot is the allocation number.
        unsafe { object.byte(Store::bytes_of(object) - 8).cast::<u64>().write(number) }
    }
}

/// When an object was made, if that is known.
pub(crate) fn allocation_number(object: Obj) -> u64 {
    if !object.has(ALLOCATION_NUMBER) {
        return 0;
    }
    // SAFETY: [S2] the flag says that the last word of the slot is the allocation number.
    unsafe { object.byte(Store::bytes_of(object) - 8).cast::<u64>().read() }
}

/// Shows all that an object refers to, its class included.
pub(crate) fn trace(object: Obj, visitor: &mut Visitor<'_>) {
    let info = object.type_info();
    // SAFETY: [S4][S9] the object is whole, and nobody borrows its payload uniquely while the
    // heap is borrowed by the trial deletion.
    unsafe {
        (info.vtable.trace)(object.byte(info.vtable.payload), visitor);
        if !object.has(NO_FIELDS) {
            for value in (*fields(object)).iter().flatten() {
                visitor.visit(value);
            }
        }
        if object.has(HAS_OLD_CLASSES)
            && let Some(classes) = info.core.as_ref().old_classes.borrow().get(&object)
        {
            classes.iter().for_each(|class| visitor.visit(class));
        }
    }
    if object.class() != object {
        visitor.visit_class(object.class());
    }
}
