//! `_functools`: the functions of functions that are called often; the others are written in
//! Python.

mod key;
mod lru;
mod partial;

use objmodel::objects::dict::Dict;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::Tuple;
use objmodel::types::spec::MethodSpec;
use objmodel::{Borrowed, CallArgs, Parameters, Result, Runtime, Value};

use crate::module::ModuleSpec;

/// Calls with a tuple of positional arguments and a dict of keywords.
fn call_with(rt: &mut Runtime, function: &Value, args: &Tuple, keywords: &Dict) -> Result {
    let count = args.read(rt).items().len() + 2 * keywords.read(rt).len();
    rt.while_charged(count * size_of::<Value>(), |rt| {
        let mut all = args.read(rt).items().to_vec();
        let mut names = Vec::new();
        for entry in keywords.read(rt).iter() {
            if !entry.key.is_payload::<StrObject>() {
                return Err(rt.type_error("keywords must be strings"));
            }
            names.push(entry.key.clone());
            all.push(entry.value.clone());
        }
        let (all, names) = (objmodel::gc::refs(&all), objmodel::gc::refs(&names));
        rt.call_with(function.as_ref(), CallArgs::with_names(all, names))
    })
}

/// The keyword arguments of a call, over those of a dict.
fn keywords(rt: &mut Runtime, before: Option<&Dict>, args: CallArgs<'_>) -> Result<Dict> {
    let keywords = rt.dict()?;
    if let Some(before) = before {
        let entries =
            rt.gather(before.read(rt).iter().map(|e| (e.key.clone(), e.value.clone())))?;
        for (key, value) in entries {
            rt.dict_set(&keywords, key.as_ref(), value)?;
        }
    }
    for (name, value) in args.keywords() {
        rt.dict_set(&keywords, name, value.to_value())?;
    }
    Ok(keywords)
}

/// Combines the items of an iterable from the left.
fn reduce(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    const PARAMETERS: Parameters =
        Parameters::new("reduce", "(function, iterable, initial=None, /)", 2, 3);
    let [Some(function), Some(iterable), initial] = PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("reduce expected at least 2 arguments"));
    };
    let iterator =
        rt.iter_or_refuse(iterable, |_| "reduce() arg 2 must support iteration".to_owned())?;
    let mut value = initial.map(Borrowed::to_value);
    while let Some(item) = rt.next(&iterator)? {
        rt.tick(1)?;
        value = Some(match value {
            Some(value) => rt.call(function, [value.as_ref(), item.as_ref()])?,
            None => item,
        });
    }
    value.ok_or_else(|| rt.type_error("reduce() of empty iterable with no initial value"))
}

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::raw_function("reduce", "($module, function, iterable, initial=None, /)", reduce)
        .by_tuple()
        .without_signature()
        .doc("Combines the items of an iterable into one, from the left."),
    MethodSpec::function("cmp_to_key", "($module, /, mycmp)", key::cmp_to_key)
        .doc("A key function of an old comparison function."),
];

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    crate::module::class::<partial::Partial>(rt, namespace)?;
    crate::module::class_of_table::<lru::LruCache>(rt, namespace, &lru::LRU_CACHE)?;
    crate::module::class_of_table::<key::KeyWrapper>(rt, namespace, &key::KEY_WRAPPER).map(drop)
}

/// `_functools`.
pub(crate) const NATIVE: ModuleSpec = ModuleSpec::new("_functools").functions(FUNCTIONS).fill(fill);

/// `functools`.
pub(crate) const FUNCTOOLS: ModuleSpec =
    ModuleSpec::new("functools").python(include_str!("functools.py"));

/// `_py_functools`.
pub(crate) const PURE: ModuleSpec =
    ModuleSpec::new("_py_functools").python(include_str!("_pure.py"));
