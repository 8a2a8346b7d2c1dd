//! Formatting numbers by a specification.

use num_traits::ToPrimitive;
use objmodel::objects::builder::{Grown, TextBuilder};
use objmodel::objects::number::IntRef;

use super::Spec;
use super::text::pad;
use crate::number::float::{self as floats, Decimal};
use crate::number::{complex::Complex, integer, radix};
use crate::pure_error::PureError;

/// An integer.
///
/// # Errors
/// `ValueError` for what makes no sense with integers; `OverflowError` for `c` beyond Unicode.
pub fn int(
    n: IntRef<'_>,
    spec: &Spec,
    class: &str,
    out: &mut TextBuilder,
) -> Result<(), PureError> {
    let kind = spec.kind.unwrap_or('d');
    match kind {
        'b' | 'o' | 'x' | 'X' | 'd' | 'n' | 'c' => {}
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => {
            let x = match n {
                IntRef::Small(n) => n as f64,
                IntRef::Big(n) => integer::to_float(n),
            };
            if x.is_infinite() {
                return Err(PureError::overflow("int too large to convert to float"));
            }
            return float(x, spec, class, out);
        }
        _ => return Err(spec.unknown(class)),
    }
    if spec.precision.is_some() {
        return Err(PureError::value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(PureError::value_error(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    if kind == 'c' {
        return character(n, spec, out);
    }
    let (base, prefix) = match kind {
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = out.sibling();
    radix::push_digits(n, base, &mut digits)?;
    if kind == 'X' {
        digits.as_mut_bytes().make_ascii_uppercase();
    }
    let parts = Parts {
        negative: n.is_negative(),
        prefix: if spec.alternate { prefix } else { "" },
        digits: digits.as_bytes(),
        rest: b"",
        group: if base == 10 { 3 } else { 4 },
    };
    parts.lay_out(spec, out)?;
    Ok(())
}

fn character(n: IntRef<'_>, spec: &Spec, out: &mut TextBuilder) -> Result<(), PureError> {
    if spec.sign.is_some() {
        return Err(PureError::value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(PureError::value_error(
            "Alternate form (#) not allowed with integer format specifier 'c'",
        ));
    }
    let Some(n) = n.to_i64() else {
        return Err(PureError::overflow("Python int too large to convert to C long"));
    };
    let Some(point) = n.to_u32().filter(|point| *point < 0x11_0000) else {
        return Err(PureError::overflow("%c arg not in range(0x110000)"));
    };
    let mut text = out.sibling();
    text.push_point(point)?;
    let align = match spec.align {
        Some('=') | None => '>',
        Some(align) => align,
    };
    pad(out, text.as_bytes(), 1, spec.width, spec.fill, align)?;
    Ok(())
}

/// A float.
///
/// # Errors
/// `ValueError` for what makes no sense with floats.
pub fn float(x: f64, spec: &Spec, class: &str, out: &mut TextBuilder) -> Result<(), PureError> {
    let text = float_text(x, spec, class, out)?;
    text.parts().lay_out(spec, out)?;
    Ok(())
}

/// A float's sign and what follows it.
pub(crate) struct FloatText {
    pub(crate) negative: bool,
    pub(crate) magnitude: TextBuilder,
}

impl FloatText {
    /// Digits before the point or exponent, and the rest.
    fn parts(&self) -> Parts<'_> {
        let text = self.magnitude.as_bytes();
        let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
        let (digits, rest) = text.split_at(end);
        Parts { negative: self.negative, prefix: "", digits, rest, group: 3 }
    }
}

/// The digits of a float, without sign and padding.
pub(crate) fn float_text(
    x: f64,
    spec: &Spec,
    class: &str,
    like: &TextBuilder,
) -> Result<FloatText, PureError> {
    let kind = match spec.kind {
        None => None,
        Some(kind @ ('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%')) => Some(kind),
        Some(_) => return Err(spec.unknown(class)),
    };
    if spec.precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return Err(PureError::value_error("precision too big"));
    }
    let x = if kind == Some('%') { x * 100.0 } else { x };
    let mut magnitude = like.sibling();
    if x.is_nan() {
        magnitude.push(b"nan")?;
    } else if x.is_infinite() {
        magnitude.push(b"inf")?;
    } else {
        push_finite(x.abs(), kind, spec, &mut magnitude)?;
    }
    if kind.is_some_and(|kind| kind.is_ascii_uppercase()) {
        magnitude.as_mut_bytes().make_ascii_uppercase();
    }
    if kind == Some('%') {
        magnitude.push_byte(b'%')?;
    }
    let mut negative = x.is_sign_negative() && !x.is_nan();
    if spec.no_negative_zero && !magnitude.as_bytes().iter().any(|c| (b'1'..=b'9').contains(c)) {
        negative &= x.is_infinite();
    }
    Ok(FloatText { negative, magnitude })
}

/// Appends the digits of a float that is not negative.
fn push_finite(
    x: f64,
    kind: Option<char>,
    spec: &Spec,
    out: &mut TextBuilder,
) -> Result<(), PureError> {
    let alternate = spec.alternate;
    if spec.precision.is_some_and(|precision| precision > integer::MAX_BITS as usize) {
        return Err(PureError::memory());
    }
    let precision = spec.precision.unwrap_or(6);
    match kind {
        Some('f' | 'F' | '%') => {
            floats::push_fixed(x, precision, out)?;
            if alternate && precision == 0 {
                out.push_byte(b'.')?;
            }
        }
        Some('e' | 'E') => rounded(x, precision + 1).push_scientific(out, alternate)?,
        Some(_) => push_general(x, precision.max(1), alternate, false, out)?,
        None if spec.precision.is_some() => {
            push_general(x, precision.max(1), alternate, true, out)?;
        }
        None => {
            floats::repr(x, out)?;
            let text = out.as_bytes();
            if alternate && !text.contains(&b'.') {
                out.insert(text.iter().position(|&byte| byte == b'e').unwrap_or(text.len()), b'.')?;
            }
        }
    }
    Ok(())
}

/// So many significant digits, correctly rounded.
fn rounded(x: f64, count: usize) -> Decimal {
    let mut decimal = Decimal::rounded(x, count - 1);
    decimal.extend(count);
    decimal
}

/// Fixed or scientific, whichever suits the exponent; trailing zeros are cut unless `alternate`.
/// `like_float` keeps at least one digit after the point.
fn push_general(
    x: f64,
    precision: usize,
    alternate: bool,
    like_float: bool,
    out: &mut TextBuilder,
) -> Grown {
    let mut decimal = rounded(x, precision);
    if !alternate {
        decimal.trim();
    }
    let limit = precision as i64 - i64::from(like_float);
    if !(-4..limit).contains(&i64::from(decimal.exponent)) {
        decimal.push_scientific(out, alternate)?;
    } else if !decimal.push_positional(out)? {
        if like_float {
            out.push(b".0")?;
        } else if alternate {
            out.push_byte(b'.')?;
        }
    }
    Ok(())
}

/// A complex number.
///
/// # Errors
/// `ValueError` for what makes no sense with complex numbers.
pub fn complex(z: Complex, spec: &Spec, out: &mut TextBuilder) -> Result<(), PureError> {
    if !matches!(spec.kind, None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')) {
        return Err(spec.unknown("complex"));
    }
    if spec.fill == u32::from(b'0') {
        return Err(PureError::value_error(
            "Zero padding is not allowed in complex format specifier",
        ));
    }
    if spec.align == Some('=') {
        return Err(PureError::value_error(
            "'=' alignment flag is not allowed in complex format specifier",
        ));
    }
    let plain = spec.kind.is_none();
    let push_part = |x: f64, sign: Option<char>, out: &mut TextBuilder| -> Result<(), PureError> {
        let mut text = float_text(x, spec, "complex", out)?;
        if plain && spec.precision.is_none() {
            if let Some(whole) = text.magnitude.as_bytes().strip_suffix(b".0") {
                text.magnitude.truncate(whole.len() + usize::from(spec.alternate));
            }
        } else if plain && x.is_finite() {
            let precision = spec.precision.unwrap_or(6).max(1);
            text.magnitude.truncate(0);
            push_general(x.abs(), precision, spec.alternate, false, &mut text.magnitude)?;
        }
        let bare = Spec { width: 0, fill: b' '.into(), align: None, sign, ..*spec };
        text.parts().lay_out(&bare, out)?;
        Ok(())
    };
    let skip_real = plain && z.0 == 0.0 && z.0.is_sign_positive();
    let mut text = out.sibling();
    if skip_real {
        push_part(z.1, spec.sign, &mut text)?;
    } else {
        if plain {
            text.push_byte(b'(')?;
        }
        push_part(z.0, spec.sign, &mut text)?;
        push_part(z.1, Some('+'), &mut text)?;
    }
    text.push_byte(b'j')?;
    if plain && !skip_real {
        text.push_byte(b')')?;
    }
    let text = text.as_bytes();
    pad(out, text, text.len(), spec.width, spec.fill, spec.align.unwrap_or('>'))?;
    Ok(())
}

/// A number taken apart for its layout.
struct Parts<'a> {
    negative: bool,
    prefix: &'a str,
    /// The digits that are grouped.
    digits: &'a [u8],
    /// Point, fraction, exponent, percent sign.
    rest: &'a [u8],
    /// How many digits make a group.
    group: usize,
}

impl Parts<'_> {
    fn lay_out(&self, spec: &Spec, out: &mut TextBuilder) -> Grown {
        let sign: &[u8] = match (self.negative, spec.sign) {
            (true, _) => b"-",
            (false, Some('+')) => b"+",
            (false, Some(' ')) => b" ",
            _ => b"",
        };
        let prefix = self.prefix.as_bytes();
        if spec.width == 0 && spec.grouping.is_none() {
            return [sign, prefix, self.digits, self.rest]
                .iter()
                .try_for_each(|part| out.push(part));
        }
        let align = spec.align.unwrap_or('>');
        let around = sign.len() + prefix.len() + self.rest.len();
        // Zeros between sign and digits are grouped with the digits.
        let least = if spec.fill == u32::from(b'0') && align == '=' {
            spec.width.saturating_sub(around)
        } else {
            0
        };
        let count = self.grouped_len(spec.grouping, least);
        let missing = spec.width.saturating_sub(around + count);
        let (before, between, after) = match align {
            '=' => (0, missing, 0),
            '<' => (0, 0, missing),
            '^' => (missing / 2, 0, missing - missing / 2),
            _ => (missing, 0, 0),
        };
        let mut buffer = [0; 4];
        let fill = super::text::point_bytes(spec.fill, &mut buffer);
        out.repeat(fill, before)?;
        out.push(sign)?;
        out.push(prefix)?;
        out.repeat(fill, between)?;
        self.push_grouped(spec.grouping, count, out)?;
        out.push(self.rest)?;
        out.repeat(fill, after)
    }

    /// How long the digits are with separators, and with zeros before them up to `least`
    /// characters. A separator is never first: then there is one more zero.
    fn grouped_len(&self, separator: Option<char>, least: usize) -> usize {
        let digits = self.digits.len();
        if separator.is_none() || digits == 0 {
            return digits.max(least);
        }
        let len = digits + (digits - 1) / self.group;
        if len >= least {
            return len;
        }
        let starts_with_separator = least.is_multiple_of(self.group + 1);
        least + usize::from(starts_with_separator)
    }

    /// Appends the digits, in `count` characters with zeros and separators.
    fn push_grouped(&self, separator: Option<char>, count: usize, out: &mut TextBuilder) -> Grown {
        let Some(separator) = separator.filter(|_| !self.digits.is_empty()) else {
            out.repeat(b"0", count - self.digits.len())?;
            return out.push(self.digits);
        };
        out.reserve(count)?;
        let separators = count / (self.group + 1);
        let mut zeros = count - separators - self.digits.len();
        let mut digits = self.digits.iter();
        for place in (0..count).rev() {
            if place % (self.group + 1) == self.group {
                out.push_byte(separator as u8)?;
            } else if zeros > 0 {
                zeros -= 1;
                out.push_byte(b'0')?;
            } else if let Some(digit) = digits.next() {
                out.push_byte(*digit)?;
            }
        }
        Ok(())
    }
}
