//! `attrgetter`, `itemgetter` and `methodcaller`: fetching as functions.

use objmodel::gc::ChargedVec;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::dict::Dict;
use objmodel::objects::str::{Str, StrObject};
use objmodel::objects::tuple::{Tuple, TupleObject};
use objmodel::{Borrowed, Bound, CallArgs, Gc, Result, Runtime, Type, Value};
use objmodel::{pyclass, pymethods};

/// What instances take when they are called.
const CALL: &str = "(obj, /)";

/// Refuses keywords.
fn no_keywords(rt: &Runtime, name: &str, args: CallArgs<'_>) -> Result<()> {
    match args.has_keywords() {
        true => Err(rt.type_error(format!("{name}() takes no keyword arguments"))),
        false => Ok(()),
    }
}

/// The one argument of a call.
fn only<'a>(rt: &Runtime, name: &str, args: CallArgs<'a>) -> Result<Borrowed<'a>> {
    no_keywords(rt, name, args)?;
    match args.positionals() {
        [object] => Ok(*object),
        other => Err(rt.type_error(format!("{name} expected 1 argument, got {}", other.len()))),
    }
}

/// The arguments of a constructor, of which there must be one at least.
fn at_least_one(rt: &Runtime, class: &Type, name: &str, args: CallArgs<'_>) -> Result<Tuple> {
    if !class.read(rt).is_heap_type() {
        no_keywords(rt, name, args)?;
    }
    if args.positionals().is_empty() {
        return Err(rt.type_error(format!("{name} expected 1 argument, got 0")));
    }
    rt.tuple(args.positionals().iter().map(|argument| argument.to_value()))
}

/// `class(arguments)`
fn repr_call(rt: &mut Runtime, own: Borrowed<'_>, arguments: &Tuple) -> Result {
    let class = rt.type_name(own).to_owned();
    let shown = rt.within_repr(own, |rt| match arguments.read(rt).items() {
        [only] => {
            let only = only.clone();
            rt.repr(&only).map(|shown| format!("({})", shown.read(rt).as_str()))
        }
        _ => rt.repr(arguments).map(|shown| shown.read(rt).as_str().into_owned()),
    })?;
    let Some(shown) = shown else {
        return rt.str(&format!("{class}(...)")).map(Gc::into_value);
    };
    rt.tick(1 + shown.len() / 64)?;
    rt.str(&format!("{class}{shown}")).map(Gc::into_value)
}

/// `(class, arguments)`, for copying.
fn reduced(rt: &mut Runtime, own: Borrowed<'_>, arguments: Tuple) -> Result {
    let class = Value::clone(&rt.type_of(own));
    rt.tuple([class, arguments.into_value()].into_iter()).map(Gc::into_value)
}

/// The results for several keys, or the one for a single key.
fn each(
    rt: &mut Runtime,
    keys: &Tuple,
    mut fetch: impl FnMut(&mut Runtime, &Value) -> Result,
) -> Result {
    if let [only] = keys.frozen().items() {
        return fetch(rt, only);
    }
    let mut found = rt.gather([])?;
    for key in keys.frozen().items() {
        let value = fetch(rt, key)?;
        found.push(value).map_err(|_| rt.memory_error())?;
    }
    rt.tuple(found.into_iter()).map(Gc::into_value)
}

/// Fetches an item of its argument, or a tuple of several.
#[pyclass(name = "itemgetter", module = "operator", frozen)]
pub(super) struct ItemGetter {
    keys: Tuple,
}

#[pymethods]
impl ItemGetter {
    #[new]
    #[pyo3(text_signature = "(item, /, *items)")]
    fn new(cls: &Type, rt: &mut Runtime, args: CallArgs<'_>) -> Result<ItemGetter> {
        Ok(ItemGetter { keys: at_least_one(rt, cls, "itemgetter", args)? })
    }

    fn __call__(&self, rt: &mut Runtime, args: CallArgs<'_>) -> Result {
        let object = only(rt, "itemgetter", args)?;
        each(rt, &self.keys, |rt, key| rt.get_item(object, key))
    }

    fn __repr__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        repr_call(rt, slf.untyped(), &slf.frozen().keys)
    }

    /// Return state information for pickling
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        reduced(rt, slf.untyped(), slf.frozen().keys.clone())
    }

    #[getter("__text_signature__")]
    fn signature(&self) -> &'static str {
        CALL
    }
}

/// Fetches an attribute of its argument, or a tuple of several; names may have dots.
#[pyclass(name = "attrgetter", module = "operator", frozen)]
pub(super) struct AttrGetter {
    names: Tuple,
    // For each of them a tuple of the parts between the dots.
    paths: Tuple,
}

#[pymethods]
impl AttrGetter {
    #[new]
    #[pyo3(text_signature = "(attr, /, *attrs)")]
    fn new(cls: &Type, rt: &mut Runtime, args: CallArgs<'_>) -> Result<AttrGetter> {
        let names = at_least_one(rt, cls, "attrgetter", args)?;
        let mut paths = Vec::with_capacity(args.len());
        for name in args.positionals() {
            let Some(text) = name.get::<StrObject>(rt).map(|name| name.as_str().into_owned())
            else {
                return Err(rt.type_error("attribute name must be a string"));
            };
            let mut parts = Vec::new();
            for part in text.split('.') {
                parts.push(rt.intern(part)?.into_value());
            }
            paths.push(rt.tuple(parts.into_iter())?.into_value());
        }
        Ok(AttrGetter { names, paths: rt.tuple(paths.into_iter())? })
    }

