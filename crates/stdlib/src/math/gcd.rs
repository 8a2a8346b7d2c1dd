//! The greatest common divisor by Lehmer's algorithm: quotients come from the leading two words of both
//! numbers as long as these decide them, and are then applied to the whole numbers in one pass.

use num_bigint::{BigInt, BigUint, Sign};
use objmodel::{Result, Runtime};
use objmodel_builtins::number::cost;

/// The greatest common divisor, not negative.
///
/// # Errors
/// A halt: the work is of the order of the square of the length, and ticks.
pub(super) fn gcd(rt: &mut Runtime, a: &BigInt, b: &BigInt) -> Result<BigInt> {
    let [mut a, mut b] = [a, b].map(words_of);
    if is_less(&a, &b) {
        std::mem::swap(&mut a, &mut b);
    }
    while b.len() > 1 {
        rt.tick(1 + a.len() / 8)?;
        match Steps::of_leading(&a, &b) {
            Some(steps) => steps.apply(&mut a, &mut b),
            None => {
                rt.tick(cost::quotient(a.len(), b.len()))?;
                let rest = number(&a) % number(&b);
                a = std::mem::replace(&mut b, rest.iter_u64_digits().collect());
            }
        }
    }
    let Some(&last) = b.first() else { return Ok(BigInt::from_biguint(Sign::Plus, number(&a))) };
    rt.tick(1 + a.len() / 8)?;
    let rest = a.iter().rev().fold(0, |rest, &word| {
        let held = u128::from(rest) << 64 | u128::from(word);
        (held % u128::from(last)) as u64
    });
    Ok(BigInt::from(of_words(last, rest)))
}

/// The greatest common divisor of two words, by Euclid.
pub(super) fn of_words(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The words of a number's magnitude, the least first, without zeros at the end.
fn words_of(n: &BigInt) -> Vec<u64> {
    n.magnitude().iter_u64_digits().collect()
}

fn number(words: &[u64]) -> BigUint {
    BigUint::new(words.iter().flat_map(|&word| [word as u32, (word >> 32) as u32]).collect())
}

fn is_less(a: &[u64], b: &[u64]) -> bool {
    a.len() < b.len() || a.len() == b.len() && a.iter().rev().lt(b.iter().rev())
}

/// Steps of Euclid's algorithm at once, by which `(a, b)` becomes `(v0·b - u0·a, u1·a - v1·b)`, both
/// with the other sign after an odd number of steps.
#[derive(Debug)]
struct Steps {
    u0: u64,
    v0: u64,
    u1: u64,
    v1: u64,
    odd: bool,
}

impl Steps {
    /// The steps that the leading words decide, whatever follows them: as long as Collins's condition
    /// holds (Jebelean, "A Double-Digit Lehmer-Euclid Algorithm for Finding the GCD of Long Integers",
    /// 1995). `None` if they decide none. `a` is at least `b` and has two words at least.
    fn of_leading(a: &[u64], b: &[u64]) -> Option<Steps> {
        let len = a.len();
        let shift = a.last()?.leading_zeros();
        // Of both numbers the 128 bits that begin where the larger one begins.
        let leading = |n: &[u64]| {
            let word = |at: usize| {
                len.checked_sub(at).and_then(|at| n.get(at)).map_or(0, |&word| u128::from(word))
            };
            let two = word(1) << 64 | word(2);
            if shift == 0 { two } else { two << shift | word(3) >> (64 - shift) }
        };
        let (mut x, mut y) = (leading(a), leading(b));
        let mut odd = false;
        let (mut u, mut v) = ((0u128, 1u128, 0u128), (0u128, 0u128, 1u128));
        while y >= v.2 && x - y >= v.1 + v.2 {
            // Most quotients are small, and division by two words is slow.
            let (mut quotient, mut rest) = (1, x - y);
            while rest >= y && quotient < 8 {
                (quotient, rest) = (quotient + 1, rest - y);
            }
            if rest >= y {
                quotient += rest / y;
                rest %= y;
            }
            (x, y) = (y, rest);
            u = (u.1, u.2, u.1 + quotient * u.2);
            v = (v.1, v.2, v.1 + quotient * v.2);
            odd = !odd;
        }
        let word = |n: u128| u64::try_from(n).ok();
        let steps = Steps { u0: word(u.0)?, v0: word(v.0)?, u1: word(u.1)?, v1: word(v.1)?, odd };
        (steps.v0 != 0).then_some(steps)
    }

    fn apply(&self, a: &mut Vec<u64>, b: &mut Vec<u64>) {
        b.resize(a.len(), 0);
        let (mut carry_a, mut carry_b) = (0i128, 0i128);
        for (x, y) in a.iter_mut().zip(b.iter_mut()) {
            let product = |factor: u64, word: u64| u128::from(factor) * u128::from(word);
            let first = (product(self.u0, *x), product(self.v0, *y));
            let second = (product(self.v1, *y), product(self.u1, *x));
            let ((plus_a, minus_a), (plus_b, minus_b)) = match self.odd {
                true => (first, second),
                false => ((first.1, first.0), (second.1, second.0)),
            };
            *x = difference(plus_a, minus_a, &mut carry_a);
            *y = difference(plus_b, minus_b, &mut carry_b);
        }
        for number in [a, b] {
            while number.last() == Some(&0) {
                number.pop();
            }
        }
    }
}

/// The low word of a difference of products and what is carried from the word before; the rest is
/// carried on.
fn difference(plus: u128, minus: u128, carry: &mut i128) -> u64 {
    let low = i128::from(plus as u64) - i128::from(minus as u64) + *carry;
    *carry = (low >> 64) + ((plus >> 64) as i128 - (minus >> 64) as i128);
    low as u64
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
