//! `dict(...)` and `dict.update(...)`: from mappings, from pairs, from keywords.

use objmodel::objects::dict::{Dict, DictObject};
use objmodel::{Borrowed, CallArgs, Result, Runtime};

use crate::sequence;

/// A source, if one is given, then the keywords.
pub(crate) fn update(
    rt: &mut Runtime,
    dict: &Dict,
    source: Option<Borrowed<'_>>,
    args: CallArgs<'_>,
) -> Result<()> {
    if let Some(source) = source {
        from_any(rt, dict, source)?;
    }
    for (name, value) in args.keywords() {
        rt.dict_set(dict, name, value.to_value())?;
    }
    Ok(())
}

/// From a mapping (what has `keys`) or from pairs.
pub(crate) fn from_any(rt: &mut Runtime, dict: &Dict, source: Borrowed<'_>) -> Result<()> {
    if source.is_payload::<DictObject>() {
        return merge(rt, dict, source, Repeated::Replaces);
    }
    let keys = rt.names().keys.clone();
    match rt.lookup_attr(source, &keys)? {
        Some(_) => merge(rt, dict, source, Repeated::Replaces),
        None => from_pairs(rt, dict, source),
    }
}

/// What is done with a key that is there already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Repeated {
    /// Its value is replaced.
    Replaces,
    /// It is a `KeyError`.
    Refused,
}

/// Sets every entry of a mapping: that of a dict as they are unless its class redefines how it is
/// iterated, else what `keys()` and `[]` give.
///
/// # Errors
/// `AttributeError` if there is no `keys`, `KeyError` for a repeated key that is refused; what the
/// methods raise.
pub fn merge(
    rt: &mut Runtime,
    dict: &Dict,
    source: Borrowed<'_>,
    repeated: Repeated,
) -> Result<()> {
    if let Some(other) = plain(rt, source) {
        if dict.is(&other) {
            return Ok(());
        }
        if dict.read(rt).is_empty() {
            return super::copy_into(rt, dict, &other);
        }
        let (len, mut position) = (other.read(rt).len(), 0);
        while let Some((next, entry)) = other.read(rt).entry_from(position) {
            let entry = entry.clone();
            position = next;
            rt.tick(1)?;
            match rt.dict_find(dict, entry.key.as_ref(), entry.hash)? {
                Some(_) if repeated == Repeated::Refused => {
                    return Err(rt.key_error(entry.key.as_ref()));
                }
                Some(position) => drop(dict.write(rt).replace(position, entry.value)),
                None => rt.grow(dict, |dict, meter| {
                    dict.push(meter, entry.hash, entry.key, entry.value)
                })?,
            }
            if other.read(rt).len() != len {
                return Err(rt.runtime_error("dict mutated during update"));
            }
        }
        return Ok(());
    }
    let keys = rt.names().keys.clone();
    let keys = rt.call_method(source, &keys, ())?;
    let iterator = rt.iter_or_refuse(keys.as_ref(), |rt| {
        let (class, of) = (rt.type_name(source), rt.type_name(keys.as_ref()));
        format!("{class}.keys() returned a non-iterable (type {of})")
    })?;
    for key in rt.collect(&iterator)? {
        rt.tick(1)?;
        if repeated == Repeated::Refused && rt.dict_contains(dict, key.as_ref())? {
            return Err(rt.key_error(key.as_ref()));
        }
        let value = rt.get_item(source, &key)?;
        rt.dict_set(dict, key.as_ref(), value)?;
    }
    Ok(())
}

/// A dict whose class does not say otherwise how it is iterated.
fn plain(rt: &mut Runtime, source: Borrowed<'_>) -> Option<Dict> {
    let dict = source.typed::<DictObject>()?.to_gc();
    let class = rt.type_of(source).to_gc();
    if class.is(&rt.types().dict) {
        return Some(dict);
    }
    let name = rt.names().special(objmodel::slots::SpecialId::Iter).clone();
    let base = rt.types().dict.clone();
    let (own, inherited) = (rt.lookup(&class, &name)?, rt.lookup(&base, &name)?);
    own.is(&inherited).then_some(dict)
}

fn from_pairs(rt: &mut Runtime, dict: &Dict, source: Borrowed<'_>) -> Result<()> {
    let pairs = rt.iter(source)?;
    let mut number = 0;
    while let Some(pair) = rt.next(&pairs)? {
        rt.tick(1)?;
        let items = sequence::collect_or_refuse(rt, pair.as_ref(), |_| {
            format!("cannot convert dictionary update sequence element #{number} to a sequence")
        })?;
        let [key, value] = &items[..] else {
            return Err(rt.value_error(format!(
                "dictionary update sequence element #{number} has length {}; 2 is required",
                items.len()
            )));
        };
        rt.dict_set(dict, key.as_ref(), value.clone())?;
        number += 1;
    }
    Ok(())
}
