//! `_warnings`: which warnings are shown, and how often (library reference, "Warning control").

use objmodel::objects::dict::{Dict, DictObject};
use objmodel::objects::list::{List, ListObject};
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, Gc, Raise, Result, Runtime, Type, Value, singletons};

use crate::module::{ModuleSpec, constant};

/// What the runtime knows of warnings: scripts see the list and the dict as those of the module.
#[derive(Clone)]
struct State {
    filters: List,
    once: Dict,
    /// Changes with the filters: what a module remembers was decided by those of one version.
    version: i64,
}

/// What the command line says of warnings (`-W`).
struct Wishes(Vec<String>);

/// Sets what the command line says of warnings: `sys.warnoptions`.
pub fn set_options(rt: &mut Runtime, options: Vec<String>) {
    rt.set_data(Wishes(options));
}

/// What the command line says of warnings.
pub(crate) fn options(rt: &Runtime) -> Vec<String> {
    rt.data::<Wishes>().map(|wishes| wishes.0.clone()).unwrap_or_default()
}

/// The filter of an option that names no more than an action and a built-in category; the others
/// are read by the module `warnings`.
fn simple_filter(rt: &mut Runtime, option: &str) -> Result<Option<Value>> {
    const ACTIONS: [&str; 7] = ["default", "always", "all", "ignore", "module", "once", "error"];
    let mut parts = option.split(':').map(str::trim);
    let action = parts.next().unwrap_or_default();
    let Some(action) = ACTIONS.into_iter().find(|known| known.starts_with(action)) else {
        return Ok(None);
    };
    let (message, category) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    if !message.is_empty() || parts.any(|part| !part.is_empty()) {
        return Ok(None);
    }
    let category = rt.intern(if category.is_empty() { "Warning" } else { category })?;
    let builtins = rt.builtins().clone();
    let Some(class) = rt.dict_get_name(&builtins, &category) else { return Ok(None) };
    let action = rt.intern(action)?.into_value();
    let items = [action, singletons::none(), class, singletons::none(), rt.int(0)?];
    rt.tuple(items.into_iter()).map(|filter| Some(filter.into_value()))
}

/// Where a warning is issued.
struct Place {
    file: Value,
    line: u32,
    module: Value,
    registry: Option<Dict>,
    /// What the warning is about, such as a coroutine that nobody awaited.
    source: Option<Value>,
}

/// What follows a warning that has a source: where that was made is not known.
const UNTRACED: &str = "Enable tracemalloc to get the object allocation traceback";

fn state(rt: &mut Runtime) -> Result<State> {
    if let Some(state) = rt.data::<State>() {
        return Ok(state.clone());
    }
    let types = rt.types();
    let deprecation = Value::clone(&types.deprecation_warning);
    let named = ["PendingDeprecationWarning", "ImportWarning", "ResourceWarning"];
    let mut rows = vec![("default", deprecation.clone(), true), ("ignore", deprecation, false)];
    for name in named {
        let (name, builtins) = (rt.intern(name)?, rt.builtins().clone());
        if let Some(class) = rt.dict_get_name(&builtins, &name) {
            rows.push(("ignore", class, false));
        }
    }
    let mut filters = Vec::with_capacity(rows.len());
    for option in options(rt).iter().rev() {
        filters.extend(simple_filter(rt, option)?);
    }
    for (action, class, main) in rows {
        let module = if main { rt.intern("__main__")?.into_value() } else { singletons::none() };
        let action = rt.intern(action)?.into_value();
        let items = [action, singletons::none(), class, module, rt.int(0)?];
        filters.push(rt.tuple(items.into_iter())?.into_value());
    }
    let state = State { filters: rt.list(filters)?, once: rt.dict()?, version: 0 };
    rt.set_data(state.clone());
    Ok(state)
}

