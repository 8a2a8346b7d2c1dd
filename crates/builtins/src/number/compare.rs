//! Comparing an integer with a float exactly, without rounding either.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::FromPrimitive;

/// How an integer of a machine word relates to a float; `None` for NaN.
pub fn word_with_float(n: i64, x: f64) -> Option<Ordering> {
    if n.unsigned_abs() <= 1 << 53 {
        return (n as f64).partial_cmp(&x);
    }
    big_with_float(&BigInt::from(n), x)
}

/// How any integer relates to a float; `None` for NaN.
pub fn big_with_float(n: &BigInt, x: f64) -> Option<Ordering> {
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return Some(if x > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    let whole = BigInt::from_f64(x.trunc())?;
    let order = n.cmp(&whole);
    if order != Ordering::Equal {
        return Some(order);
    }
    0.0.partial_cmp(&(x - x.trunc()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_operand_is_rounded() {
        let big = (1i64 << 53) + 1;
        assert_eq!(word_with_float(big, 9007199254740992.0), Some(Ordering::Greater));
        assert_eq!(word_with_float(3, 3.5), Some(Ordering::Less));
        assert_eq!(word_with_float(-3, -3.5), Some(Ordering::Greater));
        assert_eq!(word_with_float(1, f64::NAN), None);
        assert_eq!(word_with_float(i64::MAX, f64::INFINITY), Some(Ordering::Less));
        assert_eq!(word_with_float(i64::MAX, 9223372036854775808.0), Some(Ordering::Less));
    }
}
