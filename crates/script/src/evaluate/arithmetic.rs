//! Operators where the short ways of the loop do not apply.

use objmodel::objects::dict::DictObject;
use objmodel::objects::list::ListObject;
use objmodel::objects::set::SetObject;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::{BinaryOp, Borrowed, Bound, CompareOp, Result, Runtime, Value, singletons};

use super::body::Body;
use super::implicit::{Implicit, Outcome, Truth};
use super::registers::{self, Registers, held, operand};
use super::stack::Then;
use crate::compile::{BinaryOperator, Comparison, Instruction, Operator};

/// What became of an instruction that was tried without the library.
pub(super) enum Quick {
    /// It is done.
    Done,
    /// It is done, and an object went for its result: a safe point is due.
    Freed,
    /// The library has to do it.
    Slow,
}

impl Quick {
    /// Stores a result, if there is one.
    #[inline(always)]
    fn store(registers: &mut Registers, i: Instruction, value: Option<Value>) -> Quick {
        match value {
            None => Quick::Slow,
            Some(value) => match registers::put(registers, i.a(), value) {
                false => Quick::Done,
                true => Quick::Freed,
            },
        }
    }
}

/// `a = b op c` of two small integers, or of two floats.
#[inline(always)]
pub(super) fn numbers(
    registers: &mut Registers,
    i: Instruction,
    int: impl Fn(&Option<Value>, &Option<Value>) -> Option<Value>,
    float: impl Fn(f64, f64) -> f64,
) -> Quick {
    let (left, right) = (held(registers, i.b()), held(registers, i.c()));
    let value = match int(left, right) {
        None => Value::immediate_floats(left, right)
            .and_then(|(left, right)| Value::immediate_float(float(left, right))),
        value => value,
    };
    Quick::store(registers, i, value)
}

/// `a = b op c` of two small integers.
#[inline(always)]
pub(super) fn integers(
    registers: &mut Registers,
    i: Instruction,
    int: impl Fn((i64, i64)) -> Option<Value>,
) -> Quick {
    let value = Value::small_ints(held(registers, i.b()), held(registers, i.c())).and_then(int);
    Quick::store(registers, i, value)
}

/// `a = b op n` of a small integer.
#[inline(always)]
pub(super) fn with_small(
    registers: &mut Registers,
    i: Instruction,
    int: impl Fn(&Option<Value>, &Option<Value>) -> Option<Value>,
) -> Quick {
    let value = int(held(registers, i.b()), &Value::small_int(i.small()));
    Quick::store(registers, i, value)
}

/// The truth of `b op c` of two small integers, or of two floats.
#[inline(always)]
pub(super) fn compare_numbers(
    registers: &Registers,
    i: Instruction,
    int: impl Fn(&i64, &i64) -> bool,
    float: impl Fn(&f64, &f64) -> bool,
) -> Option<bool> {
    let (left, right) = (held(registers, i.b()), held(registers, i.c()));
    match Value::small_ints(left, right) {
        Some((left, right)) => Some(int(&left, &right)),
        None => Value::immediate_floats(left, right).map(|(left, right)| float(&left, &right)),
    }
}

/// The truth of `b op n` of a small integer.
#[inline(always)]
pub(super) fn compare_small(
    registers: &Registers,
    i: Instruction,
    int: impl Fn(&i64, &i64) -> bool,
) -> Option<bool> {
    let left = held(registers, i.b()).as_ref()?.as_small_int()?;
    Some(int(&left, &i.small()))
}

