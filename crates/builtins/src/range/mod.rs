//! `range`: arithmetic progressions of integers of any size.

mod iterator;
mod numbers;

pub(crate) use iterator::{LONG_RANGE_ITERATOR, LongRangeIterator, RANGE_ITERATOR, RangeIterator};

use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};
use objmodel::gc::{ClearSink, Trace, Visitor};
use objmodel::objects::slice::SliceObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value, singletons};

use numbers::Numbers;

/// The payload of `range`.
pub(crate) struct RangeObject(Numbers);

impl Trace for RangeObject {
    fn trace(&self, _: &mut Visitor<'_>) {}
    fn clear(&mut self, _: &mut ClearSink) {}
}

impl Payload for RangeObject {
    const LEAF: bool = true;
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    if args.has_keywords() {
        return Err(rt.type_error("range() takes no keyword arguments"));
    }
    let given = args.positionals();
    let (start, stop, step) = match given {
        [] => return Err(rt.type_error("range expected at least 1 argument, got 0")),
        [stop] => (None, *stop, None),
        [start, stop] => (Some(*start), *stop, None),
        [start, stop, step] => (Some(*start), *stop, Some(*step)),
        more => {
            return Err(
                rt.type_error(format!("range expected at most 3 arguments, got {}", more.len()))
            );
        }
    };
    let start = match start {
        Some(start) => integer(rt, start)?,
        None => BigInt::zero(),
    };
    let stop = integer(rt, stop)?;
    let step = match step {
        Some(step) => integer(rt, step)?,
        None => BigInt::from(1),
    };
    if step.is_zero() {
        return Err(rt.value_error("range() arg 3 must not be zero"));
    }
    rt.alloc(class, RangeObject(Numbers::new(start, stop, step))).map(Gc::into_value)
}

fn integer(rt: &mut Runtime, value: Borrowed<'_>) -> Result<BigInt> {
    let index = rt.index(value)?;
    Ok(rt.as_int(index.as_ref()).map(|n| n.to_big()).unwrap_or_default())
}

fn numbers(rt: &Runtime, own: Borrowed<'_>) -> Result<Numbers> {
    match own.get::<RangeObject>(rt) {
        Some(range) => Ok(range.0.clone()),
        None => Err(rt.type_error("a 'range' object is required")),
    }
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let range = numbers(rt, own)?;
    let (start, stop, step) = range.parts();
    let text = match step == BigInt::from(1) {
        true => format!("range({start}, {stop})"),
        false => format!("range({start}, {stop}, {step})"),
    };
    rt.str(&text).map(Gc::into_value)
}

fn len(rt: &mut Runtime, own: Borrowed<'_>) -> Result<usize> {
    match numbers(rt, own)?.len().to_usize().filter(|len| isize::try_from(*len).is_ok()) {
        Some(len) => Ok(len),
        None => Err(rt.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

fn truth(rt: &mut Runtime, own: Borrowed<'_>) -> Result<bool> {
    Ok(!numbers(rt, own)?.len().is_zero())
}

fn item(rt: &mut Runtime, own: Borrowed<'_>, index: isize) -> Result {
    let range = numbers(rt, own)?;
    match range.get(&BigInt::from(index)) {
        Some(n) => rt.big_int(n),
        None => Err(rt.index_error("range object index out of range")),
    }
}

fn subscript(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result {
    let range = numbers(rt, own)?;
    if let Some(slice) = key.get::<SliceObject>(rt) {
        let parts = [slice.start.clone(), slice.stop.clone(), slice.step.clone()];
        let mut bounds: [Option<BigInt>; 3] = [None, None, None];
        for (bound, part) in bounds.iter_mut().zip(&parts) {
            if !singletons::is_none(part) {
                if !rt.has_index(part.as_ref()) {
                    return Err(rt.type_error(
                        "slice indices must be integers or None or have an __index__ method",
                    ));
                }
                *bound = Some(integer(rt, part.as_ref())?);
            }
        }
        let [start, stop, step] = bounds;
        if step.as_ref().is_some_and(Zero::is_zero) {
            return Err(rt.value_error("slice step cannot be zero"));
        }
        let part = range.slice(start, stop, step);
        return rt.alloc_registered(RangeObject(part)).map(Gc::into_value);
    }
    if !rt.has_index(key) {
        let class = rt.type_name(key);
        return Err(rt.type_error(format!("range indices must be integers or slices, not {class}")));
    }
    let index = integer(rt, key)?;
    let index = if index < BigInt::zero() { index + range.len() } else { index };
    match range.get(&index) {
        Some(n) => rt.big_int(n),
        None => Err(rt.index_error("range object index out of range")),
    }
}

/// The place of an exact integer; other objects are compared one by one.
fn position(rt: &mut Runtime, own: Borrowed<'_>, value: Borrowed<'_>) -> Result<Option<BigInt>> {
    let exact = rt.type_of(value).is(&rt.types().int) || rt.type_of(value).is(&rt.types().bool_);
    let range = numbers(rt, own)?;
    if exact && let Some(n) = rt.as_int(value) {
        return Ok(range.find(&n.to_big()));
    }
    let items = rt.iter(own)?;
    let mut index = BigInt::zero();
    while let Some(item) = rt.next(&items)? {
        rt.tick(1)?;
        if rt.equal(item.as_ref(), value)? {
            return Ok(Some(index));
        }
        index += 1;
    }
    Ok(None)
}

fn contains(rt: &mut Runtime, own: Borrowed<'_>, value: Borrowed<'_>) -> Result<bool> {
    Ok(position(rt, own, value)?.is_some())
}

fn index(rt: &mut Runtime, args: Args<'_>) -> Result {
    match position(rt, args.at(0), args.at(1))? {
        Some(index) => rt.big_int(index),
        None => {
            // Only integers themselves are not gone through the items for.
            let class = rt.type_of(args.at(1));
            if !class.is(&rt.types().int) && !class.is(&rt.types().bool_) {
                return Err(rt.value_error("sequence.index(x): x not in sequence"));
            }
            let shown = rt.repr(args.at(1))?;
            let shown = shown.read(rt).as_str();
            Err(rt.value_error(format!("{shown} is not in range")))
        }
    }
}

fn count(rt: &mut Runtime, args: Args<'_>) -> Result {
    let value = args.at(1);
    let exact = rt.type_of(value).is(&rt.types().int) || rt.type_of(value).is(&rt.types().bool_);
    if exact {
        let found = contains(rt, args.at(0), value)?;
        return rt.int(i64::from(found));
    }
    let items = rt.iter(args.at(0))?;
    let mut found = 0;
    while let Some(item) = rt.next(&items)? {
        rt.tick(1)?;
        found += i64::from(rt.equal(item.as_ref(), value)?);
    }
    rt.int(found)
}

/// Length, first number and step, as far as they matter for equality.
fn essence(rt: &mut Runtime, own: Borrowed<'_>) -> Result<[Value; 3]> {
    let range = numbers(rt, own)?;
    let (start, _, step) = range.parts();
    let len = range.len();
    let none = singletons::none;
    let one = BigInt::from(1);
    Ok([
        rt.big_int(len.clone())?,
        if len.is_zero() { none() } else { rt.big_int(start)? },
        if len <= one { none() } else { rt.big_int(step)? },
    ])
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !other.is_payload::<RangeObject>() || !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(singletons::not_implemented());
    }
    let (a, b) = (essence(rt, own)?, essence(rt, other)?);
    let mut equal = true;
    for (a, b) in a.iter().zip(&b) {
        equal = equal && rt.equal(a.as_ref(), b.as_ref())?;
    }
    Ok(singletons::bool(equal == (op == CompareOp::Eq)))
}

fn hash(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    let mut hashes = [0; 3];
    for (hash, part) in hashes.iter_mut().zip(essence(rt, own)?) {
        *hash = rt.hash(part.as_ref())?;
    }
    Ok(objmodel::hash::of_tuple(hashes.into_iter()))
}

fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let range = numbers(rt, own)?;
    iterator::over(rt, range)
}

fn reversed(rt: &mut Runtime, args: Args<'_>) -> Result {
    let range = numbers(rt, args.at(0))?;
    iterator::over(rt, range.reversed())
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let class = Value::clone(&rt.type_of(args.at(0)));
    let (start, stop, step) = numbers(rt, args.at(0))?.parts();
    let parts = [rt.big_int(start)?, rt.big_int(stop)?, rt.big_int(step)?];
    let parts = rt.tuple(parts.into_iter())?.into_value();
    rt.tuple([class, parts].into_iter()).map(Gc::into_value)
}

fn part<const INDEX: usize>(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let (start, stop, step) = numbers(rt, own)?.parts();
    rt.big_int(match INDEX {
        0 => start,
        1 => stop,
        _ => step,
    })
}

/// The table of `range`.
pub(crate) const RANGE: ClassSpec = ClassSpec {
    name: "range",
    doc: Some(
        "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an \
         object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) \
         by step.",
    ),
    subclassable: false,
    collection: Some(objmodel::types::Collection::Sequence),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpIter, SlotFn::Unary(iter)),
        (SlotId::NbBool, SlotFn::Inquiry(truth)),
        (SlotId::SqLength, SlotFn::Len(len)),
        (SlotId::SqItem, SlotFn::SizeArg(item)),
        (SlotId::SqContains, SlotFn::Contains(contains)),
        (SlotId::MpLength, SlotFn::Len(len)),
        (SlotId::MpSubscript, SlotFn::Binary(subscript)),
    ],
    methods: &[
        MethodSpec::method("__reversed__", "($self, /)", reversed)
            .doc("Return a reverse iterator."),
        MethodSpec::method("__reduce__", "($self, /)", reduce),
        MethodSpec::method("count", "($self, object, /)", count)
            .doc("rangeobject.count(value) -> integer -- return number of occurrences of value"),
        MethodSpec::method("index", "($self, object, /)", index)
            .doc("rangeobject.index(value) -> integer -- return index of value."),
    ],
    getset: &[
        GetSetSpec::member("start", part::<0>),
        GetSetSpec::member("stop", part::<1>),
        GetSetSpec::member("step", part::<2>),
    ],
    ..ClassSpec::DEFAULT
};
