//! The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998).

/// Words of the state.
pub(super) const WORDS: usize = 624;
/// How far apart the words are that are mixed.
const APART: usize = 397;

/// A generator.
pub(super) struct Twister {
    pub(super) words: Box<[u32; WORDS]>,
    /// The next word that is handed out; `WORDS` if all were.
    pub(super) index: usize,
}

impl Twister {
    /// The generator of a number.
    pub(super) fn of_number(seed: u32) -> Twister {
        let mut words = Box::new([0; WORDS]);
        let mut last = seed;
        for (number, word) in words.iter_mut().enumerate() {
            if number > 0 {
                last = (last ^ last >> 30).wrapping_mul(1_812_433_253).wrapping_add(number as u32);
            }
            *word = last;
        }
        Twister { words, index: WORDS }
    }

    /// The generator of a key.
    pub(super) fn of_key(key: &[u32]) -> Twister {
        let mut twister = Twister::of_number(19_650_218);
        let words = &mut twister.words;
        let (mut i, mut j) = (1, 0);
        let mixed = |words: &[u32; WORDS], i: usize, factor: u32| {
            let last = words[i - 1];
            words[i] ^ (last ^ last >> 30).wrapping_mul(factor)
        };
        for _ in 0..WORDS.max(key.len()) {
            let part = key.get(j).copied().unwrap_or(0).wrapping_add(j as u32);
            words[i] = mixed(words, i, 1_664_525).wrapping_add(part);
            (i, j) = (i + 1, j + 1);
            if i >= WORDS {
                words[0] = words[WORDS - 1];
                i = 1;
            }
            if j >= key.len() {
                j = 0;
            }
        }
        for _ in 1..WORDS {
            words[i] = mixed(words, i, 1_566_083_941).wrapping_sub(i as u32);
            i += 1;
            if i >= WORDS {
                words[0] = words[WORDS - 1];
                i = 1;
            }
        }
        words[0] = 0x8000_0000;
        twister
    }

    fn refill(&mut self) {
        let words = &mut self.words;
        for i in 0..WORDS {
            let joined = words[i] & 0x8000_0000 | words[(i + 1) % WORDS] & 0x7fff_ffff;
            let mask = if joined & 1 == 0 { 0 } else { 0x9908_b0df };
            words[i] = words[(i + APART) % WORDS] ^ joined >> 1 ^ mask;
        }
        self.index = 0;
    }

    /// 32 random bits.
    pub(super) fn next(&mut self) -> u32 {
        if self.index >= WORDS {
            self.refill();
        }
        let mut word = self.words[self.index % WORDS];
        self.index += 1;
        word ^= word >> 11;
        word ^= word << 7 & 0x9d2c_5680;
        word ^= word << 15 & 0xefc6_0000;
        word ^ word >> 18
    }

    /// A number from 0 to below 1, of 53 random bits.
    pub(super) fn next_float(&mut self) -> f64 {
        let (high, low) = (self.next() >> 5, self.next() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }
}

#[cfg(test)]
mod tests {
    use super::Twister;

    /// The first numbers that the authors publish for this key.
    #[test]
    fn numbers_are_those_of_the_authors() {
        let mut twister = Twister::of_key(&[0x123, 0x234, 0x345, 0x456]);
        let first: Vec<u32> = (0..4).map(|_| twister.next()).collect();
        assert_eq!(first, [1_067_595_299, 955_945_823, 477_289_528, 4_107_218_783]);
    }
}
