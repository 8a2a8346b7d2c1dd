//! Sorting lists, by comparisons that may raise and may run any code.
//!
//! The items are taken out of the list while it is sorted, so that what the comparisons do to the
//! list harms nothing; what they added is thrown away, and is an error.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use objmodel::objects::list::List;
use objmodel::objects::tuple::TupleObject;
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
    if key.is_some() {
        // The keys are gone, and what their `__del__` does to the list counts.
        rt.safepoint();
    }
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
    let asked = asked_directly(rt, keys);
    timsort::sort(order, &mut |a, b| {
        rt.tick(1)?;
        let (a, b) = (keys[a as usize].as_ref(), keys[b as usize].as_ref());
        match asked {
            Asked::Operator => rt.compare_truth(CompareOp::Lt, a, b),
            Asked::Method => less(rt, a, b),
            Asked::MethodOfFirst => tuple_less(rt, a, b),
        }
    })
}

/// Whom a comparison asks first.
#[derive(Clone, Copy)]
enum Asked {
    /// The operator, with all that it tries.
    Operator,
    /// `__lt__` of the left key alone.
    Method,
    /// `__lt__` of the first items of two tuples, if those differ.
    MethodOfFirst,
}

/// Keys of one class are compared by that class's `__lt__`, without the operator; so are tuples by
/// their first items. It shows when `__lt__` answers `NotImplemented`: the operator asks it again.
fn asked_directly(rt: &Runtime, keys: &[Value]) -> Asked {
    let tuples = |key: &Value| -> Option<Value> {
        let tuple = rt.type_of(key.as_ref()).is(&rt.types().tuple);
        key.get::<TupleObject>(rt).filter(|_| tuple)?.items().first().cloned()
    };
    let scripted = |key: &Value| rt.type_of(key.as_ref()).read(rt).is_heap_type();
    let Some(first) = keys.first() else { return Asked::Operator };
    let of_one_class = |one: &Value, other: &Value| {
        let class = rt.type_of(one.as_ref()).to_gc();
        rt.type_of(other.as_ref()).is(&class)
    };
    if scripted(first) && keys.iter().all(|key| of_one_class(first, key)) {
        return Asked::Method;
    }
    let Some(item) = tuples(first).filter(scripted) else { return Asked::Operator };
    let alike = |key| tuples(key).is_some_and(|other| of_one_class(&item, &other));
    if keys.iter().all(alike) { Asked::MethodOfFirst } else { Asked::Operator }
}

/// `a < b` by `__lt__` of `a`, and by the operator if that passes.
fn less(rt: &mut Runtime, a: Borrowed<'_>, b: Borrowed<'_>) -> Result<bool> {
    let answer = rt.compare_by(CompareOp::Lt, a, b)?;
    if singletons::is_not_implemented(&answer) {
        return rt.compare_truth(CompareOp::Lt, a, b);
    }
    rt.is_true(answer.as_ref())
}

/// `a < b` of tuples that are not empty.
fn tuple_less(rt: &mut Runtime, a: Borrowed<'_>, b: Borrowed<'_>) -> Result<bool> {
    let pair = |rt: &Runtime, at: usize| {
        let item = |tuple: Borrowed<'_>| tuple.get::<TupleObject>(rt)?.items().get(at).cloned();
        item(a).zip(item(b))
    };
    let Some((first, other)) = pair(rt, 0) else { return rt.compare_truth(CompareOp::Lt, a, b) };
    if !rt.equal(&first, &other)? {
        return less(rt, first.as_ref(), other.as_ref());
    }
    let mut at = 1;
    while let Some((one, other)) = pair(rt, at) {
        rt.tick(1)?;
        if !rt.equal(&one, &other)? {
            return rt.compare_truth(CompareOp::Lt, one.as_ref(), other.as_ref());
        }
        at += 1;
    }
    let len = |tuple: Borrowed<'_>| tuple.get::<TupleObject>(rt).map_or(0, |t| t.items().len());
    Ok(len(a) < len(b))
}
