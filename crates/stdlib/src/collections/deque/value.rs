//! The items of a deque, in a ring buffer that charges the heap before it grows.

use std::collections::VecDeque;

use objmodel::gc::{ByteMeter, OutOfMemory};
use objmodel::types::Collection;
use objmodel::{Value, pyclass};

/// A sequence that is quick at both ends, perhaps with a largest length.
#[pyclass(
    name = "deque",
    module = "collections",
    subclass,
    weakref,
    sequence,
    external_bytes = Deque::buffer,
    spec(collection = Some(Collection::Sequence))
)]
#[derive(Default)]
pub(super) struct Deque {
    items: VecDeque<Value>,
    // `maxlen`.
    pub(super) limit: Option<usize>,
    // Changes when items come or go, so that iterators notice.
    pub(super) state: u64,
}

impl Deque {
    fn buffer(&self) -> usize {
        self.items.capacity() * size_of::<Value>()
    }

    /// An empty one.
    pub(super) fn limited(limit: Option<usize>) -> Deque {
        Deque { limit, ..Deque::default() }
    }

    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    pub(super) fn items(&self) -> impl Iterator<Item = &Value> {
        self.items.iter()
    }

    pub(super) fn get(&self, index: usize) -> Option<&Value> {
        self.items.get(index)
    }

    /// Makes room for one more item: by doubling.
    fn reserve(&mut self, meter: &ByteMeter) -> Result<(), OutOfMemory> {
        let old = self.items.capacity();
        if self.items.len() < old {
            return Ok(());
        }
        let target = old.checked_mul(2).ok_or(OutOfMemory)?.max(8);
        let bytes = (target - old).checked_mul(size_of::<Value>()).ok_or(OutOfMemory)?;
        meter.charge(bytes)?;
        if self.items.try_reserve_exact(target - self.items.len()).is_err() {
            meter.credit(bytes);
            return Err(OutOfMemory);
        }
        // What the allocator gave beyond that is credited too, one day.
        let surplus = self.items.capacity().saturating_sub(target) * size_of::<Value>();
        if surplus > 0 && meter.charge(surplus).is_err() {
            self.items.shrink_to(target);
        }
        Ok(())
    }

    /// Appends an item; returns the one that must go for it.
    pub(super) fn push_back(
        &mut self,
        meter: &ByteMeter,
        item: Value,
    ) -> Result<Option<Value>, OutOfMemory> {
        if self.limit == Some(0) {
            return Ok(Some(item));
        }
        let full = self.limit.is_some_and(|limit| self.items.len() >= limit);
        let gone = if full { self.items.pop_front() } else { None };
        self.reserve(meter)?;
        self.items.push_back(item);
        self.state += 1;
        Ok(gone)
    }

    /// Adds an item at the left end; what goes at the other one for it.
    pub(super) fn push_front(
        &mut self,
        meter: &ByteMeter,
        item: Value,
    ) -> Result<Option<Value>, OutOfMemory> {
        if self.limit == Some(0) {
            return Ok(Some(item));
        }
        let full = self.limit.is_some_and(|limit| self.items.len() >= limit);
        let gone = if full { self.items.pop_back() } else { None };
        self.reserve(meter)?;
        self.items.push_front(item);
        self.state += 1;
        Ok(gone)
    }

    /// Inserts an item before number `index`, at the end if there are fewer.
    pub(super) fn insert(
        &mut self,
        meter: &ByteMeter,
        index: usize,
        item: Value,
    ) -> Result<(), OutOfMemory> {
        self.reserve(meter)?;
        self.items.insert(index.min(self.items.len()), item);
        self.state += 1;
        Ok(())
    }

    pub(super) fn pop_back(&mut self) -> Option<Value> {
        self.state += 1;
        self.items.pop_back()
    }

    pub(super) fn pop_front(&mut self) -> Option<Value> {
        self.state += 1;
        self.items.pop_front()
    }

    pub(super) fn remove(&mut self, index: usize) -> Option<Value> {
        self.state += 1;
        self.items.remove(index)
    }

    /// Puts an item in the place of another.
    pub(super) fn replace(&mut self, index: usize, item: Value) -> Option<Value> {
        self.items.get_mut(index).map(|place| std::mem::replace(place, item))
    }

    /// Takes all items out, and leaves the buffer.
    pub(super) fn clear(&mut self) -> Vec<Value> {
        self.state += 1;
        self.items.drain(..).collect()
    }

    /// Moves every item so many places towards the end; those at the end come first then.
    pub(super) fn rotate(&mut self, places: isize) {
        let len = self.items.len();
        if len > 1 {
            self.state += 1;
            self.items.rotate_right(places.rem_euclid(len as isize) as usize);
        }
    }

    pub(super) fn reverse(&mut self) {
        self.items.make_contiguous().reverse();
    }
}
