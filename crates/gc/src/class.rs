//! Class objects: their payload, and the kind, which says how instances are laid out.

use std::any::TypeId;
use std::cell::Cell;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::ptr::NonNull;

use crate::borrow;
use crate::borrowed::{Borrowed, Bound};
use crate::clear_sink::ClearSink;
use crate::core::Core;
use crate::handle::Gc;
use crate::header::{HEADER, Obj};
use crate::heap::Heap;
use crate::meter::ByteMeter;
use crate::payload::{Payload, Prefix, Role};
use crate::trace::Trace;
use crate::visitor::Visitor;

/// The payload of class objects: `B` is what the object model keeps in them.
///
/// Only the heap makes them ([`crate::Heap::alloc_class`]). What it knows of a class's instances
/// lies between header and payload, out of reach of `&mut Class<B>`.
pub struct Class<B> {
    body: B,
}

impl<B> Class<B> {
    pub(crate) fn new(body: B) -> Class<B> {
        Class { body }
    }
}

impl<B> Deref for Class<B> {
    type Target = B;

    #[inline]
    fn deref(&self) -> &B {
        &self.body
    }
}

impl<B> DerefMut for Class<B> {
    #[inline]
    fn deref_mut(&mut self) -> &mut B {
        &mut self.body
    }
}

impl<B: Trace> Trace for Class<B> {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.body.trace(visitor);
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        self.body.clear(sink);
    }
}

impl<B: Trace + 'static> Payload for Class<B> {
    const PREFIX: Prefix = Prefix::new(size_of::<TypeInfo>(), Role::Class);
}

/// Stands for the body of classes in a heap without classes. It has no values.
pub(crate) enum NoBody {}

impl Trace for NoBody {
    fn trace(&self, _: &mut Visitor<'_>) {}

    fn clear(&mut self, _: &mut ClearSink) {}
}

/// How instances of a class are laid out and treated.
pub(crate) struct TypeInfo {
    /// The heap that the class and its instances belong to.
    pub(crate) core: NonNull<Core>,
    /// The type of the instances' payloads.
    pub(crate) payload: TypeId,
    pub(crate) vtable: &'static PayloadVTable,
    /// The class has `__del__`.
    pub(crate) finalizer: Cell<bool>,
    /// Payloads of instances extend others.
    extends: bool,
    /// Instances do not die the short way: they may have `__del__`, or are weak references.
    pub(crate) needs_finalization: Cell<bool>,
    pub(crate) label: Cell<Label>,
}

/// The beginning of a class's name, for `Debug`, which has no token to read the class with.
#[derive(Clone, Copy, Default)]
pub(crate) struct Label([u8; 32]);

impl Label {
    fn of(name: &str) -> Label {
        let mut label = Label::default();
        // The last byte stays zero.
        let len = name.floor_char_boundary(label.0.len() - 1);
        label.0[..len].copy_from_slice(&name.as_bytes()[..len]);
        label
    }

    /// The text, until the first zero.
    pub(crate) fn text(&self) -> &str {
        let text = self.0.split(|byte| *byte == 0).next().unwrap_or_default();
        std::str::from_utf8(text).unwrap_or_default()
    }
}

const _: () = assert!(size_of::<TypeInfo>().is_multiple_of(8));

impl TypeInfo {
    pub(crate) fn of<T: Payload>(core: NonNull<Core>) -> TypeInfo {
        let (payload, vtable) = (TypeId::of::<T>(), PayloadVTable::of::<T>());
        TypeInfo::new(core, payload, vtable, false)
    }

    /// The kind of classes that derive from one of this kind.
    pub(crate) fn inherited(&self) -> TypeInfo {
        TypeInfo::new(self.core, self.payload, self.vtable, self.finalizer.get())
    }

    fn new(
        core: NonNull<Core>,
        payload: TypeId,
        vtable: &'static PayloadVTable,
        finalizer: bool,
    ) -> TypeInfo {
        let info = TypeInfo {
            core,
            payload,
            vtable,
            finalizer: Cell::default(),
            extends: vtable.base.is_some(),
            needs_finalization: Cell::default(),
            label: Cell::default(),
        };
        info.set_finalizer(finalizer);
        info
    }

