//! Payload of `list`, and buffers that charge the heap before they grow.

use objmodel_gc::{ByteMeter, Gc, OutOfMemory, Payload, ThinVec, Trace, Value};

/// The payload of `list`.
#[derive(Default, Trace)]
pub struct ListObject {
    items: ThinVec<Value>,
}

const _: () = assert!(size_of::<ListObject>() == 8);

/// A handle to a `list`.
pub type List = Gc<ListObject>;

impl ListObject {
    /// Takes items whose buffer is charged already.
    pub(crate) fn from_charged(items: ThinVec<Value>) -> ListObject {
        ListObject { items }
    }

    /// The items.
    #[inline]
    pub fn items(&self) -> &[Value] {
        &self.items
    }

    /// The items, to replace or reorder in place.
    #[doc(hidden)]
    #[inline]
    pub fn items_mut(&mut self) -> &mut [Value] {
        &mut self.items
    }

    /// The number of items.
    #[inline]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is no item.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Makes room for `additional` items, charging before it grows.
    ///
    /// # Errors
    /// The byte limit does not admit the room.
    pub fn reserve(&mut self, meter: &ByteMeter, additional: usize) -> Result<(), OutOfMemory> {
        reserve_charged(&mut self.items, meter, additional)
    }

    /// Appends an item. Amortized constant time.
    ///
    /// # Errors
    /// The byte limit does not admit the room, or the item is an object of another runtime.
    #[inline]
    pub fn push(&mut self, meter: &ByteMeter, item: Value) -> Result<(), OutOfMemory> {
        meter.admit(&item)?;
        match self.items.push(item) {
            Ok(()) => Ok(()),
            Err(item) => self.push_to_more(meter, item),
        }
    }

    #[inline(never)]
    fn push_to_more(&mut self, meter: &ByteMeter, item: Value) -> Result<(), OutOfMemory> {
        self.reserve(meter, 1)?;
        self.items.push(item).map_err(|_| OutOfMemory)
    }

    /// Appends all items of a vector.
    ///
    /// # Errors
    /// The byte limit does not admit the room, or an item is an object of another runtime.
    pub fn extend(&mut self, meter: &ByteMeter, items: Vec<Value>) -> Result<(), OutOfMemory> {
        items.iter().try_for_each(|item| meter.admit(item))?;
        self.reserve(meter, items.len())?;
        self.items.extend_or_end(items.into_iter());
        Ok(())
    }

    /// Inserts an item before number `index`, at the end if there are fewer.
    ///
    /// # Errors
    /// The byte limit does not admit the room, or the item is an object of another runtime.
    pub fn insert(
        &mut self,
        meter: &ByteMeter,
        index: usize,
        item: Value,
    ) -> Result<(), OutOfMemory> {
        let index = index.min(self.items.len());
        self.push(meter, item)?;
        if let Some(behind) = self.items.get_mut(index..) {
            behind.rotate_right(1);
        }
        Ok(())
    }

    /// Takes the last item out.
    pub fn pop(&mut self) -> Option<Value> {
        self.items.pop()
    }

    /// Takes item `index` out.
    pub fn remove(&mut self, index: usize) -> Option<Value> {
        let from = self.items.get_mut(index..).filter(|from| !from.is_empty())?;
        from.rotate_left(1);
        self.items.pop()
    }

    /// Replaces the items in `range` by `with` and returns the old ones, to be dropped by the
    /// caller once nothing is borrowed any more.
    ///
    /// # Errors
    /// The byte limit does not admit the room.
    #[doc(hidden)]
    pub fn splice(
        &mut self,
        meter: &ByteMeter,
        range: std::ops::Range<usize>,
        with: impl IntoIterator<Item = Value, IntoIter: ExactSizeIterator>,
    ) -> Result<Vec<Value>, OutOfMemory> {
        let mut with = with.into_iter();
        let end = range.end.min(self.items.len());
        let start = range.start.min(end);
        self.reserve(meter, with.len().saturating_sub(end - start))?;
        let mut old = Vec::with_capacity(end - start);
        let mut at = start;
        for place in self.items.get_mut(start..end).unwrap_or_default() {
            let Some(item) = with.next() else { break };
            old.push(std::mem::replace(place, item));
            at += 1;
        }
        // Either no item is left to be put, or none to be replaced.
        self.items.get_mut(at..).unwrap_or_default().rotate_left(end - at);
        let kept = self.items.len() - (end - at);
        let begin = old.len();
        while self.items.len() > kept {
            old.extend(self.items.pop());
        }
        old.get_mut(begin..).unwrap_or_default().reverse();
        let more = with.len();
        self.items.extend_or_end(with);
        self.items.get_mut(at..).unwrap_or_default().rotate_right(more);
        Ok(old)
    }