/// `a = b op c`, or `a = b op n`.
///
/// # Errors
/// What the operator raises.
#[inline(never)]
pub(super) fn binary(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
) -> Result<Outcome> {
    let small = if i.op().has_small_operand() { Some(rt.int(i.small())?) } else { None };
    let Some(Operator::Binary(operator, in_place)) = body.unit.operators.get(i.index()) else {
        return Err(rt.system_error("an operator site without an operator"));
    };
    let op = library(*operator);
    if op == BinaryOp::Add && i.a() == i.b() && small.is_none() && appends(rt, registers, i)? {
        return Ok(Outcome::Done);
    }
    let right = small.as_ref().map_or_else(|| operand(registers, i.c()), Value::as_ref);
    let left = operand(registers, i.b());
    if op == BinaryOp::Add
        && let Some(text) = concatenated(rt, left, right)?
    {
        registers::put(registers, i.a(), text);
        registers::release(registers, i);
        return Ok(Outcome::Done);
    }
    if let Some(function) = rt.binary_method(op, *in_place, left, right)
        && let Some(ready) = Implicit::ready(rt, body, function, 2)
    {
        let arguments = [left.to_value(), right.to_value()];
        return Ok(Outcome::Enter(ready.with(body, registers, arguments, Then::Binary)));
    }
    let value = match with_truths(*operator, left, right) {
        Some(value) => value,
        None if *in_place => rt.in_place(op, left, right)?,
        None => rt.binary(op, left, right)?,
    };
    registers::put(registers, i.a(), value);
    registers::release(registers, i);
    Ok(Outcome::Done)
}

/// The sum of two texts of which none is empty; `None` if they are something else.
///
/// # Errors
/// `MemoryError`; a halt.
#[inline]
fn concatenated(rt: &Runtime, left: Borrowed<'_>, right: Borrowed<'_>) -> Result<Option<Value>> {
    let (Some(first), Some(second)) = (exact_str(rt, left), exact_str(rt, right)) else {
        return Ok(None);
    };
    let bytes = (first.as_bytes().len(), second.as_bytes().len());
    if bytes.0 == 0 || bytes.1 == 0 {
        return Ok(None);
    }
    rt.tick((bytes.0 + bytes.1) / 64)?;
    rt.concat_str([first, second].into_iter()).map(|text| Some(text.into_value()))
}

/// Does `a = a + c` by appending to a text that is nowhere but in `a`; false if that is not so.
///
/// # Errors
/// `MemoryError`; a halt.
#[inline]
fn appends(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Result<bool> {
    if !operand(registers, i.b()).is_leaf() || i.b() == i.c() {
        return Ok(false);
    }
    let tail = operand(registers, i.c()).to_value();
    let Some(text) = &mut registers[usize::from(i.a())] else { return Ok(false) };
    let appended = rt.append_to_str(text, &tail)?;
    if appended {
        registers::release(registers, i);
    }
    Ok(appended)
}

/// The truth of `b op c` of two texts, once they are gone if they are temporaries; `None` if either is
/// something else.
#[inline(never)]
pub(super) fn compares_texts(
    rt: &Runtime,
    registers: &mut Registers,
    i: Instruction,
    text: impl Fn(&[u8], &[u8]) -> bool,
) -> Option<bool> {
    let (left, right) = (operand(registers, i.b()), operand(registers, i.c()));
    let truth = text(exact_text(rt, left)?, exact_text(rt, right)?);
    registers::release(registers, i);
    Some(truth)
}

/// The truth of the comparison that the jump at `at` asks about, of `b` and `c` or of `b` and the
/// small number, once its operands are gone.
///
/// # Errors
/// What the comparison and the truth of its answer raise.
#[inline(never)]
pub(super) fn compares(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
    at: usize,
) -> Result<Truth> {
    let small = if i.op().has_small_operand() { Some(rt.int(i.small())?) } else { None };
    let left = operand(registers, i.b());
    let right = small.as_ref().map_or_else(|| operand(registers, i.c()), Value::as_ref);
    let site = body.unit.sites.get(at).copied().unwrap_or_default() as usize;
    let Some(Operator::Compare(comparison)) = body.unit.operators.get(site) else {
        return Err(rt.system_error("a comparison site without a comparison"));
    };
    let op = comparison_op(*comparison);
    if let Some(function) = rt.compare_method(op, left, right)
        && let Some(ready) = Implicit::ready(rt, body, function, 2)
    {
        let arguments = [left.to_value(), right.to_value()];
        return Ok(Truth::Enter(ready.with(body, registers, arguments, Then::Branch)));
    }
    let answer = rt.compare(op, left, right)?;
    let truth = rt.is_true(answer.as_ref())?;
    registers::release(registers, i);
    rt.safepoint();
    Ok(Truth::Known(truth))
}

/// The text of an exact string, whose bytes are in the order of its code points.
#[inline]
fn exact_text<'a>(rt: &'a Runtime, value: Borrowed<'a>) -> Option<&'a [u8]> {
    exact_str(rt, value).map(StrObject::as_bytes)
}

/// The payload of an exact string.
#[inline]
fn exact_str<'a>(rt: &'a Runtime, value: Borrowed<'a>) -> Option<&'a StrObject> {
    let text = value.get::<StrObject>(rt)?;
    value.class()?.is(&rt.types().str).then_some(text)
}

/// The truth of a comparison of two texts.
#[inline]
fn compare_texts(comparison: Comparison, left: &[u8], right: &[u8]) -> bool {
    match comparison {
        Comparison::Equal => left == right,
        Comparison::NotEqual => left != right,
        Comparison::Less => left < right,
        Comparison::LessEqual => left <= right,
        Comparison::Greater => left > right,
        Comparison::GreaterEqual => left >= right,
    }
}

/// Sums and products in which a truth value counts as 0 or 1, as where conditions are counted.
#[inline]
fn with_truths(operator: BinaryOperator, left: Borrowed<'_>, right: Borrowed<'_>) -> Option<Value> {
    let number = |value: Borrowed<'_>| {
        value.as_small_int().or_else(|| singletons::as_bool(&value).map(i64::from))
    };
    let (x, y) = (number(left)?, number(right)?);
    match operator {
        BinaryOperator::Add => Value::small_int(x + y),
        BinaryOperator::Subtract => Value::small_int(x - y),
        BinaryOperator::Multiply => x.checked_mul(y).and_then(Value::small_int),
        _ => None,
    }
}

