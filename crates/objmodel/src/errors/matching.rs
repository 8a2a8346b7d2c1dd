//! Which exceptions an `except` clause catches.

use objmodel_gc::Borrowed;

use crate::objects::exception::ExceptionObject;
use crate::objects::tuple::TupleObject;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::types::Type;

impl Runtime {
    /// Whether the raised exception is an instance of a built-in class. A halt never is.
    pub fn is_exception_of(&self, raise: &Raise, class: &Type) -> bool {
        raise.as_exception().is_some_and(|exception| {
            // What is no exception counts as the `TypeError` that says so.
            match exception.is_payload::<ExceptionObject>() {
                true => self.is_instance_of(exception, class),
                false => self.is_subtype(&self.types.type_error, class),
            }
        })
    }

    /// Whether `except classes:` catches `exception`: by the real class, past `__class__` and
    /// `__instancecheck__`.
    ///
    /// # Errors
    /// `TypeError` if `classes` is neither an exception class nor a tuple of such.
    pub fn match_exception(&self, exception: Borrowed<'_>, classes: Borrowed<'_>) -> Result<bool> {
        self.check_all_own(&[exception, classes])?;
        let single = std::slice::from_ref(&classes);
        let candidates = match classes.get::<TupleObject>(self) {
            Some(tuple) => objmodel_gc::refs(tuple.items()),
            None => single,
        };
        let mut matches = false;
        for &candidate in candidates {
            match self.as_type(candidate) {
                Some(class) if class.read(self).flags.exception => {
                    matches = matches || self.is_instance_of(exception, &class);
                }
                _ => {
                    return Err(self.type_error(
                        "catching classes that do not inherit from BaseException is not allowed",
                    ));
                }
            }
        }
        Ok(matches)
    }
}
