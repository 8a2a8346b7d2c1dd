//! `set` and `frozenset`.

mod iterator;
mod methods;

pub(crate) use iterator::{SET_ITERATOR, SetIterator};

use objmodel::gc::Bound;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::set::{Set, SetObject};
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, Constant};
use objmodel::{Borrowed, CallArgs, Gc, Result, Runtime, Type, Value, singletons};

use crate::format::object;
use crate::receiver::borrowed;
use crate::sequence;

/// The receiver.
#[inline]
fn this<'a>(rt: &Runtime, value: Borrowed<'a>) -> Result<Bound<'a, SetObject>> {
    borrowed(rt, value, "set")
}

fn new<'a>(rt: &mut Runtime, class: &Type, _: CallArgs<'a>) -> Result {
    rt.alloc(class, SetObject::default()).map(Gc::into_value)
}

fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    rt.refuse_keywords(&rt.types().set, SlotId::TpNew, args)?;
    let iterable = sequence::only_argument(rt, rt.type_name(own), args)?;
    let set = this(rt, own)?;
    let old = rt.grow(&set, |set, meter| Ok(set.take(meter)))?;
    drop(old);
    match iterable {
        Some(iterable) => methods::update_by(rt, &set, iterable),
        None => Ok(()),
    }
}

fn new_frozen<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let exact = class.is(&rt.types().frozenset);
    rt.refuse_keywords(class, SlotId::TpInit, args)?;
    let iterable = sequence::only_argument(rt, class.read(rt).full_name(), args)?;
    if let Some(iterable) = iterable
        && exact
        && rt.type_of(iterable).is(&rt.types().frozenset)
    {
        return Ok(iterable.to_value());
    }
    let set: Set = rt.alloc(class, SetObject::default())?;
    if let Some(iterable) = iterable {
        methods::update_by(rt, &set, iterable)?;
    }
    Ok(set.into_value())
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let set = this(rt, own)?;
    let plain = rt.type_of(own).is(&rt.types().set);
    if set.read(rt).is_empty() || !plain {
        out.append(rt, rt.type_name(own).as_bytes())?;
    }
    if set.read(rt).is_empty() {
        return out.append(rt, b"()");
    }
    // CPython shows a list of the items, which is a level more.
    let doing = " while getting the repr of an object";
    let shown =
        rt.within_repr(own, |rt| rt.nested(doing, |rt| write_items(rt, &set, plain, out)))?;
    if shown.is_none() {
        let name = if plain { rt.type_name(own) } else { "" };
        out.append(rt, name.as_bytes())?;
        return out.append(rt, b"(...)");
    }
    Ok(())
}

fn write_items(rt: &mut Runtime, set: &Set, plain: bool, out: &mut TextBuilder) -> Result<()> {
    // The keys of this moment, though the set may change meanwhile.
    let class = rt.type_of(set.as_ref()).to_gc();
    let keys = match class.is(&rt.types().set) || class.is(&rt.types().frozenset) {
        true => rt.gather(set.read(rt).iter().map(|(_, key)| key.clone()))?,
        // A subclass may give other items.
        false => rt.collect(set.as_ref())?,
    };
    out.append(rt, if plain { b"{" } else { b"({" })?;
    for (number, key) in keys.iter().enumerate() {
        if number > 0 {
            out.append(rt, b", ")?;
        }
        rt.tick(1)?;
        object::write_repr(rt, key.as_ref(), out)?;
    }
    out.append(rt, if plain { b"}" } else { b"})" })
}

fn hash_frozen(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    let set = this(rt, own)?;
    let body = set.read(rt);
    rt.tick(body.len() / 16)?;
    Ok(objmodel::hash::of_frozenset(body.iter().map(|(hash, _)| hash), body.len()))
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !other.is_payload::<SetObject>() {
        return Ok(singletons::not_implemented());
    }
    let (a, b) = (this(rt, own)?, this(rt, other)?);
    let (own_len, other_len) = (a.read(rt).len(), b.read(rt).len());
    let answer = match op {
        CompareOp::Eq => own_len == other_len && is_subset(rt, &a, &b)?,
        CompareOp::Ne => own_len != other_len || !is_subset(rt, &a, &b)?,
        CompareOp::Le => own_len <= other_len && is_subset(rt, &a, &b)?,
        CompareOp::Lt => own_len < other_len && is_subset(rt, &a, &b)?,
        CompareOp::Ge => own_len >= other_len && is_subset(rt, &b, &a)?,
        CompareOp::Gt => own_len > other_len && is_subset(rt, &b, &a)?,
    };
    Ok(singletons::bool(answer))
}

