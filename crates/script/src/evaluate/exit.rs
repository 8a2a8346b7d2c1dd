//! The end of a program: its modules end in CPython's order, and what they held dies.

use std::collections::{HashSet, VecDeque};

use objmodel::gc::WeakRef;
use objmodel::objects::dict::Dict;
use objmodel::objects::list::ListObject;
use objmodel::objects::module::ModuleObject;
use objmodel::objects::str::{Str, StrObject};
use objmodel::objects::tuple::TupleObject;
use objmodel::{Gc, Result, Runtime, Value, singletons};

/// What a namespace of the library's own held before the program ran.
pub(super) struct Original(Vec<(Value, Value)>);

impl Original {
    pub(super) fn of(rt: &Runtime, dict: &Dict) -> Original {
        Original(dict.read(rt).iter().map(|one| (one.key.clone(), one.value.clone())).collect())
    }
}

/// Ends the program's modules. What fails on the way, for want of memory, is passed by: the heap frees
/// all objects when it goes.
pub(super) fn end_modules(rt: &mut Runtime, builtins: &Original) {
    full_collection(rt);
    let own = own_modules(rt);
    for (_, module) in own.iter().rev() {
        if let Some(dict) = namespace(rt, module) {
            renumber(rt, &dict);
        }
    }
    let modules = rt.modules().clone();
    let mut watched: Vec<Gc<WeakRef>> = Vec::new();
    for (name, module) in own {
        let class = rt.types().weakref.clone();
        watched.extend(rt.new_weakref(&class, module.as_ref(), None));
        drop(rt.dict_remove_name(&modules, &name));
    }
    restore(rt, builtins);
    full_collection(rt);
    // What still refers to a module finds its names emptied.
    for weakref in watched.iter().rev() {
        if let Some(module) = weakref.upgrade()
            && let Some(dict) = namespace(rt, &module)
        {
            empty(rt, &dict);
        }
    }
    full_collection(rt);
}

fn full_collection(rt: &mut Runtime) {
    rt.safepoint();
    objmodel::gc::collect(rt, 2);
    rt.safepoint();
}

/// The modules of the program: `__main__` and those that came from files.
fn own_modules(rt: &mut Runtime) -> Vec<(Str, Value)> {
    let (modules, file) = (rt.modules().clone(), rt.names().file.clone());
    let all: Vec<_> =
        modules.read(rt).iter().map(|one| (one.key.clone(), one.value.clone())).collect();
    let mut own = Vec::new();
    for (name, module) in all {
        let Ok(name) = name.downcast::<StrObject>() else { continue };
        let is_main = name.read(rt).as_bytes() == b"__main__";
        let from_file =
            namespace(rt, &module).is_some_and(|dict| rt.dict_get_name(&dict, &file).is_some());
        if is_main || from_file {
            own.push((name, module));
        }
    }
    own
}

fn namespace(rt: &Runtime, module: &Value) -> Option<Dict> {
    module.get::<ModuleObject>(rt)?.dict.clone()
}

/// Lets what the namespace leads to end in the order in which CPython's collector meets it: what is
/// nearest first, the items of sequences from the last.
fn renumber(rt: &mut Runtime, dict: &Dict) {
    let mut seen: HashSet<u64> = HashSet::from([rt.builtins().bits(), dict.bits()]);
    let mut work: VecDeque<Value> = VecDeque::from([Value::clone(dict)]);
    while let Some(object) = work.pop_front() {
        rt.heap().renumber(object.as_ref());
        let mut referents = rt.heap().referents(&[object.as_ref()]);
        if object.is_payload::<ListObject>() || object.is_payload::<TupleObject>() {
            referents.reverse();
        }
        let container = |one: &Value| one.is_object() && !one.is_leaf();
        let new = referents.into_iter().filter(|one| container(one) && seen.insert(one.bits()));
        work.extend(new);
    }
}

/// Gives the namespace back what it held, and drops the rest.
fn restore(rt: &mut Runtime, original: &Original) {
    let dict = rt.builtins().clone();
    let known: HashSet<u64> = original.0.iter().map(|(name, _)| name.bits()).collect();
    let added: Vec<Value> = dict.read(rt).iter().map(|one| one.key.clone()).collect();
    for name in added {
        if !known.contains(&name.bits())
            && let Ok(name) = name.downcast::<StrObject>()
        {
            drop(rt.dict_remove_name(&dict, &name));
            rt.safepoint();
        }
    }
    for (name, value) in &original.0 {
        if let Some(name) = name.downcast_ref::<StrObject>() {
            // A name that is there takes no room; one that was deleted may find none.
            let _: Result<()> = rt.dict_set_name(&dict, name, value.clone());
        }
    }
}

/// Sets the names of a module's namespace to `None`: those with one underscore first.
fn empty(rt: &mut Runtime, dict: &Dict) {
    let names: Vec<Value> = dict.read(rt).iter().map(|one| one.key.clone()).collect();
    for private in [true, false] {
        for name in &names {
            let Some(name) = name.downcast_ref::<StrObject>() else { continue };
            let text = name.read(rt).as_bytes();
            let is_private = text.starts_with(b"_") && !text.starts_with(b"__");
            if is_private == private
                && text != b"__builtins__"
                && rt.dict_get_name(dict, name).is_some()
            {
                let _: Result<()> = rt.dict_set_name(dict, name, singletons::none());
                rt.safepoint();
            }
        }
    }
}