    /// Whether the payload of instances is of this type. Five instructions: an address of a vtable
    /// would tell less, since a type has one in each crate that asks for it.
    #[inline(always)]
    pub(crate) fn is_exactly<T: Payload>(&self) -> bool {
        self.payload == TypeId::of::<T>()
    }

    /// Whether the payload of instances is a `T`, or extends one.
    #[inline]
    pub(crate) fn has<T: Payload>(&self) -> bool {
        self.is_exactly::<T>()
            || T::EXTENSIBLE && self.extends && self.vtable.extends(TypeId::of::<T>())
    }

    fn set_finalizer(&self, has: bool) {
        self.finalizer.set(has);
        self.needs_finalization.set(has || self.vtable.role == Role::WeakRef);
    }
}

/// What is to be known of a payload type at run time.
pub(crate) struct PayloadVTable {
    pub(crate) id: TypeId,
    /// The table of the payload that this one extends, which begins where that one's does.
    pub(crate) base: Option<&'static PayloadVTable>,
    pub(crate) role: Role,
    pub(crate) atomic_untracked: bool,
    /// Where the payload starts, and where the tail.
    pub(crate) payload: usize,
    pub(crate) tail: usize,
    /// Drops the payload and credits its buffers.
    pub(crate) drop: unsafe fn(*mut u8, &ByteMeter),
    pub(crate) trace: unsafe fn(*const u8, &mut Visitor<'_>),
    pub(crate) clear: unsafe fn(*mut u8, &mut ClearSink),
    /// Writes the content of a frozen payload.
    pub(crate) describe: Option<unsafe fn(*const u8) -> Option<String>>,
}

struct TableOf<T>(T);

impl<T: Payload> TableOf<T> {
    const PAYLOAD: usize = HEADER + T::PREFIX.bytes();
    const TABLE: &'static PayloadVTable = &PayloadVTable {
        id: TypeId::of::<T>(),
        base: T::PREFIX.base(),
        role: T::PREFIX.role(),
        atomic_untracked: T::UNTRACKED_WHILE_ATOMIC,
        payload: Self::PAYLOAD,
        tail: (Self::PAYLOAD + size_of::<T>()).next_multiple_of(8),
        drop: Self::drop,
        trace: Self::trace,
        clear: Self::clear,
        describe: if T::FROZEN { Some(Self::describe) } else { None },
    };

    unsafe fn describe(payload: *const u8) -> Option<String> {
        // SAFETY: [S4][S11] the caller passes the payload of a living object, which is a frozen `T`.
        unsafe { (*payload.cast::<T>()).describe() }
    }

    unsafe fn drop(payload: *mut u8, meter: &ByteMeter) {
        let own = payload.cast::<T>();
        // SAFETY: [S4] the caller passes the payload of a dead object, which is a `T`. [S14] That of
        // the base lies before it.
        unsafe {
            meter.credit((*own).external_bytes());
            own.drop_in_place();
            if let Some(base) = T::PREFIX.base() {
                (base.drop)(payload.sub(Self::PAYLOAD - base.payload), meter);
            }
        }
    }

    unsafe fn trace(payload: *const u8, visitor: &mut Visitor<'_>) {
        // SAFETY: [S4] the caller passes a payload which is a `T`, and nobody borrows it uniquely
        // by a token. [S13] Nor by its flag, if it is looked at. [S14] That of the base lies before it.
        unsafe {
            if !T::PREFIX.is_flagged() || borrow::flag_before(payload).is_readable() {
                (*payload.cast::<T>()).trace(visitor);
            }
            if let Some(base) = T::PREFIX.base() {
                (base.trace)(payload.sub(Self::PAYLOAD - base.payload), visitor);
            }
        }
    }

    unsafe fn clear(payload: *mut u8, sink: &mut ClearSink) {
        // SAFETY: [S4] the caller passes a payload which is a `T`, and nobody borrows it by a token.
        // [S13] Nor by its flag, if it is cleared. [S14] That of the base lies before it.
        unsafe {
            if !T::PREFIX.is_flagged() || borrow::flag_before(payload).is_free() {
                (*payload.cast::<T>()).clear(sink);
            }
            if let Some(base) = T::PREFIX.base() {
                (base.clear)(payload.sub(Self::PAYLOAD - base.payload), sink);
            }
        }
    }
}

impl PayloadVTable {
    #[inline]
    pub(crate) const fn of<T: Payload>() -> &'static PayloadVTable {
        const { assert!(align_of::<T>() <= 8, "payloads are aligned to 8 bytes at most") };
        TableOf::<T>::TABLE
    }

