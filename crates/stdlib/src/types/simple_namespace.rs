//! `types.SimpleNamespace`: attributes from keywords, shown by repr and compared.

use objmodel::gc::ChargedVec;
use objmodel::gc::Trace;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::dict::{Dict, DictObject};
use objmodel::objects::str::StrObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value, singletons};

/// The payload of `SimpleNamespace`, which has attributes only.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct SimpleNamespace;

impl Payload for SimpleNamespace {}

fn new<'a>(rt: &mut Runtime, class: &Type, _: CallArgs<'a>) -> Result {
    rt.alloc(class, SimpleNamespace).map(Gc::into_value)
}

/// The attributes.
fn dict(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Dict> {
    match rt.instance_dict(own)? {
        Some(dict) => Ok(dict),
        None => Err(rt.type_error("a namespace without a __dict__")),
    }
}

fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    let attributes = dict(rt, own)?;
    match args.positionals() {
        [] => {}
        [given] => {
            let class = rt.types().dict.clone();
            let given = match given.is_payload::<DictObject>() {
                true => given.to_value(),
                false => rt.call(&class, [*given])?,
            };
            update(rt, &attributes, given.as_ref())?;
        }
        more => {
            return Err(rt.type_error(format!(
                "{} expected at most 1 argument, got {}",
                rt.class_of(own).name(),
                more.len()
            )));
        }
    }
    for (name, value) in args.keywords() {
        rt.dict_set(&attributes, name, value.to_value())?;
    }
    Ok(())
}

/// Takes over the items of a dict whose keys are strings.
fn update(rt: &mut Runtime, attributes: &Dict, from: Borrowed<'_>) -> Result<()> {
    let Some(from) = from.get::<DictObject>(rt) else { return Ok(()) };
    let items: Vec<(Value, Value)> =
        from.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
    if items.iter().any(|(key, _)| !key.is_payload::<StrObject>()) {
        return Err(rt.type_error("keywords must be strings"));
    }
    rt.tick(items.len())?;
    for (key, value) in items {
        rt.dict_set(attributes, key.as_ref(), value)?;
    }
    Ok(())
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let class = rt.type_of(own).to_gc();
    let native = !class.read(rt).is_heap_type();
    let name = if native { "namespace" } else { class.read(rt).name() };
    out.append(rt, name.as_bytes())?;
    out.append(rt, b"(")?;
    if rt.within_repr(own, |rt| write_items(rt, own, out))?.is_none() {
        out.append(rt, b"...")?;
    }
    out.append(rt, b")")
}

fn write_items(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let attributes = dict(rt, own)?;
    let mut items = ChargedVec::new(rt.heap());
    for entry in attributes.read(rt).iter() {
        if items.push((entry.key.clone(), entry.value.clone())).is_err() {
            return Err(rt.memory_error());
        }
    }
    let mut first = true;
    for (key, value) in items {
        let Some(name) = key.get::<StrObject>(rt).filter(|name| !name.is_empty()) else { continue };
        if !first {
            out.append(rt, b", ")?;
        }
        first = false;
        out.append(rt, name.as_bytes())?;
        out.append(rt, b"=")?;
        rt.tick(1)?;
        rt.write_repr(value.as_ref(), out)?;
    }
    Ok(())
}

/// Namespaces are compared as their dicts are.
fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !own.is_payload::<SimpleNamespace>() || !other.is_payload::<SimpleNamespace>() {
        return Ok(singletons::not_implemented());
    }
    let (own, other) = (dict(rt, own)?, dict(rt, other)?);
    rt.compare(op, &own, &other)
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let class = Value::clone(&rt.type_of(args.at(0)));
    let (none, state) = (rt.tuple([].into_iter())?, dict(rt, args.at(0))?);
    let parts = [class, none.into_value(), state.into_value()];
    rt.tuple(parts.into_iter()).map(Gc::into_value)
}

fn replace(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let [own] = args.positionals() else {
        return Err(rt.type_error("__replace__() takes no positional arguments"));
    };
    let class = Value::clone(&rt.type_of(*own));
    let copy = rt.call(&class, ())?;
    if !copy.is_payload::<SimpleNamespace>() {
        let (of, class) = (rt.type_name(copy.as_ref()), rt.type_name(*own));
        return Err(rt.type_error(format!(
            "expect types.SimpleNamespace type, but {class}() returned '{of}' object"
        )));
    }
    let (from, to) = (dict(rt, *own)?, dict(rt, copy.as_ref())?);
    update(rt, &to, from.as_ref())?;
    for (name, value) in args.keywords() {
        rt.dict_set(&to, name, value.to_value())?;
    }
    Ok(copy)
}

/// The table of `SimpleNamespace`.
pub(super) const SIMPLE_NAMESPACE: ClassSpec = ClassSpec {
    name: "types.SimpleNamespace",
    doc: Some("A simple attribute-based namespace."),
    text_signature: Some("(mapping_or_iterable=(), /, **kwargs)"),
    dict: true,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
    ],
    methods: &[
        MethodSpec::method("__reduce__", "($self, /)", reduce)
            .doc("Return state information for pickling"),
        MethodSpec::raw_method("__replace__", "($self, /, **changes)", replace).doc(
            "Return a copy of the namespace object with new values for the specified attributes.",
        ),
    ],
    getset: &[GetSetSpec { set: None, member: true, ..GetSetSpec::DICT }],
    ..ClassSpec::DEFAULT
}
.checked();
