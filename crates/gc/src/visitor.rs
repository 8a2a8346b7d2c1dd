//! The visitor: is shown every value that an object refers to.

use crate::header::{Obj, ROOT, SUSPECT};
use crate::value::Value;

/// What `Trace::trace` shows an object's values to.
pub struct Visitor<'a> {
    pub(crate) mode: Mode<'a>,
    /// Leaf objects are examined too.
    pub(crate) leaves: bool,
}

pub(crate) enum Mode<'a> {
    /// Take the edge off the trial count of suspects.
    Subtract,
    /// Clear suspects of suspicion and remember them.
    Reach(&'a mut Vec<Obj>),
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
            Mode::Subtract => subtract(value.object_unchecked()),
            Mode::Reach(found) => reach(value.object_unchecked(), found),
        }
    }

    /// Shows the edge from an object to its class.
    pub(crate) fn visit_class(&mut self, class: Obj) {
        match &mut self.mode {
            Mode::Each(act) => act(&std::mem::ManuallyDrop::new(Value::owning(class))),
            Mode::Subtract => subtract(class),
            Mode::Reach(found) => reach(class, found),
        }
    }
}

#[inline]
fn subtract(object: Obj) {
    let trial = object.trial();
    if object.has(SUSPECT) && trial != 0 && trial != ROOT {
        object.set_trial(trial - 1);
    }
}

#[inline]
fn reach(object: Obj, found: &mut Vec<Obj>) {
    if object.has(SUSPECT) {
        object.unset(SUSPECT);
        found.push(object);
    }
}
