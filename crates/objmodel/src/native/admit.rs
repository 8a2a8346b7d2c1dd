//! The door of a runtime: Rust values come in as objects, and what belongs to another runtime does not.
//!
//! Whatever a host hands in passes one of these: operands and arguments, names, what its functions,
//! getters and iterators return. Only they convert (the lint `clippy::disallowed_methods` sees to it),
//! so no conversion is without the check.

use objmodel_gc::{Borrowed, Value};

use super::into_object::{BorrowedIntoPyObject, IntoPyObject};
use super::name::IntoName;
use crate::raise::Result;
use crate::runtime::Runtime;

impl Runtime {
    /// The object of a Rust value, if it belongs to this runtime.
    ///
    /// ```
    /// use objmodel::prelude::*;
    ///
    /// let (mut rt, other) = (Runtime::builder().build(), Runtime::builder().build());
    /// assert!(rt.admit(1).is_ok());
    /// assert!(rt.admit(other.str("a text of another runtime")?).is_err());
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// What the conversion raises; `SystemError` for a value of another runtime, or of one that was
    /// dropped.
    #[inline]
    #[expect(clippy::disallowed_methods, reason = "the one place that converts, and checks")]
    pub fn admit(&mut self, value: impl IntoPyObject) -> Result<Value> {
        let value = value.into_py_object(self)?;
        self.check_own(&value)?;
        Ok(value)
    }

    /// The same for what borrows from a payload.
    #[expect(clippy::disallowed_methods, reason = "the one place that converts, and checks")]
    pub(crate) fn admit_borrowed(&self, value: impl BorrowedIntoPyObject) -> Result<Value> {
        let value = value.borrowed_into_py_object(self)?;
        self.check_own(&value)?;
        Ok(value)
    }

    /// The same for the name of an attribute.
    #[inline(always)]
    #[expect(clippy::disallowed_methods, reason = "the one place that converts, and checks")]
    pub(crate) fn admit_name<N: IntoName>(&mut self, name: N) -> Result<N::Held> {
        let name = name.into_name(self)?;
        self.check_own(std::borrow::Borrow::borrow(&name))?;
        Ok(name)
    }

    /// Fails if any of the values belongs to another runtime.
    ///
    /// # Errors
    /// `SystemError`.
    #[inline]
    pub fn check_all_own(&self, values: &[Borrowed<'_>]) -> Result<()> {
        match values.iter().all(|value| value.belongs_to(self)) {
            true => Ok(()),
            false => Err(self.foreign_value()),
        }
    }
}
