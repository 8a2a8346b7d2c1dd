//! Weak references: objects that are told when their target dies.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use crate::clear_sink::ClearSink;
use crate::core::Core;
use crate::handle::Gc;
use crate::header::{HEADER, Obj, WEAK};
use crate::payload::{Payload, Prefix, Role};
use crate::trace::Trace;
use crate::value::Value;
use crate::visitor::Visitor;

/// The payload of weak reference objects. Only the heap makes them.
pub struct WeakRef {
    callback: Option<Value>,
    /// A number that the object model keeps here: the target's hash outlives the target.
    pub number: Cell<Option<i64>>,
}

impl WeakRef {
    pub(crate) fn new(callback: Option<Value>) -> WeakRef {
        WeakRef { callback, number: Cell::new(None) }
    }

    /// What is to be called when the target dies; None once it was called.
    pub fn callback(&self) -> Option<&Value> {
        self.callback.as_ref()
    }

    /// Takes the callback out, to call it.
    pub fn take_callback(&mut self) -> Option<Value> {
        self.callback.take()
    }
}

impl Trace for WeakRef {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.callback.trace(visitor);
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        self.callback.clear(sink);
    }
}

impl Payload for WeakRef {
    const PREFIX: Prefix = Prefix::new(size_of::<Node>(), Role::WeakRef);
}

/// What the heap keeps of a weak reference, out of reach of `&mut WeakRef`.
pub(crate) struct Node {
    pub(crate) target: Cell<Option<Obj>>,
    /// The next older reference to the same target, and the next newer one.
    pub(crate) older: Cell<Option<Obj>>,
    newer: Cell<Option<Obj>>,
    pub(crate) has_callback: Cell<bool>,
    pub(crate) allocation_number: u64,
}

impl Node {
    pub(crate) fn new(target: Obj, has_callback: bool, allocation_number: u64) -> Node {
        Node {
            target: Cell::new(Some(target)),
            older: Cell::new(None),
            newer: Cell::new(None),
            has_callback: Cell::new(has_callback),
            allocation_number,
        }
    }
}

/// The newest weak reference of every target.
pub(crate) type Targets = RefCell<HashMap<Obj, Obj>>;

/// The node of a weak reference object.
pub(crate) fn node<'a>(weakref: Obj) -> &'a Node {
    // SAFETY: [S3] the caller passes a weak reference object, which has its node behind the
    // header; only cells change.
    unsafe { &*weakref.byte(HEADER).cast::<Node>() }
}

/// Enters a new weak reference as the newest of its target.
pub(crate) fn link(core: &Core, weakref: Obj, target: Obj) {
    let older = core.targets.borrow_mut().insert(target, weakref);
    node(weakref).older.set(older);
    if let Some(older) = older {
        node(older).newer.set(Some(weakref));
    }
    target.set(WEAK);
}

/// Takes a weak reference off its target.
pub(crate) fn unlink(core: &Core, weakref: Obj) {
    let node_ = node(weakref);
    let Some(target) = node_.target.take() else { return };
    let (older, newer) = (node_.older.take(), node_.newer.take());
    if let Some(older) = older {
        node(older).newer.set(newer);
    }
    match (newer, older) {
        (Some(newer), older) => node(newer).older.set(older),
        (None, Some(older)) => {
            core.targets.borrow_mut().insert(target, older);
        }
        (None, None) => {
            core.targets.borrow_mut().remove(&target);
            target.unset(WEAK);
        }
    }
}

/// All weak references of a target, the newest first.
pub(crate) fn all(core: &Core, target: Obj) -> Vec<Obj> {
    let newest = core.targets.borrow().get(&target).copied();
    std::iter::successors(newest, |weakref| node(*weakref).older.get()).collect()
}

/// Makes all weak references of a target dead and returns those who want to be called and still
/// can be, the newest first.
pub(crate) fn clear(core: &Core, target: Obj) -> Vec<Gc<WeakRef>> {
    let mut calls = Vec::new();
    let mut next = core.targets.borrow_mut().remove(&target);
    target.unset(WEAK);
    while let Some(weakref) = next {
        let node = node(weakref);
        next = node.older.take();
        node.newer.set(None);
        node.target.set(None);
        // A reference that waits for its own dealloc is beyond calling.
        if node.has_callback.replace(false) && weakref.count() > 0 {
            weakref.increment();
            calls.push(Gc::from_checked(Value::owning(weakref)));
        }
    }
    calls
}

/// The target died by its count.
pub(crate) fn target_dies(core: &Core, target: Obj) {
    for weakref in clear(core, target) {
        if !core.dealloc_state.is_closed() {
            core.call_later(weakref);
        }
    }
}

impl Gc<WeakRef> {
    /// The target, if it still lives.
    pub fn upgrade(&self) -> Option<Value> {
        let target = node(self.object()).target.get()?;
        target.increment();
        Some(Value::owning(target))
    }
}
