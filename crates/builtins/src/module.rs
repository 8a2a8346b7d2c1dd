//! `module` (data model, "Modules" and "Customizing module attribute access").

use objmodel::objects::dict::{Dict, DictObject};
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

/// By its `__spec__`, else by its name, file and loader.
fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let names = rt.names();
    let (name, file, loader, spec) =
        (names.name.clone(), names.file.clone(), names.loader.clone(), names.spec.clone());
    let shown = match rt.lookup_attr(own, &name)? {
        Some(name) => rt.repr(&name)?.read(rt).as_str().into_owned(),
        None => "'?'".to_owned(),
    };
    let spec = rt.lookup_attr(own, &spec)?;
    if let Some(spec) = spec
        && rt.is_true(spec.as_ref())?
    {
        let place = place_by_spec(rt, &spec)?;
        return rt.str(&format!("<module {shown}{place}>")).map(Gc::into_value);
    }
    let loader = rt.lookup_attr(own, &loader)?.filter(|loader| !singletons::is_none(loader));
    let text = match (rt.lookup_attr(own, &file)?, loader) {
        (Some(file), _) => {
            let file = rt.repr(&file)?.read(rt).as_str().into_owned();
            format!("<module {shown} from {file}>")
        }
        (None, Some(loader)) => {
            let loader = rt.repr(&loader)?.read(rt).as_str().into_owned();
            format!("<module {shown} ({loader})>")
        }
        (None, None) => {
            let dict = namespace(rt, own)?;
            let native = text(rt, &dict, &rt.names().name).is_some_and(|name| is_native(rt, &name));
            format!("<module {shown}{}>", if native { " (built-in)" } else { "" })
        }
    };
    rt.str(&text).map(Gc::into_value)
}

/// Where a module's `__spec__` says that it comes from.
fn place_by_spec(rt: &mut Runtime, spec: &Value) -> Result<String> {
    let name = rt.intern("origin")?;
    let origin = rt.getattr(spec, &name)?;
    if singletons::is_none(&origin) {
        let name = rt.intern("loader")?;
        let loader = rt.getattr(spec, &name)?;
        if singletons::is_none(&loader) {
            return Ok(String::new());
        }
        if let Some(folders) = namespace_folders(rt, &loader)? {
            return Ok(format!(" (namespace) from {}", rt.repr(&folders)?.read(rt).as_str()));
        }
        return Ok(format!(" ({})", rt.repr(&loader)?.read(rt).as_str()));
    }
    let name = rt.intern("has_location")?;
    let located = rt.getattr(spec, &name)?;
    if rt.is_true(located.as_ref())? {
        return Ok(format!(" from {}", rt.repr(&origin)?.read(rt).as_str()));
    }
    Ok(format!(" ({})", rt.to_str(&origin)?.read(rt).as_str()))
}

/// The folders of a package without a file of its own, by its loader.
fn namespace_folders(rt: &mut Runtime, loader: &Value) -> Result<Option<Value>> {
    let (module, modules) = (rt.intern("_frozen_importlib_external")?, rt.modules().clone());
    let Some(module) = rt.dict_get_name(&modules, &module) else { return Ok(None) };
    let class = rt.getattr(&module, "NamespaceLoader")?;
    if !rt.is_instance(loader.as_ref(), class.as_ref())? {
        return Ok(None);
    }
    let folders = rt.getattr(loader, "_path")?;
    let folders = rt.collect(&folders)?;
    rt.list_of(folders).map(|list| Some(list.into_value()))
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
    Err(missing(rt, &dict, &name))
}

#[cold]
fn missing(rt: &mut Runtime, dict: &Dict, name: &Str) -> Raise {
    let attribute = rt.text_of(name.as_ref()).into_owned();
    let message = match text(rt, dict, &rt.names().name) {
        Some(module) => match initializing(rt, dict) {
            Ok(Some(place)) => format!(
                "partially initialized module '{module}'{place} has no attribute '{attribute}' \
                 (most likely due to a circular import)"
            ),
            Ok(None) => format!("module '{module}' has no attribute '{attribute}'"),
            Err(raise) => return raise,
        },
        None => format!("module has no attribute '{attribute}'"),
    };
    // Who asks by name adds the name and the object.
    rt.attribute_error(message)
}

/// Whether the module is being imported by what its `__spec__` says, and from where.
fn initializing(rt: &mut Runtime, dict: &Dict) -> Result<Option<String>> {
    let name = rt.names().spec.clone();
    let Some(spec) = rt.dict_get_name(dict, &name).filter(|spec| !singletons::is_none(spec)) else {
        return Ok(None);
    };
    let [flag, located, origin] = ["_initializing", "has_location", "origin"];
    if !truth_of(rt, &spec, flag)? {
        return Ok(None);
    }
    if truth_of(rt, &spec, located)? {
        let name = rt.intern(origin)?;
        if let Some(origin) = rt.lookup_attr(&spec, &name)?
            && origin.is_payload::<StrObject>()
        {
            return Ok(Some(format!(" from {}", rt.repr(&origin)?.read(rt).as_str())));
        }
    }
    Ok(Some(String::new()))
}

fn truth_of(rt: &mut Runtime, object: &Value, name: &str) -> Result<bool> {
    let name = rt.intern(name)?;
    match rt.lookup_attr(object, &name)? {
        Some(value) => rt.is_true(value.as_ref()),
        None => Ok(false),
    }
}

/// The names in the namespace, or what its `__dir__` says.
fn dir(rt: &mut Runtime, args: Args<'_>) -> Result {
    let name = rt.names().dict.clone();
    let Ok(dict) = rt.getattr(args.at(0), &name)?.downcast::<DictObject>() else {
        return Err(rt.type_error("<module>.__dict__ is not a dictionary"));
    };
    let hook = rt.names().dir.clone();
    if let Some(hook) = rt.dict_get_name(&dict, &hook) {
        return rt.call(&hook, ());
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
        .by_tuple()
        .doc("__dir__() -> list\nspecialized dir() implementation")],
    getset: &[
        GetSetSpec::member("__dict__", dict),
        GetSetSpec::writable("__annotations__", annotations, set_annotations),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
