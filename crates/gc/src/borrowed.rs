//! Borrowed values: copied words, which count nothing.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use crate::class::Class;
use crate::handle::Gc;
use crate::heap::Heap;
use crate::payload::Payload;
use crate::trace::Trace;
use crate::value::Value;
use crate::word::Word;

/// A borrowed copy of a value's word. Arguments travel as these.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Borrowed<'a>(Word, PhantomData<&'a Value>);

impl Borrowed<'static> {
    /// An immediate value, which belongs to no heap.
    #[inline]
    pub const fn immediate(number: u8) -> Borrowed<'static> {
        Borrowed(crate::word::immediate(number), PhantomData)
    }
}

impl<'a> Borrowed<'a> {
    /// The word must stay that of a living object for `'a`, or be none.
    #[inline]
    pub(crate) fn from_word(word: Word) -> Borrowed<'a> {
        Borrowed(word, PhantomData)
    }

    /// An owned value: counts.
    #[inline]
    pub fn to_value(self) -> Value {
        (*self).clone()
    }

    /// The borrowed value for the whole lifetime.
    #[inline]
    fn value(&self) -> &Value {
        // SAFETY: [S7] both are transparent words, and the word is valid for `'a`.
        unsafe { &*std::ptr::from_ref(self).cast::<Value>() }
    }

    /// The payload, if it is a `T` and the token's heap owns the object.
    #[inline]
    pub fn get<T: Payload>(self, token: &'a impl AsRef<Heap>) -> Option<&'a T> {
        let payload: *const T = self.value().get::<T>(token)?;
        // SAFETY: [S7] the word and the token are borrowed for `'a`.
        Some(unsafe { &*payload })
    }

    /// The words behind the payload.
    #[inline]
    pub fn fields(self, token: &'a impl AsRef<Heap>) -> &'a [Option<Value>] {
        let fields: *const [Option<Value>] = self.value().fields(token);
        // SAFETY: [S7] the word and the token are borrowed for `'a`.
        unsafe { &*fields }
    }

    /// The words behind the payload where they end with a slot in a page, as in nearly all objects that have any; None for
    /// the rest.
    #[inline]
    pub fn fields_in_page(self, token: &'a impl AsRef<Heap>) -> Option<&'a [Option<Value>]> {
        let fields: *const [Option<Value>] = self.value().fields_in_page(token)?;
        // SAFETY: [S7] the word and the token are borrowed for `'a`.
        Some(unsafe { &*fields })
    }
}

/// A borrowed value whose payload is known to be a `T`.
#[repr(transparent)]
pub struct Bound<'a, T: Payload>(Borrowed<'a>, PhantomData<*const T>);

impl<T: Payload> Clone for Bound<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Payload> Copy for Bound<'_, T> {}

impl<T: Payload> Deref for Bound<'_, T> {
    type Target = Gc<T>;

    #[inline]
    fn deref(&self) -> &Gc<T> {
        // SAFETY: [S4][S7] the payload was checked to be a `T`; both are transparent words.
        unsafe { &*std::ptr::from_ref(self).cast::<Gc<T>>() }
    }
}

impl<'a> Borrowed<'a> {
    /// The value as a typed one, if the payload is a `T`.
    #[inline]
    pub fn typed<T: Payload>(self) -> Option<Bound<'a, T>> {
        self.is_payload::<T>().then_some(Bound(self, PhantomData))
    }

    /// The object's class, if classes of its heap have bodies of type `B`.
    #[inline]
    pub fn class_handle<B: Trace + 'static>(self) -> Option<Bound<'a, Class<B>>> {
        // By [S5] the class lives as long as the object, even if the object changes its class.
        Borrowed::from_word(self.object()?.class().word()).typed()
    }
}

impl<'a, T: Payload> Bound<'a, T> {
    /// The payload of the value must be a `T`.
    #[inline]
    pub(crate) fn from_checked(value: Borrowed<'a>) -> Bound<'a, T> {
        Bound(value, PhantomData)
    }

    /// The untyped value.
    #[inline]
    pub fn untyped(self) -> Borrowed<'a> {
        self.0
    }

