//! A progression apart from objects.

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

/// Start, stop and step, and how many numbers there are.
#[derive(Clone, Debug)]
pub(super) enum Numbers {
    /// All four fit a machine word, and so does each number of the progression.
    Small { start: i64, stop: i64, step: i64, len: i64 },
    /// Any others.
    Big { start: BigInt, stop: BigInt, step: BigInt, len: BigInt },
}

impl Numbers {
    pub(super) fn new(start: BigInt, stop: BigInt, step: BigInt) -> Numbers {
        let span = if step.is_positive() { &stop - &start } else { &start - &stop };
        let len = match span.is_positive() {
            true => (span - 1) / step.abs() + 1,
            false => BigInt::zero(),
        };
        let small = |n: &BigInt| i64::try_from(n).ok().filter(|n| n.unsigned_abs() < 1 << 61);
        match (small(&start), small(&stop), small(&step), small(&len)) {
            (Some(start), Some(stop), Some(step), Some(len)) => {
                Numbers::Small { start, stop, step, len }
            }
            _ => Numbers::Big { start, stop, step, len },
        }
    }

    pub(super) fn parts(&self) -> (BigInt, BigInt, BigInt) {
        match self {
            Numbers::Small { start, stop, step, .. } => {
                (BigInt::from(*start), BigInt::from(*stop), BigInt::from(*step))
            }
            Numbers::Big { start, stop, step, .. } => (start.clone(), stop.clone(), step.clone()),
        }
    }

    pub(super) fn len(&self) -> BigInt {
        match self {
            Numbers::Small { len, .. } => BigInt::from(*len),
            Numbers::Big { len, .. } => len.clone(),
        }
    }

    /// The number at an index that is not counted from the end.
    pub(super) fn get(&self, index: &BigInt) -> Option<BigInt> {
        if index.is_negative() || *index >= self.len() {
            return None;
        }
        let (start, _, step) = self.parts();
        Some(start + index * step)
    }

    /// The index of a number.
    pub(super) fn find(&self, n: &BigInt) -> Option<BigInt> {
        let (start, _, step) = self.parts();
        let offset = n - start;
        if !(&offset % &step).is_zero() {
            return None;
        }
        let index = offset / step;
        (!index.is_negative() && index < self.len()).then_some(index)
    }

    pub(super) fn reversed(&self) -> Numbers {
        let (start, _, step) = self.parts();
        let last = &start + (self.len() - 1) * &step;
        Numbers::new(last, start - &step, -step)
    }

    /// What a slice selects.
    pub(super) fn slice(
        &self,
        start: Option<BigInt>,
        stop: Option<BigInt>,
        step: Option<BigInt>,
    ) -> Numbers {
        let len = self.len();
        let step = step.unwrap_or_else(BigInt::one);
        let back = step.is_negative();
        let (lowest, highest) =
            if back { (BigInt::from(-1), &len - 1) } else { (BigInt::zero(), len.clone()) };
        let place = |bound: Option<BigInt>, default: &BigInt| match bound {
            None => default.clone(),
            Some(bound) => {
                let bound = if bound.is_negative() { bound + &len } else { bound };
                bound.clamp(lowest.clone(), highest.clone().max(lowest.clone()))
            }
        };
        let (first, last) = if back { (&highest, &lowest) } else { (&lowest, &highest) };
        let (from, to) = (place(start, first), place(stop, last));
        let (own_start, _, own_step) = self.parts();
        Numbers::new(&own_start + from * &own_step, own_start + to * &own_step, own_step * step)
    }
}
