//! "Did you mean": the name most like a misspelled one, by CPython's measure.
//!
//! The measure is an edit distance in which replacing, adding or dropping a byte costs 2 and
//! changing the case of an ASCII letter costs 1. Names are compared as WTF-8.

/// What adding, dropping or replacing a byte costs.
const MOVE: usize = 2;
/// What changing the case of a letter costs.
const CASE: usize = 1;
/// Names that differ in a longer part are not compared.
const LONGEST: usize = 40;
/// Among more candidates nothing is suggested.
const MAX_CANDIDATES: usize = 750;

/// The candidate that is most like `name` without being it, if one is like enough; the first of
/// several. Nothing is suggested among 750 candidates or more, so that the cost stays bounded.
pub fn suggest<'a>(
    name: &[u8],
    candidates: impl ExactSizeIterator<Item = &'a [u8]>,
) -> Option<&'a [u8]> {
    if candidates.len() >= MAX_CANDIDATES {
        return None;
    }
    let mut best: Option<(&[u8], usize)> = None;
    for candidate in candidates {
        if candidate == name {
            continue;
        }
        // At most about a third of the bytes may change, and it must beat the best so far.
        let mut limit = (name.len() + candidate.len() + 3) * MOVE / 6;
        if let Some((_, distance)) = best {
            limit = limit.min(distance - 1);
        }
        if let Some(distance) = distance_within(name, candidate, limit) {
            best = Some((candidate, distance));
            if distance == 0 {
                break;
            }
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// The distance, if it does not exceed the limit.
fn distance_within(a: &[u8], b: &[u8], limit: usize) -> Option<usize> {
    let common = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[common..], &b[common..]);
    let common = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - common], &b[..b.len() - common]);
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return Some(long.len() * MOVE).filter(|&distance| distance <= limit);
    }
    if long.len() > LONGEST || (long.len() - short.len()) * MOVE > limit {
        return None;
    }
    // One row of the usual table: `row[i]` is the distance of `short[..=i]` from what was read of
    // `long`.
    let mut row = [0; LONGEST];
    for (i, cell) in row.iter_mut().enumerate() {
        *cell = (i + 1) * MOVE;
    }
    for (j, &y) in long.iter().enumerate() {
        let mut diagonal = j * MOVE;
        let mut left = (j + 1) * MOVE;
        let mut least = usize::MAX;
        for (cell, &x) in row.iter_mut().zip(short) {
            let replaced = diagonal + substitution(x, y);
            diagonal = *cell;
            left = replaced.min(left.min(diagonal) + MOVE);
            *cell = left;
            least = least.min(left);
        }
        if least > limit {
            return None;
        }
    }
    Some(row[short.len() - 1]).filter(|&distance| distance <= limit)
}

fn substitution(x: u8, y: u8) -> usize {
    if x == y {
        0
    } else if x.eq_ignore_ascii_case(&y) {
        CASE
    } else {
        MOVE
    }
}
