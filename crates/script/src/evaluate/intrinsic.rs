//! Calls of native functions that are an operation of the runtime: the operation is done, with the
//! operands where they lie, and nothing is called.

use objmodel::native::Intrinsic;
use objmodel::objects::dict::DictObject;
use objmodel::objects::list::ListObject;
use objmodel::objects::set::SetObject;
use objmodel::{Result, Runtime, Value, singletons};

use super::registers::{self, Registers, clear, operand};
use crate::compile::{Instruction, METHOD};

/// Whether a call instruction has a receiver.
#[inline]
fn is_bound(registers: &Registers, i: Instruction) -> bool {
    i.imm() & METHOD != 0 && registers::held(registers, i.a().wrapping_add(1)).is_some()
}

/// Does what the call of an instruction without keywords comes to, if that is `type(x)` or an operation
/// of the runtime, and empties the row; `None` if it is another call.
#[inline(always)]
pub(super) fn call(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Option<Result> {
    let bound = is_bound(registers, i);
    let answer = match bound {
        true => method(rt, registers, i)?,
        false => function(rt, registers, i)?,
    };
    clear_row(registers, i, bound);
    Some(answer)
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

/// What a call of a function comes to.
#[inline(always)]
fn function(rt: &mut Runtime, registers: &Registers, i: Instruction) -> Option<Result> {
    let (callee, first) = (operand(registers, i.a()), i.a().wrapping_add(2));
    let argument = operand(registers, first);
    let Some(intrinsic) = rt.intrinsic_function(callee) else {
        if i.b() == 1 && callee.is(&rt.types().r#type) {
            return Some(Ok(Value::clone(&rt.type_of(argument))));
        }
        return None;
    };
    match (intrinsic, i.b()) {
        (Intrinsic::Len, 1) => Some(rt.len(argument).and_then(|len| rt.int_from_usize(len))),
        (Intrinsic::IsInstance, 2) => {
            let classes = operand(registers, first.wrapping_add(1));
            Some(rt.is_instance(argument, classes).map(singletons::bool))
        }
        _ => None,
    }
}

/// What a call of a method comes to whose receiver is an instance of exactly the class that has it.
#[inline(always)]
fn method(rt: &mut Runtime, registers: &Registers, i: Instruction) -> Option<Result> {
    let intrinsic = rt.intrinsic_method(operand(registers, i.a()))?;
    let (receiver, first) = (i.a().wrapping_add(1), i.a().wrapping_add(2));
    let (object, argument) = (operand(registers, receiver), operand(registers, first));
    let class = object.class()?;
    match (intrinsic, i.b()) {
        (Intrinsic::ListAppend, 1) if class.is(&rt.types().list) => {
            let list = object.typed::<ListObject>()?;
            let item = argument.to_value();
            let appended = rt.grow(&list, |list, meter| list.push(meter, item));
            Some(appended.map(|()| singletons::none()))
        }
        (Intrinsic::SetAdd, 1) if class.is(&rt.types().set) => {
            let set = object.typed::<SetObject>()?;
            Some(rt.set_add(&set, argument).map(|_| singletons::none()))
        }
        (Intrinsic::DictGet, 1 | 2) if class.is(&rt.types().dict) => {
            let dict = object.typed::<DictObject>()?;
            let found = rt.dict_get(&dict, argument);
            Some(found.map(|found| match found {
                Some(value) => value,
                None if i.b() == 1 => singletons::none(),
                None => operand(registers, first.wrapping_add(1)).to_value(),
            }))
        }
        _ => None,
    }
}
