//! Integers as digits of any base, and back.

use std::borrow::Cow;

use num_bigint::{BigInt, BigUint, Sign};
use objmodel::gc::OutOfMemory;
use objmodel::objects::builder::{Grown, TextBuilder};
use objmodel::objects::number::IntRef;

use crate::pure_error::PureError;

/// Appends the decimal digits of a number's magnitude, within the limit of digits (0: none).
///
/// # Errors
/// `ValueError` beyond the limit; no room.
pub fn push_decimal(n: &BigInt, limit: usize, out: &mut TextBuilder) -> Result<(), PureError> {
    // Only numbers near the limit are converted to be counted.
    if exceeds(n, limit) {
        return Err(too_many(limit));
    }
    let begin = out.as_bytes().len();
    push_digits(IntRef::Big(n), 10, out)?;
    if limit > 0 && out.as_bytes().len() - begin > limit {
        return Err(too_many(limit));
    }
    Ok(())
}

/// Whether a number has more digits than the limit admits (0: none), as far as its size tells.
pub fn exceeds(n: &BigInt, limit: usize) -> bool {
    limit > 0 && least_digits(n) >= limit
}

/// A number has at least so many decimal digits, and at most one more.
fn least_digits(n: &BigInt) -> usize {
    (n.bits().saturating_sub(1) as f64 * std::f64::consts::LOG10_2) as usize
}

/// Refuses a number that may have more decimal digits than the limit admits, which takes its digits
/// where its size alone does not tell.
///
/// # Errors
/// `ValueError`.
pub fn check_decimal(n: &BigInt, limit: usize) -> Result<(), PureError> {
    let digits = least_digits(n);
    if limit == 0 || digits + 1 < limit {
        return Ok(());
    }
    if digits >= limit || *n.magnitude() >= num_bigint::BigUint::from(10u32).pow(limit as u32) {
        return Err(too_many(limit));
    }
    Ok(())
}

#[cold]
fn too_many(limit: usize) -> PureError {
    PureError::value_error(format!(
        "Exceeds the limit ({limit} digits) for integer string conversion; use \
         sys.set_int_max_str_digits() to increase the limit"
    ))
}

/// Appends the digits of a number's magnitude, in lower case.
///
/// # Errors
/// No room.
pub fn push_digits(n: IntRef<'_>, base: u32, out: &mut TextBuilder) -> Grown {
    let mut rest = match n {
        IntRef::Small(n) => n.unsigned_abs(),
        IntRef::Big(n) if base.is_power_of_two() => {
            return push_bits(n, base.trailing_zeros(), out);
        }
        IntRef::Big(n) => {
            // Room for the digits and for those that the conversion holds, which also has powers
            // of the base and halves of the number: six bytes for each of the result.
            let digits = least_digits(n).saturating_add(2);
            let mut scratch = out.sibling();
            scratch.charge(digits.saturating_mul(6))?;
            let text = n.magnitude().to_str_radix(base);
            drop(scratch);
            return out.push(text.as_bytes());
        }
    };
    if base == 10 {
        return out.push_digits(rest, 1);
    }
    let begin = out.as_bytes().len();
    loop {
        let digit = char::from_digit((rest % u64::from(base)) as u32, base);
        out.push_byte(digit.map_or(b'0', |digit| digit as u8))?;
        rest /= u64::from(base);
        if rest == 0 {
            break;
        }
    }
    out.as_mut_bytes().get_mut(begin..).unwrap_or_default().reverse();
    Ok(())
}

