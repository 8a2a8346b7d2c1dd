//! What native iterators and `__traverse__` are written with: `IterNextOutput`, `PyVisit`.

use objmodel_gc::{Borrowed, Gc, Payload, Value};

/// What `__next__` returns if an iterator ends with a value, as generators do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IterNextOutput<T, U> {
    /// The next item.
    Yield(T),
    /// The end: the value of the `StopIteration`.
    Return(U),
}

/// What `__anext__` returns if an asynchronous iterator ends with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IterANextOutput<T, U> {
    /// What is awaited for the next item.
    Yield(T),
    /// The end: the value of the `StopAsyncIteration`.
    Return(U),
}

/// What a `__traverse__` written by hand shows its values to, each once.
#[derive(Clone, Copy)]
pub struct PyVisit<'a>(&'a dyn Fn(&Value));

/// Why a `__traverse__` stopped; there is no reason yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PyTraverseError(());

impl<'a> PyVisit<'a> {
    pub(crate) fn new(visit: &'a dyn Fn(&Value)) -> PyVisit<'a> {
        PyVisit(visit)
    }

    /// Shows a value, or what an option holds.
    ///
    /// # Errors
    /// None at present.
    pub fn call(&self, value: impl Visited) -> Result<(), PyTraverseError> {
        if let Some(value) = value.visited() {
            (self.0)(value);
        }
        Ok(())
    }
}

/// What can be shown to a [`PyVisit`].
pub trait Visited {
    /// The value.
    fn visited(&self) -> Option<&Value>;
}

impl Visited for &Value {
    fn visited(&self) -> Option<&Value> {
        Some(self)
    }
}

impl<T: Payload> Visited for &Gc<T> {
    fn visited(&self) -> Option<&Value> {
        Some(self)
    }
}

impl Visited for Borrowed<'_> {
    fn visited(&self) -> Option<&Value> {
        Some(self)
    }
}

impl Visited for &Option<Value> {
    fn visited(&self) -> Option<&Value> {
        self.as_ref()
    }
}

impl<T: Payload> Visited for &Option<Gc<T>> {
    fn visited(&self) -> Option<&Value> {
        self.as_ref().map(|handle| &**handle)
    }
}
