//! What slots do beside calling a method: hashes, attributes by the usual way, and the errors of what is missing.

use std::hash::{DefaultHasher, Hash, Hasher};

use objmodel_gc::{Borrowed, Gc, Value};

use super::class::Described;
use crate::objects::str::StrObject;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::singletons;

/// An integer of any width as a hash.
pub trait ToHash {
    fn to_hash(self) -> i64;
}

macro_rules! hashes {
    ($($ty:ty)*) => {$(
        impl ToHash for $ty {
            #[inline]
            fn to_hash(self) -> i64 {
                self as i64
            }
        }
    )*};
}

hashes! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

#[inline]
pub fn hash(value: impl ToHash) -> i64 {
    crate::hash::valid(value.to_hash())
}

pub fn hash_of(value: &impl Hash) -> i64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hash(hasher.finish())
}

fn as_name(value: Borrowed<'_>) -> Option<Gc<StrObject>> {
    value.to_value().downcast::<StrObject>().ok()
}

pub fn generic_attribute<C: Described>(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    name: Borrowed<'_>,
) -> Result<Option<Value>> {
    match as_name(name) {
        Some(name) => rt.generic_getattr(own, &name),
        None => Ok(None),
    }
}

/// An `AttributeError` means that the attribute is missing.
pub fn unless_missing(rt: &mut Runtime, found: Result<Option<Value>>) -> Result<Option<Value>> {
    match found {
        Err(raise) if rt.is_exception_of(&raise, &rt.types().attribute_error) => Ok(None),
        found => found,
    }
}

pub fn generic_set<C: Described>(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    name: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    match as_name(name) {
        Some(name) => rt.generic_setattr(own, &name, value),
        None => {
            let class = rt.type_name(name);
            Err(rt.type_error(format!("attribute name must be string, not '{class}'")))
        }
    }
}

pub fn no_descriptor(rt: &mut Runtime, what: &str) -> Raise {
    rt.attribute_error(what)
}

pub fn no_item<C: Described>(rt: &mut Runtime, own: Borrowed<'_>, what: &str) -> Raise {
    let class = rt.type_name(own);
    rt.type_error(match what {
        "__set__" => format!("'{class}' object does not support item assignment"),
        _ => format!("'{class}' object doesn't support item deletion"),
    })
}

pub fn unreadable<C: Described>(rt: &mut Runtime, _: Borrowed<'_>, name: &str) -> Raise {
    rt.attribute_error(format!("attribute '{name}' of '{}' objects is not readable", C::SPEC.name))
}

pub fn unwritable<C: Described>(rt: &mut Runtime, _: Borrowed<'_>, name: &str) -> Raise {
    rt.attribute_error(format!("attribute '{name}' of '{}' objects is not writable", C::SPEC.name))
}

pub fn undeletable(rt: &mut Runtime) -> Raise {
    rt.attribute_error("can't delete attribute")
}

/// What `!=` answers, of what `==` does.
pub fn contrary(rt: &mut Runtime, equal: Value) -> Result {
    match singletons::is_not_implemented(&equal) {
        true => Ok(equal),
        false => Ok(singletons::bool(!rt.is_true(equal.as_ref())?)),
    }
}
