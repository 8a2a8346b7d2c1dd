//! Plain data through serde: `None`, truth, numbers, text, bytes, lists, tuples, sets and dicts.
//!
//! [`PlainData`] serializes a value, [`Runtime::deserialize`] makes one. Neither runs Python code,
//! and both are limited in depth and number of values, so data from outside cannot exhaust the host.
//!
//! In the natural form a tuple becomes a sequence as a list does, and comes back as a list where
//! the format does not tell them apart. In the exact form what comes back is what was there: what
//! the format has no word for is a map with one key, `{"$tuple": [1, 2]}`, `{"$set": [..]}`,
//! `{"$bytes": [..]}`, `{"$int": "..."}` beyond 64 bits, `{"$float": "nan"}`, `{"$dict": [[k, v], ..]}`
//! for keys that are no text. (`serde_json` reads floats to the last bit with its feature `float_roundtrip`.)
//!
//! ```
//! use objmodel::data::PlainData;
//! use objmodel::prelude::*;
//!
//! let mut rt = Runtime::builder().build();
//! objmodel_builtins::install(&mut rt)?;
//! let value = rt.deserialize(&mut serde_json::Deserializer::from_str(r#"{"a": [1, 2.5, null]}"#))?;
//! assert_eq!(rt.repr_text(&value)?, "{'a': [1, 2.5, None]}");
//! assert_eq!(serde_json::to_string(&PlainData::new(&rt, &value))?, r#"{"a":[1,2.5,null]}"#);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::cell::Cell;
use std::fmt;

use num_bigint::BigInt;
use num_traits::ToPrimitive;
use objmodel_gc::{Borrowed, Gc, Payload, Value};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, SerializeTuple, Serializer};

use crate::objects::bytes::{ByteArrayObject, BytesObject};
use crate::objects::dict::{Dict, DictObject};
use crate::objects::list::ListObject;
use crate::objects::set::SetObject;
use crate::objects::str::StrObject;
use crate::objects::tuple::TupleObject;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::singletons::{self, Singleton};
use crate::types::Type;

/// How deep and how large data may be, and in which form it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DataOptions {
    /// Most levels of containers.
    pub depth: usize,
    /// Most values, those in containers counted.
    pub values: usize,
    /// The exact form: what comes back is what was there.
    pub exact: bool,
}

impl Default for DataOptions {
    /// 128 levels, a million values, the natural form.
    fn default() -> Self {
        DataOptions { depth: 128, values: 1_000_000, exact: false }
    }
}

/// What is left of the limits.
#[derive(Clone, Copy)]
struct Budget<'a> {
    depth: usize,
    values: &'a Cell<usize>,
    exact: bool,
}

impl<'a> Budget<'a> {
    fn new(options: DataOptions, values: &'a Cell<usize>) -> Budget<'a> {
        values.set(options.values);
        Budget { depth: options.depth, values, exact: options.exact }
    }

    /// Takes one value.
    fn take(&self) -> Result<(), &'static str> {
        match self.values.get().checked_sub(1) {
            Some(left) => {
                self.values.set(left);
                Ok(())
            }
            None => Err("the data has more values than the limit allows"),
        }
    }

    /// For what a container holds.
    fn inner(self) -> Result<Budget<'a>, &'static str> {
        match self.depth.checked_sub(1) {
            Some(depth) => Ok(Budget { depth, ..self }),
            None => Err("the data is nested deeper than the limit allows, or holds itself"),
        }
    }
}

/// A value that serializes: `serde_json::to_string(&PlainData::new(&rt, &value))`.
///
/// An object that is no plain data is an error that names its class.
pub struct PlainData<'a> {
    rt: &'a Runtime,
    value: Borrowed<'a>,
    options: DataOptions,
}

impl<'a> PlainData<'a> {
    /// The value in its natural form, under the default limits.
    pub fn new(rt: &'a Runtime, value: impl Into<Borrowed<'a>>) -> PlainData<'a> {
        PlainData { rt, value: value.into(), options: DataOptions::default() }
    }

    /// With other limits, or in the exact form.
    #[must_use]
    pub fn with(self, options: DataOptions) -> PlainData<'a> {
        PlainData { options, ..self }
    }
}

impl Serialize for PlainData<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let values = Cell::new(0);
        let budget = Budget::new(self.options, &values);
        Writer { rt: self.rt, value: self.value, budget }.serialize(serializer)
    }
}

