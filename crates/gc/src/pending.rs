//! The pending queue: finalizers and callbacks that wait for a safe point.

use std::cell::{Cell, RefCell};

use crate::core::Pin;
use crate::handle::Gc;
use crate::host::Host;
use crate::value::Value;
use crate::weak::WeakRef;

pub(crate) enum Entry {
    /// Call `__del__`. The queue holds the only count.
    Finalize(Value),
    /// Call the callback of a dead weak reference.
    Call(Gc<WeakRef>),
}

/// What is to be run, in CPython's order: what an entry causes comes before older entries.
#[derive(Default)]
pub(crate) struct Pending {
    incoming: RefCell<Vec<Entry>>,
    count: Cell<usize>,
    /// Entries in the order of their turn, the next one last.
    stack: RefCell<Vec<Entry>>,
    drains: Cell<usize>,
}

impl Pending {
    pub(crate) fn finalize(&self, object: Value) {
        self.push(Entry::Finalize(object));
    }

    pub(crate) fn call(&self, weakref: Gc<WeakRef>) {
        self.push(Entry::Call(weakref));
    }

    fn push(&self, entry: Entry) {
        self.incoming.borrow_mut().push(entry);
        self.count.set(self.count.get() + 1);
    }

    #[inline]
    pub(crate) fn any(&self) -> bool {
        self.count.get() != 0
    }

    /// The next entry above the first `base` ones.
    fn next(&self, base: usize) -> Option<Entry> {
        let mut stack = self.stack.borrow_mut();
        stack.extend(self.incoming.borrow_mut().drain(..).rev());
        self.count.set(0);
        if stack.len() > base { stack.pop() } else { None }
    }

    pub(crate) fn take_all(&self) -> Vec<Entry> {
        self.next(usize::MAX);
        self.stack.take()
    }
}

/// Runs what is pending: finalizers, then what the dealloc of their objects causes, and so on.
#[inline]
pub fn drain<H: Host>(host: &mut H) {
    if host.as_mut().has_pending() {
        run(host);
    }
}

#[cold]
#[inline(never)]
fn run<H: Host>(host: &mut H) {
    /// Counts this run out, also when the host panics.
    struct Run(Pin);
    impl Drop for Run {
        fn drop(&mut self) {
            self.0.pending.drains.set(self.0.pending.drains.get() - 1);
        }
    }
    let pin = Pin::new(host.as_mut().core());
    let drains = pin.pending.drains.get();
    pin.pending.drains.set(drains + 1);
    let base = if drains == 0 { 0 } else { pin.pending.stack.borrow().len() };
    let run = Run(pin);
    while let Some(entry) = run.0.pending.next(base) {
        match entry {
            Entry::Finalize(object) => host.finalize(&object),
            Entry::Call(weakref) => {
                host.weakref_callback(&weakref);
                if let Some(payload) = weakref.try_write(host) {
                    let callback = payload.take_callback();
                    drop(callback);
                }
            }
        }
    }
}
