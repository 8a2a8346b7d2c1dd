//! The greatest common divisor by Lehmer's algorithm: quotients come from the leading words of both
//! numbers as long as these decide them, and are then applied to the whole numbers together.

use num_bigint::BigInt;
use objmodel::{Result, Runtime};
use objmodel_builtins::number::cost;

/// How many leading bits stand for a number: sums with coefficients fit a signed word.
const LEADING: u64 = 62;

/// The greatest common divisor, not negative.
///
/// # Errors
/// A halt: the work is of the order of the square of the length, and ticks.
pub(super) fn gcd(rt: &mut Runtime, a: &BigInt, b: &BigInt) -> Result<BigInt> {
    let [mut a, mut b] = [a, b].map(|n| BigInt::from(n.magnitude().clone()));
    if a < b {
        std::mem::swap(&mut a, &mut b);
    }
    while b != BigInt::ZERO {
        rt.tick(1 + (a.bits() / 512) as usize)?;
        (a, b) = match Steps::of_leading(&a, &b) {
            Some(steps) => steps.apply(&a, &b),
            None => {
                rt.tick(cost::quotient(cost::words(&a), cost::words(&b)))?;
                let rest = &a % &b;
                (b, rest)
            }
        };
    }
    Ok(a)
}

/// Steps of Euclid's algorithm at once: `(a, b)` becomes `(aa·a + ab·b, ba·a + bb·b)`.
#[derive(Debug)]
struct Steps {
    aa: i64,
    ab: i64,
    ba: i64,
    bb: i64,
}

impl Steps {
    /// The steps that the leading words decide, whatever follows them (Knuth, volume 2, 4.5.2,
    /// algorithm L); `None` if they decide none. `a` is at least `b`.
    fn of_leading(a: &BigInt, b: &BigInt) -> Option<Steps> {
        let shift = a.bits().saturating_sub(LEADING);
        let leading = |n: &BigInt| i64::try_from(n >> shift).ok();
        let (mut x, mut y) = (leading(a)?, leading(b)?);
        let mut steps = Steps { aa: 1, ab: 0, ba: 0, bb: 1 };
        while y + steps.ba != 0 && y + steps.bb != 0 {
            let quotient = (x + steps.aa) / (y + steps.ba);
            if quotient != (x + steps.ab) / (y + steps.bb) {
                break;
            }
            (steps.aa, steps.ba) = (steps.ba, steps.aa - quotient * steps.ba);
            (steps.ab, steps.bb) = (steps.bb, steps.ab - quotient * steps.bb);
            (x, y) = (y, x - quotient * y);
        }
        (steps.ab != 0).then_some(steps)
    }

    fn apply(&self, a: &BigInt, b: &BigInt) -> (BigInt, BigInt) {
        (a * self.aa + b * self.ab, a * self.ba + b * self.bb)
    }
}

#[cfg(test)]
mod tests {
    use num_bigint::BigInt;
    use objmodel::Runtime;

    use super::gcd;

    fn euclid(mut a: BigInt, mut b: BigInt) -> BigInt {
        while b != BigInt::ZERO {
            (a, b) = (b.clone(), a % b);
        }
        if a < BigInt::ZERO { -a } else { a }
    }

    #[test]
    fn it_is_what_euclid_finds() {
        let mut rt = Runtime::builder().build();
        let mut seed = 1u64;
        let mut random = |words: u32| {
            (0..words).fold(BigInt::ZERO, |n, _| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                // Runs of ones and zeros now and then, where estimates are worst.
                let word =
                    if seed >> 61 == 0 { u64::MAX << (seed >> 33 & 63) } else { seed ^ seed >> 29 };
                (n << 64) + word
            })
        };
        for round in 0..2_000 {
            let common = random(round % 4);
            let (a, b) = (random(round % 7) * &common, random(round % 9) * &common);
            for (a, b) in
                [(a.clone(), b.clone()), (-&a, b.clone()), (b.clone(), a.clone()), (&a + 1, a)]
            {
                let found = gcd(&mut rt, &a, &b).expect("no limit is set");
                assert_eq!(found, euclid(a.clone(), b.clone()), "{a} {b}");
            }
        }
        let (mut a, mut b) = (BigInt::from(1), BigInt::from(1));
        for _ in 0..3_000 {
            (a, b) = (&a + &b, a);
        }
        assert_eq!(gcd(&mut rt, &a, &b).expect("no limit is set"), BigInt::from(1));
    }
}
