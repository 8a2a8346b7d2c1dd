//! `types.UnionType`: `int | str` (PEP 604).

use objmodel::gc::{Account, ChargedVec, Trace};
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::tuple::Tuple;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec};
use objmodel::{Borrowed, Gc, Payload, Result, Runtime, Value, singletons};

use crate::generic_alias::{GenericAlias, write_shown};
use crate::pure_error::OrRaise;
use crate::type_arguments;

/// The payload of `UnionType`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct Union {
    args: Tuple,
}

impl Payload for Union {}

/// `left | right` of classes, aliases, unions and `None`; `NotImplemented` for others.
pub(crate) fn or(rt: &mut Runtime, left: Borrowed<'_>, right: Borrowed<'_>) -> Result {
    let allowed = |rt: &Runtime, value: Borrowed<'_>| {
        singletons::is_none(&value)
            || rt.as_type(value).is_some()
            || value.is_payload::<GenericAlias>()
            || value.is_payload::<Union>()
    };
    if !allowed(rt, left) || !allowed(rt, right) {
        return Ok(singletons::not_implemented());
    }
    let mut account = Account::new(rt.heap());
    let mut all: Vec<Value> = Vec::new();
    for operand in [left, right] {
        // The members of a union are different ones already.
        let known = all.len();
        let candidates = match operand.get::<Union>(rt) {
            Some(union) => union.args.clone(),
            None if singletons::is_none(&operand) => {
                rt.tuple([Value::clone(&rt.types().none)].into_iter())?
            }
            None => rt.tuple([operand.to_value()].into_iter())?,
        };
        for candidate in rt.gather(candidates.read(rt).items().iter().cloned())? {
            let before = all.get(..known).unwrap_or_default();
            if !is_among(rt, before, &candidate)? {
                account.reserve(&mut all, 1).into_py(rt)?;
                all.push(candidate);
            }
        }
    }
    if let Some(union) = left.get::<Union>(rt)
        && union.args.read(rt).items().len() == all.len()
    {
        return Ok(left.to_value());
    }
    if let [only] = &all[..] {
        return Ok(only.clone());
    }
    let args = rt.tuple(all.into_iter())?;
    rt.alloc_registered(Union { args }).map(Gc::into_value)
}

/// Whether a member is among others: the same object or, of aliases, an equal one. Classes are not
/// asked, whatever their metaclass says of equality.
fn is_among(rt: &mut Runtime, members: &[Value], candidate: &Value) -> Result<bool> {
    rt.tick(1 + members.len() / 64)?;
    if members.iter().any(|member| member.is(candidate)) {
        return Ok(true);
    }
    if !candidate.is_payload::<GenericAlias>() {
        return Ok(false);
    }
    for alias in members.iter().filter(|member| member.is_payload::<GenericAlias>()) {
        rt.tick(1)?;
        if rt.equal(alias.as_ref(), candidate.as_ref())? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn members(rt: &Runtime, own: Borrowed<'_>) -> Result<ChargedVec<Value>> {
    match own.get::<Union>(rt) {
        Some(union) => rt.gather(union.args.read(rt).items().iter().cloned()),
        None => Err(rt.type_error("a 'types.UnionType' object is required")),
    }
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    for (number, member) in members(rt, own)?.iter().enumerate() {
        if number > 0 {
            out.append(rt, b" | ")?;
        }
        match member.is(&rt.types().none) {
            true => out.append(rt, b"None")?,
            false => write_shown(rt, member, out)?,
        }
    }
    Ok(())
}

fn as_set(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let set = rt.frozenset()?;
    for member in members(rt, own)? {
        rt.set_add(&set, member.as_ref())?;
    }
    Ok(set.into_value())
}

fn hash(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    let set = as_set(rt, own)?;
    rt.hash(set.as_ref())
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !other.is_payload::<Union>() || !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(singletons::not_implemented());
    }
    let (own, other) = (as_set(rt, own)?, as_set(rt, other)?);
    rt.compare(op, &own, &other)
}

/// `right | left`, asked of the right operand.
pub(crate) fn reflected_or(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    or(rt, other, own)
}

/// The members of a union, for checks.
pub(crate) fn members_of(rt: &Runtime, union: Borrowed<'_>) -> Option<Tuple> {
    union.get::<Union>(rt).map(|union| union.args.clone())
}

fn arguments(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let all = members(rt, own)?;
    rt.tuple(all.into_iter()).map(Gc::into_value)
}

fn parameters(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let args = members(rt, own)?;
    let args = rt.tuple(args.into_iter())?;
    let found = type_arguments::parameters(rt, &args)?;
    rt.tuple(found.into_iter()).map(Gc::into_value)
}

/// The union with types in place of the parameters in its members.
fn subscript(rt: &mut Runtime, own: Borrowed<'_>, item: Borrowed<'_>) -> Result {
    let args = members(rt, own)?;
    let args = rt.tuple(args.into_iter())?;
    let mut members = type_arguments::substitute(rt, own, &args, item)?.into_iter();
    let mut union = members.next().unwrap_or_else(singletons::none);
    for member in members {
        union = rt.binary(objmodel::slots::BinaryOp::Or, &union, &member)?;
    }
    Ok(union)
}

/// The table of `UnionType`.
pub(crate) const UNION: ClassSpec = ClassSpec {
    name: "types.UnionType",
    doc: Some("Represent a PEP 604 union type\n\nE.g. for int | str"),
    subclassable: false,
    slots: &[
        (SlotId::TpRepr, SlotFn::Show(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::MpSubscript, SlotFn::Binary(subscript)),
        (SlotId::NbOr, SlotFn::Binary(or)),
        (SlotId::NbRor, SlotFn::Binary(reflected_or)),
    ],
    getset: &[
        GetSetSpec::member("__args__", arguments),
        GetSetSpec::read_only("__parameters__", parameters),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
