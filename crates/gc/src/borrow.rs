//! Borrows that are checked at run time: `PyRef` and `PyRefMut`, for payloads with a flag.
//!
//! A guard holds a counted handle and may be kept while the heap is used, also while Python code
//! runs. While a payload is borrowed uniquely, the collector does not look into it, so what it
//! refers to counts as referenced from outside; while it is borrowed at all, it is not cleared.

use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use crate::handle::Gc;
use crate::heap::Heap;
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
    /// The flag, of a type that has one.
    #[inline]
    fn flag(&self) -> &Flag {
        assert!(T::PREFIX.is_flagged());
        // SAFETY: [S13] the type has a flag, and the handle keeps the object.
        unsafe { flag_before(self.payload().cast()) }
    }

    fn try_borrow_flagged(&self) -> Result<PyRef<'static, T>, BorrowError> {
        let count = &self.flag().0;
        match count.get() {
            UNIQUE => Err(BorrowError::MutablyBorrowed),
            isize::MAX => Err(BorrowError::Borrowed),
            borrows => {
                count.set(borrows + 1);
                Ok(PyRef(self.clone(), PhantomData))
            }
        }
    }

    fn try_borrow_mut_flagged(&self) -> Result<PyRefMut<'static, T>, BorrowError> {
        let count = &self.flag().0;
        match count.get() {
            0 => {
                count.set(UNIQUE);
                Ok(PyRefMut(self.clone(), PhantomData))
            }
            _ => Err(BorrowError::Borrowed),
        }
    }

    /// Borrows the payload, also while Python code runs.
    ///
    /// # Panics
    /// If it is mutably borrowed.
    #[track_caller]
    pub fn borrow(&self) -> PyRef<'static, T> {
        self.try_borrow().expect("a payload is borrowed while nobody writes to it")
    }

    /// Borrows the payload, also while Python code runs.
    ///
    /// # Errors
    /// It is mutably borrowed.
    pub fn try_borrow(&self) -> Result<PyRef<'static, T>, BorrowError> {
        const { assert!(T::PREFIX.is_flagged(), "only a payload with a flag is lent by `borrow`") };
        self.try_borrow_flagged()
    }

    /// Borrows the payload to change it, also while Python code runs.
    ///
    /// # Panics
    /// If it is borrowed.
    #[track_caller]
    pub fn borrow_mut(&self) -> PyRefMut<'static, T> {
        self.try_borrow_mut().expect("a payload is changed while nobody else looks")
    }

    /// Borrows the payload to change it, also while Python code runs.
    ///
    /// # Errors
    /// It is borrowed.
    pub fn try_borrow_mut(&self) -> Result<PyRefMut<'static, T>, BorrowError> {
        const { assert!(!T::FROZEN, "a frozen payload cannot be written") };
        const { assert!(T::PREFIX.is_flagged(), "only a payload with a flag is lent by `borrow`") };
        self.try_borrow_mut_flagged()
    }
}

