//! Errors that leave their runtime: `ScriptError`, and `Raise` as an `std::error::Error`.

use std::error::Error;
use std::fmt;

use objmodel_gc::Borrowed;

use crate::native::class::PyClassBase;
use crate::native::error::PyErr;
use crate::native::into_object::IntoRaise;
use crate::raise::{Halt, Raise, Result};
use crate::runtime::Runtime;

/// What was raised, as text: it is `Send` and `Sync`, outlives the runtime, and is an
/// [`std::error::Error`], so `?` makes an `anyhow::Error` or a `Box<dyn Error>` of it.
///
/// `Display` shows class and message in one line, `Debug` the whole traceback: what `main` prints
/// if it returns one.
///
/// ```
/// use objmodel::prelude::*;
///
/// fn quotient(rt: &mut Runtime, a: i64, b: i64) -> std::result::Result<f64, ScriptError> {
///     let answer = rt.truediv(a, b).detach(rt)?;
///     answer.extract(rt).detach(rt)
/// }
///
/// let mut rt = Runtime::builder().build();
/// objmodel_builtins::install(&mut rt)?;
/// assert_eq!(quotient(&mut rt, 1, 2)?, 0.5);
/// let error = quotient(&mut rt, 1, 0).unwrap_err();
/// assert_eq!(error.to_string(), "ZeroDivisionError: division by zero");
/// assert_eq!(error.class_name(), "ZeroDivisionError");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ScriptError {
    class_name: String,
    message: String,
    traceback: String,
    halt: Option<Halt>,
}

impl ScriptError {
    /// The exception's class with its module, as tracebacks show it; empty for a halt.
    pub fn class_name(&self) -> &str {
        &self.class_name
    }

    /// `str(exception)`, or what a halt says.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What Python prints for an exception that nothing caught, with its causes.
    pub fn traceback(&self) -> &str {
        &self.traceback
    }

    /// The halt, if it was one: the run was stopped from outside.
    pub fn halt(&self) -> Option<Halt> {
        self.halt
    }
}

impl fmt::Display for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.class_name.is_empty(), self.message.is_empty()) {
            (true, _) => f.write_str(&self.message),
            (false, true) => f.write_str(&self.class_name),
            (false, false) => write!(f, "{}: {}", self.class_name, self.message),
        }
    }
}

impl fmt::Debug for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.traceback.trim_end())
    }
}

impl Error for ScriptError {}

/// The class alone, since there is no runtime to ask for more.
impl fmt::Display for Raise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_exception() {
            Some(exception) => write!(
                f,
                "{} was raised (`detach` it with its runtime for message and traceback)",
                exception.class_label()
            ),
            None => self.halt().map_or(Ok(()), |halt| halt.fmt(f)),
        }
    }
}

impl Error for Raise {}

impl Error for Halt {}

impl Raise {
    /// The error as text, which can leave the runtime. May run the `__str__` methods of exceptions.
    pub fn detach(self, rt: &mut Runtime) -> ScriptError {
        match rt.raised_exception(self) {
            Ok(exception) => rt.detached(exception.as_ref()),
            Err(raise) => {
                let halt = raise.halt();
                let message = halt.map(|halt| halt.to_string()).unwrap_or_default();
                let traceback = message.clone();
                ScriptError { class_name: String::new(), message, traceback, halt }
            }
        }
    }

    /// Whether it is an exception of this class: `raise.is_instance_of::<PyKeyError>(&mut rt)`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let raise = rt.truediv(1, 0).unwrap_err();
    /// assert!(raise.is_instance_of::<PyZeroDivisionError>(&mut rt));
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn is_instance_of<C: PyClassBase>(&self, rt: &mut Runtime) -> bool {
        C::base_class(rt).is_ok_and(|class| rt.is_exception_of(self, &class))
    }
}

impl Runtime {
    fn detached(&mut self, exception: Borrowed<'_>) -> ScriptError {
        let class = self.type_of(exception).to_gc();
        let class_name = self.full_qualified_name(&class);
        let message = match self.str_text(exception) {
            Ok(message) => message,
            Err(_) => "<exception str() failed>".to_owned(),
        };
        let traceback = match self.render_traceback(exception) {
            Ok(text) => text,
            // There is no room for it, or no time.
            Err(_) => format!("{class_name}: {message}\n"),
        };
        ScriptError { class_name, message, traceback, halt: None }
    }
}

/// Results whose errors are to leave the runtime.
pub trait Detach<T> {
    /// The result, its error as text: `rt.call(&f, ()).detach(&mut rt)?`.
    ///
    /// # Errors
    /// The error that it had.
    fn detach(self, rt: &mut Runtime) -> std::result::Result<T, ScriptError>;
}

impl<T> Detach<T> for Result<T> {
    fn detach(self, rt: &mut Runtime) -> std::result::Result<T, ScriptError> {
        self.map_err(|raise| raise.detach(rt))
    }
}

impl<T> Detach<T> for std::result::Result<T, PyErr> {
    fn detach(self, rt: &mut Runtime) -> std::result::Result<T, ScriptError> {
        self.map_err(|error| error.into_raise(rt).detach(rt))
    }
}
