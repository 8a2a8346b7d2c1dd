//! Sorting lists, by comparisons that may raise and may run any code.
//!
//! The items are taken out of the list while it is sorted, so that what the comparisons do to the
//! list harms nothing; what they added is thrown away, and is an error.

use std::cmp::Ordering;

use objmodel::objects::list::List;
use objmodel::objects::str::StrObject;
use objmodel::slots::CompareOp;
use objmodel::{Ref, Result, Runtime, Value, singletons};

use super::timsort;

/// Sorts a list in place.
///
/// # Errors
/// What `key` and the comparisons raise; `ValueError` if they changed the list.
pub(crate) fn sort(
    rt: &mut Runtime,
    list: &List,
    key: Option<Ref<'_>>,
    reverse: bool,
) -> Result<()> {
    let items = rt.grow(list, |list, meter| Ok(list.take(meter)))?;
    let bytes = items.capacity() * size_of::<Value>();
    // What was taken out is still held.
    if let Err(raise) = rt.charge(bytes) {
        rt.grow(list, |list, meter| list.put(meter, items))?;
        return Err(raise);
    }
    let (items, outcome) = sorted(rt, items, key, reverse);
    rt.heap().bytes().credit(bytes);
    let added = rt.grow(list, |list, meter| {
        let added = list.take(meter);
        list.put(meter, items).map(|()| added)
    })?;
    let changed = !added.is_empty();
    drop(added);
    outcome?;
    if changed {
        return Err(rt.value_error("list modified during sort"));
    }
    Ok(())
}

/// The items in order; as far as they got, if a comparison raised.
fn sorted(
    rt: &mut Runtime,
    mut items: Vec<Value>,
    key: Option<Ref<'_>>,
    reverse: bool,
) -> (Vec<Value>, Result<()>) {
    let keys = match key.filter(|key| !singletons::is_none(key)) {
        None => None,
        Some(key) => {
            let mut keys = Vec::with_capacity(items.len());
            for item in &items {
                match rt.call(key, [item.as_ref()]) {
                    Ok(value) => keys.push(value),
                    Err(raise) => return (items, Err(raise)),
                }
            }
            Some(keys)
        }
    };
    // Stable in reverse too: equal items keep their order.
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    if reverse {
        order.reverse();
    }
    let outcome = sort_order(rt, keys.as_deref().unwrap_or(&items), &mut order);
    if reverse {
        order.reverse();
    }
    let mut taken: Vec<Option<Value>> = items.drain(..).map(Some).collect();
    let moved = order.iter().filter_map(|at| taken.get_mut(*at as usize)?.take());
    items.extend(moved);
    (items, outcome)
}

fn sort_order(rt: &mut Runtime, keys: &[Value], order: &mut [u32]) -> Result<()> {
    let len = keys.len();
    let compares = len.checked_ilog2().unwrap_or(0) as usize * len;
    if let Some(compare) = simple_order(rt, keys) {
        rt.tick(compares / 8)?;
        order.sort_by(|a, b| compare(rt, &keys[*a as usize], &keys[*b as usize]));
        return Ok(());
    }
    timsort::sort(order, &mut |a, b| {
        rt.tick(1)?;
        let (a, b) = (keys[a as usize].as_ref(), keys[b as usize].as_ref());
        rt.compare_truth(CompareOp::Lt, a, b)
    })
}

type Compare = fn(&Runtime, &Value, &Value) -> Ordering;

/// The order of keys that are all of one plain kind, so that no Python code takes part.
fn simple_order(rt: &Runtime, keys: &[Value]) -> Option<Compare> {
    let first = keys.first()?;
    if first.as_small_int().is_some() {
        return keys
            .iter()
            .all(|key| key.as_small_int().is_some())
            .then_some(|_, a, b| a.as_small_int().cmp(&b.as_small_int()));
    }
    if first.as_immediate_float().is_some() {
        // None of these is NaN.
        return keys
            .iter()
            .all(|key| key.as_immediate_float().is_some_and(|x| !x.is_nan()))
            .then_some(|_, a, b| {
                let (a, b) = (a.as_immediate_float(), b.as_immediate_float());
                a.partial_cmp(&b).unwrap_or(Ordering::Equal)
            });
    }
    let is_str = |key: &Value| rt.type_of(key.as_ref()).is(&rt.types().str);
    keys.iter().all(is_str).then_some(|rt, a, b| {
        let text =
            |value: &Value| value.get::<StrObject>(rt).map(|text| text.as_bytes().to_owned());
        match (a.get::<StrObject>(rt), b.get::<StrObject>(rt)) {
            (Some(a), Some(b)) => a.as_bytes().cmp(b.as_bytes()),
            _ => text(a).cmp(&text(b)),
        }
    })
}
