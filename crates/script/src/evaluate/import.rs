//! Importing: native modules, and `.py` files beside the program (language reference, "The import
//! system").

use std::path::{Path, PathBuf};

use objmodel::objects::dict::Dict;
use objmodel::objects::list::ListObject;
use objmodel::objects::module::ModuleObject;
use objmodel::objects::str::{Str, StrObject};
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Raise, Result, Runtime, Value, singletons};

use super::body::Body;
use super::frame::Frame;
use super::registers::{self, Registers};
use super::{interpreter, name};
use crate::compile::Instruction;

/// What the importer knows: where files are looked for.
#[derive(Default)]
pub(super) struct Importer {
    pub(super) path: Vec<PathBuf>,
}

/// An import statement: the level and the names are in registers, which are emptied.
pub(super) fn by_instruction(
    rt: &mut Runtime,
    frame: &Frame,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
) -> Result {
    let level = registers::take(registers, i.b());
    let names = registers::take(registers, i.b().wrapping_add(1));
    let name = name::name_at(rt, body, i.index())?;
    statement(rt, frame, &name, names.as_ref(), level.as_ref())
}

/// `__import__` as the built-ins have it, called as the statement does.
fn statement(
    rt: &mut Runtime,
    frame: &Frame,
    module: &Str,
    names: Borrowed<'_>,
    level: Borrowed<'_>,
) -> Result {
    let import = rt.intern("__import__")?;
    let Some(import) = rt.dict_get_name(&frame.builtins, &import) else {
        return Err(rt.import_error("__import__ not found"));
    };
    let locals = name::namespace(frame);
    rt.call(&import, [module.as_ref(), frame.globals.as_ref(), locals.as_ref(), names, level])
}

/// `__import__` as scripts call it.
pub(super) const IMPORT: MethodSpec = MethodSpec::function(
    "__import__",
    "($module, /, name, globals=None, locals=None, fromlist=(), level=0)",
    import_bound,
)
.shown_as("($module, /, name, globals=None, locals=None, fromlist=(),\n           level=0)")
.doc("Import a module by its name, as the statement does.");

