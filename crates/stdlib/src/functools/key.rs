//! `functools.cmp_to_key`: a key function of an old comparison function.

use objmodel::gc::Trace;
use objmodel::slots::{CompareOp, SlotId, SpecialId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Value};

/// The payload of `KeyWrapper`: the key function, and the keys that it makes.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct KeyWrapper {
    compare: Value,
    /// What a key stands for.
    object: Option<Value>,
}

impl Payload for KeyWrapper {}

pub(super) fn cmp_to_key(rt: &mut Runtime, args: Args<'_>) -> Result {
    let compare = args.at(0).to_value();
    rt.alloc_registered(KeyWrapper { compare, object: None }).map(Gc::into_value)
}

/// A key for an object.
fn call<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters = Parameters::new("K", "(obj)", 1, 1);
    let [object] = PARAMETERS.bind(rt, args)?;
    let Some(key) = own.get::<KeyWrapper>(rt) else {
        return Err(rt.type_error("a key function is required"));
    };
    let compare = key.compare.clone();
    rt.alloc_registered(KeyWrapper { compare, object: object.map(Borrowed::to_value) })
        .map(Gc::into_value)
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    let Some(other) = other.get::<KeyWrapper>(rt) else {
        return Err(rt.type_error("other argument must be K instance"));
    };
    let other = other.object.clone();
    let Some((compare, own)) =
        own.get::<KeyWrapper>(rt).map(|key| (key.compare.clone(), key.object.clone()))
    else {
        return Err(rt.type_error("other argument must be K instance"));
    };
    let (Some(own), Some(other)) = (own, other) else {
        return Err(rt.attribute_error("object"));
    };
    let answer = rt.call(&compare, [own.as_ref(), other.as_ref()])?;
    let zero = rt.int(0)?;
    rt.compare(op, &answer, &zero)
}

fn object(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    match own.get::<KeyWrapper>(rt).and_then(|key| key.object.clone()) {
        Some(object) => Ok(object),
        None => Ok(objmodel::singletons::none()),
    }
}

fn set_object(rt: &mut Runtime, own: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let value = value.map(Borrowed::to_value);
    if let Some(key) = own.get_mut::<KeyWrapper>(rt) {
        let old = std::mem::replace(&mut key.object, value);
        drop(old);
    }
    Ok(())
}

/// How a key function is called.
fn signature(rt: &mut Runtime, _: Borrowed<'_>) -> Result {
    rt.str("(obj)").map(Gc::into_value)
}

/// The table of `KeyWrapper`.
pub(super) const KEY_WRAPPER: ClassSpec = ClassSpec {
    name: "functools.KeyWrapper",
    subclassable: false,
    slots: &[
        (SlotId::TpCall, SlotFn::Call(call)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
    ],
    repeats: &[SpecialId::GetAttribute],
    getset: &[
        GetSetSpec { member: true, ..GetSetSpec::writable("obj", object, set_object) }
            .doc("What the key stands for."),
        GetSetSpec::read_only("__text_signature__", signature),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
