//! `dict(...)` and `dict.update(...)`: from mappings, from pairs, from keywords.

use objmodel::objects::dict::{Dict, DictObject};
use objmodel::slots::SlotId;
use objmodel::{CallArgs, Ref, Result, Runtime, Value};

/// A source, if one is given, then the keywords.
pub(crate) fn update(
    rt: &mut Runtime,
    dict: &Dict,
    source: Option<Ref<'_>>,
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
pub(crate) fn from_any(rt: &mut Runtime, dict: &Dict, source: Ref<'_>) -> Result<()> {
    if source.is_payload::<DictObject>() {
        return merge(rt, dict, source);
    }
    let keys = rt.names().keys.clone();
    match rt.lookup_attr(source, &keys)? {
        Some(_) => merge(rt, dict, source),
        None => from_pairs(rt, dict, source),
    }
}

/// Sets every entry of a mapping.
pub(crate) fn merge(rt: &mut Runtime, dict: &Dict, source: Ref<'_>) -> Result<()> {
    if let Some(other) = plain(rt, source) {
        let len = other.read(rt).len();
        rt.check_room(len.saturating_mul(size_of::<[Value; 3]>()))?;
        let entries: Vec<_> = other.read(rt).iter().cloned().collect();
        for entry in entries {
            rt.tick(1)?;
            match rt.dict_find(dict, entry.key.as_ref(), entry.hash)? {
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
    let keys = rt.call_attr(source, &keys, &[])?;
    let keys = rt.iter(&keys)?;
    while let Some(key) = rt.next(&keys)? {
        rt.tick(1)?;
        let value = rt.get_item(source, &key)?;
        rt.dict_set(dict, key.as_ref(), value)?;
    }
    Ok(())
}

/// A dict whose class does not say otherwise how it is iterated.
fn plain(rt: &mut Runtime, source: Ref<'_>) -> Option<Dict> {
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

fn from_pairs(rt: &mut Runtime, dict: &Dict, source: Ref<'_>) -> Result<()> {
    let pairs = rt.iter(source)?;
    let mut number = 0;
    while let Some(pair) = rt.next(&pairs)? {
        rt.tick(1)?;
        let iterable = rt.has_slot(pair.as_ref(), SlotId::TpIter) || rt.is_sequence(pair.as_ref());
        if !iterable {
            return Err(rt.type_error(format!(
                "cannot convert dictionary update sequence element #{number} to a sequence"
            )));
        }
        let items = rt.collect(&pair)?;
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
