//! Formatting numbers by a specification.

use num_bigint::BigInt;
use num_traits::Signed;

use super::Spec;
use super::text::pad;
use crate::fault::Fault;
use crate::number::float::scientific;
use crate::number::{complex::Complex, float as floats, integer};

/// An integer.
///
/// # Errors
/// `ValueError` for what makes no sense with integers; `OverflowError` for `c` beyond Unicode.
pub fn int(n: &BigInt, spec: &Spec, class: &str) -> Result<Vec<u8>, Fault> {
    let kind = spec.kind.unwrap_or('d');
    match kind {
        'b' | 'o' | 'x' | 'X' | 'd' | 'n' | 'c' => {}
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => {
            let x = integer::to_float(n);
            if x.is_infinite() {
                return Err(Fault::overflow("int too large to convert to float"));
            }
            return float(x, spec, class);
        }
        _ => return Err(spec.unknown(class)),
    }
    if spec.precision.is_some() {
        return Err(Fault::value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(Fault::value_error(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    if kind == 'c' {
        return character(n, spec);
    }
    let (base, prefix) = match kind {
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = n.magnitude().to_str_radix(base);
    if kind == 'X' {
        digits.make_ascii_uppercase();
    }
    let parts = Parts {
        negative: n.is_negative(),
        prefix: if spec.alternate { prefix } else { "" },
        digits: &digits,
        rest: "",
        group: if base == 10 { 3 } else { 4 },
    };
    Ok(parts.lay_out(spec))
}

fn character(n: &BigInt, spec: &Spec) -> Result<Vec<u8>, Fault> {
    if spec.sign.is_some() {
        return Err(Fault::value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(Fault::value_error(
            "Alternate form (#) not allowed with integer format specifier 'c'",
        ));
    }
    if i64::try_from(n).is_err() {
        return Err(Fault::overflow("Python int too large to convert to C long"));
    }
    let point = u32::try_from(n).ok().filter(|point| *point < 0x11_0000);
    let Some(point) = point else {
        return Err(Fault::overflow("%c arg not in range(0x110000)"));
    };
    let mut text = Vec::new();
    crate::text::codepoints::push(&mut text, point);
    let mut out = Vec::new();
    let align = spec.align.filter(|align| *align != '=').unwrap_or('<');
    let align = if spec.align == Some('=') { '>' } else { align };
    pad(&mut out, &text, 1, spec.width, spec.fill, align);
    Ok(out)
}

/// A float.
///
/// # Errors
/// `ValueError` for what makes no sense with floats.
pub fn float(x: f64, spec: &Spec, class: &str) -> Result<Vec<u8>, Fault> {
    let text = float_text(x, spec, class)?;
    let (digits, rest) = split(&text.magnitude);
    let parts = Parts { negative: text.negative, prefix: "", digits, rest, group: 3 };
    Ok(parts.lay_out(spec))
}

/// A float's sign and what follows it.
pub(crate) struct FloatText {
    pub(crate) negative: bool,
    pub(crate) magnitude: String,
}

/// The digits of a float, without sign and padding.
pub(crate) fn float_text(x: f64, spec: &Spec, class: &str) -> Result<FloatText, Fault> {
    let kind = match spec.kind {
        None => None,
        Some(kind @ ('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%')) => Some(kind),
        Some(_) => return Err(spec.unknown(class)),
    };
    if spec.precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return Err(Fault::value_error("precision too big"));
    }
    let x = if kind == Some('%') { x * 100.0 } else { x };
    let magnitude = if x.is_nan() {
        cased("nan", kind, "%")
    } else if x.is_infinite() {
        cased("inf", kind, "%")
    } else {
        finite(x.abs(), kind, spec.precision, spec.alternate)?
    };
    let mut negative = x.is_sign_negative() && !x.is_nan();
    if spec.no_negative_zero && !magnitude.bytes().any(|c| (b'1'..=b'9').contains(&c)) {
        negative &= x.is_infinite();
    }
    Ok(FloatText { negative, magnitude })
}

fn cased(text: &str, kind: Option<char>, percent: &str) -> String {
    let mut text = text.to_owned();
    if kind.is_some_and(|kind| kind.is_ascii_uppercase()) {
        text.make_ascii_uppercase();
    }
    if kind == Some('%') {
        text.push_str(percent);
    }
    text
}

/// More digits than these are zeros: a float has no more.
const MOST_DIGITS: usize = 1100;

fn finite(
    x: f64,
    kind: Option<char>,
    precision: Option<usize>,
    alternate: bool,
) -> Result<String, Fault> {
    if precision.is_some_and(|precision| precision > crate::number::integer::MOST_BITS as usize) {
        return Err(Fault::memory());
    }
    Ok(match kind {
        Some('f' | 'F' | '%') => {
            let mut text = fixed(x, precision.unwrap_or(6));
            if alternate && !text.contains('.') {
                text.push('.');
            }
            if kind == Some('%') { text + "%" } else { text }
        }
        Some(kind @ ('e' | 'E')) => {
            let (digits, exponent) = rounded(x, precision.unwrap_or(6) + 1);
            let text = with_exponent(&digits, exponent, alternate);
            if kind == 'E' { text.to_ascii_uppercase() } else { text }
        }
        Some(kind) => {
            let text = general(x, precision.unwrap_or(6).max(1), alternate, false);
            if kind == 'G' { text.to_ascii_uppercase() } else { text }
        }
        None => match precision {
            None => {
                let text = floats::repr(x);
                if alternate && !text.contains('.') && text.contains('e') {
                    text.replacen('e', ".e", 1)
                } else {
                    text
                }
            }
            Some(precision) => general(x, precision.max(1), alternate, true),
        },
    })
}

/// Fixed-point digits, correctly rounded.
fn fixed(x: f64, precision: usize) -> String {
    let exact = precision.min(MOST_DIGITS);
    let mut text = format!("{x:.exact$}");
    text.extend(std::iter::repeat_n('0', precision - exact));
    text
}

/// So many significant digits, correctly rounded, and the exponent of the first.
fn rounded(x: f64, count: usize) -> (String, i32) {
    let exact = (count - 1).min(MOST_DIGITS);
    let text = format!("{x:.exact$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mut digits = mantissa.replace('.', "");
    digits.extend(std::iter::repeat_n('0', count - 1 - exact));
    (digits, exponent.parse().unwrap_or(0))
}

fn with_exponent(digits: &str, exponent: i32, alternate: bool) -> String {
    let text = scientific(digits, exponent);
    if alternate && !text.contains('.') { text.replacen('e', ".e", 1) } else { text }
}

/// Fixed or scientific, whichever suits the exponent; trailing zeros are cut unless `alternate`.
/// `like_float` keeps at least one digit after the point.
fn general(x: f64, precision: usize, alternate: bool, like_float: bool) -> String {
    let (mut digits, exponent) = rounded(x, precision);
    if !alternate {
        let kept = digits.trim_end_matches('0').len().max(1);
        digits.truncate(kept);
    }
    let limit = precision as i64 - i64::from(like_float);
    if i64::from(exponent) < -4 || i64::from(exponent) >= limit {
        return with_exponent(&digits, exponent, alternate);
    }
    let mut text = if exponent < 0 {
        format!("0.{}{digits}", "0".repeat((-exponent - 1) as usize))
    } else {
        let whole = exponent as usize + 1;
        if digits.len() <= whole {
            let zeros = "0".repeat(whole - digits.len());
            format!("{digits}{zeros}")
        } else {
            let (whole, fraction) = digits.split_at(whole);
            format!("{whole}.{fraction}")
        }
    };
    if !text.contains('.') {
        if like_float {
            text.push_str(".0");
        } else if alternate {
            text.push('.');
        }
    }
    text
}

/// Digits before the point or exponent, and the rest.
fn split(text: &str) -> (&str, &str) {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    text.split_at(end)
}

/// A complex number.
///
/// # Errors
/// `ValueError` for what makes no sense with complex numbers.
pub fn complex(z: Complex, spec: &Spec) -> Result<Vec<u8>, Fault> {
    if spec.fill == '0' && spec.zero_padded {
        return Err(Fault::value_error("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Some('=') {
        return Err(Fault::value_error(
            "'=' alignment flag is not allowed in complex format specifier",
        ));
    }
    if spec.kind == Some('%') {
        return Err(spec.unknown("complex"));
    }
    let plain = spec.kind.is_none();
    let part = |x: f64, sign: Option<char>| -> Result<String, Fault> {
        let mut text = float_text(x, spec, "complex")?;
        if plain && spec.precision.is_none() {
            text.magnitude = text.magnitude.trim_end_matches(".0").to_owned();
        } else if plain {
            text.magnitude =
                general(x.abs(), spec.precision.unwrap_or(6).max(1), spec.alternate, false);
        }
        let (digits, rest) = split(&text.magnitude);
        let parts = Parts { negative: text.negative, prefix: "", digits, rest, group: 3 };
        let bare = Spec { width: 0, fill: ' ', align: None, sign, ..*spec };
        Ok(String::from_utf8_lossy(&parts.lay_out(&bare)).into_owned())
    };
    let skip_real = plain && z.0 == 0.0 && z.0.is_sign_positive();
    let mut text = String::new();
    if skip_real {
        text.push_str(&part(z.1, spec.sign)?);
    } else {
        text.push_str(&part(z.0, spec.sign)?);
        text.push_str(&part(z.1, Some('+'))?);
    }
    text.push('j');
    if plain && !skip_real {
        text = format!("({text})");
    }
    let mut out = Vec::new();
    let count = text.chars().count();
    pad(&mut out, text.as_bytes(), count, spec.width, spec.fill, spec.align.unwrap_or('>'));
    Ok(out)
}

/// A number taken apart for its layout.
struct Parts<'a> {
    negative: bool,
    prefix: &'a str,
    /// The digits that are grouped.
    digits: &'a str,
    /// Point, fraction, exponent, percent sign.
    rest: &'a str,
    /// How many digits make a group.
    group: usize,
}

impl Parts<'_> {
    fn lay_out(&self, spec: &Spec) -> Vec<u8> {
        let sign = match (self.negative, spec.sign) {
            (true, _) => "-",
            (false, Some('+')) => "+",
            (false, Some(' ')) => " ",
            _ => "",
        };
        let around = sign.len() + self.prefix.len() + self.rest.len();
        let align = spec.align.unwrap_or('>');
        // Zeros between sign and digits are grouped with the digits.
        let least =
            if spec.fill == '0' && align == '=' { spec.width.saturating_sub(around) } else { 0 };
        let digits = self.grouped(spec.grouping, least);
        let count = around + digits.len();
        let missing = spec.width.saturating_sub(count);
        let mut out = Vec::with_capacity(count);
        if align == '=' {
            out.extend_from_slice(sign.as_bytes());
            out.extend_from_slice(self.prefix.as_bytes());
            pad(&mut out, digits.as_bytes(), 0, missing, spec.fill, '>');
            out.extend_from_slice(self.rest.as_bytes());
            return out;
        }
        let text = format!("{sign}{}{digits}{}", self.prefix, self.rest);
        pad(&mut out, text.as_bytes(), count, spec.width, spec.fill, align);
        out
    }

    /// The digits with separators, with zeros before them up to `least` characters.
    fn grouped(&self, separator: Option<char>, least: usize) -> String {
        let Some(separator) = separator.filter(|_| !self.digits.is_empty()) else {
            let zeros = least.saturating_sub(self.digits.len());
            return "0".repeat(zeros) + self.digits;
        };
        let mut reversed = String::new();
        let mut digits = self.digits.chars().rev();
        let mut count = 0;
        loop {
            let digit = match digits.next() {
                Some(digit) => digit,
                // A separator is never first: then one more zero is written.
                None if reversed.len() < least => '0',
                None => break,
            };
            if count > 0 && count % self.group == 0 {
                reversed.push(separator);
            }
            reversed.push(digit);
            count += 1;
        }
        reversed.chars().rev().collect()
    }
}
