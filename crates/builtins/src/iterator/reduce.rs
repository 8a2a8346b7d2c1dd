//! `__reduce__` of iterators: a call that makes one like it, and perhaps its state.

use objmodel::{Borrowed, Gc, Result, Runtime, Value};

/// `(builtin, (argument,), state)`, without a state if there is none.
///
/// # Errors
/// `MemoryError`.
pub(crate) fn again(
    rt: &mut Runtime,
    builtin: &str,
    argument: Value,
    state: Option<Value>,
) -> Result {
    let builtin = self::builtin(rt, builtin)?;
    let arguments = rt.tuple([argument].into_iter())?.into_value();
    with_state(rt, builtin, arguments, state)
}

/// What the built-ins have under a name; keys with the name's hash may be asked whether they equal it,
/// and change anything.
///
/// # Errors
/// `AttributeError` if there is nothing; what the keys raise.
pub(crate) fn builtin(rt: &mut Runtime, name: &str) -> Result {
    let (key, builtins) = (rt.intern(name)?, rt.current_builtins());
    match rt.dict_get(&builtins, key.as_ref())? {
        Some(value) => Ok(value),
        None => {
            let class = rt.types().attribute_error.clone();
            Err(rt.error(&class, name))
        }
    }
}

/// `(builtin, (sequence,), index)`; of what has ended, that of something empty. The built-in is found
/// before it is asked how far the iterator is.
///
/// # Errors
/// `MemoryError`; what finding the built-in raises.
pub(crate) fn place(
    rt: &mut Runtime,
    builtin: &str,
    sequence: impl FnOnce(&Runtime) -> Option<(Value, i64)>,
    empty: impl FnOnce(&Runtime) -> Result,
) -> Result {
    let builtin = self::builtin(rt, builtin)?;
    let (argument, state) = match sequence(rt) {
        Some((sequence, index)) => (sequence, Some(rt.int(index)?)),
        None => (empty(rt)?, None),
    };
    let arguments = rt.tuple([argument].into_iter())?.into_value();
    with_state(rt, builtin, arguments, state)
}

/// `(class, arguments, state)` of an object.
///
/// # Errors
/// `MemoryError`.
pub(crate) fn instance(
    rt: &Runtime,
    own: Borrowed<'_>,
    arguments: impl ExactSizeIterator<Item = Value>,
    state: Option<Value>,
) -> Result {
    let class = Value::clone(&rt.type_of(own));
    let arguments = rt.tuple(arguments)?.into_value();
    with_state(rt, class, arguments, state)
}

fn with_state(rt: &Runtime, made_by: Value, arguments: Value, state: Option<Value>) -> Result {
    match state {
        Some(state) => rt.tuple([made_by, arguments, state].into_iter()),
        None => rt.tuple([made_by, arguments].into_iter()),
    }
    .map(Gc::into_value)
}

/// An empty tuple, list or text.
pub(crate) fn no_tuple(rt: &Runtime) -> Result {
    rt.tuple(std::iter::empty::<Value>()).map(Gc::into_value)
}

pub(crate) fn no_list(rt: &Runtime) -> Result {
    rt.list(Vec::new()).map(Gc::into_value)
}

pub(crate) fn no_text(rt: &Runtime) -> Result {
    Ok(rt.names().empty.clone().into_value())
}

/// The argument of `__setstate__`.
///
/// # Errors
/// `TypeError` for what is no integer; `OverflowError`.
pub(crate) fn index_of(rt: &mut Runtime, state: Borrowed<'_>) -> Result<isize> {
    if rt.as_int(state).is_none() {
        return Err(rt.type_error("an integer is required"));
    }
    crate::indices::size_argument(rt, state)
}