/// The hook of the runtime: a warning from where the program stands.
///
/// # Errors
/// The warning, if a filter makes it an exception.
pub fn hook(rt: &mut Runtime, category: Borrowed<'_>, message: &str) -> Result<()> {
    let text = rt.str(message)?.into_value();
    let mut place = place(rt, 1, &[])?;
    place.source = message.starts_with("coroutine '").then(|| text.clone());
    issue(rt, &category.to_value(), &text, place)
}

/// A warning about a place in a text that is being compiled.
///
/// # Errors
/// The warning, if a filter makes it an exception.
pub fn explicit(
    rt: &mut Runtime,
    category: &Type,
    message: &str,
    file: &str,
    line: u32,
) -> Result<()> {
    let text = rt.str(message)?.into_value();
    let module = rt.str(file.strip_suffix(".py").unwrap_or(file))?.into_value();
    let file = rt.str(file)?.into_value();
    let place = Place { file, line, module, registry: None, source: None };
    issue(rt, &Value::clone(category), &text, place)
}

/// Where the call stands that is so many levels out.
fn place(rt: &mut Runtime, level: i64, skipped: &[String]) -> Result<Place> {
    let mut below = usize::try_from(level - 1).unwrap_or(0);
    if !skipped.is_empty() {
        below = 0;
        for _ in 1..level {
            below += 1;
            while let Some(frame) = rt.frame(below)? {
                rt.tick(1)?;
                let file = frame.read(rt).code.frozen().filename.clone();
                let file = rt.text_of(file.as_ref());
                if !skipped.iter().any(|prefix| file.starts_with(prefix)) {
                    break;
                }
                below += 1;
            }
        }
    }
    let Some(frame) = rt.frame(below)? else {
        let file = rt.str("<sys>")?.into_value();
        let module = rt.str("sys")?.into_value();
        return Ok(Place { file, line: 0, module, registry: None, source: None });
    };
    let instruction = rt.frame_instruction(&frame);
    let (code, globals) = (frame.read(rt).code.clone(), frame.read(rt).globals.clone());
    let code = code.frozen();
    let line = code.body.position(instruction).map_or(code.first_line, |at| at.line);
    let file = code.filename.clone().into_value();
    let (name, registry) = (rt.names().name.clone(), rt.intern("__warningregistry__")?);
    let module = match rt.dict_get_name(&globals, &name) {
        Some(name) if name.is_payload::<StrObject>() => name,
        _ => rt.str("<string>")?.into_value(),
    };
    let registry = match rt.dict_get_name(&globals, &registry) {
        Some(known) => known.downcast::<DictObject>().ok(),
        None => {
            let made = rt.dict()?;
            rt.dict_set_name(&globals, &registry, Value::clone(&made))?;
            Some(made)
        }
    };
    Ok(Place { file, line, module, registry, source: None })
}

