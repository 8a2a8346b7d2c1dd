//! The reduce protocol of `object`: `__reduce_ex__`, `__reduce__`, `__getstate__`, from which copies
//! and serialized forms are made (library reference, "Pickling Class Instances").
//!
//! What makes an object again are functions of the module `copyreg`, which is imported when it is
//! needed.

use objmodel::objects::descriptor::MethodDescriptorObject;
use objmodel::objects::dict::DictObject;
use objmodel::objects::list::ListObject;
use objmodel::objects::native::NativeObject;
use objmodel::objects::str::Str;
use objmodel::objects::tuple::{Tuple, TupleObject};
use objmodel::slots::SlotId;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, Gc, Result, Runtime, Type, Value, singletons};

/// An attribute of the module `copyreg`.
fn copyreg(rt: &mut Runtime, name: &str) -> Result {
    let module = rt.intern("copyreg")?;
    let modules = rt.modules().clone();
    if rt.dict_get_name(&modules, &module).is_none() {
        let Some(import) = rt.builtin("__import__") else {
            return Err(rt.import_error("__import__ not found"));
        };
        rt.call(&import, [module.as_ref()])?;
    }
    match rt.dict_get_name(&modules, &module) {
        Some(module) => rt.getattr(&module, name),
        None => Err(rt.import_error("copyreg not found")),
    }
}

/// `object.__reduce_ex__(protocol)`: what an own `__reduce__` of the class says, if it has one.
fn reduce_ex(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [own, protocol] = args.take();
    let protocol = rt.index_as_size(protocol, |rt, _| {
        rt.overflow_error("Python int too large to convert to C int")
    })?;
    let name = rt.intern("__reduce__")?;
    if let Some(reduce) = rt.lookup_attr(own, &name)? {
        let class = rt.type_of(own).to_gc();
        let (of_class, object) = (rt.getattr(&class, &name)?, rt.types().object.clone());
        if rt.lookup(&object, &name).is_none_or(|of_object| !of_object.is(&of_class)) {
            return rt.call(&reduce, ());
        }
    }
    reduce_by(rt, own, protocol)
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    reduce_by(rt, args.at(0), 0)
}

fn reduce_by(rt: &mut Runtime, own: Borrowed<'_>, protocol: isize) -> Result {
    if protocol >= 2 {
        return reduce_to_new(rt, own);
    }
    let reduce = copyreg(rt, "_reduce_ex")?;
    let protocol = rt.int(protocol as i64)?;
    rt.call(&reduce, [own, protocol.as_ref()])
}

/// `(copyreg.__newobj__, (class, *arguments), state, items, pairs)`
fn reduce_to_new(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let class = rt.type_of(own).to_gc();
    if !rt.has_slot(own, SlotId::TpNew) {
        return Err(cannot_pickle(rt, &class));
    }
    let (arguments, keywords) = new_arguments(rt, own, &class)?;
    let given = arguments.is_some();
    let (list, dict) = (own.is_payload::<ListObject>(), own.is_payload::<DictObject>());
    let class = class.into_value();
    let positional = |arguments: &Option<Tuple>, rt: &Runtime| -> Vec<Value> {
        arguments.as_ref().map(|given| given.read(rt).items().to_vec()).unwrap_or_default()
    };
    let (maker, arguments) = match keywords {
        Some(keywords) => {
            let positional = positional(&arguments, rt);
            let positional = rt.tuple(positional.into_iter())?.into_value();
            ("__newobj_ex__", vec![class, positional, keywords])
        }
        None => {
            let mut all = vec![class];
            all.extend(positional(&arguments, rt));
            ("__newobj__", all)
        }
    };
    let maker = copyreg(rt, maker)?;
    let arguments = rt.tuple(arguments.into_iter())?.into_value();
    let state = state(rt, own, !(given || list || dict))?;
    let items = if list { rt.iter(own)? } else { singletons::none() };
    let pairs = match dict {
        true => {
            let pairs = rt.call_method(own, "items", ())?;
            rt.iter(&pairs)?
        }
        false => singletons::none(),
    };
    rt.tuple([maker, arguments, state, items, pairs].into_iter()).map(Gc::into_value)
}

/// What `__getnewargs_ex__` or `__getnewargs__` gives, and the keywords among it if there are any.
fn new_arguments(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    class: &Type,
) -> Result<(Option<Tuple>, Option<Value>)> {
    let (both, one) = (rt.intern("__getnewargs_ex__")?, rt.intern("__getnewargs__")?);
    if let Some(method) = rt.lookup(class, &both) {
        let answer = rt.call_unbound(&method, own, &[])?;
        let Some(pair) = answer.get::<TupleObject>(rt).map(|pair| pair.items().to_vec()) else {
            return Err(wrong(rt, "__getnewargs_ex__ should return a tuple, not", &answer));
        };
        let [arguments, keywords] = &pair[..] else {
            let len = pair.len();
            return Err(rt.value_error(format!(
                "__getnewargs_ex__ should return a tuple of length 2, not {len}"
            )));
        };
        let of = |number, what| {
            format!(
                "{number} item of the tuple returned by __getnewargs_ex__ must be a {what}, not"
            )
        };
        let Ok(arguments) = arguments.clone().downcast::<TupleObject>() else {
            return Err(wrong(rt, &of("first", "tuple"), arguments));
        };
        let Some(dict) = keywords.get::<DictObject>(rt) else {
            return Err(wrong(rt, &of("second", "dict"), keywords));
        };
        let keywords = (!dict.is_empty()).then(|| keywords.clone());
        return Ok((Some(arguments), keywords));
    }
    let Some(method) = rt.lookup(class, &one) else { return Ok((None, None)) };
    match rt.call_unbound(&method, own, &[])?.downcast::<TupleObject>() {
        Ok(arguments) => Ok((Some(arguments), None)),
        Err(other) => Err(wrong(rt, "__getnewargs__ should return a tuple, not", &other)),
    }
}