/// Whether all keys of `a` are in `b`.
fn is_subset(rt: &mut Runtime, a: &Set, b: &Set) -> Result<bool> {
    let mut place = 0;
    while place < a.read(rt).places() {
        let entry = a.read(rt).key(place).map(|(hash, key)| (hash, key.clone()));
        place += 1;
        let Some((hash, key)) = entry else { continue };
        rt.tick(1)?;
        if !has(rt, b, key.as_ref(), hash)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a key is in a set, with its hash at hand.
fn has(rt: &mut Runtime, set: &Set, key: Borrowed<'_>, hash: i64) -> Result<bool> {
    use objmodel::objects::set::Met;
    Ok(matches!(rt.set_find(set, key, hash)?, Met::Candidate(_)))
}

fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    iterator::over(rt, own)
}

fn len(rt: &mut Runtime, own: Borrowed<'_>) -> Result<usize> {
    Ok(this(rt, own)?.read(rt).len())
}

fn contains(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result<bool> {
    let set = this(rt, own)?;
    lookup_key(rt, key, |rt, key| rt.set_contains(&set, key))
}

/// Does `work` with a key; a `set`, which has no hash, is looked up as a `frozenset` of its keys.
fn lookup_key<T>(
    rt: &mut Runtime,
    key: Borrowed<'_>,
    work: impl Fn(&mut Runtime, Borrowed<'_>) -> Result<T>,
) -> Result<T> {
    match work(rt, key) {
        Err(raise)
            if key.is_payload::<SetObject>()
                && rt.is_exception_of(&raise, &rt.types().type_error) =>
        {
            let frozen = rt.frozenset()?;
            let source = this(rt, key)?;
            methods::copy_into(rt, &frozen, &source)?;
            work(rt, frozen.as_ref())
        }
        outcome => outcome,
    }
}

/// A set made of the left operand and changed by a method with the right one: the operators of
/// dictionary views.
pub(crate) fn combine(
    rt: &mut Runtime,
    left: Borrowed<'_>,
    right: Borrowed<'_>,
    method: &str,
) -> Result {
    let set = rt.set()?;
    let keys = crate::dict::keys_viewed(rt, left);
    methods::update_by(rt, &set, keys.as_ref().map_or(left, Value::as_ref))?;
    let method = rt.intern(method)?;
    rt.call_method(&set, &method, [right])?;
    Ok(set.into_value())
}

macro_rules! operators {
    ($($name:ident $reflected:ident $in_place:ident $make:ident $change:ident;)*) => {$(
        fn $name(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
            if !own.is_payload::<SetObject>() || !other.is_payload::<SetObject>() {
                return Ok(singletons::not_implemented());
            }
            methods::$make(rt, own, other)
        }

        fn $reflected(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
            $name(rt, other, own)
        }

        fn $in_place(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
            if !other.is_payload::<SetObject>() {
                return Ok(singletons::not_implemented());
            }
            let set = this(rt, own)?;
            methods::$change(rt, &set, other)?;
            Ok(own.to_value())
        }
    )*};
}

operators! {
    and reflected_and and_in_place intersected intersect_by;
    or reflected_or or_in_place united update_by;
    xor reflected_xor xor_in_place toggled toggle_by;
    subtract reflected_subtract subtract_in_place subtracted subtract_by;
}

/// The table of `set`.
pub(crate) const SET: ClassSpec = ClassSpec {
    name: "set",
    text_signature: Some("(iterable=(), /)"),
    doc: Some("Build an unordered collection of unique elements."),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpIter, SlotFn::Unary(iter)),
        (SlotId::SqLength, SlotFn::Len(len)),
        (SlotId::SqContains, SlotFn::Contains(contains)),
        (SlotId::NbAnd, SlotFn::Binary(and)),
        (SlotId::NbRand, SlotFn::Binary(reflected_and)),
        (SlotId::NbOr, SlotFn::Binary(or)),
        (SlotId::NbRor, SlotFn::Binary(reflected_or)),
        (SlotId::NbXor, SlotFn::Binary(xor)),
        (SlotId::NbRxor, SlotFn::Binary(reflected_xor)),
        (SlotId::NbSubtract, SlotFn::Binary(subtract)),
        (SlotId::NbRsubtract, SlotFn::Binary(reflected_subtract)),
        (SlotId::NbInplaceAnd, SlotFn::Binary(and_in_place)),
        (SlotId::NbInplaceOr, SlotFn::Binary(or_in_place)),
        (SlotId::NbInplaceXor, SlotFn::Binary(xor_in_place)),
        (SlotId::NbInplaceSubtract, SlotFn::Binary(subtract_in_place)),
    ],
    methods: methods::SET_METHODS,
    attributes: &[("__hash__", Constant::None)],
    ..ClassSpec::DEFAULT
}
.checked();

/// The table of `frozenset`.
pub(crate) const FROZENSET: ClassSpec = ClassSpec {
    name: "frozenset",
    text_signature: Some("(iterable=(), /)"),
    doc: Some("Build an immutable unordered collection of unique elements."),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new_frozen)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash_frozen)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::TpIter, SlotFn::Unary(iter)),
        (SlotId::SqLength, SlotFn::Len(len)),
        (SlotId::SqContains, SlotFn::Contains(contains)),
        (SlotId::NbAnd, SlotFn::Binary(and)),
        (SlotId::NbRand, SlotFn::Binary(reflected_and)),
        (SlotId::NbOr, SlotFn::Binary(or)),
        (SlotId::NbRor, SlotFn::Binary(reflected_or)),
        (SlotId::NbXor, SlotFn::Binary(xor)),
        (SlotId::NbRxor, SlotFn::Binary(reflected_xor)),
        (SlotId::NbSubtract, SlotFn::Binary(subtract)),
        (SlotId::NbRsubtract, SlotFn::Binary(reflected_subtract)),
    ],
    methods: methods::FROZENSET_METHODS,
    ..ClassSpec::DEFAULT
}
.checked();
