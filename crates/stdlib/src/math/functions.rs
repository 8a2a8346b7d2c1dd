//! Functions of floats that the standard library has not, or not to the last digit.

use std::f64::consts::LN_2;

/// Beyond this the square is all that counts under a root.
const LARGE: f64 = (1u64 << 28) as f64;

/// The inverse hyperbolic cosine. Near 1 and far from it other forms lose no digits and cannot overflow.
pub(super) fn acosh(x: f64) -> f64 {
    if x > LARGE {
        return x.ln() + LN_2;
    }
    if x > 2.0 {
        return (2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())).ln();
    }
    let above = x - 1.0;
    (above + (2.0 * above + above * above).sqrt()).ln_1p()
}

/// The inverse hyperbolic sine, by forms as for [`acosh`].
pub(super) fn asinh(x: f64) -> f64 {
    let size = x.abs();
    let result = if !x.is_finite() || size < 1.0 / LARGE {
        return x;
    } else if size > LARGE {
        size.ln() + LN_2
    } else if size > 2.0 {
        (2.0 * size + 1.0 / ((size * size + 1.0).sqrt() + size)).ln()
    } else {
        let square = size * size;
        (size + square / (1.0 + (1.0 + square).sqrt())).ln_1p()
    };
    result.copysign(x)
}

/// The inverse hyperbolic tangent of what lies between -1 and 1.
pub(super) fn atanh(x: f64) -> f64 {
    let size = x.abs();
    let double = size + size;
    let inside =
        if size < 0.5 { double + double * size / (1.0 - size) } else { double / (1.0 - size) };
    (0.5 * inside.ln_1p()).copysign(x)
}

/// The complementary error function.
pub(super) fn erfc(x: f64) -> f64 {
    // There the sum has all the digits.
    if (-1.25..=-0.84375).contains(&x) {
        return 1.0 + libm::erf(-x);
    }
    libm::erfc(x)
}

/// `x * 2**exponent`, rounded once.
pub(super) fn scaled(x: f64, exponent: i32) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let (mantissa, own) = libm::frexp(x);
    let power = |n: i32| 2f64.powi(n);
    match own + exponent {
        1025.. => f64::INFINITY.copysign(x),
        // Halves of the exponent are exact factors.
        sum @ -1021.. => mantissa * power(sum / 2) * power(sum - sum / 2),
        // Only the last step can round.
        sum @ -1100.. => mantissa * power(-500) * power(-500) * power(sum + 1000),
        _ => 0f64.copysign(x),
    }
}

/// The length of a vector with these components, none of them negative. The squares are added in twice
/// the precision, and the root is corrected once.
pub(super) fn norm(all: &[f64]) -> f64 {
    if all.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if all.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    let largest = all.iter().fold(0.0f64, |a, b| a.max(*b));
    if largest == 0.0 || all.len() == 1 {
        return largest;
    }
    let (_, exponent) = libm::frexp(largest);
    // A product of two floats is its rounded value and what is left, both exact.
    let add = |(high, low): (f64, f64), x: f64, y: f64| {
        let product = x * y;
        let sum = high + product;
        let kept = sum - high;
        let lost = (high - (sum - kept)) + (product - kept);
        (sum, low + lost + x.mul_add(y, -product))
    };
    let sum = all.iter().map(|x| scaled(*x, -exponent)).fold((0.0, 0.0), |sum, x| add(sum, x, x));
    let root = (sum.0 + sum.1).sqrt();
    let (high, low) = add(sum, -root, root);
    scaled(root + (high + low) / (2.0 * root), exponent)
}