fn wrong(rt: &Runtime, what: &str, found: &Value) -> objmodel::Raise {
    rt.type_error(format!("{what} '{}'", rt.type_name(found.as_ref())))
}

fn cannot_pickle(rt: &Runtime, class: &Type) -> objmodel::Raise {
    rt.type_error(format!("cannot pickle '{}' object", class.read(rt).full_name()))
}

/// What `__getstate__` of the object says. If it is that of `object`, all that the object holds has to be
/// in its dict and slots when `whole` is asked for.
fn state(rt: &mut Runtime, own: Borrowed<'_>, whole: bool) -> Result {
    let name = rt.names().getstate.clone();
    let method = rt.getattr(own, &name)?;
    let object = rt.types().object.clone();
    let of_object = rt.lookup(&object, &name);
    let default = match (
        method.downcast_ref::<NativeObject>().map(|native| native.frozen()),
        of_object.as_ref().and_then(|found| found.downcast_ref::<MethodDescriptorObject>()),
    ) {
        (Some(native), Some(of_object)) => {
            native.bound.as_ref().is_some_and(|bound| bound.is(&own))
                && std::rc::Rc::ptr_eq(&native.def, &of_object.frozen().def)
        }
        _ => false,
    };
    match default {
        true => default_state(rt, own, whole),
        false => rt.call(&method, ()),
    }
}

/// The state that a copy of an instance is given beside what its class is called with: what `__getstate__`
/// says of its dict and slots.
///
/// # Errors
/// What `__getstate__` raises; `MemoryError`.
pub fn instance_state(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    state(rt, own, false)
}

fn get_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    default_state(rt, args.at(0), false)
}

/// The instance's dict, `None` if it is empty, and with it a dict of its slots if any is set.
fn default_state(rt: &mut Runtime, own: Borrowed<'_>, whole: bool) -> Result {
    let class = rt.type_of(own).to_gc();
    if whole && rt.instances_vary(&class) {
        let name = class.read(rt).full_name().to_owned();
        return Err(rt.type_error(format!("cannot pickle {name} objects")));
    }
    let state = match rt.instance_dict(own)? {
        Some(dict) if !dict.read(rt).is_empty() => dict.into_value(),
        _ => singletons::none(),
    };
    let slots = slot_names(rt, &class)?;
    let names = |rt: &Runtime| -> Vec<Value> {
        let list = slots.as_ref().and_then(|slots| slots.get::<ListObject>(rt));
        list.map(|list| list.items().to_vec()).unwrap_or_default()
    };
    let names = names(rt);
    if whole && rt.holds_more_than_object(&class, names.len()) {
        return Err(cannot_pickle(rt, &class));
    }
    if names.is_empty() {
        return Ok(state);
    }
    let set = rt.dict()?;
    for name in names {
        rt.tick(1)?;
        let Ok(key) = name.downcast::<objmodel::objects::str::StrObject>() else {
            return Err(rt.type_error("attribute name must be string"));
        };
        if let Some(value) = rt.lookup_attr(own, &key)? {
            rt.dict_set(&set, key.as_ref(), value)?;
        }
    }
    if set.read(rt).is_empty() {
        return Ok(state);
    }
    rt.tuple([state, set.into_value()].into_iter()).map(Gc::into_value)
}

/// The list of the names of all slots of a class, which `copyreg` finds out once.
fn slot_names(rt: &mut Runtime, class: &Type) -> Result<Option<Value>> {
    let name: Str = rt.intern("__slotnames__")?;
    let namespace = rt.namespace(class);
    let (known, what) = match rt.dict_get_name(&namespace, &name) {
        Some(known) => (known, None),
        None => {
            let find = copyreg(rt, "_slotnames")?;
            (
                rt.call(&find, [class.as_ref()])?,
                Some("copyreg._slotnames didn't return a list or None"),
            )
        }
    };
    if singletons::is_none(&known) {
        return Ok(None);
    }
    if known.is_payload::<ListObject>() {
        return Ok(Some(known));
    }
    Err(match what {
        Some(message) => rt.type_error(message),
        None => {
            let (class, found) = (class.read(rt).full_name(), rt.type_name(known.as_ref()));
            rt.type_error(format!("{class}.__slotnames__ should be a list or None, not {found}"))
        }
    })
}

/// `(getattr, (object, name))`: how functions and descriptors are found again.
///
/// # Errors
/// `MemoryError`.
pub(crate) fn attribute_of(rt: &mut Runtime, object: Value, name: Value) -> Result {
    let getattr = rt.builtin("getattr").unwrap_or_else(singletons::none);
    let arguments = rt.tuple([object, name].into_iter())?.into_value();
    rt.tuple([getattr, arguments].into_iter()).map(Gc::into_value)
}

/// The methods of `object`.
pub(crate) const METHODS: [MethodSpec; 3] = [
    MethodSpec::method("__reduce_ex__", "($self, protocol, /)", reduce_ex)
        .doc("Helper for pickle."),
    MethodSpec::method("__reduce__", "($self, /)", reduce).doc("Helper for pickle."),
    MethodSpec::method("__getstate__", "($self, /)", get_state).doc("Helper for pickle."),
];