/// A value on its way out.
struct Writer<'a> {
    rt: &'a Runtime,
    value: Borrowed<'a>,
    budget: Budget<'a>,
}

impl<'a> Writer<'a> {
    /// The payload, in the exact form only of the built-in class itself.
    fn of<T: Payload>(&self, class: &Type) -> Option<&'a T> {
        let exact = !self.budget.exact || self.rt.type_of(self.value).is(class);
        self.value.get::<T>(self.rt).filter(|_| exact)
    }

    fn sequence<S: Serializer>(
        &self,
        items: impl ExactSizeIterator<Item = Borrowed<'a>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let budget = self.budget.inner().map_err(S::Error::custom)?;
        let mut sequence = serializer.serialize_seq(Some(items.len()))?;
        for value in items {
            sequence.serialize_element(&Writer { rt: self.rt, value, budget })?;
        }
        sequence.end()
    }

    fn tagged<S: Serializer>(
        &self,
        tag: &str,
        content: &impl Serialize,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(tag, content)?;
        map.end()
    }

    fn dict<S: Serializer>(&self, dict: &'a DictObject, serializer: S) -> Result<S::Ok, S::Error> {
        let rt = self.rt;
        let budget = self.budget.inner().map_err(S::Error::custom)?;
        let plain = |key: &Value| {
            rt.type_of(key.as_ref()).is(&rt.types().str)
                && key
                    .get::<StrObject>(rt)
                    .is_some_and(|key| !(dict.len() == 1 && key.as_bytes().starts_with(b"$")))
        };
        if budget.exact && !dict.iter().all(|entry| plain(&entry.key)) {
            let pairs: Vec<[Writer<'_>; 2]> = dict
                .iter()
                .map(|entry| {
                    [&entry.key, &entry.value].map(|value| Writer {
                        rt,
                        value: value.as_ref(),
                        budget,
                    })
                })
                .collect();
            return self.tagged("$dict", &pairs, serializer);
        }
        let mut map = serializer.serialize_map(Some(dict.len()))?;
        for entry in dict.iter() {
            map.serialize_entry(
                &Writer { rt, value: entry.key.as_ref(), budget },
                &Writer { rt, value: entry.value.as_ref(), budget },
            )?;
        }
        map.end()
    }
}

/// Sequences of borrowed values, behind a tag.
struct Sequence<'w, 'a>(&'w Writer<'a>, Vec<Borrowed<'a>>);

impl Serialize for Sequence<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.sequence(self.1.iter().copied(), serializer)
    }
}

impl Serialize for Writer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (rt, value, exact) = (self.rt, self.value, self.budget.exact);
        self.budget.take().map_err(S::Error::custom)?;
        let types = rt.types();
        match singletons::of(&value) {
            Some(Singleton::None) => return serializer.serialize_unit(),
            Some(Singleton::Bool(truth)) => return serializer.serialize_bool(truth),
            _ => {}
        }
        if let Some(text) = self.of::<StrObject>(&types.str) {
            return match text.to_str() {
                Some(text) => serializer.serialize_str(text),
                None => Err(S::Error::custom("text with a lone surrogate is no plain data")),
            };
        }
        let is = |class: &Type| !exact || rt.type_of(value).is(class);
        if let Some(number) = rt.as_int(value).filter(|_| is(&types.int)) {
            let number = number.to_big();
            return match (number.to_i64(), number.to_u64(), number.to_i128()) {
                (Some(number), ..) => serializer.serialize_i64(number),
                (None, Some(number), _) => serializer.serialize_u64(number),
                _ if exact => self.tagged("$int", &number.to_string(), serializer),
                (None, None, Some(number)) => serializer.serialize_i128(number),
                _ => Err(S::Error::custom("the int has more than 128 bits")),
            };
        }
        if let Some(number) = rt.as_float(value).filter(|_| is(&types.float)) {
            return match number.is_finite() || !exact {
                true => serializer.serialize_f64(number),
                false => self.tagged("$float", &number.to_string().to_lowercase(), serializer),
            };
        }
        if let Some(list) = self.of::<ListObject>(&types.list) {
            return self.sequence(list.items().iter().map(Value::as_ref), serializer);
        }
        if let Some(tuple) = self.of::<TupleObject>(&types.tuple) {
            let items = tuple.items().iter().map(Value::as_ref);
            if exact {
                return self.tagged("$tuple", &Sequence(self, items.collect()), serializer);
            }
            let budget = self.budget.inner().map_err(S::Error::custom)?;
            let mut out = serializer.serialize_tuple(tuple.len())?;
            for value in items {
                out.serialize_element(&Writer { rt, value, budget })?;
            }
            return out.end();
        }
        if let Some(dict) = self.of::<DictObject>(&types.dict) {
            return self.dict(dict, serializer);
        }
        for (class, tag) in [(&types.set, "$set"), (&types.frozenset, "$frozenset")] {
            if rt.is_instance_of(value, class)
                && let Some(set) = self.of::<SetObject>(class)
            {
                let items: Vec<_> = set.iter().map(|(_, item)| item.as_ref()).collect();
                return match exact {
                    true => self.tagged(tag, &Sequence(self, items), serializer),
                    false => self.sequence(items.into_iter(), serializer),
                };
            }
        }
        let bytes = self.of::<BytesObject>(&types.bytes).map(|own| ("$bytes", own.as_slice()));
        let array = || {
            let own = self.of::<ByteArrayObject>(&types.bytearray)?;
            Some(("$bytearray", own.as_slice()))
        };
        match bytes.or_else(array) {
            Some((tag, bytes)) if exact => self.tagged(tag, &bytes, serializer),
            Some((_, bytes)) => serializer.serialize_bytes(bytes),
            None => {
                let class = rt.type_name(value);
                Err(S::Error::custom(format!("'{class}' object is no plain data")))
            }
        }
    }
}

