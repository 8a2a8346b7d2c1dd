//! `float.hex` and `float.fromhex`.

use crate::pure_error::PureError;

use super::radix::is_space;

/// The exact value in hexadecimal: `-0x1.8p+1`.
pub fn to_hex(x: f64) -> String {
    if x.is_nan() {
        return "nan".to_owned();
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x.is_infinite() {
        return format!("{sign}inf");
    }
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    let (lead, exponent) = if exponent == 0 { (0, -1022) } else { (1, exponent - 1023) };
    format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}")
}

/// Reads what [`to_hex`] writes, and less strict forms.
///
/// # Errors
/// `ValueError` for another text, `OverflowError` if no float is that large.
pub fn from_hex(text: &str) -> Result<f64, PureError> {
    let invalid = || PureError::value_error("invalid hexadecimal floating-point string");
    let too_large = || PureError::overflow("hexadecimal value too large to represent as a float");
    let text = text.trim_matches(is_space);
    let (negative, rest) = match text.strip_prefix(['-', '+']) {
        Some(rest) => (text.starts_with('-'), rest),
        None => (false, text),
    };
    let signed = |x: f64| if negative { -x } else { x };
    match rest.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => return Ok(signed(f64::INFINITY)),
        "nan" => return Ok(signed(f64::NAN)),
        _ => {}
    }
    let digits = rest.strip_prefix("0x").or(rest.strip_prefix("0X")).unwrap_or(rest);
    let (mantissa, exponent) = match digits.split_once(['p', 'P']) {
        Some((mantissa, exponent)) => (mantissa, exponent_of(exponent).ok_or_else(invalid)?),
        None => (digits, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = || whole.bytes().chain(fraction.bytes());
    if whole.len() + fraction.len() == 0 || !all().all(|digit| digit.is_ascii_hexdigit()) {
        return Err(invalid());
    }
    // 60 bits of the mantissa, and whether anything but zeros follows.
    let (mut kept, mut sticky, mut dropped) = (0u64, false, 0i64);
    for digit in all() {
        let digit = (digit as char).to_digit(16).unwrap_or(0) as u64;
        if kept >> 56 == 0 {
            kept = kept << 4 | digit;
        } else {
            sticky |= digit != 0;
            dropped += 1;
        }
    }
    if kept == 0 {
        return Ok(signed(0.0));
    }
    let shift = (dropped - fraction.len() as i64).saturating_mul(4);
    let exponent = exponent.saturating_add(shift);
    let value = rounded(kept, sticky, exponent).ok_or_else(too_large)?;
    Ok(signed(value))
}

/// The digits after `p`, cut to what can matter.
fn exponent_of(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let magnitude = digits.parse().unwrap_or(i64::MAX / 8).min(i64::MAX / 8);
    Some(if text.starts_with('-') { -magnitude } else { magnitude })
}

/// `mantissa * 2**exponent` rounded to even once; `None` beyond the largest float.
fn rounded(mantissa: u64, sticky: bool, exponent: i64) -> Option<f64> {
    let bits = 64 - i64::from(mantissa.leading_zeros());
    let top = exponent.saturating_add(bits);
    if top > 1024 {
        return None;
    }
    if top < -1075 {
        return Some(0.0);
    }
    let lowest = (top - 53).max(-1074);
    let drop = lowest - exponent;
    let mut kept = mantissa;
    if drop > 0 {
        let drop = drop as u32;
        let cut = if drop >= 64 { mantissa } else { mantissa & ((1 << drop) - 1) };
        kept = if drop >= 64 { 0 } else { mantissa >> drop };
        let half = if drop > 64 { u64::MAX } else { 1 << (drop - 1) };
        let above = cut > half || (cut == half && sticky);
        if above || (cut == half && kept & 1 == 1) {
            kept += 1;
        }
    } else {
        kept <<= (-drop) as u32;
    }
    let (first, second) = (lowest / 2, lowest - lowest / 2);
    let value = kept as f64 * 2f64.powi(first as i32) * 2f64.powi(second as i32);
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_goes_both_ways() {
        for x in [0.1, -5e-324, 1.0, f64::MAX, f64::MIN_POSITIVE, 3.5e-310] {
            assert_eq!(from_hex(&to_hex(x)), Ok(x));
        }
        assert_eq!(to_hex(0.1), "0x1.999999999999ap-4");
        assert_eq!(from_hex("0x1p4"), Ok(16.0));
        assert_eq!(from_hex(".8"), Ok(0.5));
        assert_eq!(from_hex("0x1.00000000000008p0"), Ok(1.0));
        assert_eq!(from_hex("0x1.000000000000081p0"), Ok(1.0000000000000002));
        assert!(from_hex("0x1p1024").is_err() && from_hex("zz").is_err());
        assert_eq!(from_hex("0x1p-1076"), Ok(0.0));
        assert_eq!(from_hex("0x1.8p-1075"), Ok(5e-324));
    }
}
