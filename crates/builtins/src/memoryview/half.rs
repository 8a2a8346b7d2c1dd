//! Floats of 16 bits (IEEE 754 binary16), the format `e`.

/// The number that these bits mean.
pub fn decode(bits: u16) -> f64 {
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    sign * match exponent {
        0 => fraction * 2f64.powi(-24),
        0x1f if fraction == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        _ => (1024.0 + fraction) * 2f64.powi(exponent - 25),
    }
}

/// The bits of the nearest number, of two the even one; `None` beyond the greatest.
pub fn encode(x: f64) -> Option<u16> {
    let sign = u16::from(x.is_sign_negative()) << 15;
    let x = x.abs();
    if x.is_nan() {
        return Some(sign | 0x7e00);
    }
    if x.is_infinite() {
        return Some(sign | 0x7c00);
    }
    // In units of the last place of `x`'s binade, or of the subnormal numbers.
    let exponent = (((x.to_bits() >> 52) as i32) - 1023).max(-14);
    let units = (x * 2f64.powi(10 - exponent)).round_ties_even();
    if exponent > 15 || (exponent == 15 && units >= 2048.0) {
        return None;
    }
    // A unit of the first place stands for the implicit bit, so that carries come out right.
    let biased = (exponent + 14) as u32 * 1024 + units as u32;
    Some(sign | biased as u16)
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn every_number_comes_back() {
        for bits in 0..=u16::MAX {
            let x = decode(bits);
            if !x.is_nan() {
                assert_eq!(encode(x), Some(bits), "{x}");
            }
        }
    }

    /// Asked of CPython's `struct.pack("<e", x)`.
    #[test]
    fn numbers_between_are_rounded() {
        let facts = [
            (0.1, Some(0x2e66)),
            (65519.99, Some(0x7bff)),
            (65520.0, None),
            (1e-8, Some(0)),
            (2f64.powi(-25), Some(0)),
            (3.0 * 2f64.powi(-25), Some(2)),
            (2049.0, Some(0x6800)),
            (2051.0, Some(0x6802)),
            (-0.0, Some(0x8000)),
        ];
        for (x, bits) in facts {
            assert_eq!(encode(x), bits, "{x}");
        }
    }
}