impl Runtime {
    /// A value of data in some format, in its natural form and under the default limits.
    ///
    /// # Errors
    /// Those of the format; data beyond the limits; `MemoryError` and halts as text.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        &mut self,
        deserializer: D,
    ) -> Result<Value, D::Error> {
        self.deserialize_with(DataOptions::default(), deserializer)
    }

    /// A value of data in some format, under these limits and in this form.
    ///
    /// # Errors
    /// As for [`Runtime::deserialize`].
    pub fn deserialize_with<'de, D: Deserializer<'de>>(
        &mut self,
        options: DataOptions,
        deserializer: D,
    ) -> Result<Value, D::Error> {
        let values = Cell::new(0);
        let budget = Budget::new(options, &values);
        Reader { rt: self, budget }.deserialize(deserializer)
    }
}

/// Makes one value.
struct Reader<'r, 'b> {
    rt: &'r mut Runtime,
    budget: Budget<'b>,
}

impl Reader<'_, '_> {
    fn told<E: serde::de::Error>(&mut self, raise: Raise) -> E {
        E::custom(raise.detach(self.rt))
    }

    fn done<E: serde::de::Error>(mut self, made: Result) -> Result<Value, E> {
        made.map_err(|raise| self.told(raise))
    }

    /// What a map with one key stands for in the exact form.
    fn untagged(&mut self, dict: &Dict) -> Result<Option<Value>> {
        let rt = &mut *self.rt;
        let (tag, content) = match dict.read(rt).iter().next() {
            Some(entry) => (entry.key.clone(), entry.value.clone()),
            None => return Ok(None),
        };
        let Some(tag) = tag.get::<StrObject>(rt).and_then(StrObject::to_str) else {
            return Ok(None);
        };
        if !tag.starts_with('$') {
            return Ok(None);
        }
        let tag = tag.to_owned();
        let text = |rt: &Runtime| Some(content.get::<StrObject>(rt)?.as_str().into_owned());
        let items = |rt: &Runtime| Some(content.get::<ListObject>(rt)?.items().to_vec());
        let wrong =
            |rt: &Runtime| rt.value_error(format!("what {tag} stands for is written otherwise"));
        let made = match &*tag {
            "$int" => match text(rt).and_then(|text| text.parse::<BigInt>().ok()) {
                Some(number) => rt.big_int(number)?,
                None => return Err(wrong(rt)),
            },
            "$float" => match text(rt).and_then(|text| text.parse::<f64>().ok()) {
                Some(number) => rt.float(number)?,
                None => return Err(wrong(rt)),
            },
            "$tuple" => {
                let Some(items) = items(rt) else { return Err(wrong(rt)) };
                rt.tuple(items.into_iter())?.into_value()
            }
            "$set" | "$frozenset" => {
                let Some(items) = items(rt) else { return Err(wrong(rt)) };
                let set = if tag == "$set" { rt.set()? } else { rt.frozenset()? };
                for item in items {
                    rt.set_add(&set, item.as_ref())?;
                }
                set.into_value()
            }
            "$bytes" | "$bytearray" => {
                let bytes = match content.get::<BytesObject>(rt) {
                    Some(bytes) => Some(bytes.as_slice().to_vec()),
                    None => items(rt).and_then(|items| {
                        let byte = |item: &Value| u8::try_from(item.as_small_int()?).ok();
                        items.iter().map(byte).collect()
                    }),
                };
                let Some(bytes) = bytes else { return Err(wrong(rt)) };
                match &*tag {
                    "$bytes" => rt.bytes(&bytes)?.into_value(),
                    _ => rt.bytearray(&bytes)?.into_value(),
                }
            }
            "$dict" => {
                let Some(pairs) = items(rt) else { return Err(wrong(rt)) };
                let dict = rt.dict()?;
                for pair in pairs {
                    let pair = pair.get::<ListObject>(rt).map(|pair| pair.items().to_vec());
                    let Some([key, value]) = pair.as_deref() else { return Err(wrong(rt)) };
                    rt.dict_set(&dict, key.as_ref(), value.clone())?;
                }
                dict.into_value()
            }
            _ => return Ok(None),
        };
        Ok(Some(made))
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_, '_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<Value, D::Error> {
        self.budget.take().map_err(D::Error::custom)?;
        let started = self.rt.tick(1).and_then(|()| self.rt.check_stack(" while reading data"));
        started.map_err(|raise| self.told(raise))?;
        deserializer.deserialize_any(self)
    }
}

