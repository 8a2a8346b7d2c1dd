//! Arithmetic of big integers by Python's rules: floor division, true division, shifts, bytes.

use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{Euclid, Signed, ToPrimitive, Zero};

use crate::pure_error::PureError;

/// More bits than this are refused even where no limit is set: some 1 GiB.
pub const MAX_BITS: u64 = 1 << 33;

/// Quotient rounded down and the remainder, which has the divisor's sign.
///
/// # Errors
/// `ZeroDivisionError` with the given message.
pub fn div_mod(
    left: &BigInt,
    right: &BigInt,
    zero: &'static str,
) -> Result<(BigInt, BigInt), PureError> {
    if right.is_zero() {
        return Err(PureError::zero_division(zero));
    }
    let (a, b) = (left.magnitude(), right.magnitude());
    let (mut quotient, mut remainder) = short_quotient(a, b).unwrap_or_else(|| a.div_rem_euclid(b));
    let negative = left.is_negative() != right.is_negative();
    if negative && !remainder.is_zero() {
        quotient += 1u32;
        remainder = b - remainder;
    }
    let of_sign =
        |negative, n| BigInt::from_biguint(if negative { Sign::Minus } else { Sign::Plus }, n);
    Ok((of_sign(negative, quotient), of_sign(right.is_negative(), remainder)))
}

/// Quotient and remainder where the divisor has several words and the quotient up to 62 bits: it is
/// estimated from the leading bits of both, and put right with the remainder.
fn short_quotient(a: &BigUint, b: &BigUint) -> Option<(BigUint, BigUint)> {
    let shift = b.bits().checked_sub(64).filter(|shift| *shift > 0)?;
    if a.bits() > b.bits() + 61 {
        return None;
    }
    // With the divisor rounded up, the estimate is too small by three at most.
    let mut quotient = (leading(a, shift) / (leading(b, shift) + 1)) as u64;
    let mut remainder = a - b * quotient;
    while remainder >= *b {
        remainder -= b;
        quotient += 1;
    }
    Some((quotient.into(), remainder))
}

/// `n >> shift`, which has 128 bits at most.
fn leading(n: &BigUint, shift: u64) -> u128 {
    let mut words = n.iter_u64_digits().skip((shift / 64) as usize);
    let mut word = || u128::from(words.next().unwrap_or(0));
    let (low, middle, high) = (word(), word(), word());
    match shift % 64 {
        0 => middle << 64 | low,
        bits => high << (128 - bits) | middle << (64 - bits) | low >> bits,
    }
}

