//! Fields of a payload, as the collector meets them.

use objmodel_gc::{ClearSink, Trace, Value, Visitor};

use super::super::iteration::PyVisit;

/// Runs a `__traverse__` written by hand.
pub fn visiting(visitor: &mut Visitor<'_>, traverse: impl FnOnce(PyVisit<'_>)) {
    let visitor = std::cell::RefCell::new(visitor);
    let visit = |value: &Value| {
        if let Ok(mut visitor) = visitor.try_borrow_mut() {
            visitor.visit(value);
        }
    };
    traverse(PyVisit::new(&visit));
}

/// A field that is looked at: by `Trace`, or as something that can hold no value.
pub struct Seen<'a, T: ?Sized>(pub &'a T);

pub trait SeenByTrace {
    fn trace_field(&self, visitor: &mut Visitor<'_>);
}

impl<T: ?Sized + Trace> SeenByTrace for &&Seen<'_, T> {
    #[inline]
    fn trace_field(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
}

pub trait SeenAsLeaf {
    fn trace_field(&self, visitor: &mut Visitor<'_>);
}

impl<T: ?Sized + Send> SeenAsLeaf for &Seen<'_, T> {
    #[inline]
    fn trace_field(&self, _: &mut Visitor<'_>) {}
}

#[diagnostic::on_unimplemented(
    message = "the collector would not see values in a `{Self}`",
    label = "this field is neither `Trace` nor `Send`",
    note = "derive `Trace` for its type, or write `__traverse__` and `__clear__` by hand"
)]
pub trait HoldsNoValue {}

pub trait Unseen<T: ?Sized> {
    fn trace_field(&self, visitor: &mut Visitor<'_>)
    where
        T: HoldsNoValue;
}

impl<T: ?Sized> Unseen<T> for Seen<'_, T> {
    fn trace_field(&self, _: &mut Visitor<'_>)
    where
        T: HoldsNoValue,
    {
    }
}

/// A field that gives up what it holds.
pub struct Emptied<'a, T: ?Sized>(pub &'a mut T);

pub trait EmptiedByTrace {
    fn clear_field(&mut self, sink: &mut ClearSink);
}

impl<T: ?Sized + Trace> EmptiedByTrace for &mut &mut Emptied<'_, T> {
    fn clear_field(&mut self, sink: &mut ClearSink) {
        self.0.clear(sink);
    }
}

pub trait EmptiedAsLeaf {
    fn clear_field(&mut self, sink: &mut ClearSink);
}

impl<T: ?Sized + Send> EmptiedAsLeaf for &mut Emptied<'_, T> {
    fn clear_field(&mut self, _: &mut ClearSink) {}
}

pub trait NotEmptied<T: ?Sized> {
    fn clear_field(&mut self, sink: &mut ClearSink)
    where
        T: HoldsNoValue;
}

impl<T: ?Sized> NotEmptied<T> for Emptied<'_, T> {
    fn clear_field(&mut self, _: &mut ClearSink)
    where
        T: HoldsNoValue,
    {
    }
}
