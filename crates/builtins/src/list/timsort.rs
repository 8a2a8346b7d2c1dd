//! The merge sort that lists use: Tim Peters' timsort with the merge order of powersort.
//!
//! Its comparisons can be any code, so which pairs are compared and when is a thing that programs
//! see: runs, thresholds and galloping are those that CPython 3.13 documents in `listsort.txt`. After
//! a comparison that raised, the items are in some order, and none is lost.

use objmodel::Result;

/// Runs are at least half as long as this, unless the end comes first.
const LONGEST_MADE_RUN: usize = 64;

/// So many wins in a row make a merge gallop.
const GALLOP: usize = 7;

/// Whether one item, given by its number, is less than another.
pub(super) type Less<'l> = dyn FnMut(u32, u32) -> Result<bool> + 'l;

/// A run that waits for its merge.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    len: usize,
    /// Depth of the boundary behind it in the tree of merges.
    power: u32,
}

/// A sort under way.
struct Sort<'s, 'l> {
    order: &'s mut [u32],
    less: &'s mut Less<'l>,
    runs: Vec<Run>,
    buffer: Vec<u32>,
    /// Wins in a row that make the next merge gallop.
    gallop_after: usize,
}

/// Sorts item numbers by a comparison.
///
/// # Errors
/// What the comparison raises; then the order is some permutation.
pub(super) fn sort(order: &mut [u32], less: &mut Less<'_>) -> Result<()> {
    if order.len() < 2 {
        return Ok(());
    }
    Sort { order, less, runs: Vec::new(), buffer: Vec::new(), gallop_after: GALLOP }.run()
}

impl Sort<'_, '_> {
    fn run(&mut self) -> Result<()> {
        let len = self.order.len();
        let least = shortest_run(len);
        let mut start = 0;
        while start < len {
            let mut run = self.count_run(start)?;
            if run < least {
                let forced = least.min(len - start);
                self.insert(start, start + run, start + forced)?;
                run = forced;
            }
            self.push(start, run)?;
            start += run;
        }
        while self.runs.len() > 1 {
            let mut at = self.runs.len() - 2;
            if at > 0 && self.runs[at - 1].len < self.runs[at + 1].len {
                at -= 1;
            }
            self.merge_at(at)?;
        }
        Ok(())
    }

    fn is_less(&mut self, a: usize, b: usize) -> Result<bool> {
        (self.less)(self.order[a], self.order[b])
    }

    /// The length of the ascending run at `start`, which may have been a descending one.
    fn count_run(&mut self, start: usize) -> Result<usize> {
        let end = self.order.len();
        let mut at = start + 1;
        while at < end && !self.is_less(at, at - 1)? {
            at += 1;
        }
        if at == end {
            return Ok(at - start);
        }
        if at - start > 1 {
            if self.is_less(start, at - 1)? {
                return Ok(at - start);
            }
            // All are equal so far. Equal items stand backwards in a descending run, so that its
            // reversal puts them right.
            self.order[start..at].reverse();
        }
        at += 1;
        let mut equal = 0;
        while at < end {
            if self.is_less(at, at - 1)? {
                self.reverse_equal(at, &mut equal);
            } else if self.is_less(at - 1, at)? {
                break;
            } else {
                equal += 1;
            }
            at += 1;
        }
        self.reverse_equal(at, &mut equal);
        self.order[start..at].reverse();
        // What follows may go on upwards.
        while at < end && !self.is_less(at, at - 1)? {
            at += 1;
        }
        Ok(at - start)
    }

    /// Reverses the equal items before `end`, one more than were counted.
    fn reverse_equal(&mut self, end: usize, equal: &mut usize) {
        if *equal > 0 {
            self.order[end - *equal - 1..end].reverse();
            *equal = 0;
        }
    }

