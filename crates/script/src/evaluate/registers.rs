//! The registers of an activation, and what instructions do with them.
//!
//! A window is always 256 registers wide, as many as an operand can name, so that reading one needs
//! no check. Where a window ends early, those behind belong to nobody and are empty or hold what is
//! no object.

use objmodel::{Borrowed, Value, singletons};

use crate::compile::{Instruction, TAKE_A, TAKE_B, TAKE_C};

/// How many registers a window has: as many as an operand of eight bits can name.
pub(super) const WINDOW: usize = 256;

/// A window of the register stack.
pub(super) type Registers = [Option<Value>; WINDOW];

/// The Python object `None`, to be borrowed.
const NONE: &Value = &singletons::none();

/// An operand. The compiler sees to it that it is not empty; were it, it would read as `None`.
#[inline(always)]
pub(super) fn operand(registers: &Registers, number: u8) -> Borrowed<'_> {
    match &registers[usize::from(number)] {
        Some(value) => value.as_ref(),
        None => NONE.as_ref(),
    }
}

/// Takes a temporary's value.
#[inline(always)]
pub(super) fn take(registers: &mut Registers, number: u8) -> Value {
    registers[usize::from(number)].take().unwrap_or(singletons::none())
}

/// What a register holds.
#[inline(always)]
pub(super) fn held(registers: &Registers, number: u8) -> &Option<Value> {
    &registers[usize::from(number)]
}

/// Gives a register another content; whether an object went for it, which may have died.
#[inline(always)]
pub(super) fn replace(registers: &mut Registers, number: u8, value: Option<Value>) -> bool {
    match std::mem::replace(&mut registers[usize::from(number)], value) {
        Some(old) if old.is_object() => {
            drop(old);
            true
        }
        old => {
            std::mem::forget(old);
            false
        }
    }
}

/// Puts a value into a register that is known to hold no object, without a look at it.
#[inline(always)]
pub(super) fn fill(register: &mut Option<Value>, value: Value) {
    debug_assert!(!register.as_ref().is_some_and(Value::is_object));
    std::mem::forget(register.replace(value));
}

/// Puts a value into a register; whether an object went for it.
#[inline(always)]
pub(super) fn put(registers: &mut Registers, number: u8, value: Value) -> bool {
    replace(registers, number, Some(value))
}

/// The destination of a result that nobody wants. No activation uses this register.
const NOWHERE: u8 = u8::MAX;

/// Puts the result of a call where it is wanted, if it is.
#[inline(always)]
pub(super) fn deliver(registers: &mut Registers, number: u8, value: Value) {
    if number == NOWHERE {
        drop(value);
    } else {
        put(registers, number, value);
    }
}

/// Empties a register; whether an object went.
#[inline(always)]
pub(super) fn clear(registers: &mut Registers, number: u8) -> bool {
    replace(registers, number, None)
}

/// A row of registers, or as many of them as there are.
#[inline]
pub(super) fn row(registers: &Registers, first: u8, count: usize) -> &[Option<Value>] {
    let first = usize::from(first);
    let end = (first + count).min(WINDOW);
    registers.get(first..end).unwrap_or_default()
}

/// A row of registers to be changed, or as many of them as there are.
#[inline]
pub(super) fn row_mut(registers: &mut Registers, first: u8, count: usize) -> &mut [Option<Value>] {
    let first = usize::from(first);
    let end = (first + count).min(WINDOW);
    registers.get_mut(first..end).unwrap_or_default()
}

/// Takes the values of a row of registers.
pub(super) fn take_row(registers: &mut Registers, first: u8, count: usize) -> Vec<Value> {
    let row = row_mut(registers, first, count);
    row.iter_mut().map(|r| r.take().unwrap_or(singletons::none())).collect()
}

/// Empties registers.
#[inline(always)]
pub(super) fn clear_all(registers: &mut [Option<Value>]) {
    for register in registers {
        *register = None;
    }
}

/// Empties the temporary `b` that an instruction uses up, where it has no others; whether an object
/// went.
#[inline(always)]
pub(super) fn release_b(registers: &mut Registers, i: Instruction) -> bool {
    i.imm() & TAKE_B != 0 && clear(registers, i.b())
}

/// Empties the temporaries that an instruction uses up, unless its result went there; whether an
/// object went.
///
/// Where all operands are known to be immediate this may be left out: what a temporary holds
/// matters only if it is an object, which must not live longer than in CPython.
#[inline(always)]
pub(super) fn release(registers: &mut Registers, i: Instruction) -> bool {
    i.imm() & (TAKE_A | TAKE_B | TAKE_C) != 0 && release_taken(registers, i)
}

#[inline]
fn release_taken(registers: &mut Registers, i: Instruction) -> bool {
    let b = i.imm() & TAKE_B != 0 && clear(registers, i.b());
    let c = i.imm() & TAKE_C != 0 && clear(registers, i.c());
    let a = i.imm() & TAKE_A != 0 && clear(registers, i.a());
    a | b | c
}

/// Empties the operand of an unpacking, unless an item went there.
pub(super) fn release_unpacked(registers: &mut Registers, i: Instruction, count: usize) {
    let targets = usize::from(i.a())..usize::from(i.a()) + count;
    if i.imm() & TAKE_B != 0 && !targets.contains(&usize::from(i.b())) {
        clear(registers, i.b());
    }
}
