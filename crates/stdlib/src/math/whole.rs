//! Functions of whole numbers of any size: products of consecutive numbers, square roots.

use num_bigint::{BigInt, BigUint};
use objmodel::{Result, Runtime};
use objmodel_builtins::number::{cost, integer::MAX_BITS};

/// The product of `count` numbers from `n` downwards, none of which is negative, by halves: factors
/// of about the same length are multiplied.
///
/// # Errors
/// `MemoryError`, before anything is computed where the size of the product tells; a halt.
pub(super) fn falling(rt: &Runtime, n: &BigInt, count: u64) -> Result<BigInt> {
    // It is not below the factorial of the count, for which Stirling's formula is a lower bound.
    let least = count as f64 * ((count.max(1) as f64).log2() - std::f64::consts::LOG2_E);
    if least > MAX_BITS as f64 {
        return Err(rt.memory_error());
    }
    rt.check_room(least.max(0.0) as usize / 8)?;
    product(rt, n, count)
}

fn product(rt: &Runtime, n: &BigInt, count: u64) -> Result<BigInt> {
    const FEW: u64 = 16;
    if count <= FEW {
        let words = cost::words(n);
        rt.tick(1 + cost::product(words * count as usize, words * count as usize))?;
        let mut result = BigInt::from(1);
        for step in 0..count {
            result *= n - step;
        }
        return Ok(result);
    }
    let half = count / 2;
    let high = product(rt, n, half)?;
    let low = product(rt, &(n - half), count - half)?;
    multiply(rt, &high, &low)
}

/// The product, ticked and with room for it.
///
/// # Errors
/// `MemoryError`; a halt.
pub(super) fn multiply(rt: &Runtime, a: &BigInt, b: &BigInt) -> Result<BigInt> {
    let (m, n) = (cost::words(a), cost::words(b));
    rt.tick(cost::product(m, n))?;
    rt.check_room((m + n) * 16)?;
    Ok(a * b)
}

/// The quotient, ticked and with room for it.
///
/// # Errors
/// `MemoryError`; a halt.
pub(super) fn divide(rt: &Runtime, a: &BigInt, b: &BigInt) -> Result<BigInt> {
    let (m, n) = (cost::words(a), cost::words(b));
    rt.tick(cost::quotient(m, n))?;
    rt.check_room((m + n) * 16)?;
    Ok(a / b)
}

/// The square root, rounded down.
///
/// Newton's steps with as many leading bits as each can make right: their number doubles from step
/// to step, so that the last one costs as much as all before it.
///
/// # Errors
/// `MemoryError`; a halt.
pub(super) fn root(rt: &Runtime, n: &BigInt) -> Result<BigInt> {
    let words = cost::words(n);
    rt.tick(cost::root(words))?;
    rt.check_room(words * 32)?;
    Ok(BigInt::from(root_of(n.magnitude())))
}

fn root_of(n: &BigUint) -> BigUint {
    // With `b` bits the root has `half + 1`.
    let Some(half) = n.bits().checked_sub(1).map(|bits| bits / 2) else { return BigUint::ZERO };
    let mut root = BigUint::from(1u32);
    let mut known = 0;
    for shift in (0..u64::BITS - half.leading_zeros()).rev() {
        // `root` is that of `n >> 2 * (half - known)`, and off by one at most.
        let next = half >> shift;
        let leading = n >> (2 * half - known - next + 1);
        root = (&root << (next - known - 1)) + leading / &root;
        known = next;
    }
    if &root * &root > *n { root - 1u32 } else { root }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_rounded_down() {
        let mut n = BigUint::from(1u32);
        for round in 0..400u32 {
            for n in [n.clone(), &n * &n, &n * &n - 1u32, &n * &n + &n * 2u32] {
                let root = root_of(&n);
                assert!(&root * &root <= n && (&root + 1u32).pow(2) > n, "{n}");
            }
            n = n * 7u32 + round;
        }
        assert_eq!(root_of(&BigUint::ZERO), BigUint::ZERO);
    }

    #[test]
    fn products_of_any_length_are_those_of_their_factors() {
        let rt = Runtime::builder().build();
        let n = BigInt::from(u64::MAX) * 3;
        let mut expected = BigInt::from(1);
        for count in 0..200u64 {
            assert_eq!(falling(&rt, &n, count).ok(), Some(expected.clone()), "{count}");
            expected *= &n - count;
        }
        assert!(falling(&rt, &n, u64::MAX).is_err());
    }
}
