//! Errors that are written down without a runtime, and become exceptions when they leave a method.

use super::class::PyClassBase;
use super::into_object::{IntoPyObject, IntoRaise};
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;

/// Makes an exception when there is a runtime.
type Make = Box<dyn FnOnce(&mut Runtime) -> Result<Raise>>;

/// An exception, or what one is to be made of: the error type of methods that have no runtime.
///
/// `PyValueError::new_err("...")` makes one for each built-in class of exceptions.
pub struct PyErr(Repr);

enum Repr {
    Raised(Raise),
    Lazy(Make),
}

/// What methods return that may raise, in PyO3's words.
pub type PyResult<T> = std::result::Result<T, PyErr>;

impl PyErr {
    /// An exception of this class with one argument.
    ///
    /// ```
    /// use objmodel::prelude::*;
    ///
    /// #[pyclass]
    /// struct Door {
    ///     open: bool,
    /// }
    ///
    /// #[pymethods]
    /// impl Door {
    ///     #[new]
    ///     fn new() -> Door {
    ///         Door { open: false }
    ///     }
    ///
    ///     fn enter(&self) -> PyResult<&str> {
    ///         match self.open {
    ///             true => Ok("welcome"),
    ///             false => Err(PyRuntimeError::new_err("the door is shut")),
    ///         }
    ///     }
    /// }
    ///
    /// fn main() -> Result<()> {
    ///     let mut rt = Runtime::builder().build();
    ///     objmodel_builtins::install(&mut rt)?;
    ///     let class = rt.get_type::<Door>()?;
    ///     let door = rt.call(&class, ())?;
    ///     let error = rt.call_method(&door, "enter", ()).detach(&mut rt).unwrap_err();
    ///     assert_eq!(error.to_string(), "RuntimeError: the door is shut");
    ///     Ok(())
    /// }
    /// ```
    pub fn new<C: PyClassBase>(argument: impl IntoPyObject + 'static) -> PyErr {
        PyErr(Repr::Lazy(Box::new(move |rt| {
            let class = C::base_class(rt)?;
            let argument = rt.admit(argument)?;
            let made = rt.call_with(
                class.as_ref(),
                crate::arguments::CallArgs::positional(&[argument.as_ref()]),
            )?;
            Ok(rt.raise(&made))
        })))
    }
}

impl From<Raise> for PyErr {
    fn from(raise: Raise) -> PyErr {
        PyErr(Repr::Raised(raise))
    }
}

impl IntoRaise for PyErr {
    fn into_raise(self, rt: &mut Runtime) -> Raise {
        match self.0 {
            Repr::Raised(raise) => raise,
            Repr::Lazy(make) => match make(rt) {
                Ok(raise) | Err(raise) => raise,
            },
        }
    }
}

impl std::fmt::Display for PyErr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.0 {
            Repr::Raised(raise) => raise.fmt(f),
            Repr::Lazy(_) => f.write_str("an exception that becomes one when it leaves the method"),
        }
    }
}

impl std::error::Error for PyErr {}

impl std::fmt::Debug for PyErr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.0 {
            Repr::Raised(raise) => raise.fmt(f),
            Repr::Lazy(_) => f.write_str("PyErr(not raised yet)"),
        }
    }
}
