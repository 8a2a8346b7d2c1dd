//! Floats by Python's rules: repr, rounding, floor division, ratios.

use num_bigint::BigInt;
use num_traits::FromPrimitive;

use crate::fault::Fault;

/// The shortest text that reads back as the same float.
pub fn repr(x: f64) -> String {
    if x.is_nan() {
        return "nan".to_owned();
    }
    if x.is_infinite() {
        return if x > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let (negative, digits, exponent) = shortest(x);
    let sign = if negative { "-" } else { "" };
    if !(-4..16).contains(&exponent) {
        return format!("{sign}{}", scientific(&digits, exponent));
    }
    format!("{sign}{}", positional(&digits, exponent))
}

/// Sign, significant digits and the decimal exponent of the first of them. Of two texts of the same
/// length and distance it is the one whose last digit is even.
pub fn shortest(x: f64) -> (bool, String, i32) {
    let text = format!("{:e}", x.abs());
    let (digits, exponent) = parted(&text);
    let places = digits.len() as i32 - 1 - exponent;
    if x != 0.0 && places > 0 && binary_places(x) == places + 1 {
        // One more digit would be exact, a 5.
        let even = format!("{:.*e}", digits.len() - 1, x.abs());
        if even.parse() == Ok(x.abs()) {
            let (digits, exponent) = parted(&even);
            return (x.is_sign_negative(), digits, exponent);
        }
    }
    (x.is_sign_negative(), digits, exponent)
}

fn parted(text: &str) -> (String, i32) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    (mantissa.replace('.', ""), exponent.parse().unwrap_or(0))
}

/// How many places behind the point a finite number has, binary or decimal ones alike.
fn binary_places(x: f64) -> i32 {
    let bits = x.to_bits();
    let (exponent, fraction) = ((bits >> 52) as i32 & 0x7ff, bits & ((1 << 52) - 1));
    let mantissa = if exponent == 0 { fraction } else { fraction | 1 << 52 };
    1075 - exponent.max(1) - mantissa.trailing_zeros() as i32
}

/// Digits with a point and an exponent of at least two digits: `1.5e-07`.
pub fn scientific(digits: &str, exponent: i32) -> String {
    let (first, rest) = digits.split_at(1.min(digits.len()));
    let point = if rest.is_empty() { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{point}{rest}e{sign}{:02}", exponent.unsigned_abs())
}

fn positional(digits: &str, exponent: i32) -> String {
    if exponent < 0 {
        return format!("0.{}{digits}", "0".repeat((-exponent - 1) as usize));
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        return format!("{digits}{}.0", "0".repeat(whole - digits.len()));
    }
    let (whole, fraction) = digits.split_at(whole);
    format!("{whole}.{fraction}")
}

/// `left // right` and `left % right`: the remainder has the divisor's sign.
///
/// # Errors
/// `ZeroDivisionError` with the given message.
pub fn div_mod(left: f64, right: f64, zero: &'static str) -> Result<(f64, f64), Fault> {
    if right == 0.0 {
        return Err(Fault::zero_division(zero));
    }
    let mut remainder = left % right;
    let mut quotient = (left - remainder) / right;
    if remainder != 0.0 {
        if (right < 0.0) != (remainder < 0.0) {
            remainder += right;
            quotient -= 1.0;
        }
    } else {
        remainder = 0.0f64.copysign(right);
    }
    let floor = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    } else {
        0.0f64.copysign(left / right)
    };
    Ok((floor, remainder))
}

/// `round(x)`: the nearest integer, halves to even.
///
/// # Errors
/// `ValueError` for NaN, `OverflowError` for infinity.
pub fn round(x: f64) -> Result<BigInt, Fault> {
    whole(x.round_ties_even())
}

/// An integral float as an integer.
///
/// # Errors
/// `ValueError` for NaN, `OverflowError` for infinity.
pub fn whole(x: f64) -> Result<BigInt, Fault> {
    match BigInt::from_f64(x) {
        Some(n) => Ok(n),
        None if x.is_nan() => Err(Fault::value_error("cannot convert float NaN to integer")),
        None => Err(Fault::overflow("cannot convert float infinity to integer")),
    }
}

