//! An owned reference to a Python object.

use pyo3_ffi::{Py_DECREF, Py_INCREF, PyErr_Print, PyObject};

/// Owns one reference. The interpreter lock is held for the whole life of the process, which has
/// one thread: that is what every call of the C API in this program rests on.
pub(crate) struct Handle(*mut PyObject);

impl Handle {
    /// Takes over a new reference; null is an exception that nobody expects.
    ///
    /// # Safety
    /// The pointer is null, or a reference that the caller owns.
    #[inline(always)]
    pub(crate) unsafe fn new(object: *mut PyObject) -> Handle {
        if object.is_null() {
            fail();
        }
        Handle(object)
    }

    /// Makes a reference of a borrowed one.
    ///
    /// # Safety
    /// The pointer is null, or refers to a living object.
    #[inline(always)]
    pub(crate) unsafe fn borrowed(object: *mut PyObject) -> Handle {
        if object.is_null() {
            fail();
        }
        // SAFETY: it refers to a living object.
        unsafe { Py_INCREF(object) };
        Handle(object)
    }

    /// The pointer, valid as long as the handle.
    #[inline(always)]
    pub(crate) fn ptr(&self) -> *mut PyObject {
        self.0
    }

    /// The pointer together with the reference.
    #[inline(always)]
    pub(crate) fn into_ptr(self) -> *mut PyObject {
        std::mem::ManuallyDrop::new(self).0
    }
}

impl Clone for Handle {
    #[inline(always)]
    fn clone(&self) -> Handle {
        // SAFETY: the handle keeps the object alive.
        unsafe { Py_INCREF(self.0) };
        Handle(self.0)
    }
}

impl Drop for Handle {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: the handle owns the reference.
        unsafe { Py_DECREF(self.0) };
    }
}

/// Checks an answer that is negative when an exception was raised.
#[inline(always)]
pub(crate) fn must(answer: i32) -> i32 {
    if answer < 0 {
        fail();
    }
    answer
}

/// Ends the process with the exception that was raised.
#[cold]
pub(crate) fn fail() -> ! {
    // SAFETY: the interpreter runs.
    unsafe { PyErr_Print() };
    panic!("an operation failed")
}
