//! The gamma function and its logarithm by Lanczos' approximation, with the coefficients for 13
//! terms that the Boost library publishes: the same digits as CPython's.

use std::f64::consts::PI;

/// The parameter of the approximation.
#[allow(clippy::excessive_precision)]
const G: f64 = 6.024_680_040_776_729_583_740_234_375;
#[allow(clippy::excessive_precision)]
const G_MINUS_HALF: f64 = 5.524_680_040_776_729_583_740_234_375;

/// Numerators and denominators of the rational function, from the constant term on.
#[allow(clippy::excessive_precision)]
const TERMS: [(f64, f64); 13] = [
    (23531376880.410759688572007674451636754734846804940, 0.0),
    (42919803642.649098768957899047001988850926355848959, 39916800.0),
    (35711959237.355668049440185451547166705960488635843, 120543840.0),
    (17921034426.037209699919755754458931112671403265390, 150917976.0),
    (6039542586.3520280050642916443072979210699388420708, 105258076.0),
    (1439720407.3117216736632230727949123939715485786372, 45995730.0),
    (248874557.86205415651146038641322942321632125127801, 13339535.0),
    (31426415.585400194380614231628318205362874684987640, 2637558.0),
    (2876370.6289353724412254090516208496135991145378768, 357423.0),
    (186056.26539522349504029498971604569928220784236328, 32670.0),
    (8071.6720023658162106380029022722506138218516325024, 1925.0),
    (210.82427775157934587250973392071336271166969580291, 66.0),
    (2.5066282746310002701649081771338373386264310793408, 1.0),
];

/// The rational function, from the end at which nothing overflows.
fn sum(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    if x < 5.0 {
        for (a, b) in TERMS.iter().rev() {
            above = above * x + a;
            below = below * x + b;
        }
    } else {
        for (a, b) in &TERMS {
            above = above / x + a;
            below = below / x + b;
        }
    }
    above / below
}

/// `sin(pi * x)`, exact at the integers.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let sine = match (2.0 * y).round() as u32 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    if x.is_sign_negative() { -sine } else { sine }
}

/// The gamma function of what is neither a pole nor a small integer; infinite beyond the range of
/// floats.
pub(super) fn gamma(x: f64) -> f64 {
    let magnitude = x.abs();
    if magnitude < 1e-20 {
        return 1.0 / x;
    }
    if magnitude > 200.0 {
        return if x < 0.0 { 0.0 / sin_pi(x) } else { f64::INFINITY };
    }
    let y = magnitude + G_MINUS_HALF;
    // What the sum lost in rounding.
    let lost = if magnitude > G_MINUS_HALF {
        (y - magnitude) - G_MINUS_HALF
    } else {
        (y - G_MINUS_HALF) - magnitude
    };
    let lost = lost * G / y;
    // The power overflows earlier than the result, so it is taken in halves.
    let power = |r: f64, apply: fn(f64, f64) -> f64| {
        if magnitude < 140.0 {
            return apply(r, y.powf(magnitude - 0.5));
        }
        let half = y.powf(magnitude / 2.0 - 0.25);
        apply(apply(r, half), half)
    };
    if x < 0.0 {
        let r = -PI / sin_pi(magnitude) / magnitude * y.exp() / sum(magnitude);
        power(r - lost * r, |r, power| r / power)
    } else {
        let r = sum(magnitude) / y.exp();
        power(r + lost * r, |r, power| r * power)
    }
}

/// The logarithm of the gamma function's magnitude, for what is no pole.
pub(super) fn log_gamma(x: f64) -> f64 {
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let magnitude = x.abs();
    if magnitude < 1e-20 {
        return -magnitude.ln();
    }
    let mut r = sum(magnitude).ln() - G;
    r += (magnitude - 0.5) * ((magnitude + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        r = PI.ln() - sin_pi(magnitude).abs().ln() - magnitude.ln() - r;
    }
    r
}