fn import_bound(rt: &mut Runtime, args: Args<'_>) -> Result {
    let level = match args.get(4) {
        Some(level) => Some(rt.index(level)?),
        None => None,
    };
    let mut all: [Borrowed<'_>; 5] = args.take();
    if let Some(level) = &level {
        all[4] = level.as_ref();
    }
    import(rt, CallArgs::positional(&all))
}

/// `__import__(name, globals, locals, fromlist, level)`, the runtime's hook.
pub(super) fn import(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let given = args.positionals();
    let Some(name) = given.first().and_then(|name| name.typed::<StrObject>()) else {
        return Err(rt.type_error("module name must be a string"));
    };
    let mut full = rt.text_of(name.untyped()).into_owned();
    let level = given.get(4).and_then(|level| level.as_small_int()).unwrap_or(0);
    if level < 0 {
        return Err(rt.value_error("level must be >= 0"));
    }
    if level > 0 {
        let globals = given.get(1).copied();
        full = absolute(rt, &full, globals, level as usize)?;
    } else if full.is_empty() {
        return Err(rt.value_error("Empty module name"));
    }
    let module = load_all(rt, &full)?;
    let names = given.get(3).copied();
    let wanted = match names {
        Some(names) => rt.is_true(names)?,
        None => false,
    };
    if !wanted {
        // `import a.b` binds `a`.
        let first = full.split('.').next().unwrap_or_default().to_owned();
        return load_all(rt, if level > 0 { &full } else { &first });
    }
    // `from package import submodule`
    let path = rt.names().path.clone();
    if let Some(names) = names
        && rt.lookup_attr(&module, &path)?.is_some()
    {
        for name in rt.collect(names)? {
            let Ok(name) = name.downcast::<StrObject>() else { continue };
            let text = rt.text_of(name.as_ref()).into_owned();
            if text != "*" && rt.lookup_attr(&module, &name)?.is_none() {
                let submodule = format!("{full}.{text}");
                match load_all(rt, &submodule) {
                    Err(raise) if is_missing(rt, &raise, &submodule) => {}
                    outcome => drop(outcome?),
                }
            }
        }
    }
    Ok(module)
}

/// Whether the error says that this very module was not found, not one that it imports.
fn is_missing(rt: &mut Runtime, raise: &Raise, name: &str) -> bool {
    if !rt.is_exception_of(raise, &rt.types().module_not_found_error) {
        return false;
    }
    let Some(exception) = raise.as_exception() else { return false };
    let exception = exception.to_value();
    let said = rt.intern("name").and_then(|attribute| rt.getattr(&exception, &attribute));
    said.is_ok_and(|said| said.get::<StrObject>(rt).is_some_and(|said| said.as_str() == name))
}

/// The full name of a relative import.
fn absolute(
    rt: &mut Runtime,
    name: &str,
    globals: Option<Borrowed<'_>>,
    level: usize,
) -> Result<String> {
    let text = |rt: &mut Runtime, key: Str| {
        let globals = globals?.typed::<objmodel::objects::dict::DictObject>()?;
        let value = rt.dict_get_name(&globals, &key)?;
        value.is_payload::<StrObject>().then(|| rt.text_of(value.as_ref()).into_owned())
    };
    let (package, own, path) =
        (rt.names().package.clone(), rt.names().name.clone(), rt.names().path.clone());
    let is_package = globals
        .and_then(|globals| globals.typed::<objmodel::objects::dict::DictObject>())
        .is_some_and(|globals| rt.dict_get_name(&globals, &path).is_some());
    let package = match text(rt, package) {
        Some(package) => package,
        None => {
            let spec = rt.names().spec.clone();
            if let Some(spec) = globals
                .and_then(|globals| globals.typed::<objmodel::objects::dict::DictObject>())
                .and_then(|globals| rt.dict_get_name(&globals, &spec))
                .filter(|spec| !singletons::is_none(spec))
            {
                let parent = rt.getattr(&spec, "parent")?;
                if !parent.is_payload::<StrObject>() {
                    return Err(rt.type_error("__spec__.parent must be a string"));
                }
                return below(rt, &rt.text_of(parent.as_ref()), name, level);
            }
            let category = rt.types().import_warning.clone();
            rt.warn(
                &category,
                "can't resolve package from __spec__ or __package__, falling back on __name__ and \
                 __path__",
            )?;
            let Some(own) = text(rt, own) else {
                let message = rt.str("'__name__' not in globals")?;
                return Err(rt.key_error(message.as_ref()));
            };
            match own.rsplit_once('.') {
                _ if is_package => own,
                Some((package, _)) => package.to_owned(),
                None => String::new(),
            }
        }
    };
    below(rt, &package, name, level)
}

/// The full name of what an import of some level names in a package.
fn below(rt: &Runtime, package: &str, name: &str, level: usize) -> Result<String> {
    if package.is_empty() {
        return Err(rt.import_error("attempted relative import with no known parent package"));
    }
    let mut parts: Vec<&str> = package.split('.').collect();
    if level > parts.len() {
        return Err(rt.import_error("attempted relative import beyond top-level package"));
    }
    parts.truncate(parts.len() + 1 - level);
    if !name.is_empty() {
        parts.push(name);
    }
    Ok(parts.join("."))
}

/// Imports a module and the packages that it is in; the module itself.
pub(super) fn load_all(rt: &mut Runtime, full: &str) -> Result {
    let modules = rt.modules().clone();
    let mut parent: Option<Value> = None;
    let mut end = 0;
    for part in full.split('.') {
        end += part.len();
        let name = full.get(..end).unwrap_or(full);
        end += 1;
        let key = rt.intern(name)?;
        let module = match rt.dict_get_name(&modules, &key) {
            Some(module) if singletons::is_none(&module) => {
                let message = format!("import of {name} halted; None in sys.modules");
                return Err(missing_module(rt, name, &message));
            }
            Some(module) => module,
            None => {
                let module = load(rt, name, &key, parent.as_ref())?;
                if let Some(parent) = &parent {
                    let attribute = rt.intern(part)?;
                    rt.setattr(parent, &attribute, &module)?;
                }
                module
            }
        };
        parent = Some(module);
    }
    Ok(parent.unwrap_or_else(singletons::none))
}

/// Loads one module that is not in `sys.modules`.
fn load(rt: &mut Runtime, name: &str, key: &Str, parent: Option<&Value>) -> Result {
    let modules = rt.modules().clone();
    if let Some(spec) = objmodel_stdlib::find(name) {
        let module = spec.make(rt)?;
        rt.dict_set_name(&modules, key, module.clone())?;
        let globals = namespace_of(rt, &module)?;
        place_in_package(rt, &globals, name)?;
        if let Some(text) = spec.source() {
            let file = format!("<{name}>");
            if let Err(raise) = interpreter::execute_library(rt, &file, text, globals) {
                drop(rt.dict_remove_name(&modules, key));
                return Err(raise);
            }
        }
        return Ok(module);
    }
    let folders = match parent {
        None => search_path(rt)?,
        Some(parent) => {
            let path = rt.names().path.clone();
            match rt.lookup_attr(parent, &path)? {
                Some(path) => texts(rt, &path)?,
                None => return Err(not_found(rt, name, Some(parent))),
            }
        }
    };
    let last = name.rsplit('.').next().unwrap_or(name).to_owned();
    let mut portions = Vec::new();
    for folder in folders {
        let package = folder.join(&last);
        let init = package.join("__init__.py");
        if init.is_file() {
            return load_file(rt, name, key, &init, Some(&package));
        }
        let file = folder.join(format!("{last}.py"));
        if file.is_file() {
            return load_file(rt, name, key, &file, None);
        }
        if package.is_dir() {
            portions.push(package);
        }
    }
    match portions.is_empty() {
        true => Err(not_found(rt, name, None)),
        false => namespace_package(rt, name, key, &portions),
    }
}

/// A package without a file: the folders of its name, wherever modules are looked for (PEP 420).
fn namespace_package(rt: &mut Runtime, name: &str, key: &Str, portions: &[PathBuf]) -> Result {
    let folders: Vec<Value> = portions
        .iter()
        .map(|folder| rt.str(&folder.to_string_lossy()).map(objmodel::Gc::into_value))
        .collect::<Result<_>>()?;
    let folders = rt.list(folders)?;
    let module = rt.new_module(name)?;
    let globals = namespace_of(rt, &module)?;
    let importlib = load_all(rt, "_frozen_importlib")?;
    let make = rt.getattr(&importlib, "_spec_of_namespace")?;
    let shown = rt.str(name)?;
    let spec = rt.call(&make, [shown.as_ref(), folders.as_ref()])?;
    let (path, loader) =
        (rt.getattr(&spec, "submodule_search_locations")?, rt.getattr(&spec, "loader")?);
    let names = rt.names();
    let entries = [
        (names.path.clone(), path),
        (names.loader.clone(), loader),
        (names.spec.clone(), spec),
        (names.package.clone(), shown.into_value()),
        (names.file.clone(), singletons::none()),
    ];
    for (entry, value) in entries {
        rt.dict_set_name(&globals, &entry, value)?;
    }
    let modules = rt.modules().clone();
    rt.dict_set_name(&modules, key, module.clone())?;
    Ok(module)
}

/// Tells a module of the library which package it is in, and one with modules below it that it is a package,
/// for which no folder is searched.
fn place_in_package(rt: &mut Runtime, globals: &Dict, name: &str) -> Result<()> {
    let is_package = objmodel_stdlib::is_package(name);
    if is_package {
        let (key, path) = (rt.names().path.clone(), rt.list(Vec::new())?.into_value());
        rt.dict_set_name(globals, &key, path)?;
    }
    let parent = name.rsplit_once('.').map_or("", |(package, _)| package);
    let package = rt.intern(if is_package { name } else { parent })?.into_value();
    let key = rt.names().package.clone();
    rt.dict_set_name(globals, &key, package)
}

#[cold]
fn not_found(rt: &mut Runtime, name: &str, parent: Option<&Value>) -> Raise {
    let shown = rt.str(name).and_then(|name| rt.repr(&name));
    let shown = shown.map_or_else(|_| format!("'{name}'"), |s| s.read(rt).as_str().into_owned());
    let mut message = format!("No module named {shown}");
    if parent.is_some() {
        let package = name.rsplit_once('.').map_or("", |(package, _)| package);
        message.push_str(&format!("; '{package}' is not a package"));
    }
    missing_module(rt, name, &message)
}

/// A `ModuleNotFoundError` that knows the name of the module.
fn missing_module(rt: &mut Runtime, name: &str, message: &str) -> Raise {
    let class = rt.types().module_not_found_error.clone();
    match rt.str(name) {
        Ok(name) => rt.import_error_for(&class, message, [Some(name.into_value()), None, None]),
        Err(raise) => raise,
    }
}

/// The folders of `sys.path`, if `sys` is imported and has one; else those of the program.
fn search_path(rt: &mut Runtime) -> Result<Vec<PathBuf>> {
    let (sys, path) = (rt.intern("sys")?, rt.intern("path")?);
    let modules = rt.modules().clone();
    if let Some(sys) = rt.dict_get_name(&modules, &sys)
        && let Some(path) = rt.lookup_attr(&sys, &path)?
        && path.is_payload::<ListObject>()
    {
        return texts(rt, &path);
    }
    Ok(rt.data::<Importer>().map(|importer| importer.path.clone()).unwrap_or_default())
}

fn texts(rt: &mut Runtime, list: &Value) -> Result<Vec<PathBuf>> {
    let items = rt.collect(list)?;
    let texts = items.iter().filter_map(|item| item.get::<StrObject>(rt));
    Ok(texts.map(|text| PathBuf::from(text.as_str().as_ref())).collect())
}

fn load_file(
    rt: &mut Runtime,
    name: &str,
    key: &Str,
    file: &Path,
    package: Option<&Path>,
) -> Result {
    let text = match std::fs::read(file) {
        Ok(text) => text,
        Err(error) => {
            return Err(rt.import_error(format!("cannot read '{}': {error}", file.display())));
        }
    };
    let module = rt.new_module(name)?;
    let globals = namespace_of(rt, &module)?;
    let shown = file.to_string_lossy().into_owned();
    let (file_name, text_of_file) = (rt.names().file.clone(), rt.str(&shown)?.into_value());
    rt.dict_set_name(&globals, &file_name, text_of_file)?;
    let package_name = match package {
        Some(_) => name,
        None => name.rsplit_once('.').map_or("", |(package, _)| package),
    };
    let (key_of_package, package_name) =
        (rt.names().package.clone(), rt.str(package_name)?.into_value());
    rt.dict_set_name(&globals, &key_of_package, package_name)?;
    describe(rt, &globals, name, &shown, package)?;
    if let Some(folder) = package {
        let folder = rt.str(&folder.to_string_lossy())?.into_value();
        let path = rt.list(vec![folder])?.into_value();
        let name = rt.names().path.clone();
        rt.dict_set_name(&globals, &name, path)?;
    }
    let modules = rt.modules().clone();
    rt.dict_set_name(&modules, key, module.clone())?;
    if let Err(raise) = interpreter::execute(rt, &shown, &text, globals) {
        drop(rt.dict_remove_name(&modules, key));
        return Err(raise);
    }
    // A module may replace itself in `sys.modules`.
    Ok(rt.dict_get_name(&modules, key).unwrap_or(module))
}

/// Gives a module its `__spec__`.
fn describe(
    rt: &mut Runtime,
    globals: &Dict,
    name: &str,
    file: &str,
    package: Option<&Path>,
) -> Result<()> {
    let module = load_all(rt, "_frozen_importlib")?;
    let make = rt.getattr(&module, "_spec_of_file")?;
    let folder = match package {
        Some(folder) => rt.str(&folder.to_string_lossy())?.into_value(),
        None => singletons::none(),
    };
    let (shown, origin) = (rt.str(name)?, rt.str(file)?);
    let spec = rt.call(&make, [shown.as_ref(), origin.as_ref(), folder.as_ref()])?;
    let key = rt.names().spec.clone();
    rt.dict_set_name(globals, &key, spec)
}

/// Prepares the namespace of a program that was found as a module: the packages that it is in are
/// imported, and it knows them.
///
/// # Errors
/// What importing raises.
pub(super) fn describe_main(
    rt: &mut Runtime,
    globals: &Dict,
    name: &str,
    file: &str,
) -> Result<()> {
    let package = name.rsplit_once('.').map_or("", |(package, _)| package);
    if !package.is_empty() {
        load_all(rt, package)?;
    }
    let (key, package) = (rt.names().package.clone(), rt.str(package)?.into_value());
    rt.dict_set_name(globals, &key, package)?;
    describe(rt, globals, name, file, None)
}

fn namespace_of(rt: &mut Runtime, module: &Value) -> Result<Dict> {
    match module.get::<ModuleObject>(rt).and_then(|module| module.dict.clone()) {
        Some(dict) => Ok(dict),
        None => Err(rt.system_error("a module without a namespace")),
    }
}

/// `from module import name`
pub(super) fn from(rt: &mut Runtime, module: Borrowed<'_>, name: &Str) -> Result {
    if let Some(value) = rt.lookup_attr(module, name)? {
        return Ok(value);
    }
    let own = rt.names().name.clone();
    let own = rt.lookup_attr(module, &own)?.filter(|own| own.is_payload::<StrObject>());
    if let Some(own) = &own {
        let full = format!("{}.{}", rt.text_of(own.as_ref()), rt.text_of(name.as_ref()));
        let full = rt.intern(&full)?;
        let modules = rt.modules().clone();
        if let Some(module) = rt.dict_get_name(&modules, &full) {
            return Ok(module);
        }
    }
    Err(not_in_module(rt, module, own, name)?)
}

/// Whether a module is being imported, by what its `__spec__` says.
///
/// # Errors
/// What reading the attributes raises.
fn is_initializing(rt: &mut Runtime, module: Borrowed<'_>) -> Result<bool> {
    let (spec, flag) = (rt.names().spec.clone(), rt.intern("_initializing")?);
    let Some(spec) = rt.lookup_attr(module, &spec)? else { return Ok(false) };
    match rt.lookup_attr(&spec, &flag)? {
        Some(flag) => rt.is_true(flag.as_ref()),
        None => Ok(false),
    }
}

/// The error for a name that a module does not have.
///
/// # Errors
/// What reading the module's attributes raises.
#[cold]
fn not_in_module(
    rt: &mut Runtime,
    module: Borrowed<'_>,
    own: Option<Value>,
    name: &Str,
) -> Result<Raise> {
    let file = rt.names().file.clone();
    let origin = match module.is_payload::<ModuleObject>() {
        true => rt.lookup_attr(module, &file)?.filter(|file| file.is_payload::<StrObject>()),
        false => None,
    };
    let initializing = origin.is_some() && is_initializing(rt, module)?;
    let unknown = rt.str("<unknown module name>")?.into_value();
    let shown_name = rt.repr(name)?;
    let shown_own = rt.repr(own.as_ref().unwrap_or(&unknown))?;
    let file = origin.as_ref().map(|file| rt.text_of(file.as_ref()).into_owned());
    let place = match &file {
        Some(file) if initializing => {
            format!(" (most likely due to a circular import) ({file})")
        }
        Some(file) => format!(" ({file})"),
        None => " (unknown location)".to_owned(),
    };
    let kind = if initializing { "partially initialized module " } else { "" };
    let message = format!(
        "cannot import name {} from {kind}{}{place}",
        shown_name.read(rt).as_str(),
        shown_own.read(rt).as_str()
    );
    let class = rt.types().import_error.clone();
    Ok(rt.import_error_for(&class, &message, [own, origin, Some(name.clone().into_value())]))
}

/// The error for what `from module import *` finds in the place of a name.
///
/// # Errors
/// What reading the module's name raises.
#[cold]
fn not_a_name(
    rt: &mut Runtime,
    module: Borrowed<'_>,
    found: Borrowed<'_>,
    kind: &str,
    place: &str,
) -> Result<Raise> {
    let own = rt.names().name.clone();
    let own = rt.getattr(module, &own)?;
    if !own.is_payload::<StrObject>() {
        let class = rt.type_name(own.as_ref());
        return Ok(rt.type_error(format!("module __name__ must be a string, not {class}")));
    }
    let (own, class) = (rt.text_of(own.as_ref()), rt.type_name(found));
    Ok(rt.type_error(format!("{kind} in {own}.{place} must be str, not {class}")))
}

/// `from module import *`
pub(super) fn star(rt: &mut Runtime, frame: &Frame, module: Borrowed<'_>) -> Result<()> {
    let target = name::namespace(frame);
    let all = rt.names().all.clone();
    let (names, kind, place) = match rt.lookup_attr(module, &all)? {
        Some(names) => (rt.collect(&names)?, "Item", "__all__"),
        None => {
            let dict = rt.names().dict.clone();
            let Some(dict) = rt.lookup_attr(module, &dict)? else {
                let message = "from-import-* object has no __dict__ and no __all__";
                return Err(rt.import_error(message));
            };
            (rt.collect(&dict)?, "Key", "__dict__")
        }
    };
    for name in names {
        let Some(name) = name.as_ref().typed::<StrObject>().map(|name| name.to_gc()) else {
            return Err(not_a_name(rt, module, name.as_ref(), kind, place)?);
        };
        if kind == "Key" && name.read(rt).as_bytes().starts_with(b"_") {
            continue;
        }
        let value = rt.getattr(module, &name)?;
        rt.set_item(&target, &name, &value)?;
    }
    Ok(())
}
