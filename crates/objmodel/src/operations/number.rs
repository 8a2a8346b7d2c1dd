//! Reading numbers of all kinds: in the value word, or in an object.

use objmodel_gc::Borrowed;

use crate::objects::number::{ComplexObject, FloatObject, IntObject, IntRef, word};
use crate::runtime::Runtime;

impl Runtime {
    /// The value of an `int`, a `bool` or an instance of a subclass; `None` for anything else.
    #[inline]
    pub fn as_int<'a>(&'a self, value: Borrowed<'a>) -> Option<IntRef<'a>> {
        if let Some(n) = value.as_small_int() {
            return Some(IntRef::Small(n));
        }
        self.as_other_int(value)
    }

    /// Of what is no small integer. Apart, since it is asked everywhere.
    #[inline(never)]
    fn as_other_int<'a>(&'a self, value: Borrowed<'a>) -> Option<IntRef<'a>> {
        if let Some(truth) = crate::singletons::as_bool(&value) {
            return Some(IntRef::Small(truth as i64));
        }
        let int = value.get::<IntObject>(self)?;
        Some(match word(&int.value) {
            Some(small) => IntRef::Small(small),
            None => IntRef::Big(&int.value),
        })
    }

    /// The value of a `float` or an instance of a subclass; `None` for anything else, ints too.
    #[inline]
    pub fn as_float(&self, value: Borrowed<'_>) -> Option<f64> {
        match value.as_immediate_float() {
            Some(x) => Some(x),
            None => value.get::<FloatObject>(self).map(|float| float.value),
        }
    }

    /// The value of a `complex` or an instance of a subclass.
    pub fn as_complex(&self, value: Borrowed<'_>) -> Option<ComplexObject> {
        value.get::<ComplexObject>(self).copied()
    }
}
