//! What the loop tells those who watch: before an instruction, and of calls of native functions.

use objmodel::objects::descriptor::MethodDescriptorObject;
use objmodel::objects::native::NativeObject;
use objmodel::{Raise, Result, Runtime, Value};

use super::body::Body;
use super::registers::{self, Registers, WINDOW};
use crate::compile::{Instruction, METHOD, Op};

/// Brings an activation up to date before the instruction at `at`: it takes what was written to its
/// variables, shows them, and tells of the line.
///
/// # Errors
/// What the tracer raises.
#[inline(never)]
pub(super) fn before(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
    at: usize,
) -> Result<()> {
    take(rt, registers);
    let traced = rt.trace_function().is_some();
    if traced || !is_inert(i.op()) {
        show(rt, body, registers);
    }
    if !traced {
        return Ok(());
    }
    let position = body.positions.get(at).copied().unwrap_or_default();
    rt.reach(at as u32, position.line, is_silent(body, i, at))?;
    take(rt, registers);
    show(rt, body, registers);
    Ok(())
}

/// Shows the variables of the innermost activation, which runs `body`.
pub(super) fn show(rt: &mut Runtime, body: &Body, registers: &Registers) {
    rt.show_variables(registers.get(..body.lasting.min(WINDOW)).unwrap_or_default());
}

/// Gives variables what was written to them.
pub(super) fn take(rt: &mut Runtime, registers: &mut Registers) {
    for (index, value) in rt.take_writes() {
        if let Some(register) = registers.get_mut(index as usize) {
            let old = register.replace(value);
            drop(old);
        }
    }
}

/// Whether an instruction runs no other code.
fn is_inert(op: Op) -> bool {
    matches!(
        op,
        Op::Nop | Op::Move | Op::Copy | Op::Const | Op::Jump | Op::JumpBack | Op::CheckLocal
    )
}

/// Whether an instruction belongs to no line of its own: what cleans up, what a block ends with.
fn is_silent(body: &Body, i: Instruction, at: usize) -> bool {
    match i.op() {
        Op::Jump
        | Op::PushHandled
        | Op::PopHandled
        | Op::Clear
        | Op::ClearRow
        | Op::Reraise
        | Op::MakeCell
        | Op::CellFromParameter
        | Op::MakeFar
        | Op::CheckLocal => true,
        // The end of a body goes back without a word, `continue` says its line.
        Op::JumpBack => {
            let line = |at: usize| body.positions.get(at).map(|position| position.line);
            stands_nowhere(body, at) || line(at) == line(i.index())
        }
        _ => stands_nowhere(body, at),
    }
}

/// Whether an instruction stands nowhere in the text: the compiler added it at the end of a block.
fn stands_nowhere(body: &Body, at: usize) -> bool {
    body.positions.get(at).is_none_or(|position| position.end_column == 0)
}

/// Tells that the innermost activation begins or goes on with the instruction at `next`.
///
/// # Errors
/// What a watcher raises.
pub(super) fn enter(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    next: usize,
) -> Result<()> {
    take(rt, registers);
    show(rt, body, registers);
    rt.set_place((next as u32).wrapping_sub(1));
    rt.forget_reached();
    rt.tell_call()?;
    take(rt, registers);
    Ok(())
}

/// Tells that the innermost activation returns or yields a value, or ends by an exception.
///
/// # Errors
/// What a watcher raises.
pub(super) fn leave(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    at: usize,
    value: Option<&Value>,
) -> Result<()> {
    show(rt, body, registers);
    // One that ends by an exception stands where unwinding has left it.
    if value.is_some() {
        let silent = body.unit.code.get(at).is_none_or(|i| is_silent(body, *i, at));
        let shown = rt.last_reached().filter(|_| silent).unwrap_or(at as u32);
        rt.set_place(shown);
    }
    rt.tell_return(value)?;
    take(rt, registers);
    Ok(())
}

/// The native function that a call instruction is about to call, if it is one.
///
/// # Errors
/// `MemoryError`.
pub(super) fn native_callee(
    rt: &mut Runtime,
    registers: &Registers,
    i: Instruction,
) -> Result<Option<Value>> {
    if !matches!(i.op(), Op::Call | Op::CallKeyword | Op::CallUnpacked) {
        return Ok(None);
    }
    let Some(callee) = registers::held(registers, i.a()) else { return Ok(None) };
    if callee.is_payload::<NativeObject>() {
        return Ok(Some(callee.clone()));
    }
    let receiver = registers::held(registers, i.a().wrapping_add(1));
    match (callee.downcast_ref::<MethodDescriptorObject>(), receiver) {
        (Some(method), Some(receiver)) if i.imm() & METHOD != 0 => {
            let MethodDescriptorObject { def, owner, .. } = method.frozen();
            rt.bind_native(def, receiver.as_ref(), owner).map(Some)
        }
        _ => Ok(None),
    }
}

/// Tells how a call of a native function ended; what is raised then.
#[cold]
pub(super) fn native_raised(rt: &mut Runtime, callee: &Value, raise: Raise) -> Raise {
    match rt.tell_native("c_exception", callee) {
        Ok(()) => raise,
        Err(other) => other,
    }
}