/// The correctly rounded float of an integer; infinity where none is that large.
pub fn to_float(n: &BigInt) -> f64 {
    let bits = n.bits();
    if bits <= 64 {
        let magnitude = n.magnitude().to_u64().unwrap_or(0) as f64;
        return if n.is_negative() { -magnitude } else { magnitude };
    }
    if bits > 1024 {
        return if n.is_negative() { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    // 64 leading bits, the last of which says whether anything was cut: rounded once, to even.
    let shift = bits - 64;
    let magnitude = n.magnitude();
    let mut lead = (magnitude >> shift).to_u64().unwrap_or(0);
    if magnitude.trailing_zeros().unwrap_or(0) < shift {
        lead |= 1;
    }
    let value = lead as f64 * 2f64.powi(shift as i32);
    if n.is_negative() { -value } else { value }
}

/// `left / right`, correctly rounded.
///
/// # Errors
/// `ZeroDivisionError`, `OverflowError`.
pub fn true_divide(left: &BigInt, right: &BigInt) -> Result<f64, PureError> {
    if right.is_zero() {
        return Err(PureError::zero_division("division by zero"));
    }
    if left.is_zero() {
        return Ok(if right.is_negative() { -0.0 } else { 0.0 });
    }
    let negative = left.is_negative() != right.is_negative();
    let (a, b) = (left.magnitude(), right.magnitude());
    let difference = a.bits() as i64 - b.bits() as i64;
    if difference > 1024 {
        return Err(PureError::overflow("integer division result too large for a float"));
    }
    if difference < -1080 {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    // A quotient of 65 or 66 bits, or of as many as a subnormal result keeps, and a sticky bit.
    let shift = (65 - difference).min(1074 + 2);
    let (numerator, denominator) =
        if shift >= 0 { (a << shift as u64, b.clone()) } else { (a.clone(), b << (-shift) as u64) };
    let quotient = &numerator / &denominator;
    let exact = (&quotient * &denominator) == numerator;
    let value = scale(&BigInt::from_biguint(Sign::Plus, quotient), !exact, -shift);
    if value.is_infinite() {
        return Err(PureError::overflow("integer division result too large for a float"));
    }
    Ok(if negative { -value } else { value })
}

/// `n * 2**exponent`, rounded once; `sticky` says that a part below was cut off.
fn scale(n: &BigInt, sticky: bool, exponent: i64) -> f64 {
    let bits = n.bits() as i64;
    // How many bits the result can keep: fewer for subnormal numbers.
    let lowest = (bits + exponent - 53).max(-1074);
    let drop = lowest - exponent;
    if drop <= 0 {
        return to_float(n) * 2f64.powi(exponent as i32);
    }
    let magnitude = n.magnitude();
    let mut kept = (magnitude >> drop as u64).to_u64().unwrap_or(0);
    let half = magnitude.bit(drop as u64 - 1);
    let rest = sticky || magnitude.trailing_zeros().unwrap_or(0) < drop as u64 - 1;
    if half && (rest || kept & 1 == 1) {
        kept += 1;
    }
    // Two steps, so that neither power of two over- or underflows on the way.
    let (first, second) = (lowest / 2, lowest - lowest / 2);
    kept as f64 * 2f64.powi(first as i32) * 2f64.powi(second as i32)
}

/// `left << right`.
///
/// # Errors
/// `ValueError` for a negative count, `OverflowError` or `MemoryError` for a result too large.
pub fn shift_left(left: &BigInt, right: &BigInt) -> Result<BigInt, PureError> {
    if right.is_negative() {
        return Err(PureError::value_error("negative shift count"));
    }
    if left.is_zero() {
        return Ok(BigInt::zero());
    }
    let Some(count) = right.to_u64() else {
        return Err(PureError::overflow("too many digits in integer"));
    };
    if left.bits().saturating_add(count) > MAX_BITS {
        return Err(PureError::memory());
    }
    Ok(left << count)
}

/// `left >> right`, rounded down.
///
/// # Errors
/// `ValueError` for a negative count.
pub fn shift_right(left: &BigInt, right: &BigInt) -> Result<BigInt, PureError> {
    if right.is_negative() {
        return Err(PureError::value_error("negative shift count"));
    }
    match right.to_u64() {
        Some(count) => Ok(left >> count),
        None => Ok(BigInt::from(if left.is_negative() { -1 } else { 0 })),
    }
}

/// The bytes of an integer.
///
/// # Errors
/// `OverflowError` if they are more than `length`, or the number is negative and not `signed`.
pub fn to_bytes(
    n: &BigInt,
    length: usize,
    little: bool,
    signed: bool,
) -> Result<Vec<u8>, PureError> {
    if n.is_negative() && !signed {
        return Err(PureError::overflow("can't convert negative int to unsigned"));
    }
    // Of -1 no byte is needed: it is nothing but signs.
    let only_signs = signed && length == 0 && *n == BigInt::from(-1);
    let mut bytes = if n.is_zero() || only_signs {
        Vec::new()
    } else if signed {
        n.to_signed_bytes_le()
    } else {
        n.magnitude().to_bytes_le()
    };
    if bytes.len() > length {
        return Err(PureError::overflow("int too big to convert"));
    }
    bytes.resize(length, if n.is_negative() { 0xff } else { 0 });
    if !little {
        bytes.reverse();
    }
    Ok(bytes)
}

/// The integer that bytes stand for.
pub fn from_bytes(bytes: &[u8], little: bool, signed: bool) -> BigInt {
    match (little, signed) {
        (true, true) => BigInt::from_signed_bytes_le(bytes),
        (true, false) => BigInt::from_bytes_le(Sign::Plus, bytes),
        (false, true) => BigInt::from_signed_bytes_be(bytes),
        (false, false) => BigInt::from_bytes_be(Sign::Plus, bytes),
    }
}

/// Rounds to a multiple of `10**digits`, halves to the even multiple.
pub fn round_to(n: &BigInt, digits: u32) -> BigInt {
    let unit = BigInt::from(10).pow(digits);
    let Ok((quotient, remainder)) = div_mod(n, &unit, "") else { return n.clone() };
    let twice = &remainder * 2;
    let odd = quotient.bit(0);
    let up = twice > unit || (twice == unit && odd);
    (if up { quotient + 1 } else { quotient }) * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn big(text: &str) -> BigInt {
        text.parse().expect("a number")
    }

    #[test]
    fn division_rounds_down() {
        for (a, b, q, r) in [(7, 2, 3, 1), (-7, 2, -4, 1), (7, -2, -4, -1), (-7, -2, 3, -1)] {
            let (a, b) = (BigInt::from(a), BigInt::from(b));
            assert_eq!(div_mod(&a, &b, ""), Ok((BigInt::from(q), BigInt::from(r))));
        }
    }

    /// Numbers of all lengths up to 400 bits, with runs of zeros and ones.
    fn samples() -> Vec<BigInt> {
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        (0..150)
            .map(|turn| {
                let bits = next() % 400;
                let n = match turn % 3 {
                    0 => (0..7).fold(BigInt::zero(), |n, _| (n << 64) + next()) >> (448 - bits),
                    1 => (BigInt::from(1) << bits) - (next() % 3),
                    _ => (BigInt::from(next() >> 60) << bits) + (next() % 2),
                };
                if next() % 2 == 0 { n } else { -n }
            })
            .collect()
    }

    #[test]
    fn quotients_of_all_lengths_leave_a_remainder_below_the_divisor() {
        let samples = samples();
        for a in &samples {
            for b in samples.iter().filter(|b| !b.is_zero()) {
                for a in [a.clone(), a * b, a * b - 1, b * 12345 + a] {
                    let Ok((quotient, remainder)) = div_mod(&a, b, "") else { panic!("{a} {b}") };
                    assert_eq!(&quotient * b + &remainder, a, "{a} {b}");
                    assert!(remainder.magnitude() < b.magnitude(), "{a} {b}");
                    assert!(remainder.is_zero() || remainder.is_negative() == b.is_negative());
                }
            }
        }
    }

    #[test]
    fn true_division_is_correctly_rounded() {
        let facts: [(&str, &str, f64); 6] = [
            ("1", "3", 0.3333333333333333),
            ("9007199254740993", "1", 9007199254740992.0),
            ("10000000000000000000000000000000000000001", "10000000000000000000000000000", 1e12),
            ("-5", "2", -2.5),
            ("36893488147419107329", "4", 9.223372036854777e18),
            ("4503599627370497", "9007199254740992", 0.5000000000000001),
        ];
        for (a, b, expected) in facts {
            assert_eq!(true_divide(&big(a), &big(b)), Ok(expected), "{a} / {b}");
        }
        let tiny = BigInt::from(1) << 1074u32;
        assert_eq!(true_divide(&BigInt::from(1), &tiny), Ok(5e-324));
        assert_eq!(true_divide(&BigInt::from(1), &(tiny * 2)), Ok(0.0));
    }

    #[test]
    fn bytes_go_both_ways() {
        for n in [0, 1, -1, 127, 128, -128, -129, 65535, -65536] {
            let n = BigInt::from(n);
            for little in [true, false] {
                let bytes = to_bytes(&n, 4, little, true).expect("fits");
                assert_eq!(from_bytes(&bytes, little, true), n);
            }
        }
        assert!(to_bytes(&BigInt::from(128), 1, false, true).is_err());
    }
}