    /// Whether a payload of this type is among those that this one extends.
    #[inline(never)]
    fn extends(&self, id: TypeId) -> bool {
        let mut base = self.base;
        while let Some(table) = base {
            if table.id == id {
                return true;
            }
            base = table.base;
        }
        false
    }
}

/// The kind that a class object gives its instances.
#[inline]
pub(crate) fn type_info_of<B: Trace + 'static>(class: &Gc<Class<B>>) -> &TypeInfo {
    // SAFETY: [S3] objects whose payload is a `Class` have their kind behind the header, and
    // `class` keeps the object alive.
    unsafe { &*class.object().byte(HEADER).cast::<TypeInfo>() }
}

impl<B: Trace + 'static> Gc<Class<B>> {
    /// Says whether instances have a `__del__` that is to be called when they die.
    pub fn set_finalizer(&self, has: bool) {
        type_info_of(self).set_finalizer(has);
    }

    /// Tells the name by which `Debug` shows instances; of a long one it shows the beginning.
    pub fn set_label(&self, name: &str) {
        type_info_of(self).label.set(Label::of(name));
    }

    /// Whether instances have a `__del__`.
    pub fn has_finalizer(&self) -> bool {
        type_info_of(self).finalizer.get()
    }

    /// Whether the payload of instances is a `T`.
    pub fn instance_payload_is<T: Payload>(&self) -> bool {
        type_info_of(self).has::<T>()
    }

    /// Whether instances of both classes have the same payload in the same heap, so that an
    /// object may change from one to the other.
    pub fn same_layout(&self, other: &Self) -> bool {
        type_info_of(self).payload == type_info_of(other).payload
            && type_info_of(self).core == type_info_of(other).core
    }
}

impl Heap {
    /// Whether `T` extends the payload of the class's instances, so that a class of such payloads
    /// may derive from it.
    pub fn extends<T: Payload, B: Trace + 'static>(&self, base: &Gc<Class<B>>) -> bool {
        T::PREFIX.base().is_some_and(|table| table.id == type_info_of(base).payload)
    }

    /// The class of an object of this heap, if classes here have bodies of type `B`.
    #[inline]
    pub fn class_of<'a, B: Trace + 'static>(
        &'a self,
        object: Borrowed<'a>,
    ) -> Option<Bound<'a, Class<B>>> {
        let class = self.class_object::<B>(object)?;
        // By [S5] the class lives as long as the object, even if the object changes its class.
        Some(Bound::from_checked(Borrowed::from_word(class.word())))
    }

    /// The body of the class of an object of this heap, if classes here have bodies of type `B`.
    #[inline]
    pub fn class_body_of<'a, B: Trace + 'static>(
        &'a self,
        object: Borrowed<'a>,
    ) -> Option<&'a Class<B>> {
        let class = self.class_object::<B>(object)?;
        let payload = class.byte(HEADER + size_of::<TypeInfo>()).cast::<Class<B>>();
        // SAFETY: [S3][S5][S6] the class has such a body and lives as long as the object; nobody
        // writes while the heap is borrowed.
        Some(unsafe { &*payload })
    }

    /// Whether the classes of this heap have bodies of type `B`.
    #[inline(always)]
    fn has_bodies<B: Trace + 'static>(&self) -> bool {
        self.state().classes.get() == TypeId::of::<Class<B>>()
    }

    #[inline]
    fn class_object<B: Trace + 'static>(&self, object: Borrowed<'_>) -> Option<Obj> {
        let object = object.object_of(self)?;
        self.has_bodies::<B>().then(|| object.class())
    }
}

/// An object cannot become an instance of this class: the layouts differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayoutMismatch;

impl fmt::Display for LayoutMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("instances of the class are laid out differently")
    }
}

impl std::error::Error for LayoutMismatch {}
