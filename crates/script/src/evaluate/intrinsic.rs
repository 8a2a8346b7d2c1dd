//! Calls of native functions that are an operation of the runtime: the operation is done, with the
//! operands where they lie, and nothing is called.

use objmodel::host::Sent;
use objmodel::native::Intrinsic;
use objmodel::objects::dict::DictObject;
use objmodel::objects::generator::{Generator, GeneratorKind, GeneratorObject};
use objmodel::objects::list::ListObject;
use objmodel::objects::set::SetObject;
use objmodel::{Result, Runtime, Value, singletons};

use super::body::Body;
use super::generator;
use super::registers::{self, Registers, clear, operand};
use crate::compile::{Instruction, METHOD};

/// What a call without keywords comes to.
pub(super) enum Called {
    /// It need not be made: this is its result, and the row is empty.
    Answer(Result),
    /// It asks a generator, see [`asked`].
    Generator,
    /// It is another call.
    Other,
}

/// Whether a call instruction has a receiver.
#[inline]
fn is_bound(registers: &Registers, i: Instruction) -> bool {
    i.imm() & METHOD != 0 && registers::held(registers, i.a().wrapping_add(1)).is_some()
}

/// Does what the call of an instruction without keywords comes to, if that is `type(x)` or an operation
/// of the runtime, and empties the row.
#[inline(always)]
pub(super) fn call(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Called {
    let bound = is_bound(registers, i);
    let answer = if bound { method(rt, registers, i) } else { function(rt, registers, i) };
    if let Called::Answer(_) = answer {
        clear_row(registers, i, bound);
    }
    answer
}

/// Empties the row of a call.
#[inline(always)]
fn clear_row(registers: &mut Registers, i: Instruction, bound: bool) {
    clear(registers, i.a());
    // Without a receiver its register is somebody else's.
    if bound {
        clear(registers, i.a().wrapping_add(1));
    }
    for argument in 0..i.b() {
        clear(registers, i.a().wrapping_add(2).wrapping_add(argument));
    }
}

/// The generator that a call asks and what it is sent, if it waits for that.
pub(super) fn asked(
    rt: &mut Runtime,
    registers: &Registers,
    i: Instruction,
) -> Option<(Generator, Value)> {
    let (callee, receiver) = (operand(registers, i.a()), i.a().wrapping_add(1));
    let first = receiver.wrapping_add(1);
    let (generator, value) = match is_bound(registers, i) {
        false => match (rt.intrinsic_function(callee)?, i.b()) {
            (Intrinsic::Next, 1 | 2) => (first, singletons::none()),
            _ => return None,
        },
        true => match (rt.intrinsic_method(callee)?, i.b()) {
            (Intrinsic::Send, 1) => (receiver, operand(registers, first).to_value()),
            _ => return None,
        },
    };
    let generator = operand(registers, generator).typed::<GeneratorObject>()?;
    let waits = generator.read(rt).kind == GeneratorKind::Generator
        && generator::can_be_sent(rt, &generator, &value);
    waits.then(|| (generator.to_gc(), value))
}

/// Gives the call at an instruction, which asked a generator, what that yielded.
pub(super) fn yielded(body: &Body, registers: &mut Registers, at: usize, value: Value) {
    let Some(&i) = body.unit.code.get(at) else { return };
    clear_row(registers, i, is_bound(registers, i));
    registers::deliver(registers, i.c(), value);
}

/// Ends the call at an instruction, which asked a generator that has returned a value.
///
/// # Errors
/// `StopIteration`, unless there is a default.
pub(super) fn returned(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    at: usize,
    value: Value,
) -> Result<()> {
    let Some(&i) = body.unit.code.get(at) else { return Ok(()) };
    let bound = is_bound(registers, i);
    let with_default = !bound && i.b() == 2;
    let answer = match with_default {
        true => Ok(registers::take(registers, i.a().wrapping_add(3))),
        false => rt.yielded(Sent::Returned(value)),
    };
    clear_row(registers, i, bound);
    registers::deliver(registers, i.c(), answer?);
    Ok(())
}

/// What a call of a function comes to.
#[inline(always)]
fn function(rt: &mut Runtime, registers: &Registers, i: Instruction) -> Called {
    let (callee, first) = (operand(registers, i.a()), i.a().wrapping_add(2));
    let argument = operand(registers, first);
    let Some(intrinsic) = rt.intrinsic_function(callee) else {
        if i.b() == 1 && callee.is(&rt.types().r#type) {
            return Called::Answer(Ok(Value::clone(&rt.type_of(argument))));
        }
        return Called::Other;
    };
    match (intrinsic, i.b()) {
        (Intrinsic::Len, 1) => {
            Called::Answer(rt.len(argument).and_then(|len| rt.int_from_usize(len)))
        }
        (Intrinsic::IsInstance, 2) => {
            let classes = operand(registers, first.wrapping_add(1));
            Called::Answer(rt.is_instance(argument, classes).map(singletons::bool))
        }
        (Intrinsic::Next, _) if argument.is_payload::<GeneratorObject>() => Called::Generator,
        _ => Called::Other,
    }
}

/// What a call of a method comes to whose receiver is an instance of exactly the class that has it.
#[inline(always)]
fn method(rt: &mut Runtime, registers: &Registers, i: Instruction) -> Called {
    let Some(intrinsic) = rt.intrinsic_method(operand(registers, i.a())) else {
        return Called::Other;
    };
    let (receiver, first) = (i.a().wrapping_add(1), i.a().wrapping_add(2));
    let (object, argument) = (operand(registers, receiver), operand(registers, first));
    let Some(class) = object.class() else { return Called::Other };
    match (intrinsic, i.b()) {
        (Intrinsic::ListAppend, 1) if class.is(&rt.types().list) => {
            let Some(list) = object.typed::<ListObject>() else { return Called::Other };
            let item = argument.to_value();
            let appended = rt.grow(&list, |list, meter| list.push(meter, item));
            Called::Answer(appended.map(|()| singletons::none()))
        }
        (Intrinsic::SetAdd, 1) if class.is(&rt.types().set) => {
            let Some(set) = object.typed::<SetObject>() else { return Called::Other };
            Called::Answer(rt.set_add(&set, argument).map(|_| singletons::none()))
        }
        (Intrinsic::DictGet, 1 | 2) if class.is(&rt.types().dict) => {
            let Some(dict) = object.typed::<DictObject>() else { return Called::Other };
            let found = rt.dict_get(&dict, argument);
            Called::Answer(found.map(|found| match found {
                Some(value) => value,
                None if i.b() == 1 => singletons::none(),
                None => operand(registers, first.wrapping_add(1)).to_value(),
            }))
        }
        (Intrinsic::Send, _) if object.is_payload::<GeneratorObject>() => Called::Generator,
        _ => Called::Other,
    }
}