    /// Takes all items out together with their buffer, which is credited.
    pub fn take(&mut self, meter: &ByteMeter) -> Vec<Value> {
        meter.credit(self.external_bytes());
        let items = std::mem::take(&mut self.items);
        let mut all = Vec::with_capacity(items.capacity());
        all.extend(items);
        all
    }

    /// Puts items back that [`ListObject::take`] took, or others; their buffer is charged.
    ///
    /// # Errors
    /// The byte limit does not admit the room.
    #[doc(hidden)]
    pub fn put(&mut self, meter: &ByteMeter, items: Vec<Value>) -> Result<(), OutOfMemory> {
        let mut new = ThinVec::new();
        reserve_exactly(&mut new, meter, items.capacity())?;
        new.extend_or_end(items.into_iter());
        meter.credit(self.external_bytes());
        self.items = new;
        Ok(())
    }
}

impl Payload for ListObject {
    const EXTENSIBLE: bool = true;

    fn external_bytes(&self) -> usize {
        self.items.capacity() * size_of::<Value>()
    }
}

/// The last item goes first, as scripts see it by their `__del__`.
impl Drop for ListObject {
    fn drop(&mut self) {
        self.items.truncate(0);
    }
}

/// Drops items from the last to the first.
pub fn drop_backwards(items: &mut Vec<Value>) {
    while let Some(item) = items.pop() {
        drop(item);
    }
}

/// Makes room for `additional` elements: by half as much again, or exactly if the limit forbids
/// more. The growth is charged before it happens.
pub(crate) fn reserve_charged<B: Buffer>(
    buffer: &mut B,
    meter: &ByteMeter,
    additional: usize,
) -> Result<(), OutOfMemory> {
    let needed = buffer.len().checked_add(additional).ok_or(OutOfMemory)?;
    if needed <= buffer.capacity() {
        return Ok(());
    }
    let generous = needed.max(buffer.capacity() + buffer.capacity() / 2).max(4);
    grow_to(buffer, meter, generous).or_else(|OutOfMemory| grow_to(buffer, meter, needed))
}

/// Makes room for `additional` elements and no more.
pub(crate) fn reserve_exactly<B: Buffer>(
    buffer: &mut B,
    meter: &ByteMeter,
    additional: usize,
) -> Result<(), OutOfMemory> {
    let needed = buffer.len().checked_add(additional).ok_or(OutOfMemory)?;
    if needed <= buffer.capacity() { Ok(()) } else { grow_to(buffer, meter, needed) }
}

/// What lists and dicts keep their content in.
pub(crate) trait Buffer {
    /// The bytes of an item.
    const ITEM: usize;

    fn len(&self) -> usize;
    fn capacity(&self) -> usize;
    fn try_reserve_exact(&mut self, additional: usize) -> Result<(), OutOfMemory>;
    fn shrink_to(&mut self, capacity: usize);
}

impl<T> Buffer for Vec<T> {
    const ITEM: usize = size_of::<T>();

    fn len(&self) -> usize {
        self.len()
    }

    fn capacity(&self) -> usize {
        self.capacity()
    }

    fn try_reserve_exact(&mut self, additional: usize) -> Result<(), OutOfMemory> {
        self.try_reserve_exact(additional).map_err(|_| OutOfMemory)
    }

    fn shrink_to(&mut self, capacity: usize) {
        self.shrink_to(capacity);
    }
}

impl<T> Buffer for ThinVec<T> {
    const ITEM: usize = size_of::<T>();

    fn len(&self) -> usize {
        <[T]>::len(self)
    }

    fn capacity(&self) -> usize {
        self.capacity()
    }

    fn try_reserve_exact(&mut self, additional: usize) -> Result<(), OutOfMemory> {
        self.try_reserve_exact(additional)
    }

    fn shrink_to(&mut self, capacity: usize) {
        self.shrink_to(capacity);
    }
}

/// Gives a buffer a capacity that is larger than its own.
fn grow_to<B: Buffer>(buffer: &mut B, meter: &ByteMeter, target: usize) -> Result<(), OutOfMemory> {
    let additional = target - buffer.capacity();
    let bytes = additional.checked_mul(B::ITEM.max(1)).ok_or(OutOfMemory)?;
    meter.charge(bytes)?;
    if buffer.try_reserve_exact(target - buffer.len()).is_err() {
        meter.credit(bytes);
        return Err(OutOfMemory);
    }
    // The allocator may have given more than asked; what it gave is what will be credited.
    let surplus = (buffer.capacity() - target) * B::ITEM;
    if surplus > 0 && meter.charge(surplus).is_err() {
        buffer.shrink_to(target);
    }
    Ok(())
}
