//! Sums of floats that are rounded once.

/// An exact sum of floats, as parts that do not overlap (Shewchuk).
#[derive(Default)]
pub(super) struct ExactSum(Vec<f64>);

impl ExactSum {
    pub(super) fn add(&mut self, mut x: f64) {
        let mut kept = 0;
        for place in 0..self.0.len() {
            let partial = self.0[place];
            let (large, small) = if x.abs() >= partial.abs() { (x, partial) } else { (partial, x) };
            let high = large + small;
            let low = small - (high - large);
            if low != 0.0 {
                self.0[kept] = low;
                kept += 1;
            }
            x = high;
        }
        self.0.truncate(kept);
        self.0.push(x);
    }

    /// How many parts it has.
    pub(super) fn parts(&self) -> usize {
        self.0.len()
    }

    /// Whether the sum left the range of floats.
    pub(super) fn overflowed(&self) -> bool {
        self.0.last().is_some_and(|x| !x.is_finite())
    }

    /// The sum, rounded once.
    pub(super) fn rounded(&self) -> f64 {
        let mut total = 0.0;
        let mut rest = self.0.iter().rev().peekable();
        while let Some(partial) = rest.next() {
            let before = total;
            total = before + partial;
            let lost = partial - (total - before);
            if lost != 0.0 {
                // A half is rounded by the sign of what follows.
                if rest.peek().is_some_and(|next| (**next > 0.0) == (lost > 0.0)) {
                    let doubled = lost * 2.0;
                    let candidate = total + doubled;
                    if candidate - total == doubled {
                        total = candidate;
                    }
                }
                break;
            }
        }
        total
    }
}
