//! An error as data: which exception to raise, and with which message.

use std::borrow::Cow;
use std::fmt;

use objmodel::gc::OutOfMemory;
use objmodel::{Raise, Result, Runtime};

/// The class of the exception that a [`PureError`] stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// `TypeError`
    Type,
    /// `ValueError`
    Value,
    /// `OverflowError`
    Overflow,
    /// `ZeroDivisionError`
    ZeroDivision,
    /// `MemoryError`: the result could not be held in any memory.
    Memory,
}

/// What a pure function raises. It knows no object, so its caller builds the exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PureError {
    /// The class of the exception.
    pub kind: FaultKind,
    /// The only argument of the exception.
    pub message: Cow<'static, str>,
}

impl PureError {
    /// A `TypeError`.
    pub fn type_error(message: impl Into<Cow<'static, str>>) -> PureError {
        PureError { kind: FaultKind::Type, message: message.into() }
    }

    /// A `ValueError`.
    pub fn value_error(message: impl Into<Cow<'static, str>>) -> PureError {
        PureError { kind: FaultKind::Value, message: message.into() }
    }

    /// An `OverflowError`.
    pub fn overflow(message: impl Into<Cow<'static, str>>) -> PureError {
        PureError { kind: FaultKind::Overflow, message: message.into() }
    }

    /// A `ZeroDivisionError`.
    pub fn zero_division(message: impl Into<Cow<'static, str>>) -> PureError {
        PureError { kind: FaultKind::ZeroDivision, message: message.into() }
    }

    /// A `MemoryError`, which has no message.
    pub fn memory() -> PureError {
        PureError { kind: FaultKind::Memory, message: Cow::Borrowed("") }
    }
}

impl PureError {
    /// The exception.
    #[cold]
    pub fn raise(self, rt: &Runtime) -> Raise {
        let message = &*self.message;
        match self.kind {
            FaultKind::Type => rt.type_error(message),
            FaultKind::Value => rt.value_error(message),
            FaultKind::Overflow => rt.overflow_error(message),
            FaultKind::ZeroDivision => rt.zero_division_error(message),
            FaultKind::Memory => rt.memory_error(),
        }
    }
}

/// Turns what a pure function raised into an exception: `compute().into_py(rt)?`.
pub(crate) trait OrRaise<T> {
    /// The result with the exception in place of the error.
    fn into_py(self, rt: &Runtime) -> Result<T>;
}

impl<T> OrRaise<T> for std::result::Result<T, OutOfMemory> {
    fn into_py(self, rt: &Runtime) -> Result<T> {
        self.map_err(|OutOfMemory| rt.memory_error())
    }
}

impl From<OutOfMemory> for PureError {
    fn from(_: OutOfMemory) -> PureError {
        PureError::memory()
    }
}

impl<T> OrRaise<T> for std::result::Result<T, PureError> {
    fn into_py(self, rt: &Runtime) -> Result<T> {
        self.map_err(|pure_error| pure_error.raise(rt))
    }
}

impl fmt::Display for PureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let class = match self.kind {
            FaultKind::Type => "TypeError",
            FaultKind::Value => "ValueError",
            FaultKind::Overflow => "OverflowError",
            FaultKind::ZeroDivision => "ZeroDivisionError",
            FaultKind::Memory => "MemoryError",
        };
        write!(f, "{class}: {}", self.message)
    }
}

impl std::error::Error for PureError {}
