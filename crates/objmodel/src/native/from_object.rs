//! From objects to Rust values: `FromPyObject`.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::hash::{BuildHasher, Hash};

use num_bigint::BigInt;
use objmodel_gc::{Borrowed, Bound, ChargedVec, Class, Gc, Payload, PyRef, PyRefMut, Value};
use objmodel_slots::SlotId;
use smallvec::SmallVec;

use super::class::PyClass;
use super::into_object::IntoRaise;
use crate::objects::bytes::{ByteArrayObject, BytesObject};
use crate::objects::dict::DictObject;
use crate::objects::list::ListObject;
use crate::objects::number::IntObject;
use crate::objects::set::SetObject;
use crate::objects::str::StrObject;
use crate::objects::tuple::TupleObject;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::TypeObject;
use crate::types::slot::Slot;

/// A Rust value that an object is read as: arguments of functions, answers of calls.
///
/// Reading may run Python code (`__index__`, `__float__`, iterators).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a Python object",
    note = "numbers, text, `bool`, `Option`, tuples, arrays, `Vec`, maps, sets, `Value`, and `Py<T>` of a class can; for a struct write `#[derive(FromPyObject)]`, for a class that is `Clone` say `#[pyclass(from_py_object)]`"
)]
pub trait FromPyObject<'a>: Sized {
    /// Reads the object.
    ///
    /// # Errors
    /// `TypeError` for an object of another kind, `OverflowError` for a number that does not fit;
    /// what the object's own methods raise.
    fn extract(value: Borrowed<'a>, rt: &mut Runtime) -> Result<Self>;
}

impl Runtime {
    /// The error of an object that is not what is asked for.
    #[cold]
    pub fn cannot_be_converted(&self, value: Borrowed<'_>, to: &str) -> Raise {
        let class = self.type_name(value);
        self.type_error(format!("'{class}' object cannot be converted to '{to}'"))
    }
}

impl<'a> FromPyObject<'a> for Borrowed<'a> {
    #[inline]
    fn extract(value: Borrowed<'a>, _: &mut Runtime) -> Result<Self> {
        Ok(value)
    }
}

/// An argument that callers may leave out, where `None` is an argument like any other. Of a
/// parameter with a default, `Given(None)` says that it was left out.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a>(pub Option<Borrowed<'a>>);

impl<'a> FromPyObject<'a> for Given<'a> {
    #[inline]
    fn extract(value: Borrowed<'a>, _: &mut Runtime) -> Result<Self> {
        Ok(Given(Some(value)))
    }
}

/// An argument of any kind by its truth, as in `if`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Truth(pub bool);

impl FromPyObject<'_> for Truth {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        rt.is_true(value).map(Truth)
    }
}

impl FromPyObject<'_> for Value {
    #[inline]
    fn extract(value: Borrowed<'_>, _: &mut Runtime) -> Result<Self> {
        Ok(value.to_value())
    }
}

/// Nothing is read of it: for what has to be there and is not looked at.
impl FromPyObject<'_> for () {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        match value.get::<TupleObject>(rt) {
            Some(tuple) if tuple.is_empty() => Ok(()),
            _ => Err(rt.cannot_be_converted(value, "PyTuple")),
        }
    }
}

/// A payload by whose type objects are told: what a typed handle can be asked for.
pub trait PayloadName: Payload {
    /// What messages call it.
    fn name(rt: &mut Runtime) -> String;
}

macro_rules! payloads {
    ($($ty:ty, $name:literal;)*) => {$(
        impl PayloadName for $ty {
            fn name(_: &mut Runtime) -> String {
                $name.to_owned()
            }
        }
    )*};
}

payloads! {
    ListObject, "PyList";
    DictObject, "PyDict";
    SetObject, "PySet";
    TupleObject, "PyTuple";
    StrObject, "PyString";
    BytesObject, "PyBytes";
    ByteArrayObject, "PyByteArray";
    IntObject, "PyInt";
    Class<TypeObject>, "PyType";
    crate::objects::number::FloatObject, "PyFloat";
    crate::objects::exception::ExceptionObject, "PyBaseException";
    crate::objects::function::FunctionObject, "PyFunction";
    crate::objects::module::ModuleObject, "PyModule";
    crate::objects::slice::SliceObject, "PySlice";
}

