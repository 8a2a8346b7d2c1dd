//! What lists and tuples do alike: repr, comparison, searching.

use objmodel::gc::ChargedVec;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::list::ListObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::CompareOp;
use objmodel::{Args, Borrowed, Gc, Result, Runtime, Value, singletons};

use crate::format::object;

/// The items of a list or tuple.
#[inline]
pub(crate) fn items<'a>(rt: &'a Runtime, value: Borrowed<'a>) -> &'a [Value] {
    if let Some(list) = value.get::<ListObject>(rt) {
        return list.items();
    }
    value.get::<TupleObject>(rt).map(TupleObject::items).unwrap_or_default()
}

/// All items of an iterable; if it is none, a `TypeError` with the message that `refusal` makes.
///
/// # Errors
/// That `TypeError`; what the iteration raises.
pub(crate) fn collect_or_refuse(
    rt: &mut Runtime,
    iterable: Borrowed<'_>,
    refusal: impl FnOnce(&Runtime) -> String,
) -> Result<ChargedVec<Value>> {
    let class = rt.type_of(iterable);
    if class.is(&rt.types().list) || class.is(&rt.types().tuple) {
        return rt.collect(iterable);
    }
    let iterator = rt.iter_or_refuse(iterable, refusal)?;
    rt.collect(&iterator)
}

/// An exact list or tuple itself, of another iterable a list of its items; if it is none, a `TypeError`
/// with the message.
///
/// # Errors
/// That `TypeError`; what the iteration raises; `MemoryError`.
pub(crate) fn fast(rt: &mut Runtime, iterable: Borrowed<'_>, refusal: &str) -> Result {
    let class = rt.type_of(iterable);
    if class.is(&rt.types().list) || class.is(&rt.types().tuple) {
        return Ok(iterable.to_value());
    }
    let items = collect_or_refuse(rt, iterable, |_| refusal.to_owned())?;
    rt.list_of(items).map(Gc::into_value)
}

/// The item with a number of a list or tuple, whose length may have changed.
pub(crate) fn nth(rt: &Runtime, value: Borrowed<'_>, number: usize) -> Option<Value> {
    items(rt, value).get(number).cloned()
}

/// Appends `open`, the reprs of the items, `close`; `...` for a sequence whose repr is under way.
/// Items may come and go while their `__repr__` run.
pub(crate) fn write_repr(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    [open, close]: [&[u8]; 2],
    out: &mut TextBuilder,
) -> Result<()> {
    out.append(rt, open)?;
    let shown = rt.within_repr(own, |rt| write_items(rt, own, out))?;
    let Some(written) = shown else {
        out.append(rt, b"...")?;
        return out.append(rt, close);
    };
    if written == 1 && open == b"(" {
        out.append(rt, b",")?;
    }
    out.append(rt, close)
}

