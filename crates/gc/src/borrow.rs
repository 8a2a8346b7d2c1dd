//! Borrows that are checked at run time: `PyRef` and `PyRefMut`, for payloads with a flag.
//!
//! A guard holds a counted handle and may be kept while the heap is used, also while Python code
//! runs. While a payload is borrowed uniquely, the collector does not look into it, so what it
//! refers to counts as referenced from outside; while it is borrowed at all, it is not cleared.

use std::cell::Cell;
use std::fmt;
use std::ops::{Deref, DerefMut};

use crate::handle::Gc;
use crate::payload::Payload;

/// How a payload is borrowed: so many times shared, or once uniquely.
#[derive(Default)]
#[repr(transparent)]
pub(crate) struct Flag(Cell<isize>);

const UNIQUE: isize = -1;

impl Flag {
    /// Whether nobody borrows the payload uniquely.
    pub(crate) fn is_readable(&self) -> bool {
        self.0.get() != UNIQUE
    }

    /// Whether nobody borrows the payload.
    pub(crate) fn is_free(&self) -> bool {
        self.0.get() == 0
    }
}

const _: () = assert!(size_of::<Flag>() == 8);

/// The flag of a payload that has one.
///
/// # Safety
/// The payload is that of an object, and its type has a flag.
pub(crate) unsafe fn flag_before<'a>(payload: *const u8) -> &'a Flag {
    // SAFETY: [S13] the flag is the word before the payload.
    unsafe { &*payload.sub(8).cast::<Flag>() }
}

/// The payload is borrowed in a way that excludes this borrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BorrowError {
    /// It is to be read while somebody may write to it.
    MutablyBorrowed,
    /// It is to be written while somebody reads it, or writes to it.
    Borrowed,
}

impl fmt::Display for BorrowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BorrowError::MutablyBorrowed => "Already mutably borrowed",
            BorrowError::Borrowed => "Already borrowed",
        })
    }
}

impl std::error::Error for BorrowError {}

impl<T: Payload> Gc<T> {
    #[inline]
    fn flag(&self) -> &Flag {
        const { assert!(T::PREFIX.is_flagged(), "only a payload with a flag is borrowed by `borrow`") };
        // SAFETY: [S13] the type has a flag, and the handle keeps the object.
        unsafe { flag_before(self.payload().cast()) }
    }

    /// Borrows the payload, also while Python code runs.
    ///
    /// # Panics
    /// If it is mutably borrowed.
    #[track_caller]
    pub fn borrow(&self) -> PyRef<T> {
        self.try_borrow().expect("a payload is borrowed while nobody writes to it")
    }

    /// Borrows the payload, also while Python code runs.
    ///
    /// # Errors
    /// It is mutably borrowed.
    pub fn try_borrow(&self) -> Result<PyRef<T>, BorrowError> {
        let count = &self.flag().0;
        match count.get() {
            UNIQUE => Err(BorrowError::MutablyBorrowed),
            isize::MAX => Err(BorrowError::Borrowed),
            borrows => {
                count.set(borrows + 1);
                Ok(PyRef(self.clone()))
            }
        }
    }

    /// Borrows the payload to change it, also while Python code runs.
    ///
    /// # Panics
    /// If it is borrowed.
    #[track_caller]
    pub fn borrow_mut(&self) -> PyRefMut<T> {
        self.try_borrow_mut().expect("a payload is changed while nobody else looks")
    }

    /// Borrows the payload to change it, also while Python code runs.
    ///
    /// # Errors
    /// It is borrowed.
    pub fn try_borrow_mut(&self) -> Result<PyRefMut<T>, BorrowError> {
        const { assert!(!T::FROZEN, "a frozen payload cannot be written") };
        let count = &self.flag().0;
        match count.get() {
            0 => {
                count.set(UNIQUE);
                Ok(PyRefMut(self.clone()))
            }
            UNIQUE => Err(BorrowError::MutablyBorrowed),
            _ => Err(BorrowError::Borrowed),
        }
    }
}

/// A payload that is borrowed until this is dropped. It holds the object.
pub struct PyRef<T: Payload>(Gc<T>);

impl<T: Payload> PyRef<T> {
    /// The object.
    pub fn handle(&self) -> &Gc<T> {
        &self.0
    }
}

impl<T: Payload> Deref for PyRef<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: [S4][S13] the flag says that nobody writes while this lives.
        unsafe { &*self.0.payload() }
    }
}

impl<T: Payload> Drop for PyRef<T> {
    fn drop(&mut self) {
        let count = &self.0.flag().0;
        count.set(count.get() - 1);
    }
}

/// A payload that is borrowed uniquely until this is dropped. It holds the object.
pub struct PyRefMut<T: Payload>(Gc<T>);

impl<T: Payload> PyRefMut<T> {
    /// The object.
    pub fn handle(&self) -> &Gc<T> {
        &self.0
    }
}

impl<T: Payload> Deref for PyRefMut<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: [S4][S13] the flag says that nobody else reads or writes while this lives.
        unsafe { &*self.0.payload() }
    }
}

impl<T: Payload> DerefMut for PyRefMut<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: [S4][S13] the flag says that nobody else reads or writes while this lives.
        unsafe { &mut *self.0.payload() }
    }
}

impl<T: Payload> Drop for PyRefMut<T> {
    fn drop(&mut self) {
        self.0.flag().0.set(0);
    }
}

impl<T: Payload + fmt::Debug> fmt::Debug for PyRef<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Payload + fmt::Debug> fmt::Debug for PyRefMut<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
