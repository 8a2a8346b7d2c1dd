//! `collections.defaultdict`: a dict that makes values for missing keys.

use objmodel::objects::dict::{Dict, DictObject};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Result, Runtime, Value, singletons};

/// Stands for the class where the runtime looks it up.
struct DefaultDict;

/// The field of the function that makes values.
const FACTORY: usize = 0;

fn factory_of(rt: &Runtime, own: Borrowed<'_>) -> Value {
    let factory = own.fields(rt).get(FACTORY).cloned().flatten();
    factory.unwrap_or_else(singletons::none)
}

fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    let (factory, rest) = match args.positionals().split_first() {
        Some((factory, _)) => (factory.to_value(), args.all().get(1..).unwrap_or_default()),
        None => (singletons::none(), args.all()),
    };
    if !singletons::is_none(&factory) && !rt.is_callable(factory.as_ref()) {
        return Err(rt.type_error("first argument must be callable or None"));
    }
    rt.put_field(own, FACTORY, Some(factory));
    let name = rt.intern("__init__")?;
    super::dict_method(rt, &name, own, CallArgs::with_names(rest, args.names())).map(drop)
}

/// The value for a key that is not there; the subscription of dicts asks for it.
fn missing(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (own, key) = (args.at(0), args.at(1));
    let factory = factory_of(rt, own);
    if singletons::is_none(&factory) {
        return Err(rt.key_error(key));
    }
    let value = rt.call(&factory, ())?;
    rt.set_item(own, key, &value)?;
    Ok(value)
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let factory = factory_of(rt, own);
    let name = rt.intern("__repr__")?;
    let entries = super::dict_method(rt, &name, own, CallArgs::NONE)?;
    let entries = rt.text_of(entries.as_ref()).into_owned();
    // A bound method of this very dict shows it again.
    let shown = rt.within_repr(factory.as_ref(), |rt| rt.repr(&factory))?;
    let factory = shown.map_or("...".into(), |shown| shown.read(rt).as_str().into_owned());
    let class = rt.type_of(own);
    let text = format!("{}({factory}, {entries})", class.read(rt).name());
    rt.str(&text).map(Gc::into_value)
}

/// One of the same class with the entries of a dict.
fn with_entries(rt: &mut Runtime, own: Borrowed<'_>, entries: Borrowed<'_>) -> Result {
    let (class, factory) = (Value::clone(&rt.type_of(own)), factory_of(rt, own));
    rt.call(&class, [factory.as_ref(), entries])
}

fn copy(rt: &mut Runtime, args: Args<'_>) -> Result {
    with_entries(rt, args.at(0), args.at(0))
}

fn or(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    merged(rt, own, own, other)
}

fn reflected_or(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    merged(rt, own, other, own)
}

fn merged(rt: &mut Runtime, own: Borrowed<'_>, left: Borrowed<'_>, right: Borrowed<'_>) -> Result {
    if !left.is_payload::<DictObject>() || !right.is_payload::<DictObject>() {
        return Ok(singletons::not_implemented());
    }
    let made = with_entries(rt, own, left)?;
    let update = rt.intern("update")?;
    super::dict_method(rt, &update, made.as_ref(), CallArgs::positional(&[right]))?;
    Ok(made)
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let (class, factory) = (Value::clone(&rt.type_of(own)), factory_of(rt, own));
    let given = match singletons::is_none(&factory) {
        true => rt.tuple([].into_iter())?,
        false => rt.tuple([factory].into_iter())?,
    };
    let items = rt.intern("items")?;
    let items = rt.call_method(own, &items, ())?;
    let items = rt.iter(&items)?;
    let parts = [class, given.into_value(), singletons::none(), singletons::none(), items];
    rt.tuple(parts.into_iter()).map(Gc::into_value)
}

fn factory(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(factory_of(rt, own))
}

fn set_factory(rt: &mut Runtime, own: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    rt.put_field(own, FACTORY, value.map(Borrowed::to_value));
    Ok(())
}

const DEFAULT_DICT: ClassSpec = ClassSpec {
    name: "collections.defaultdict",
    doc: Some("A dict that makes values for missing keys by calling a function."),
    slots: &[
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::NbOr, SlotFn::Binary(or)),
        (SlotId::NbRor, SlotFn::Binary(reflected_or)),
    ],
    methods: &[
        MethodSpec::method("__missing__", "($self, object, /)", missing)
            .doc("Makes the value for a missing key."),
        MethodSpec::method("copy", "($self, /)", copy).doc("A shallow copy."),
        MethodSpec::method("__copy__", "($self, /)", copy).doc("A shallow copy."),
        MethodSpec::method("__reduce__", "($self, /)", reduce),
        objmodel_builtins::CLASS_GETITEM,
    ],
    getset: &[GetSetSpec {
        member: true,
        ..GetSetSpec::writable("default_factory", factory, set_factory)
            .doc("The function that makes values.")
    }],
    ..ClassSpec::DEFAULT
};

pub(super) fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    super::dict_class::<DefaultDict>(rt, namespace, 1, &DEFAULT_DICT).map(drop)
}
