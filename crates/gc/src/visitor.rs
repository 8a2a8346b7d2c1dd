//! The visitor: is shown every value that an object refers to.

use crate::header::{CANDIDATE, Obj, ROOT};
use crate::value::Value;

/// What `Trace::trace` shows an object's values to.
pub struct Visitor<'a> {
    pub(crate) mode: Mode<'a>,
    /// Leaf objects are examined too.
    pub(crate) leaves: bool,
}

pub(crate) enum Mode<'a> {
    /// Take the edge off the trial count of candidates.
    Subtract(&'a mut Ring),
    /// Mark candidates as reachable and remember them.
    Reach(&'a mut Reached),
    /// Show each value.
    Each(&'a mut dyn FnMut(&Value)),
}

impl Visitor<'_> {
    /// Shows one owned value. Each is to be shown exactly once.
    #[inline]
    pub fn visit(&mut self, value: &Value) {
        match &mut self.mode {
            Mode::Each(act) => act(value),
            _ if !value.is_object() || value.is_leaf() && !self.leaves => {}
            Mode::Subtract(ring) => ring.subtract_later(value.object_unchecked()),
            Mode::Reach(reached) => reached.reach_later(value.object_unchecked()),
        }
    }

    /// Shows the edge from an object to its class.
    #[inline]
    pub(crate) fn visit_class(&mut self, class: Obj) {
        match &mut self.mode {
            Mode::Each(act) => act(&std::mem::ManuallyDrop::new(Value::owning(class))),
            Mode::Subtract(_) => subtract(class),
            Mode::Reach(reached) => reached.reach(class),
        }
    }
}

/// Objects that wait while their headers are on the way into the cache. Nothing is freed meanwhile.
#[derive(Default)]
pub(crate) struct Ring {
    waiting: [Option<Obj>; 16],
    next: usize,
}

impl Ring {
    /// Lets an object wait, and returns the one that waited longest.
    #[inline]
    fn exchange(&mut self, object: Obj) -> Option<Obj> {
        object.prefetch();
        self.next = (self.next + 1) % self.waiting.len();
        self.waiting[self.next].replace(object)
    }

    #[inline]
    fn subtract_later(&mut self, object: Obj) {
        if let Some(object) = self.exchange(object) {
            subtract(object);
        }
    }

    /// Subtracts for those that still wait.
    pub(crate) fn finish(self) {
        self.waiting.into_iter().flatten().for_each(subtract);
    }
}

/// Objects that were found to be referenced from outside.
#[derive(Default)]
pub(crate) struct Reached {
    ring: Ring,
    /// Those that were not followed yet.
    pub(crate) found: Vec<Obj>,
}

impl Reached {
    #[inline]
    fn reach_later(&mut self, object: Obj) {
        if let Some(object) = self.ring.exchange(object) {
            self.reach(object);
        }
    }

    #[inline]
    fn reach(&mut self, object: Obj) {
        if object.has(CANDIDATE) {
            object.unset(CANDIDATE);
            self.found.push(object);
        }
    }

    /// Looks at those that still wait.
    pub(crate) fn hurry(&mut self) {
        for object in std::mem::take(&mut self.ring).waiting.into_iter().flatten() {
            self.reach(object);
        }
    }
}

#[inline]
fn subtract(object: Obj) {
    let trial = object.trial();
    if object.has(CANDIDATE) && trial != 0 && trial != ROOT {
        object.set_trial(trial - 1);
    }
}
