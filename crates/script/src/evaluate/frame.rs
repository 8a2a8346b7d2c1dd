//! An activation: the code that runs, where its names are, and its registers.

use std::ops::Deref;

use objmodel::objects::function::{Function, FunctionObject};
use objmodel::{Borrowed, Value, singletons};

use super::body::Body;
use crate::compile::{Instruction, TAKE_A, TAKE_B, TAKE_C};

/// What stays the same while a body runs: the function, whose code, globals and built-ins it
/// shows, and the namespace. Whoever begins a run holds both. The registers are kept apart, so that
/// operands can be borrowed from them while the runtime works.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    function: &'a FunctionObject,
    /// Where names are stored, if not in registers: a class body's namespace, a module's.
    pub(super) namespace: Option<&'a Value>,
}

impl<'a> Frame<'a> {
    /// That of a call of a function.
    #[inline]
    pub(super) fn of(function: &'a Function, namespace: Option<&'a Value>) -> Frame<'a> {
        Frame { function: function.frozen(), namespace }
    }
}

impl Deref for Frame<'_> {
    type Target = FunctionObject;

    #[inline]
    fn deref(&self) -> &FunctionObject {
        self.function
    }
}

/// The registers of an activation, and behind them the locals that found no register.
pub(super) type Registers = [Option<Value>];

/// An operand. The compiler sees to it that it is not empty; were it, it would read as `None`.
#[inline(always)]
pub(super) fn operand(registers: &Registers, number: u8) -> Borrowed<'_> {
    match registers.get(usize::from(number)) {
        Some(Some(value)) => value.as_ref(),
        _ => NONE.as_ref(),
    }
}

/// Takes a temporary's value.
#[inline(always)]
pub(super) fn take(registers: &mut Registers, number: u8) -> Value {
    match registers.get_mut(usize::from(number)) {
        Some(register) => register.take().unwrap_or(singletons::none()),
        None => singletons::none(),
    }
}

/// What a register holds.
#[inline(always)]
pub(super) fn held(registers: &Registers, number: u8) -> &Option<Value> {
    registers.get(usize::from(number)).unwrap_or(&None)
}

/// Gives a register another content; whether an object went for it, which may have died.
#[inline(always)]
pub(super) fn replace(registers: &mut Registers, number: u8, value: Option<Value>) -> bool {
    match registers.get_mut(usize::from(number)) {
        Some(register) => match std::mem::replace(register, value) {
            Some(old) if old.is_object() => {
                drop(old);
                true
            }
            _ => false,
        },
        None => false,
    }
}

/// Puts a value into a register that is known to be empty, without a look at what it held.
#[inline(always)]
pub(super) fn fill(register: &mut Option<Value>, value: Value) {
    debug_assert!(register.is_none());
    std::mem::forget(register.replace(value));
}

/// Puts a value into a register; whether an object went for it.
#[inline(always)]
pub(super) fn put(registers: &mut Registers, number: u8, value: Value) -> bool {
    replace(registers, number, Some(value))
}

/// Empties a register; whether an object went.
#[inline(always)]
pub(super) fn clear(registers: &mut Registers, number: u8) -> bool {
    replace(registers, number, None)
}

/// A row of registers, or as many of them as there are.
#[inline]
pub(super) fn row(registers: &Registers, first: u8, count: usize) -> &Registers {
    let first = usize::from(first).min(registers.len());
    let end = (first + count).min(registers.len());
    registers.get(first..end).unwrap_or_default()
}

/// Takes the values of a row of registers.
pub(super) fn take_row(registers: &mut Registers, first: u8, count: usize) -> Vec<Value> {
    let first = usize::from(first).min(registers.len());
    let end = (first + count).min(registers.len());
    match registers.get_mut(first..end) {
        Some(row) => row.iter_mut().map(|r| r.take().unwrap_or(singletons::none())).collect(),
        None => Vec::new(),
    }
}

/// Empties registers.
#[inline]
pub(super) fn clear_all(registers: &mut Registers) {
    for register in registers {
        *register = None;
    }
}

/// Empties the temporaries that an instruction uses up, unless its result went there; whether an
/// object went.
///
/// Where all operands are known to be immediate this may be left out: what a temporary holds
/// matters only if it is an object, which must not live longer than in CPython.
#[inline(always)]
pub(super) fn release(registers: &mut Registers, i: Instruction) -> bool {
    i.imm & (TAKE_A | TAKE_B | TAKE_C) != 0 && release_taken(registers, i)
}

#[inline]
fn release_taken(registers: &mut Registers, i: Instruction) -> bool {
    let b = i.imm & TAKE_B != 0 && clear(registers, i.b);
    let c = i.imm & TAKE_C != 0 && clear(registers, i.c);
    let a = i.imm & TAKE_A != 0 && clear(registers, i.a);
    a | b | c
}

/// Empties the operand of an unpacking, unless an item went there.
pub(super) fn release_unpacked(registers: &mut Registers, i: Instruction, count: usize) {
    let targets = usize::from(i.a)..usize::from(i.a) + count;
    if i.imm & TAKE_B != 0 && !targets.contains(&usize::from(i.b)) {
        clear(registers, i.b);
    }
}

/// Where a local beyond the registers is.
pub(super) fn far(body: &Body, low: u8, high: u8) -> usize {
    usize::from(body.unit.registers) + (usize::from(high) << 8 | usize::from(low))
}

/// The Python object `None`, to be borrowed.
const NONE: &Value = &singletons::none();
