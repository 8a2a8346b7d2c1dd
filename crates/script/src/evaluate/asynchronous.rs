//! `await`, `async for` and `async with`: what is awaited, and when a loop is over.

use objmodel::objects::code::flags;
use objmodel::objects::generator::{GeneratorKind, GeneratorObject};
use objmodel::slots::SpecialId;
use objmodel::{Borrowed, Raise, Result, Runtime, Value, singletons};

/// The iterator that an `await` drives. `origin` says where the object came from: 1 is
/// `__aenter__`, 2 is `__aexit__`.
///
/// # Errors
/// `TypeError` if it cannot be awaited; `RuntimeError` for a coroutine that somebody awaits already;
/// what `__await__` raises.
pub(super) fn awaitable(rt: &mut Runtime, object: Borrowed<'_>, origin: usize) -> Result {
    if origin > 0 && !can_be_awaited(rt, object) {
        let method = if origin == 1 { "__aenter__" } else { "__aexit__" };
        let class = rt.type_name(object);
        return Err(rt.type_error(format!(
            "'async with' received an object from {method} that does not implement __await__: \
             {class}"
        )));
    }
    let iterator = rt.get_awaitable(object)?;
    if let Some(coroutine) = iterator.get::<GeneratorObject>(rt)
        && coroutine.kind == GeneratorKind::Coroutine
        && coroutine.body.as_ref().is_some_and(|body| body.yield_from().is_some())
    {
        return Err(rt.runtime_error("coroutine is being awaited already"));
    }
    Ok(iterator)
}

fn can_be_awaited(rt: &mut Runtime, object: Borrowed<'_>) -> bool {
    let declared = object
        .get::<GeneratorObject>(rt)
        .is_some_and(|body| body.code.frozen().flags & flags::ITERABLE_COROUTINE != 0);
    declared || rt.lookup_special(object, SpecialId::Await).is_some()
}

/// The bound `__aexit__`, and what `__aenter__` returned.
///
/// # Errors
/// `TypeError` if the class lacks either; what `__aenter__` raises.
pub(super) fn enter(rt: &mut Runtime, manager: Borrowed<'_>) -> Result<(Value, Value)> {
    let (enter, exit) = (rt.intern("__aenter__")?, rt.intern("__aexit__")?);
    let lacks = |rt: &Runtime, missed: &str| {
        let class = rt.type_name(manager);
        rt.type_error(format!(
            "'{class}' object does not support the asynchronous context manager protocol{missed}"
        ))
    };
    let Some(enter) = rt.lookup_bound(manager, &enter)? else { return Err(lacks(rt, "")) };
    let Some(exit) = rt.lookup_bound(manager, &exit)? else {
        return Err(lacks(rt, " (missed __aexit__ method)"));
    };
    let entered = rt.call(&enter, ())?;
    Ok((exit, entered))
}

/// `__aexit__(None, None, None)`, to be awaited.
///
/// # Errors
/// What it raises.
pub(super) fn exit(rt: &mut Runtime, exit: Borrowed<'_>) -> Result {
    let none = singletons::none();
    rt.call(exit, [none.as_ref(), none.as_ref(), none.as_ref()])
}

/// Whether an exception is the end of an asynchronous loop.
///
/// # Errors
/// The exception itself, if it is another.
pub(super) fn is_end(rt: &Runtime, exception: Value) -> Result<()> {
    let raise = Raise::exception(exception);
    match rt.is_exception_of(&raise, &rt.types().stop_async_iteration) {
        true => Ok(()),
        false => Err(raise),
    }
}
