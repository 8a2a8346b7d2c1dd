//! Type parameters in the arguments of aliases and unions, and their substitution (PEP 585, PEP 696).
//! What a parameter is, it says itself: it has `__typing_subst__`.

use objmodel::gc::Account;
use objmodel::objects::tuple::{Tuple, TupleObject};
use objmodel::{Borrowed, Result, Runtime, Value, singletons};

use crate::pure_error::OrRaise;

/// The type parameters in arguments, each once, in their order.
///
/// # Errors
/// `MemoryError`; what an argument's attribute raises.
pub(crate) fn parameters(rt: &mut Runtime, args: &Tuple) -> Result<Vec<Value>> {
    let (substitute, inner) = (rt.intern("__typing_subst__")?, rt.intern("__parameters__")?);
    let mut account = Account::new(rt.heap());
    let mut found: Vec<Value> = Vec::new();
    for arg in args.read(rt).items().to_vec() {
        rt.tick(1 + found.len() / 16)?;
        if rt.as_type(arg.as_ref()).is_some() {
            continue;
        }
        let candidates = match rt.lookup_attr(&arg, &substitute)? {
            Some(_) => vec![arg],
            None => tuple_attribute(rt, &arg, &inner)?.unwrap_or_default(),
        };
        for candidate in candidates {
            rt.tick(1 + found.len() / 16)?;
            if !found.iter().any(|known| known.is(&candidate)) {
                account.reserve(&mut found, 1).into_py(rt)?;
                found.push(candidate);
            }
        }
    }
    Ok(found)
}

/// The items of an attribute that is a tuple.
fn tuple_attribute(
    rt: &mut Runtime,
    object: &Value,
    name: &objmodel::objects::str::Str,
) -> Result<Option<Vec<Value>>> {
    let value = rt.lookup_attr(object, name)?;
    Ok(value.as_ref().and_then(|value| value.get::<TupleObject>(rt)).map(|t| t.items().to_vec()))
}

/// The arguments that result from giving `item` for the parameters in `args`.
///
/// # Errors
/// `TypeError` if there are none, or if `item` has another number of arguments; what a parameter
/// raises.
pub(crate) fn substitute(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    args: &Tuple,
    item: Borrowed<'_>,
) -> Result<Vec<Value>> {
    let parameters = parameters(rt, args)?;
    if parameters.is_empty() {
        let shown = rt.repr(own)?;
        let shown = shown.read(rt).as_str();
        return Err(rt.type_error(format!("{shown} is not a generic class")));
    }
    let given = prepare(rt, own, &parameters, item)?;
    let mut account = Account::new(rt.heap());
    let mut found: Vec<Value> = Vec::new();
    let (substitute, is_unpacked) =
        (rt.intern("__typing_subst__")?, rt.intern("__typing_is_unpacked_typevartuple__")?);
    for arg in args.read(rt).items().to_vec() {
        rt.tick(4)?;
        account.reserve(&mut found, 1).into_py(rt)?;
        if rt.as_type(arg.as_ref()).is_some() {
            found.push(arg);
            continue;
        }
        let unpacked = match rt.lookup_attr(&arg, &is_unpacked)? {
            Some(answer) => rt.is_true(answer.as_ref())?,
            None => false,
        };
        let new = match rt.lookup_attr(&arg, &substitute)? {
            Some(substitute) => {
                let value = value_of(&parameters, &given, &arg).unwrap_or(arg);
                rt.call(&substitute, [value.as_ref()])?
            }
            None => inside(rt, arg, &parameters, &given)?,
        };
        match new.get::<TupleObject>(rt).filter(|_| unpacked).map(|new| new.items().to_vec()) {
            Some(items) => {
                account.reserve(&mut found, items.len()).into_py(rt)?;
                found.extend(items);
            }
            None => found.push(new),
        }
    }
    Ok(found)
}

/// What is given for a parameter.
fn value_of(parameters: &[Value], given: &[Value], parameter: &Value) -> Option<Value> {
    let index = parameters.iter().position(|known| known.is(parameter))?;
    given.get(index).cloned()
}

/// What is given, a value for each parameter.
fn prepare(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    parameters: &[Value],
    item: Borrowed<'_>,
) -> Result<Vec<Value>> {
    let inner = rt.intern("__typing_unpacked_tuple_args__")?;
    let prepare = rt.intern("__typing_prepare_subst__")?;
    let items = match item.get::<TupleObject>(rt) {
        Some(items) => items.items().to_vec(),
        None => vec![item.to_value()],
    };
    let mut account = Account::new(rt.heap());
    let mut given: Vec<Value> = Vec::new();
    for item in items {
        rt.tick(1)?;
        let unpacked = match rt.as_type(item.as_ref()) {
            Some(_) => None,
            None => tuple_attribute(rt, &item, &inner)?,
        };
        let endless = |items: &Vec<Value>| {
            items.last().and_then(singletons::of) == Some(singletons::Singleton::Ellipsis)
        };
        let items = unpacked.filter(|items| !endless(items)).unwrap_or_else(|| vec![item]);
        account.reserve(&mut given, items.len()).into_py(rt)?;
        given.extend(items);
    }
    for parameter in parameters {
        let Some(prepare) = rt.lookup_attr(parameter, &prepare)? else { continue };
        if singletons::is_none(&prepare) {
            continue;
        }
        let so_far = rt.tuple(given.into_iter())?;
        let prepared = rt.call(&prepare, [own, so_far.as_ref()])?;
        given = match prepared.get::<TupleObject>(rt) {
            Some(items) => items.items().to_vec(),
            None => vec![prepared],
        };
    }
    if given.len() != parameters.len() {
        let how = if given.len() > parameters.len() { "many" } else { "few" };
        let shown = rt.repr(own)?;
        let shown = shown.read(rt).as_str().into_owned();
        let (actual, expected) = (given.len(), parameters.len());
        return Err(rt.type_error(format!(
            "Too {how} arguments for {shown}; actual {actual}, expected {expected}"
        )));
    }
    Ok(given)
}

/// An argument that has type parameters inside, with what is given for them.
fn inside(rt: &mut Runtime, arg: Value, parameters: &[Value], given: &[Value]) -> Result {
    let (name, iter) = (rt.intern("__parameters__")?, rt.intern("__iter__")?);
    let own = tuple_attribute(rt, &arg, &name)?.unwrap_or_default();
    if own.is_empty() {
        return Ok(arg);
    }
    let mut values = Vec::with_capacity(own.len().min(16));
    for parameter in own {
        rt.tick(1)?;
        let Some(value) = value_of(parameters, given, &parameter) else {
            values.push(parameter);
            continue;
        };
        // A parameter that stands for several types is given a tuple of them.
        let several = value.get::<TupleObject>(rt).map(|items| items.items().to_vec());
        match several {
            Some(items) if rt.lookup_attr(&parameter, &iter)?.is_some() => values.extend(items),
            _ => values.push(value),
        }
    }
    let values = rt.tuple(values.into_iter())?;
    rt.get_item(&arg, &values)
}
