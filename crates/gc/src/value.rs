//! The value: one word that owns what it refers to.

use std::fmt;
use std::marker::PhantomData;

use crate::borrowed::Borrowed;
use crate::core::Core;
use crate::dealloc;
use crate::handle::Gc;
use crate::header::Obj;
use crate::heap::Heap;
use crate::meter::ByteMeter;
use crate::payload::Payload;
use crate::word::{self, Word};

/// A small integer, an ordinary float, an immediate, or a counted reference to an object.
///
/// Cloning counts, dropping uncounts; the last drop frees the object without running any code of
/// the program. `Option<Value>` is one word too.
///
/// Values stay on their thread:
///
/// ```compile_fail
/// let value = objmodel_gc::Value::immediate(0);
/// std::thread::spawn(move || drop(value));
/// ```
#[repr(transparent)]
pub struct Value(Word, PhantomData<*mut ()>);

impl Value {
    pub(crate) const fn from_word(word: Word) -> Value {
        Value(word, PhantomData)
    }

    /// Takes over one count of `object`.
    #[inline]
    pub(crate) fn owning(object: Obj) -> Value {
        Value::from_word(object.word())
    }

    #[inline]
    pub(crate) fn word(&self) -> Word {
        self.0
    }

    /// The object of a value that is known to be one.
    #[inline]
    pub(crate) fn object_unchecked(&self) -> Obj {
        Obj::of_word(self.0)
    }

    #[inline]
    pub(crate) fn object(&self) -> Option<Obj> {
        self.is_object().then(|| self.object_unchecked())
    }

    /// An integer of at most 62 bits.
    pub const fn small_int(number: i64) -> Option<Value> {
        match word::small_int(number) {
            Some(word) => Some(Value::from_word(word)),
            None => None,
        }
    }

    /// An immediate, whose meaning the object model gives; number 0 is "nothing".
    pub const fn immediate(number: u8) -> Value {
        Value::from_word(word::immediate(number))
    }

    /// A float, if it is among the ordinary ones that fit a word.
    pub const fn immediate_float(number: f64) -> Option<Value> {
        match word::float(number) {
            Some(word) => Some(Value::from_word(word)),
            None => None,
        }
    }

    /// The number of a small integer.
    #[inline]
    pub fn as_small_int(&self) -> Option<i64> {
        word::as_small_int(self.0)
    }

    /// The numbers of two small integers; `None` if either is something else or absent.
    #[inline]
    pub fn small_ints(left: &Option<Value>, right: &Option<Value>) -> Option<(i64, i64)> {
        word::small_ints(bits(left), bits(right))
    }

    /// The sum of two small integers, if it is one too, for less than taking them out and putting
    /// it in again.
    #[inline]
    pub fn small_sum(left: &Option<Value>, right: &Option<Value>) -> Option<Value> {
        word::small_sum(bits(left), bits(right)).map(Value::from_word)
    }

    /// The difference of two small integers, if it is one too.
    #[inline]
    pub fn small_difference(left: &Option<Value>, right: &Option<Value>) -> Option<Value> {
        word::small_difference(bits(left), bits(right)).map(Value::from_word)
    }

    /// The numbers of two immediate floats; `None` if either is something else, absent, or zero.
    #[inline]
    pub fn immediate_floats(left: &Option<Value>, right: &Option<Value>) -> Option<(f64, f64)> {
        word::floats(bits(left), bits(right))
    }

    /// The number of an immediate float.
    #[inline]
    pub fn as_immediate_float(&self) -> Option<f64> {
        word::as_float(self.0)
    }

    /// The number of an immediate.
    #[inline]
    pub fn as_immediate(&self) -> Option<u8> {
        word::as_immediate(self.0)
    }

    /// Whether this refers to an object.
    #[inline]
    pub fn is_object(&self) -> bool {
        word::is_object(self.0)
    }

    /// Whether this refers to an object that the collector passes by.
    #[inline]
    pub fn is_leaf(&self) -> bool {
        self.is_object() && !word::is_container(self.0)
    }

    /// The bits of the word, equal for identical values.
    #[inline]
    pub fn bits(&self) -> u64 {
        self.0.get()
    }

    /// Identity.
    #[inline]
    pub fn is(&self, other: &Value) -> bool {
        self.0 == other.0
    }

