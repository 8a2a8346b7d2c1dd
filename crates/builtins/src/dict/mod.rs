//! `dict`: mappings in insertion order.

mod iterator;
mod methods;
pub(crate) mod update;
mod view_operators;
mod views;

pub(crate) use iterator::install as install_iterators;
pub(crate) use views::install as install_views;
pub(crate) use views::keys_viewed;
pub use views::{Shown, dict_view, dict_view_type, dict_viewed};

use objmodel::gc::Bound;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::dict::{Dict, DictObject};
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, Constant};
use objmodel::{Borrowed, CallArgs, Gc, Result, Runtime, Type, Value, singletons};

use crate::format::object;
use crate::receiver::borrowed;
use crate::sequence;

/// The receiver.
#[inline]
pub(crate) fn this<'a>(rt: &Runtime, value: Borrowed<'a>) -> Result<Bound<'a, DictObject>> {
    borrowed(rt, value, "dict")
}

fn new<'a>(rt: &mut Runtime, class: &Type, _: CallArgs<'a>) -> Result {
    rt.alloc(class, DictObject::default()).map(Gc::into_value)
}

fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    let source = sequence::only_argument(rt, "dict", args)?;
    let dict = this(rt, own)?;
    update::update(rt, &dict, source, args)
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let shown = rt.within_repr(own, |rt| write_entries(rt, own, out))?;
    if shown.is_none() {
        return out.append(rt, b"{...}");
    }
    Ok(())
}

fn write_entries(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let dict = this(rt, own)?;
    out.append(rt, b"{")?;
    let (mut position, mut first) = (0, true);
    while position < dict.read(rt).positions() {
        let entry = dict.read(rt).entry(position).map(|e| (e.key.clone(), e.value.clone()));
        position += 1;
        let Some((key, value)) = entry else { continue };
        if !first {
            out.append(rt, b", ")?;
        }
        first = false;
        rt.tick(1)?;
        object::write_repr(rt, key.as_ref(), out)?;
        out.append(rt, b": ")?;
        object::write_repr(rt, value.as_ref(), out)?;
    }
    out.append(rt, b"}")
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !other.is_payload::<DictObject>() || !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(singletons::not_implemented());
    }
    let (own, other) = (this(rt, own)?, this(rt, other)?);
    let equal = equal(rt, &own, &other)?;
    Ok(singletons::bool(equal == (op == CompareOp::Eq)))
}

/// Whether both have equal values under equal keys.
fn equal(rt: &mut Runtime, a: &Dict, b: &Dict) -> Result<bool> {
    if a.read(rt).len() != b.read(rt).len() {
        return Ok(false);
    }
    let mut position = 0;
    while position < a.read(rt).positions() {
        let entry = a.read(rt).entry(position).cloned();
        position += 1;
        let Some(entry) = entry else { continue };
        rt.tick(1)?;
        let Some(found) = rt.dict_find(b, entry.key.as_ref(), entry.hash)? else {
            return Ok(false);
        };
        let Some(other) = b.read(rt).entry(found).map(|entry| entry.value.clone()) else {
            return Ok(false);
        };
        if !rt.equal(entry.value.as_ref(), other.as_ref())? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let dict = this(rt, own)?;
    iterator::keys(rt, dict.to_gc())
}

fn len(rt: &mut Runtime, own: Borrowed<'_>) -> Result<usize> {
    Ok(this(rt, own)?.read(rt).len())
}

fn contains(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result<bool> {
    let dict = this(rt, own)?;
    rt.dict_contains(&dict, key)
}

fn subscript(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result {
    let dict = this(rt, own)?;
    if let Some(value) = rt.dict_get(&dict, key)? {
        return Ok(value);
    }
    if !rt.type_of(own).is(&rt.types().dict) {
        let missing = rt.names().missing.clone();
        if let Some(value) = rt.call_named(own, &missing, &[key])? {
            return Ok(value);
        }
    }
    Err(rt.key_error(key))
}

fn assign(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    key: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let dict = this(rt, own)?;
    match value {
        Some(value) => rt.dict_set(&dict, key, value.to_value()),
        None => match rt.dict_remove(&dict, key)? {
            Some(gone) => {
                drop(gone);
                Ok(())
            }
            None => Err(rt.key_error(key)),
        },
    }
}

fn or(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    merged(rt, own, other)
}

fn reflected_or(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    merged(rt, other, own)
}

fn merged(rt: &mut Runtime, left: Borrowed<'_>, right: Borrowed<'_>) -> Result {
    if !left.is_payload::<DictObject>() || !right.is_payload::<DictObject>() {
        return Ok(singletons::not_implemented());
    }
    let left = this(rt, left)?;
    let copy = copy(rt, &left)?;
    update::merge(rt, &copy, right, update::Repeated::Replaces)?;
    Ok(copy.into_value())
}

fn or_in_place(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let dict = this(rt, own)?;
    update::from_any(rt, &dict, other)?;
    Ok(own.to_value())
}

/// A plain dict with the same entries.
pub(crate) fn copy(rt: &mut Runtime, dict: &Dict) -> Result<Dict> {
    let made = rt.dict()?;
    copy_into(rt, &made, dict)?;
    Ok(made)
}

/// Gives an empty dict the entries of another.
fn copy_into(rt: &mut Runtime, empty: &Dict, dict: &Dict) -> Result<()> {
    let len = dict.read(rt).len();
    rt.check_room(len * size_of::<[Value; 4]>())?;
    rt.tick(len / 8)?;
    let content = dict.read(rt).compact_copy();
    let old = rt.grow(empty, |empty, meter| empty.put(meter, content))?;
    drop(old);
    Ok(())
}

/// The table of `dict`.
pub(crate) const DICT: ClassSpec = ClassSpec {
    name: "dict",
    doc: Some(
        "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping \
         object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if \
         via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new \
         dictionary initialized with the name=value pairs\n    in the keyword argument list.  For \
         example:  dict(one=1, two=2)",
    ),
    collection: Some(objmodel::types::Collection::Mapping),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpIter, SlotFn::Unary(iter)),
        (SlotId::SqContains, SlotFn::Contains(contains)),
        (SlotId::MpLength, SlotFn::Len(len)),
        (SlotId::MpSubscript, SlotFn::Binary(subscript)),
        (SlotId::MpAssSubscript, SlotFn::ObjObjArg(assign)),
        (SlotId::NbOr, SlotFn::Binary(or)),
        (SlotId::NbRor, SlotFn::Binary(reflected_or)),
        (SlotId::NbInplaceOr, SlotFn::Binary(or_in_place)),
    ],
    methods: methods::METHODS,
    attributes: &[("__hash__", Constant::None)],
    ..ClassSpec::DEFAULT
}
.checked();
