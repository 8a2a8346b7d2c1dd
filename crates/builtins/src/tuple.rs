//! `tuple`: immutable sequences.

use objmodel::gc::ChargedVec;
use objmodel::hash::TupleHash;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::slice::SliceObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Result, Runtime, Type, Value, singletons};

use crate::indices;
use crate::iterator::sequence::TupleIterator;
use crate::receiver::receiver;
use crate::sequence::{self, items};

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let exact = class.is(&rt.types().tuple);
    rt.refuse_keywords(class, SlotId::TpInit, args)?;
    let iterable = sequence::only_argument(rt, "tuple", args)?;
    let items = match iterable {
        None => ChargedVec::new(rt.heap()),
        Some(value) if exact && rt.type_of(value).is(&rt.types().tuple) => {
            return Ok(value.to_value());
        }
        Some(value) => rt.collect(value)?,
    };
    rt.new_tuple(class, items.into_iter()).map(Gc::into_value)
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    sequence::write_repr(rt, own, [b"(", b")"], out)
}

fn hash(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    let Some(own) = own.typed::<TupleObject>() else { return Ok(0) };
    let len = own.read(rt).items().len();
    rt.tick(len)?;
    let mut hash = TupleHash::default();
    let mut index = 0;
    loop {
        // Most items can be hashed while the tuple is borrowed.
        let items = own.read(rt).items().get(index..).unwrap_or_default();
        let unknown = items.iter().find(|item| match rt.hash_fast(item.as_ref()) {
            Some(known) => {
                hash = hash.with(known);
                index += 1;
                false
            }
            None => true,
        });
        let Some(item) = unknown.cloned() else { return Ok(hash.finish(len)) };
        hash = hash.with(rt.hash(item.as_ref())?);
        index += 1;
    }
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !other.is_payload::<TupleObject>() {
        return Ok(singletons::not_implemented());
    }
    sequence::compare(rt, own, other, op)
}

fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let tuple = receiver(rt, own, "tuple")?;
    TupleIterator::over(rt, tuple)
}

fn len(rt: &mut Runtime, own: Borrowed<'_>) -> Result<usize> {
    Ok(items(rt, own).len())
}

fn concat(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let Some(right) = other.get::<TupleObject>(rt) else {
        let class = rt.type_name(other);
        return Err(rt.type_error(format!("can only concatenate tuple (not \"{class}\") to tuple")));
    };
    if right.is_empty() && rt.type_of(own).is(&rt.types().tuple) {
        return Ok(own.to_value());
    }
    if items(rt, own).is_empty() && rt.type_of(other).is(&rt.types().tuple) {
        return Ok(other.to_value());
    }
    let total = items(rt, own).len() + right.len();
    rt.check_room(total * size_of::<Value>())?;
    let all: Vec<Value> = items(rt, own).iter().chain(right.items()).cloned().collect();
    rt.tick(total / 16)?;
    rt.tuple(all.into_iter()).map(Gc::into_value)
}

fn repeat(rt: &mut Runtime, own: Borrowed<'_>, count: isize) -> Result {
    let count = usize::try_from(count).unwrap_or(0);
    if count == 1 && rt.type_of(own).is(&rt.types().tuple) {
        return Ok(own.to_value());
    }
    let all = repeated(rt, own, count)?;
    rt.tuple(all.into_iter()).map(Gc::into_value)
}

/// The items of a sequence so many times.
pub(crate) fn repeated(rt: &Runtime, own: Borrowed<'_>, count: usize) -> Result<Vec<Value>> {
    let items = items(rt, own);
    let Some(total) = items.len().checked_mul(count) else { return Err(rt.memory_error()) };
    rt.check_room(total.saturating_mul(size_of::<Value>()))?;
    rt.tick(total / 16)?;
    let mut all = Vec::with_capacity(total);
    for _ in 0..count {
        all.extend_from_slice(items);
        if items.is_empty() {
            break;
        }
    }
    Ok(all)
}

