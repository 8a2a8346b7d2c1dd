//! `collections.deque`: a sequence that is quick at both ends.

mod iterator;
mod methods;
mod value;

use objmodel::objects::builder::TextBuilder;
use objmodel::objects::dict::Dict;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec};
use objmodel::{Borrowed, CallArgs, Gc, Parameters, Result, Runtime, Type, Value, singletons};

use iterator::{DequeIterator, DequeReverseIterator};
use value::Deque;

fn this(rt: &Runtime, own: Borrowed<'_>) -> Result<Gc<Deque>> {
    match own.typed::<Deque>() {
        Some(deque) => Ok(deque.to_gc()),
        None => {
            let class = rt.type_name(own);
            Err(rt.type_error(format!(
                "descriptor requires a 'collections.deque' object but received a '{class}'"
            )))
        }
    }
}

fn new<'a>(rt: &mut Runtime, class: &Type, _: CallArgs<'a>) -> Result {
    rt.alloc(class, Deque::default()).map(Gc::into_value)
}

const PARAMETERS: Parameters = Parameters::new("deque", "(iterable=(), maxlen=None)", 0, 2);

fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    let [iterable, limit] = PARAMETERS.bind(rt, args)?;
    let limit = match limit.filter(|limit| !singletons::is_none(limit)) {
        None => None,
        Some(limit) => {
            if rt.as_int(limit).is_none() {
                return Err(rt.type_error("an integer is required"));
            }
            let limit = rt.index_as_size(limit, |rt, _| {
                rt.overflow_error("Python int too large to convert to C ssize_t")
            })?;
            let limit = usize::try_from(limit);
            Some(limit.map_err(|_| rt.value_error("maxlen must be non-negative"))?)
        }
    };
    let deque = this(rt, own)?;
    let old = deque.write(rt).clear();
    drop(old);
    deque.write(rt).limit = limit;
    match iterable {
        Some(iterable) => methods::extend_by(rt, own, iterable),
        None => Ok(()),
    }
}

/// The items at present.
fn items(rt: &Runtime, own: Borrowed<'_>) -> Vec<Value> {
    own.get::<Deque>(rt).map_or_else(Vec::new, |deque| deque.items().cloned().collect())
}

/// A deque of these items, the last of them if there is a limit.
fn made(rt: &mut Runtime, class: &Type, items: Vec<Value>, limit: Option<usize>) -> Result {
    let deque = rt.alloc(class, Deque::limited(limit))?;
    rt.tick(items.len() / 16)?;
    for item in items {
        let old = rt.grow(&deque, |deque, meter| deque.push_back(meter, item))?;
        drop(old);
    }
    Ok(deque.into_value())
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let written = rt.within_repr(own, |rt| {
        out.append(rt, rt.type_of(own).read(rt).name().as_bytes())?;
        out.append(rt, b"([")?;
        // CPython shows a list of the items, which is a level more.
        let doing = " while getting the repr of an object";
        rt.nested(doing, |rt| write_items(rt, own, out))
    })?;
    if written.is_none() {
        return out.append(rt, b"[...]");
    }
    out.append(rt, b"]")?;
    if let Some(limit) = own.get::<Deque>(rt).and_then(|deque| deque.limit) {
        out.append(rt, format!(", maxlen={limit}").as_bytes())?;
    }
    out.append(rt, b")")
}

