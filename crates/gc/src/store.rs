//! The store: hands out memory for objects, takes it back, and enumerates what is there.

use std::alloc::Layout;
use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

use crate::header::{LARGE, Obj};
use crate::line::Line;
use crate::page::{CHUNK, Chunk, PAGES, Page, PageList, UNUSED};
use crate::size;

/// What precedes an object that has an allocation of its own.
#[repr(C, align(64))]
struct Large {
    /// As in a page, with one slot.
    line: Line,
    /// Bytes from the header on.
    bytes: usize,
    /// Where the store lists it.
    index: Cell<usize>,
}

const PREFIX: usize = size_of::<Large>();

/// Where the allocator takes the next slots of a size class from.
struct Cursor {
    /// Slots of `line` that are free and handed to the allocator.
    free: Cell<u64>,
    line: Cell<Option<NonNull<Line>>>,
    /// The address of the first slot of `line`.
    base: Cell<*mut u8>,
    page: Cell<Option<NonNull<Page>>>,
    next_line: Cell<usize>,
    /// Other pages with room.
    room: PageList,
}

/// All memory of a heap.
pub(crate) struct Store {
    cursors: [Cursor; size::COUNT],
    chunks: RefCell<Vec<NonNull<Chunk>>>,
    unused: PageList,
    unused_pages: Cell<usize>,
    large: RefCell<Vec<NonNull<Large>>>,
}

/// A slot for a new object: marked as used, not yet tracked.
pub(crate) struct Slot<'a> {
    pub(crate) object: Obj,
    pub(crate) line: &'a Line,
    pub(crate) bit: u64,
}

impl Store {
    pub(crate) fn new() -> Store {
        Store {
            cursors: std::array::from_fn(|_| Cursor {
                free: Cell::new(0),
                line: Cell::new(None),
                base: Cell::new(std::ptr::null_mut()),
                page: Cell::new(None),
                next_line: Cell::new(0),
                room: PageList::default(),
            }),
            chunks: RefCell::default(),
            unused: PageList::default(),
            unused_pages: Cell::new(0),
            large: RefCell::default(),
        }
    }

    /// The bytes that an object of `bytes` bytes takes.
    #[inline]
    pub(crate) fn rounded(bytes: usize) -> usize {
        if bytes <= size::LARGEST {
            size::bytes_of(size::class_of(bytes))
        } else {
            bytes.next_multiple_of(8)
        }
    }

