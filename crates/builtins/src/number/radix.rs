//! Integers as digits of any base, and back.

use num_bigint::{BigInt, Sign};
use num_traits::{Num, Signed};
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::number::IntRef;

use crate::pure_error::PureError;

/// Decimal digits, within the limit of digits (0: none).
///
/// # Errors
/// `ValueError` beyond the limit.
pub fn to_decimal(n: &BigInt, limit: usize) -> Result<String, PureError> {
    // Only numbers near the limit are converted to be counted.
    let least = (n.bits().saturating_sub(1) as f64 * std::f64::consts::LOG10_2) as usize;
    if limit > 0 && least >= limit {
        return Err(too_many(limit));
    }
    let text = n.to_string();
    let digits = text.len() - usize::from(n.is_negative());
    if limit > 0 && digits > limit {
        return Err(too_many(limit));
    }
    Ok(text)
}

#[cold]
fn too_many(limit: usize) -> PureError {
    PureError::value_error(format!(
        "Exceeds the limit ({limit} digits) for integer string conversion; use \
         sys.set_int_max_str_digits() to increase the limit"
    ))
}

/// Appends the digits of a number's magnitude, in lower case.
pub fn push_digits(n: IntRef<'_>, base: u32, out: &mut TextBuilder) {
    let mut rest = match n {
        IntRef::Small(n) => n.unsigned_abs(),
        IntRef::Big(n) => return out.push(n.magnitude().to_str_radix(base).as_bytes()),
    };
    if base == 10 {
        return out.push_digits(rest, 1);
    }
    let begin = out.as_bytes().len();
    loop {
        let digit = char::from_digit((rest % u64::from(base)) as u32, base);
        out.push_byte(digit.map_or(b'0', |digit| digit as u8));
        rest /= u64::from(base);
        if rest == 0 {
            break;
        }
    }
    out.as_mut_bytes().get_mut(begin..).unwrap_or_default().reverse();
}

/// Appends the digits of a base that is a power of two, with sign and the prefix `0x`, `0o` or
/// `0b`.
pub fn push_prefixed(n: IntRef<'_>, base: u32, out: &mut TextBuilder) {
    if n.is_negative() {
        out.push_byte(b'-');
    }
    out.push(match base {
        2 => b"0b",
        8 => b"0o",
        _ => b"0x",
    });
    push_digits(n, base, out);
}

/// Reads a sign and up to 18 decimal digits, which always fit; `None` for any other text, which
/// may be a number all the same.
pub fn parse_word(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if !(1..=18).contains(&digits.len()) {
        return None;
    }
    let mut n = 0;
    for digit in digits {
        let digit = digit.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        n = n * 10 + i64::from(digit);
    }
    Some(if negative { -n } else { n })
}

/// Why a text is no integer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParseError {
    /// It is not an integer of this base.
    Invalid,
    /// It has more decimal digits than the limit.
    TooLong(usize),
}

/// Reads an integer: surrounding whitespace, a sign, a prefix that fits the base, underscores
/// between digits. Base 0 takes the base from the prefix.
///
/// # Errors
/// See [`ParseError`].
pub fn parse(text: &str, base: u32, limit: usize) -> Result<BigInt, ParseError> {
    let text = text.trim_matches(is_space);
    let (sign, rest) = match text.strip_prefix(['-', '+']) {
        Some(rest) if text.starts_with('-') => (Sign::Minus, rest),
        Some(rest) => (Sign::Plus, rest),
        None => (Sign::Plus, text),
    };
    let prefix = match rest.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => 16,
        Some("0o") => 8,
        Some("0b") => 2,
        _ => 0,
    };
    let has_prefix = prefix != 0 && (base == 0 || base == prefix);
    let digits = if has_prefix { rest.get(2..).unwrap_or_default() } else { rest };
    let base = match base {
        0 if has_prefix => prefix,
        0 => 10,
        given => given,
    };
    // After a prefix, one underscore may come first.
    let digits = if has_prefix { digits.strip_prefix('_').unwrap_or(digits) } else { digits };
    let plain = without_underscores(digits).ok_or(ParseError::Invalid)?;
    if plain.is_empty() || !plain.chars().all(|c| c.is_digit(base)) {
        return Err(ParseError::Invalid);
    }
    if limit > 0 && !base.is_power_of_two() && plain.len() > limit {
        return Err(ParseError::TooLong(plain.len()));
    }
    let magnitude =
        num_bigint::BigUint::from_str_radix(&plain, base).map_err(|_| ParseError::Invalid)?;
    Ok(BigInt::from_biguint(sign, magnitude))
}

/// Whether a text is like `010`, which base 0 refuses.
pub fn is_old_octal(text: &str) -> bool {
    let text = text.trim_matches(is_space);
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.len() > 1
        && digits.starts_with('0')
        && digits.bytes().all(|digit| digit.is_ascii_digit() || digit == b'_')
        && digits.bytes().any(|digit| (b'1'..=b'9').contains(&digit))
}

/// Removes underscores that stand between two digits; `None` if one stands elsewhere.
pub fn without_underscores(digits: &str) -> Option<String> {
    if digits.starts_with('_') || digits.ends_with('_') || digits.contains("__") {
        return None;
    }
    Some(digits.replace('_', ""))
}

/// Whitespace around numbers, as `str.strip` knows it.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_as_cpython_does() {
        let facts = [
            ("12", 10, Some(12)),
            (" -1_000 ", 10, Some(-1000)),
            ("0x1f", 0, Some(31)),
            ("0x1f", 16, Some(31)),
            ("0x_f", 16, Some(15)),
            ("0b1", 16, Some(0xb1)),
            ("z", 36, Some(35)),
            ("1__0", 10, None),
            ("_1", 10, None),
            ("", 10, None),
            ("+", 10, None),
            ("0x", 16, None),
            ("00", 0, Some(0)),
        ];
        for (text, base, expected) in facts {
            assert_eq!(parse(text, base, 0).ok(), expected.map(BigInt::from), "{text} {base}");
            if let (10, Some(n)) = (base, parse_word(text.as_bytes())) {
                assert_eq!(Some(n), expected, "{text}");
            }
        }
        assert!(is_old_octal("010") && !is_old_octal("00") && !is_old_octal("0x1"));
    }
}
