//! Allocation: charges, takes a slot, and makes it an object in one go.

use std::any::TypeId;

use crate::borrow::Flag;
use crate::borrowed::Borrowed;
use crate::class::{Class, NoBody, PayloadVTable, TypeInfo, type_info_of};
use crate::extend::Bases;
use crate::handle::Gc;
use crate::header::{ALLOCATION_NUMBER, HEADER, INLINE_ARRAY, LARGE, LEAF, NO_FIELDS, Obj};
use crate::heap::{AllocError, Heap};
use crate::inline_array::InlineArray;
use crate::payload::{Payload, Role};
use crate::store::Store;
use crate::trace::Trace;
use crate::value::Value;
use crate::weak::{self, Node, WeakRef};

/// What follows the payload of a new object.
#[derive(Clone, Copy)]
struct Words {
    /// Fields, all None.
    fields: usize,
    /// What lies behind the fields, and is written later.
    others: usize,
}

const NONE: Words = Words { fields: 0, others: 0 };

impl Heap {
    /// Makes an object of `class`. Never runs code of the program.
    ///
    /// # Errors
    /// The byte limit; a class of another heap or with another payload. The payload is dropped
    /// then, and its external bytes are credited.
    #[inline]
    pub fn alloc<T: Payload, B: Trace + 'static>(
        &self,
        class: &Gc<Class<B>>,
        payload: T,
    ) -> Result<Gc<T>, AllocError> {
        self.alloc_with_fields(class, payload, 0)
    }

    /// Makes an object with (at least) `fields` words behind its payload, all None.
    ///
    /// # Errors
    /// As [`Heap::alloc`].
    #[inline]
    pub fn alloc_with_fields<T: Payload, B: Trace + 'static>(
        &self,
        class: &Gc<Class<B>>,
        payload: T,
        fields: usize,
    ) -> Result<Gc<T>, AllocError> {
        const { assert!(matches!(T::PREFIX.role(), Role::Plain), "only the heap makes these") };
        let info = type_info_of(class);
        if info.core != self.core() || !info.is_exactly::<T>() || T::PREFIX.extends() {
            return Err(self.refuse(payload, AllocError::WrongClass));
        }
        let words = Words { fields, others: 0 };
        if info.finalizer.get() || fields != 0 {
            return self.make_more(class.object(), info.finalizer.get(), payload, words);
        }
        self.make(Some(class.object()), false, payload, NONE, ())
    }

    /// Makes an object of a class whose payload extends others: `bases` are these, the nearest
    /// first.
    ///
    /// # Errors
    /// As [`Heap::alloc`], and `bases` that are not those which `T` extends.
    pub fn alloc_extending<T: Payload, B: Trace + 'static>(
        &self,
        class: &Gc<Class<B>>,
        payload: T,
        bases: Bases,
        fields: usize,
    ) -> Result<Gc<T>, AllocError> {
        const { assert!(matches!(T::PREFIX.role(), Role::Plain), "only the heap makes these") };
        let info = type_info_of(class);
        let fits = info.payload == TypeId::of::<T>() && bases.fit(PayloadVTable::of::<T>());
        if info.core != self.core() || !fits {
            bases.refund(self.bytes());
            return Err(self.refuse(payload, AllocError::WrongClass));
        }
        let (class, words) = (class.object(), Words { fields, others: 0 });
        let finalizer = info.finalizer.get();
        let Some(made) =
            self.room_for_more(PayloadVTable::of::<T>(), false, class, finalizer, words)
        else {
            bases.refund(self.bytes());
            return Err(self.refuse(payload, AllocError::OutOfMemory));
        };
        let object = made.object_unchecked();
        let at = PayloadVTable::of::<T>().payload;
        // SAFETY: [S2][S4][S14] the object is ours, and was laid out for these payloads.
        unsafe {
            bases.write(object);
            if T::PREFIX.is_flagged() {
                object.byte(at - 8).cast::<Flag>().write(Flag::default());
            }
            object.byte(at).cast::<T>().write(payload);
        }
        Ok(Gc::from_checked(made))
    }

    /// Makes an object that consists of these values, and has `fields` words before them.
    ///
    /// # Errors
    /// As [`Heap::alloc`]; more values than a `u32` can count.
    #[inline]
    pub fn alloc_inline_array<B: Trace + 'static>(
        &self,
        class: &Gc<Class<B>>,
        items: impl ExactSizeIterator<Item = Value>,
        fields: usize,
    ) -> Result<Gc<InlineArray>, AllocError> {
        let room = items.len();
        let made = self.empty_inline_array(class, room, fields)?;
        // SAFETY: [S12] the object has room for so many values, and nobody else has it yet.
        unsafe { made.frozen().fill(items.take(room)) };
        Ok(made)
    }

    /// Apart, so that the kinds of iterators share it.
    #[inline(never)]
    fn empty_inline_array<B: Trace + 'static>(
        &self,
        class: &Gc<Class<B>>,
        room: usize,
        fields: usize,
    ) -> Result<Gc<InlineArray>, AllocError> {
        let info = type_info_of(class);
        if info.core != self.core() || !info.is_exactly::<InlineArray>() {
            return Err(AllocError::WrongClass);
        }
        let (Ok(_), Ok(count)) = (u32::try_from(room), u32::try_from(fields)) else {
            return Err(AllocError::OutOfMemory);
        };
        let (inline_array, words) = (InlineArray::new(count), Words { fields, others: room });
        if info.finalizer.get() || fields != 0 {
            return self.make_more(class.object(), info.finalizer.get(), inline_array, words);
        }
        self.make(Some(class.object()), false, inline_array, words, ())
    }

    /// Makes an object of more than a payload; apart, so that the size of the others is known when
    /// this is compiled.
    fn make_more<T: Payload>(
        &self,
        class: Obj,
        finalizer: bool,
        payload: T,
        words: Words,
    ) -> Result<Gc<T>, AllocError> {
        let room = self.room_for_more(PayloadVTable::of::<T>(), T::LEAF, class, finalizer, words);
        self.fill(room, payload, ())
    }

    #[inline(never)]
    fn room_for_more(
        &self,
        vtable: &PayloadVTable,
        leaf: bool,
        class: Obj,
        finalizer: bool,
        words: Words,
    ) -> Option<Value> {
        self.room(vtable, leaf, Some(class), finalizer, words)
    }

    #[cold]
    #[inline(never)]
    fn refuse<T: Payload>(&self, payload: T, error: AllocError) -> AllocError {
        self.bytes().credit(payload.external_bytes());
        error
    }

    /// Makes an object whose class is known to fit. `prefix` goes between header and payload.
    /// Without a class the object is its own.
    #[inline(always)]
    fn make<T: Payload, P>(
        &self,
        class: Option<Obj>,
        finalizer: bool,
        payload: T,
        words: Words,
        prefix: P,
    ) -> Result<Gc<T>, AllocError> {
        let room = self.room(PayloadVTable::of::<T>(), T::LEAF, class, finalizer, words);
        self.fill(room, payload, prefix)
    }

    /// Room for an object that is all there but for its prefix and its payload; to be filled before
    /// anything else is done. None if there is no room.
    #[inline(always)]
    fn room(
        &self,
        vtable: &PayloadVTable,
        leaf: bool,
        class: Option<Obj>,
        finalizer: bool,
        words: Words,
    ) -> Option<Value> {
        let leaf = leaf && words.fields == 0 && class.is_some_and(Obj::is_immortal);
        let asked = (words.fields.checked_add(words.others))
            .and_then(|words| words.checked_mul(8))
            .and_then(|bytes| bytes.checked_add(vtable.tail + if finalizer { 8 } else { 0 }))
            .filter(|bytes| *bytes <= isize::MAX as usize / 2)?;
        let fit = Store::fit(asked);
        let bytes = fit.bytes;
        let core = self.state();
        core.meter.charge(bytes).ok()?;
        let Some(slot) = core.store.take(fit) else {
            core.meter.credit(bytes);
            return None;
        };
        let mut flags = if leaf { LEAF } else { 0 };
        if words.fields == 0 {
            flags |= NO_FIELDS;
        } else if vtable.role == Role::InlineArray {
            flags |= INLINE_ARRAY;
        }
        if fit.is_large() {
            flags |= LARGE;
        }
        if finalizer {
            flags |= ALLOCATION_NUMBER;
        }
        let object = slot.object;
        // SAFETY: [S2][S4] the slot is ours and has room for header, prefix, payload and tail;
        // zeros are None. No code of others runs before all is written.
        unsafe {
            object.init(flags, class.unwrap_or(object));
            if words.fields != 0 {
                // Also what rounding adds, unless others follow.
                let end = if words.others == 0 { bytes } else { vtable.tail + words.fields * 8 };
                object.byte(vtable.tail).write_bytes(0, end - vtable.tail);
            }
            if finalizer {
                object.byte(bytes - 8).cast::<u64>().write(core.next_allocation_number());
            }
        }
        if let Some(class) = class {
            class.increment();
        }
        if leaf {
            slot.untrack();
        } else if core.policy.object_made() {
            core.meter.guard.raise();
        }
        Some(Value::from_word(object.word_of(leaf)))
    }

    /// Puts prefix and payload into the room for them.
    #[inline(always)]
    fn fill<T: Payload, P>(
        &self,
        room: Option<Value>,
        payload: T,
        prefix: P,
    ) -> Result<Gc<T>, AllocError> {
        let flag = if T::PREFIX.is_flagged() { 8 } else { 0 };
        debug_assert_eq!(size_of::<P>() + flag, T::PREFIX.bytes());
        let Some(made) = room else {
            return Err(self.refuse(payload, AllocError::OutOfMemory));
        };
        let object = made.object_unchecked();
        // SAFETY: [S2][S4] the object is ours, and was laid out for this prefix and payload.
        unsafe {
            object.byte(HEADER).cast::<P>().write(prefix);
            if T::PREFIX.is_flagged() {
                object.byte(HEADER + size_of::<P>()).cast::<Flag>().write(Flag::default());
            }
            object.byte(PayloadVTable::of::<T>().payload).cast::<T>().write(payload);
        }
        Ok(Gc::from_checked(made))
    }

    /// Makes a class whose class is itself. `T` must be `Class<B>`: it is its own instance. All
    /// classes of a heap have bodies of one type.
    ///
    /// # Errors
    /// The byte limit, or another `T`.
    pub fn bootstrap_class<T: Payload, B: Trace + 'static>(
        &self,
        body: B,
    ) -> Result<Gc<Class<B>>, AllocError> {
        if TypeId::of::<T>() != TypeId::of::<Class<B>>() {
            return Err(AllocError::WrongClass);
        }
        let classes = &self.state().classes;
        let known = [TypeId::of::<Class<NoBody>>(), TypeId::of::<Class<B>>()];
        if !known.contains(&classes.get()) {
            return Err(AllocError::WrongClass);
        }
        classes.set(TypeId::of::<Class<B>>());
        self.make(None, false, Class::new(body), NONE, TypeInfo::of::<T>(self.core()))
    }

    /// Makes a class whose instances have a payload of type `T`.
    ///
    /// # Errors
    /// The byte limit, or a metaclass whose instances are no `Class<B>`.
    pub fn alloc_class<T: Payload, B: Trace + 'static>(
        &self,
        metaclass: &Gc<Class<B>>,
        body: B,
    ) -> Result<Gc<Class<B>>, AllocError> {
        self.class_from(metaclass, TypeInfo::of::<T>(self.core()), body)
    }

    /// Makes a class whose instances have the payload of `base`'s instances.
    ///
    /// # Errors
    /// As [`Heap::alloc_class`], and a base of another heap.
    pub fn alloc_subclass<B: Trace + 'static>(
        &self,
        metaclass: &Gc<Class<B>>,
        base: &Gc<Class<B>>,
        body: B,
    ) -> Result<Gc<Class<B>>, AllocError> {
        let base = type_info_of(base);
        if base.core != self.core() {
            return Err(AllocError::WrongClass);
        }
        self.class_from(metaclass, base.inherited(), body)
    }

    fn class_from<B: Trace + 'static>(
        &self,
        metaclass: &Gc<Class<B>>,
        info: TypeInfo,
        body: B,
    ) -> Result<Gc<Class<B>>, AllocError> {
        let meta = type_info_of(metaclass);
        if meta.core != self.core() || !meta.is_exactly::<Class<B>>() {
            return Err(AllocError::WrongClass);
        }
        self.make(Some(metaclass.object()), meta.finalizer.get(), Class::new(body), NONE, info)
    }

    /// Makes a weak reference to `target`.
    ///
    /// # Errors
    /// The byte limit; a target that is no object of this heap; a class whose instances are no
    /// weak references.
    pub fn alloc_weakref<B: Trace + 'static>(
        &self,
        class: &Gc<Class<B>>,
        target: Borrowed<'_>,
        callback: Option<Value>,
        fields: usize,
    ) -> Result<Gc<WeakRef>, AllocError> {
        let info = type_info_of(class);
        let target = target.object_of(self).ok_or(AllocError::WrongTarget)?;
        if info.core != self.core() || !info.is_exactly::<WeakRef>() {
            return Err(AllocError::WrongClass);
        }
        let node = Node::new(target, callback.is_some(), self.state().next_allocation_number());
        let payload = WeakRef::new(callback);
        let finalizer = info.finalizer.get();
        let words = Words { fields, others: 0 };
        let weakref = self.make(Some(class.object()), finalizer, payload, words, node)?;
        weak::link(self.state(), weakref.object(), target);
        Ok(weakref)
    }
}
