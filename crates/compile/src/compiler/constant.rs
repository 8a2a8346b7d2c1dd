//! Constant folding, where programs can see it: literals, signs, tuples, arithmetic on literals.

use num_bigint::BigInt;
use ruff_python_ast::{Expr, Number, Operator, UnaryOp};

use super::surrogate;
use super::unit::Const;
use crate::syntax::Source;

/// How many bits a folded integer may have.
const MAX_BITS: u64 = 128;

/// The constant that an expression is, if it is one. `depth` bounds the recursion.
/// `debug` is what `__debug__` stands for.
pub(super) fn fold(source: &Source, debug: bool, expr: &Expr, depth: u32) -> Option<Const> {
    let depth = depth.checked_sub(1)?;
    match expr {
        Expr::NoneLiteral(_) => Some(Const::None),
        Expr::BooleanLiteral(literal) => Some(Const::Bool(literal.value)),
        Expr::EllipsisLiteral(_) => Some(Const::Ellipsis),
        Expr::StringLiteral(literal) => Some(surrogate::string(source, literal)),
        Expr::BytesLiteral(literal) => Some(Const::Bytes(literal.value.bytes().collect())),
        Expr::NumberLiteral(literal) => Some(number(&literal.value)),
        Expr::Name(name) if name.id.as_str() == "__debug__" => Some(Const::Bool(debug)),
        Expr::Tuple(tuple) => {
            let items: Option<Vec<Const>> =
                tuple.elts.iter().map(|item| fold(source, debug, item, depth)).collect();
            Some(Const::Tuple(items?.into()))
        }
        Expr::UnaryOp(unary) => fold_unary(unary.op, fold(source, debug, &unary.operand, depth)?),
        Expr::BinOp(binary) => {
            let left = fold(source, debug, &binary.left, depth)?;
            let right = fold(source, debug, &binary.right, depth)?;
            fold_binary(binary.op, left, right)
        }
        _ => None,
    }
}

/// Whether a constant is true, as `bool()` says.
pub(super) fn truth(constant: &Const) -> bool {
    match constant {
        Const::None => false,
        Const::Bool(value) => *value,
        Const::Int(value) => *value != 0,
        Const::Float(bits) => f64::from_bits(*bits) != 0.0,
        Const::Complex(real, imaginary) => {
            f64::from_bits(*real) != 0.0 || f64::from_bits(*imaginary) != 0.0
        }
        Const::Str(value) => !value.is_empty(),
        Const::Surrogates(value) => !value.is_empty(),
        Const::Bytes(value) => !value.is_empty(),
        Const::Tuple(items) | Const::FrozenSet(items) => !items.is_empty(),
        Const::Ellipsis | Const::BigInt(_) | Const::Written(_) | Const::Code(_) => true,
    }
}

/// The value of a number as it is written.
pub(super) fn number(number: &Number) -> Const {
    match number {
        Number::Int(int) => match int.as_i64() {
            Some(value) => Const::Int(value),
            None => integer(parse_integer(&int.to_string())),
        },
        Number::Float(value) => Const::Float(value.to_bits()),
        Number::Complex { real, imag } => Const::Complex(real.to_bits(), imag.to_bits()),
    }
}

/// A literal beyond 64 bits, which the parser leaves as it was written.
fn parse_integer(text: &str) -> BigInt {
    let text = text.replace('_', "").to_ascii_lowercase();
    let (digits, radix) = match text.get(..2) {
        Some("0x") => (text.get(2..), 16),
        Some("0o") => (text.get(2..), 8),
        Some("0b") => (text.get(2..), 2),
        _ => (Some(text.as_str()), 10),
    };
    let digits = digits.unwrap_or_default().as_bytes();
    match radix {
        10 => decimal(digits),
        _ => BigInt::parse_bytes(digits, radix).unwrap_or_default(),
    }
}

/// Decimal digits by halves, since reading all of them at once takes quadratic time.
fn decimal(digits: &[u8]) -> BigInt {
    const FEW: usize = 1000;
    if digits.len() <= FEW {
        return BigInt::parse_bytes(digits, 10).unwrap_or_default();
    }
    let (high, low) = digits.split_at(digits.len() / 2);
    decimal(high) * BigInt::from(10).pow(low.len() as u32) + decimal(low)
}

fn integer(value: BigInt) -> Const {
    match i64::try_from(&value) {
        Ok(small) => Const::Int(small),
        Err(_) => Const::BigInt(value),
    }
}

fn as_integer(constant: &Const) -> Option<BigInt> {
    match constant {
        Const::Int(value) => Some(BigInt::from(*value)),
        Const::BigInt(value) => Some(value.clone()),
        _ => None,
    }
}