/// Shows a warning, drops it or raises it, as the first filter says that concerns it.
fn issue(rt: &mut Runtime, category: &Value, message: &Value, at: Place) -> Result<()> {
    let warning = rt.intern("Warning")?;
    let builtins = rt.builtins().clone();
    let base = rt
        .dict_get_name(&builtins, &warning)
        .and_then(|class| rt.as_type(class.as_ref()).map(|class| class.to_gc()));
    let is_warning = base.is_some_and(|base| rt.is_instance_of(message.as_ref(), &base));
    let (text, category, instance) = match is_warning {
        true => {
            let text = rt.to_str(message)?.into_value();
            (text, Value::clone(&rt.type_of(message.as_ref())), message.clone())
        }
        false => {
            let instance = rt.call(category, [message.as_ref()])?;
            (message.clone(), category.clone(), instance)
        }
    };
    let line = rt.int(at.line.into())?;
    let state = state(rt)?;
    let version = rt.intern("version")?;
    let key = [text.clone(), category.clone(), line.clone()];
    let key = rt.tuple(key.into_iter())?.into_value();
    if let Some(registry) = &at.registry {
        let known = rt.dict_get_name(registry, &version).and_then(|known| known.as_small_int());
        if known != Some(state.version) {
            let clear = rt.intern("clear")?;
            rt.call_method(registry, &clear, ())?;
            let number = rt.int(state.version)?;
            rt.dict_set_name(registry, &version, number)?;
        } else if is_set(rt, registry, &key)? {
            return Ok(());
        }
    }
    let action = action(rt, &state, &category, &text, &line, &at.module)?;
    let zero = (action.as_str() == "module").then(|| rt.int(0)).transpose()?;
    let general = [text.clone(), category.clone()].into_iter().chain(zero);
    let general: Vec<Value> = general.collect();
    let general = rt.tuple(general.into_iter())?.into_value();
    match action.as_str() {
        "error" => {
            let raise = Raise::exception(instance);
            rt.chain_context(&raise);
            return Err(raise);
        }
        "ignore" => return Ok(()),
        "always" | "all" => {}
        "default" => remember(rt, at.registry.as_ref(), &key)?,
        "once" => {
            remember(rt, at.registry.as_ref(), &key)?;
            let known = at.registry.clone().unwrap_or_else(|| state.once.clone());
            if is_set(rt, &known, &general)? {
                return Ok(());
            }
            remember(rt, Some(&known), &general)?;
        }
        "module" => {
            remember(rt, at.registry.as_ref(), &key)?;
            if let Some(registry) = &at.registry {
                if is_set(rt, registry, &general)? {
                    return Ok(());
                }
                remember(rt, Some(registry), &general)?;
            }
        }
        other => {
            let message = format!("Unrecognized action ('{other}') in warnings.filters");
            return Err(rt.runtime_error(message));
        }
    }
    show(rt, &category, &text, &instance, &at)
}

fn is_set(rt: &mut Runtime, registry: &Dict, key: &Value) -> Result<bool> {
    match rt.dict_get(registry, key.as_ref())? {
        Some(known) => rt.is_true(known.as_ref()),
        None => Ok(false),
    }
}

fn remember(rt: &mut Runtime, registry: Option<&Dict>, key: &Value) -> Result<()> {
    match registry {
        Some(registry) => rt.dict_set(registry, key.as_ref(), singletons::bool(true)),
        None => Ok(()),
    }
}

/// What the first filter says that concerns a warning.
fn action(
    rt: &mut Runtime,
    state: &State,
    category: &Value,
    text: &Value,
    line: &Value,
    module: &Value,
) -> Result<String> {
    let filters = filters(rt, state)?;
    for filter in filters {
        let items = filter.get::<TupleObject>(rt).map(|filter| filter.items().to_vec());
        let Some([action, message, class, of, number]) =
            items.and_then(|items| <[Value; 5]>::try_from(items).ok())
        else {
            return Err(rt.value_error("warnings.filters item isn't a 5-tuple"));
        };
        if matches(rt, &message, text)?
            && rt.is_subclass(category, &class)?
            && matches(rt, &of, module)?
            && (number.as_small_int() == Some(0) || rt.equal(number.as_ref(), line.as_ref())?)
        {
            return Ok(rt.text_of(action.as_ref()).into_owned());
        }
    }
    Ok("default".to_owned())
}

/// The filters: those of the module `warnings`, if it is imported.
fn filters(rt: &mut Runtime, state: &State) -> Result<Vec<Value>> {
    let list = match imported(rt, "filters")? {
        Some(list) if list.is_payload::<ListObject>() => list,
        _ => Value::clone(&state.filters),
    };
    Ok(list.get::<ListObject>(rt).map(|list| list.items().to_vec()).unwrap_or_default())
}

/// An attribute of the module `warnings`, if that is imported.
fn imported(rt: &mut Runtime, name: &str) -> Result<Option<Value>> {
    let (module, name) = (rt.intern("warnings")?, rt.intern(name)?);
    let modules = rt.modules().clone();
    match rt.dict_get_name(&modules, &module) {
        Some(module) => rt.lookup_attr(&module, &name),
        None => Ok(None),
    }
}

