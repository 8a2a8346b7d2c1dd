//! What arithmetic of big integers costs, in ticks, before it is done.
//!
//! The estimates follow the algorithms: schoolbook up to 32 words, Karatsuba up to 256, Toom-3
//! beyond; division by Burnikel and Ziegler; conversion by halving. They are meant to be right
//! within a factor of ten, at some 100 nanoseconds per tick, so that no tick takes two
//! microseconds.

use num_bigint::BigInt;
use objmodel::objects::number::IntRef;

/// Multiplications of words in one tick, where nothing else takes time.
const PRODUCTS: usize = 128;

/// Words that are copied, added or compared in one tick.
const WORDS: usize = 64;

/// Up to so many words numbers are multiplied by the schoolbook.
const SCHOOLBOOK: usize = 32;

/// The words of a number.
pub fn words(n: &BigInt) -> usize {
    (n.bits() / 64) as usize + 1
}

/// The words of an integer.
pub fn words_of(n: IntRef<'_>) -> usize {
    match n {
        IntRef::Small(_) => 1,
        IntRef::Big(n) => words(n),
    }
}

/// Work in proportion to so many words: copying, sums, comparison, hashing, shifts. Machine words
/// are free.
#[inline]
pub fn linear(words: usize) -> usize {
    words / WORDS
}

/// The product of numbers of so many words.
pub fn product(a: usize, b: usize) -> usize {
    let (few, many) = (a.min(b), a.max(b));
    if few <= SCHOOLBOOK {
        return few.saturating_mul(many) / PRODUCTS;
    }
    many.div_ceil(few).saturating_mul(square(few))
}

/// The square of a number of so many words, more than [`SCHOOLBOOK`].
fn square(words: usize) -> usize {
    const KARATSUBA: f64 = 256.0;
    let words = words as f64;
    let few = (words.min(KARATSUBA) / SCHOOLBOOK as f64).powf(1.585);
    let many = (words / KARATSUBA).max(1.0).powf(1.465);
    (few * many * ((SCHOOLBOOK * SCHOOLBOOK) as f64 / PRODUCTS as f64)) as usize
}

/// Quotient and remainder of numbers of so many words.
pub fn quotient(a: usize, b: usize) -> usize {
    let Some(longer) = a.checked_sub(b) else { return linear(a) };
    let (result, few) = (longer + 1, b.min(longer + 1));
    if b <= 1 {
        return result / 16;
    }
    if few <= 2 * SCHOOLBOOK {
        // A step for each word of the quotient.
        return (result.saturating_mul(b) / PRODUCTS).saturating_add(result);
    }
    // By blocks of the size of the shorter one, each a division by halves.
    let blocks = result.max(b).div_ceil(few);
    blocks.saturating_mul(square(few))
}

/// Reading or writing a number of so many words in digits of a base that is no power of two: as
/// many divisions as it has halves, quarters and so on.
pub fn digits(words: usize) -> usize {
    if words <= SCHOOLBOOK {
        return words / 4;
    }
    quotient(words, words / 2).saturating_mul(5).saturating_add(words / 8)
}

/// Digits of a base that is a power of two.
pub fn bits(words: usize) -> usize {
    words.saturating_sub(1)
}

/// `base ** exponent`, whose result has about `words` words: the last squarings decide.
pub fn power(words: usize) -> usize {
    product(words / 2 + 1, words / 2 + 1).saturating_mul(6)
}

/// `pow(base, exponent, modulus)` for an exponent of so many bits: squarings and reductions.
pub fn modular_power(base: usize, exponent_bits: u64, modulus: usize) -> usize {
    let steps = usize::try_from(exponent_bits).unwrap_or(usize::MAX);
    // Montgomery's multiplication is a schoolbook one, an even modulus takes divisions instead.
    let step = modulus.saturating_mul(modulus) / (PRODUCTS / 4) + 1;
    quotient(base, modulus).saturating_add(step.saturating_mul(steps))
}

/// The inverse modulo a number of so many words, by Euclid's algorithm: some 37 steps for a word.
pub fn inverse(words: usize) -> usize {
    words.saturating_mul(32).saturating_add(words.saturating_mul(words))
}

/// The quotient of numbers of so many words as a float: both are shifted, and multiplied back.
pub fn true_quotient(a: usize, b: usize) -> usize {
    quotient(a, b).saturating_add((a + b) / 8)
}

/// The square root of a number: divisions of half its length, a quarter and so on.
pub fn root(words: usize) -> usize {
    quotient(words, words / 2).saturating_mul(2).saturating_add(words / 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_numbers_cost_more_and_words_nothing() {
        for cost in [digits, bits, power, root, |n| product(n, n), |n| quotient(n, n / 2)] {
            assert_eq!(cost(1), 0);
            let costs: Vec<usize> = (0..24).map(|n| cost(1 << n)).collect();
            assert!(costs.is_sorted(), "{costs:?}");
            assert!(cost(1 << 23) > 1 << 13);
        }
        assert_eq!(product(usize::MAX, usize::MAX), usize::MAX);
    }
}