fn fold_unary(op: UnaryOp, operand: Const) -> Option<Const> {
    match (op, &operand) {
        (UnaryOp::Not, Const::Code(_)) => None,
        (UnaryOp::Not, constant) => Some(Const::Bool(!truth(constant))),
        (UnaryOp::USub, Const::Float(bits)) => {
            Some(Const::Float((-f64::from_bits(*bits)).to_bits()))
        }
        (UnaryOp::USub, Const::Complex(real, imaginary)) => Some(Const::Complex(
            (-f64::from_bits(*real)).to_bits(),
            (-f64::from_bits(*imaginary)).to_bits(),
        )),
        (UnaryOp::USub, other) => Some(integer(-as_integer(other)?)),
        (UnaryOp::UAdd, Const::Int(_) | Const::BigInt(_) | Const::Float(_)) => Some(operand),
        (UnaryOp::Invert, Const::Bool(truth)) => Some(Const::Int(-1 - i64::from(*truth))),
        (UnaryOp::Invert, other) => Some(integer(-as_integer(other)? - 1)),
        _ => None,
    }
}

fn as_float(constant: &Const) -> Option<f64> {
    match constant {
        Const::Float(bits) => Some(f64::from_bits(*bits)),
        Const::Int(value) if value.unsigned_abs() <= 1 << 53 => Some(*value as f64),
        _ => None,
    }
}

fn fold_binary(op: Operator, left: Const, right: Const) -> Option<Const> {
    if let (Some(a), Some(b)) = (as_integer(&left), as_integer(&right)) {
        return fold_integers(op, a, b);
    }
    if let (Const::Complex(..), _) | (_, Const::Complex(..)) = (&left, &right) {
        return fold_complex(op, &left, &right);
    }
    let (a, b) = (as_float(&left)?, as_float(&right)?);
    let value = match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult => a * b,
        Operator::Div if b != 0.0 => a / b,
        _ => return None,
    };
    Some(Const::Float(value.to_bits()))
}

fn fold_integers(op: Operator, a: BigInt, b: BigInt) -> Option<Const> {
    let small = |value: BigInt| (value.bits() <= MAX_BITS).then(|| integer(value));
    match op {
        Operator::Add => small(a + b),
        Operator::Sub => small(a - b),
        Operator::Mult if a.bits() + b.bits() <= MAX_BITS => small(a * b),
        Operator::BitAnd => small(a & b),
        Operator::BitOr => small(a | b),
        Operator::BitXor => small(a ^ b),
        Operator::LShift => {
            let shift = u8::try_from(&b).ok()?;
            (a.bits() + u64::from(shift) <= MAX_BITS).then(|| integer(a << shift))
        }
        Operator::RShift => Some(integer(a >> u8::try_from(&b).ok()?)),
        Operator::Pow => {
            let exponent = u8::try_from(&b).ok()?;
            (a.bits() * u64::from(exponent) <= MAX_BITS).then(|| integer(a.pow(exponent.into())))
        }
        Operator::Div => {
            let (a, b) = (as_float(&integer(a))?, as_float(&integer(b))?);
            (b != 0.0).then(|| Const::Float((a / b).to_bits()))
        }
        Operator::FloorDiv | Operator::Mod => {
            let (Ok(a), Ok(b)) = (i64::try_from(&a), i64::try_from(&b)) else { return None };
            let (quotient, remainder) = (a.checked_div(b)?, a.checked_rem(b)?);
            let adjust = remainder != 0 && (remainder < 0) != (b < 0);
            Some(Const::Int(match (op, adjust) {
                (Operator::FloorDiv, true) => quotient - 1,
                (Operator::FloorDiv, false) => quotient,
                (_, true) => remainder + b,
                (_, false) => remainder,
            }))
        }
        _ => None,
    }
}

/// Sums of a real and an imaginary literal, the way complex numbers are written.
fn fold_complex(op: Operator, left: &Const, right: &Const) -> Option<Const> {
    let parts = |constant: &Const| match constant {
        Const::Complex(real, imaginary) => {
            Some((f64::from_bits(*real), f64::from_bits(*imaginary)))
        }
        other => as_float(other).map(|real| (real, 0.0)),
    };
    let ((a, b), (c, d)) = (parts(left)?, parts(right)?);
    let (real, imaginary) = match op {
        Operator::Add => (a + c, b + d),
        Operator::Sub => (a - c, b - d),
        _ => return None,
    };
    Some(Const::Complex(real.to_bits(), imaginary.to_bits()))
}
