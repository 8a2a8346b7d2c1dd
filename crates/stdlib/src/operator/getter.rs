//! `attrgetter`, `itemgetter` and `methodcaller`: fetching as functions.

use objmodel::gc::ChargedVec;
use objmodel::gc::Trace;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::dict::Dict;
use objmodel::objects::str::{Str, StrObject};
use objmodel::objects::tuple::{Tuple, TupleObject};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value};

/// Refuses keywords.
fn no_keywords(rt: &Runtime, name: &str, args: CallArgs<'_>) -> Result<()> {
    match args.has_keywords() {
        true => Err(rt.type_error(format!("{name}() takes no keyword arguments"))),
        false => Ok(()),
    }
}

/// The one argument of a call.
fn only<'a>(rt: &Runtime, name: &str, args: CallArgs<'a>) -> Result<Borrowed<'a>> {
    no_keywords(rt, name, args)?;
    match args.positionals() {
        [object] => Ok(*object),
        other => Err(rt.type_error(format!("{name} expected 1 argument, got {}", other.len()))),
    }
}

/// The arguments of a constructor, of which there must be one at least.
fn at_least_one(rt: &Runtime, class: &Type, name: &str, args: CallArgs<'_>) -> Result<Tuple> {
    if !class.read(rt).is_heap_type() {
        no_keywords(rt, name, args)?;
    }
    if args.positionals().is_empty() {
        return Err(rt.type_error(format!("{name} expected 1 argument, got 0")));
    }
    rt.tuple(args.positionals().iter().map(|argument| argument.to_value()))
}

/// `class(arguments)`
fn repr_call(rt: &mut Runtime, own: Borrowed<'_>, arguments: &Tuple) -> Result {
    let class = rt.type_name(own).to_owned();
    let shown = rt.within_repr(own, |rt| match arguments.read(rt).items() {
        [only] => {
            let only = only.clone();
            rt.repr(&only).map(|shown| format!("({})", shown.read(rt).as_str()))
        }
        _ => rt.repr(arguments).map(|shown| shown.read(rt).as_str().into_owned()),
    })?;
    let Some(shown) = shown else {
        return rt.str(&format!("{class}(...)")).map(Gc::into_value);
    };
    rt.tick(1 + shown.len() / 64)?;
    rt.str(&format!("{class}{shown}")).map(Gc::into_value)
}

/// `(class, arguments)`, for copying.
fn reduced(rt: &mut Runtime, own: Borrowed<'_>, arguments: Tuple) -> Result {
    let class = Value::clone(&rt.type_of(own));
    rt.tuple([class, arguments.into_value()].into_iter()).map(Gc::into_value)
}

/// The results for several keys, or the one for a single key.
fn each(
    rt: &mut Runtime,
    keys: &Tuple,
    mut fetch: impl FnMut(&mut Runtime, &Value) -> Result,
) -> Result {
    if let [only] = keys.frozen().items() {
        return fetch(rt, only);
    }
    let mut found = rt.gather([])?;
    for key in keys.frozen().items() {
        let value = fetch(rt, key)?;
        found.push(value).map_err(|_| rt.memory_error())?;
    }
    rt.tuple(found.into_iter()).map(Gc::into_value)
}

/// The payload of `itemgetter`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct ItemGetter {
    keys: Tuple,
}

impl Payload for ItemGetter {}

fn new_item_getter<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let keys = at_least_one(rt, class, "itemgetter", args)?;
    rt.alloc(class, ItemGetter { keys }).map(Gc::into_value)
}

fn item_keys(rt: &Runtime, own: Borrowed<'_>) -> Result<Tuple> {
    match own.get::<ItemGetter>(rt) {
        Some(getter) => Ok(getter.keys.clone()),
        None => Err(rt.type_error("an itemgetter is required")),
    }
}

fn call_item_getter<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let object = only(rt, "itemgetter", args)?;
    let keys = item_keys(rt, own)?;
    each(rt, &keys, |rt, key| rt.get_item(object, key))
}

fn repr_item_getter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let keys = item_keys(rt, own)?;
    repr_call(rt, own, &keys)
}

fn reduce_item_getter(rt: &mut Runtime, args: Args<'_>) -> Result {
    let keys = item_keys(rt, args.at(0))?;
    reduced(rt, args.at(0), keys)
}

/// What instances take when they are called.
const SIGNATURE: &[GetSetSpec] = &[GetSetSpec::read_only("__text_signature__", signature)];

