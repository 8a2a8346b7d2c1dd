//! From Rust values to objects: `IntoPyObject`, and from Rust errors to exceptions: `IntoRaise`.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use num_bigint::BigInt;
use objmodel_gc::{Borrowed, Bound, Gc, Payload, PyRef, PyRefMut, Value};

use crate::raise::{Halt, Raise, Result};
use crate::runtime::Runtime;
use crate::singletons;

/// A Rust value that becomes an object: results of functions, arguments of calls.
///
/// ```
/// use objmodel::prelude::*;
///
/// let mut rt = Runtime::builder().build();
/// let pair = (1, "one").into_py_object(&mut rt)?;
/// assert_eq!(<(i64, String)>::extract(pair.as_ref(), &mut rt)?, (1, "one".to_owned()));
/// # Ok::<(), Raise>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not become a Python object",
    note = "numbers, text, `bool`, `()`, `Option`, tuples, arrays, `Vec`, maps, sets, `Value` and handles do; for a struct write `#[derive(IntoPyObject)]`, or make it a `#[pyclass]`"
)]
pub trait IntoPyObject: Sized {
    /// The object.
    ///
    /// # Errors
    /// `MemoryError`; what hashing and comparing keys raises, where a dict or a set is made.
    fn into_py_object(self, rt: &mut Runtime) -> Result<Value>;

    /// The object, where the value is one already.
    #[doc(hidden)]
    #[inline(always)]
    fn as_borrowed(&self) -> Option<Borrowed<'_>> {
        None
    }
}

/// A Rust value that borrows and becomes an object meanwhile: `&str` of a payload.
pub trait BorrowedIntoPyObject {
    /// The object.
    ///
    /// # Errors
    /// `MemoryError`.
    fn borrowed_into_py_object(self, rt: &Runtime) -> Result<Value>;
}