/// Whether a part of a filter admits a text: it is `None`, the same text, or a pattern that matches.
fn matches(rt: &mut Runtime, part: &Value, text: &Value) -> Result<bool> {
    if singletons::is_none(part) {
        return Ok(true);
    }
    if part.is_payload::<StrObject>() {
        return rt.equal(part.as_ref(), text.as_ref());
    }
    let name = rt.intern("match")?;
    let answer = rt.call_method(part, &name, [text.as_ref()])?;
    rt.is_true(answer.as_ref())
}

/// Shows a warning: by `warnings._showwarnmsg`, if the module is imported.
fn show(
    rt: &mut Runtime,
    category: &Value,
    text: &Value,
    instance: &Value,
    at: &Place,
) -> Result<()> {
    let line = rt.int(at.line.into())?;
    if let (Some(show), Some(class)) =
        (imported(rt, "_showwarnmsg")?, imported(rt, "WarningMessage")?)
    {
        let none = singletons::none();
        let source = at.source.clone().unwrap_or_else(singletons::none);
        let arguments = [
            instance.as_ref(),
            category.as_ref(),
            at.file.as_ref(),
            line.as_ref(),
            none.as_ref(),
            none.as_ref(),
            source.as_ref(),
        ];
        let message = rt.call(&class, arguments)?;
        return rt.call(&show, [message.as_ref()]).map(drop);
    }
    let file = rt.text_of(at.file.as_ref()).into_owned();
    let text = rt.to_str(text)?.read(rt).as_str().into_owned();
    let name = rt.names().name.clone();
    let name = rt.getattr(category, &name)?;
    let name = rt.text_of(name.as_ref()).into_owned();
    let mut shown = format!("{file}:{}: {name}: {text}\n", at.line);
    if let Some(source) = rt.host().source_line(&file, at.line) {
        let source = source.trim();
        if !source.is_empty() {
            shown.push_str(&format!("  {source}\n"));
        }
    }
    if at.source.is_some() {
        shown.push_str(&format!("{name}: {UNTRACED}\n"));
    }
    rt.write_error_text(&shown);
    Ok(())
}

/// The beginnings of names of files whose frames `warn` passes by.
fn prefixes(rt: &mut Runtime, given: Option<Borrowed<'_>>) -> Result<Vec<String>> {
    let Some(given) = given else { return Ok(Vec::new()) };
    let Some(items) = given.get::<TupleObject>(rt).map(|tuple| tuple.items().to_vec()) else {
        let class = rt.type_name(given);
        return Err(rt.type_error(format!(
            "warn() argument 'skip_file_prefixes' must be tuple, not {class}"
        )));
    };
    let mut prefixes = Vec::new();
    for item in items {
        if !item.is_payload::<StrObject>() {
            let shown = rt.to_str(&item)?;
            let message =
                format!("Found non-str '{}' in skip_file_prefixes.", shown.read(rt).as_str());
            return Err(rt.type_error(message));
        }
        prefixes.push(rt.text_of(item.as_ref()).into_owned());
    }
    Ok(prefixes)
}

fn warn(rt: &mut Runtime, args: Args<'_>) -> Result {
    let message = args.at(0).to_value();
    let user = rt.types().user_warning.clone();
    let base = rt.intern("Warning")?;
    let builtins = rt.builtins().clone();
    let base = rt.dict_get_name(&builtins, &base).unwrap_or_else(singletons::none);
    let category = match args.get(1).filter(|category| !singletons::is_none(category)) {
        _ if rt.is_instance(message.as_ref(), base.as_ref())? => {
            Value::clone(&rt.type_of(message.as_ref()))
        }
        Some(category) => {
            let is_class = rt.as_type(category).is_some();
            if !is_class || !rt.is_subclass(&category.to_value(), &base)? {
                let class = rt.type_name(category).to_owned();
                return Err(
                    rt.type_error(format!("category must be a Warning subclass, not '{class}'"))
                );
            }
            category.to_value()
        }
        None => Value::clone(&user),
    };
    let level = match args.get(2) {
        Some(level) => rt.index_clamped(level)? as i64,
        None => 1,
    };
    let prefixes = prefixes(rt, args.get(4))?;
    // What is skipped is not the caller of this function.
    let level = if prefixes.is_empty() { level } else { level.max(2) };
    let mut place = place(rt, level.max(1), &prefixes)?;
    let source = args.get(3).filter(|source| !singletons::is_none(source));
    place.source = source.map(Borrowed::to_value);
    issue(rt, &category, &message, place)?;
    Ok(singletons::none())
}