/// `a = b op c` for a rich comparison.
///
/// # Errors
/// What the comparison raises.
#[inline(never)]
pub(super) fn comparison(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
) -> Result<Outcome> {
    let (left, right) = (operand(registers, i.b()), operand(registers, i.c()));
    let Some(Operator::Compare(comparison)) = body.unit.operators.get(i.index()) else {
        return Err(rt.system_error("a comparison site without a comparison"));
    };
    let op = comparison_op(*comparison);
    let value = if let (Some(left), Some(right)) = (exact_text(rt, left), exact_text(rt, right)) {
        rt.tick(left.len().min(right.len()) / 64)?;
        singletons::bool(compare_texts(*comparison, left, right))
    } else {
        if let Some(function) = rt.compare_method(op, left, right)
            && let Some(ready) = Implicit::ready(rt, body, function, 2)
        {
            let arguments = [left.to_value(), right.to_value()];
            return Ok(Outcome::Enter(ready.with(body, registers, arguments, Then::Compare)));
        }
        rt.compare(op, left, right)?
    };
    registers::put(registers, i.a(), value);
    registers::release(registers, i);
    Ok(Outcome::Done)
}

/// `b in c`, once they are gone if they are temporaries.
///
/// # Errors
/// What the search raises.
#[inline(never)]
pub(super) fn contains(
    rt: &mut Runtime,
    registers: &mut Registers,
    i: Instruction,
) -> Result<bool> {
    let (container, item) = (operand(registers, i.c()), operand(registers, i.b()));
    let found = match exact_collection(rt, container, item) {
        Some(Collection::Dict(dict)) => rt.dict_contains(&dict, item)?,
        Some(Collection::Set(set)) => rt.set_contains(&set, item)?,
        None => match (exact_text(rt, container), exact_text(rt, item)) {
            (Some(text), Some([character])) if text.len() < FEW_BYTES => text.contains(character),
            _ => rt.contains(container, item)?,
        },
    };
    registers::release(registers, i);
    Ok(found)
}

/// A text of fewer bytes is searched for a character one by one.
const FEW_BYTES: usize = 32;

