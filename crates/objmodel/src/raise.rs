//! The error of every operation: a Python exception, or a `Halt` that no script can catch, in one word.

use std::fmt;

use objmodel_gc::{Borrowed, Trace, Value};

/// The result of an operation that may raise.
pub type Result<T = Value, E = Raise> = std::result::Result<T, E>;

/// Why evaluation was stopped from outside the script's own control flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Halt {
    /// The tick limit was reached.
    Ticks = HALT_BASE,
    /// Another thread set the cancel flag.
    Cancelled = HALT_BASE + 1,
    /// There is not even memory for a `MemoryError`.
    Memory = HALT_BASE + 2,
    /// The deadline is past: see [`Limits::deadline`](crate::Limits::deadline).
    Deadline = HALT_BASE + 3,
}

/// Immediates at and above this number are halts; they never meet a script.
const HALT_BASE: u8 = 0xF0;

impl fmt::Display for Halt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Halt::Ticks => "the tick limit was reached",
            Halt::Cancelled => "the run was cancelled",
            Halt::Memory => "there is no memory for an exception",
            Halt::Deadline => "the deadline is past",
        })
    }
}

/// What an operation that did not return raised: an exception object or a [`Halt`].
///
/// It is one word, so that `Result<Value, Raise>` travels in two registers.
#[derive(Clone, Trace)]
pub struct Raise(Value);

/// A [`Raise`] taken apart.
#[derive(Debug)]
pub enum RaiseKind<'a> {
    /// An instance of `BaseException`.
    Exception(Borrowed<'a>),
    /// A limit or a cancellation.
    Halt(Halt),
}

impl Raise {
    /// Wraps an exception object. Anything else counts as the `TypeError` that `raise 42` is, for
    /// those who catch or render it; [`Runtime::raise`](crate::Runtime::raise) tells at once.
    pub fn exception(exception: Value) -> Raise {
        Raise(exception)
    }

    /// Tells exception and halt apart.
    pub fn kind(&self) -> RaiseKind<'_> {
        match self.halt() {
            Some(halt) => RaiseKind::Halt(halt),
            None => RaiseKind::Exception(self.0.as_ref()),
        }
    }

    /// The halt, if this is one.
    pub fn halt(&self) -> Option<Halt> {
        match self.0.as_immediate()? {
            n if n == Halt::Ticks as u8 => Some(Halt::Ticks),
            n if n == Halt::Cancelled as u8 => Some(Halt::Cancelled),
            n if n == Halt::Memory as u8 => Some(Halt::Memory),
            n if n == Halt::Deadline as u8 => Some(Halt::Deadline),
            _ => None,
        }
    }

    /// The exception object, unless this is a halt.
    pub fn as_exception(&self) -> Option<Borrowed<'_>> {
        match self.kind() {
            RaiseKind::Exception(exception) => Some(exception),
            RaiseKind::Halt(_) => None,
        }
    }

    /// The exception object, or the raise itself back if it is a halt.
    ///
    /// # Errors
    /// The halt, if it is one.
    pub fn into_exception(self) -> std::result::Result<Value, Raise> {
        if self.halt().is_some() { Err(self) } else { Ok(self.0) }
    }
}

impl From<Halt> for Raise {
    fn from(halt: Halt) -> Raise {
        Raise(Value::immediate(halt as u8))
    }
}

impl fmt::Debug for Raise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            RaiseKind::Exception(exception) => write!(f, "Raise({exception:?})"),
            RaiseKind::Halt(halt) => write!(f, "Raise({halt})"),
        }
    }
}
