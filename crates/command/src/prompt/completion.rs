//! Completes names by what is defined, and attributes by `dir`.

use std::time::Duration;

use objmodel::native::PyAnyMethods;
use objmodel::{Limits, Result, Runtime, Value};
use objmodel_script::evaluate::Interpreter;

/// Most time for a completion, since `__dir__` and `__getattr__` are anybody's code.
const MOST_TIME: Duration = Duration::from_millis(500);

/// One level of indentation, which Tab gives at the beginning of a line.
const INDENTATION: &str = "    ";

/// What the end of a text can become: where the word begins, and what may stand there instead. Python
/// code may run.
pub(super) fn complete(interpreter: &mut Interpreter, before: &str) -> (usize, Vec<String>) {
    let line = before.rsplit('\n').next().unwrap_or_default();
    if line.trim().is_empty() {
        return (before.len(), vec![INDENTATION.to_owned()]);
    }
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let word = before.trim_end_matches(is_part).len();
    let chain = before.get(word..).unwrap_or_default();
    let globals = interpreter.main_namespace().map(|globals| Value::clone(&globals));
    let rt = interpreter.runtime();
    let limits = Limits { deadline: Some(MOST_TIME), ..Limits::default() };
    // What raises has no completions.
    match chain.rsplit_once('.') {
        Some((object, prefix)) => {
            let found = rt.with_limits(limits, |rt| attributes(rt, globals, object, prefix));
            (word + object.len() + 1, found.unwrap_or_default())
        }
        None => (word, rt.with_limits(limits, |rt| names(rt, globals, chain)).unwrap_or_default()),
    }
}

/// Keywords and names that are defined.
fn names(rt: &mut Runtime, globals: Option<Value>, prefix: &str) -> Result<Vec<String>> {
    let fits = |name: &str| {
        name.starts_with(prefix) && (prefix.starts_with('_') || !name.starts_with('_'))
    };
    let mut found = Vec::new();
    let keywords = super::import(rt, "keyword")?;
    for list in ["kwlist", "softkwlist"] {
        let list = rt.getattr(&keywords, list)?;
        found.extend(texts(rt, &list)?.into_iter().filter(|name| fits(name)));
    }
    let builtins = Value::clone(rt.builtins());
    for namespace in globals.into_iter().chain([builtins]) {
        for name in texts(rt, &namespace)? {
            if fits(&name) {
                found.push(with_bracket(rt, &namespace, name, |rt, namespace, name| {
                    rt.get_item(namespace, name)
                }));
            }
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// Attributes of what a chain of names and dots is.
fn attributes(
    rt: &mut Runtime,
    globals: Option<Value>,
    object: &str,
    prefix: &str,
) -> Result<Vec<String>> {
    let mut parts = object.split('.');
    let first = parts.next().unwrap_or_default();
    let mut value = None;
    for namespace in globals.into_iter().chain([Value::clone(rt.builtins())]) {
        value = value.or_else(|| rt.get_item(&namespace, first).ok());
    }
    let Some(mut value) = value else { return Ok(Vec::new()) };
    for part in parts {
        value = rt.getattr(&value, part)?;
    }
    let Some(dir) = rt.builtin("dir") else { return Ok(Vec::new()) };
    let listed = rt.call(&dir, (&value,))?;
    let mut found = Vec::new();
    for name in texts(rt, &listed)? {
        let hidden = name.starts_with("__") && !prefix.starts_with("__")
            || name.starts_with('_') && !prefix.starts_with('_');
        if name.starts_with(prefix) && !hidden {
            found.push(with_bracket(rt, &value, name, |rt, value, name| rt.getattr(value, name)));
        }
    }
    Ok(found)
}

/// The items of an iterable that are text.
fn texts(rt: &mut Runtime, of: &Value) -> Result<Vec<String>> {
    let items = rt.collect(of)?;
    let text = |item: &Value| item.extract::<String>(rt).ok();
    Ok(items.iter().filter_map(text).collect())
}

/// A name, with an opening bracket if what it names can be called.
fn with_bracket(
    rt: &mut Runtime,
    of: &Value,
    name: String,
    get: impl FnOnce(&mut Runtime, &Value, &str) -> Result,
) -> String {
    match get(rt, of, &name) {
        Ok(value) if rt.is_callable(value.as_ref()) => name + "(",
        _ => name,
    }
}
