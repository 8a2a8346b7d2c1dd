//! A vector that takes one word where it is kept: length and capacity lie in front of the items.

use std::alloc::{Layout, alloc, dealloc, handle_alloc_error, realloc};
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::ptr::NonNull;

use crate::clear_sink::ClearSink;
use crate::meter::OutOfMemory;
use crate::trace::Trace;
use crate::visitor::Visitor;

/// What lies in front of the items, which follow it.
#[repr(C, align(8))]
struct Header {
    len: u32,
    capacity: u32,
}

/// That of all vectors without a buffer.
const EMPTY: &Header = &Header { len: 0, capacity: 0 };

/// A vector of at most 2³² items, for payloads of which there are many: it takes one word, and no
/// buffer while it is empty. Growing is the caller's decision: see [`ThinVec::try_reserve_exact`].
pub struct ThinVec<T> {
    header: NonNull<Header>,
    items: PhantomData<T>,
}

impl<T> Default for ThinVec<T> {
    fn default() -> ThinVec<T> {
        const { assert!(align_of::<T>() <= 8 && size_of::<T>() > 0) };
        ThinVec { header: NonNull::from(EMPTY), items: PhantomData }
    }
}

impl<T> ThinVec<T> {
    /// A vector without items.
    pub fn new() -> ThinVec<T> {
        ThinVec::default()
    }

    #[inline]
    fn header(&self) -> &Header {
        // SAFETY: [S16] the header is there as long as the vector.
        unsafe { self.header.as_ref() }
    }

    #[inline]
    fn start(&self) -> *mut T {
        self.header.as_ptr().wrapping_add(1).cast()
    }

    /// How many items it has room for.
    #[inline]
    pub fn capacity(&self) -> usize {
        self.header().capacity as usize
    }

    /// Changes the length of a vector that has a buffer.
    ///
    /// # Safety
    /// The vector has a buffer, and so many items are there.
    #[inline]
    unsafe fn set_len(&mut self, len: usize) {
        // SAFETY: [S16] a buffer begins with a header, which belongs to this vector alone.
        unsafe { self.header.as_mut().len = len as u32 };
    }

    fn layout(capacity: usize) -> Option<Layout> {
        let items = Layout::array::<T>(capacity).ok()?;
        Some(Layout::new::<Header>().extend(items).ok()?.0)
    }

    /// Makes room for `additional` items more, and no more than that.
    ///
    /// # Errors
    /// There is no memory for them, or they would be too many.
    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), OutOfMemory> {
        let wanted = self.len().checked_add(additional).ok_or(OutOfMemory)?;
        if wanted <= self.capacity() { Ok(()) } else { self.set_capacity(wanted) }
    }

    /// Gives memory back, so that there is room for `capacity` items, or for those that there are.
    pub fn shrink_to(&mut self, capacity: usize) {
        let capacity = capacity.max(self.len());
        if capacity == 0 {
            *self = ThinVec::default();
        } else if capacity < self.capacity() {
            // Where that cannot be, the room stays.
            let _ = self.set_capacity(capacity);
        }
    }

    /// Moves the items to a buffer for so many, which is not less than there are, and not nothing.
    #[cold]
    #[inline(never)]
    fn set_capacity(&mut self, capacity: usize) -> Result<(), OutOfMemory> {
        debug_assert!(capacity > 0 && capacity >= self.len());
        let number = u32::try_from(capacity).map_err(|_| OutOfMemory)?;
        let len = self.header().len;
        let layout = Self::layout(capacity).ok_or(OutOfMemory)?;
        let start = if self.capacity() == 0 {
            // SAFETY: [S16] the layout has a header, so it is not empty.
            unsafe { alloc(layout) }
        } else {
            let old = Self::layout(self.capacity()).ok_or(OutOfMemory)?;
            // SAFETY: [S16] the buffer was allocated with that layout, and the new one is not empty.
            unsafe { realloc(self.header.as_ptr().cast(), old, layout.size()) }
        };
        let header = NonNull::new(start.cast::<Header>()).ok_or(OutOfMemory)?;
        // SAFETY: [S16] the buffer begins with room for a header.
        unsafe { header.write(Header { len, capacity: number }) };
        self.header = header;
        Ok(())
    }

    /// Appends an item where there is room for it; otherwise the item is given back.
    ///
    /// # Errors
    /// There is no room.
    #[inline]
    pub fn push(&mut self, item: T) -> Result<(), T> {
        let len = self.len();
        if len == self.capacity() {
            return Err(item);
        }
        // SAFETY: [S16] there is room behind the last item; a vector with room has a buffer.
        unsafe {
            self.start().add(len).write(item);
            self.set_len(len + 1);
        }
        Ok(())
    }

    /// Takes the last item out.
    #[inline]
    pub fn pop(&mut self) -> Option<T> {
        let last = self.len().checked_sub(1)?;
        // SAFETY: [S16] the item is there, so there is a buffer, and it no longer belongs to the vector.
        unsafe {
            self.set_len(last);
            Some(self.start().add(last).read())
        }
    }

    /// Drops the items from number `len` on, the last one first.
    pub fn truncate(&mut self, len: usize) {
        while self.len() > len {
            drop(self.pop());
        }
    }
}