impl<T: PyClass> PayloadName for T {
    fn name(rt: &mut Runtime) -> String {
        match T::class(rt) {
            Ok(class) => class.read(rt).name().to_owned(),
            Err(_) => std::any::type_name::<T>().to_owned(),
        }
    }
}

impl<'a, T: PayloadName> FromPyObject<'a> for Bound<'a, T> {
    #[inline]
    fn extract(value: Borrowed<'a>, rt: &mut Runtime) -> Result<Self> {
        match value.typed::<T>() {
            Some(handle) => Ok(handle),
            None => {
                let name = T::name(rt);
                Err(rt.cannot_be_converted(value, &name))
            }
        }
    }
}

impl<T: PayloadName> FromPyObject<'_> for Gc<T> {
    #[inline]
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        Bound::extract(value, rt).map(Bound::to_gc)
    }
}

impl<T: PyClass> FromPyObject<'_> for PyRef<'_, T> {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        let handle = Bound::<T>::extract(value, rt)?;
        handle.try_borrow().map_err(|error| error.into_raise(rt))
    }
}

impl<T: PyClass> FromPyObject<'_> for PyRefMut<'_, T> {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        let handle = Bound::<T>::extract(value, rt)?;
        handle.try_borrow_mut().map_err(|error| error.into_raise(rt))
    }
}

impl<'a, T: FromPyObject<'a>> FromPyObject<'a> for Option<T> {
    #[inline]
    fn extract(value: Borrowed<'a>, rt: &mut Runtime) -> Result<Self> {
        if singletons::is_none(&value) { Ok(None) } else { T::extract(value, rt).map(Some) }
    }
}

impl<'a, T: FromPyObject<'a>> FromPyObject<'a> for Box<T> {
    fn extract(value: Borrowed<'a>, rt: &mut Runtime) -> Result<Self> {
        T::extract(value, rt).map(Box::new)
    }
}

/// `True` and `False` alone: truth of other objects is [`Runtime::is_true`].
impl FromPyObject<'_> for bool {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        match singletons::as_bool(&value) {
            Some(truth) => Ok(truth),
            None => Err(rt.cannot_be_converted(value, "PyBool")),
        }
    }
}

macro_rules! integers {
    ($($ty:ty)*) => {$(
        impl FromPyObject<'_> for $ty {
            fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
                if let Some(small) = value.as_small_int()
                    && let Ok(number) = <$ty>::try_from(small)
                {
                    return Ok(number);
                }
                let index = rt.index(value)?;
                let number = rt.as_int(index.as_ref()).map(|number| number.to_big());
                let number = number.unwrap_or_default();
                <$ty>::try_from(&number).map_err(|_| out_of_range(rt, &number, <$ty>::BITS, <$ty>::MIN != 0))
            }
        }
    )*};
}

integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

#[cold]
fn out_of_range(rt: &Runtime, number: &BigInt, bits: u32, signed: bool) -> Raise {
    let negative = number.sign() == num_bigint::Sign::Minus;
    rt.overflow_error(match (bits, signed) {
        (64.., false) if negative => "can't convert negative int to unsigned",
        (128, _) => "Python int too large to convert to C long",
        (64, true) => "Python int too large to convert to C long",
        (64, false) => "Python int too large to convert to C unsigned long",
        _ => "out of range integral type conversion attempted",
    })
}

impl FromPyObject<'_> for BigInt {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        let index = rt.index(value)?;
        Ok(rt.as_int(index.as_ref()).map(|number| number.to_big()).unwrap_or_default())
    }
}