    /// A borrowed copy of the word.
    #[inline]
    pub fn as_ref(&self) -> Borrowed<'_> {
        Borrowed::from(self)
    }

    /// The number of references to the object: `u32::MAX` for what is not counted.
    pub fn ref_count(&self) -> u32 {
        match self.object() {
            Some(object) if !object.is_immortal() => object.count().unsigned_abs(),
            _ => u32::MAX,
        }
    }

    /// The address of the object.
    pub fn address(&self) -> Option<usize> {
        Some(self.object()?.address())
    }

    /// What no other value that lives is identified by: the address, or of an immediate its bits.
    pub fn identity(&self) -> u64 {
        self.address().map_or_else(|| self.bits(), |address| address as u64)
    }

    /// The name of the object's class as `Debug` shows it: of a long one the beginning. Empty for
    /// immediates.
    pub fn class_label(&self) -> String {
        self.object()
            .map(|object| object.type_info().label.get().text().to_owned())
            .unwrap_or_default()
    }

    /// The class of the object; None for immediates.
    #[inline]
    pub fn class(&self) -> Option<Borrowed<'_>> {
        // By [S5] the class lives as long as the object, even if the object changes its class.
        Some(Borrowed::from_word(self.object()?.class().word()))
    }

    /// Whether the payload is a `T`.
    #[inline]
    pub fn is_payload<T: Payload>(&self) -> bool {
        self.object().is_some_and(|object| object.type_info().has::<T>())
    }

    /// The value as a typed handle, if the payload is a `T`.
    #[inline]
    pub fn downcast_ref<T: Payload>(&self) -> Option<&Gc<T>> {
        if !self.is_payload::<T>() {
            return None;
        }
        // SAFETY: [S4] `Gc<T>` is a transparent `Value` whose payload is a `T`.
        Some(unsafe { &*std::ptr::from_ref(self).cast::<Gc<T>>() })
    }

    /// The value as a typed handle, if the payload is a `T`; itself otherwise.
    ///
    /// # Errors
    /// The value itself, if its payload is no `T`.
    pub fn downcast<T: Payload>(self) -> Result<Gc<T>, Value> {
        if self.is_payload::<T>() { Ok(Gc::from_checked(self)) } else { Err(self) }
    }

    /// Whether the value can be used with the heap: it is immediate, or an object of the heap.
    #[inline]
    pub fn belongs_to(&self, token: &impl AsRef<Heap>) -> bool {
        self.object().is_none_or(|object| object.core() == token.as_ref().core())
    }

    /// The same, where the heap is known by its meter.
    #[inline]
    pub(crate) fn is_metered_by(&self, meter: &ByteMeter) -> bool {
        self.object().is_none_or(|object| {
            let core = object.core().as_ptr().cast::<u8>();
            std::ptr::addr_eq(core.wrapping_add(std::mem::offset_of!(Core, meter)), meter)
        })
    }

    /// The object, if it belongs to the heap.
    #[inline]
    pub(crate) fn object_of(&self, heap: &Heap) -> Option<Obj> {
        self.object().filter(|object| object.core() == heap.core())
    }

    /// The payload, if it is a `T` and the token's heap owns the object.
    #[inline]
    pub fn get<'a, T: Payload>(&'a self, token: &'a impl AsRef<Heap>) -> Option<&'a T> {
        self.downcast_ref::<T>()?.try_read(token)
    }

    /// The payload to change, if it is a `T` and the token's heap owns the object.
    #[inline]
    pub fn get_mut<'a, T: Payload>(&'a self, token: &'a mut impl AsMut<Heap>) -> Option<&'a mut T> {
        self.downcast_ref::<T>()?.try_write(token)
    }

    /// The words behind the payload: at least as many as the object was made with.
    #[inline]
    pub fn fields<'a>(&'a self, token: &'a impl AsRef<Heap>) -> &'a [Option<Value>] {
        match self.object_of(token.as_ref()) {
            // SAFETY: [S6] the token is borrowed, so nobody changes the fields of its objects.
            Some(object) => unsafe { &*crate::core::fields(object) },
            None => &[],
        }
    }

    /// The words behind the payload where they end with a slot in a page, as in nearly all objects that have any; None for
    /// the rest.
    #[inline]
    pub fn fields_in_page<'a>(
        &'a self,
        token: &'a impl AsRef<Heap>,
    ) -> Option<&'a [Option<Value>]> {
        let fields = crate::core::fields_in_page(self.object_of(token.as_ref())?)?;
        // SAFETY: [S6] as for `fields`.
        Some(unsafe { &*fields })
    }

    /// The words behind the payload, to change.
    #[inline]
    pub fn fields_mut<'a>(&'a self, token: &'a mut impl AsMut<Heap>) -> &'a mut [Option<Value>] {
        match self.object_of(token.as_mut()) {
            // SAFETY: [S6] the token is borrowed uniquely, so nobody else sees the fields.
            Some(object) => unsafe { &mut *crate::core::fields(object) },
            None => &mut [],
        }
    }
}

/// The bits of a value that may be absent, which reads as zero.
#[inline]
fn bits(value: &Option<Value>) -> u64 {
    match value {
        Some(value) => value.bits(),
        None => 0,
    }
}

impl Clone for Value {
    #[inline]
    fn clone(&self) -> Value {
        if let Some(object) = self.object() {
            object.increment();
        }
        Value::from_word(self.0)
    }
}

impl Drop for Value {
    #[inline]
    fn drop(&mut self) {
        if let Some(object) = self.object()
            && object.decrement()
        {
            dealloc::count_is_zero(object);
        }
    }
}

/// What the object model's immediates are called, by number.
const SINGLETONS: [&str; 5] = ["None", "False", "True", "NotImplemented", "Ellipsis"];

/// Class and address, or the content of what never changes: `<Dog object at 0x7f3a10>`, `'text'`.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(number) = self.as_small_int() {
            return write!(f, "{number}");
        }
        if let Some(number) = self.as_immediate_float() {
            return write!(f, "{number:?}");
        }
        match (self.object(), self.as_immediate()) {
            (Some(object), _) => object.describe(f),
            (None, Some(number)) => match SINGLETONS.get(usize::from(number)) {
                Some(name) => f.write_str(name),
                None => write!(f, "immediate #{number}"),
            },
            (None, None) => write!(f, "{:#x}", self.bits()),
        }
    }
}

const _: () = assert!(size_of::<Value>() == 8 && size_of::<Option<Value>>() == 8);
