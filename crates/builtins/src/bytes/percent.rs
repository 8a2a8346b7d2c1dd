//! `bytes % values`: as for `str`, with bytes where text would be.

use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::objects::dict::DictObject;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::{Gc, Ref, Result, Runtime, Value, singletons};

use super::{like, own, slice_of};

/// The format becomes text of Latin-1 characters, the values what `%s` shows of them alike; the
/// result goes back to bytes.
pub(super) fn modulo(rt: &mut Runtime, format: Ref<'_>, values: Ref<'_>) -> Result {
    if slice_of(rt, format).is_none() {
        return Ok(singletons::not_implemented());
    }
    let text = to_text(rt, own(rt, format).to_vec())?;
    let values = converted(rt, values)?;
    let done = rt.modulo(&text, &values)?;
    let points: Vec<u32> =
        done.get::<StrObject>(rt).map(|text| text.code_points().collect()).unwrap_or_default();
    let bytes: Vec<u8> = points.into_iter().map(|point| point as u8).collect();
    like(rt, format, &bytes)
}

pub(super) fn reflected_modulo(rt: &mut Runtime, values: Ref<'_>, format: Ref<'_>) -> Result {
    let is_format = format.is_payload::<BytesObject>() || format.is_payload::<ByteArrayObject>();
    if !is_format {
        return Ok(singletons::not_implemented());
    }
    modulo(rt, format, values)
}

fn to_text(rt: &Runtime, bytes: Vec<u8>) -> Result {
    let text: String = bytes.into_iter().map(char::from).collect();
    rt.str(&text).map(Gc::into_value)
}

/// A value for `%s`, `%b`, `%c` of bytes; numbers stay.
fn converted(rt: &mut Runtime, value: Ref<'_>) -> Result<Value> {
    if let Some(tuple) = value.get::<TupleObject>(rt) {
        let items = tuple.items().to_vec();
        let mut done = Vec::with_capacity(items.len());
        for item in items {
            done.push(one(rt, item.as_ref())?);
        }
        return rt.tuple(done.into_iter()).map(Gc::into_value);
    }
    if let Some(dict) = value.get::<DictObject>(rt) {
        let entries: Vec<(Value, Value)> =
            dict.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
        let done = rt.dict()?;
        for (key, value) in entries {
            let (key, value) = (one(rt, key.as_ref())?, one(rt, value.as_ref())?);
            rt.dict_set(&done, key.as_ref(), value)?;
        }
        return Ok(done.into_value());
    }
    one(rt, value)
}

fn one(rt: &mut Runtime, value: Ref<'_>) -> Result<Value> {
    match slice_of(rt, value).map(<[u8]>::to_vec) {
        Some(bytes) => to_text(rt, bytes),
        None => Ok(value.to_value()),
    }
}
