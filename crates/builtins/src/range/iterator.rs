//! `range_iterator`, and `longrange_iterator` beyond machine words.

use num_bigint::BigInt;
use num_traits::Signed;
use objmodel::gc::{ClearSink, Trace, Visitor};
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, Value, singletons};

use super::numbers::Numbers;
use crate::iterator::{itself, reduce};

/// The payload of `range_iterator`.
pub(crate) struct RangeIterator {
    next: i64,
    step: i64,
    left: i64,
}

/// The payload of `longrange_iterator`.
pub(crate) struct LongRangeIterator {
    next: BigInt,
    step: BigInt,
    left: BigInt,
}

macro_rules! leaf {
    ($($ty:ty),*) => {$(
        impl Trace for $ty {
            fn trace(&self, _: &mut Visitor<'_>) {}
            fn clear(&mut self, _: &mut ClearSink) {}
        }

        impl Payload for $ty {
            const LEAF: bool = true;
        }
    )*};
}

leaf!(RangeIterator, LongRangeIterator);

pub(super) fn over(rt: &mut Runtime, range: Numbers) -> Result {
    match range {
        Numbers::Small { start, step, len, .. } => {
            let payload = RangeIterator { next: start, step, left: len };
            rt.alloc_registered(payload).map(Gc::into_value)
        }
        Numbers::Big { start, step, len, .. } => {
            let payload = LongRangeIterator { next: start, step, left: len };
            rt.alloc_registered(payload).map(Gc::into_value)
        }
    }
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(range) = own.get_mut::<RangeIterator>(rt) else { return Ok(None) };
    if range.left <= 0 {
        return Ok(None);
    }
    let n = range.next;
    range.left -= 1;
    // The numbers are below 2**61, and so is the step: there is no overflow.
    range.next = n.wrapping_add(range.step);
    rt.int(n).map(Some)
}

fn next_long(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(range) = own.get_mut::<LongRangeIterator>(rt) else { return Ok(None) };
    if !range.left.is_positive() {
        return Ok(None);
    }
    let following = &range.next + &range.step;
    let n = std::mem::replace(&mut range.next, following);
    range.left -= 1;
    rt.big_int(n).map(Some)
}

fn length_hint(rt: &mut Runtime, args: Args<'_>) -> Result {
    let left = match args.at(0).get::<RangeIterator>(rt) {
        Some(range) => BigInt::from(range.left),
        None => match args.at(0).get::<LongRangeIterator>(rt) {
            Some(range) => range.left.clone(),
            None => BigInt::from(0),
        },
    };
    rt.big_int(left)
}

/// `(iter, (range,), None)` of a range of what is left.
fn reduce_numbers(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (next, step, left) = if let Some(range) = args.at(0).get::<RangeIterator>(rt) {
        (range.next.into(), range.step.into(), range.left.into())
    } else if let Some(range) = args.at(0).get::<LongRangeIterator>(rt) {
        (range.next.clone(), range.step.clone(), range.left.clone())
    } else {
        (BigInt::ZERO, BigInt::from(1), BigInt::ZERO)
    };
    let stop: BigInt = &next + &step * &left;
    let (next, stop, step) = (rt.big_int(next)?, rt.big_int(stop)?, rt.big_int(step)?);
    let class = rt.builtin("range").unwrap_or_else(singletons::none);
    let range = rt.call(&class, [next.as_ref(), stop.as_ref(), step.as_ref()])?;
    reduce::again(rt, "iter", range, Some(singletons::none()))
}

/// `__setstate__(index)`: skips so many numbers.
fn set_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    if args.at(0).is_payload::<LongRangeIterator>() {
        return set_long_state(rt, args);
    }
    let skip = rt.index(args.at(1))?;
    let Some(skip) = rt.as_int(skip.as_ref()).and_then(|n| n.to_i64()) else {
        return Err(rt.overflow_error("Python int too large to convert to C long"));
    };
    if let Some(range) = args.at(0).get_mut::<RangeIterator>(rt) {
        let skip = skip.clamp(0, range.left);
        range.next = range.next.wrapping_add(skip.wrapping_mul(range.step));
        range.left -= skip;
    }
    Ok(singletons::none())
}

fn set_long_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(skip) = rt.as_int(args.at(1)).map(|n| n.to_big()) else {
        // Compared with 0, it is refused in the words of that.
        let zero = rt.int(0)?;
        rt.compare_truth(CompareOp::Lt, args.at(1), zero.as_ref())?;
        return Ok(singletons::none());
    };
    if let Some(range) = args.at(0).get_mut::<LongRangeIterator>(rt) {
        let skip = skip.max(BigInt::ZERO).min(range.left.clone());
        range.next += &skip * &range.step;
        range.left -= skip;
    }
    Ok(singletons::none())
}

macro_rules! table {
    ($table:ident $name:literal $next:ident) => {
        /// The table of this iterator.
        pub(crate) const $table: ClassSpec = ClassSpec {
            name: $name,
            subclassable: false,
            slots: &[
                (SlotId::TpIter, SlotFn::Unary(itself)),
                (SlotId::TpIternext, SlotFn::IterNext($next)),
            ],
            methods: &[
                MethodSpec::method("__length_hint__", "($self, /)", length_hint)
                    .doc("Private method returning an estimate of len(list(it))."),
                MethodSpec::method("__reduce__", "($self, /)", reduce_numbers)
                    .doc("Return state information for pickling."),
                MethodSpec::method("__setstate__", "($self, state, /)", set_state)
                    .doc("Set state information for unpickling."),
            ],
            ..ClassSpec::DEFAULT
        };
    };
}

table!(RANGE_ITERATOR "range_iterator" next);
table!(LONG_RANGE_ITERATOR "longrange_iterator" next_long);