/// `round(x, digits)`: to so many decimal places, correctly rounded, halves to even.
///
/// # Errors
/// `OverflowError` if the result is too large for a float.
pub fn round_to(x: f64, digits: i64) -> Result<f64, Fault> {
    if !x.is_finite() || digits > 323 {
        return Ok(x);
    }
    if digits < -308 {
        return Ok(0.0f64.copysign(x));
    }
    let rounded: f64 = if digits >= 0 {
        format!("{x:.*}", digits as usize).parse().unwrap_or(x)
    } else {
        let exact = BigInt::from_f64(x.trunc()).unwrap_or_default();
        // What lies behind the point decides only where the rest is exactly a half.
        let tail = x != x.trunc();
        let doubled = exact * 2 + if tail { if x < 0.0 { -1 } else { 1 } } else { 0 };
        let unit = BigInt::from(10).pow(digits.unsigned_abs() as u32) * 2;
        let (quotient, remainder) = super::integer::div_mod(&doubled, &unit, "")?;
        let twice = &remainder * 2;
        let up = twice > unit || (twice == unit && quotient.bit(0));
        let quotient = if up { quotient + 1 } else { quotient };
        let value = super::integer::to_float(&(quotient * (unit / 2)));
        if value == 0.0 { 0.0f64.copysign(x) } else { value }
    };
    if rounded.is_infinite() {
        return Err(Fault::overflow("rounded value too large to represent"));
    }
    Ok(rounded)
}

/// The fraction in lowest terms that a float is.
///
/// # Errors
/// `ValueError` for NaN, `OverflowError` for infinity.
pub fn ratio(x: f64) -> Result<(BigInt, BigInt), Fault> {
    if x.is_nan() {
        return Err(Fault::value_error("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(Fault::overflow("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = parts(x);
    let shift = if mantissa == 0 { 0 } else { mantissa.trailing_zeros() };
    let (mantissa, exponent) = (mantissa >> shift, exponent + shift as i32);
    let numerator = BigInt::from(if x < 0.0 { -(mantissa as i64) } else { mantissa as i64 });
    Ok(match exponent {
        _ if mantissa == 0 => (numerator, BigInt::from(1)),
        0.. => (numerator << exponent as u32, BigInt::from(1)),
        _ => (numerator, BigInt::from(1) << exponent.unsigned_abs()),
    })
}

/// The integer mantissa of a finite float, and the power of two that it is multiplied with.
pub fn parts(x: f64) -> (u64, i32) {
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repr_is_the_shortest_that_reads_back() {
        let facts = [
            (0.1, "0.1"),
            (1e16, "1e+16"),
            (123456789012345680.0, "1.2345678901234568e+17"),
            (1e-5, "1e-05"),
            (0.0001, "0.0001"),
            (-0.0, "-0.0"),
            (5e-324, "5e-324"),
            (1e22, "1e+22"),
            (9999999999999998.0, "9999999999999998.0"),
            (100.0, "100.0"),
        ];
        for (x, expected) in facts {
            assert_eq!(repr(x), expected);
        }
    }

    #[test]
    fn rounding_is_exact() {
        let facts = [
            (2.675, 2, 2.67),
            (0.5, 0, 0.0),
            (2.5, 0, 2.0),
            (1.15, 1, 1.1),
            (25.0, -1, 20.0),
            (35.0, -1, 40.0),
            (25.1, -1, 30.0),
            (-15.0, -1, -20.0),
            (1e300, -300, 1e300),
            (0.5000000000000001, 0, 1.0),
        ];
        for (x, digits, expected) in facts {
            assert_eq!(round_to(x, digits), Ok(expected), "round({x}, {digits})");
        }
    }

    #[test]
    fn remainders_have_the_divisors_sign() {
        for (a, b, q, r) in [(7.0, 2.0, 3.0, 1.0), (-7.0, 2.0, -4.0, 1.0), (7.0, -2.0, -4.0, -1.0)]
        {
            assert_eq!(div_mod(a, b, ""), Ok((q, r)));
        }
        assert_eq!(div_mod(-1e-20, 1.0, "").map(|(_, r)| r), Ok(1.0));
    }
}
