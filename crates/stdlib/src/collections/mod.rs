//! `collections`: the containers that are written in Rust; the others are in Python.

mod default_dict;
mod deque;
mod ordered_dict;
mod ordered_views;
mod tuple_getter;

use objmodel::objects::dict::{Dict, DictObject};
use objmodel::objects::str::Str;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Result, Runtime, Value, singletons};

use crate::module::ModuleSpec;

/// Calls a method of `dict` itself, past what a subclass has under the name.
fn dict_method(rt: &mut Runtime, name: &Str, own: Borrowed<'_>, args: CallArgs<'_>) -> Result {
    let dict = Value::clone(&rt.types().dict);
    let method = rt.getattr(&dict, name)?;
    let mut all = vec![own];
    all.extend_from_slice(args.all());
    rt.call_with(method.as_ref(), CallArgs::with_names(&all, args.names()))
}

/// `_count_elements(mapping, iterable)`: adds one to what the mapping has for each item.
fn count_elements(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (mapping, one) = (args.at(0), rt.int(1)?);
    let items = rt.iter(args.at(1))?;
    let dict = plain_dict(rt, mapping)?;
    let get = rt.intern("get")?;
    while let Some(key) = rt.next(&items)? {
        rt.tick(1)?;
        let Some(dict) = &dict else {
            let zero = rt.int(0)?;
            let times = rt.call_method(mapping, &get, [key.as_ref(), zero.as_ref()])?;
            let times = rt.add(&times, &one)?;
            rt.set_item(mapping, &key, &times)?;
            continue;
        };
        let hash = rt.hash(key.as_ref())?;
        let found = rt.dict_find(dict, key.as_ref(), hash)?;
        let times = match found.and_then(|at| Some(dict.read(rt).entry(at)?.value.clone())) {
            Some(times) => rt.add(&times, &one)?,
            None => one.clone(),
        };
        rt.dict_set_hashed(dict, key.as_ref(), hash, times)?;
    }
    Ok(singletons::none())
}

/// A dict whose class gets and sets items as `dict` does.
fn plain_dict(rt: &mut Runtime, mapping: Borrowed<'_>) -> Result<Option<Dict>> {
    let Some(dict) = mapping.typed::<DictObject>() else { return Ok(None) };
    let (class, base) = (rt.type_of(mapping).to_gc(), rt.types().dict.clone());
    for name in ["get", "__setitem__"] {
        let name = rt.intern(name)?;
        let (own, inherited) = (rt.lookup(&class, &name), rt.lookup(&base, &name));
        match (own, inherited) {
            (Some(own), Some(inherited)) if own.is(&inherited) => {}
            _ => return Ok(None),
        }
    }
    Ok(Some(dict.to_gc()))
}

const FUNCTIONS: &[MethodSpec] =
    &[MethodSpec::function("_count_elements", "($module, mapping, iterable, /)", count_elements)
        .doc("Counts the items of an iterable in a mapping.")];

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    deque::fill_module(rt, namespace)?;
    tuple_getter::fill(rt, namespace)?;
    default_dict::fill(rt, namespace)?;
    if let Some(class) = objmodel_builtins::frame_locals_type(rt).cloned() {
        crate::module::constant(rt, namespace, "_FrameLocals", class.into_value())?;
    }
    ordered_dict::fill(rt, namespace)
}

/// `_collections`.
pub(crate) const NATIVE: ModuleSpec =
    ModuleSpec::new("_collections").functions(FUNCTIONS).fill(fill);

/// `collections`.
pub(crate) const COLLECTIONS: ModuleSpec =
    ModuleSpec::new("collections").python(include_str!("collections.py"));

/// `_collections_abc`, which is `collections.abc` too once `collections` is imported.
pub(crate) const ABC: ModuleSpec =
    ModuleSpec::new("_collections_abc").python(include_str!("abc.py"));