impl FromPyObject<'_> for f64 {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        if let Some(number) = rt.as_float(value) {
            return Ok(number);
        }
        let answer = match rt.slots_of(value).get(SlotId::NbFloat) {
            Slot::Unary(_, code) => code.enter(rt, "")?(rt, value)?,
            Slot::Python(function) => {
                let function = function.clone();
                rt.call_unbound(&function, value, &[])?
            }
            _ if rt.has_index(value) => rt.index(value)?,
            _ => {
                let class = rt.type_name(value);
                return Err(rt.type_error(format!("must be real number, not {class}")));
            }
        };
        if let Some(number) = rt.as_float(answer.as_ref()) {
            return Ok(number);
        }
        use num_traits::ToPrimitive;
        match rt.as_int(answer.as_ref()).map(|number| number.to_big()) {
            Some(number) => match number.to_f64() {
                Some(number) if number.is_finite() => Ok(number),
                _ => Err(rt.overflow_error("int too large to convert to float")),
            },
            None => Err(rt.type_error(format!(
                "{}.__float__ returned non-float (type {})",
                rt.type_name(value),
                rt.type_name(answer.as_ref())
            ))),
        }
    }
}

impl FromPyObject<'_> for f32 {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        Ok(f64::extract(value, rt)? as f32)
    }
}

impl FromPyObject<'_> for String {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        let Some(text) = value.get::<StrObject>(rt) else {
            return Err(rt.cannot_be_converted(value, "PyString"));
        };
        match text.to_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(lone_surrogate(rt, value)),
        }
    }
}

/// `UnicodeEncodeError` for text that is no sequence of characters.
#[cold]
fn lone_surrogate(rt: &mut Runtime, value: Borrowed<'_>) -> Raise {
    let points = value.get::<StrObject>(rt).map(|text| {
        text.code_points().position(|point| (0xD800..0xE000).contains(&point)).unwrap_or(0)
    });
    let at = points.unwrap_or(0) as i64;
    let parts = (|| -> Result<[Value; 5]> {
        Ok([
            rt.str("utf-8")?.into_value(),
            value.to_value(),
            rt.int(at)?,
            rt.int(at + 1)?,
            rt.str("surrogates not allowed")?.into_value(),
        ])
    })();
    let class = Value::clone(&rt.types().unicode_encode_error);
    let raised = parts.and_then(|parts| {
        let parts = parts.each_ref().map(Value::as_ref);
        rt.call_with(class.as_ref(), crate::arguments::CallArgs::positional(&parts))
    });
    match raised {
        Ok(exception) => rt.raise(&exception),
        Err(raise) => raise,
    }
}

impl FromPyObject<'_> for char {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        let text = String::extract(value, rt)?;
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(character), None) => Ok(character),
            _ => Err(rt.value_error("expected a string of length 1")),
        }
    }
}

impl FromPyObject<'_> for std::borrow::Cow<'static, str> {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        String::extract(value, rt).map(Into::into)
    }
}

impl FromPyObject<'_> for std::path::PathBuf {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        String::extract(value, rt).map(Into::into)
    }
}

/// The bytes of a `bytes` or a `bytearray`, copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByteString(pub Vec<u8>);

impl FromPyObject<'_> for ByteString {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        if let Some(bytes) = value.get::<BytesObject>(rt) {
            return Ok(ByteString(bytes.as_slice().to_vec()));
        }
        match value.get::<ByteArrayObject>(rt) {
            Some(bytes) => Ok(ByteString(bytes.as_slice().to_vec())),
            None => Err(rt.cannot_be_converted(value, "PyBytes")),
        }
    }
}

/// The items of a sequence; text is none, since it would be taken apart by mistake.
fn items(value: Borrowed<'_>, rt: &mut Runtime) -> Result<ChargedVec<Value>> {
    if value.is_payload::<StrObject>() {
        return Err(rt.type_error("Can't extract `str` to `Vec`"));
    }
    if !rt.is_sequence(value) {
        return Err(rt.cannot_be_converted(value, "Sequence"));
    }
    rt.collect(value)
}

impl<T: for<'b> FromPyObject<'b>> FromPyObject<'_> for Vec<T> {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        let items = items(value, rt)?;
        items.iter().map(|item| T::extract(item.as_ref(), rt)).collect()
    }
}

