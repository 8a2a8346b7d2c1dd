//! Programs explained: operators, comparisons, subscripts, `in` and attribute accesses tell what they try.
//!
//! Where a program is to be explained, its code has [`Op::Explained`] in place of the instructions that
//! can be; the unit keeps what they were. So other programs pay nothing.

use objmodel::explain::{Explained, Explanation};
use objmodel::{Borrowed, Result, Runtime, UnaryOp, Value, singletons};

use super::arithmetic::{comparison_op, library};
use super::body::Body;
use super::implicit::Outcome;
use super::name::NO_SITE;
use super::registers::{self, Registers, operand};
use crate::compile::{Instruction, Op, Operator};

/// That programs are explained, and the name of the one that is run.
struct Program(String);

/// Explains what is loaded from here on, on standard output.
pub(super) fn start(rt: &mut Runtime, program: &str) {
    rt.set_data(Program(program.to_owned()));
    rt.explain_to(|rt, explanation: &Explanation| {
        rt.host().write_stdout(explanation.to_string().as_bytes());
    });
}

/// Whether the code of a file is to be explained: the library's is not.
pub(super) fn is_wanted(rt: &Runtime, file: &str) -> bool {
    let program = rt.data::<Program>();
    program.is_some_and(|program| program.0 == file || !file.starts_with('<'))
}

/// What stands in explained code for an instruction.
pub(super) fn stand_in(i: Instruction) -> Instruction {
    let op = i.op();
    let explained = matches!(
        op,
        Op::LoadAttr
            | Op::LoadMethod
            | Op::StoreAttr
            | Op::DeleteAttr
            | Op::Negative
            | Op::Positive
            | Op::Invert
            | Op::GetItem
            | Op::GetItemSmall
            | Op::SetItem
            | Op::DeleteItem
            | Op::Contains
            | Op::NotContains
            | Op::JumpContains
    ) || is_binary(op)
        || is_comparison(op);
    if explained { Instruction::new(Op::Explained, i.a(), i.b(), i.c(), i.imm()) } else { i }
}

fn is_binary(op: Op) -> bool {
    matches!(
        op,
        Op::Add
            | Op::Subtract
            | Op::Multiply
            | Op::TrueDivide
            | Op::FloorDivide
            | Op::Modulo
            | Op::And
            | Op::Or
            | Op::Xor
            | Op::LeftShift
            | Op::RightShift
            | Op::Binary
            | Op::AddSmall
            | Op::SubtractSmall
            | Op::MultiplySmall
            | Op::FloorDivideSmall
            | Op::ModuloSmall
            | Op::AndSmall
            | Op::RightShiftSmall
    )
}

fn is_comparison(op: Op) -> bool {
    op == Op::Compare || is_comparing_jump(op)
}

fn is_comparing_jump(op: Op) -> bool {
    matches!(
        op,
        Op::JumpLess
            | Op::JumpLessEqual
            | Op::JumpEqual
            | Op::JumpNotEqual
            | Op::JumpGreater
            | Op::JumpGreaterEqual
            | Op::JumpLessSmall
            | Op::JumpLessEqualSmall
            | Op::JumpEqualSmall
            | Op::JumpNotEqualSmall
            | Op::JumpGreaterSmall
            | Op::JumpGreaterEqualSmall
    )
}

/// Executes the instruction at `at`, explained.
///
/// # Errors
/// What it raises.
#[cold]
pub(super) fn instruction(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    at: usize,
) -> Result<Outcome> {
    let Some(i) = body.unit.code.get(at).copied() else {
        return Err(rt.system_error("no such instruction"));
    };
    let op = i.op();
    let value = if is_binary(op) || is_comparison(op) {
        let small = if op.has_small_operand() { Some(rt.int(i.small())?) } else { None };
        let right = small.as_ref().map_or_else(|| operand(registers, i.c()), Value::as_ref);
        let site = match is_comparing_jump(op) {
            true => body.unit.sites.get(at).copied().unwrap_or_default() as usize,
            false => i.index(),
        };
        let operator = body.unit.operators.get(site);
        let value = by_operator(&mut rt.explained(), operator, operand(registers, i.b()), right)?;
        if is_comparing_jump(op) {
            let truth = rt.is_true(value.as_ref())?;
            registers::release(registers, i);
            return Ok(if truth == (i.a() != 0) { Outcome::Jump } else { Outcome::Done });
        }
        value
    } else {
        let name = match op {
            Op::LoadMethod => body.methods.get(i.index()),
            Op::LoadAttr | Op::StoreAttr | Op::DeleteAttr => {
                body.attributes.get(i.index()).map(|site| &site.name)
            }
            _ => None,
        };
        let small = if op == Op::GetItemSmall { Some(rt.int(i.small())?) } else { None };
        let mut explained = rt.explained();
        let b = operand(registers, i.b());
        match (op, name) {
            (Op::GetItem, _) => explained.get_item(b, operand(registers, i.c()))?,
            (Op::GetItemSmall, _) => explained.get_item(b, small)?,
            (Op::SetItem, _) => {
                explained.set_item(operand(registers, i.a()), b, operand(registers, i.c()))?;
                registers::release(registers, i);
                return Ok(Outcome::Done);
            }
            (Op::DeleteItem, _) => {
                explained.del_item(b, operand(registers, i.c()))?;
                registers::release(registers, i);
                return Ok(Outcome::Done);
            }
            (Op::JumpContains, _) => {
                let found = explained.contains(operand(registers, i.c()), b)?;
                registers::release(registers, i);
                return Ok(if found == (i.a() != 0) { Outcome::Jump } else { Outcome::Done });
            }
            (Op::Contains | Op::NotContains, _) => {
                let found = explained.contains(operand(registers, i.c()), b)?;
                singletons::bool(found == (op == Op::Contains))
            }
            (Op::Negative, _) => explained.unary(UnaryOp::Neg, b)?,
            (Op::Positive, _) => explained.unary(UnaryOp::Pos, b)?,
            (Op::Invert, _) => explained.unary(UnaryOp::Invert, b)?,
            (Op::LoadAttr, Some(name)) => explained.getattr(b, name)?,
            (Op::LoadMethod, Some(name)) => {
                let method = explained.getattr(b, name)?;
                registers::put(registers, i.a(), method);
                registers::clear(registers, i.a().wrapping_add(1));
                return Ok(Outcome::Done);
            }
            (Op::StoreAttr, Some(name)) => {
                explained.setattr(operand(registers, i.a()), name, b)?;
                registers::release(registers, i);
                return Ok(Outcome::Done);
            }
            (Op::DeleteAttr, Some(name)) => {
                explained.delattr(b, name)?;
                registers::release(registers, i);
                return Ok(Outcome::Done);
            }
            _ => return Err(rt.system_error(NO_SITE)),
        }
    };
    registers::put(registers, i.a(), value);
    registers::release(registers, i);
    Ok(Outcome::Done)
}

fn by_operator(
    rt: &mut Explained<'_>,
    operator: Option<&Operator>,
    left: Borrowed<'_>,
    right: Borrowed<'_>,
) -> Result {
    match operator {
        Some(Operator::Binary(operator, false)) => rt.binary(library(*operator), left, right),
        Some(Operator::Binary(operator, true)) => rt.in_place(library(*operator), left, right),
        Some(Operator::Compare(comparison)) => rt.compare(comparison_op(*comparison), left, right),
        None => Err(rt.system_error("an operator site without an operator")),
    }
}