fn warn_explicit(rt: &mut Runtime, args: Args<'_>) -> Result {
    if !args.at(2).is_payload::<StrObject>() {
        let class = rt.argument_name(args.at(2));
        return Err(
            rt.type_error(format!("warn_explicit() argument 'filename' must be str, not {class}"))
        );
    }
    let line = rt.index_clamped(args.at(3))?;
    let none = |value: &Borrowed<'_>| !singletons::is_none(value);
    let module = match args.get(4).filter(none) {
        Some(module) => module.to_value(),
        None => {
            let file = rt.text_of(args.at(2)).into_owned();
            rt.str(file.strip_suffix(".py").unwrap_or(&file))?.into_value()
        }
    };
    let registry = match args.get(5).filter(none) {
        Some(registry) => match registry.typed::<DictObject>() {
            Some(registry) => Some(registry.to_gc()),
            None => return Err(rt.type_error("'registry' must be a dict or None")),
        },
        None => None,
    };
    let place = Place {
        file: args.at(2).to_value(),
        line: u32::try_from(line).unwrap_or(0),
        module,
        registry,
        source: args.get(7).filter(none).map(Borrowed::to_value),
    };
    issue(rt, &args.at(1).to_value(), &args.at(0).to_value(), place)?;
    Ok(singletons::none())
}

/// A line of source, for the text of a warning.
fn source_line(rt: &mut Runtime, args: Args<'_>) -> Result {
    let file = rt.text_of(args.at(0)).into_owned();
    let line = u32::try_from(rt.index_clamped(args.at(1))?).unwrap_or(0);
    match rt.host().source_line(&file, line) {
        Some(line) => rt.str(&line).map(Gc::into_value),
        None => Ok(singletons::none()),
    }
}

fn filters_mutated(rt: &mut Runtime, _: Args<'_>) -> Result {
    let mut state = state(rt)?;
    state.version += 1;
    drop(rt.set_data(state));
    Ok(singletons::none())
}

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function(
        "warn",
        "($module, /, message, category=None, stacklevel=1, source=None, *, \
         skip_file_prefixes=<unrepresentable>)",
        warn,
    )
    .shown_as(
        "($module, /, message, category=None, stacklevel=1, source=None, *,\n     \
         skip_file_prefixes=<unrepresentable>)",
    )
    .doc("Issue a warning, or maybe ignore it or raise an exception."),
    MethodSpec::function(
        "warn_explicit",
        "($module, /, message, category, filename, lineno, module=<unrepresentable>, \
         registry=None, module_globals=None, source=None)",
        warn_explicit,
    )
    .shown_as(
        "($module, /, message, category, filename, lineno,\n              module=<unrepresentable>, \
         registry=None,\n              module_globals=None, source=None)",
    )
    .doc("Issue a warning, or maybe ignore it or raise an exception."),
    MethodSpec::function("_source_line", "($module, filename, lineno, /)", source_line),
    MethodSpec::function("_filters_mutated", "($module, /)", filters_mutated),
];

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    let state = state(rt)?;
    constant(rt, namespace, "filters", Value::clone(&state.filters))?;
    constant(rt, namespace, "_onceregistry", Value::clone(&state.once))?;
    let action = rt.str("default").map(Gc::into_value)?;
    constant(rt, namespace, "_defaultaction", action)
}

/// `_warnings`.
pub(crate) const NATIVE: ModuleSpec = ModuleSpec::new("_warnings").functions(FUNCTIONS).fill(fill);

/// `warnings`.
pub(crate) const WARNINGS: ModuleSpec =
    ModuleSpec::new("warnings").python(include_str!("warnings.py"));
