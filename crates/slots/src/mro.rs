//! The method resolution order: C3 linearization over ids of any kind.
//!
//! The rule is that of "The Python 2.3 Method Resolution Order", which the data model refers to:
//! merge the orders of the bases and the list of bases, each time taking the first head that is in
//! no tail. The merge below keeps the heads that may be taken in a heap, so that it costs
//! `O(n log n)` in the total length of the lists; a class with thousands of bases costs no more
//! than its lists are long.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::hash::Hash;

use smallvec::SmallVec;

/// Why there is no method resolution order. Both are a `TypeError`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MroError<T> {
    /// A class stands twice among the bases.
    DuplicateBase(T),
    /// The orders of the bases contradict each other: the classes that each want to come first, in
    /// the order in which the message lists them.
    Inconsistent(Vec<T>),
}

impl<T> MroError<T> {
    /// CPython's message, given the names of classes.
    pub fn message<N: std::fmt::Display>(&self, name: impl Fn(&T) -> N) -> String {
        match self {
            MroError::DuplicateBase(base) => format!("duplicate base class {}", name(base)),
            MroError::Inconsistent(heads) => {
                let names: Vec<String> = heads.iter().map(|head| name(head).to_string()).collect();
                format!(
                    "Cannot create a consistent method resolution order (MRO) for bases {}",
                    names.join(", ")
                )
            }
        }
    }
}

/// The method resolution order of `class` with the given bases, whose own orders (each beginning
/// with the base itself) are `mros`, one for each base.
///
/// # Errors
///
/// [`MroError::DuplicateBase`] and [`MroError::Inconsistent`], in that order, as CPython checks.
pub fn linearize<T: Copy + Eq + Hash>(
    class: T,
    bases: &[T],
    mros: &[&[T]],
) -> Result<Vec<T>, MroError<T>> {
    let mut order = vec![class];
    match (bases, mros) {
        ([], _) => {}
        // One base cannot contradict itself, whatever its order is.
        ([_], [mro]) => order.extend_from_slice(mro),
        _ => {
            if let Some(base) = duplicate(bases) {
                return Err(MroError::DuplicateBase(base));
            }
            merge(&mut order, mros, bases)?;
        }
    }
    Ok(order)
}

/// The first base that stands again later.
fn duplicate<T: Copy + Eq + Hash>(bases: &[T]) -> Option<T> {
    let mut count: HashMap<T, u32> = HashMap::with_capacity(bases.len());
    for &base in bases {
        *count.entry(base).or_default() += 1;
    }
    bases.iter().copied().find(|base| count[base] > 1)
}

/// What the merge knows of one class.
#[derive(Default)]
struct Candidate {
    /// How often it stands in a list behind the head.
    in_tails: usize,
    /// The lists whose head it is.
    heads: SmallVec<[usize; 4]>,
}

fn merge<T: Copy + Eq + Hash>(
    order: &mut Vec<T>,
    mros: &[&[T]],
    bases: &[T],
) -> Result<(), MroError<T>> {
    let lists: Vec<&[T]> = mros.iter().copied().chain([bases]).collect();
    let mut next = vec![0usize; lists.len()];
    let mut candidates: HashMap<T, Candidate> = HashMap::new();
    let mut left: usize = 0;
    for (i, list) in lists.iter().enumerate() {
        left += list.len();
        if let Some((&head, tail)) = list.split_first() {
            candidates.entry(head).or_default().heads.push(i);
            for &class in tail {
                candidates.entry(class).or_default().in_tails += 1;
            }
        }
    }
    // Lists whose head is in no tail. A head that may be taken stays so, hence entries become
    // stale only by being taken through another list.
    let mut ready: BinaryHeap<Reverse<usize>> = candidates
        .values()
        .filter(|candidate| candidate.in_tails == 0)
        .flat_map(|candidate| candidate.heads.iter().copied().map(Reverse))
        .collect();
    while let Some(Reverse(i)) = ready.pop() {
        let Some(&class) = lists[i].get(next[i]) else { continue };
        let Some(candidate) = candidates.get_mut(&class) else { continue };
        if candidate.in_tails != 0 {
            continue;
        }
        let taken_from = std::mem::take(&mut candidate.heads);
        order.push(class);
        for i in taken_from {
            left -= 1;
            next[i] += 1;
            let Some(head) = lists[i].get(next[i]) else { continue };
            let Some(candidate) = candidates.get_mut(head) else { continue };
            candidate.in_tails -= 1;
            candidate.heads.push(i);
            if candidate.in_tails == 0 {
                ready.extend(candidate.heads.iter().copied().map(Reverse));
            }
        }
    }
    if left == 0 {
        return Ok(());
    }
    let mut heads = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for (list, &next) in lists.iter().zip(&next) {
        if let Some(&head) = list.get(next)
            && seen.insert(head)
        {
            heads.push(head);
        }
    }
    Err(MroError::Inconsistent(heads))
}
