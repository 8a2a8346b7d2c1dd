//! `_weakref`: what needs the heap; the containers of `weakref` are written in Python.

use objmodel::objects::dict::Dict;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, Gc, Result, Runtime, Value, singletons};

use crate::module::ModuleSpec;

fn get_count(rt: &mut Runtime, args: Args<'_>) -> Result {
    let count = if args.at(0).is_object() { rt.heap().weakrefs(args.at(0)).len() } else { 0 };
    rt.int_from_usize(count)
}

fn get_all(rt: &mut Runtime, args: Args<'_>) -> Result {
    let all = if args.at(0).is_object() { rt.heap().weakrefs(args.at(0)) } else { Vec::new() };
    // The shared ones come first, the reference before the proxy, then the newest.
    let mut all: Vec<Value> = all.into_iter().rev().map(Gc::into_value).collect();
    all.sort_by_key(|weakref| {
        let calls =
            weakref.get::<objmodel::gc::WeakRef>(rt).is_some_and(|w| w.callback().is_some());
        let reference = rt.type_of(weakref.as_ref()).is(&rt.types().weakref);
        let proxy = !rt.is_instance_of(weakref.as_ref(), &rt.types().weakref);
        match (calls, reference, proxy) {
            (false, true, _) => 0,
            (false, _, true) => 1,
            _ => 2,
        }
    });
    rt.list(all).map(Gc::into_value)
}

fn proxy(rt: &mut Runtime, args: Args<'_>) -> Result {
    let callback = args.get(1).filter(|callback| !singletons::is_none(callback));
    objmodel_builtins::weak_proxy(rt, args.at(0), callback.map(Borrowed::to_value))
}

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("getweakrefcount", "($module, object, /)", get_count)
        .doc("How many weak references to an object there are."),
    MethodSpec::function("getweakrefs", "($module, object, /)", get_all)
        .doc("The weak references to an object."),
    MethodSpec::function("proxy", "($module, object, callback=None, /)", proxy)
        .doc("What stands for an object without keeping it alive."),
];

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    let reference = Value::clone(&rt.types().weakref);
    crate::module::constant(rt, namespace, "ref", reference.clone())?;
    crate::module::constant(rt, namespace, "ReferenceType", reference)?;
    let [plain, callable] = objmodel_builtins::weak_proxy_types(rt);
    crate::module::constant(rt, namespace, "ProxyType", plain)?;
    crate::module::constant(rt, namespace, "CallableProxyType", callable)
}

/// `_weakref`.
pub(crate) const NATIVE: ModuleSpec = ModuleSpec::new("_weakref").functions(FUNCTIONS).fill(fill);

/// `weakref`.
pub(crate) const WEAKREF: ModuleSpec =
    ModuleSpec::new("weakref").python(include_str!("weakref.py"));