/// Appends the reprs of the items, and tells how many they were.
fn write_items(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<usize> {
    let mut index = 0;
    while let Some(item) = items(rt, own).get(index).cloned() {
        if index > 0 {
            out.append(rt, b", ")?;
        }
        rt.tick(1)?;
        object::write_repr(rt, item.as_ref(), out)?;
        index += 1;
    }
    Ok(index)
}

/// Compares two sequences item by item: the first two that differ decide, else the lengths.
pub(crate) fn compare(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    other: Borrowed<'_>,
    op: CompareOp,
) -> Result {
    let (ours, theirs) = (items(rt, own), items(rt, other));
    let (own_len, other_len) = (ours.len(), theirs.len());
    if own_len != other_len && matches!(op, CompareOp::Eq | CompareOp::Ne) && is_list(own) {
        return Ok(singletons::bool(op == CompareOp::Ne));
    }
    let equal = eq_fast(rt, ours, theirs);
    rt.tick(equal)?;
    if equal == own_len.min(other_len) {
        return Ok(singletons::bool(op.matches(own_len.cmp(&other_len))));
    }
    compare_from(rt, own, other, op, equal)
}

/// How many items in front are equal for certain, without asking their classes.
fn eq_fast(rt: &Runtime, ours: &[Value], theirs: &[Value]) -> usize {
    let pairs = ours.iter().zip(theirs);
    pairs.take_while(|(a, b)| rt.eq_fast(a.as_ref(), b.as_ref()) == Some(true)).count()
}

/// Compares from an index on at which the items differ or their classes must be asked.
fn compare_from(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    other: Borrowed<'_>,
    op: CompareOp,
    mut index: usize,
) -> Result {
    while let (Some(a), Some(b)) =
        (items(rt, own).get(index).cloned(), items(rt, other).get(index).cloned())
    {
        if !rt.equal(a.as_ref(), b.as_ref())? {
            match op {
                // The items' `__eq__` may have shortened a list: then the lengths decide.
                _ if index >= items(rt, own).len() || index >= items(rt, other).len() => break,
                CompareOp::Eq => return Ok(singletons::bool(false)),
                CompareOp::Ne => return Ok(singletons::bool(true)),
                // The items that stand there by now are compared.
                _ => {
                    let a = nth(rt, own, index).unwrap_or(a);
                    let b = nth(rt, other, index).unwrap_or(b);
                    return rt.compare(op, &a, &b);
                }
            }
        }
        index += 1;
        let rest = |value| items(rt, value).get(index..).unwrap_or_default();
        let equal = eq_fast(rt, rest(own), rest(other));
        rt.tick(1 + equal)?;
        index += equal;
    }
    let order = items(rt, own).len().cmp(&items(rt, other).len());
    Ok(singletons::bool(op.matches(order)))
}

fn is_list(value: Borrowed<'_>) -> bool {
    value.is_payload::<ListObject>()
}

/// Whether an item is equal to `value`.
pub(crate) fn contains(rt: &mut Runtime, own: Borrowed<'_>, value: Borrowed<'_>) -> Result<bool> {
    Ok(find(rt, own, value, 0, usize::MAX)?.is_some())
}

/// The first index from `start` to `end` whose item is equal to `value`.
pub(crate) fn find(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    value: Borrowed<'_>,
    start: usize,
    end: usize,
) -> Result<Option<usize>> {
    let mut index = start;
    loop {
        let rest = items(rt, own).get(index..end.min(items(rt, own).len())).unwrap_or_default();
        // Those that differ for certain are passed by without holding them.
        let known = rest.iter().map(|item| rt.eq_fast(item.as_ref(), value));
        let Some((passed, known)) = known.enumerate().find(|(_, known)| *known != Some(false))
        else {
            rt.tick(rest.len())?;
            return Ok(None);
        };
        let item = rest.get(passed).cloned();
        rt.tick(passed + 1)?;
        index += passed;
        let equal = match (known, item) {
            (None, Some(item)) => rt.equal(item.as_ref(), value)?,
            (known, _) => known == Some(true),
        };
        if equal {
            return Ok(Some(index));
        }
        index += 1;
    }
}

/// `index(value, start, stop)` of a sequence of `len` items: where the value is, if it is there.
pub(crate) fn position(rt: &mut Runtime, args: Args<'_>, len: usize) -> Result<Option<usize>> {
    let start = match args.get(2) {
        Some(start) => bound(rt, start, len)?,
        None => 0,
    };
    let stop = match args.get(3) {
        Some(stop) => bound(rt, stop, len)?,
        None => usize::MAX,
    };
    find(rt, args.at(0), args.at(1), start, stop)
}

/// How many items are equal to `value`.
pub(crate) fn count(rt: &mut Runtime, own: Borrowed<'_>, value: Borrowed<'_>) -> Result {
    let (mut index, mut found) = (0, 0);
    while let Some(at) = find(rt, own, value, index, usize::MAX)? {
        found += 1;
        index = at + 1;
    }
    rt.int_from_usize(found)
}

/// A bound of `index(value, start, stop)`.
fn bound(rt: &mut Runtime, value: Borrowed<'_>, len: usize) -> Result<usize> {
    if !rt.has_index(value) {
        return Err(rt.type_error("slice indices must be integers or have an __index__ method"));
    }
    let bound = rt.index_clamped(value)?;
    let bound = if bound < 0 { (bound + len as isize).max(0) } else { bound };
    Ok(bound as usize)
}

/// The one optional positional argument of a constructor.
///
/// # Errors
/// `TypeError` for more arguments.
pub(crate) fn only_argument<'a>(
    rt: &Runtime,
    class: &str,
    args: objmodel::CallArgs<'a>,
) -> Result<Option<Borrowed<'a>>> {
    match args.positionals() {
        [] => Ok(None),
        [value] => Ok(Some(*value)),
        more => {
            Err(rt.type_error(format!("{class} expected at most 1 argument, got {}", more.len())))
        }
    }
}
