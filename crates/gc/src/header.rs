//! The header of an object, and the pointer to one.

use std::cell::Cell;
use std::fmt;
use std::ptr::NonNull;

use crate::class::TypeInfo;
use crate::core::Core;
use crate::payload::Role;
use crate::word::{self, Word};

/// What every object starts with: 16 bytes.
#[repr(C)]
pub(crate) struct Header {
    /// The number of references; at least [`IMMORTAL`] for immortal objects, negative once it
    /// overflowed, after which the object is never freed.
    count: Cell<i32>,
    /// Flags above, the trial count of a collection below.
    state: Cell<u32>,
    class: Cell<Obj>,
}

/// Added to the count of an immortal object: true counts do not get there.
pub(crate) const IMMORTAL: i32 = 1 << 30;

const TRIAL: u32 = (1 << 21) - 1;
/// A trial count that stands for "referenced from outside, whatever else".
pub(crate) const ROOT: u32 = TRIAL;

/// `__del__` was called or is about to be.
pub(crate) const FINALIZED: u32 = 1 << 31;
/// There are weak references to the object.
pub(crate) const WEAK: u32 = 1 << 30;
/// The object has an allocation of its own, not a slot in a page.
pub(crate) const LARGE: u32 = 1 << 29;
/// References to the object carry the leaf tag.
pub(crate) const LEAF: u32 = 1 << 28;
/// The last word of the slot tells when the object was made.
pub(crate) const ALLOCATION_NUMBER: u32 = 1 << 27;
/// The object is a candidate of the running collection.
pub(crate) const CANDIDATE: u32 = 1 << 26;
/// The object keeps classes alive that it had before.
pub(crate) const HAS_OLD_CLASSES: u32 = 1 << 25;
/// The object was made without fields: what rounding left over behind its payload is none.
pub(crate) const NO_FIELDS: u32 = 1 << 24;
/// The object is an inline array with fields.
pub(crate) const INLINE_ARRAY: u32 = 1 << 23;
/// The object is a part of the one that refers to it: no script has seen it, and it is not counted.
pub(crate) const PART: u32 = 1 << 22;
/// A collection in slices counted the object and did not reach it so far.
pub(crate) const SUSPECT: u32 = 1 << 21;
const _: () = assert!(TRIAL < SUSPECT);

/// The address of an object. By [S1], whoever holds one knows that the header is still there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(transparent)]
pub(crate) struct Obj(NonNull<Header>);

impl Obj {
    /// The object whose memory starts at `address`.
    pub(crate) fn at(address: NonNull<u8>) -> Obj {
        Obj(address.cast())
    }

    /// The object of a word. The word must be that of an object.
    #[inline]
    pub(crate) fn of_word(word: Word) -> Obj {
        debug_assert!(word::is_object(word));
        let address = (word.get() & !word::LEAF) as usize;
        // SAFETY: [S1] words of objects are made from addresses of objects, which are not null.
        unsafe {
            std::hint::assert_unchecked(address != 0);
            Obj(NonNull::new_unchecked(std::ptr::with_exposed_provenance_mut(address)))
        }
    }

    /// Has the header fetched into the cache, where that can be asked for.
    #[inline(always)]
    pub(crate) fn prefetch(self) {
        #[cfg(target_arch = "x86_64")]
        // SAFETY: [S1] a hint that reads nothing; each such processor knows it.
        unsafe {
            use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
            _mm_prefetch::<_MM_HINT_T0>(self.byte(0).cast());
        }
    }

    /// The word of references to this object.
    #[inline]
    pub(crate) fn word(self) -> Word {
        self.word_of(self.has(LEAF))
    }

    /// The word of references to this object, which is known to be a leaf or none.
    #[inline]
    pub(crate) fn word_of(self, leaf: bool) -> Word {
        let tag = if leaf { word::LEAF } else { 0 };
        let address = self.0.as_ptr().expose_provenance() as u64;
        // SAFETY: [S1] addresses of objects are not null.
        unsafe { Word::new_unchecked(address | tag) }
    }

    pub(crate) fn address(self) -> usize {
        self.0.as_ptr().addr()
    }

    #[inline]
    fn header(&self) -> &Header {
        // SAFETY: [S1] the header of an object that somebody holds is there; only cells change.
        unsafe { self.0.as_ref() }
    }

    /// A pointer to the byte at `offset` in the object.
    #[inline]
    pub(crate) fn byte(self, offset: usize) -> *mut u8 {
        self.0.as_ptr().cast::<u8>().wrapping_add(offset)
    }