impl<T> Deref for ThinVec<T> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        // SAFETY: [S16] so many items lie there, or none, and nobody changes them while the vector is borrowed.
        unsafe { std::slice::from_raw_parts(self.start(), self.header().len as usize) }
    }
}

impl<T> DerefMut for ThinVec<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut [T] {
        // SAFETY: [S16] as in `deref`; the vector is borrowed uniquely.
        unsafe { std::slice::from_raw_parts_mut(self.start(), self.header().len as usize) }
    }
}

impl<T> Drop for ThinVec<T> {
    fn drop(&mut self) {
        let capacity = self.capacity();
        if capacity == 0 {
            return;
        }
        let items: *mut [T] = &raw mut **self;
        /// Gives the buffer back, also when an item's `Drop` panics.
        struct Buffer(NonNull<Header>, Option<Layout>);
        impl Drop for Buffer {
            fn drop(&mut self) {
                if let Some(layout) = self.1 {
                    // SAFETY: [S16] the buffer was allocated with this layout, and the items are gone.
                    unsafe { dealloc(self.0.as_ptr().cast(), layout) }
                }
            }
        }
        let _buffer = Buffer(self.header, Self::layout(capacity));
        // SAFETY: [S16] the items belong to this vector, which nobody uses any more.
        unsafe { items.drop_in_place() }
    }
}

impl<T> FromIterator<T> for ThinVec<T> {
    /// As for `Vec`, the process ends if there is no memory.
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> ThinVec<T> {
        let mut vector = ThinVec::new();
        vector.extend_or_end(items.into_iter());
        vector
    }
}

impl<T> ThinVec<T> {
    /// Appends items, however many there are. As for `Vec`, the process ends if there is no memory.
    /// What the iterator yielded before it panics leaks.
    pub fn extend_or_end(&mut self, items: impl Iterator<Item = T>) {
        self.reserve_or_end(items.size_hint().0);
        let (mut len, mut room) = (self.len(), self.capacity());
        for item in items {
            if len == room {
                // SAFETY: [S16] a full vector has a buffer, or neither items nor room for any.
                unsafe { self.set_len_if_any(len) };
                self.reserve_or_end(len.max(1));
                room = self.capacity();
            }
            // SAFETY: [S16] there is room for it.
            unsafe { self.start().add(len).write(item) };
            len += 1;
        }
        // SAFETY: [S16] so many were written.
        unsafe { self.set_len_if_any(len) };
    }

    /// As `set_len`, for a vector that may be without a buffer if `len` is 0.
    ///
    /// # Safety
    /// So many items are there.
    unsafe fn set_len_if_any(&mut self, len: usize) {
        if self.capacity() > 0 {
            // SAFETY: [S16] as promised by the caller.
            unsafe { self.set_len(len) };
        }
    }

    fn reserve_or_end(&mut self, additional: usize) {
        if self.try_reserve_exact(additional).is_err() {
            handle_alloc_error(Self::layout(additional).unwrap_or(Layout::new::<T>()));
        }
    }
}

