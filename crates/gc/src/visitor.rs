//! The visitor: is shown every value that an object refers to.

use crate::header::{CANDIDATE, LARGE, Obj, ROOT, SUSPECT};
use crate::value::Value;

/// What `Trace::trace` shows an object's values to.
pub struct Visitor<'a> {
    pub(crate) mode: Mode<'a>,
    /// Leaf objects are examined too.
    pub(crate) leaves: bool,
}

pub(crate) enum Mode<'a> {
    /// Take the edge off the trial count of those examined.
    Subtract(&'a mut Ring),
    /// Mark those examined as reachable and remember them.
    Reach(&'a mut Reached),
    /// Put suspects behind those of their batch.
    Batch(&'a mut Vec<Obj>),
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
            Mode::Batch(batch) => enlist(batch, value.object_unchecked()),
        }
    }

    /// Shows the edge from an object to its class.
    #[inline]
    pub(crate) fn visit_class(&mut self, class: Obj) {
        match &mut self.mode {
            Mode::Each(act) => act(&std::mem::ManuallyDrop::new(Value::owning(class))),
            Mode::Subtract(ring) => subtract(class, ring.examined),
            Mode::Reach(reached) => reached.reach(class),
            Mode::Batch(batch) => enlist(batch, class),
        }
    }
}

/// The trial count of a suspect that is in a batch; of others it is zero by then.
pub(crate) const ENLISTED: u32 = 1;

/// Puts a suspect behind the others of a batch, unless it is in one already.
#[inline(never)]
pub(crate) fn enlist(batch: &mut Vec<Obj>, object: Obj) {
    if object.has(SUSPECT) && object.trial() != ENLISTED {
        object.set_trial(ENLISTED);
        batch.push(object);
    }
}

/// Objects that wait while their headers are on the way into the cache. Nothing is freed meanwhile.
pub(crate) struct Ring {
    waiting: [Option<Obj>; 16],
    next: usize,
    /// The flag of those that are examined.
    examined: u32,
    /// How many came by.
    pub(crate) seen: usize,
}

impl Ring {
    /// For edges to objects that have the flag `examined`.
    pub(crate) fn new(examined: u32) -> Ring {
        Ring { waiting: [None; 16], next: 0, examined, seen: 0 }
    }

    /// Lets an object wait, and returns the one that waited longest.
    #[inline]
    fn exchange(&mut self, object: Obj) -> Option<Obj> {
        object.prefetch();
        self.seen += 1;
        self.next = (self.next + 1) % self.waiting.len();
        self.waiting[self.next].replace(object)
    }

    #[inline]
    fn subtract_later(&mut self, object: Obj) {
        if let Some(object) = self.exchange(object) {
            subtract(object, self.examined);
        }
    }

    /// Subtracts for those that still wait.
    pub(crate) fn finish(self) {
        self.waiting.into_iter().flatten().for_each(|object| subtract(object, self.examined));
    }
}

/// Objects that were found to be referenced from outside.
pub(crate) struct Reached {
    pub(crate) ring: Ring,
    /// Those that were not followed yet.
    pub(crate) found: Vec<Obj>,
    /// Suspects with an allocation of their own were reached: they are left for their list, since the
    /// address of one cannot be kept.
    pub(crate) large: bool,
}

impl Reached {
    /// For edges to candidates.
    pub(crate) fn candidates() -> Reached {
        Reached { ring: Ring::new(CANDIDATE), found: Vec::new(), large: false }
    }

    /// For edges to suspects.
    pub(crate) fn suspects() -> Reached {
        Reached { ring: Ring::new(SUSPECT), found: Vec::new(), large: false }
    }

    #[inline]
    fn reach_later(&mut self, object: Obj) {
        if let Some(object) = self.ring.exchange(object) {
            self.reach(object);
        }
    }

    #[inline]
    fn reach(&mut self, object: Obj) {
        let examined = self.ring.examined;
        if !object.has(examined) {
            return;
        }
        if examined == SUSPECT && object.has(LARGE) {
            object.set_trial(ROOT);
            self.large = true;
            return;
        }
        object.unset(examined);
        self.found.push(object);
    }

    /// Looks at those that still wait.
    pub(crate) fn hurry(&mut self) {
        for object in std::mem::take(&mut self.ring.waiting).into_iter().flatten() {
            self.reach(object);
        }
    }
}

#[inline]
fn subtract(object: Obj, examined: u32) {
    let trial = object.trial();
    if object.has(examined) && trial != 0 && trial != ROOT {
        object.set_trial(trial - 1);
    }
}
