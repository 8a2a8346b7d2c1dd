//! `raise`, and how an exception finds its handler.

use objmodel::objects::exception::ExceptionObject;
use objmodel::{Borrowed, Raise, Result, Runtime, Value};

use super::body::Body;
use super::frame::Frame;
use super::registers::{self, Registers};
use super::watch;
use crate::compile::Op;

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
    let mut exception = rt.raised_exception(raise)?;
    let again = body
        .unit
        .code
        .get(at)
        .is_some_and(|i| i.op() == Op::Reraise || (i.op() == Op::Raise && i.b() == 0));
    if !again {
        let line = body.positions.get(at).map_or(0, |position| position.line);
        let locals = seen_names(rt, body, registers, exception.as_ref())?;
        rt.set_place(at as u32);
        rt.add_traceback(exception.as_ref(), at as u32, line, locals);
        if rt.is_watched() {
            watch::show(rt, body, registers);
            if let Err(other) = rt.tell_exception(exception.as_ref()) {
                exception = rt.raised_exception(other)?;
                rt.add_traceback(exception.as_ref(), at as u32, line, None);
            }
            watch::take(rt, registers);
        }
    }
    if again {
        match body.unit.code.get(at).is_some_and(|i| i.op() == Op::Reraise && i.b() != 0) {
            true => restore_place(rt, exception.as_ref()),
            false => rt.set_place(at as u32),
        }
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

/// Lets the activation stand where the exception was raised that its clean-up raises on.
fn restore_place(rt: &mut Runtime, exception: Borrowed<'_>) {
    let entry = exception.get::<ExceptionObject>(rt).and_then(|own| own.traceback.clone());
    let Some(entry) = entry else { return };
    let (frame, instruction) = (entry.read(rt).frame.clone(), entry.read(rt).instruction);
    if rt.frame_executes(&frame) {
        rt.set_place(instruction);
    }
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
