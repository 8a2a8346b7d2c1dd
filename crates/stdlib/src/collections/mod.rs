//! `collections`: the containers that are written in Rust; the others are in Python.

mod default_dict;
mod deque;
mod ordered_dict;
mod ordered_views;
mod tuple_getter;

use objmodel::objects::dict::Dict;
use objmodel::objects::str::Str;
use objmodel::types::spec::ClassSpec;
use objmodel::{Borrowed, CallArgs, Result, Runtime, Type, Value};

use crate::module::ModuleSpec;

/// Adds a native subclass of `dict`.
fn dict_class<M: 'static>(
    rt: &mut Runtime,
    namespace: &Dict,
    fields: u16,
    spec: &'static ClassSpec,
) -> Result<Type> {
    let class = match rt.type_for::<M>() {
        Some(class) => class.clone(),
        None => {
            let dict = rt.types().dict.clone();
            rt.register_subtype::<M>(&dict, fields, spec)?
        }
    };
    rt.define_class(namespace, &class)?;
    Ok(class)
}

/// Calls a method of `dict` itself, past what a subclass has under the name.
fn dict_method(rt: &mut Runtime, name: &Str, own: Borrowed<'_>, args: CallArgs<'_>) -> Result {
    let dict = Value::clone(&rt.types().dict);
    let method = rt.getattr(&dict, name)?;
    let mut all = vec![own];
    all.extend_from_slice(args.all());
    rt.call_with(method.as_ref(), CallArgs::with_names(&all, args.names()))
}

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    deque::fill_module(rt, namespace)?;
    tuple_getter::fill(rt, namespace)?;
    default_dict::fill(rt, namespace)?;
    ordered_dict::fill(rt, namespace)
}

/// `_collections`.
pub(crate) const NATIVE: ModuleSpec = ModuleSpec::new("_collections").fill(fill);

/// `collections`.
pub(crate) const COLLECTIONS: ModuleSpec =
    ModuleSpec::new("collections").python(include_str!("collections.py"));

/// `collections.abc`.
pub(crate) const ABC: ModuleSpec =
    ModuleSpec::new("collections.abc").python(include_str!("abc.py"));