impl<T: for<'b> FromPyObject<'b>> FromPyObject<'_> for VecDeque<T> {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        Vec::extract(value, rt).map(VecDeque::from)
    }
}

impl<T: for<'b> FromPyObject<'b>, const N: usize> FromPyObject<'_> for [T; N] {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        let items = Vec::<T>::extract(value, rt)?;
        let found = items.len();
        items
            .try_into()
            .map_err(|_| rt.value_error(format!("expected a sequence of length {N} (got {found})")))
    }
}

fn entries(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Vec<(Value, Value)>> {
    match value.get::<DictObject>(rt) {
        Some(dict) => {
            Ok(dict.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect())
        }
        None => Err(rt.cannot_be_converted(value, "PyDict")),
    }
}

impl<K, V, S> FromPyObject<'_> for HashMap<K, V, S>
where
    K: for<'b> FromPyObject<'b> + Hash + Eq,
    V: for<'b> FromPyObject<'b>,
    S: BuildHasher + Default,
{
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        let entries = entries(value, rt)?;
        let pair = |(key, value): &(Value, Value)| {
            Ok((K::extract(key.as_ref(), rt)?, V::extract(value.as_ref(), rt)?))
        };
        entries.iter().map(pair).collect()
    }
}

impl<K, V> FromPyObject<'_> for BTreeMap<K, V>
where
    K: for<'b> FromPyObject<'b> + Ord,
    V: for<'b> FromPyObject<'b>,
{
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        let entries = entries(value, rt)?;
        let pair = |(key, value): &(Value, Value)| {
            Ok((K::extract(key.as_ref(), rt)?, V::extract(value.as_ref(), rt)?))
        };
        entries.iter().map(pair).collect()
    }
}

fn members(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Vec<Value>> {
    match value.get::<SetObject>(rt) {
        Some(set) => Ok(set.iter().map(|(_, key)| key.clone()).collect()),
        None => Err(rt.cannot_be_converted(value, "PySet")),
    }
}

impl<T, S> FromPyObject<'_> for HashSet<T, S>
where
    T: for<'b> FromPyObject<'b> + Hash + Eq,
    S: BuildHasher + Default,
{
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        let members = members(value, rt)?;
        members.iter().map(|member| T::extract(member.as_ref(), rt)).collect()
    }
}

impl<T: for<'b> FromPyObject<'b> + Ord> FromPyObject<'_> for BTreeSet<T> {
    fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
        let members = members(value, rt)?;
        members.iter().map(|member| T::extract(member.as_ref(), rt)).collect()
    }
}

/// The items of a tuple of this length.
#[doc(hidden)]
pub fn parts<const N: usize>(value: Borrowed<'_>, rt: &mut Runtime) -> Result<[Value; N]> {
    let Some(tuple) = value.get::<TupleObject>(rt) else {
        return Err(rt.cannot_be_converted(value, "PyTuple"));
    };
    let found = tuple.len();
    let items: SmallVec<[Value; 8]> = tuple.items().iter().cloned().collect();
    items.into_vec().try_into().map_err(|_| {
        rt.value_error(format!("expected tuple of length {N}, but got tuple of length {found}"))
    })
}

macro_rules! tuples {
    ($count:literal: $($name:ident)*) => {
        impl<$($name: for<'b> FromPyObject<'b>),*> FromPyObject<'_> for ($($name,)*) {
            #[allow(non_snake_case)]
            fn extract(value: Borrowed<'_>, rt: &mut Runtime) -> Result<Self> {
                let [$($name),*] = parts::<$count>(value, rt)?;
                Ok(($($name::extract($name.as_ref(), rt)?,)*))
            }
        }
    };
}

tuples!(1: A);
tuples!(2: A B);
tuples!(3: A B C);
tuples!(4: A B C D);
tuples!(5: A B C D E);
tuples!(6: A B C D E F);
tuples!(7: A B C D E F G);
tuples!(8: A B C D E F G H);
