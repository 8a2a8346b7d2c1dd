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
