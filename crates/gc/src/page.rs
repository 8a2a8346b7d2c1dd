//! Chunks of 1 MiB and their pages: the slots of one page have one size.
//!
//! The first 64 KiB of a chunk hold what is known of its fifteen pages, so that page bookkeeping
//! does not share cache sets with the objects.

use std::alloc::Layout;
use std::cell::Cell;
use std::ptr::{self, NonNull};

use crate::header::Obj;
use crate::line::Line;

pub(crate) const CHUNK: usize = 1 << 20;
const PAGE: usize = 1 << 16;
/// Pages with slots in one chunk.
pub(crate) const PAGES: usize = CHUNK / PAGE - 1;
pub(crate) const LINES: usize = PAGE / 16 / 64;

/// The size class of a page that has none.
pub(crate) const UNUSED: usize = usize::MAX;

/// What is known of one page.
#[repr(C, align(64))]
pub(crate) struct Page {
    pub(crate) data: Cell<*mut u8>,
    pub(crate) next: Cell<Option<NonNull<Page>>>,
    pub(crate) previous: Cell<Option<NonNull<Page>>>,
    /// The size class, or [`UNUSED`].
    pub(crate) class: Cell<usize>,
    pub(crate) slot_bytes: Cell<u32>,
    reciprocal: Cell<u32>,
    pub(crate) slots: Cell<u32>,
    /// Slots that are used, or handed to the allocator.
    pub(crate) used: Cell<u32>,
    /// The number of used slots at which something is to be done with the page.
    pub(crate) threshold: Cell<u32>,
    /// In which of the younger generations objects of the page can be, a bit for each.
    pub(crate) ages: Cell<u8>,
    pub(crate) lines: [Line; LINES],
}

/// The metadata of a chunk, at its start.
#[repr(C, align(64))]
pub(crate) struct Chunk {
    /// Where the store lists this chunk.
    pub(crate) index: Cell<usize>,
    pub(crate) unused_pages: Cell<usize>,
    /// What the pages have in their `ages`, together.
    pub(crate) ages: Cell<u8>,
    pub(crate) pages: [Page; PAGES],
}

const _: () = assert!(size_of::<Chunk>() <= PAGE);

const fn layout() -> Layout {
    match Layout::from_size_align(CHUNK, CHUNK) {
        Ok(layout) => layout,
        Err(_) => Layout::new::<()>(),
    }
}

impl Chunk {
    /// A new chunk of unused pages; None if the system has no memory.
    pub(crate) fn new(index: usize) -> Option<NonNull<Chunk>> {
        // SAFETY: [S2] the layout is not empty.
        let start = NonNull::new(unsafe { std::alloc::alloc(layout()) })?;
        let chunk = start.cast::<Chunk>();
        // SAFETY: [S2] the metadata fits the first page, and zeros are a valid `Chunk`: integers,
        // null pointers, None and false.
        let meta = unsafe {
            ptr::write_bytes(start.as_ptr(), 0, size_of::<Chunk>());
            chunk.as_ref()
        };
        meta.index.set(index);
        meta.unused_pages.set(PAGES);
        for (number, page) in meta.pages.iter().enumerate() {
            page.class.set(UNUSED);
            page.data.set(start.as_ptr().wrapping_add((number + 1) * PAGE));
        }
        Some(chunk)
    }

    /// Gives the memory back.
    ///
    /// # Safety
    /// No slot of the chunk is used, and nobody keeps a pointer into it.
    pub(crate) unsafe fn release(chunk: NonNull<Chunk>) {
        // SAFETY: [S2] it was allocated with this layout; the rest is the caller's promise.
        unsafe { std::alloc::dealloc(chunk.as_ptr().cast(), layout()) }
    }

    /// The chunk that `address` lies in.
    #[inline]
    pub(crate) fn around(address: *mut u8) -> *mut Chunk {
        address.map_addr(|address| address & !(CHUNK - 1)).cast()
    }
}

/// Takes what is known of the younger generations in a page, or a chunk, to what it is after a collection of
/// `generation`, whose survivors get into the generation `target`, and says whether something was to be collected.
pub(crate) fn grow_older(ages: &Cell<u8>, generation: usize, target: usize) -> bool {
    let (before, collected) = (ages.get(), (2 << generation) - 1);
    let moved = if before & collected != 0 && target < 2 { 1 << target } else { 0 };
    ages.set(before & !collected | moved);
    before & collected != 0
}

impl Page {
    /// The page that the slot of `object` lies in. The object must not be a large one.
    #[inline]
    pub(crate) fn of<'a>(object: Obj) -> &'a Page {
        let address = object.byte(0);
        let chunk = Chunk::around(address);
        let number = (address.addr() >> 16) & (CHUNK / PAGE - 1);
        debug_assert!(number > 0);
        // SAFETY: [S2] objects in pages lie in chunks, behind the metadata; the metadata stays as
        // long as there are used slots, and only its cells change.
        unsafe { &*(&raw const (*chunk).pages).cast::<Page>().add(number - 1) }
    }

    pub(crate) fn around_chunk(&self) -> *mut Chunk {
        Chunk::around(self.data.get())
    }

    /// Cuts an unused page into slots.
    pub(crate) fn assign(&self, class: usize, slot_bytes: usize) {
        self.class.set(class);
        self.slot_bytes.set(slot_bytes as u32);
        self.reciprocal.set((1u64 << 32).div_ceil(slot_bytes as u64) as u32);
        self.slots.set((PAGE / slot_bytes) as u32);
        self.ages.set(0);
    }

    /// A page with fewer used slots than this has room.
    pub(crate) fn crowded(&self) -> u32 {
        self.slots.get() / 4 * 3
    }

    /// The number of the slot at `address`, which must be the start of one.
    #[inline]
    pub(crate) fn slot(&self, object: Obj) -> usize {
        let offset = object.address() & (PAGE - 1);
        ((offset as u64 * u64::from(self.reciprocal.get())) >> 32) as usize
    }

    /// The slots of a line that exist: the last line may be shorter.
    pub(crate) fn valid(&self, line: usize) -> u64 {
        let slots = self.slots.get() as usize;
        match slots.saturating_sub(line * 64) {
            64.. => u64::MAX,
            rest => (1 << rest) - 1,
        }
    }

    pub(crate) fn line_count(&self) -> usize {
        (self.slots.get() as usize).div_ceil(64)
    }
}

/// A list of pages, linked through them.
#[derive(Default)]
pub(crate) struct PageList {
    head: Cell<Option<NonNull<Page>>>,
}

impl PageList {
    pub(crate) fn first<'a>(&self) -> Option<&'a Page> {
        // SAFETY: [S2] listed pages belong to chunks that are there.
        self.head.get().map(|page| unsafe { &*page.as_ptr() })
    }

    pub(crate) fn push(&self, page: &Page) {
        page.previous.set(None);
        page.next.set(self.head.get());
        if let Some(next) = self.first() {
            next.previous.set(Some(NonNull::from(page)));
        }
        self.head.set(Some(NonNull::from(page)));
    }

    pub(crate) fn remove(&self, page: &Page) {
        match page.previous.get() {
            // SAFETY: [S2] as in `first`.
            Some(previous) => unsafe { previous.as_ref() }.next.set(page.next.get()),
            None => self.head.set(page.next.get()),
        }
        if let Some(next) = page.next.get() {
            // SAFETY: [S2] as in `first`.
            unsafe { next.as_ref() }.previous.set(page.previous.get());
        }
    }
}