    fn __call__(&self, rt: &mut Runtime, args: CallArgs<'_>) -> Result {
        let object = only(rt, "attrgetter", args)?;
        each(rt, &self.paths, |rt, path| {
            let mut found = object.to_value();
            let Some(path) = path.downcast_ref::<TupleObject>() else { return Ok(found) };
            for part in path.frozen().items() {
                if let Some(part) = part.downcast_ref::<StrObject>() {
                    found = rt.getattr(&found, part)?;
                }
            }
            Ok(found)
        })
    }

    fn __repr__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        repr_call(rt, slf.untyped(), &slf.frozen().names)
    }

    /// Return state information for pickling
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        reduced(rt, slf.untyped(), slf.frozen().names.clone())
    }

    #[getter("__text_signature__")]
    fn signature(&self) -> &'static str {
        CALL
    }
}

/// Calls a method of its argument with the arguments that it was made with.
#[pyclass(name = "methodcaller", module = "operator", frozen)]
pub(super) struct MethodCaller {
    name: Str,
    args: Tuple,
    keywords: Dict,
}

#[pymethods]
impl MethodCaller {
    #[new]
    #[pyo3(text_signature = "(name, /, *args, **kwargs)")]
    fn new(rt: &mut Runtime, args: CallArgs<'_>) -> Result<MethodCaller> {
        let Some((name, rest)) = args.positionals().split_first() else {
            return Err(rt.type_error("methodcaller needs at least one argument, the method name"));
        };
        let Some(name) = name.typed::<StrObject>().map(|name| name.to_gc()) else {
            return Err(rt.type_error("method name must be a string"));
        };
        let name = rt.intern_str(&name);
        let rest = rt.tuple(rest.iter().map(|argument| argument.to_value()))?;
        let keywords = rt.dict()?;
        for (name, value) in args.keywords() {
            rt.dict_set(&keywords, name, value.to_value())?;
        }
        Ok(MethodCaller { name, args: rest, keywords })
    }

    fn __call__(&self, rt: &mut Runtime, args: CallArgs<'_>) -> Result {
        let object = only(rt, "methodcaller", args)?;
        let method = rt.getattr(object, &self.name)?;
        let values = self.keywords.read(rt).iter().map(|entry| &entry.value);
        let all = rt.gather(self.args.frozen().items().iter().chain(values).cloned())?;
        let names = rt.gather(self.keywords.read(rt).iter().map(|entry| entry.key.clone()))?;
        let (all, names) = (objmodel::gc::refs(&all), objmodel::gc::refs(&names));
        rt.call_with(method.as_ref(), CallArgs::with_names(all, names))
    }

    fn __repr__(slf: &Bound<'_, Self>, rt: &mut Runtime, out: &mut TextBuilder) -> Result<()> {
        let own = slf.untyped();
        out.append(rt, rt.type_name(own).as_bytes())?;
        out.append(rt, b"(")?;
        let MethodCaller { name, args, keywords } = slf.frozen();
        let written = rt.within_repr(own, |rt| {
            rt.write_repr(name.as_ref(), out)?;
            write_arguments(rt, args, keywords, out)
        })?;
        if written.is_none() {
            out.append(rt, b"...")?;
        }
        out.append(rt, b")")
    }

    /// Return state information for pickling
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        let own = slf.untyped();
        let MethodCaller { name, args, keywords } = slf.frozen();
        let mut all = vec![Value::clone(name)];
        all.extend(args.frozen().items().iter().cloned());
        if keywords.read(rt).iter().next().is_none() {
            let all = rt.tuple(all.into_iter())?;
            return reduced(rt, own, all);
        }
        // With keywords, what is called again is a `functools.partial` of the class.
        let Some(import) = rt.builtin("__import__") else {
            return Err(rt.import_error("__import__ not found"));
        };
        let (module, partial) = (rt.str("functools")?, rt.intern("partial")?);
        let module = rt.call(&import, [module.as_ref()])?;
        let partial = rt.getattr(&module, &partial)?;
        let (mut given, mut names) = (vec![Value::clone(&rt.type_of(own))], Vec::new());
        given.extend(all.drain(..1));
        for entry in keywords.read(rt).iter() {
            names.push(entry.key.clone());
            given.push(entry.value.clone());
        }
        let (given, names) = (objmodel::gc::refs(&given), objmodel::gc::refs(&names));
        let constructor = rt.call_with(partial.as_ref(), CallArgs::with_names(given, names))?;
        let all = rt.tuple(all.into_iter())?.into_value();
        rt.tuple([constructor, all].into_iter()).map(Gc::into_value)
    }

    #[getter("__text_signature__")]
    fn signature(&self) -> &'static str {
        CALL
    }
}

/// Appends arguments that stand behind another one, and keywords.
///
/// # Errors
/// What their `__repr__` raise; `MemoryError`.
pub(crate) fn write_arguments(
    rt: &mut Runtime,
    args: &Tuple,
    keywords: &Dict,
    out: &mut TextBuilder,
) -> Result<()> {
    let mut index = 0;
    while let Some(argument) = args.read(rt).items().get(index).cloned() {
        rt.tick(1)?;
        out.append(rt, b", ")?;
        rt.write_repr(argument.as_ref(), out)?;
        index += 1;
    }
    let mut entries = ChargedVec::new(rt.heap());
    for entry in keywords.read(rt).iter() {
        if entries.push((entry.key.clone(), entry.value.clone())).is_err() {
            return Err(rt.memory_error());
        }
    }
    for (key, value) in entries {
        rt.tick(1)?;
        out.append(rt, b", ")?;
        let key = rt.to_str(&key)?;
        out.append(rt, key.read(rt).as_bytes())?;
        out.append(rt, b"=")?;
        rt.write_repr(value.as_ref(), out)?;
    }
    Ok(())
}
