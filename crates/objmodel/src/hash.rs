//! Hash functions that are pure: text and bytes by keyed SipHash, numbers modulo 2**61 - 1, tuples
//! by CPython's mix of xxHash.

use std::hash::Hasher;

use num_bigint::{BigInt, Sign};
use siphasher::sip::SipHasher13;

/// Numbers hash modulo this prime.
const MODULUS: u64 = (1 << 61) - 1;

/// The hash of text or bytes under a runtime's key. Empty text hashes to 0; -1 is never returned.
pub fn of_bytes(key: (u64, u64), bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = SipHasher13::new_with_keys(key.0, key.1);
    hasher.write(bytes);
    valid(hasher.finish() as i64)
}

/// -1 tells an error in CPython, so no object hashes to it.
#[inline]
pub fn valid(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// The hash of a machine integer.
#[inline]
pub fn of_i64(n: i64) -> i64 {
    if (0..MODULUS as i64).contains(&n) {
        return n;
    }
    let magnitude = (n.unsigned_abs() % MODULUS) as i64;
    valid(if n < 0 { -magnitude } else { magnitude })
}

/// The hash of an integer of any size.
pub fn of_big(n: &BigInt) -> i64 {
    let mut rest: u64 = 0;
    for digit in n.iter_u64_digits().rev() {
        // 2**64 is 8 modulo the prime.
        let sum = (u128::from(rest) << 3) + u128::from(digit);
        rest = (sum as u64 & MODULUS) + (sum >> 61) as u64;
    }
    rest %= MODULUS;
    valid(if n.sign() == Sign::Minus { -(rest as i64) } else { rest as i64 })
}

/// The hash of a float: that of the equal integer if there is one. NaN has none of its own: the
/// object's identity is used instead.
pub fn of_f64(x: f64) -> Option<i64> {
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return Some(if x > 0.0 { 314159 } else { -314159 });
    }
    if x == 0.0 {
        return Some(0);
    }
    let bits = x.to_bits();
    let raw_exponent = (bits >> 52 & 0x7FF) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = match raw_exponent {
        0 => (fraction, -1074),
        _ => (fraction | 1 << 52, raw_exponent - 1075),
    };
    // Multiplying by 2**e modulo 2**61 - 1 rotates 61 bits.
    let shift = (exponent + 61 * 18) as u32 % 61;
    // At most 53 bits are set, so that what comes out is below the prime too.
    let hash = ((mantissa << shift & MODULUS) | mantissa >> (61 - shift)) as i64;
    Some(valid(if x < 0.0 { -hash } else { hash }))
}

/// The hash of an address, for objects that are equal only to themselves.
#[inline]
pub fn of_address(address: u64) -> i64 {
    valid(address.rotate_right(4) as i64)
}

/// Primes of xxHash.
const PRIME_1: u64 = 11400714785074694791;
const PRIME_2: u64 = 14029467366897019727;
const PRIME_5: u64 = 2870177450012600261;

fn mixed(acc: u64, lane: i64) -> u64 {
    let acc = acc.wrapping_add((lane as u64).wrapping_mul(PRIME_2));
    acc.rotate_left(31).wrapping_mul(PRIME_1)
}

/// The hash of a tuple from its items' hashes.
pub fn of_tuple(items: impl ExactSizeIterator<Item = i64>) -> i64 {
    let len = items.len();
    items.fold(TupleHash::default(), TupleHash::with).finish(len)
}

/// The hash of a tuple whose items are hashed one by one.
#[derive(Clone, Copy)]
pub struct TupleHash(u64);

impl Default for TupleHash {
    fn default() -> TupleHash {
        TupleHash(PRIME_5)
    }
}

impl TupleHash {
    /// Takes in the next item's hash.
    #[inline]
    pub fn with(self, item: i64) -> TupleHash {
        TupleHash(mixed(self.0, item))
    }

    /// The hash of the tuple of `len` items.
    pub fn finish(self, len: usize) -> i64 {
        let hash = self.0.wrapping_add(len as u64 ^ (PRIME_5 ^ 3527539));
        if hash == u64::MAX { 1546275796 } else { hash as i64 }
    }
}

/// The hash of a slice from those of its parts: as for a tuple, without the length.
pub fn of_slice(parts: [i64; 3]) -> i64 {
    let mut acc = PRIME_5;
    for lane in parts {
        acc = mixed(acc, lane);
    }
    if acc == u64::MAX { 1546275796 } else { acc as i64 }
}

/// The hash of a frozenset from its items' hashes, in any order.
pub fn of_frozenset(items: impl Iterator<Item = i64>, len: usize) -> i64 {
    let shuffle = |h: u64| ((h ^ 89869747) ^ (h << 16)).wrapping_mul(3644798167);
    let mut hash: u64 = 0;
    for item in items {
        hash ^= shuffle(item as u64);
    }
    hash ^= (len as u64 + 1).wrapping_mul(1927868237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69069).wrapping_add(907133923);
    if hash == u64::MAX { 590923713 } else { hash as i64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_hash_as_in_cpython() {
        assert_eq!(of_i64(-1), -2);
        assert_eq!(of_i64((1 << 61) - 1), 0);
        assert_eq!(of_big(&(BigInt::from(1) << 100)), 549755813888);
        assert_eq!(of_f64(0.5), Some(1152921504606846976));
        assert_eq!(of_f64(1e300), Some(1224995262755759164));
        assert_eq!(of_f64(-2.5), Some(-1152921504606846978));
        assert_eq!(of_f64(5e-324), Some(16777216));
        assert_eq!(of_f64(3.0), Some(3));
    }

    #[test]
    fn containers_hash_as_in_cpython() {
        assert_eq!(of_tuple([].into_iter()), 5740354900026072187);
        assert_eq!(of_tuple([1, 2, 3].into_iter()), 529344067295497451);
        assert_eq!(of_frozenset([].into_iter(), 0), 133146708735736);
        assert_eq!(of_frozenset([1, 2, 3].into_iter(), 3), -272375401224217160);
    }
}
