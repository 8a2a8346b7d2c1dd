//! What operators make of deques.

use objmodel::objects::builder::TextBuilder;
use objmodel::{CompareOp, Gc, Result, Runtime, Value, singletons};

use super::value::Deque;
use super::{append_all, at, items};

pub(super) fn show(rt: &mut Runtime, own: &Gc<Deque>, out: &mut TextBuilder) -> Result<()> {
    let written = rt.within_repr(own.as_ref(), |rt| {
        out.append(rt, rt.type_of(own.as_ref()).read(rt).name().as_bytes())?;
        out.append(rt, b"([")?;
        // CPython shows a list of the items, which is a level more.
        let doing = " while getting the repr of an object";
        rt.nested(doing, |rt| show_items(rt, own, out))
    })?;
    if written.is_none() {
        return out.append(rt, b"[...]");
    }
    out.append(rt, b"]")?;
    if let Some(limit) = own.read(rt).limit {
        out.append(rt, format!(", maxlen={limit}").as_bytes())?;
    }
    out.append(rt, b")")
}

fn show_items(rt: &mut Runtime, own: &Gc<Deque>, out: &mut TextBuilder) -> Result<()> {
    let items = rt.gather(own.read(rt).items().cloned())?;
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            out.append(rt, b", ")?;
        }
        rt.tick(1)?;
        rt.write_repr(item.as_ref(), out)?;
    }
    Ok(())
}

pub(super) fn compare(
    rt: &mut Runtime,
    own: &Gc<Deque>,
    other: &Gc<Deque>,
    op: CompareOp,
) -> Result {
    let (one, two) = (own.read(rt), other.read(rt));
    let lengths = (one.len(), two.len());
    if own.is(other) {
        return Ok(singletons::bool(op.matches(std::cmp::Ordering::Equal)));
    }
    if lengths.0 != lengths.1 && matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(singletons::bool(op == CompareOp::Ne));
    }
    let states = (one.state, two.state);
    // As by two iterators, which notice changes behind the last item too.
    for index in 0.. {
        rt.tick(1)?;
        let pair = (at(rt, own, index, states.0)?, at(rt, other, index, states.1)?);
        let (Some(a), Some(b)) = pair else { break };
        if !rt.equal(a.as_ref(), b.as_ref())? {
            return rt.compare_truth(op, a.as_ref(), b.as_ref()).map(singletons::bool);
        }
    }
    Ok(singletons::bool(op.matches(lengths.0.cmp(&lengths.1))))
}

/// The items of `deque * count`, as far as the limit lets them stay.
pub(super) fn repeated(rt: &Runtime, own: &Gc<Deque>, count: isize) -> Result<Vec<Value>> {
    let (items, limit) = (items(rt, own), own.read(rt).limit.unwrap_or(usize::MAX));
    let total = items.len().checked_mul(usize::try_from(count).unwrap_or(0));
    let kept = total.unwrap_or(usize::MAX).min(limit);
    rt.check_room(kept.saturating_mul(size_of::<Value>()))?;
    rt.tick(kept / 16)?;
    if items.is_empty() || kept == 0 {
        return Ok(Vec::new());
    }
    // The last item of all is the last item of the deque.
    let first = (items.len() - kept % items.len()) % items.len();
    Ok(items.iter().cycle().skip(first).take(kept).cloned().collect())
}

/// Replaces the items.
pub(super) fn refill(rt: &mut Runtime, own: &Gc<Deque>, items: Vec<Value>) -> Result<()> {
    let old = own.write(rt).clear();
    drop(old);
    append_all(rt, own, items)
}
