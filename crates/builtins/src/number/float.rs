//! Floats by Python's rules: repr, rounding, floor division, ratios.

use std::fmt::Write;

use num_bigint::BigInt;
use num_traits::FromPrimitive;
use objmodel::gc::OutOfMemory;
use objmodel::objects::builder::{Grown, TextBuilder};
use smallvec::SmallVec;

use crate::pure_error::PureError;

/// Whole numbers below this one are floats, all of them.
const EXACT: f64 = (1u64 << 53) as f64;

/// Appends the shortest text that reads back as the same float.
///
/// # Errors
/// No room.
pub fn repr(x: f64, out: &mut TextBuilder) -> Grown {
    if x.is_nan() {
        return out.push(b"nan");
    }
    if x.is_sign_negative() {
        out.push_byte(b'-')?;
    }
    let x = x.abs();
    if x.is_infinite() {
        return out.push(b"inf");
    }
    if x < EXACT && x == x as u64 as f64 {
        out.push_integer(x as i64)?;
        return out.push(b".0");
    }
    if let Some((n, places)) = few_places(x) {
        let unit = 10u64.pow(places);
        out.push_digits(n / unit, 1)?;
        out.push_byte(b'.')?;
        return out.push_digits(n % unit, places as usize);
    }
    let decimal = Decimal::shortest(x);
    if !(-4..16).contains(&decimal.exponent) {
        return decimal.push_scientific(out, false);
    }
    if !decimal.push_positional(out)? {
        out.push(b".0")?;
    }
    Ok(())
}

/// A number of few decimal places as an integer over a power of ten, if there is one that reads
/// back as `x`. There is one at most: of such integers below 2**51, neighbours are further apart
/// than neighbouring floats.
fn few_places(x: f64) -> Option<(u64, u32)> {
    const MOST: u32 = 6;
    const UNIT: f64 = 1e6;
    let mut n = (x * UNIT + 0.5) as u64;
    if !(1e-4..EXACT / 4.0 / UNIT).contains(&x) || n as f64 / UNIT != x {
        return None;
    }
    let mut places = MOST;
    while places > 1 && n.is_multiple_of(10) {
        (n, places) = (n / 10, places - 1);
    }
    Some((n, places))
}

/// Significant digits of a number that is not negative, and the decimal exponent of the first of
/// them.
pub struct Decimal {
    text: Digits,
    /// So many zeros follow the digits.
    zeros: usize,
    /// The exponent of the first digit.
    pub exponent: i32,
}

/// What `{:e}` writes of a float: [`MAX_DIGITS`] digits and an exponent at most.
#[derive(Default)]
struct Digits(SmallVec<[u8; 64]>);

impl Write for Digits {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

impl Decimal {
    /// The digits that `text`, written in the manner of `{:e}`, has.
    fn read(mut text: Digits) -> Decimal {
        let bytes = &text.0;
        let end = bytes.iter().rposition(|&byte| byte == b'e').unwrap_or(bytes.len());
        let exponent = std::str::from_utf8(bytes.get(end + 1..).unwrap_or_default());
        let exponent = exponent.ok().and_then(|exponent| exponent.parse().ok()).unwrap_or(0);
        text.0.truncate(end);
        if end > 1 {
            text.0.remove(1);
        }
        Decimal { text, zeros: 0, exponent }
    }

    /// So few digits that they read back as the same float. Of two texts of the same length and
    /// distance it is the one whose last digit is even.
    pub fn shortest(x: f64) -> Decimal {
        let mut text = Digits::default();
        // Writing digits cannot fail.
        let _ = write!(text, "{x:e}");
        let shortest = Decimal::read(text);
        let count = shortest.digits().len();
        let places = count as i32 - 1 - shortest.exponent;
        if x != 0.0 && places > 0 && binary_places(x) == places + 1 {
            // One more digit would be exact, a 5.
            let even = format!("{:.*e}", count - 1, x);
            if even.parse() == Ok(x) {
                return Decimal::read(Digits(SmallVec::from_slice(even.as_bytes())));
            }
        }
        shortest
    }

    /// So many digits behind the first, correctly rounded; those beyond [`MAX_DIGITS`] are zeros,
    /// to be added by [`Decimal::extend`].
    pub fn rounded(x: f64, further: usize) -> Decimal {
        let further = further.min(MAX_DIGITS);
        let mut text = Digits::default();
        let _ = write!(text, "{x:.further$e}");
        Decimal::read(text)
    }

    /// The digits without the zeros that were added to them.
    pub fn digits(&self) -> &[u8] {
        &self.text.0
    }

