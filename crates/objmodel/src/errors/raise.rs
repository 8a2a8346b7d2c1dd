//! `raise` as the statement does it.

use objmodel_gc::{Borrowed, Value};

use crate::objects::exception::ExceptionObject;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::singletons;

const NO_EXCEPTION: &str = "exceptions must derive from BaseException";

impl Runtime {
    /// `raise exception`: an instance of `BaseException`, or a class of such, which is called. What is
    /// being handled becomes the context. Anything else gives the `TypeError` that Python raises.
    ///
    /// ```
    /// # use objmodel::Runtime;
    /// # fn f(rt: &mut Runtime) -> objmodel::Result {
    /// let class = rt.types().value_error.clone();
    /// Err(rt.raise(&class))
    /// # }
    /// ```
    pub fn raise<'a>(&mut self, exception: impl Into<Borrowed<'a>>) -> Raise {
        self.raise_from(exception.into(), None)
    }

    /// `raise exception from cause`, or without `from`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let cause = rt.key_error(rt.int(1)?.as_ref()).into_exception()?;
    /// let class = rt.types().value_error.clone();
    /// let raise = rt.raise_from(class.as_ref(), Some(cause.as_ref()));
    /// let text = raise.detach(&mut rt).traceback().to_owned();
    /// assert!(text.contains("direct cause"));
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn raise_from(&mut self, exception: Borrowed<'_>, cause: Option<Borrowed<'_>>) -> Raise {
        match self.made_exception(exception, cause) {
            Ok(exception) => {
                let raise = Raise::exception(exception);
                self.chain_context(&raise);
                raise
            }
            Err(raise) => raise,
        }
    }

    fn made_exception(&mut self, exception: Borrowed<'_>, cause: Option<Borrowed<'_>>) -> Result {
        let exception = self.exception_instance(exception, NO_EXCEPTION)?;
        let Some(cause) = cause else { return Ok(exception) };
        let cause = match singletons::is_none(&cause) {
            true => None,
            false => Some(
                self.exception_instance(cause, "exception causes must derive from BaseException")?,
            ),
        };
        let old = match exception.get_mut::<ExceptionObject>(self) {
            Some(payload) => {
                payload.suppress_context = true;
                std::mem::replace(&mut payload.cause, cause)
            }
            None => None,
        };
        drop(old);
        Ok(exception)
    }

    /// An exception, or the one that calling an exception class makes.
    fn exception_instance(&mut self, exception: Borrowed<'_>, otherwise: &str) -> Result {
        self.check_own(&exception)?;
        let base = self.types.base_exception.clone();
        if let Some(class) = self.as_type(exception).map(|class| class.to_gc()) {
            if !self.is_subtype(&class, &base) {
                return Err(self.type_error(otherwise));
            }
            let made = self.call(exception, ())?;
            if self.is_instance_of(made.as_ref(), &base) {
                return Ok(made);
            }
            let class = self.repr(&class)?;
            let class = class.read(self).as_str().into_owned();
            let of = Value::clone(&self.type_of(made.as_ref()));
            let of = self.repr(&of)?;
            return Err(self.type_error(format!(
                "calling {class} should have returned an instance of BaseException, not {}",
                of.read(self).as_str()
            )));
        }
        if self.is_instance_of(exception, &base) {
            return Ok(exception.to_value());
        }
        Err(self.type_error(otherwise))
    }

    /// What a raise carries as an exception: itself, or the `TypeError` for what is none.
    ///
    /// # Errors
    /// A [`Halt`](crate::Halt).
    pub fn raised_exception(&self, raise: Raise) -> Result {
        let value = raise.into_exception()?;
        self.check_own(&value)?;
        match value.get::<ExceptionObject>(self) {
            Some(_) => Ok(value),
            None => self.not_an_exception(&value).into_exception(),
        }
    }

    /// The error for what is raised and is no exception.
    #[cold]
    pub(crate) fn not_an_exception(&self, value: &Value) -> Raise {
        match self.check_own(value) {
            Ok(()) => self.type_error(NO_EXCEPTION),
            Err(raise) => raise,
        }
    }
}
