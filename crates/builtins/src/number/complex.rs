//! Complex numbers by Python's rules.

use objmodel::objects::builder::{Grown, TextBuilder};

use super::float;
use crate::pure_error::PureError;

/// A complex number as real and imaginary part.
pub type Complex = (f64, f64);

/// Appends `repr(z)`.
///
/// # Errors
/// No room.
pub fn repr(z: Complex, out: &mut TextBuilder) -> Grown {
    let part = |x: f64, out: &mut TextBuilder| -> Grown {
        float::repr(x, out)?;
        if let Some(whole) = out.as_bytes().strip_suffix(b".0") {
            out.truncate(whole.len());
        }
        Ok(())
    };
    let (real, imaginary) = z;
    let pair = real != 0.0 || real.is_sign_negative();
    if pair {
        out.push_byte(b'(')?;
        part(real, out)?;
        if imaginary.is_sign_positive() || imaginary.is_nan() {
            out.push_byte(b'+')?;
        }
    }
    part(imaginary, out)?;
    out.push(if pair { b"j)" } else { b"j" })
}

/// `a * b`.
pub fn multiply(a: Complex, b: Complex) -> Complex {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// `a / b`.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn divide(a: Complex, b: Complex) -> Result<Complex, PureError> {
    // The larger part of the divisor is divided by first, so that no square overflows.
    if b.0.abs() >= b.1.abs() {
        if b.0 == 0.0 {
            return Err(PureError::zero_division("complex division by zero"));
        }
        let ratio = b.1 / b.0;
        let denominator = b.0 + b.1 * ratio;
        return Ok(((a.0 + a.1 * ratio) / denominator, (a.1 - a.0 * ratio) / denominator));
    }
    if b.1.abs() >= b.0.abs() {
        let ratio = b.0 / b.1;
        let denominator = b.0 * ratio + b.1;
        return Ok(((a.0 * ratio + a.1) / denominator, (a.1 * ratio - a.0) / denominator));
    }
    Ok((f64::NAN, f64::NAN))
}

/// `a ** b`.
///
/// # Errors
/// `ZeroDivisionError` for zero to a negative or complex power, `OverflowError`.
pub fn power(a: Complex, b: Complex) -> Result<Complex, PureError> {
    let small = b.1 == 0.0 && b.0 == b.0.floor() && b.0.abs() <= 100.0;
    let result = if small { integer_power(a, b.0 as i32)? } else { general_power(a, b)? };
    if result.0.is_infinite() || result.1.is_infinite() {
        return Err(PureError::overflow("complex exponentiation"));
    }
    Ok(result)
}

fn integer_power(a: Complex, n: i32) -> Result<Complex, PureError> {
    if n > 0 {
        return Ok(natural_power(a, n as u32));
    }
    if n == 0 {
        return Ok((1.0, 0.0));
    }
    if a == (0.0, 0.0) {
        return Err(zero_base());
    }
    divide((1.0, 0.0), natural_power(a, n.unsigned_abs()))
}

fn natural_power(a: Complex, n: u32) -> Complex {
    let (mut result, mut power, mut mask) = ((1.0, 0.0), a, 1);
    while mask > 0 && n >= mask {
        if n & mask != 0 {
            result = multiply(result, power);
        }
        mask <<= 1;
        power = multiply(power, power);
    }
    result
}

fn general_power(a: Complex, b: Complex) -> Result<Complex, PureError> {
    if b == (0.0, 0.0) {
        return Ok((1.0, 0.0));
    }
    if a == (0.0, 0.0) {
        if b.1 != 0.0 || b.0 < 0.0 {
            return Err(zero_base());
        }
        return Ok((0.0, 0.0));
    }
    let (length, angle) = (a.0.hypot(a.1), a.1.atan2(a.0));
    let mut magnitude = length.powf(b.0);
    let mut phase = angle * b.0;
    if b.1 != 0.0 {
        magnitude /= (angle * b.1).exp();
        phase += b.1 * length.ln();
    }
    if phase.is_infinite() {
        // The C library's `cos` has a domain error here, which CPython words so.
        return Err(zero_base());
    }
    Ok((magnitude * phase.cos(), magnitude * phase.sin()))
}

fn zero_base() -> PureError {
    PureError::zero_division("0.0 to a negative or complex power")
}

/// `abs(z)`.
///
/// # Errors
/// `OverflowError`.
pub fn absolute(z: Complex) -> Result<f64, PureError> {
    let length = z.0.hypot(z.1);
    if length.is_infinite() && z.0.is_finite() && z.1.is_finite() {
        return Err(PureError::overflow("absolute value too large"));
    }
    Ok(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reprs() {
        let facts = [
            ((0.0, 1.0), "1j"),
            ((-0.0, -0.0), "(-0-0j)"),
            ((1.5, -2.0), "(1.5-2j)"),
            ((f64::NAN, f64::INFINITY), "(nan+infj)"),
            ((0.0, -0.0), "-0j"),
        ];
        for (z, expected) in facts {
            let mut text = crate::number::tests::builder();
            assert_eq!(repr(z, &mut text), Ok(()));
            assert_eq!(text.as_bytes(), expected.as_bytes());
        }
    }
}
