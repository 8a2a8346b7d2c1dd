//! Payload of exceptions.

use objmodel_gc::{Gc, Payload, Trace, Value};

use super::traceback::Traceback;
use super::tuple::Tuple;

/// The payload of `BaseException` and of all its native subclasses.
#[derive(Trace)]
pub struct ExceptionObject {
    /// `args`.
    pub args: Tuple,
    /// `__cause__`.
    pub cause: Option<Value>,
    /// `__context__`.
    pub context: Option<Value>,
    /// `__suppress_context__`.
    #[trace(leaf)]
    pub suppress_context: bool,
    /// `__traceback__`.
    pub traceback: Option<Traceback>,
    /// What a native subclass adds: `StopIteration.value`, `OSError.errno` and so on, in the
    /// order of its table.
    pub extra: Vec<Option<Value>>,
}

/// A handle to an exception.
pub type Exception = Gc<ExceptionObject>;

impl Payload for ExceptionObject {
    const EXTENSIBLE: bool = true;

    fn external_bytes(&self) -> usize {
        0
    }
}

impl ExceptionObject {
    /// A plain exception.
    pub fn new(args: Tuple) -> ExceptionObject {
        ExceptionObject {
            args,
            cause: None,
            context: None,
            suppress_context: false,
            traceback: None,
            extra: Vec::new(),
        }
    }

    /// The value of extra attribute `index`.
    pub fn extra(&self, index: usize) -> Option<&Value> {
        self.extra.get(index)?.as_ref()
    }

    /// Sets extra attribute `index`.
    pub fn set_extra(&mut self, index: usize, value: Option<Value>) {
        if self.extra.len() <= index {
            self.extra.resize(index + 1, None);
        }
        self.extra[index] = value;
    }
}
