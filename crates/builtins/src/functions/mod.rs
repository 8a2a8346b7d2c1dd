//! The built-in functions and the names of the module `builtins`.

mod attributes;
pub(crate) mod inspect;
mod order;
mod output;
mod protocols;
mod text;

use objmodel::types::spec::MethodSpec;
use objmodel::{Result, Runtime, Type, Value, singletons};

const FUNCTIONS: &[&[MethodSpec]] = &[
    attributes::FUNCTIONS,
    protocols::FUNCTIONS,
    inspect::FUNCTIONS,
    order::FUNCTIONS,
    output::FUNCTIONS,
    text::FUNCTIONS,
];

/// Classes that scripts reach by other ways than a built-in name.
const UNNAMED: &[&str] = &[
    "NoneType",
    "NotImplementedType",
    "ellipsis",
    "function",
    "method",
    "builtin_function_or_method",
    "method_descriptor",
    "classmethod_descriptor",
    "wrapper_descriptor",
    "method-wrapper",
    "getset_descriptor",
    "member_descriptor",
    "module",
    "cell",
    "code",
    "frame",
    "traceback",
    "generator",
    "coroutine",
    "async_generator",
    "iterator",
    "mappingproxy",
    "ReferenceType",
];

/// Fills the namespace of `builtins`.
pub(crate) fn install(rt: &mut Runtime) -> Result<()> {
    let namespace = rt.builtins().clone();
    let (name, own) = (rt.intern("__name__")?, rt.intern("builtins")?.into_value());
    rt.dict_set_name(&namespace, &name, own)?;
    for spec in FUNCTIONS.iter().copied().flatten() {
        rt.define_function(&namespace, spec)?;
    }
    let classes: Vec<_> = rt.types().all().into_iter().cloned().collect();
    for class in classes {
        if !UNNAMED.contains(&class.read(rt).name()) {
            rt.define_class(&namespace, &class)?;
        }
    }
    for alias in ["EnvironmentError", "IOError"] {
        let (name, class) = (rt.intern(alias)?, Value::clone(&rt.types().os_error));
        rt.dict_set_name(&namespace, &name, class)?;
    }
    for class in registered(rt) {
        rt.define_class(&namespace, &class)?;
    }
    let constants: [(&str, Value); 6] = [
        ("None", singletons::none()),
        ("True", singletons::bool(true)),
        ("False", singletons::bool(false)),
        ("NotImplemented", singletons::not_implemented()),
        ("Ellipsis", singletons::ellipsis()),
        ("__debug__", singletons::bool(true)),
    ];
    for (name, value) in constants {
        let name = rt.intern(name)?;
        rt.dict_set_name(&namespace, &name, value)?;
    }
    Ok(())
}

/// Classes with payloads of this crate that have a built-in name.
fn registered(rt: &Runtime) -> Vec<Type> {
    use crate::iterator::{enumerate, filter, map, reversed, zip};
    [
        rt.type_for::<crate::range::RangeObject>(),
        rt.type_for::<enumerate::Enumerate>(),
        rt.type_for::<filter::Filter>(),
        rt.type_for::<map::Map>(),
        rt.type_for::<reversed::Reversed>(),
        rt.type_for::<zip::Zip>(),
        rt.type_for::<crate::memoryview::MemoryView>(),
    ]
    .into_iter()
    .flatten()
    .cloned()
    .collect()
}