    /// The payload for the whole lifetime; None if the token is another heap's.
    #[inline]
    pub fn borrow(self, token: &'a impl AsRef<Heap>) -> Option<&'a T> {
        let payload: *const T = self.try_read(token)?;
        // SAFETY: [S7] the word and the token are borrowed for `'a`.
        Some(unsafe { &*payload })
    }

    /// The payload of a kind that never changes, for the whole lifetime, without a token.
    #[inline]
    pub fn borrow_frozen(self) -> &'a T {
        let payload: *const T = self.frozen();
        // SAFETY: [S7][S11] the word is borrowed for `'a`, and nobody can write to the payload.
        unsafe { &*payload }
    }

    /// An owned handle: counts.
    #[inline]
    pub fn to_gc(self) -> Gc<T> {
        Gc::clone(&self)
    }
}

impl<'a, T: Payload> From<&'a Gc<T>> for Bound<'a, T> {
    #[inline]
    fn from(handle: &'a Gc<T>) -> Bound<'a, T> {
        Bound(Borrowed::from(handle), PhantomData)
    }
}

impl Deref for Borrowed<'_> {
    type Target = Value;

    #[inline]
    fn deref(&self) -> &Value {
        self.value()
    }
}

impl<'a> From<&'a Value> for Borrowed<'a> {
    #[inline]
    fn from(value: &'a Value) -> Borrowed<'a> {
        Borrowed::from_word(value.word())
    }
}

impl<'a, T: Payload> From<&'a Gc<T>> for Borrowed<'a> {
    #[inline]
    fn from(value: &'a Gc<T>) -> Borrowed<'a> {
        Borrowed::from_word(value.word())
    }
}

impl<'a, T: Payload> From<Bound<'a, T>> for Borrowed<'a> {
    #[inline]
    fn from(object: Bound<'a, T>) -> Borrowed<'a> {
        object.untyped()
    }
}

impl<'a, T: Payload> From<&Bound<'a, T>> for Borrowed<'a> {
    #[inline]
    fn from(object: &Bound<'a, T>) -> Borrowed<'a> {
        object.untyped()
    }
}

impl<'a> From<&Borrowed<'a>> for Borrowed<'a> {
    #[inline]
    fn from(value: &Borrowed<'a>) -> Borrowed<'a> {
        *value
    }
}

impl fmt::Debug for Borrowed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// A slice of values as borrowed ones.
#[inline]
pub fn refs(values: &[Value]) -> &[Borrowed<'_>] {
    // SAFETY: [S7] both are transparent words, borrowed as long as the slice.
    unsafe { &*(std::ptr::from_ref(values) as *const [Borrowed<'_>]) }
}

/// A slice of values as borrowed ones, if none is absent.
#[inline]
pub fn present(values: &[Option<Value>]) -> Option<&[Borrowed<'_>]> {
    if values.iter().any(Option::is_none) {
        return None;
    }
    // SAFETY: [S7] a present value is its word, and all are; borrowed as long as the slice.
    Some(unsafe { &*(std::ptr::from_ref(values) as *const [Borrowed<'_>]) })
}

/// Optional borrowed values as borrowed ones, if none is absent.
#[inline(always)]
pub fn all_present<'s, 'a>(values: &'s [Option<Borrowed<'a>>]) -> Option<&'s [Borrowed<'a>]> {
    if values.iter().any(Option::is_none) {
        return None;
    }
    // SAFETY: [S7] a present value is its word, and all are.
    Some(unsafe { &*(std::ptr::from_ref(values) as *const [Borrowed<'a>]) })
}

/// A slice of present values as optional ones.
#[inline]
pub fn optional<'s, 'a>(values: &'s [Borrowed<'a>]) -> &'s [Option<Borrowed<'a>>] {
    // SAFETY: [S7] a word is never zero, and zero is what None is.
    unsafe { &*(std::ptr::from_ref(values) as *const [Option<Borrowed<'a>>]) }
}

const _: () = assert!(size_of::<Option<Borrowed<'static>>>() == 8);
