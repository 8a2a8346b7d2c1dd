//! Which parameters have their argument already.

/// A set of parameter indices; no allocation for up to 128 parameters.
pub(super) enum Filled {
    Few(u128),
    Many(Vec<u64>),
}

impl Filled {
    pub(super) fn new(parameters: usize) -> Filled {
        if parameters <= 128 {
            Filled::Few(0)
        } else {
            Filled::Many(vec![0; parameters.div_ceil(64)])
        }
    }

    /// Adds an index that is less than the number of parameters; whether it was new.
    pub(super) fn insert(&mut self, index: usize) -> bool {
        let new = !self.has(index);
        match self {
            Filled::Few(bits) => *bits |= 1 << (index % 128),
            Filled::Many(words) => {
                if let Some(word) = words.get_mut(index / 64) {
                    *word |= 1 << (index % 64);
                }
            }
        }
        new
    }

    pub(super) fn has(&self, index: usize) -> bool {
        match self {
            Filled::Few(bits) => bits >> (index % 128) & 1 != 0,
            Filled::Many(words) => {
                words.get(index / 64).is_some_and(|w| w >> (index % 64) & 1 != 0)
            }
        }
    }
}
