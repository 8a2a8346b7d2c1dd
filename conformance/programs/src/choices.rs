//! Where decisions come from: a seed or a string of bytes, as fuzzers have it.

/// A source of decisions. The same source makes the same decisions.
///
/// Zero is the simplest decision, and all that is left when bytes run out; so shorter inputs make simpler programs.
#[derive(Clone, Debug)]
pub struct Choices<'a> {
    origin: Origin<'a>,
}

#[derive(Clone, Debug)]
enum Origin<'a> {
    Seed(u64),
    Bytes(&'a [u8]),
}

impl<'a> Choices<'a> {
    /// Decisions without end, decided by `seed`.
    pub fn of_seed(seed: u64) -> Choices<'static> {
        Choices { origin: Origin::Seed(seed.wrapping_mul(0xd134_2543_de82_ef95)) }
    }

    /// Decisions that `bytes` spell.
    pub fn of_bytes(bytes: &'a [u8]) -> Choices<'a> {
        Choices { origin: Origin::Bytes(bytes) }
    }

    /// Whether nothing but zeros follows.
    pub fn is_spent(&self) -> bool {
        matches!(self.origin, Origin::Bytes([]))
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        match &mut self.origin {
            Origin::Bytes(bytes) => match bytes.split_first() {
                Some((first, rest)) => {
                    *bytes = rest;
                    *first
                }
                None => 0,
            },
            // SplitMix64: passes the usual tests of randomness, and any seed will do.
            Origin::Seed(state) => {
                *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
                let mut mixed = *state;
                mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
                (mixed >> 56) as u8
            }
        }
    }

    /// A number below `count`, which is at most 256; 0 if `count` is.
    pub fn below(&mut self, count: usize) -> usize {
        usize::from(self.byte()) * count.min(256) / 256
    }

    /// True in `out_of` cases of 256, and when nothing is left.
    pub fn unless(&mut self, out_of: u8) -> bool {
        self.byte() < out_of
    }

    /// True in some of 256 cases, never when nothing is left.
    pub fn chance(&mut self, some: u8) -> bool {
        self.byte() > 255 - some
    }

    /// One of the items, which are at least one; the first is the simplest.
    pub fn pick<'t, T: ?Sized>(&mut self, items: &[&'t T]) -> &'t T {
        items[self.below(items.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spent_bytes_are_zeros() {
        let mut choices = Choices::of_bytes(&[255, 7]);
        assert_eq!(choices.below(10), 9);
        assert!(!choices.is_spent());
        assert!(!choices.chance(128));
        assert!(choices.is_spent());
        assert_eq!((choices.byte(), choices.below(9)), (0, 0));
        assert!(!choices.chance(255) && choices.unless(1));
    }

    #[test]
    fn seeds_next_to_each_other_have_nothing_in_common() {
        let draw = |seed| {
            let mut choices = Choices::of_seed(seed);
            (0..64).map(|_| choices.byte()).collect::<Vec<_>>()
        };
        assert_eq!(draw(1), draw(1));
        let same = draw(1).iter().zip(draw(2)).filter(|(a, b)| **a == *b).count();
        assert!(same < 8, "{same} of 64");
    }
}