/// A payload that is borrowed by whichever way its type has: with a token, or by its flag.
pub enum Access<'a, T: Payload> {
    /// As long as the token is borrowed.
    Token(&'a T),
    /// Until the guard is dropped.
    Flag(PyRef<'a, T>),
}

/// A payload that is borrowed to be changed, by whichever way its type has.
pub enum AccessMut<'a, T: Payload> {
    /// As long as the token is borrowed uniquely.
    Token(&'a mut T),
    /// Until the guard is dropped.
    Flag(PyRefMut<'a, T>),
}

impl<T: Payload> Gc<T> {
    /// Borrows the payload with a token, or by its flag if it has one.
    ///
    /// # Errors
    /// It has a flag, and is mutably borrowed.
    ///
    /// # Panics
    /// If the token is another heap's.
    #[inline]
    pub fn access<'a>(&'a self, token: &'a impl AsRef<Heap>) -> Result<Access<'a, T>, BorrowError> {
        if T::PREFIX.is_flagged() {
            return Ok(Access::Flag(self.try_borrow_flagged()?));
        }
        self.assert_owner(token.as_ref());
        // SAFETY: [S4][S6] the payload is a `T`; nobody writes while the heap is borrowed.
        Ok(Access::Token(unsafe { &*self.payload() }))
    }

    /// Whether the payload may be borrowed to be changed.
    ///
    /// # Errors
    /// It has a flag, and is borrowed.
    #[inline]
    pub fn may_access_mut(&self, token: &impl AsRef<Heap>) -> Result<(), BorrowError> {
        let _ = token;
        if !T::PREFIX.is_flagged() {
            return Ok(());
        }
        // SAFETY: [S13] the type has a flag, and the handle keeps the object.
        match unsafe { flag_before(self.payload().cast()) }.0.get() {
            0 => Ok(()),
            _ => Err(BorrowError::Borrowed),
        }
    }

    /// Borrows the payload to change it, with a token, or by its flag if it has one.
    ///
    /// # Errors
    /// It has a flag, and is borrowed.
    ///
    /// # Panics
    /// If the token is another heap's.
    #[inline]
    pub fn access_mut<'a>(
        &'a self,
        token: &'a mut impl AsMut<Heap>,
    ) -> Result<AccessMut<'a, T>, BorrowError> {
        const { assert!(!T::FROZEN, "a frozen payload cannot be written") };
        if T::PREFIX.is_flagged() {
            return Ok(AccessMut::Flag(self.try_borrow_mut_flagged()?));
        }
        self.assert_owner(token.as_mut());
        // SAFETY: [S4][S6] the payload is a `T`; the heap is borrowed uniquely for `'a`.
        Ok(AccessMut::Token(unsafe { &mut *self.payload() }))
    }
}

impl<T: Payload> Deref for Access<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        match self {
            Access::Token(payload) => payload,
            Access::Flag(guard) => guard,
        }
    }
}

impl<T: Payload> Deref for AccessMut<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        match self {
            AccessMut::Token(payload) => payload,
            AccessMut::Flag(guard) => guard,
        }
    }
}

impl<T: Payload> DerefMut for AccessMut<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        match self {
            AccessMut::Token(payload) => payload,
            AccessMut::Flag(guard) => guard,
        }
    }
}

/// A payload that is borrowed until this is dropped. It holds the object, so it may be kept as long as
/// one likes; the lifetime is there because it is in PyO3.
pub struct PyRef<'a, T: Payload>(Gc<T>, PhantomData<&'a ()>);

impl<T: Payload> PyRef<'_, T> {
    /// The object.
    pub fn handle(&self) -> &Gc<T> {
        &self.0
    }
}

impl<T: Payload> Deref for PyRef<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: [S4][S13] the flag says that nobody writes while this lives.
        unsafe { &*self.0.payload() }
    }
}

impl<T: Payload> Drop for PyRef<'_, T> {
    fn drop(&mut self) {
        let count = &self.0.flag().0;
        count.set(count.get() - 1);
    }
}

/// A payload that is borrowed uniquely until this is dropped. It holds the object.
pub struct PyRefMut<'a, T: Payload>(Gc<T>, PhantomData<&'a ()>);

impl<T: Payload> PyRefMut<'_, T> {
    /// The object.
    pub fn handle(&self) -> &Gc<T> {
        &self.0
    }
}

impl<T: Payload> Deref for PyRefMut<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: [S4][S13] the flag says that nobody else reads or writes while this lives.
        unsafe { &*self.0.payload() }
    }
}

impl<T: Payload> DerefMut for PyRefMut<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: [S4][S13] the flag says that nobody else reads or writes while this lives.
        unsafe { &mut *self.0.payload() }
    }
}

impl<T: Payload> Drop for PyRefMut<'_, T> {
    fn drop(&mut self) {
        self.0.flag().0.set(0);
    }
}

impl<T: Payload + fmt::Debug> fmt::Debug for PyRef<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Payload + fmt::Debug> fmt::Debug for PyRefMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
