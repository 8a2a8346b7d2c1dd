//! What is charged for a buffer that belongs to no object.

use std::fmt;

use crate::core::Pin;
use crate::heap::Heap;
use crate::meter::OutOfMemory;

/// Charges a heap for a buffer outside its objects: one that a native function fills, or an inline array of
/// arguments. What it charged is credited when it is dropped.
///
/// It outlives its heap safely, and borrows nothing of it, so code of the program may run meanwhile.
pub struct Account {
    core: Pin,
    charged: usize,
}

impl Account {
    /// Nothing is charged yet.
    #[inline]
    pub fn new(heap: &Heap) -> Account {
        Account { core: Pin::new(heap.core()), charged: 0 }
    }

    /// Another account of the same heap, with nothing charged.
    #[inline]
    pub fn sibling(&self) -> Account {
        Account { core: self.core.clone(), charged: 0 }
    }

    /// Counts `bytes` more.
    ///
    /// # Errors
    /// The limit forbids it; nothing is counted then.
    #[inline]
    pub fn charge(&mut self, bytes: usize) -> Result<(), OutOfMemory> {
        self.core.meter.charge(bytes)?;
        self.charged += bytes;
        Ok(())
    }

    /// Credits some of what was charged.
    pub fn refund(&mut self, bytes: usize) {
        let bytes = bytes.min(self.charged);
        self.charged -= bytes;
        self.core.meter.credit(bytes);
    }

    /// Credits what was charged.
    #[inline]
    pub fn settle(&mut self) {
        if self.charged > 0 {
            self.core.meter.credit(std::mem::take(&mut self.charged));
        }
    }

    /// What is charged now.
    #[inline]
    pub fn charged(&self) -> usize {
        self.charged
    }

    /// Makes room for `additional` more elements of a vector: for twice as many as it holds, or
    /// exactly those if the limit forbids more. Charged before the vector grows.
    ///
    /// # Errors
    /// The limit or the system refuses.
    pub fn reserve<T>(
        &mut self,
        buffer: &mut Vec<T>,
        additional: usize,
    ) -> Result<(), OutOfMemory> {
        let needed = buffer.len().checked_add(additional).ok_or(OutOfMemory)?;
        if needed <= buffer.capacity() {
            return Ok(());
        }
        let generous = needed.max(buffer.capacity().saturating_mul(2));
        self.grow_to(buffer, generous).or_else(|OutOfMemory| self.grow_to(buffer, needed))
    }

    /// Makes room for `additional` more elements of a vector and no more.
    ///
    /// # Errors
    /// As for [`Account::reserve`].
    pub fn reserve_exact<T>(
        &mut self,
        buffer: &mut Vec<T>,
        additional: usize,
    ) -> Result<(), OutOfMemory> {
        let needed = buffer.len().checked_add(additional).ok_or(OutOfMemory)?;
        if needed <= buffer.capacity() { Ok(()) } else { self.grow_to(buffer, needed) }
    }

    /// Gives a vector a capacity that is larger than its own.
    fn grow_to<T>(&mut self, buffer: &mut Vec<T>, capacity: usize) -> Result<(), OutOfMemory> {
        let growth = (capacity - buffer.capacity()).checked_mul(size_of::<T>());
        let growth = growth.ok_or(OutOfMemory)?;
        self.charge(growth)?;
        if buffer.try_reserve_exact(capacity - buffer.len()).is_err() {
            self.refund(growth);
            return Err(OutOfMemory);
        }
        Ok(())
    }
}

impl Drop for Account {
    #[inline]
    fn drop(&mut self) {
        self.settle();
    }
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account").field("charged", &self.charged).finish_non_exhaustive()
    }
}

/// A vector that is charged before it grows, for as long as it is there: what a native function
/// gathers while code of the program may run.
#[derive(Debug)]
pub struct ChargedVec<T> {
    items: Vec<T>,
    account: Account,
}

impl<T> ChargedVec<T> {
    /// Empty; it takes nothing yet.
    pub fn new(heap: &Heap) -> ChargedVec<T> {
        ChargedVec { items: Vec::new(), account: Account::new(heap) }
    }

    /// What an iterator gives: exactly the room that it says it needs.
    ///
    /// # Errors
    /// As for [`Account::reserve`].
    pub fn gather(
        heap: &Heap,
        items: impl IntoIterator<Item = T>,
    ) -> Result<ChargedVec<T>, OutOfMemory> {
        let items = items.into_iter();
        let mut all = ChargedVec::new(heap);
        all.reserve_exact(items.size_hint().0)?;
        for item in items {
            all.push(item)?;
        }
        Ok(all)
    }

    /// Appends an item. Amortized constant time.
    ///
    /// # Errors
    /// As for [`Account::reserve`].
    #[inline]
    pub fn push(&mut self, item: T) -> Result<(), OutOfMemory> {
        if self.items.len() == self.items.capacity() {
            self.account.reserve(&mut self.items, 1)?;
        }
        self.items.push(item);
        Ok(())
    }

    /// Makes room for `additional` items and no more.
    ///
    /// # Errors
    /// As for [`Account::reserve`].
    pub fn reserve_exact(&mut self, additional: usize) -> Result<(), OutOfMemory> {
        self.account.reserve_exact(&mut self.items, additional)
    }

    /// Appends copies of items.
    ///
    /// # Errors
    /// As for [`Account::reserve`].
    pub fn extend_from_slice(&mut self, items: &[T]) -> Result<(), OutOfMemory>
    where
        T: Clone,
    {
        self.account.reserve(&mut self.items, items.len())?;
        self.items.extend_from_slice(items);
        Ok(())
    }

    /// Takes the last item out.
    pub fn pop(&mut self) -> Option<T> {
        self.items.pop()
    }

    /// The vector, and the account that holds its charge: for an object that charges it anew. Whoever
    /// keeps the vector keeps the account as long.
    pub fn into_parts(self) -> (Vec<T>, Account) {
        (self.items, self.account)
    }
}

impl<T> std::ops::Deref for ChargedVec<T> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T> std::ops::DerefMut for ChargedVec<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.items
    }
}

impl<'a, T> IntoIterator for &'a ChargedVec<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<T> IntoIterator for ChargedVec<T> {
    type Item = T;
    type IntoIter = ChargedIter<T>;

    fn into_iter(self) -> ChargedIter<T> {
        ChargedIter { items: self.items.into_iter(), _account: self.account }
    }
}

/// The items of a [`ChargedVec`], which is charged until the iterator goes.
#[derive(Debug)]
pub struct ChargedIter<T> {
    items: std::vec::IntoIter<T>,
    _account: Account,
}

impl<T> Iterator for ChargedIter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.items.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.items.size_hint()
    }
}

impl<T> DoubleEndedIterator for ChargedIter<T> {
    #[inline]
    fn next_back(&mut self) -> Option<T> {
        self.items.next_back()
    }
}

impl<T> ExactSizeIterator for ChargedIter<T> {}
