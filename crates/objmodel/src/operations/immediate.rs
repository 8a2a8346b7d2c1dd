//! Operators and comparisons of small integers and immediate floats, which need no look at a class.

use objmodel_gc::{Borrowed, Value};
use objmodel_slots::{BinaryOp, CompareOp};

/// `left op right` if both operands are immediate numbers and so is the result. What is left out,
/// errors among it, is the business of the operands' classes.
#[inline]
pub(super) fn binary(op: BinaryOp, left: Borrowed<'_>, right: Borrowed<'_>) -> Option<Value> {
    let (a, b) = match (left.as_small_int(), right.as_small_int()) {
        (Some(a), Some(b)) => return of_ints(op, a, b),
        (Some(a), None) => (a as f64, right.as_immediate_float()?),
        (None, Some(b)) => (left.as_immediate_float()?, b as f64),
        (None, None) => (left.as_immediate_float()?, right.as_immediate_float()?),
    };
    of_floats(op, a, b)
}

/// `left op right` if both operands are small integers or both immediate floats, among which there
/// is no NaN.
#[inline]
pub(super) fn compare(op: CompareOp, left: Borrowed<'_>, right: Borrowed<'_>) -> Option<bool> {
    if let (Some(a), Some(b)) = (left.as_small_int(), right.as_small_int()) {
        return Some(op.matches(a.cmp(&b)));
    }
    let (a, b) = (left.as_immediate_float()?, right.as_immediate_float()?);
    Some(op.matches(a.partial_cmp(&b)?))
}

/// Small integers have 62 bits: sum, difference and quotient of two fit a machine word.
#[inline]
fn of_ints(op: BinaryOp, a: i64, b: i64) -> Option<Value> {
    Value::small_int(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a.checked_mul(b)?,
        BinaryOp::TrueDiv => return ratio(a, b),
        BinaryOp::FloorDiv if b != 0 => {
            let (quotient, remainder) = (a / b, a % b);
            quotient - i64::from(falls_short(remainder, b))
        }
        BinaryOp::Mod if b != 0 => {
            let remainder = a % b;
            if falls_short(remainder, b) { remainder + b } else { remainder }
        }
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::LShift if (0..62).contains(&b) && a << b >> b == a => a << b,
        BinaryOp::RShift if b >= 0 => a >> b.min(63),
        _ => return None,
    })
}

/// Whether a remainder has not the divisor's sign, as it must have in Python.
#[inline]
fn falls_short(remainder: i64, divisor: i64) -> bool {
    remainder != 0 && (remainder < 0) != (divisor < 0)
}

/// `a / b` where both are exact as floats, so that the quotient is correctly rounded.
#[inline]
fn ratio(a: i64, b: i64) -> Option<Value> {
    const EXACT: u64 = 1 << 53;
    if b == 0 || a.unsigned_abs() > EXACT || b.unsigned_abs() > EXACT {
        return None;
    }
    Value::immediate_float(a as f64 / b as f64)
}

#[inline]
fn of_floats(op: BinaryOp, a: f64, b: f64) -> Option<Value> {
    Value::immediate_float(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::TrueDiv if b != 0.0 => a / b,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ints(op: BinaryOp, a: i64, b: i64) -> Option<i64> {
        of_ints(op, a, b).and_then(|value| value.as_small_int())
    }

    #[test]
    fn division_rounds_down_and_the_remainder_has_the_sign_of_the_divisor() {
        for (a, b, quotient, remainder) in
            [(7, 2, 3, 1), (-7, 2, -4, 1), (7, -2, -4, -1), (-7, -2, 3, -1), (6, -3, -2, 0)]
        {
            assert_eq!(ints(BinaryOp::FloorDiv, a, b), Some(quotient), "{a} // {b}");
            assert_eq!(ints(BinaryOp::Mod, a, b), Some(remainder), "{a} % {b}");
        }
        assert_eq!(ints(BinaryOp::FloorDiv, 1, 0), None);
        assert_eq!(ints(BinaryOp::Mod, 1, 0), None);
    }

    #[test]
    fn what_does_not_fit_is_left_to_the_class() {
        let (most, least) = ((1 << 61) - 1, -(1 << 61));
        assert_eq!(ints(BinaryOp::Add, most, 1), None);
        assert_eq!(ints(BinaryOp::Mul, most, most), None);
        assert_eq!(ints(BinaryOp::Mul, 1 << 31, 1 << 30), None);
        assert_eq!(ints(BinaryOp::FloorDiv, least, -1), None);
        assert_eq!(ints(BinaryOp::LShift, 1, 60), Some(1 << 60));
        assert_eq!(ints(BinaryOp::LShift, 1, 61), None);
        assert_eq!(ints(BinaryOp::LShift, 1, 64), None);
        assert_eq!(ints(BinaryOp::LShift, least, 0), Some(least));
        assert_eq!(ints(BinaryOp::LShift, 1, -1), None);
        assert_eq!(ints(BinaryOp::RShift, -5, 200), Some(-1));
        assert_eq!(ints(BinaryOp::RShift, 5, -1), None);
        assert!(of_ints(BinaryOp::TrueDiv, (1 << 53) + 1, 3).is_none());
        assert!(of_ints(BinaryOp::TrueDiv, 1, 0).is_none());
    }

    #[test]
    fn an_int_beside_a_float_becomes_one() {
        let (half, two) = (Value::immediate_float(0.5), Value::small_int(2));
        let (Some(half), Some(two)) = (half, two) else { panic!("both are immediate") };
        let of = |op, a: &Value, b: &Value| {
            binary(op, a.as_ref(), b.as_ref()).and_then(|value| value.as_immediate_float())
        };
        assert_eq!(of(BinaryOp::Add, &half, &two), Some(2.5));
        assert_eq!(of(BinaryOp::TrueDiv, &two, &half), Some(4.0));
        assert_eq!(of(BinaryOp::Mod, &two, &half), None);
    }
}