fn item(rt: &mut Runtime, own: Borrowed<'_>, index: isize) -> Result {
    let found = usize::try_from(index).ok().and_then(|index| items(rt, own).get(index).cloned());
    found.ok_or_else(|| rt.index_error("tuple index out of range"))
}

fn subscript(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result {
    if let Some(index) = key.as_small_int()
        && let Some(tuple) = own.get::<TupleObject>(rt)
        && let Some(item) = indices::nth(tuple.items(), index)
    {
        return Ok(item.clone());
    }
    if key.is_payload::<SliceObject>() {
        let len = items(rt, own).len();
        let selection = indices::select(rt, key, len)?;
        if selection.count == len && selection.step == 1 && rt.type_of(own).is(&rt.types().tuple) {
            return Ok(own.to_value());
        }
        let part = selected(rt, own, selection)?;
        return rt.tuple(part.into_iter()).map(Gc::into_value);
    }
    let index = indices::subscript(rt, key, "tuple")?;
    match indices::nth(items(rt, own), index as i64) {
        Some(item) => Ok(item.clone()),
        None => Err(rt.index_error("tuple index out of range")),
    }
}

/// The items that a slice selects.
pub(crate) fn selected(
    rt: &Runtime,
    own: Borrowed<'_>,
    selection: indices::Selection,
) -> Result<Vec<Value>> {
    rt.check_room(selection.count * size_of::<Value>())?;
    rt.tick(selection.count / 16)?;
    let items = items(rt, own);
    if selection.step == 1 {
        return Ok(items.get(selection.range()).unwrap_or_default().to_vec());
    }
    let mut part = Vec::with_capacity(selection.count);
    part.extend(selection.positions().filter_map(|at| items.get(at).cloned()));
    Ok(part)
}

fn index(rt: &mut Runtime, args: Args<'_>) -> Result {
    let len = items(rt, args.at(0)).len();
    match sequence::position(rt, args, len)? {
        Some(index) => rt.int_from_usize(index),
        None => Err(rt.value_error("tuple.index(x): x not in tuple")),
    }
}

fn count(rt: &mut Runtime, args: Args<'_>) -> Result {
    sequence::count(rt, args.at(0), args.at(1))
}

fn new_arguments(rt: &mut Runtime, args: Args<'_>) -> Result {
    let all: Vec<Value> = items(rt, args.at(0)).to_vec();
    let copy = rt.tuple(all.into_iter())?.into_value();
    rt.tuple([copy].into_iter()).map(Gc::into_value)
}

/// The table of `tuple`.
pub(crate) const TUPLE: ClassSpec = ClassSpec {
    name: "tuple",
    doc: Some(
        "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty \
         tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf \
         the argument is a tuple, the return value is the same object.",
    ),
    text_signature: Some("(iterable=(), /)"),
    collection: Some(objmodel::types::Collection::Sequence),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpIter, SlotFn::Unary(iter)),
        (SlotId::SqLength, SlotFn::Len(len)),
        (SlotId::SqConcat, SlotFn::Binary(concat)),
        (SlotId::SqRepeat, SlotFn::SizeArg(repeat)),
        (SlotId::SqItem, SlotFn::SizeArg(item)),
        (SlotId::SqContains, SlotFn::Contains(sequence::contains)),
        (SlotId::MpLength, SlotFn::Len(len)),
        (SlotId::MpSubscript, SlotFn::Binary(subscript)),
    ],
    methods: &[
        MethodSpec::method("index", "($self, value, start=0, stop=sys.maxsize, /)", index)
            .doc("Return first index of value."),
        MethodSpec::method("count", "($self, value, /)", count)
            .doc("Return number of occurrences of value."),
        MethodSpec::method("__getnewargs__", "($self, /)", new_arguments),
        crate::generic_alias::CLASS_GETITEM,
    ],
    ..ClassSpec::DEFAULT
}
.checked();