/// Appends a number's magnitude by groups of `width` bits, at most eight.
fn push_bits(n: &BigInt, width: u32, out: &mut TextBuilder) -> Grown {
    let count = n.bits().div_ceil(width.into());
    out.reserve(usize::try_from(count).map_err(|_| OutOfMemory)?)?;
    let begin = out.as_bytes().len();
    if width == 4 {
        // Sixteen digits of each word at once.
        for word in n.magnitude().iter_u64_digits().rev() {
            let digits: [u8; 16] = std::array::from_fn(|at| {
                let digit = (word >> (60 - 4 * at)) as u8 & 15;
                if digit < 10 { b'0' + digit } else { b'a' - 10 + digit }
            });
            let zeros = if out.as_bytes().len() == begin { word.leading_zeros() / 4 } else { 0 };
            out.push(digits.get(zeros as usize..).unwrap_or_default())?;
        }
        return Ok(());
    }
    let (mut held, mut bits) = (0u128, 0);
    let mut words = n.magnitude().iter_u64_digits();
    for _ in 0..count {
        if bits < width {
            held |= u128::from(words.next().unwrap_or(0)) << bits;
            bits += 64;
        }
        let digit = char::from_digit((held & ((1 << width) - 1)) as u32, 36);
        out.push_byte(digit.map_or(b'0', |digit| digit as u8))?;
        held >>= width;
        bits -= width;
    }
    out.as_mut_bytes().get_mut(begin..).unwrap_or_default().reverse();
    Ok(())
}

/// Appends the digits of a base that is a power of two, with sign and the prefix `0x`, `0o` or
/// `0b`.
///
/// # Errors
/// No room.
pub fn push_prefixed(n: IntRef<'_>, base: u32, out: &mut TextBuilder) -> Grown {
    if n.is_negative() {
        out.push_byte(b'-')?;
    }
    out.push(match base {
        2 => b"0b",
        8 => b"0o",
        _ => b"0x",
    })?;
    push_digits(n, base, out)
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

/// The digits of an integer, checked and not read yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits<'a> {
    sign: Sign,
    /// Digits of the base and nothing else, at least one.
    pub text: Cow<'a, str>,
    /// The base, between 2 and 36.
    pub base: u32,
}

/// Finds the digits of an integer: surrounding whitespace, a sign, a prefix that fits the base,
/// underscores between digits. Base 0 takes the base from the prefix. Linear time.
///
/// # Errors
/// See [`ParseError`].
pub fn digits_of(text: &str, base: u32, limit: usize) -> Result<Digits<'_>, ParseError> {
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
    let text = without_underscores(digits).ok_or(ParseError::Invalid)?;
    if text.is_empty() || !text.bytes().all(|digit| char::from(digit).is_digit(base)) {
        return Err(ParseError::Invalid);
    }
    if limit > 0 && !base.is_power_of_two() && text.len() > limit {
        return Err(ParseError::TooLong(text.len()));
    }
    Ok(Digits { sign, text, base })
}

