//! The store: hands out memory for objects, takes it back, and enumerates what is there.

use std::alloc::Layout;
use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

use crate::header::{LARGE, Obj};
use crate::line::Line;
use crate::page::{CHUNK, Chunk, LINES, PAGES, Page, PageList, UNUSED};
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
struct BumpCursor {
    /// Slots of `line` that the allocator holds: they are marked as used and young already.
    free: Cell<u64>,
    line: Cell<Option<NonNull<Line>>>,
    /// There were more free slots in the line than the allocator may hold at once.
    more: Cell<bool>,
    /// The address of the first slot of `line`.
    base: Cell<*mut u8>,
    page: Cell<Option<NonNull<Page>>>,
    /// The number of the line in the page that is looked at next.
    number: Cell<usize>,
    /// Other pages with room.
    room: PageList,
}

/// The allocator holds slots of this many bytes in turn, so that short-lived objects stay in the
/// nearest cache.
const HELD_BYTES: usize = 4096;
/// A line that the allocator has just used up is worth another look if so many slots are free again.
const WORTHWHILE: u32 = 4;

/// So many empty chunks are given back at one time.
const RELEASED: usize = 4;

/// All memory of a heap.
pub(crate) struct Store {
    cursors: [BumpCursor; size::COUNT],
    chunks: RefCell<Vec<NonNull<Chunk>>>,
    unused: PageList,
    unused_pages: Cell<usize>,
    large: RefCell<Vec<NonNull<Large>>>,
    /// Somebody enumerates objects.
    enumerated: Cell<bool>,
    /// Somebody keeps addresses of objects while the program runs: no chunk is given back.
    kept: Cell<bool>,
    /// Chunks became empty while none could be given back.
    overdue: Cell<bool>,
}

/// What a new object takes.
#[derive(Clone, Copy)]
pub(crate) struct Fit {
    /// The size class; beyond the last one for an object with an allocation of its own.
    class: usize,
    pub(crate) bytes: usize,
}

impl Fit {
    #[inline]
    pub(crate) fn is_large(self) -> bool {
        self.class == size::COUNT
    }
}

/// A slot for a new object: marked as used, and as young.
pub(crate) struct Slot {
    pub(crate) object: Obj,
    line: Option<NonNull<Line>>,
    number: usize,
}

impl Slot {
    /// The object is a leaf, which the collector passes by.
    #[inline]
    pub(crate) fn untrack(&self) {
        if let Some(line) = self.line {
            // SAFETY: [S2] the line of a cursor or of a large object, which is there.
            let young = &unsafe { line.as_ref() }.generations[0];
            young.set(young.get() & !(1 << self.number));
        }
    }
}

impl Store {
    pub(crate) fn new() -> Store {
        Store {
            cursors: std::array::from_fn(|_| BumpCursor {
                free: Cell::new(0),
                line: Cell::new(None),
                more: Cell::new(false),
                base: Cell::new(std::ptr::null_mut()),
                page: Cell::new(None),
                number: Cell::new(0),
                room: PageList::default(),
            }),
            chunks: RefCell::default(),
            unused: PageList::default(),
            unused_pages: Cell::new(0),
            large: RefCell::default(),
            enumerated: Cell::new(false),
            kept: Cell::new(false),
            overdue: Cell::new(false),
        }
    }

    /// What an object of `bytes` bytes takes.
    #[inline(always)]
    pub(crate) fn fit(bytes: usize) -> Fit {
        if bytes <= size::LARGEST {
            let class = size::class_of(bytes);
            Fit { class, bytes: size::bytes_of(class) }
        } else {
            Fit { class: size::COUNT, bytes: bytes.next_multiple_of(8) }
        }
    }

    /// Memory for an object; None if the system has none.
    #[inline(always)]
    pub(crate) fn take(&self, fit: Fit) -> Option<Slot> {
        let class = fit.class;
        let Some(cursor) = self.cursors.get(class) else { return self.take_large(fit.bytes) };
        if cursor.free.get() == 0 {
            self.refill(class)?;
        }
        let free = cursor.free.get();
        let number = free.trailing_zeros() as usize;
        cursor.free.set(free & free.wrapping_sub(1));
        let address = cursor.base.get().wrapping_add(number * fit.bytes);
        // SAFETY: [S2] a cursor with free slots has its base in a page of the store.
        let object = Obj::at(unsafe { NonNull::new_unchecked(address) });
        Some(Slot { object, line: cursor.line.get(), number })
    }

