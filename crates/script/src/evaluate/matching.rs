//! What `match` asks of the objects that it takes apart (PEP 634).

use objmodel::objects::str::{Str, StrObject};
use objmodel::objects::tuple::TupleObject;
use objmodel::{Borrowed, Raise, Result, Runtime, Type, Value};

/// The item of a sequence whose number from the end is given.
///
/// # Errors
/// What `len` and indexing raise.
pub(super) fn item_from_end(rt: &mut Runtime, sequence: Borrowed<'_>, from_end: u8) -> Result {
    let length = rt.len(sequence)?;
    let index = rt.int_from_usize(length.saturating_sub(from_end.into()))?;
    rt.get_item(sequence, &index)
}

fn items(rt: &Runtime, tuple: Borrowed<'_>) -> Vec<Value> {
    tuple.get::<TupleObject>(rt).map_or_else(Vec::new, |tuple| tuple.items().to_vec())
}

/// The values of a mapping under all keys, or `None` if one is missing. `get` is asked, so that
/// nothing is made for a missing key.
///
/// # Errors
/// `ValueError` if a key comes twice; what `get` raises.
pub(super) fn values(
    rt: &mut Runtime,
    mapping: Borrowed<'_>,
    keys: Borrowed<'_>,
) -> Result<Option<Value>> {
    let keys = items(rt, keys);
    let (name, seen) = (rt.intern("get")?, rt.set()?);
    if keys.is_empty() {
        return rt.tuple(std::iter::empty()).map(|tuple| Some(tuple.into_value()));
    }
    let get = rt.getattr(mapping, &name)?;
    let object = rt.types().object.clone();
    let missing = rt.call(&object, ())?;
    let mut values = Vec::with_capacity(keys.len());
    for key in keys {
        if rt.contains(&seen, &key)? {
            let shown = rt.repr(&key)?;
            let message =
                format!("mapping pattern checks duplicate key ({})", shown.read(rt).as_str());
            return Err(rt.value_error(message));
        }
        rt.set_add(&seen, key.as_ref())?;
        let value = rt.call(&get, [key.as_ref(), missing.as_ref()])?;
        if value.is(&missing) {
            return Ok(None);
        }
        values.push(value);
    }
    rt.tuple(values.into_iter()).map(|tuple| Some(tuple.into_value()))
}

/// A dict of what a mapping has beside some keys.
///
/// # Errors
/// What the mapping raises.
pub(super) fn rest(rt: &mut Runtime, mapping: Borrowed<'_>, keys: Borrowed<'_>) -> Result {
    let class = Value::clone(&rt.types().dict);
    let rest = rt.call(&class, ())?;
    super::build::update_dict(rt, rest.as_ref(), mapping)?;
    for key in items(rt, keys) {
        rt.del_item(&rest, &key)?;
    }
    Ok(rest)
}

/// The attributes of an instance that a class pattern looks at: first so many that `__match_args__`
/// names, then those of the given names. `None` if it is no instance or lacks one.
///
/// # Errors
/// `TypeError` if the class is no class or does not take so many positional subpatterns; what
/// looking up raises, but for `AttributeError`.
pub(super) fn attributes(
    rt: &mut Runtime,
    subject: Borrowed<'_>,
    class: Borrowed<'_>,
    names: Borrowed<'_>,
    positional: usize,
) -> Result<Option<Value>> {
    let Some(given) = rt.as_type(class).map(|class| class.to_gc()) else {
        return Err(rt.type_error("called match pattern must be a class"));
    };
    if !rt.is_instance(subject, class)? {
        return Ok(None);
    }
    let mut found = Vec::new();
    let mut seen: Vec<Str> = Vec::new();
    if positional > 0 {
        let name = rt.intern("__match_args__")?;
        let match_args = match rt.lookup_attr(class, &name)? {
            Some(match_args) => {
                if !rt.type_of(match_args.as_ref()).is(&rt.types().tuple) {
                    let (class, kind) =
                        (class_name(rt, &given), rt.type_name(match_args.as_ref()).to_owned());
                    return Err(rt.type_error(format!(
                        "{class}.__match_args__ must be a tuple (got {kind})"
                    )));
                }
                Some(items(rt, match_args.as_ref()))
            }
            None => None,
        };
        let itself = match_args.is_none() && rt.class_matches_itself(&given);
        let match_args = match_args.unwrap_or_default();
        let allowed = if itself { 1 } else { match_args.len() };
        if allowed < positional {
            let plural = if allowed == 1 { "" } else { "s" };
            let class = class_name(rt, &given);
            return Err(rt.type_error(format!(
                "{class}() accepts {allowed} positional sub-pattern{plural} ({positional} given)"
            )));
        }
        if itself {
            found.push(subject.to_value());
        } else {
            for name in match_args.into_iter().take(positional) {
                let name = match name.downcast::<StrObject>() {
                    Ok(name) => name,
                    Err(other) => {
                        let kind = rt.type_name(other.as_ref()).to_owned();
                        return Err(rt.type_error(format!(
                            "__match_args__ elements must be strings (got {kind})"
                        )));
                    }
                };
                match attribute(rt, subject, &given, name, &mut seen)? {
                    Some(value) => found.push(value),
                    None => return Ok(None),
                }
            }
        }
    }
    for name in items(rt, names) {
        let Ok(name) = name.downcast::<StrObject>() else { continue };
        match attribute(rt, subject, &given, name, &mut seen)? {
            Some(value) => found.push(value),
            None => return Ok(None),
        }
    }
    rt.tuple(found.into_iter()).map(|tuple| Some(tuple.into_value()))
}

fn class_name(rt: &Runtime, class: &Type) -> String {
    class.read(rt).full_name().to_owned()
}

fn attribute(
    rt: &mut Runtime,
    subject: Borrowed<'_>,
    class: &Type,
    name: Str,
    seen: &mut Vec<Str>,
) -> Result<Option<Value>> {
    let text = rt.text_of(name.as_ref()).into_owned();
    if seen.iter().any(|other| *rt.text_of(other.as_ref()) == *text) {
        return Err(repeated(rt, class, &text));
    }
    let value = rt.lookup_attr(subject, &name)?;
    seen.push(name);
    Ok(value)
}

#[cold]
fn repeated(rt: &mut Runtime, class: &Type, name: &str) -> Raise {
    let class = class_name(rt, class);
    let shown = rt.str(name).and_then(|name| rt.repr(&name));
    match shown {
        Ok(shown) => {
            let shown = shown.read(rt).as_str().into_owned();
            rt.type_error(format!("{class}() got multiple sub-patterns for attribute {shown}"))
        }
        Err(raise) => raise,
    }
}
