//! `raise`, and how an exception finds its handler.

use objmodel::objects::exception::ExceptionObject;
use objmodel::{Borrowed, Raise, Result, Runtime, Value, singletons};

use super::body::Body;
use super::frame::Frame;
use super::registers::{self, Registers};
use crate::compile::Op;

/// `raise exception from cause`.
pub(super) fn raise(
    rt: &mut Runtime,
    exception: Borrowed<'_>,
    cause: Option<Borrowed<'_>>,
) -> Raise {
    match made(rt, exception, cause) {
        Ok(exception) => {
            let raise = Raise::exception(exception);
            rt.chain_context(&raise);
            raise
        }
        Err(raise) => raise,
    }
}

fn made(rt: &mut Runtime, exception: Borrowed<'_>, cause: Option<Borrowed<'_>>) -> Result {
    let exception = instance(rt, exception, "exceptions must derive from BaseException")?;
    let Some(cause) = cause else { return Ok(exception) };
    let cause = match singletons::is_none(&cause) {
        true => None,
        false => Some(instance(rt, cause, "exception causes must derive from BaseException")?),
    };
    let old = match exception.get_mut::<ExceptionObject>(rt) {
        Some(payload) => {
            payload.suppress_context = true;
            std::mem::replace(&mut payload.cause, cause)
        }
        None => None,
    };
    drop(old);
    Ok(exception)
}

/// An exception, or the one that calling an exception class makes.
fn instance(rt: &mut Runtime, exception: Borrowed<'_>, otherwise: &str) -> Result {
    let base = rt.types().base_exception.clone();
    if let Some(class) = rt.as_type(exception).map(|class| class.to_gc()) {
        if !rt.is_subtype(&class, &base) {
            return Err(rt.type_error(otherwise));
        }
        let made = rt.call(exception, [])?;
        if rt.is_instance_of(made.as_ref(), &base) {
            return Ok(made);
        }
        let class = rt.repr(&class)?;
        let class = class.read(rt).as_str().into_owned();
        let of = Value::clone(&rt.type_of(made.as_ref()));
        let of = rt.repr(&of)?;
        return Err(rt.type_error(format!(
            "calling {class} should have returned an instance of BaseException, not {}",
            of.read(rt).as_str()
        )));
    }
    if rt.is_instance_of(exception, &base) {
        return Ok(exception.to_value());
    }
    Err(rt.type_error(otherwise))
}

/// `raise` alone.
pub(super) fn again(rt: &mut Runtime) -> Raise {
    match rt.handled().map(Borrowed::to_value) {
        Some(exception) => Raise::exception(exception),
        None => rt.runtime_error("No active exception to reraise"),
    }
}

/// Notes in the traceback that an exception passes here, and finds the handler to go on at: the
/// exception is in its register then. A halt passes all handlers.
///
/// # Errors
/// The raise itself, if there is no handler.
pub(super) fn unwind(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    at: usize,
    raise: Raise,
) -> Result<usize> {
    let exception = raise.into_exception()?;
    let again = body
        .unit
        .code
        .get(at)
        .is_some_and(|i| i.op == Op::Reraise || (i.op == Op::Raise && i.b == 0));
    if !again {
        let line = body.positions.get(at).map_or(0, |position| position.line);
        let locals = seen_names(rt, body, registers, exception.as_ref())?;
        rt.set_place(at as u32);
        rt.add_traceback(exception.as_ref(), at as u32, line, locals);
    }
    let place = at as u32;
    let handler = body.unit.handlers.iter().find(|h| h.start <= place && place < h.end);
    let Some(handler) = handler else { return Err(Raise::exception(exception)) };
    let first = usize::from(handler.register);
    registers::clear_all(registers.get_mut(first..body.words).unwrap_or_default());
    registers::put(registers, handler.register, exception);
    rt.safepoint();
    Ok(handler.target as usize)
}

/// The local names around a new `NameError`, which may suggest one of them.
fn seen_names(
    rt: &mut Runtime,
    body: &Body,
    registers: &Registers,
    exception: Borrowed<'_>,
) -> Result<Option<Value>> {
    let class = rt.types().name_error.clone();
    let new = exception.get::<ExceptionObject>(rt).is_some_and(|e| e.traceback.is_none());
    if !new || !rt.type_of(exception).is(&class) {
        return Ok(None);
    }
    let frame = Frame::current(rt, body)?;
    super::name::locals(rt, &frame, body, registers).map(Some)
}
