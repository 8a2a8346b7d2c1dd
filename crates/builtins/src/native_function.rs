//! `builtin_function_or_method`: functions written in Rust, bound or not.

use objmodel::objects::dict::Dict;
use objmodel::objects::module::ModuleObject;
use objmodel::objects::native::{Native, NativeObject};
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, CompareOp, Result, Runtime, Value, hash, singletons};

use crate::receiver::receiver;

fn this(rt: &Runtime, value: Borrowed<'_>) -> Result<Native> {
    receiver(rt, value, "builtin_function_or_method")
}

fn call<'a>(rt: &mut Runtime, native: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    rt.call_with(native, args)
}

/// What it shows as `__self__`: what it is bound to, or the class of a static method.
fn shown(native: &NativeObject) -> Option<&Value> {
    // A function that is passed its module is bound to it, and shown as any function.
    let bound = native.bound.as_ref().filter(|bound| !bound.is_payload::<ModuleObject>());
    bound.or(native.owner.as_deref())
}

fn repr(rt: &mut Runtime, native: Borrowed<'_>) -> Result {
    let native = this(rt, native)?;
    let native = native.frozen();
    let text = match shown(native) {
        Some(bound) => format!(
            "<built-in method {} of {} object at {:#x}>",
            native.def.name(),
            rt.type_name(bound.as_ref()),
            bound.identity()
        ),
        None => format!("<built-in function {}>", native.def.name()),
    };
    rt.str(&text).map(|text| text.into_value())
}

fn name(rt: &mut Runtime, native: Borrowed<'_>) -> Result {
    let name = this(rt, native)?.frozen().def.name().to_owned();
    rt.intern(&name).map(|name| name.into_value())
}

/// The name with that of the class in front, for methods.
fn qualname(rt: &mut Runtime, native: Borrowed<'_>) -> Result {
    let native = this(rt, native)?;
    let native = native.frozen();
    let name = match shown(native) {
        Some(bound) => {
            let class = match rt.as_type(bound.as_ref()) {
                Some(class) => class.to_gc(),
                None => rt.type_of(bound.as_ref()).to_gc(),
            };
            format!("{}.{}", class.read(rt).qualname(), native.def.name())
        }
        None => native.def.name().to_owned(),
    };
    rt.str(&name).map(|name| name.into_value())
}

fn doc(rt: &mut Runtime, native: Borrowed<'_>) -> Result {
    match this(rt, native)?.frozen().def.doc() {
        "" => Ok(singletons::none()),
        doc => rt.str(doc).map(|doc| doc.into_value()),
    }
}

/// What it is bound to; for a function of a module that is the module.
fn bound_to(rt: &mut Runtime, native: Borrowed<'_>) -> Result {
    let native = this(rt, native)?;
    let native = native.frozen();
    if let Some(bound) = native.bound.as_ref().or(native.owner.as_deref()) {
        return Ok(bound.clone());
    }
    let modules = rt.modules().clone();
    let module = match native.module.as_ref().typed::<StrObject>() {
        Some(name) => rt.dict_get_name(&modules, &name.to_gc()),
        None => None,
    };
    Ok(module.unwrap_or_else(singletons::none))
}

/// What programs set as `__module__`, with the function under its address. Functions are frozen.
struct Modules(Dict);

fn module(rt: &mut Runtime, native: Borrowed<'_>) -> Result {
    if let Some(Modules(set)) = rt.data::<Modules>() {
        let set = set.clone();
        let key = rt.int_from_usize(native.address().unwrap_or_default())?;
        if let Some(pair) = rt.dict_get(&set, key.as_ref())?
            && let Some([_, module]) = pair.get::<TupleObject>(rt).map(TupleObject::items)
        {
            return Ok(module.clone());
        }
    }
    Ok(this(rt, native)?.frozen().module.clone())
}

fn set_module(rt: &mut Runtime, native: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let set = match rt.data::<Modules>() {
        Some(Modules(set)) => set.clone(),
        None => {
            let set = rt.dict()?;
            rt.set_data(Modules(set.clone()));
            set
        }
    };
    let key = rt.int_from_usize(native.address().unwrap_or_default())?;
    let module = value.map_or_else(singletons::none, Borrowed::to_value);
    let pair = rt.tuple([native.to_value(), module].into_iter())?.into_value();
    rt.dict_set(&set, key.as_ref(), pair)
}

fn text_signature(rt: &mut Runtime, native: Borrowed<'_>) -> Result {
    match this(rt, native)?.frozen().def.text_signature() {
        Some(text) => rt.str(&text).map(|text| text.into_value()),
        None => Ok(singletons::none()),
    }
}

/// Equal if they are the same function of the same object.
fn compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (own.typed::<NativeObject>(), other.typed::<NativeObject>()) else {
        return Ok(singletons::not_implemented());
    };
    let _ = &rt;
    let (a, b) = (a.frozen(), b.frozen());
    let same_bound = match (&a.bound, &b.bound) {
        (Some(a), Some(b)) => a.is(b),
        (None, None) => true,
        _ => false,
    };
    let equal = same_bound && std::rc::Rc::ptr_eq(&a.def, &b.def);
    Ok(match op {
        CompareOp::Eq => singletons::bool(equal),
        CompareOp::Ne => singletons::bool(!equal),
        _ => singletons::not_implemented(),
    })
}

fn hash_native(rt: &mut Runtime, native: Borrowed<'_>) -> Result<i64> {
    let native = this(rt, native)?;
    let native = native.frozen();
    let bound = native.bound.as_ref().map_or(0, |bound| rt.identity_hash(bound.as_ref()));
    Ok(hash::valid(bound ^ hash::of_address(std::rc::Rc::as_ptr(&native.def) as u64)))
}

/// A function of a module is found again by its name, any other as an attribute.
fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let native = this(rt, args.at(0))?;
    let native = native.frozen();
    let name = rt.intern(native.def.name())?.into_value();
    match shown(native) {
        Some(bound) => crate::reduce::attribute_of(rt, bound.clone(), name),
        None => Ok(name),
    }
}

/// The table of `builtin_function_or_method`.
pub(crate) const NATIVE_FUNCTION: ClassSpec = ClassSpec {
    name: "builtin_function_or_method",
    subclassable: false,
    slots: &[
        (SlotId::TpCall, SlotFn::Call(call)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(compare)),
        (SlotId::TpHash, SlotFn::Hash(hash_native)),
    ],
    methods: &[MethodSpec::method("__reduce__", "($self, /)", reduce)],
    getset: &[
        GetSetSpec::read_only("__doc__", doc),
        GetSetSpec::read_only("__name__", name),
        GetSetSpec::read_only("__qualname__", qualname),
        GetSetSpec::read_only("__self__", bound_to),
        GetSetSpec { member: true, ..GetSetSpec::writable("__module__", module, set_module) },
        GetSetSpec::read_only("__text_signature__", text_signature),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
