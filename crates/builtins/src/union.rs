//! `types.UnionType`: `int | str` (PEP 604).

use objmodel::gc::Trace;
use objmodel::objects::tuple::Tuple;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, Value, singletons};

use crate::generic_alias::{GenericAlias, shown, subscript};

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
    let mut members: Vec<Value> = Vec::new();
    for operand in [left, right] {
        let candidates = match operand.get::<Union>(rt) {
            Some(union) => union.args.read(rt).items().to_vec(),
            None if singletons::is_none(&operand) => vec![Value::clone(&rt.types().none)],
            None => vec![operand.to_value()],
        };
        for candidate in candidates {
            let mut known = false;
            for member in members.clone() {
                known = known || rt.equal(member.as_ref(), candidate.as_ref())?;
            }
            if !known {
                members.push(candidate);
            }
        }
    }
    if let [only] = &members[..] {
        return Ok(only.clone());
    }
    let args = rt.tuple(members.into_iter())?;
    rt.alloc_registered(Union { args }).map(Gc::into_value)
}

fn members(rt: &Runtime, own: Borrowed<'_>) -> Result<Vec<Value>> {
    match own.get::<Union>(rt) {
        Some(union) => Ok(union.args.read(rt).items().to_vec()),
        None => Err(rt.type_error("a 'types.UnionType' object is required")),
    }
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let mut parts = Vec::new();
    for member in members(rt, own)? {
        let none = member.is(&rt.types().none);
        parts.push(if none { "None".to_owned() } else { shown(rt, &member)? });
    }
    rt.str(&parts.join(" | ")).map(Gc::into_value)
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

fn instance_check(rt: &mut Runtime, args: Args<'_>) -> Result {
    for member in members(rt, args.at(0))? {
        if rt.is_instance(args.at(1), &member)? {
            return Ok(singletons::bool(true));
        }
    }
    Ok(singletons::bool(false))
}

fn subclass_check(rt: &mut Runtime, args: Args<'_>) -> Result {
    if rt.as_type(args.at(1)).is_none() {
        return Err(rt.type_error("issubclass() arg 1 must be a class"));
    }
    for member in members(rt, args.at(0))? {
        if rt.is_subclass(args.at(1), &member)? {
            return Ok(singletons::bool(true));
        }
    }
    Ok(singletons::bool(false))
}

fn arguments(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let all = members(rt, own)?;
    rt.tuple(all.into_iter()).map(Gc::into_value)
}

fn parameters(rt: &mut Runtime, _: Borrowed<'_>) -> Result {
    rt.tuple([].into_iter()).map(Gc::into_value)
}

/// The table of `UnionType`.
pub(crate) const UNION: ClassSpec = ClassSpec {
    name: "types.UnionType",
    doc: Some("Represent a PEP 604 union type\n\nE.g. for int | str"),
    subclassable: false,
    slots: &[
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::MpSubscript, SlotFn::Binary(subscript)),
        (SlotId::NbOr, SlotFn::Binary(or)),
        (SlotId::NbRor, SlotFn::Binary(reflected_or)),
    ],
    methods: &[
        MethodSpec::method("__instancecheck__", "($self, instance, /)", instance_check),
        MethodSpec::method("__subclasscheck__", "($self, class, /)", subclass_check),
    ],
    getset: &[
        GetSetSpec::member("__args__", arguments),
        GetSetSpec::read_only("__parameters__", parameters),
    ],
    ..ClassSpec::DEFAULT
};