    /// Puts the items from `sorted` to `end` in their places among those before, by bisection.
    fn insert(&mut self, start: usize, sorted: usize, end: usize) -> Result<()> {
        for at in sorted..end {
            let (mut low, mut high) = (start, at);
            while low < high {
                let middle = (low + high) / 2;
                if self.is_less(at, middle)? {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            self.order[low..=at].rotate_right(1);
        }
        Ok(())
    }

    /// Adds a run, after the merges that its power calls for.
    fn push(&mut self, start: usize, len: usize) -> Result<()> {
        if let Some(last) = self.runs.last().copied() {
            let power = power(last.start, last.len, len, self.order.len());
            while let [.., before, _] = self.runs[..]
                && before.power > power
            {
                self.merge_at(self.runs.len() - 2)?;
            }
            if let Some(last) = self.runs.last_mut() {
                last.power = power;
            }
        }
        self.runs.push(Run { start, len, power: 0 });
        Ok(())
    }

    /// Merges a run with the next.
    fn merge_at(&mut self, at: usize) -> Result<()> {
        let (a, b) = (self.runs[at], self.runs[at + 1]);
        self.runs[at].len += b.len;
        self.runs.remove(at + 1);
        // Items of the left run that stay where they are, and of the right one.
        let kept = self.gallop_right(self.order[b.start], a.start, a.len, 0)?;
        let (start, left) = (a.start + kept, a.len - kept);
        if left == 0 {
            return Ok(());
        }
        let last = self.order[start + left - 1];
        let right = self.gallop_left(last, b.start, b.len, b.len - 1)?;
        if right == 0 {
            return Ok(());
        }
        if left <= right {
            self.merge_low(start, left, b.start + right)
        } else {
            self.merge_high(start, left, b.start + right)
        }
    }

    /// Where an item goes among the sorted ones from `start` on, before its equals.
    fn gallop_left(&mut self, key: u32, start: usize, len: usize, hint: usize) -> Result<usize> {
        let Sort { order, less, .. } = self;
        gallop(&order[start..start + len], hint, |item| less(item, key))
    }

    /// Where an item goes among the sorted ones from `start` on, behind its equals.
    fn gallop_right(&mut self, key: u32, start: usize, len: usize, hint: usize) -> Result<usize> {
        let Sort { order, less, .. } = self;
        gallop(&order[start..start + len], hint, |item| less(key, item).map(|less| !less))
    }

    /// Merges `left` items from `start` on with those behind them up to `end`, from the front. The
    /// first of the right ones is the first of all, the last of the left ones the last.
    fn merge_low(&mut self, start: usize, left: usize, end: usize) -> Result<()> {
        self.buffer.clear();
        self.buffer.extend_from_slice(&self.order[start..start + left]);
        let mut at = Low { left: 0, right: start + left, to: start };
        let outcome = self.merge_from_front(&mut at, end);
        let rest = &self.buffer[at.left..];
        if let Ok(true) = outcome {
            self.order.copy_within(at.right..end, at.to);
            self.order[end - rest.len()..end].copy_from_slice(rest);
        } else {
            self.order[at.to..at.to + rest.len()].copy_from_slice(rest);
        }
        outcome.map(drop)
    }

    /// Returns whether the last of the left items is alone, so that it goes to the end.
    fn merge_from_front(&mut self, at: &mut Low, end: usize) -> Result<bool> {
        let mut gallop_after = self.gallop_after;
        let Sort { order, less, buffer, .. } = self;
        let left_end = buffer.len();
        macro_rules! take_right {
            () => {
                order[at.to] = order[at.right];
                at.to += 1;
                at.right += 1;
                if at.right == end {
                    return Ok(false);
                }
            };
        }
        macro_rules! take_left {
            () => {
                order[at.to] = buffer[at.left];
                at.to += 1;
                at.left += 1;
                if at.left + 1 == left_end {
                    return Ok(true);
                }
            };
        }
        take_right!();
        if left_end == 1 {
            return Ok(true);
        }
        loop {
            let (mut left_wins, mut right_wins) = (0, 0);
            while left_wins < gallop_after && right_wins < gallop_after {
                if less(order[at.right], buffer[at.left])? {
                    (left_wins, right_wins) = (0, right_wins + 1);
                    take_right!();
                } else {
                    (left_wins, right_wins) = (left_wins + 1, 0);
                    take_left!();
                }
            }
            gallop_after += 1;
            loop {
                gallop_after = (gallop_after - 1).max(1);
                self.gallop_after = gallop_after;
                let key = order[at.right];
                let behind = |item| less(key, item).map(|less| !less);
                let left_wins = gallop(&buffer[at.left..], 0, behind)?;
                if left_wins > 0 {
                    let won = &buffer[at.left..at.left + left_wins];
                    order[at.to..at.to + left_wins].copy_from_slice(won);
                    at.to += left_wins;
                    at.left += left_wins;
                    // None is left only if the comparison contradicts itself.
                    if at.left + 1 >= left_end {
                        return Ok(at.left < left_end);
                    }
                }
                take_right!();
                let key = buffer[at.left];
                let right_wins = gallop(&order[at.right..end], 0, |item| less(item, key))?;
                if right_wins > 0 {
                    order.copy_within(at.right..at.right + right_wins, at.to);
                    at.to += right_wins;
                    at.right += right_wins;
                    if at.right == end {
                        return Ok(false);
                    }
                }
                take_left!();
                if left_wins < GALLOP && right_wins < GALLOP {
                    break;
                }
            }
            // Leaving the gallop has its price.
            gallop_after += 1;
            self.gallop_after = gallop_after;
        }
    }

    /// Merges two neighbouring runs from the back: for those whose right one is the shorter.
    fn merge_high(&mut self, start: usize, left: usize, end: usize) -> Result<()> {
        self.buffer.clear();
        self.buffer.extend_from_slice(&self.order[start + left..end]);
        let mut at = High { left: start + left, right: end - start - left, to: end };
        let outcome = self.merge_from_back(&mut at, start);
        let rest = &self.buffer[..at.right];
        if let Ok(true) = outcome {
            self.order.copy_within(start..at.left, at.to - (at.left - start));
            self.order[start..start + rest.len()].copy_from_slice(rest);
        } else {
            self.order[at.to - rest.len()..at.to].copy_from_slice(rest);
        }
        outcome.map(drop)
    }

    /// Returns whether the first of the right items is alone, so that it goes to the front.
    fn merge_from_back(&mut self, at: &mut High, start: usize) -> Result<bool> {
        let mut gallop_after = self.gallop_after;
        let Sort { order, less, buffer, .. } = self;
        macro_rules! take_left {
            () => {
                at.to -= 1;
                at.left -= 1;
                order[at.to] = order[at.left];
                if at.left == start {
                    return Ok(false);
                }
            };
        }
        macro_rules! take_right {
            () => {
                at.to -= 1;
                at.right -= 1;
                order[at.to] = buffer[at.right];
                if at.right == 1 {
                    return Ok(true);
                }
            };
        }
        take_left!();
        if at.right == 1 {
            return Ok(true);
        }
        loop {
            let (mut left_wins, mut right_wins) = (0, 0);
            while left_wins < gallop_after && right_wins < gallop_after {
                if less(buffer[at.right - 1], order[at.left - 1])? {
                    (left_wins, right_wins) = (left_wins + 1, 0);
                    take_left!();
                } else {
                    (left_wins, right_wins) = (0, right_wins + 1);
                    take_right!();
                }
            }
            gallop_after += 1;
            loop {
                gallop_after = (gallop_after - 1).max(1);
                self.gallop_after = gallop_after;
                let len = at.left - start;
                let key = buffer[at.right - 1];
                let behind = |item| less(key, item).map(|less| !less);
                let left_wins = len - gallop(&order[start..at.left], len - 1, behind)?;
                if left_wins > 0 {
                    order.copy_within(at.left - left_wins..at.left, at.to - left_wins);
                    at.to -= left_wins;
                    at.left -= left_wins;
                    if at.left == start {
                        return Ok(false);
                    }
                }
                take_right!();
                let key = order[at.left - 1];
                let stays = gallop(&buffer[..at.right], at.right - 1, |item| less(item, key))?;
                let right_wins = at.right - stays;
                if right_wins > 0 {
                    let won = &buffer[stays..at.right];
                    order[at.to - right_wins..at.to].copy_from_slice(won);
                    at.to -= right_wins;
                    at.right = stays;
                    if at.right <= 1 {
                        return Ok(at.right == 1);
                    }
                }
                take_left!();
                if left_wins < GALLOP && right_wins < GALLOP {
                    break;
                }
            }
            gallop_after += 1;
            self.gallop_after = gallop_after;
        }
    }
}

/// How far a merge from the front has got: the next left item in the buffer, the next right one and
/// the next place.
struct Low {
    left: usize,
    right: usize,
    to: usize,
}

/// How far a merge from the back has got: behind the next left item, behind the next right one in the
/// buffer, behind the next place.
struct High {
    left: usize,
    right: usize,
    to: usize,
}

/// How many of the sorted items come first, by looking near `hint`, then twice as far each time.
fn gallop(
    items: &[u32],
    hint: usize,
    mut comes_first: impl FnMut(u32) -> Result<bool>,
) -> Result<usize> {
    let (mut near, mut far) = (0, 1);
    let (mut low, mut high) = if comes_first(items[hint])? {
        let most = items.len() - hint;
        while far < most && comes_first(items[hint + far])? {
            (near, far) = (far, far.saturating_mul(2) + 1);
        }
        (hint + near + 1, hint + far.min(most))
    } else {
        let most = hint + 1;
        while far < most && !comes_first(items[hint - far])? {
            (near, far) = (far, far.saturating_mul(2) + 1);
        }
        (hint + 1 - far.min(most), hint - near)
    };
    while low < high {
        let middle = low + (high - low) / 2;
        if comes_first(items[middle])? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(high)
}

/// How long a run has to be: a number that makes the count of runs a power of two, or a bit less.
fn shortest_run(len: usize) -> usize {
    let (mut len, mut rest) = (len, 0);
    while len >= LONGEST_MADE_RUN {
        rest |= len & 1;
        len >>= 1;
    }
    len + rest
}

/// The depth of the boundary between two neighbouring runs in the nearly optimal tree of merges: the
/// first bit in which the middles of both differ, as fractions of the whole.
fn power(start: usize, left: usize, right: usize, whole: usize) -> u32 {
    let mut a = 2 * start + left;
    let mut b = a + left + right;
    let mut power = 1;
    while !(a < whole && b >= whole) {
        if a >= whole {
            a -= whole;
            b -= whole;
        }
        a *= 2;
        b *= 2;
        power += 1;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::sort;

    fn sorted(keys: &[u32]) -> (Vec<u32>, usize) {
        let mut order: Vec<u32> = (0..keys.len() as u32).collect();
        let mut count = 0;
        let outcome = sort(&mut order, &mut |a, b| {
            count += 1;
            Ok(keys[a as usize] < keys[b as usize])
        });
        assert!(outcome.is_ok());
        (order, count)
    }

    #[test]
    fn orders_are_stable() {
        let mut seed = 1u32;
        for len in [0, 1, 2, 3, 63, 64, 65, 200, 1000, 3000] {
            for kinds in [1, 2, 10, 1 << 16] {
                let keys: Vec<u32> = (0..len)
                    .map(|at| {
                        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                        if seed >> 28 < 8 { (seed >> 8) % kinds } else { at % kinds }
                    })
                    .collect();
                let mut expected: Vec<u32> = (0..len).collect();
                expected.sort_by_key(|at| keys[*at as usize]);
                assert_eq!(sorted(&keys).0, expected);
            }
        }
    }

    /// Counted with CPython 3.13.
    #[test]
    fn comparisons_are_as_few_as_in_cpython() {
        let scattered: Vec<u32> = (0..100).map(|at| at * 7919 % 1000).collect();
        assert_eq!(sorted(&[1, 3, 2, 5, 4, 7, 6]).1, 14);
        assert_eq!(sorted(&scattered).1, 525);
        assert_eq!(sorted(&(0..100).collect::<Vec<_>>()).1, 99);
    }

    #[test]
    fn a_comparison_that_fails_loses_nothing() {
        let rt = objmodel::Runtime::builder().build();
        let keys: Vec<u32> = (0..300u32).map(|at| at * 7919 % 1009).collect();
        for fails_at in 0..1500 {
            let mut order: Vec<u32> = (0..keys.len() as u32).collect();
            let mut count = 0;
            let _ = sort(&mut order, &mut |a, b| {
                count += 1;
                if count == fails_at {
                    return Err(rt.value_error("no order"));
                }
                Ok(keys[a as usize] < keys[b as usize])
            });
            order.sort_unstable();
            assert!(order.iter().copied().eq(0..keys.len() as u32));
        }
    }
}