    /// Adds zeros up to `count` digits.
    pub fn extend(&mut self, count: usize) {
        self.zeros = count.saturating_sub(self.digits().len());
    }

    /// Cuts off zeros at the end, but not the first digit.
    pub fn trim(&mut self) {
        let last = self.digits().iter().rposition(|&digit| digit != b'0').unwrap_or(0);
        self.text.0.truncate(last + 1);
        self.zeros = 0;
    }

    /// Appends the digits with an exponent of at least two digits, as in `1.5e-07`. `point` says
    /// that there is a point also behind a single digit.
    ///
    /// # Errors
    /// No room.
    pub fn push_scientific(&self, out: &mut TextBuilder, point: bool) -> Grown {
        let (first, rest) = self.digits().split_at(1.min(self.digits().len()));
        out.push(first)?;
        if point || !rest.is_empty() || self.zeros > 0 {
            out.push_byte(b'.')?;
        }
        out.push(rest)?;
        out.repeat(b"0", self.zeros)?;
        out.push(if self.exponent < 0 { b"e-" } else { b"e+" })?;
        out.push_digits(self.exponent.unsigned_abs().into(), 2)
    }

    /// Appends the digits without an exponent, and tells whether there is a point among them.
    ///
    /// # Errors
    /// No room.
    pub fn push_positional(&self, out: &mut TextBuilder) -> Result<bool, OutOfMemory> {
        let digits = self.digits();
        let Ok(exponent) = usize::try_from(self.exponent) else {
            out.push(b"0.")?;
            out.repeat(b"0", self.exponent.unsigned_abs() as usize - 1)?;
            out.push(digits)?;
            out.repeat(b"0", self.zeros)?;
            return Ok(true);
        };
        let whole = exponent + 1;
        if let Some((whole, fraction @ [_, ..])) = digits.split_at_checked(whole) {
            out.push(whole)?;
            out.push_byte(b'.')?;
            out.push(fraction)?;
            out.repeat(b"0", self.zeros)?;
            return Ok(true);
        }
        out.push(digits)?;
        let missing = whole - digits.len();
        out.repeat(b"0", missing)?;
        if self.zeros > missing {
            out.push_byte(b'.')?;
            out.repeat(b"0", self.zeros - missing)?;
        }
        Ok(self.zeros > missing)
    }
}

/// Appends a number that is not negative in fixed-point digits, correctly rounded, halves to even;
/// tells whether there is a point among them.
///
/// # Errors
/// No room.
pub fn push_fixed(x: f64, precision: usize, out: &mut TextBuilder) -> Grown {
    match scaled(x, precision) {
        Some((n, unit)) => {
            out.push_digits(n / unit, 1)?;
            if precision > 0 {
                out.push_byte(b'.')?;
                out.push_digits(n % unit, precision)?;
            }
            Ok(())
        }
        None => {
            // A float has no more digits than these; the others are zeros.
            let exact = precision.min(MAX_DIGITS);
            write!(out, "{x:.exact$}").map_err(|_| OutOfMemory)?;
            out.repeat(b"0", precision - exact)
        }
    }
}

/// More digits than these are zeros: a float has no more.
pub const MAX_DIGITS: usize = 1100;

/// `x * 10**precision` as an integer, halves to even, and the power of ten, where words suffice.
/// `x` is not negative.
fn scaled(x: f64, precision: usize) -> Option<(u64, u64)> {
    let unit = 10u64.checked_pow(u32::try_from(precision).ok()?)?;
    let (mantissa, exponent) = parts(x);
    // At most 53 and 64 bits.
    let product = u128::from(mantissa) * u128::from(unit);
    if exponent >= 0 {
        let fits = product.leading_zeros() >= 64 + exponent.unsigned_abs().min(64);
        return fits.then(|| ((product as u64) << exponent, unit));
    }
    let shift = exponent.unsigned_abs();
    // Whatever is cut off by so many bits is less than a half.
    let (whole, rest, half) = match shift {
        0..120 => (product >> shift, product & ((1 << shift) - 1), 1 << (shift - 1)),
        _ => (0, 0, 1),
    };
    let up = rest > half || (rest == half && whole & 1 == 1);
    Some((u64::try_from(whole + u128::from(up)).ok()?, unit))
}

/// How many places behind the point a finite number has, binary or decimal ones alike.
fn binary_places(x: f64) -> i32 {
    let bits = x.to_bits();
    let (exponent, fraction) = ((bits >> 52) as i32 & 0x7ff, bits & ((1 << 52) - 1));
    let mantissa = if exponent == 0 { fraction } else { fraction | 1 << 52 };
    1075 - exponent.max(1) - mantissa.trailing_zeros() as i32
}

/// `left // right` and `left % right`: the remainder has the divisor's sign.
///
/// # Errors
/// `ZeroDivisionError` with the given message.
pub fn div_mod(left: f64, right: f64, zero: &'static str) -> Result<(f64, f64), PureError> {
    if right == 0.0 {
        return Err(PureError::zero_division(zero));
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
pub fn round(x: f64) -> Result<BigInt, PureError> {
    whole(x.round_ties_even())
}

/// An integral float as an integer.
///
/// # Errors
/// `ValueError` for NaN, `OverflowError` for infinity.
pub fn whole(x: f64) -> Result<BigInt, PureError> {
    const EXACT: f64 = (1_u64 << 53) as f64;
    if x.abs() < EXACT {
        return Ok(BigInt::from(x as i64));
    }
    match BigInt::from_f64(x) {
        Some(n) => Ok(n),
        None if x.is_nan() => Err(PureError::value_error("cannot convert float NaN to integer")),
        None => Err(PureError::overflow("cannot convert float infinity to integer")),
    }
}

/// `round(x, digits)`: to so many decimal places, correctly rounded, halves to even.
///
/// # Errors
/// `OverflowError` if the result is too large for a float.
pub fn round_to(x: f64, digits: i64) -> Result<f64, PureError> {
    if !x.is_finite() || digits > 323 {
        return Ok(x);
    }
    if digits < -308 {
        return Ok(0.0f64.copysign(x));
    }
    let rounded: f64 = if digits >= 0 {
        round_to_places(x, digits as usize)
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
        return Err(PureError::overflow("rounded value too large to represent"));
    }
    Ok(rounded)
}

/// Rounds to so many decimal places; `x` is finite.
fn round_to_places(x: f64, places: usize) -> f64 {
    let magnitude = x.abs();
    // Where both are exact as floats, their quotient is correctly rounded.
    if let Some((n, unit)) = scaled(magnitude, places)
        && n < EXACT as u64
    {
        return (n as f64 / unit as f64).copysign(x);
    }
    format!("{x:.places$}").parse().unwrap_or(x)
}

/// The fraction in lowest terms that a float is.
///
/// # Errors
/// `ValueError` for NaN, `OverflowError` for infinity.
pub fn ratio(x: f64) -> Result<(BigInt, BigInt), PureError> {
    if x.is_nan() {
        return Err(PureError::value_error("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(PureError::overflow("cannot convert Infinity to integer ratio"));
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
    use crate::number::tests::builder;

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
            let mut text = builder();
            assert_eq!(repr(x, &mut text), Ok(()));
            assert_eq!(text.as_bytes(), expected.as_bytes());
        }
    }

    /// Floats of all magnitudes, with few digits, and halfway between decimals.
    fn samples() -> impl Iterator<Item = f64> {
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        let mut next = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        (0..40_000).map(move |turn| {
            let (n, m) = (next(), next());
            match turn % 5 {
                0 => f64::from_bits(n >> 1),
                1 => (n >> (m % 64)) as f64,
                2 => (n >> 40) as f64 / 10f64.powi((m % 9) as i32),
                3 => (n >> 44) as f64 / (1u64 << (m % 20)) as f64,
                _ => (n >> 11) as f64 / 2f64.powi((m % 130) as i32),
            }
        })
    }

    #[test]
    fn fixed_digits_are_those_of_the_exact_way() {
        for x in samples().filter(|x| x.is_finite()) {
            for precision in [0, 1, 2, 3, 6, 9, 17, 19, 20] {
                let mut text = builder();
                assert_eq!(push_fixed(x, precision, &mut text), Ok(()));
                let exact = format!("{x:.precision$}");
                assert_eq!(text.as_bytes(), exact.as_bytes(), "{x:e} {precision}");
                let rounded = round_to_places(x, precision);
                assert_eq!(exact.parse(), Ok(rounded), "{x:e} {precision}");
            }
        }
    }

    #[test]
    fn whole_numbers_show_their_shortest_digits() {
        for x in samples().filter(|x| x.is_finite()) {
            let (mut text, mut shortest) = (builder(), builder());
            assert_eq!(repr(x, &mut text), Ok(()));
            let read = std::str::from_utf8(text.as_bytes()).map(str::parse);
            assert_eq!(read, Ok(Ok(x)));
            if (-4..16).contains(&Decimal::shortest(x).exponent) {
                if Decimal::shortest(x).push_positional(&mut shortest) == Ok(false) {
                    assert_eq!(shortest.push(b".0"), Ok(()));
                }
                assert_eq!(text.as_bytes(), shortest.as_bytes());
            }
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
