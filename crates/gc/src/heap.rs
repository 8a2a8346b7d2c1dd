//! The heap: owner of objects, and the token for their payloads.

use std::fmt;
use std::marker::PhantomData;
use std::ptr::NonNull;

use crate::borrowed::Borrowed;
use crate::class::{Class, LayoutMismatch, type_info_of};
use crate::core::Core;
use crate::handle::Gc;
use crate::header::{HAS_OLD_CLASSES, IMMORTAL, LEAF};
use crate::meter::{ByteMeter, OutOfMemory};
use crate::teardown;
use crate::trace::Trace;
use crate::value::Value;
use crate::weak::{self, WeakRef};

/// Owns objects. `&Heap` reads their payloads, `&mut Heap` writes them.
///
/// Dropping it frees all that is not held from outside, without running code of the program.
///
/// A payload is borrowed for as long as the heap is, so no borrow survives a safe point:
///
/// ```compile_fail
/// # use objmodel_gc::*;
/// fn held<H: Host, T: Payload>(host: &mut H, object: &Gc<T>) -> usize {
///     let payload = object.read(host);
///     safepoint(host);
///     payload.external_bytes()
/// }
/// ```
pub struct Heap {
    core: NonNull<Core>,
    not_send: PhantomData<*mut ()>,
}

/// What a heap starts with.
#[derive(Clone, Copy, Debug)]
pub struct HeapConfig {
    /// The byte limit.
    pub max_bytes: usize,
}

impl Default for HeapConfig {
    fn default() -> HeapConfig {
        HeapConfig { max_bytes: usize::MAX }
    }
}

/// Why an object was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllocError {
    /// The byte limit, or the system's.
    OutOfMemory,
    /// The class belongs to another heap, or its instances have another payload.
    WrongClass,
    /// The target of a weak reference is no object of this heap.
    WrongTarget,
}

impl From<OutOfMemory> for AllocError {
    fn from(_: OutOfMemory) -> AllocError {
        AllocError::OutOfMemory
    }
}

impl fmt::Display for AllocError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            AllocError::OutOfMemory => "the heap's byte limit is reached",
            AllocError::WrongClass => "the class is another heap's or has another payload",
            AllocError::WrongTarget => "the target is no object of this heap",
        })
    }
}

impl std::error::Error for AllocError {}

impl Heap {
    /// An empty heap.
    pub fn new(config: HeapConfig) -> Heap {
        Heap { core: Core::new(config.max_bytes), not_send: PhantomData }
    }

    #[inline]
    pub(crate) fn core(&self) -> NonNull<Core> {
        self.core
    }

    #[inline]
    pub(crate) fn state(&self) -> &Core {
        // SAFETY: [S8] the core is there as long as the heap.
        unsafe { self.core.as_ref() }
    }

    /// The byte meter.
    #[inline]
    pub fn bytes(&self) -> &ByteMeter {
        &self.state().meter
    }

    /// Whether finalizers or callbacks wait for [`crate::drain`].
    #[inline]
    pub fn has_pending(&self) -> bool {
        self.state().pending.any()
    }

    /// Whether [`crate::safepoint`] may have something to do: what is pending, or a collection.
    #[inline]
    pub fn wants_safepoint(&self) -> bool {
        self.state().meter.guard.is_raised()
    }

    /// Wants a safe point: [`Heap::wants_safepoint`] holds until the next one begins.
    pub fn want_safepoint(&self) {
        self.state().meter.guard.raise();
    }

    /// Whether an operation that runs at this stack address is to stop and look closer: the address
    /// is below [`Heap::stack_floor`], or a safe point is wanted.
    #[inline(always)]
    pub fn guard_stops(&self, address: usize) -> bool {
        self.state().meter.guard.stops(address)
    }

    /// The lowest stack address that operations may use; 0 unless set.
    pub fn stack_floor(&self) -> usize {
        self.state().meter.guard.floor()
    }

    /// Sets the lowest stack address that operations may use.
    pub fn set_stack_floor(&self, address: usize) {
        self.state().meter.guard.set_floor(address);
    }

    /// Makes an object an instance of another class. It keeps the old class alive.
    ///
    /// # Errors
    /// The payloads differ, something is another heap's, or leaf objects would get a class that
    /// can die.
    pub fn set_class<B: Trace + 'static>(
        &mut self,
        object: &Value,
        class: &Gc<Class<B>>,
    ) -> Result<(), LayoutMismatch> {
        let object = object.object_of(self).ok_or(LayoutMismatch)?;
        let new = type_info_of(class);
        let old = object.type_info();
        if new.core != self.core || new.payload != old.payload {
            return Err(LayoutMismatch);
        }
        // A class that is its own does not count itself, so it stays so.
        let own = object.class() == object || class.object() == object;
        if own || object.has(LEAF) && !class.is_immortal() {
            return Err(LayoutMismatch);
        }
        let old = Value::owning(object.class());
        object.set_class(class.object());
        class.object().increment();
        // By [S5] somebody may have borrowed the old class from the object.
        let mut old_classes = self.state().old_classes.borrow_mut();
        let classes = old_classes.entry(object).or_default();
        object.set(HAS_OLD_CLASSES);
        let known = classes.iter().any(|class| class.is(&old));
        if known {
            drop(old_classes);
            drop(old);
        } else {
            classes.push(old);
        }
        Ok(())
    }

    /// Keeps an object until the heap is dropped.
    pub fn make_immortal(&self, object: &Value) {
        if let Some(object) = object.object_of(self).filter(|object| !object.is_immortal()) {
            object.set_count(object.count() + IMMORTAL);
        }
    }

    /// The living weak references to a target, the newest last.
    pub fn weakrefs(&self, target: Borrowed<'_>) -> Vec<Gc<WeakRef>> {
        let Some(target) = target.object_of(self) else { return Vec::new() };
        let mut found = weak::all(self.state(), target);
        found.retain(|weakref| weakref.count() > 0);
        found.reverse();
        let handle = |weakref: crate::header::Obj| {
            weakref.increment();
            Gc::from_checked(Value::owning(weakref))
        };
        found.into_iter().map(handle).collect()
    }
}

impl Value {
    /// Whether the object is kept until its heap is dropped.
    pub fn is_immortal(&self) -> bool {
        self.object().is_some_and(|object| object.is_immortal())
    }
}

impl AsRef<Heap> for Heap {
    #[inline]
    fn as_ref(&self) -> &Heap {
        self
    }
}

impl AsMut<Heap> for Heap {
    #[inline]
    fn as_mut(&mut self) -> &mut Heap {
        self
    }
}

impl Drop for Heap {
    fn drop(&mut self) {
        teardown::close(self.core);
    }
}

impl fmt::Debug for Heap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Heap").field("bytes", self.bytes()).finish_non_exhaustive()
    }
}