macro_rules! plain {
    ($($(#[$doc:meta])* [$($generics:tt)*] $ty:ty, |$value:ident, $rt:ident| $make:expr $(, lent by $lend:expr)?;)*) => {$(
        $(#[$doc])*
        impl<$($generics)*> IntoPyObject for $ty {
            #[inline]
            fn into_py_object(self, $rt: &mut Runtime) -> Result<Value> {
                let $value = self;
                $make
            }

            $(
                #[inline(always)]
                fn as_borrowed(&self) -> Option<Borrowed<'_>> {
                    Some($lend(self))
                }
            )?
        }

        impl<$($generics)*> BorrowedIntoPyObject for $ty {
            #[inline]
            fn borrowed_into_py_object(self, $rt: &Runtime) -> Result<Value> {
                let $value = self;
                $make
            }
        }
    )*};
}

plain! {
    [] Value, |value, _rt| Ok(value), lent by Value::as_ref;
    [] &Value, |value, _rt| Ok(value.clone()), lent by |own: &Self| Borrowed::from(*own);
    [] Borrowed<'_>, |value, _rt| Ok(value.to_value()), lent by |own: &Self| *own;
    [] &Borrowed<'_>, |value, _rt| Ok(value.to_value()), lent by |own: &Self| **own;
    [T: Payload] Gc<T>, |value, _rt| Ok(value.into_value()), lent by Borrowed::from;
    [T: Payload] &Gc<T>, |value, _rt| Ok(Value::clone(value)), lent by |own: &Self| Borrowed::from(*own);
    [T: Payload] Bound<'_, T>, |value, _rt| Ok(value.untyped().to_value()), lent by |own: &Self| own.untyped();
    [T: Payload] &Bound<'_, T>, |value, _rt| Ok(value.untyped().to_value()), lent by |own: &Self| own.untyped();
    [T: Payload] PyRef<'_, T>, |value, _rt| Ok(Value::clone(value.handle()));
    [T: Payload] PyRefMut<'_, T>, |value, _rt| Ok(Value::clone(value.handle()));
    [] (), |_value, _rt| Ok(singletons::none());
    [] bool, |value, _rt| Ok(singletons::bool(value));
    [] i8, |value, rt| rt.int(value.into());
    [] i16, |value, rt| rt.int(value.into());
    [] i32, |value, rt| rt.int(value.into());
    [] i64, |value, rt| rt.int(value);
    [] u8, |value, rt| rt.int(value.into());
    [] u16, |value, rt| rt.int(value.into());
    [] u32, |value, rt| rt.int(value.into());
    [] usize, |value, rt| rt.int_from_usize(value);
    [] isize, |value, rt| rt.int(value as i64);
    [] u64, |value, rt| rt.big_int(value.into());
    [] i128, |value, rt| rt.big_int(value.into());
    [] u128, |value, rt| rt.big_int(value.into());
    [] BigInt, |value, rt| rt.big_int(value);
    [] &BigInt, |value, rt| rt.big_int(value.clone());
    [] f64, |value, rt| rt.float(value);
    [] f32, |value, rt| rt.float(value.into());
    [] char, |value, rt| rt.character(value.into()).map(Gc::into_value);
    [] &str, |value, rt| rt.str(value).map(Gc::into_value);
    [] String, |value, rt| rt.str(&value).map(Gc::into_value);
    [] &String, |value, rt| rt.str(value).map(Gc::into_value);
    [] Box<str>, |value, rt| rt.str(&value).map(Gc::into_value);
    [] std::borrow::Cow<'_, str>, |value, rt| rt.str(&value).map(Gc::into_value);
    /// Bytes, as in PyO3; a vector of them is a list.
    [] &[u8], |value, rt| rt.bytes(value).map(Gc::into_value);
}

impl<T: BorrowedIntoPyObject> BorrowedIntoPyObject for Option<T> {
    fn borrowed_into_py_object(self, rt: &Runtime) -> Result<Value> {
        match self {
            Some(value) => rt.admit_borrowed(value),
            None => Ok(singletons::none()),
        }
    }
}

impl<T: IntoPyObject> IntoPyObject for Option<T> {
    #[inline]
    fn into_py_object(self, rt: &mut Runtime) -> Result<Value> {
        match self {
            Some(value) => rt.admit(value),
            None => Ok(singletons::none()),
        }
    }
}

impl<T: IntoPyObject> IntoPyObject for Box<T> {
    fn into_py_object(self, rt: &mut Runtime) -> Result<Value> {
        rt.admit(*self)
    }
}

fn list<T: IntoPyObject>(rt: &mut Runtime, items: impl Iterator<Item = T>) -> Result<Value> {
    let mut values = Vec::with_capacity(items.size_hint().0);
    for item in items {
        values.push(rt.admit(item)?);
    }
    rt.list(values).map(Gc::into_value)
}

impl<T: IntoPyObject> IntoPyObject for Vec<T> {
    fn into_py_object(self, rt: &mut Runtime) -> Result<Value> {
        list(rt, self.into_iter())
    }
}

impl<T: IntoPyObject> IntoPyObject for VecDeque<T> {
    fn into_py_object(self, rt: &mut Runtime) -> Result<Value> {
        list(rt, self.into_iter())
    }
}

impl<T: IntoPyObject, const N: usize> IntoPyObject for [T; N] {
    fn into_py_object(self, rt: &mut Runtime) -> Result<Value> {
        list(rt, self.into_iter())
    }
}

fn dict<K: IntoPyObject, V: IntoPyObject>(
    rt: &mut Runtime,
    items: impl Iterator<Item = (K, V)>,
) -> Result<Value> {
    let dict = rt.dict()?;
    for (key, value) in items {
        let key = rt.admit(key)?;
        let value = rt.admit(value)?;
        rt.dict_set(&dict, key.as_ref(), value)?;
    }
    Ok(dict.into_value())
}

impl<K: IntoPyObject, V: IntoPyObject, S> IntoPyObject for HashMap<K, V, S> {
    fn into_py_object(self, rt: &mut Runtime) -> Result<Value> {
        dict(rt, self.into_iter())
    }
}

impl<K: IntoPyObject, V: IntoPyObject> IntoPyObject for BTreeMap<K, V> {
    fn into_py_object(self, rt: &mut Runtime) -> Result<Value> {
        dict(rt, self.into_iter())
    }
}

fn set<T: IntoPyObject>(rt: &mut Runtime, items: impl Iterator<Item = T>) -> Result<Value> {
    let set = rt.set()?;
    for item in items {
        let item = rt.admit(item)?;
        rt.set_add(&set, item.as_ref())?;
    }
    Ok(set.into_value())
}

impl<T: IntoPyObject, S> IntoPyObject for HashSet<T, S> {
    fn into_py_object(self, rt: &mut Runtime) -> Result<Value> {
        set(rt, self.into_iter())
    }
}

impl<T: IntoPyObject> IntoPyObject for BTreeSet<T> {
    fn into_py_object(self, rt: &mut Runtime) -> Result<Value> {
        set(rt, self.into_iter())
    }
}

macro_rules! tuples {
    ($($name:ident)*) => {
        impl<$($name: IntoPyObject),*> IntoPyObject for ($($name,)*) {
            #[allow(non_snake_case)]
            fn into_py_object(self, rt: &mut Runtime) -> Result<Value> {
                let ($($name,)*) = self;
                let items = [$(rt.admit($name)?),*];
                rt.tuple(items.into_iter()).map(Gc::into_value)
            }
        }
    };
}

tuples!(A);
tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
tuples!(A B C D E);
tuples!(A B C D E F);
tuples!(A B C D E F G);
tuples!(A B C D E F G H);

/// A Rust error that becomes an exception: the error type of methods.
pub trait IntoRaise {
    /// The exception.
    fn into_raise(self, rt: &mut Runtime) -> Raise;
}

impl IntoRaise for Raise {
    #[inline]
    fn into_raise(self, _: &mut Runtime) -> Raise {
        self
    }
}

impl IntoRaise for Halt {
    fn into_raise(self, _: &mut Runtime) -> Raise {
        self.into()
    }
}

impl IntoRaise for std::convert::Infallible {
    fn into_raise(self, _: &mut Runtime) -> Raise {
        match self {}
    }
}

macro_rules! errors {
    ($($ty:ty => $make:ident;)*) => {$(
        impl IntoRaise for $ty {
            fn into_raise(self, rt: &mut Runtime) -> Raise {
                rt.$make(self.to_string())
            }
        }
    )*};
}

errors! {
    objmodel_gc::BorrowError => runtime_error;
    std::num::ParseIntError => value_error;
    std::num::ParseFloatError => value_error;
    std::num::TryFromIntError => overflow_error;
    std::str::ParseBoolError => value_error;
    std::char::ParseCharError => value_error;
    std::str::Utf8Error => value_error;
    std::string::FromUtf8Error => value_error;
    std::fmt::Error => runtime_error;
    crate::ScriptError => runtime_error;
}

/// What was raised before, if that is what the box holds; else `RuntimeError`.
impl IntoRaise for Box<dyn std::error::Error> {
    fn into_raise(self, rt: &mut Runtime) -> Raise {
        match self.downcast::<Raise>() {
            Ok(raise) => *raise,
            Err(other) => match other.downcast::<super::error::PyErr>() {
                Ok(error) => error.into_raise(rt),
                Err(other) => rt.runtime_error(other.to_string()),
            },
        }
    }
}

impl IntoRaise for Box<dyn std::error::Error + Send + Sync> {
    fn into_raise(self, rt: &mut Runtime) -> Raise {
        rt.runtime_error(self.to_string())
    }
}

impl IntoRaise for objmodel_gc::OutOfMemory {
    fn into_raise(self, rt: &mut Runtime) -> Raise {
        rt.memory_error()
    }
}

/// `OSError` or the subclass that stands for its kind.
impl IntoRaise for std::io::Error {
    fn into_raise(self, rt: &mut Runtime) -> Raise {
        use std::io::ErrorKind;
        let types = rt.types();
        let class = match self.kind() {
            ErrorKind::NotFound => &types.file_not_found_error,
            ErrorKind::PermissionDenied => &types.permission_error,
            ErrorKind::AlreadyExists => &types.file_exists_error,
            ErrorKind::BrokenPipe => &types.broken_pipe_error,
            ErrorKind::TimedOut => &types.timeout_error,
            ErrorKind::Interrupted => &types.interrupted_error,
            _ => &types.os_error,
        };
        rt.error(class, &self.to_string())
    }
}
