//! Operators where the short ways of the loop do not apply.

use objmodel::{BinaryOp, CompareOp, Ref, Result, Runtime, Value};

use crate::compile::{BinaryOperator, Comparison, Operator};

/// `left op right`, in place if the site says so.
pub(super) fn binary(
    rt: &mut Runtime,
    operator: Option<&Operator>,
    left: Ref<'_>,
    right: Ref<'_>,
) -> Result {
    match operator {
        Some(Operator::Binary(operator, true)) => rt.in_place(library(*operator), left, right),
        Some(Operator::Binary(operator, false)) => rt.binary(library(*operator), left, right),
        _ => Err(rt.system_error("an operator site without an operator")),
    }
}

/// The same with a small integer on the right.
#[inline(never)]
pub(super) fn binary_small(
    rt: &mut Runtime,
    operator: Option<&Operator>,
    left: Ref<'_>,
    right: i64,
) -> Result {
    let right = rt.int(right)?;
    binary(rt, operator, left, right.as_ref())
}

/// `left op right` for a rich comparison.
#[inline]
pub(super) fn compare(
    rt: &mut Runtime,
    operator: Option<&Operator>,
    left: Ref<'_>,
    right: Ref<'_>,
) -> Result {
    match operator {
        Some(Operator::Compare(comparison)) => rt.compare(comparison_op(*comparison), left, right),
        _ => Err(rt.system_error("a comparison site without a comparison")),
    }
}

/// The truth of a comparison.
#[inline(never)]
pub(super) fn compare_truth(
    rt: &mut Runtime,
    operator: Option<&Operator>,
    left: Ref<'_>,
    right: Ref<'_>,
) -> Result<bool> {
    let answer = compare(rt, operator, left, right)?;
    rt.is_true(answer.as_ref())
}

/// The truth of a comparison with a small integer.
#[inline(never)]
pub(super) fn compare_small(
    rt: &mut Runtime,
    operator: Option<&Operator>,
    left: Ref<'_>,
    right: i64,
) -> Result<bool> {
    let right = rt.int(right)?;
    compare_truth(rt, operator, left, right.as_ref())
}

/// `x / y` where both are exact as floats, so that the quotient is correctly rounded.
#[inline]
pub(super) fn divide_small(x: i64, y: i64) -> Option<Value> {
    const EXACT: u64 = 1 << 53;
    if y == 0 || x.unsigned_abs() > EXACT || y.unsigned_abs() > EXACT {
        return None;
    }
    Value::immediate_float(x as f64 / y as f64)
}

/// `x // y` for a positive `y`.
#[inline]
pub(super) fn floor_small(x: i64, y: i64) -> Option<Value> {
    if y > 0 { Value::small_int(x.div_euclid(y)) } else { None }
}

/// `x % y` for a positive `y`.
#[inline]
pub(super) fn modulo_small(x: i64, y: i64) -> Option<Value> {
    if y > 0 { Value::small_int(x.rem_euclid(y)) } else { None }
}

/// `x << y` where nothing is lost.
#[inline]
pub(super) fn shift_left_small(x: i64, y: i64) -> Option<Value> {
    if !(0..62).contains(&y) {
        return None;
    }
    let shifted = x << y;
    if shifted >> y == x { Value::small_int(shifted) } else { None }
}

/// `x >> y`.
#[inline]
pub(super) fn shift_right_small(x: i64, y: i64) -> Option<Value> {
    if y < 0 { None } else { Value::small_int(x >> y.min(63)) }
}

fn library(operator: BinaryOperator) -> BinaryOp {
    match operator {
        BinaryOperator::Add => BinaryOp::Add,
        BinaryOperator::Subtract => BinaryOp::Sub,
        BinaryOperator::Multiply => BinaryOp::Mul,
        BinaryOperator::MatrixMultiply => BinaryOp::MatMul,
        BinaryOperator::TrueDivide => BinaryOp::TrueDiv,
        BinaryOperator::FloorDivide => BinaryOp::FloorDiv,
        BinaryOperator::Modulo => BinaryOp::Mod,
        BinaryOperator::Power => BinaryOp::Pow,
        BinaryOperator::LeftShift => BinaryOp::LShift,
        BinaryOperator::RightShift => BinaryOp::RShift,
        BinaryOperator::And => BinaryOp::And,
        BinaryOperator::Or => BinaryOp::Or,
        BinaryOperator::Xor => BinaryOp::Xor,
    }
}

fn comparison_op(comparison: Comparison) -> CompareOp {
    match comparison {
        Comparison::Less => CompareOp::Lt,
        Comparison::LessEqual => CompareOp::Le,
        Comparison::Equal => CompareOp::Eq,
        Comparison::NotEqual => CompareOp::Ne,
        Comparison::Greater => CompareOp::Gt,
        Comparison::GreaterEqual => CompareOp::Ge,
    }
}