fn write_items(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let items = match own.get::<Deque>(rt) {
        Some(deque) => rt.gather(deque.items().cloned())?,
        None => return Ok(()),
    };
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            out.append(rt, b", ")?;
        }
        rt.tick(1)?;
        rt.write_repr(item.as_ref(), out)?;
    }
    Ok(())
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    let (Some(one), Some(two)) = (own.get::<Deque>(rt), other.get::<Deque>(rt)) else {
        return Ok(singletons::not_implemented());
    };
    let lengths = (one.len(), two.len());
    if own.is(&other) {
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

/// An item of a deque that has not changed since it was in this state; `None` behind the last one.
fn at(rt: &Runtime, own: Borrowed<'_>, index: usize, state: u64) -> Result<Option<Value>> {
    match own.get::<Deque>(rt).filter(|deque| deque.state == state) {
        Some(deque) => Ok(deque.get(index).cloned()),
        None => Err(rt.runtime_error("deque mutated during iteration")),
    }
}

fn len(rt: &mut Runtime, own: Borrowed<'_>) -> Result<usize> {
    Ok(own.get::<Deque>(rt).map_or(0, Deque::len))
}

fn concat(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let Some(right) = other.get::<Deque>(rt) else {
        let class = rt.type_name(other);
        return Err(rt.type_error(format!("can only concatenate deque (not \"{class}\") to deque")));
    };
    let total = right.len() + len(rt, own)?;
    rt.check_room(total * size_of::<Value>())?;
    let right = items(rt, other);
    let copy = methods::copy_of(rt, own)?;
    let deque = this(rt, copy.as_ref())?;
    for item in right {
        let old = rt.grow(&deque, |deque, meter| deque.push_back(meter, item))?;
        drop(old);
    }
    Ok(copy)
}

fn extend_in_place(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    methods::extend_by(rt, own, other)?;
    Ok(own.to_value())
}

/// The items of `deque * count`, as far as the limit lets them stay.
fn repeated(rt: &Runtime, own: Borrowed<'_>, count: isize) -> Result<Vec<Value>> {
    let items = items(rt, own);
    let limit = own.get::<Deque>(rt).and_then(|deque| deque.limit).unwrap_or(usize::MAX);
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

fn repeat(rt: &mut Runtime, own: Borrowed<'_>, count: isize) -> Result {
    let all = repeated(rt, own, count)?;
    let copy = methods::copy_of(rt, own)?;
    fill(rt, copy.as_ref(), all)?;
    Ok(copy)
}

fn repeat_in_place(rt: &mut Runtime, own: Borrowed<'_>, count: isize) -> Result {
    let all = repeated(rt, own, count)?;
    fill(rt, own, all)?;
    Ok(own.to_value())
}

/// Replaces the items.
fn fill(rt: &mut Runtime, own: Borrowed<'_>, items: Vec<Value>) -> Result<()> {
    let deque = this(rt, own)?;
    let old = deque.write(rt).clear();
    drop(old);
    for item in items {
        let old = rt.grow(&deque, |deque, meter| deque.push_back(meter, item))?;
        drop(old);
    }
    Ok(())
}

fn item(rt: &mut Runtime, own: Borrowed<'_>, index: isize) -> Result {
    let index = usize::try_from(index).ok();
    match index.and_then(|index| own.get::<Deque>(rt)?.get(index).cloned()) {
        Some(item) => Ok(item),
        None => Err(rt.index_error("deque index out of range")),
    }
}

fn assign(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    index: isize,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let deque = this(rt, own)?;
    let index = usize::try_from(index).ok();
    let old = match (index, value) {
        (Some(index), Some(value)) => deque.write(rt).replace(index, value.to_value()),
        (Some(index), None) => {
            rt.tick(deque.read(rt).len() / 64)?;
            deque.write(rt).remove(index)
        }
        (None, _) => None,
    };
    match old {
        Some(old) => {
            drop(old);
            Ok(())
        }
        None => Err(rt.index_error("deque index out of range")),
    }
}

fn contains(rt: &mut Runtime, own: Borrowed<'_>, value: Borrowed<'_>) -> Result<bool> {
    Ok(methods::find(rt, own, value, 0, usize::MAX)?.is_some())
}

fn limit(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    match own.get::<Deque>(rt).and_then(|deque| deque.limit) {
        Some(limit) => rt.int_from_usize(limit),
        None => Ok(singletons::none()),
    }
}

fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    DequeIterator::over(rt, own)
}

const DEQUE: ClassSpec = ClassSpec {
    name: "collections.deque",
    doc: Some("A sequence that is quick at both ends, perhaps with a largest length."),
    text_signature: Some("([iterable[, maxlen]])"),
    weakref: true,
    collection: Some(objmodel::types::Collection::Sequence),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpIter, SlotFn::Unary(iter)),
        (SlotId::SqLength, SlotFn::Len(len)),
        (SlotId::SqConcat, SlotFn::Binary(concat)),
        (SlotId::SqRepeat, SlotFn::SizeArg(repeat)),
        (SlotId::SqItem, SlotFn::SizeArg(item)),
        (SlotId::SqAssItem, SlotFn::SizeObjArg(assign)),
        (SlotId::SqContains, SlotFn::Contains(contains)),
        (SlotId::SqInplaceConcat, SlotFn::Binary(extend_in_place)),
        (SlotId::SqInplaceRepeat, SlotFn::SizeArg(repeat_in_place)),
    ],
    methods: methods::METHODS,
    getset: &[GetSetSpec::read_only("maxlen", limit).doc("The largest length, None without one.")],
    ..ClassSpec::DEFAULT
};

pub(super) fn fill_module(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    crate::module::class::<Deque>(rt, namespace, &DEQUE)?;
    crate::module::class::<DequeIterator>(rt, namespace, &iterator::ITERATOR)?;
    crate::module::class::<DequeReverseIterator>(rt, namespace, &iterator::REVERSE_ITERATOR)
        .map(drop)
}
