//! `module` (data model, "Modules" and "Customizing module attribute access").

use objmodel::objects::dict::Dict;
use objmodel::objects::module::ModuleObject;
use objmodel::objects::str::{Str, StrObject};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Raise, Result, Runtime, Type, Value, singletons,
};

fn new<'a>(rt: &mut Runtime, class: &Type, _: CallArgs<'a>) -> Result {
    let dict = Some(rt.dict()?);
    rt.alloc(class, ModuleObject { dict }).map(Gc::into_value)
}

fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    const PARAMETERS: Parameters = Parameters::new("module", "(name, doc=None)", 1, 2);
    let [Some(name), doc] = PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("module() missing required argument 'name' (pos 1)"));
    };
    if !name.is_payload::<StrObject>() {
        let class = rt.argument_name(name);
        return Err(rt.type_error(format!("module() argument 'name' must be str, not {class}")));
    }
    let dict = namespace(rt, own)?;
    let names = rt.names();
    let entries = [
        (names.name.clone(), name.to_value()),
        (names.doc.clone(), doc.map_or_else(singletons::none, Borrowed::to_value)),
        (names.package.clone(), singletons::none()),
        (names.loader.clone(), singletons::none()),
        (names.spec.clone(), singletons::none()),
    ];
    for (name, value) in entries {
        rt.dict_set_name(&dict, &name, value)?;
    }
    Ok(())
}

fn namespace(rt: &Runtime, own: Borrowed<'_>) -> Result<Dict> {
    match own.get::<ModuleObject>(rt).and_then(|module| module.dict.clone()) {
        Some(dict) => Ok(dict),
        None => Err(rt.type_error("module.__dict__ is not a dictionary")),
    }
}

fn text(rt: &Runtime, dict: &Dict, name: &Str) -> Option<String> {
    let value = rt.dict_get_name(dict, name)?;
    value.is_payload::<StrObject>().then(|| rt.text_of(value.as_ref()).into_owned())
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let dict = namespace(rt, own)?;
    let name = text(rt, &dict, &rt.names().name).unwrap_or_else(|| "?".to_owned());
    let shown = rt.str(&name)?;
    let shown = rt.repr(&shown)?.read(rt).as_str().into_owned();
    let text = match text(rt, &dict, &rt.names().file) {
        Some(file) => {
            let file = rt.str(&file)?;
            let file = rt.repr(&file)?.read(rt).as_str().into_owned();
            format!("<module {shown} from {file}>")
        }
        None if is_native(rt, &name) => format!("<module {shown} (built-in)>"),
        None => format!("<module {shown}>"),
    };
    rt.str(&text).map(Gc::into_value)
}

/// Whether a module of that name comes with the interpreter.
fn is_native(rt: &Runtime, name: &str) -> bool {
    name == "builtins" || rt.host_ref().knows_module(name)
}

/// The module's own attribute, else what its `__getattr__` says.
fn get_attribute(rt: &mut Runtime, own: Borrowed<'_>, name: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(name) = name.typed::<StrObject>() else {
        return Err(rt.type_error("attribute name must be string"));
    };
    let name = name.to_gc();
    if let Some(value) = rt.generic_getattr(own, &name)? {
        return Ok(Some(value));
    }
    let Ok(dict) = namespace(rt, own) else { return Ok(None) };
    let hook = rt.names().special(objmodel::slots::SpecialId::GetAttr).clone();
    if let Some(hook) = rt.dict_get_name(&dict, &hook) {
        return rt.call(&hook, [name.as_ref()]).map(Some);
    }
    Err(missing(rt, own, &dict, &name))
}

#[cold]
fn missing(rt: &mut Runtime, own: Borrowed<'_>, dict: &Dict, name: &Str) -> Raise {
    let attribute = rt.text_of(name.as_ref()).into_owned();
    let message = match text(rt, dict, &rt.names().name) {
        Some(module) => format!("module '{module}' has no attribute '{attribute}'"),
        None => format!("module has no attribute '{attribute}'"),
    };
    rt.attribute_error_for(&message, own, name.as_ref())
}

/// The names in the namespace, or what its `__dir__` says.
fn dir(rt: &mut Runtime, args: Args<'_>) -> Result {
    let dict = namespace(rt, args.at(0))?;
    let hook = rt.names().dir.clone();
    if let Some(hook) = rt.dict_get_name(&dict, &hook) {
        return rt.call(&hook, []);
    }
    let names: Vec<Value> = dict.read(rt).iter().map(|entry| entry.key.clone()).collect();
    rt.list(names).map(Gc::into_value)
}

fn dict(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    namespace(rt, own).map(Gc::into_value)
}

fn annotations(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let dict = namespace(rt, own)?;
    let name = rt.names().annotations.clone();
    if let Some(annotations) = rt.dict_get_name(&dict, &name) {
        return Ok(annotations);
    }
    let annotations = rt.dict()?.into_value();
    rt.dict_set_name(&dict, &name, annotations.clone())?;
    Ok(annotations)
}

fn set_annotations(rt: &mut Runtime, own: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let dict = namespace(rt, own)?;
    let name = rt.names().annotations.clone();
    match value {
        Some(value) => rt.dict_set_name(&dict, &name, value.to_value()),
        None => match rt.dict_remove_name(&dict, &name) {
            Some(_) => Ok(()),
            None => Err(rt.attribute_error("__annotations__")),
        },
    }
}

/// The table of `module`.
pub(crate) const MODULE: ClassSpec = ClassSpec {
    name: "module",
    doc: Some(
        "Create a module object.\n\nThe name must be a string; the optional docstring can have any \
         type.",
    ),
    text_signature: Some("(name, doc=None)"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpGetattro, SlotFn::GetAttr(get_attribute)),
    ],
    methods: &[MethodSpec::method("__dir__", "($self, /)", dir)
        .doc("__dir__() -> list\nspecialized dir() implementation")],
    getset: &[
        GetSetSpec::member("__dict__", dict),
        GetSetSpec::writable("__annotations__", annotations, set_annotations),
    ],
    ..ClassSpec::DEFAULT
};