fn signature(rt: &mut Runtime, _: Borrowed<'_>) -> Result {
    rt.str("(obj, /)").map(Gc::into_value)
}

/// The table of `itemgetter`.
pub(super) const ITEM_GETTER: ClassSpec = ClassSpec {
    name: "operator.itemgetter",
    subclassable: false,
    doc: Some("Fetches an item of its argument, or a tuple of several."),
    text_signature: Some("(item, /, *items)"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new_item_getter)),
        (SlotId::TpCall, SlotFn::Call(call_item_getter)),
        (SlotId::TpRepr, SlotFn::Unary(repr_item_getter)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce_item_getter)
        .doc("Return state information for pickling")],
    getset: SIGNATURE,
    ..ClassSpec::DEFAULT
};

/// The payload of `attrgetter`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct AttrGetter {
    names: Tuple,
    /// For each of them a tuple of the parts between the dots.
    paths: Tuple,
}

impl Payload for AttrGetter {}

fn new_attr_getter<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let names = at_least_one(rt, class, "attrgetter", args)?;
    let mut paths = Vec::with_capacity(args.len());
    for name in args.positionals() {
        let Some(text) = name.get::<StrObject>(rt).map(|name| name.as_str().into_owned()) else {
            return Err(rt.type_error("attribute name must be a string"));
        };
        let mut parts = Vec::new();
        for part in text.split('.') {
            parts.push(rt.intern(part)?.into_value());
        }
        paths.push(rt.tuple(parts.into_iter())?.into_value());
    }
    let paths = rt.tuple(paths.into_iter())?;
    rt.alloc(class, AttrGetter { names, paths }).map(Gc::into_value)
}

fn attr_names(rt: &Runtime, own: Borrowed<'_>) -> Result<(Tuple, Tuple)> {
    match own.get::<AttrGetter>(rt) {
        Some(getter) => Ok((getter.names.clone(), getter.paths.clone())),
        None => Err(rt.type_error("an attrgetter is required")),
    }
}

fn call_attr_getter<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let object = only(rt, "attrgetter", args)?;
    let (_, paths) = attr_names(rt, own)?;
    each(rt, &paths, |rt, path| {
        let mut found = object.to_value();
        let Some(path) = path.downcast_ref::<TupleObject>() else { return Ok(found) };
        for part in path.frozen().items() {
            if let Some(part) = part.downcast_ref::<StrObject>() {
                found = rt.getattr(&found, part)?;
            }
        }
        Ok(found)
    })
}

fn repr_attr_getter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let (names, _) = attr_names(rt, own)?;
    repr_call(rt, own, &names)
}

fn reduce_attr_getter(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (names, _) = attr_names(rt, args.at(0))?;
    reduced(rt, args.at(0), names)
}

/// The table of `attrgetter`.
pub(super) const ATTR_GETTER: ClassSpec = ClassSpec {
    name: "operator.attrgetter",
    subclassable: false,
    doc: Some("Fetches an attribute of its argument, or a tuple of several; names may have dots."),
    text_signature: Some("(attr, /, *attrs)"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new_attr_getter)),
        (SlotId::TpCall, SlotFn::Call(call_attr_getter)),
        (SlotId::TpRepr, SlotFn::Unary(repr_attr_getter)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce_attr_getter)
        .doc("Return state information for pickling")],
    getset: SIGNATURE,
    ..ClassSpec::DEFAULT
};

/// The payload of `methodcaller`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct MethodCaller {
    name: Str,
    args: Tuple,
    keywords: Dict,
}

impl Payload for MethodCaller {}

fn new_method_caller<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let Some((name, rest)) = args.positionals().split_first() else {
        return Err(rt.type_error("methodcaller needs at least one argument, the method name"));
    };
    let Some(name) = name.typed::<StrObject>().map(|name| name.to_gc()) else {
        return Err(rt.type_error("method name must be a string"));
    };
    let name = rt.intern_str(&name);
    let rest = rt.tuple(rest.iter().map(|argument| argument.to_value()))?;
    let keywords = rt.dict()?;
    for (name, value) in args.keywords() {
        rt.dict_set(&keywords, name, value.to_value())?;
    }
    rt.alloc(class, MethodCaller { name, args: rest, keywords }).map(Gc::into_value)
}

