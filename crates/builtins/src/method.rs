//! `method`: a function bound to an instance (data model, "Instance methods").

use objmodel::objects::method::{Method, MethodObject};
use objmodel::objects::str::StrObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{
    Args, Borrowed, CallArgs, CompareOp, Result, Runtime, Type, Value, hash, singletons,
};

use crate::receiver::receiver;

fn this(rt: &Runtime, value: Borrowed<'_>) -> Result<Method> {
    receiver(rt, value, "method")
}

fn parts(rt: &Runtime, method: Borrowed<'_>) -> Result<(Value, Value)> {
    let method = this(rt, method)?;
    let method = method.frozen();
    Ok((method.function.clone(), method.instance.clone()))
}

fn new<'a>(rt: &mut Runtime, _: &Type, args: CallArgs<'a>) -> Result {
    if args.has_keywords() {
        return Err(rt.type_error("method() takes no keyword arguments"));
    }
    let [function, instance] = args.positionals() else {
        return Err(rt.type_error(format!("method expected 2 arguments, got {}", args.len())));
    };
    if !rt.is_callable(*function) {
        return Err(rt.type_error("first argument must be callable"));
    }
    if singletons::is_none(instance) {
        return Err(rt.type_error("instance must not be None"));
    }
    rt.method(function.to_value(), instance.to_value())
}

fn call<'a>(rt: &mut Runtime, method: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let method = this(rt, method)?;
    rt.call_with(method.as_ref(), args)
}

/// A bound method is not bound again.
fn get(
    _: &mut Runtime,
    method: Borrowed<'_>,
    _: Option<Borrowed<'_>>,
    _: Option<Borrowed<'_>>,
) -> Result {
    Ok(method.to_value())
}

/// What the method itself lacks is asked of its function.
fn get_attribute(
    rt: &mut Runtime,
    method: Borrowed<'_>,
    name: Borrowed<'_>,
) -> Result<Option<Value>> {
    let Some(name) = name.typed::<objmodel::objects::str::StrObject>() else { return Ok(None) };
    if let Some(value) = rt.generic_getattr(method, &name)? {
        return Ok(Some(value));
    }
    let (function, _) = parts(rt, method)?;
    rt.getattr(&function, &name).map(Some)
}

fn repr(rt: &mut Runtime, method: Borrowed<'_>) -> Result {
    let (function, instance) = parts(rt, method)?;
    let (qualname, name) = (rt.names().qualname.clone(), rt.names().name.clone());
    let named = match rt.lookup_attr(&function, &qualname)? {
        None => rt.lookup_attr(&function, &name)?,
        qualname => qualname,
    };
    let name = match named.as_ref().and_then(|name| name.get::<StrObject>(rt)) {
        Some(name) => name.as_str().into_owned(),
        None => "?".to_owned(),
    };
    let instance = rt.repr(&instance)?;
    let text = format!("<bound method {name} of {}>", instance.read(rt).as_str());
    rt.str(&text).map(|text| text.into_value())
}

/// Equal if the functions are equal and the instances the same.
fn compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !other.is_payload::<MethodObject>() || !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(singletons::not_implemented());
    }
    let ((function, instance), (other, other_instance)) = (parts(rt, own)?, parts(rt, other)?);
    let equal = instance.is(&other_instance) && rt.equal(function.as_ref(), other.as_ref())?;
    Ok(singletons::bool(equal == (op == CompareOp::Eq)))
}

fn hash_method(rt: &mut Runtime, method: Borrowed<'_>) -> Result<i64> {
    let (function, instance) = parts(rt, method)?;
    Ok(hash::valid(rt.identity_hash(instance.as_ref()) ^ rt.hash(function.as_ref())?))
}

fn function(rt: &mut Runtime, method: Borrowed<'_>) -> Result {
    parts(rt, method).map(|(function, _)| function)
}

fn instance(rt: &mut Runtime, method: Borrowed<'_>) -> Result {
    parts(rt, method).map(|(_, instance)| instance)
}

fn doc(rt: &mut Runtime, method: Borrowed<'_>) -> Result {
    let (function, _) = parts(rt, method)?;
    let name = rt.names().doc.clone();
    Ok(rt.lookup_attr(&function, &name)?.unwrap_or_else(singletons::none))
}

/// Found again as an attribute of the instance.
fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (function, instance) = parts(rt, args.at(0))?;
    let name = rt.names().name.clone();
    let name = rt.getattr(&function, &name)?;
    crate::reduce::attribute_of(rt, instance, name)
}

/// The table of `method`.
pub(crate) const METHOD: ClassSpec = ClassSpec {
    name: "method",
    doc: Some("Create a bound instance method object."),
    text_signature: Some("(function, instance, /)"),
    subclassable: false,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpCall, SlotFn::Call(call)),
        (SlotId::TpDescrGet, SlotFn::DescrGet(get)),
        (SlotId::TpGetattro, SlotFn::GetAttr(get_attribute)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(compare)),
        (SlotId::TpHash, SlotFn::Hash(hash_method)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce)],
    getset: &[
        GetSetSpec::member("__func__", function),
        GetSetSpec::member("__self__", instance),
        GetSetSpec::read_only("__doc__", doc),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