    #[cold]
    #[inline(never)]
    fn refill(&self, class: usize) -> Option<()> {
        let cursor = &self.cursors[class];
        loop {
            if let Some(page) = cursor.page.get() {
                // SAFETY: [S2] the page of a cursor stays with it.
                let page: &Page = unsafe { &*page.as_ptr() };
                while cursor.number.get() < page.line_count() {
                    let number = cursor.number.get();
                    let line = &page.lines[number];
                    let free = page.valid(number) & !line.used.get();
                    let recheck_after_finalizers =
                        cursor.line.get() == Some(NonNull::from(line)) && !cursor.more.get();
                    if free != 0 && !(recheck_after_finalizers && free.count_ones() < WORTHWHILE) {
                        let held = free & self.reach(class, free);
                        cursor.more.set(held != free);
                        page.used.set(page.used.get() + held.count_ones());
                        line.reserve(held);
                        page.ages.set(page.ages.get() | 1);
                        // SAFETY: [S2] pages lie in chunks that are there.
                        let chunk = unsafe { &*page.around_chunk() };
                        chunk.ages.set(chunk.ages.get() | 1);
                        cursor.free.set(held);
                        cursor.line.set(Some(NonNull::from(line)));
                        let skipped = number * 64 * page.slot_bytes.get() as usize;
                        cursor.base.set(page.data.get().wrapping_add(skipped));
                        return Some(());
                    }
                    cursor.number.set(number + 1);
                }
                cursor.number.set(0);
                cursor.line.set(None);
                if page.used.get() < page.crowded() {
                    continue;
                }
                page.threshold.set(page.crowded() - 1);
                cursor.page.set(None);
            }
            let page = match cursor.room.first() {
                Some(page) => {
                    cursor.room.remove(page);
                    page
                }
                None => self.take_page(class)?,
            };
            page.threshold.set(u32::MAX);
            cursor.page.set(Some(NonNull::from(page)));
            cursor.number.set(0);
        }
    }

    /// The slots from the first free one on that the allocator may hold at once.
    fn reach(&self, class: usize, free: u64) -> u64 {
        let most = if self.enumerated.get() { 1 } else { HELD_BYTES / size::bytes_of(class) };
        let window = if most < 64 { (1 << most.max(1)) - 1 } else { u64::MAX };
        window << free.trailing_zeros()
    }