macro_rules! visits {
    ($($name:ident($ty:ty) => |$rt:ident, $value:ident| $make:expr;)*) => {$(
        fn $name<E: serde::de::Error>(self, $value: $ty) -> Result<Value, E> {
            let $rt = &mut *self.rt;
            let made = $make;
            self.done(made)
        }
    )*};
}

impl<'de> Visitor<'de> for Reader<'_, '_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain data")
    }

    visits! {
        visit_bool(bool) => |_rt, value| Ok(singletons::bool(value));
        visit_i64(i64) => |rt, value| rt.int(value);
        visit_u64(u64) => |rt, value| rt.big_int(value.into());
        visit_i128(i128) => |rt, value| rt.big_int(value.into());
        visit_u128(u128) => |rt, value| rt.big_int(value.into());
        visit_f64(f64) => |rt, value| rt.float(value);
        visit_str(&str) => |rt, value| rt.str(value).map(Gc::into_value);
        visit_bytes(&[u8]) => |rt, value| rt.bytes(value).map(Gc::into_value);
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Value, E> {
        Ok(singletons::none())
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Value, E> {
        Ok(singletons::none())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Value, D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut access: A) -> Result<Value, A::Error> {
        let budget = self.budget.inner().map_err(A::Error::custom)?;
        let list = self.rt.list(Vec::new()).map_err(|raise| self.told(raise))?;
        while let Some(item) = access.next_element_seed(Reader { rt: self.rt, budget })? {
            let pushed = self.rt.grow(&list, |list, meter| list.push(meter, item));
            pushed.map_err(|raise| self.told(raise))?;
        }
        Ok(list.into_value())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut access: A) -> Result<Value, A::Error> {
        let budget = self.budget.inner().map_err(A::Error::custom)?;
        let dict = self.rt.dict().map_err(|raise| self.told(raise))?;
        while let Some(key) = access.next_key_seed(Reader { rt: self.rt, budget })? {
            let value = access.next_value_seed(Reader { rt: self.rt, budget })?;
            let set = self.rt.dict_set(&dict, key.as_ref(), value);
            set.map_err(|raise| self.told(raise))?;
        }
        if self.budget.exact && dict.read(self.rt).len() == 1 {
            match self.untagged(&dict) {
                Ok(Some(made)) => return Ok(made),
                Ok(None) => {}
                Err(raise) => return Err(self.told(raise)),
            }
        }
        Ok(dict.into_value())
    }
}
