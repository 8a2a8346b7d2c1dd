//! Conversions to numbers: `__index__`.

use objmodel_gc::{Borrowed, Value};
use objmodel_slots::SlotId;

use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::types::slot::Slot;

impl Runtime {
    /// Whether the object can stand for an integer.
    pub fn has_index(&self, value: Borrowed<'_>) -> bool {
        value.as_small_int().is_some() || self.slots_of(value).has(SlotId::NbIndex)
    }

    /// `operator.index(x)`: an exact `int` without loss.
    ///
    /// # Errors
    /// `TypeError` if it has no `__index__` or that returns no int.
    pub fn index(&mut self, value: Borrowed<'_>) -> Result {
        if value.as_small_int().is_some() {
            return Ok(value.to_value());
        }
        if self.as_int(value).is_some() {
            return self.exact_int(value.to_value());
        }
        let answer: Value = match self.slots_of(value).get(SlotId::NbIndex) {
            Slot::Unary(_, code) => code.enter(self, "")?(self, value)?,
            Slot::Python(function) => {
                let function = function.clone();
                self.call_unbound(&function, value, &[])?
            }
            _ => {
                return Err(self.type_error(format!(
                    "'{}' object cannot be interpreted as an integer",
                    self.type_name(value)
                )));
            }
        };
        if self.as_int(answer.as_ref()).is_none() {
            return Err(self.type_error(format!(
                "__index__ returned non-int (type {})",
                self.type_name(answer.as_ref())
            )));
        }
        self.warn_of_subclass("__index__", "int", answer.as_ref())?;
        self.exact_int(answer)
    }

    /// Warns if a conversion method returned an instance of a strict subclass of `int`, `float` or
    /// `complex`: the class called `noun`.
    ///
    /// # Errors
    /// The warning as an exception, if the host's hook makes it one.
    pub fn warn_of_subclass(
        &mut self,
        method: &str,
        noun: &str,
        answer: Borrowed<'_>,
    ) -> Result<()> {
        let types = &self.types;
        let class = self.type_of(answer);
        if class.is(&types.int) || class.is(&types.float) || class.is(&types.complex) {
            return Ok(());
        }
        let message = format!(
            "{method} returned non-{noun} (type {}).  The ability to return an instance of a strict \
             subclass of {noun} is deprecated, and may be removed in a future version of Python.",
            self.type_name(answer)
        );
        let category = self.types.deprecation_warning.clone();
        self.warn(&category, &message)
    }

    /// An integer as one of the class `int` itself.
    fn exact_int(&self, number: Value) -> Result {
        if self.type_of(number.as_ref()).is(&self.types.int) {
            return Ok(number);
        }
        match self.as_int(number.as_ref()).map(|n| n.to_big()) {
            Some(copy) => self.big_int(copy),
            None => Ok(number),
        }
    }

    /// An index as a machine word; `too_large` makes the error for one that does not fit.
    ///
    /// # Errors
    /// As for [`Runtime::index`], and what `too_large` makes.
    pub fn index_as_size(
        &mut self,
        value: Borrowed<'_>,
        too_large: impl FnOnce(&Runtime, Borrowed<'_>) -> Raise,
    ) -> Result<isize> {
        let index = self.index(value)?;
        match self.as_int(index.as_ref()).and_then(|n| n.to_i64()) {
            Some(n) => Ok(n as isize),
            None => Err(too_large(self, value)),
        }
    }

    /// An index as a machine word, cut to the range of one: what slicing does.
    ///
    /// # Errors
    /// As for [`Runtime::index`].
    pub fn index_clamped(&mut self, value: Borrowed<'_>) -> Result<isize> {
        let index = self.index(value)?;
        Ok(match self.as_int(index.as_ref()) {
            Some(n) => match n.to_i64() {
                Some(n) => n as isize,
                None if n.is_negative() => isize::MIN,
                None => isize::MAX,
            },
            None => 0,
        })
    }
}
