//! What finds no register: variables in the cells of a tuple, and temporaries that wait in an object.

use objmodel::objects::cell::{Cell, CellObject};
use objmodel::objects::function::Function;
use objmodel::objects::tuple::TupleObject;
use objmodel::{Borrowed, CallArgs, Gc, Result, Runtime, Value};

use super::body::Body;
use super::registers::{self, Registers, operand};
use crate::compile::Instruction;

/// The tuple of new cells for so many variables.
///
/// # Errors
/// `MemoryError`.
pub(super) fn make(rt: &mut Runtime, count: usize) -> Result {
    filled(rt, Vec::new(), count)
}

/// The tuple of cells for so many variables, the first of which have these values.
fn filled(rt: &mut Runtime, values: Vec<Option<Value>>, count: usize) -> Result {
    let mut cells = Vec::new();
    for value in values.into_iter().chain(std::iter::repeat_n(None, count)).take(count) {
        cells.push(rt.cell(value)?.into_value());
    }
    rt.tuple(cells.into_iter()).map(Gc::into_value)
}

/// Binds the arguments of a call whose parameters are too many for registers: they go into the cells
/// of the tuple that becomes the first register.
///
/// # Errors
/// `TypeError` if they do not fit; `MemoryError`.
#[cold]
pub(super) fn bind(
    rt: &mut Runtime,
    function: &Function,
    body: &Body,
    args: CallArgs<'_>,
    first: &mut Option<Value>,
) -> Result<()> {
    let count = body.unit.parameters();
    let tuple = rt.while_charged(2 * count * size_of::<Option<Value>>(), |rt| {
        let mut values = vec![None; count];
        rt.bind_arguments(function, args, &mut values)?;
        filled(rt, values, body.unit.far.len())
    })?;
    *first = Some(tuple);
    Ok(())
}

/// The cell with this number in a tuple.
///
/// # Errors
/// `SystemError` if there is none.
pub(super) fn cell(rt: &Runtime, tuple: Borrowed<'_>, index: usize) -> Result<Cell> {
    let items = tuple.get::<TupleObject>(rt).map_or(&[][..], TupleObject::items);
    match items.get(index).and_then(|item| item.downcast_ref::<CellObject>()) {
        Some(cell) => Ok(cell.clone()),
        None => Err(rt.system_error("no such variable")),
    }
}

/// The cell of the variable whose number is in two operands.
///
/// # Errors
/// `SystemError` if there is none.
pub(super) fn variable(
    rt: &Runtime,
    body: &Body,
    registers: &Registers,
    low: u8,
    high: u8,
) -> Result<Cell> {
    let index = usize::from(high) << 8 | usize::from(low);
    cell(rt, operand(registers, body.unit.far_register), index)
}

/// Gives a variable another cell.
///
/// # Errors
/// `MemoryError`.
pub(super) fn renew(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Result<()> {
    let tuple = operand(registers, i.a());
    let mut cells: Vec<Value> =
        tuple.get::<TupleObject>(rt).map_or_else(Vec::new, |tuple| tuple.items().to_vec());
    let fresh = rt.cell(None)?.into_value();
    if let Some(cell) = cells.get_mut(i.index()) {
        *cell = fresh;
    }
    let tuple = rt.tuple(cells.into_iter())?.into_value();
    registers::put(registers, i.a(), tuple);
    Ok(())
}

/// Moves temporaries into one object. Its first item stands for those that are empty.
///
/// # Errors
/// `MemoryError`.
pub(super) fn spill(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Result<()> {
    let empty = rt.cell(None)?.into_value();
    let row = registers::row_mut(registers, i.a(), i.index());
    let moved = row.iter_mut().map(|held| held.take().unwrap_or_else(|| empty.clone()));
    let items: Vec<Value> = std::iter::once(empty.clone()).chain(moved).collect();
    let object = rt.tuple(items.into_iter())?.into_value();
    registers::put(registers, i.a(), object);
    Ok(())
}

/// Moves temporaries back out of their object, and the value that was computed meanwhile to where it
/// is wanted.
///
/// # Errors
/// `SystemError` if there is no such object.
pub(super) fn unspill(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Result<()> {
    let value = registers::take(registers, i.c());
    let object = registers::take(registers, i.b());
    let Some([empty, items @ ..]) = object.get::<TupleObject>(rt).map(TupleObject::items) else {
        return Err(rt.system_error("no temporaries to move back"));
    };
    let row = registers::row_mut(registers, i.b(), i.index());
    for (held, item) in row.iter_mut().zip(items) {
        let is_empty = item.as_ref().is(empty);
        *held = (!is_empty).then(|| item.clone());
    }
    registers::put(registers, i.a(), value);
    Ok(())
}
