//! Typed handles: values whose payload type is known.

use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::NonNull;

use crate::class::TypeInfo;
use crate::core::Core;
use crate::dealloc;
use crate::header::{HEADER, Obj};
use crate::heap::Heap;
use crate::meter::ByteMeter;
use crate::payload::{Payload, Role};
use crate::value::Value;

/// An owned reference to an object whose payload is a `T`.
#[repr(transparent)]
pub struct Gc<T: Payload>(ManuallyDrop<Value>, PhantomData<*const T>);

impl<T: Payload> Gc<T> {
    /// The payload of `value` must be a `T`.
    #[inline]
    pub(crate) fn from_checked(value: Value) -> Gc<T> {
        Gc(ManuallyDrop::new(value), PhantomData)
    }

    #[inline]
    pub(crate) fn object(&self) -> Obj {
        self.0.object_unchecked()
    }

    #[inline]
    pub(crate) fn payload(&self) -> *mut T {
        const { assert!(align_of::<T>() <= 8, "payloads are aligned to 8 bytes at most") };
        self.object().byte(HEADER + T::PREFIX.bytes()).cast()
    }

    /// The core that the object belongs to.
    #[inline]
    fn core(&self) -> NonNull<Core> {
        match T::PREFIX.role() {
            // SAFETY: [S3] a class has its kind behind the header, with the core that its own
            // class names too.
            Role::Class => unsafe { &*self.object().byte(HEADER).cast::<TypeInfo>() }.core,
            _ => self.object().core(),
        }
    }

    /// The untyped value.
    #[inline]
    pub fn into_value(self) -> Value {
        Value::from_word(ManuallyDrop::new(self).0.word())
    }

    /// Panics if the heap is another one than the object's.
    #[inline]
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn assert_owner(&self, heap: &Heap) {
        if self.core() != heap.core() {
            foreign()
        }
    }

    /// The payload.
    ///
    /// # Panics
    /// If the token is another heap's.
    #[inline]
    #[cfg_attr(debug_assertions, track_caller)]
    pub fn read<'a>(&'a self, token: &'a impl AsRef<Heap>) -> &'a T {
        self.try_read(token).unwrap_or_else(|| foreign())
    }

    /// The payload, to change.
    ///
    /// # Panics
    /// If the token is another heap's.
    #[inline]
    #[cfg_attr(debug_assertions, track_caller)]
    pub fn write<'a>(&'a self, token: &'a mut impl AsMut<Heap>) -> &'a mut T {
        self.try_write(token).unwrap_or_else(|| foreign())
    }

    /// The payload of a kind that never changes, without a token. Other kinds do not compile.
    #[inline]
    pub fn frozen(&self) -> &T {
        const { assert!(T::FROZEN, "only a frozen payload can be read without a token") };
        const {
            assert!(!T::PREFIX.is_flagged(), "a payload with a borrow flag is borrowed by `borrow`")
        };
        // SAFETY: [S4][S11] the payload is a `T`, nobody can write to it, and the handle keeps the
        // collector from clearing it.
        unsafe { &*self.payload() }
    }

    /// The payload, to change, and the meter to charge before its buffers grow.
    ///
    /// # Panics
    /// If the token is another heap's.
    #[inline]
    #[cfg_attr(debug_assertions, track_caller)]
    pub fn write_charged<'a>(
        &'a self,
        token: &'a mut impl AsMut<Heap>,
    ) -> (&'a mut T, &'a ByteMeter) {
        const {
            assert!(!T::PREFIX.is_flagged(), "a payload with a borrow flag is borrowed by `borrow`")
        };
        const { assert!(!T::FROZEN, "a frozen payload cannot be written") };
        let heap = token.as_mut();
        if self.core() != heap.core() {
            foreign()
        }
        // SAFETY: [S6] the heap is borrowed uniquely for `'a`; the meter is no object's payload.
        unsafe { (&mut *self.payload(), &(*heap.core().as_ptr()).meter) }
    }

    /// The payload, to change, and the meter to charge before its buffers grow, if this is the only
    /// reference to the object: then nobody reads it, be it frozen. `None` if there are others, or
    /// the token is another heap's.
    #[inline]
    pub fn unique<'a>(
        &'a mut self,
        token: &'a mut impl AsMut<Heap>,
    ) -> Option<(&'a mut T, &'a ByteMeter)> {
        const {
            assert!(!T::PREFIX.is_flagged(), "a payload with a borrow flag is borrowed by `borrow`")
        };
        let heap = token.as_mut();
        if self.core() != heap.core() || self.object().count() != 1 {
            return None;
        }
        // SAFETY: [S4][S6][S11] the heap and the only handle are borrowed uniquely for `'a`, so that
        // nobody else has a way to the payload; the meter is no object's payload.
        Some(unsafe { (&mut *self.payload(), &(*heap.core().as_ptr()).meter) })
    }

    /// The payload; None if the token is another heap's.
    #[inline]
    pub fn try_read<'a>(&'a self, token: &'a impl AsRef<Heap>) -> Option<&'a T> {
        const {
            assert!(!T::PREFIX.is_flagged(), "a payload with a borrow flag is borrowed by `borrow`")
        };
        if self.core() != token.as_ref().core() {
            return None;
        }
        // SAFETY: [S4][S6] the payload is a `T`; nobody writes while the heap is borrowed.
        Some(unsafe { &*self.payload() })
    }

    /// The payload, to change; None if the token is another heap's.
    #[inline]
    pub fn try_write<'a>(&'a self, token: &'a mut impl AsMut<Heap>) -> Option<&'a mut T> {
        const {
            assert!(!T::PREFIX.is_flagged(), "a payload with a borrow flag is borrowed by `borrow`")
        };
        const { assert!(!T::FROZEN, "a frozen payload cannot be written") };
        if self.core() != token.as_mut().core() {
            return None;
        }
        // SAFETY: [S4][S6] the payload is a `T`; the heap is borrowed uniquely for `'a`.
        Some(unsafe { &mut *self.payload() })
    }
}

/// Debug builds tell where; the places are many, and each takes 50 bytes.
#[cold]
#[inline(never)]
#[cfg_attr(debug_assertions, track_caller)]
fn foreign() -> ! {
    panic!("an object was used with the token of another heap")
}

impl<T: Payload> Clone for Gc<T> {
    #[inline]
    fn clone(&self) -> Gc<T> {
        self.object().increment();
        Gc(ManuallyDrop::new(Value::from_word(self.0.word())), PhantomData)
    }
}

impl<T: Payload> Drop for Gc<T> {
    /// As a value is dropped, without asking whether it is an object.
    #[inline]
    fn drop(&mut self) {
        if self.object().decrement() {
            dealloc::count_is_zero(self.object());
        }
    }
}

impl<T: Payload> Deref for Gc<T> {
    type Target = Value;

    #[inline]
    fn deref(&self) -> &Value {
        &self.0
    }
}

impl<T: Payload> fmt::Debug for Gc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Value::fmt(self, f)
    }
}
