//! Sorting lists, by comparisons that may raise and may run any code.
//!
//! The items are taken out of the list while it is sorted, so that what the comparisons do to the
//! list harms nothing; what they added is thrown away, and is an error.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use objmodel::objects::list::List;
use objmodel::slots::CompareOp;
use objmodel::{Borrowed, Result, Runtime, Value, singletons};

use super::{plain, timsort};

/// Sorts a list in place.
///
/// # Errors
/// What `key` and the comparisons raise; `ValueError` if they changed the list.
pub(crate) fn sort(
    rt: &mut Runtime,
    list: &List,
    key: Option<Borrowed<'_>>,
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
    // Whatever changed the list, even if it is empty again, made room for items.
    let changed = added.capacity() > 0;
    drop(added);
    outcome.unwrap_or_else(|panic| resume_unwind(panic))?;
    if changed {
        return Err(rt.value_error("list modified during sort"));
    }
    Ok(())
}

/// The items in order: as far as they got, if a comparison raised, and as they were, if the host's
/// code panicked.
fn sorted(
    rt: &mut Runtime,
    mut items: Vec<Value>,
    key: Option<Borrowed<'_>>,
    reverse: bool,
) -> (Vec<Value>, std::thread::Result<Result<()>>) {
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    // What the closure leaves behind is looked at below.
    let work = AssertUnwindSafe(|| {
        let keys = match key.filter(|key| !singletons::is_none(key)) {
            None => None,
            Some(key) => {
                let keys = items.iter().map(|item| rt.call(key, [item.as_ref()]));
                Some(keys.collect::<Result<Vec<_>>>()?)
            }
        };
        // Stable in reverse too: equal items keep their order.
        if reverse {
            order.reverse();
        }
        let outcome = sort_order(rt, keys.as_deref().unwrap_or(&items), &mut order);
        if reverse {
            order.reverse();
        }
        outcome
    });
    let outcome = catch_unwind(work);
    if outcome.is_err() {
        order = (0..items.len() as u32).collect();
    }
    let mut taken: Vec<Option<Value>> = items.drain(..).map(Some).collect();
    let moved = order.iter().filter_map(|at| taken.get_mut(*at as usize)?.take());
    items.extend(moved);
    (items, outcome)
}

fn sort_order(rt: &mut Runtime, keys: &[Value], order: &mut [u32]) -> Result<()> {
    let len = keys.len();
    let compares = len.checked_ilog2().unwrap_or(0) as usize * len;
    // Ranks and a buffer for merging them.
    rt.check_room(len.saturating_mul(3 * size_of::<(i64, u32)>()))?;
    if plain::sort(rt, keys, order) {
        return rt.tick(compares / 8);
    }
    timsort::sort(order, &mut |a, b| {
        rt.tick(1)?;
        let (a, b) = (keys[a as usize].as_ref(), keys[b as usize].as_ref());
        rt.compare_truth(CompareOp::Lt, a, b)
    })
}
