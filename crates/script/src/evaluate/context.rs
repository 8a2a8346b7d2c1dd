//! `with`: entering and leaving a context (data model, "With Statement Context Managers").

use objmodel::objects::exception::ExceptionObject;
use objmodel::{Borrowed, Result, Runtime, Value, singletons};

/// Looks up `__enter__` and `__exit__` and calls the first; the bound `__exit__`, and what
/// `__enter__` returned.
pub(super) fn enter(rt: &mut Runtime, manager: Borrowed<'_>) -> Result<(Value, Value)> {
    let (enter, exit) = (rt.names().enter.clone(), rt.names().exit.clone());
    let lacks = |rt: &Runtime, missed: &str| {
        let class = rt.type_name(manager);
        rt.type_error(format!(
            "'{class}' object does not support the context manager protocol{missed}"
        ))
    };
    let Some(enter) = rt.lookup_bound(manager, &enter)? else { return Err(lacks(rt, "")) };
    let Some(exit) = rt.lookup_bound(manager, &exit)? else {
        return Err(lacks(rt, " (missed __exit__ method)"));
    };
    let entered = rt.call(&enter, ())?;
    Ok((exit, entered))
}

/// `__exit__(None, None, None)`.
pub(super) fn exit(rt: &mut Runtime, exit: Borrowed<'_>) -> Result {
    let none = singletons::none();
    rt.call(exit, [none.as_ref(), none.as_ref(), none.as_ref()])
}

/// `__exit__` with the exception that left the block.
pub(super) fn exit_with(rt: &mut Runtime, exit: Borrowed<'_>, exception: Borrowed<'_>) -> Result {
    let class = Value::clone(&rt.type_of(exception));
    let traceback = match exception.get::<ExceptionObject>(rt) {
        Some(payload) => payload.traceback.clone().map(objmodel::Gc::into_value),
        None => None,
    };
    let traceback = traceback.unwrap_or_else(singletons::none);
    rt.call(exit, [class.as_ref(), exception, traceback.as_ref()])
}