    /// Memory for an object; None if the system has none.
    #[inline]
    pub(crate) fn take(&self, bytes: usize) -> Option<Slot<'_>> {
        if bytes > size::LARGEST {
            return self.take_large(bytes);
        }
        let class = size::class_of(bytes);
        let cursor = &self.cursors[class];
        if cursor.free.get() == 0 {
            self.refill(class)?;
        }
        let free = cursor.free.get();
        let number = free.trailing_zeros() as usize;
        cursor.free.set(free & (free - 1));
        // SAFETY: [S2] a cursor with free slots has a line and its base in a page of the store.
        let (line, object) = unsafe {
            let address = cursor.base.get().wrapping_add(number * size::bytes_of(class));
            (cursor.line.get()?.as_ref(), Obj::at(NonNull::new_unchecked(address)))
        };
        let bit = 1 << number;
        line.used.set(line.used.get() | bit);
        Some(Slot { object, line, bit })
    }

    #[cold]
    #[inline(never)]
    fn refill(&self, class: usize) -> Option<()> {
        let cursor = &self.cursors[class];
        loop {
            if let Some(page) = cursor.page.get() {
                // SAFETY: [S2] the page of a cursor stays with it.
                let page: &Page = unsafe { &*page.as_ptr() };
                while cursor.next_line.get() < page.line_count() {
                    let number = cursor.next_line.get();
                    cursor.next_line.set(number + 1);
                    let line = &page.lines[number];
                    let free = page.valid(number) & !line.used.get();
                    if free != 0 {
                        page.used.set(page.used.get() + free.count_ones());
                        cursor.free.set(free);
                        cursor.line.set(Some(NonNull::from(line)));
                        let skipped = number * 64 * page.slot_bytes.get() as usize;
                        cursor.base.set(page.data.get().wrapping_add(skipped));
                        return Some(());
                    }
                }
                cursor.next_line.set(0);
                cursor.line.set(None);
                if page.used.get() < page.slots.get() / 4 * 3 {
                    continue;
                }
                page.current.set(false);
                cursor.page.set(None);
            }
            let page = match cursor.room.first() {
                Some(page) => {
                    cursor.room.remove(page);
                    page
                }
                None => self.take_page(class)?,
            };
            page.current.set(true);
            cursor.page.set(Some(NonNull::from(page)));
            cursor.next_line.set(0);
        }
    }

    fn take_page(&self, class: usize) -> Option<&Page> {
        if self.unused.first().is_none() {
            let mut chunks = self.chunks.borrow_mut();
            let chunk = Chunk::new(chunks.len())?;
            chunks.push(chunk);
            // SAFETY: [S2] the chunk was just made.
            for page in unsafe { &*chunk.as_ptr() }.pages.iter().rev() {
                self.unused.push(page);
            }
            self.unused_pages.set(self.unused_pages.get() + PAGES);
        }
        let page = self.unused.first()?;
        self.unused.remove(page);
        self.unused_pages.set(self.unused_pages.get() - 1);
        // SAFETY: [S2] pages lie in chunks that are there.
        let chunk = unsafe { &*page.around_chunk() };
        chunk.unused_pages.set(chunk.unused_pages.get() - 1);
        page.assign(class, size::bytes_of(class));
        Some(page)
    }

    #[cold]
    #[inline(never)]
    fn take_large(&self, bytes: usize) -> Option<Slot<'_>> {
        let bytes = bytes.checked_next_multiple_of(8)?;
        let layout = Layout::from_size_align(bytes.checked_add(PREFIX)?, 64).ok()?;
        // SAFETY: [S2] the layout is not empty.
        let start = NonNull::new(unsafe { std::alloc::alloc(layout) })?;
        let mut list = self.large.borrow_mut();
        let large = start.cast::<Large>();
        let prefix = Large { line: Line::default(), bytes, index: Cell::new(list.len()) };
        // SAFETY: [S2] the allocation starts with room for the prefix, aligned to 64.
        let (line, object) = unsafe {
            large.write(prefix);
            (&(*large.as_ptr()).line, Obj::at(start.add(PREFIX)))
        };
        list.push(large);
        line.used.set(1);
        Some(Slot { object, line, bit: 1 })
    }

    fn large_of<'a>(object: Obj) -> &'a Large {
        // SAFETY: [S2] large objects lie behind their prefix.
        unsafe { &*object.byte(0).wrapping_sub(PREFIX).cast::<Large>() }
    }

    /// The bitmaps of an object and its bit in them.
    #[inline]
    pub(crate) fn locate<'a>(object: Obj) -> (&'a Line, u64) {
        if object.has(LARGE) {
            return (&Self::large_of(object).line, 1);
        }
        let page = Page::of(object);
        let slot = page.slot(object);
        (&page.lines[slot / 64], 1 << (slot % 64))
    }

    /// The bytes from the header of an object to the end of its slot.
    #[inline]
    pub(crate) fn bytes_of(object: Obj) -> usize {
        if object.has(LARGE) {
            Self::large_of(object).bytes
        } else {
            Page::of(object).slot_bytes.get() as usize
        }
    }

    /// Takes back the memory of an object.
    ///
    /// # Safety
    /// The object came from this store, its payload is gone, and nobody keeps its address.
    #[inline]
    pub(crate) unsafe fn free(&self, object: Obj) {
        if object.has(LARGE) {
            // SAFETY: [S2] as promised by the caller.
            return unsafe { self.free_large(object) };
        }
        let page = Page::of(object);
        let slot = page.slot(object);
        let line = &page.lines[slot / 64];
        let bit = 1 << (slot % 64);
        line.used.set(line.used.get() & !bit);
        line.untrack(bit);
        let cursor = &self.cursors[page.class.get()];
        if cursor.line.get() == Some(NonNull::from(line)) {
            cursor.free.set(cursor.free.get() | bit);
            return;
        }
        page.used.set(page.used.get() - 1);
        if !page.current.get() && page.used.get() < page.slots.get() / 4 * 3 {
            self.has_room(page);
        }
    }

    fn has_room(&self, page: &Page) {
        let room = &self.cursors[page.class.get()].room;
        if page.used.get() > 0 {
            if !page.listed.get() {
                room.push(page);
            }
            return;
        }
        if page.listed.get() {
            room.remove(page);
        }
        page.class.set(UNUSED);
        self.unused.push(page);
        self.unused_pages.set(self.unused_pages.get() + 1);
        let chunk = page.around_chunk();
        // SAFETY: [S2] pages lie in chunks that are there.
        let meta = unsafe { &*chunk };
        meta.unused_pages.set(meta.unused_pages.get() + 1);
        if meta.unused_pages.get() == PAGES {
            self.release_chunk(meta);
        }
    }

    /// Gives an empty chunk back, unless few others are empty: an eighth of all pages stays.
    fn release_chunk(&self, chunk: &Chunk) {
        let mut chunks = self.chunks.borrow_mut();
        if self.unused_pages.get() < PAGES * 2 + chunks.len() * PAGES / 8 {
            return;
        }
        for page in &chunk.pages {
            self.unused.remove(page);
        }
        self.unused_pages.set(self.unused_pages.get() - PAGES);
        let index = chunk.index.get();
        let pointer = chunks.swap_remove(index);
        if let Some(moved) = chunks.get(index) {
            // SAFETY: [S2] listed chunks are there.
            unsafe { moved.as_ref() }.index.set(index);
        }
        // SAFETY: [S2] all its pages are unused and unlisted.
        unsafe { Chunk::release(pointer) };
    }

    /// # Safety
    /// As for `free`, for a large object.
    #[cold]
    unsafe fn free_large(&self, object: Obj) {
        let large = Self::large_of(object);
        let mut list = self.large.borrow_mut();
        let index = large.index.get();
        let pointer = list.swap_remove(index);
        if let Some(moved) = list.get(index) {
            // SAFETY: [S2] listed large objects are there.
            unsafe { moved.as_ref() }.index.set(index);
        }
        let bytes = large.bytes + PREFIX;
        // SAFETY: [S2] it was allocated with this layout, and the caller gives it up.
        unsafe {
            let layout = Layout::from_size_align_unchecked(bytes, 64);
            std::alloc::dealloc(pointer.as_ptr().cast(), layout);
        }
    }

    /// Calls `act` for every line of bitmaps, with a function from bit numbers to objects.
    pub(crate) fn lines(&self, mut act: impl FnMut(&Line, &dyn Fn(u32) -> Obj)) {
        // By index: nothing is added or removed meanwhile, but no borrow is held either.
        for number in 0.. {
            let Some(chunk) = self.chunks.borrow().get(number).copied() else { break };
            // SAFETY: [S2] listed chunks are there.
            for page in unsafe { &(*chunk.as_ptr()).pages } {
                if page.class.get() == UNUSED {
                    continue;
                }
                for (number, line) in page.lines[..page.line_count()].iter().enumerate() {
                    if line.used.get() != 0 {
                        act(line, &|bit| page.object(number * 64 + bit as usize));
                    }
                }
            }
        }
        for number in 0.. {
            let Some(large) = self.large.borrow().get(number).copied() else { break };
            // SAFETY: [S2] listed large objects are there, behind their prefix.
            let (line, object) =
                unsafe { (&(*large.as_ptr()).line, Obj::at(large.cast::<u8>().add(PREFIX))) };
            act(line, &|_| object);
        }
    }

    /// Calls `act` for the objects that `select` picks from each line's bitmaps.
    pub(crate) fn each(&self, select: impl Fn(&Line) -> u64, mut act: impl FnMut(Obj)) {
        self.lines(|line, object| {
            let mut bits = select(line) & line.used.get();
            while bits != 0 {
                act(object(bits.trailing_zeros()));
                bits &= bits - 1;
            }
        });
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        for chunk in self.chunks.get_mut().drain(..) {
            // SAFETY: [S2] a store is dropped when no object is left in it.
            unsafe { Chunk::release(chunk) };
        }
        debug_assert!(self.large.get_mut().is_empty());
        const { assert!(CHUNK.is_power_of_two()) };
    }
}