    /// Takes back the slots that the allocator holds.
    fn return_reserved(&self) {
        for cursor in &self.cursors {
            let held = cursor.free.take();
            if held != 0
                && let (Some(line), Some(page)) = (cursor.line.get(), cursor.page.get())
            {
                // SAFETY: [S2] the line and the page of a cursor stay with it.
                let (line, page) = unsafe { (line.as_ref(), page.as_ref()) };
                line.used.set(line.used.get() & !held);
                page.used.set(page.used.get() - held.count_ones());
            }
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
    fn take_large(&self, bytes: usize) -> Option<Slot> {
        let layout = Layout::from_size_align(bytes.checked_add(PREFIX)?, 64).ok()?;
        // SAFETY: [S2] the layout is not empty.
        let start = NonNull::new(unsafe { std::alloc::alloc(layout) })?;
        let mut list = self.large.borrow_mut();
        let large = start.cast::<Large>();
        let prefix = Large { line: Line::default(), bytes, index: Cell::new(list.len()) };
        prefix.line.reserve(1);
        // SAFETY: [S2] the allocation starts with room for the prefix, aligned to 64.
        let (line, object) = unsafe {
            large.write(prefix);
            (NonNull::from(&large.as_ref().line), Obj::at(start.add(PREFIX)))
        };
        list.push(large);
        Some(Slot { object, line: Some(line), number: 0 })
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
        // SAFETY: [S2] the object is none with an allocation of its own.
        unsafe { self.free_small(object) };
    }

    /// Takes back the memory of an object in a page; its bits in the generations become void.
    ///
    /// # Safety
    /// As for `free`, for an object that is not a large one.
    #[inline]
    pub(crate) unsafe fn free_small(&self, object: Obj) {
        let page = Page::of(object);
        let slot = page.slot(object);
        let used = &page.lines[slot / 64 % LINES].used;
        used.set(used.get() & !(1 << (slot % 64)));
        let left = page.used.get() - 1;
        page.used.set(left);
        if left == page.threshold.get() {
            self.has_room(page);
        }
    }

    /// A page that the allocator does not take slots from has room, or nothing else.
    #[cold]
    #[inline(never)]
    fn has_room(&self, page: &Page) {
        let room = &self.cursors[page.class.get()].room;
        if page.used.get() > 0 {
            page.threshold.set(0);
            room.push(page);
            return;
        }
        room.remove(page);
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

    /// Gives chunks back that became empty during an enumeration, some now and others after the next one: the
    /// system takes its time.
    #[cold]
    fn release_chunks(&self) {
        let count = self.chunks.borrow().len();
        let mut released = 0;
        for number in (0..count).rev() {
            let Some(chunk) = self.chunks.borrow().get(number).copied() else { continue };
            // SAFETY: [S2] listed chunks are there.
            let chunk = unsafe { chunk.as_ref() };
            if chunk.unused_pages.get() == PAGES {
                if released == RELEASED {
                    self.overdue.set(true);
                    break;
                }
                released += usize::from(self.release_chunk(chunk));
            }
        }
    }

    /// Gives the chunks back that became empty meanwhile, if nobody needs them any more.
    fn release_overdue(&self) {
        if !self.enumerated.get() && !self.kept.get() && self.overdue.take() {
            self.release_chunks();
        }
    }

    /// Keeps all chunks, or no longer.
    pub(crate) fn keep_chunks(&self, keep: bool) {
        self.kept.set(keep);
        self.release_overdue();
    }

    /// Whether an object of the oldest generation is at the address of a small object that was there when
    /// somebody began to keep chunks. In an enumeration.
    pub(crate) fn is_old(&self, object: Obj) -> bool {
        let page = Page::of(object);
        if page.class.get() == UNUSED {
            return false;
        }
        let slot = page.slot(object);
        let start = page.data.get().wrapping_add(slot * page.slot_bytes.get() as usize);
        let Some(line) = page.lines.get(slot / 64).filter(|_| start == object.byte(0)) else {
            return false;
        };
        line.used.get() & line.generations[2].get() & page.valid(slot / 64) & (1 << (slot % 64))
            != 0
    }

    /// Shows `act` the objects that `select` picks from each line's bitmaps, from where the cursor stands,
    /// until it returns false: then the result is false, and the cursor stands behind that object. In an
    /// enumeration. Objects and lines may come and go between two calls, and `act` may free objects: what is
    /// there all the time is shown once.
    pub(crate) fn walk(
        &self,
        cursor: &mut Cursor,
        select: impl Fn(&Line) -> u64,
        mut act: impl FnMut(Obj) -> bool,
    ) -> bool {
        loop {
            let Some(chunk) = self.chunks.borrow().get(cursor.chunk).copied() else { break };
            // SAFETY: [S2] listed chunks are there, and stay during an enumeration.
            let pages = unsafe { &(*chunk.as_ptr()).pages };
            while let Some(page) = pages.get(cursor.page) {
                let count = if page.class.get() == UNUSED { 0 } else { page.line_count() };
                while cursor.line < count {
                    let (line, bytes) = (&page.lines[cursor.line], page.slot_bytes.get() as usize);
                    let start = page.data.get().wrapping_add(cursor.line * 64 * bytes);
                    loop {
                        let bits = select(line) & line.used.get() & !cursor.seen;
                        if bits == 0 {
                            break;
                        }
                        // This one and those before it.
                        cursor.seen = bits ^ (bits - 1);
                        if !act(Slots { start, bytes }.object(bits.trailing_zeros())) {
                            return false;
                        }
                    }
                    (cursor.line, cursor.seen) = (cursor.line + 1, 0);
                }
                (cursor.page, cursor.line, cursor.seen) = (cursor.page + 1, 0, 0);
            }
            (cursor.chunk, cursor.page) = (cursor.chunk + 1, 0);
        }
        self.walk_large(&mut cursor.large, select, act)
    }

    /// As `walk`, for objects that have an allocation of their own: those from `cursor` on are behind it.
    pub(crate) fn walk_large(
        &self,
        cursor: &mut Option<usize>,
        select: impl Fn(&Line) -> u64,
        mut act: impl FnMut(Obj) -> bool,
    ) -> bool {
        // Backwards: what is freed makes room for one that had its turn.
        let count = self.large.borrow().len();
        let next = cursor.get_or_insert(count);
        while *next > 0 {
            *next -= 1;
            let Some(large) = self.large.borrow().get(*next).copied() else { continue };
            let start = large.cast::<u8>().as_ptr().wrapping_add(PREFIX);
            // SAFETY: [S2] listed large objects are there, behind their prefix.
            let line = unsafe { &(*large.as_ptr()).line };
            if select(line) & 1 != 0 && !act(Slots { start, bytes: 0 }.object(0)) {
                return false;
            }
        }
        true
    }

    /// Gives an empty chunk back, unless few others are empty: an eighth of all pages stays. Says whether it did.
    fn release_chunk(&self, chunk: &Chunk) -> bool {
        if self.enumerated.get() || self.kept.get() {
            self.overdue.set(true);
            return false;
        }
        let mut chunks = self.chunks.borrow_mut();
        if self.unused_pages.get() < PAGES * 2 + chunks.len() * PAGES / 8 {
            return false;
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
        true
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

    /// Calls `act` for every line of bitmaps that has used slots, and with where these are. Among
    /// them are those of objects that are dying or dead: these have a count of zero. `act` may free
    /// objects.
    pub(crate) fn lines(&self, mut act: impl FnMut(&Line, Slots)) {
        let _enumeration = self.enumerate();
        self.lines_in_pages(|_| true, &mut act);
        self.large_lines(act);
    }

    /// Lets the allocator hold no slots, and no chunk be given back, until the result is dropped.
    pub(crate) fn enumerate(&self) -> Enumeration<'_> {
        self.return_reserved();
        Enumeration { store: self, outer: self.enumerated.replace(true) }
    }

    /// As `lines`, for the pages that `aged` picks by their ages, after those of their chunks; in an
    /// enumeration.
    pub(crate) fn lines_in_pages(
        &self,
        aged: impl Fn(&Cell<u8>) -> bool,
        mut act: impl FnMut(&Line, Slots),
    ) {
        // By index: nothing is added meanwhile, but no borrow is held either.
        for number in 0.. {
            let Some(chunk) = self.chunks.borrow().get(number).copied() else { break };
            // SAFETY: [S2] listed chunks are there, and stay during an enumeration.
            let chunk = unsafe { &*chunk.as_ptr() };
            if !aged(&chunk.ages) {
                continue;
            }
            for page in &chunk.pages {
                if page.class.get() == UNUSED || !aged(&page.ages) {
                    continue;
                }
                let (start, bytes) = (page.data.get(), page.slot_bytes.get() as usize);
                for (number, line) in page.lines[..page.line_count()].iter().enumerate() {
                    if line.used.get() != 0 {
                        act(line, Slots { start: start.wrapping_add(number * 64 * bytes), bytes });
                    }
                }
            }
        }
    }

    /// As `lines`, for objects that have an allocation of their own.
    pub(crate) fn large_lines(&self, mut act: impl FnMut(&Line, Slots)) {
        // Backwards: what is freed makes room for one that had its turn.
        let count = self.large.borrow().len();
        for number in (0..count).rev() {
            let Some(large) = self.large.borrow().get(number).copied() else { continue };
            let start = large.cast::<u8>().as_ptr().wrapping_add(PREFIX);
            // SAFETY: [S2] listed large objects are there, behind their prefix.
            act(unsafe { &(*large.as_ptr()).line }, Slots { start, bytes: 0 });
        }
    }

    /// The number of objects.
    pub(crate) fn count(&self) -> usize {
        let mut count = 0;
        self.lines(|line, _| count += line.used.get().count_ones() as usize);
        count
    }

    /// Calls `act` for the objects that `select` picks from each line's bitmaps. `act` may free
    /// the object that it is called for, and others that had their turn or are not picked.
    #[inline]
    pub(crate) fn each(&self, select: impl Fn(&Line) -> u64, mut act: impl FnMut(Obj)) {
        self.lines(|line, slots| {
            let mut bits = select(line) & line.used.get();
            while bits != 0 {
                act(slots.object(bits.trailing_zeros()));
                bits &= bits - 1;
            }
        });
    }
}

/// Where the slots of a line are.
#[derive(Clone, Copy)]
pub(crate) struct Slots {
    start: *mut u8,
    bytes: usize,
}

impl Slots {
    /// The object of a bit.
    #[inline]
    pub(crate) fn object(self, bit: u32) -> Obj {
        let address = self.start.wrapping_add(bit as usize * self.bytes);
        // SAFETY: [S2] slots lie in chunks or behind prefixes, whose addresses are not null.
        Obj::at(unsafe { NonNull::new_unchecked(address) })
    }
}

/// A place in an enumeration with breaks.
#[derive(Default)]
pub(crate) struct Cursor {
    chunk: usize,
    page: usize,
    line: usize,
    /// The bits of the line that had their turn.
    seen: u64,
    /// Large objects from here on had their turn; None before the first.
    large: Option<usize>,
}

impl Cursor {
    /// Lets all large objects have a turn again.
    pub(crate) fn search_large_again(&mut self) {
        self.large = None;
    }
}

/// While objects are enumerated, the allocator holds no slots, and no chunk is given back.
pub(crate) struct Enumeration<'a> {
    store: &'a Store,
    /// What was set before.
    outer: bool,
}

impl Drop for Enumeration<'_> {
    fn drop(&mut self) {
        self.store.enumerated.set(self.outer);
        self.store.release_overdue();
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
