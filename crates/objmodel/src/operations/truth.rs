//! `bool(x)`, `len(x)`.

use objmodel_gc::Borrowed;
use objmodel_slots::SlotId;

use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons::{self, Singleton};
use crate::types::slot::Slot;

impl Runtime {
    /// The truth of an object: `__bool__`, else `__len__`, else true (data model,
    /// "object.__bool__").
    ///
    /// # Errors
    /// What the methods raise; `TypeError` if `__bool__` returns no bool.
    #[inline]
    pub fn is_true(&mut self, value: Borrowed<'_>) -> Result<bool> {
        match singletons::of(&value) {
            Some(Singleton::Bool(truth)) => Ok(truth),
            Some(Singleton::None) => Ok(false),
            _ => match value.as_small_int() {
                Some(n) => Ok(n != 0),
                None => self.is_true_slow(value),
            },
        }
    }

    fn is_true_slow(&mut self, value: Borrowed<'_>) -> Result<bool> {
        match self.slots_of(value).get(SlotId::NbBool) {
            Slot::Inquiry(_, code) => return code.enter(self, "")?(self, value),
            Slot::Python(function) => {
                let function = function.clone();
                let answer = self.call_unbound(&function, value, &[])?;
                return match singletons::as_bool(&answer) {
                    Some(truth) => Ok(truth),
                    None => Err(self.type_error(format!(
                        "__bool__ should return bool, returned {}",
                        self.type_name(answer.as_ref())
                    ))),
                };
            }
            _ => {}
        }
        Ok(self.len_if_any(value)?.is_none_or(|len| len != 0))
    }

    /// `len(x)`.
    ///
    /// # Errors
    /// `TypeError` if it has none or `__len__` returns no integer, `ValueError` if it is negative.
    pub fn len<'a>(&mut self, value: impl Into<Borrowed<'a>>) -> Result<usize> {
        let value = value.into();
        if let Some(text) = self.exact_str(value) {
            return Ok(text.len());
        }
        if let Slot::Len(_, code) = self.slots_of(value).get(SlotId::MpLength) {
            return code.enter(self, "")?(self, value);
        }
        match self.len_if_any(value)? {
            Some(len) => Ok(len),
            None => {
                Err(self
                    .type_error(format!("object of type '{}' has no len()", self.type_name(value))))
            }
        }
    }

    pub(super) fn len_if_any(&mut self, value: Borrowed<'_>) -> Result<Option<usize>> {
        for id in [SlotId::MpLength, SlotId::SqLength] {
            match self.slots_of(value).get(id) {
                Slot::Len(_, code) => return code.enter(self, "")?(self, value).map(Some),
                Slot::Python(function) => {
                    let function = function.clone();
                    let answer = self.call_unbound(&function, value, &[])?;
                    let len = self.index(answer.as_ref())?;
                    let negative = self.as_int(len.as_ref()).is_some_and(|len| len.is_negative());
                    if negative {
                        return Err(self.value_error("__len__() should return >= 0"));
                    }
                    let len = self.index_as_size(len.as_ref(), |rt, _| {
                        rt.overflow_error("cannot fit 'int' into an index-sized integer")
                    })?;
                    return Ok(Some(len as usize));
                }
                _ => {}
            }
        }
        Ok(None)
    }
}