/// A collection that looks items up by their hash.
enum Collection<'a> {
    Dict(Bound<'a, DictObject>),
    Set(Bound<'a, SetObject>),
}

/// The collection, if it is an exact dict, set or frozenset and the item is a number or a text, for
/// which there are no exceptions.
#[inline]
fn exact_collection<'a>(
    rt: &Runtime,
    container: Borrowed<'a>,
    item: Borrowed<'_>,
) -> Option<Collection<'a>> {
    if item.is_object() && !item.is_leaf() {
        return None;
    }
    let class = container.class()?;
    let types = rt.types();
    if class.is(&types.dict) {
        container.typed().map(Collection::Dict)
    } else if class.is(&types.set) || class.is(&types.frozenset) {
        container.typed().map(Collection::Set)
    } else {
        None
    }
}

/// The truth of `b`, once it is gone if it is a temporary.
///
/// # Errors
/// What `__bool__` and `__len__` raise.
#[inline(never)]
pub(super) fn truth(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Result<bool> {
    let value = operand(registers, i.b());
    let truth = match truth_at_once(rt, value) {
        Some(truth) => truth,
        None => rt.is_true(value)?,
    };
    registers::release(registers, i);
    rt.safepoint();
    Ok(truth)
}

/// The truth of a small integer, `None`, or an exact list, text, dict or tuple.
#[inline]
fn truth_at_once(rt: &Runtime, value: Borrowed<'_>) -> Option<bool> {
    if let Some(number) = value.as_small_int() {
        return Some(number != 0);
    }
    let Some(class) = value.class() else {
        return singletons::is_none(&value).then_some(false);
    };
    let types = rt.types();
    let empty = if class.is(&types.list) {
        value.get::<ListObject>(rt)?.items().is_empty()
    } else if class.is(&types.str) {
        value.get::<StrObject>(rt)?.is_empty()
    } else if class.is(&types.dict) {
        value.get::<DictObject>(rt)?.is_empty()
    } else if class.is(&types.tuple) {
        value.get::<TupleObject>(rt)?.items().is_empty()
    } else {
        return None;
    };
    Some(!empty)
}

/// `x * y`
#[inline(always)]
pub(super) fn small_product(left: &Option<Value>, right: &Option<Value>) -> Option<Value> {
    let (x, y) = Value::small_ints(left, right)?;
    x.checked_mul(y).and_then(Value::small_int)
}

/// `x / y` where both are exact as floats, so that the quotient is correctly rounded.
#[inline]
pub(super) fn small_quotient(left: &Option<Value>, right: &Option<Value>) -> Option<Value> {
    const EXACT: u64 = 1 << 53;
    let (x, y) = Value::small_ints(left, right)?;
    if y == 0 || x.unsigned_abs() > EXACT || y.unsigned_abs() > EXACT {
        return None;
    }
    Value::immediate_float(x as f64 / y as f64)
}

/// `x // y` for a positive `y`.
#[inline]
pub(super) fn small_floor((x, y): (i64, i64)) -> Option<Value> {
    if y > 0 { Value::small_int(x.div_euclid(y)) } else { None }
}

/// `x % y` for a positive `y`.
#[inline]
pub(super) fn small_modulo((x, y): (i64, i64)) -> Option<Value> {
    if y > 0 { Value::small_int(x.rem_euclid(y)) } else { None }
}

/// `x << y` where nothing is lost.
#[inline]
pub(super) fn small_left_shift((x, y): (i64, i64)) -> Option<Value> {
    if !(0..62).contains(&y) {
        return None;
    }
    let shifted = x << y;
    if shifted >> y == x { Value::small_int(shifted) } else { None }
}

/// `x >> y`.
#[inline]
pub(super) fn small_right_shift((x, y): (i64, i64)) -> Option<Value> {
    if y < 0 { None } else { Value::small_int(x >> y.min(63)) }
}

pub(super) fn library(operator: BinaryOperator) -> BinaryOp {
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

pub(super) fn comparison_op(comparison: Comparison) -> CompareOp {
    match comparison {
        Comparison::Less => CompareOp::Lt,
        Comparison::LessEqual => CompareOp::Le,
        Comparison::Equal => CompareOp::Eq,
        Comparison::NotEqual => CompareOp::Ne,
        Comparison::Greater => CompareOp::Gt,
        Comparison::GreaterEqual => CompareOp::Ge,
    }
}
