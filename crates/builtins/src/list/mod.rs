//! `list`: mutable sequences.

mod item;
mod methods;
mod plain;
pub(crate) mod sort;
mod timsort;

use objmodel::gc::Bound;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::list::{ListObject, drop_backwards};
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::ClassSpec;
use objmodel::{Borrowed, CallArgs, Gc, Result, Runtime, Type, singletons};

use crate::iterator::sequence::ListIterator;
use crate::receiver::borrowed;
use crate::sequence::{self, items};
use crate::tuple::repeated;

/// The receiver.
#[inline]
fn this<'a>(rt: &Runtime, value: Borrowed<'a>) -> Result<Bound<'a, ListObject>> {
    borrowed(rt, value, "list")
}

fn new<'a>(rt: &mut Runtime, class: &Type, _: CallArgs<'a>) -> Result {
    rt.alloc(class, ListObject::default()).map(Gc::into_value)
}

fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    if args.has_keywords() {
        rt.refuse_keywords(&rt.type_of(own).to_gc(), SlotId::TpNew, args)?;
    }
    let iterable = sequence::only_argument(rt, "list", args)?;
    let list = this(rt, own)?;
    if !list.read(rt).is_empty() {
        // The old items go first, and the new ones come one by one.
        let mut old = rt.grow(&list, |list, meter| Ok(list.take(meter)))?;
        methods::mark(rt, &list)?;
        drop_backwards(&mut old);
        return match iterable {
            Some(iterable) => methods::extend_by(rt, own, iterable),
            None => Ok(()),
        };
    }
    let Some(iterable) = iterable else { return Ok(()) };
    let items = rt.collect(iterable)?;
    let old = rt.grow(&list, |list, meter| {
        let old = list.take(meter);
        let (items, account) = items.into_parts();
        drop(account);
        list.put(meter, items).map(|()| old)
    })?;
    drop(old);
    Ok(())
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    sequence::write_repr(rt, own, [b"[", b"]"], out)
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !other.is_payload::<ListObject>() {
        return Ok(singletons::not_implemented());
    }
    sequence::compare(rt, own, other, op)
}

fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let list = this(rt, own)?.to_gc();
    ListIterator::over(rt, list)
}

fn len(rt: &mut Runtime, own: Borrowed<'_>) -> Result<usize> {
    Ok(items(rt, own).len())
}

fn concat(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let Some(right) = other.get::<ListObject>(rt) else {
        let class = rt.type_name(other);
        return Err(rt.type_error(format!("can only concatenate list (not \"{class}\") to list")));
    };
    let left = items(rt, own);
    let total = left.len() + right.len();
    rt.check_room(total * size_of::<objmodel::Value>())?;
    let mut all = Vec::with_capacity(total);
    all.extend_from_slice(left);
    all.extend_from_slice(right.items());
    rt.tick(total / 16)?;
    rt.list(all).map(Gc::into_value)
}

fn repeat(rt: &mut Runtime, own: Borrowed<'_>, count: isize) -> Result {
    let count = usize::try_from(count).unwrap_or(0);
    if let [only] = items(rt, own) {
        rt.check_room(count.saturating_mul(size_of::<objmodel::Value>()))?;
        rt.tick(count / 16)?;
        return rt.list_from(std::iter::repeat_n(only.clone(), count)).map(Gc::into_value);
    }
    let all = repeated(rt, own, count)?;
    rt.list(all).map(Gc::into_value)
}

fn repeat_in_place(rt: &mut Runtime, own: Borrowed<'_>, count: isize) -> Result {
    let all = repeated(rt, own, usize::try_from(count).unwrap_or(0))?;
    let list = this(rt, own)?;
    let old = rt.grow(&list, |list, meter| {
        let old = list.take(meter);
        list.put(meter, all).map(|()| old)
    })?;
    drop(old);
    Ok(own.to_value())
}

fn extend_in_place(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    methods::extend_by(rt, own, other)?;
    Ok(own.to_value())
}

/// The table of `list`.
pub(crate) const LIST: ClassSpec = ClassSpec {
    name: "list",
    doc: Some(
        "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty \
         list.\nThe argument must be an iterable if specified.",
    ),
    text_signature: Some("(iterable=(), /)"),
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
        (SlotId::SqItem, SlotFn::SizeArg(item::item)),
        (SlotId::SqAssItem, SlotFn::SizeObjArg(item::assign_item)),
        (SlotId::SqContains, SlotFn::Contains(sequence::contains)),
        (SlotId::SqInplaceConcat, SlotFn::Binary(extend_in_place)),
        (SlotId::SqInplaceRepeat, SlotFn::SizeArg(repeat_in_place)),
        (SlotId::MpLength, SlotFn::Len(len)),
        (SlotId::MpSubscript, SlotFn::Binary(item::subscript)),
        (SlotId::MpAssSubscript, SlotFn::ObjObjArg(item::assign)),
    ],
    methods: methods::METHODS,
    ..ClassSpec::DEFAULT
}
.checked();