impl Digits<'_> {
    /// The number has no more words than this.
    pub fn most_words(&self) -> usize {
        let bits = (self.base as f64).log2() * self.text.len() as f64;
        (bits / 64.0) as usize + 1
    }

    /// The number. Where the base is a power of two, this takes linear time, else the time of a few
    /// multiplications of numbers half as long.
    pub fn read(&self) -> BigInt {
        let text = self.text.as_bytes();
        let magnitude = if self.base.is_power_of_two() {
            self.packed(text)
        } else {
            let (digits, _) = word_digits(self.base);
            let mut powers = Vec::new();
            self.by_halves(text, &mut powers, text.len().div_ceil(digits))
        };
        BigInt::from_biguint(self.sign, magnitude)
    }

    fn value(&self, digit: u8) -> u32 {
        char::from(digit).to_digit(self.base).unwrap_or(0)
    }

    fn packed(&self, text: &[u8]) -> BigUint {
        let width = self.base.trailing_zeros();
        let mut words = Vec::with_capacity(text.len() * width as usize / 32 + 1);
        if width == 4 {
            words.extend(text.rchunks(8).map(|digits| {
                digits.iter().fold(0, |word, digit| {
                    // Letters have the bit 64, and the low bits of `a` are 1.
                    let value = (digit & 15) + if digit & 64 == 0 { 0 } else { 9 };
                    word << 4 | u32::from(value)
                })
            }));
            return BigUint::new(words);
        }
        let (mut held, mut bits) = (0u64, 0);
        for digit in text.iter().rev() {
            held |= u64::from(self.value(*digit)) << bits;
            bits += width;
            if bits >= 32 {
                words.push(held as u32);
                held >>= 32;
                bits -= 32;
            }
        }
        words.push(held as u32);
        BigUint::new(words)
    }

    /// The number that digits stand for, at most `chunks` words of them: the halves are read, and
    /// put together by a power of the base. `powers` has those of 1, 2, 4, ... words of digits.
    fn by_halves(&self, text: &[u8], powers: &mut Vec<BigUint>, chunks: usize) -> BigUint {
        const SCHOOLBOOK: usize = 40;
        let (digits, unit) = word_digits(self.base);
        if chunks <= SCHOOLBOOK {
            let mut number = BigUint::ZERO;
            let first = text.len() % digits;
            let (first, rest) = text.split_at(first);
            for chunk in std::iter::once(first).chain(rest.chunks(digits)) {
                let word = chunk.iter().fold(0, |word, digit| {
                    word * u64::from(self.base) + u64::from(self.value(*digit))
                });
                number = number * unit + word;
            }
            return number;
        }
        // The lower part has as many words of digits as a power of two below their number.
        let level = (chunks - 1).ilog2() as usize;
        let low = digits << level;
        let (high, low) = text.split_at(text.len() - low);
        while powers.len() <= level {
            let next = powers.last().map_or_else(|| BigUint::from(unit), |last| last * last);
            powers.push(next);
        }
        let number = self.by_halves(high, powers, chunks - (1 << level));
        let low = self.by_halves(low, powers, 1 << level);
        match powers.get(level) {
            Some(power) => number * power + low,
            None => low,
        }
    }
}

/// So many digits of a base fit a word, and the base to their power.
fn word_digits(base: u32) -> (usize, u64) {
    let (mut digits, mut unit) = (1, u64::from(base));
    while let Some(next) = unit.checked_mul(base.into()) {
        (digits, unit) = (digits + 1, next);
    }
    (digits, unit)
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
pub fn without_underscores(digits: &str) -> Option<Cow<'_, str>> {
    if !digits.contains('_') {
        return Some(Cow::Borrowed(digits));
    }
    if digits.starts_with('_') || digits.ends_with('_') || digits.contains("__") {
        return None;
    }
    Some(Cow::Owned(digits.replace('_', "")))
}

/// Whitespace around numbers, as `str.strip` knows it.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_go_both_ways_in_all_bases_and_lengths() {
        let mut n = BigInt::from(1);
        for round in 0..60u32 {
            // Lengths around those at which halves are split, and runs of zeros.
            n = (&n * &n + round * 7 + 1) >> (round % 3 * 20);
            n = n % (BigInt::from(1) << (64 * (round * 9 + 1))) + 1;
            for base in [2, 3, 7, 8, 10, 16, 32, 36] {
                let mut text = crate::number::tests::builder();
                assert_eq!(push_digits(IntRef::Big(&n), base, &mut text), Ok(()));
                assert_eq!(text.as_bytes(), n.to_str_radix(base).as_bytes());
                let text = std::str::from_utf8(text.as_bytes()).expect("digits");
                assert_eq!(digits_of(text, base, 0).map(|digits| digits.read()), Ok(n.clone()));
            }
        }
        for zeros in [1, 18, 19, 20, 760, 761, 5000] {
            let text = format!("-1{}", "0".repeat(zeros));
            let expected = -BigInt::from(10).pow(zeros as u32);
            assert_eq!(digits_of(&text, 10, 0).map(|digits| digits.read()), Ok(expected));
        }
    }

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
            let read = digits_of(text, base, 0).ok().map(|digits| digits.read());
            assert_eq!(read, expected.map(BigInt::from), "{text} {base}");
            if let (10, Some(n)) = (base, parse_word(text.as_bytes())) {
                assert_eq!(Some(n), expected, "{text}");
            }
        }
        assert!(is_old_octal("010") && !is_old_octal("00") && !is_old_octal("0x1"));
    }
}