fn method_parts(rt: &Runtime, own: Borrowed<'_>) -> Result<(Str, Tuple, Dict)> {
    match own.get::<MethodCaller>(rt) {
        Some(caller) => Ok((caller.name.clone(), caller.args.clone(), caller.keywords.clone())),
        None => Err(rt.type_error("a methodcaller is required")),
    }
}

fn call_method_caller<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let object = only(rt, "methodcaller", args)?;
    let (name, args, keywords) = method_parts(rt, own)?;
    let method = rt.getattr(object, &name)?;
    let values = keywords.read(rt).iter().map(|entry| &entry.value);
    let all = rt.gather(args.read(rt).items().iter().chain(values).cloned())?;
    let names = rt.gather(keywords.read(rt).iter().map(|entry| entry.key.clone()))?;
    let (all, names) = (objmodel::gc::refs(&all), objmodel::gc::refs(&names));
    rt.call_with(method.as_ref(), CallArgs::with_names(all, names))
}

fn repr_method_caller(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    out.append(rt, rt.type_name(own).as_bytes())?;
    out.append(rt, b"(")?;
    if rt.within_repr(own, |rt| write_method(rt, own, out))?.is_none() {
        out.append(rt, b"...")?;
    }
    out.append(rt, b")")
}

fn write_method(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let (name, args, keywords) = method_parts(rt, own)?;
    rt.write_repr(name.as_ref(), out)?;
    write_arguments(rt, &args, &keywords, out)
}

/// Appends arguments that stand behind another one, and keywords.
///
/// # Errors
/// What their `__repr__` raise; `MemoryError`.
pub(crate) fn write_arguments(
    rt: &mut Runtime,
    args: &Tuple,
    keywords: &Dict,
    out: &mut TextBuilder,
) -> Result<()> {
    let mut index = 0;
    while let Some(argument) = args.read(rt).items().get(index).cloned() {
        rt.tick(1)?;
        out.append(rt, b", ")?;
        rt.write_repr(argument.as_ref(), out)?;
        index += 1;
    }
    let mut entries = ChargedVec::new(rt.heap());
    for entry in keywords.read(rt).iter() {
        if entries.push((entry.key.clone(), entry.value.clone())).is_err() {
            return Err(rt.memory_error());
        }
    }
    for (key, value) in entries {
        rt.tick(1)?;
        out.append(rt, b", ")?;
        let key = rt.to_str(&key)?;
        out.append(rt, key.read(rt).as_bytes())?;
        out.append(rt, b"=")?;
        rt.write_repr(value.as_ref(), out)?;
    }
    Ok(())
}

/// With keywords, what is called again is a `functools.partial` of the class.
fn reduce_method_caller(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let (name, args, keywords) = method_parts(rt, own)?;
    let mut all = vec![name.into_value()];
    all.extend(args.read(rt).items().iter().cloned());
    if keywords.read(rt).iter().next().is_none() {
        let all = rt.tuple(all.into_iter())?;
        return reduced(rt, own, all);
    }
    let Some(import) = rt.builtin("__import__") else {
        return Err(rt.import_error("__import__ not found"));
    };
    let (module, partial) = (rt.str("functools")?, rt.intern("partial")?);
    let module = rt.call(&import, [module.as_ref()])?;
    let partial = rt.getattr(&module, &partial)?;
    let (mut given, mut names) = (vec![Value::clone(&rt.type_of(own))], Vec::new());
    given.extend(all.drain(..1));
    for entry in keywords.read(rt).iter() {
        names.push(entry.key.clone());
        given.push(entry.value.clone());
    }
    let (given, names) = (objmodel::gc::refs(&given), objmodel::gc::refs(&names));
    let constructor = rt.call_with(partial.as_ref(), CallArgs::with_names(given, names))?;
    let all = rt.tuple(all.into_iter())?.into_value();
    rt.tuple([constructor, all].into_iter()).map(Gc::into_value)
}

/// The table of `methodcaller`.
pub(super) const METHOD_CALLER: ClassSpec = ClassSpec {
    name: "operator.methodcaller",
    subclassable: false,
    doc: Some("Calls a method of its argument with the arguments that it was made with."),
    text_signature: Some("(name, /, *args, **kwargs)"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new_method_caller)),
        (SlotId::TpCall, SlotFn::Call(call_method_caller)),
        (SlotId::TpRepr, SlotFn::Show(repr_method_caller)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce_method_caller)
        .doc("Return state information for pickling")],
    getset: SIGNATURE,
    ..ClassSpec::DEFAULT
};
