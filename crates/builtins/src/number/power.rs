//! Powers of integers and floats.

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use super::integer::MAX_BITS;
use crate::pure_error::PureError;

/// `base ** exponent` for an exponent that is not negative.
///
/// # Errors
/// `MemoryError` if the result is too large.
pub fn integer(base: &BigInt, exponent: &BigInt) -> Result<BigInt, PureError> {
    if exponent.is_zero() || base.is_one() {
        return Ok(BigInt::one());
    }
    if base.is_zero() {
        return Ok(BigInt::zero());
    }
    if base.magnitude().is_one() {
        return Ok(BigInt::from(if exponent.bit(0) { -1 } else { 1 }));
    }
    let Ok(exponent) = u32::try_from(exponent) else { return Err(PureError::memory()) };
    if (base.bits() - 1).saturating_mul(exponent.into()) > MAX_BITS {
        return Err(PureError::memory());
    }
    Ok(base.pow(exponent))
}

/// `pow(base, exponent, modulus)` of words, for a modulus above zero.
pub fn modular_word(base: i64, exponent: u64, modulus: i64) -> i64 {
    let wide = i128::from(modulus);
    let mut base = i128::from(base).rem_euclid(wide);
    let (mut result, mut exponent) = (1 % wide, exponent);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = reduced(result * base, modulus);
        }
        exponent >>= 1;
        if exponent > 0 {
            base = reduced(base * base, modulus);
        }
    }
    // It is below the modulus.
    result as i64
}

/// `n % modulus` where neither is negative; division of words is faster.
fn reduced(n: i128, modulus: i64) -> i128 {
    match u64::try_from(n) {
        Ok(n) => i128::from(n % modulus as u64),
        Err(_) => n % i128::from(modulus),
    }
}

/// `pow(base, exponent, modulus)`; the result has the modulus's sign.
///
/// # Errors
/// `ValueError` for modulus 0, or a negative exponent of a base without an inverse.
pub fn modular(base: &BigInt, exponent: &BigInt, modulus: &BigInt) -> Result<BigInt, PureError> {
    if modulus.is_zero() {
        return Err(PureError::value_error("pow() 3rd argument cannot be 0"));
    }
    let magnitude = modulus.abs();
    let result = if exponent.is_negative() {
        let inverse = base.modinv(&magnitude).ok_or_else(|| {
            PureError::value_error("base is not invertible for the given modulus")
        })?;
        inverse.modpow(&-exponent, &magnitude)
    } else {
        base.modpow(exponent, &magnitude)
    };
    let result = if result.is_negative() { result + &magnitude } else { result };
    if modulus.is_negative() && !result.is_zero() { Ok(result + modulus) } else { Ok(result) }
}

/// `base ** exponent` of floats; `None` where the result is complex.
///
/// # Errors
/// `ZeroDivisionError` for zero to a negative power, `OverflowError` if it is too large.
pub fn float(base: f64, exponent: f64) -> Result<Option<f64>, PureError> {
    if exponent == 0.0 || base == 1.0 {
        return Ok(Some(1.0));
    }
    if base == 0.0 && exponent < 0.0 && exponent.is_finite() {
        return Err(PureError::zero_division("0.0 cannot be raised to a negative power"));
    }
    if base < 0.0 && base.is_finite() && exponent.is_finite() && exponent != exponent.floor() {
        return Ok(None);
    }
    let result = base.powf(exponent);
    if result.is_infinite() && base.is_finite() && exponent.is_finite() {
        return Err(PureError::overflow("Numerical result out of range"));
    }
    Ok(Some(result))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modular_powers_of_words_are_those_of_big_numbers() {
        let numbers = [0, 1, 2, 3, 10, 1 << 31, (1 << 32) + 1, i64::MAX - 1, i64::MAX];
        for base in numbers.into_iter().flat_map(|n| [n, -n]).chain([i64::MIN]) {
            for exponent in numbers {
                for modulus in numbers.into_iter().filter(|n| *n > 0) {
                    let of_words = modular_word(base, exponent as u64, modulus);
                    let big = [base, exponent, modulus].map(BigInt::from);
                    assert_eq!(modular(&big[0], &big[1], &big[2]), Ok(BigInt::from(of_words)));
                }
            }
        }
    }
}