    /// Writes the header of a new object with one reference to it.
    ///
    /// # Safety
    /// The 16 bytes at the address are a slot that nobody else uses.
    #[inline]
    pub(crate) unsafe fn init(self, flags: u32, class: Obj) {
        let header =
            Header { count: Cell::new(1), state: Cell::new(flags), class: Cell::new(class) };
        // SAFETY: [S1] promised by the caller.
        unsafe { self.0.write(header) }
    }

    #[inline]
    pub(crate) fn class(self) -> Obj {
        self.header().class.get()
    }

    #[inline]
    pub(crate) fn set_class(self, class: Obj) {
        self.header().class.set(class);
    }

    /// What the object's class says about its layout.
    #[inline]
    pub(crate) fn type_info(&self) -> &TypeInfo {
        // SAFETY: [S3] the class pointer of an object leads to a class object, which has its kind
        // right behind the header and lives as long as the object holds its count.
        unsafe { &*self.class().byte(size_of::<Header>()).cast::<TypeInfo>() }
    }

    /// For `Debug`: without a token only what nobody can be changing is read.
    pub(crate) fn describe(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let info = self.type_info();
        let vtable = info.vtable;
        // SAFETY: [S4][S11] the class names the payload's type and place, and it is frozen.
        let content =
            vtable.describe.and_then(|describe| unsafe { describe(self.byte(vtable.payload)) });
        if let Some(content) = content {
            return f.write_str(&content);
        }
        if vtable.role == Role::Class {
            // SAFETY: [S3] a class has its own kind behind the header.
            let own = unsafe { &*self.byte(size_of::<Header>()).cast::<TypeInfo>() };
            return write!(f, "<class {}>", own.label.get().text());
        }
        let label = info.label.get();
        let name = if label.text().is_empty() { "object of a class" } else { label.text() };
        write!(f, "<{name} object at {:#x}>", self.address())
    }

    #[inline]
    pub(crate) fn core(self) -> NonNull<Core> {
        self.type_info().core
    }

    #[inline]
    pub(crate) fn count(self) -> i32 {
        self.header().count.get()
    }

    pub(crate) fn set_count(self, count: i32) {
        self.header().count.set(count);
    }

    #[inline]
    pub(crate) fn is_immortal(self) -> bool {
        self.count() >= IMMORTAL || self.count() < 0
    }

    /// Counts one more reference.
    #[inline]
    pub(crate) fn increment(self) {
        let count = self.count().wrapping_add(1);
        // A count that overflowed stays where it is: the object lives for ever.
        if self.count() >= 0 {
            self.set_count(count);
        }
    }

    /// Counts one reference less, but the last; true if it is that, which
    /// [`count_is_zero`](crate::dealloc::count_is_zero) takes.
    #[inline]
    pub(crate) fn decrement(self) -> bool {
        let count = self.count();
        if count > 1 {
            self.set_count(count - 1);
        }
        count == 1
    }

    #[inline]
    pub(crate) fn has(self, flag: u32) -> bool {
        self.header().state.get() & flag != 0
    }

    /// The bytes of the allocation number at the end of the slot: 8 with the flag `ALLOCATION_NUMBER`, else none.
    #[inline]
    pub(crate) fn serial_bytes(self) -> usize {
        ((self.header().state.get() / (ALLOCATION_NUMBER / 8)) & 8) as usize
    }

    #[inline]
    pub(crate) fn set(self, flag: u32) {
        self.header().state.set(self.header().state.get() | flag);
    }

    #[inline]
    pub(crate) fn unset(self, flag: u32) {
        self.header().state.set(self.header().state.get() & !flag);
    }

    #[inline]
    pub(crate) fn trial(self) -> u32 {
        self.header().state.get() & TRIAL
    }

    #[inline]
    pub(crate) fn set_trial(self, trial: u32) {
        self.header().state.set(self.header().state.get() & !TRIAL | trial.min(ROOT));
    }

    /// Takes the count as trial count, and sets `flag` in place of the other one that says what collects the
    /// object.
    #[inline]
    pub(crate) fn begin_trial(self, flag: u32) {
        let trial = if self.is_immortal() { ROOT } else { self.count().unsigned_abs().min(ROOT) };
        let state = self.header().state.get() & !(TRIAL | CANDIDATE | SUSPECT);
        self.header().state.set(state | trial | flag);
    }
}

pub(crate) const HEADER: usize = size_of::<Header>();
const _: () = assert!(HEADER == 16);