impl<T: Copy> ThinVec<T> {
    /// Appends copies of an item as long as there is room.
    pub fn fill_up(&mut self, item: T) {
        let (len, capacity) = (self.len(), self.capacity());
        for at in len..capacity {
            // SAFETY: [S16] there is room for it.
            unsafe { self.start().add(at).write(item) };
        }
        // SAFETY: [S16] all of the room is taken.
        unsafe { self.set_len_if_any(capacity) };
    }
}

impl<T: Clone> Clone for ThinVec<T> {
    /// As for `Vec`, the process ends if there is no memory.
    fn clone(&self) -> ThinVec<T> {
        self.iter().cloned().collect()
    }
}

impl<T: Trace> Trace for ThinVec<T> {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.iter().for_each(|item| item.trace(visitor));
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        self.iter_mut().for_each(|item| item.clear(sink));
        self.truncate(0);
    }
}

/// The items of a vector that is gone.
pub struct IntoIter<T> {
    vector: ThinVec<T>,
}

impl<T> IntoIterator for ThinVec<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(mut self) -> IntoIter<T> {
        self.reverse();
        IntoIter { vector: self }
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.vector.pop()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.vector.len(), Some(self.vector.len()))
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::ThinVec;

    type Item = Option<Rc<usize>>;

    fn grown(count: usize) -> (ThinVec<Item>, Vec<Item>) {
        let (mut thin, mut thick) = (ThinVec::new(), Vec::new());
        for number in 0..count {
            let item = Some(Rc::new(number));
            thick.push(item.clone());
            if let Err(item) = thin.push(item) {
                thin.try_reserve_exact(thin.len() / 2 + 1).unwrap();
                thin.push(item).unwrap();
            }
        }
        (thin, thick)
    }

    #[test]
    fn it_takes_a_word_and_holds_what_a_vector_holds() {
        assert_eq!(size_of::<ThinVec<u32>>(), 8);
        assert_eq!(size_of::<Option<ThinVec<u32>>>(), 8);
        for count in [0, 1, 2, 3, 7, 100] {
            let (mut thin, mut thick) = grown(count);
            assert_eq!(thin[..], thick[..]);
            assert_eq!(thin.clone()[..], thick[..]);
            assert_eq!(thin.clone().into_iter().collect::<Vec<_>>(), thick);
            assert_eq!(thin.iter().cloned().collect::<ThinVec<_>>()[..], thick[..]);
            assert_eq!(thin.pop(), thick.pop());
            thin.truncate(count / 2);
            thick.truncate(count / 2);
            thin.shrink_to(0);
            assert_eq!((&thin[..], thin.capacity()), (&thick[..], thick.len()));
            if let Some(first) = thin.first_mut() {
                *first = None;
            }
            drop(thin);
            assert!(thick.iter().flatten().all(|item| Rc::strong_count(item) == 1));
        }
    }

    #[test]
    fn what_is_left_of_an_iterator_goes() {
        let (thin, thick) = grown(9);
        let mut items = thin.into_iter();
        assert_eq!(items.next(), Some(thick[0].clone()));
        assert_eq!(items.size_hint(), (8, Some(8)));
        drop(items);
        assert!(thick.iter().flatten().all(|item| Rc::strong_count(item) == 1));
    }

    #[test]
    fn too_many_items_are_refused() {
        let mut words = ThinVec::<u64>::new();
        words.fill_up(3);
        assert!(words.is_empty());
        assert!(words.try_reserve_exact(usize::MAX).is_err());
        assert!(words.try_reserve_exact(1 << 33).is_err());
        words.try_reserve_exact(1).unwrap();
        assert!(words.push(1).is_ok() && words.push(2) == Err(2));
        assert!(words.try_reserve_exact(usize::MAX).is_err());
        assert_eq!(words[..], [1]);
        words.try_reserve_exact(3).unwrap();
        words.fill_up(3);
        assert_eq!(words[..], [1, 3, 3, 3]);
    }
}
