//! Payloads: the Rust values that objects consist of.

use crate::class::PayloadVTable;
use crate::trace::Trace;

/// A Rust value that an object can consist of.
///
/// Its alignment must not exceed 8. What a payload answers here can cost memory or an object's
/// contents if it is wrong, but not memory safety.
pub trait Payload: Trace + 'static {
    /// The payload holds no values: its objects are counted, and the collector passes them by.
    const LEAF: bool = false;

    /// `gc.is_tracked` says no while an object of this kind refers to no other container, as for
    /// tuples and dicts.
    const UNTRACKED_WHILE_ATOMIC: bool = false;

    /// The payload never changes: nobody can write to it, so it can be read without a token, also
    /// across code that runs the program ([`Gc::frozen`](crate::Gc::frozen)).
    const FROZEN: bool = false;

    /// Other payloads may extend this one, see [`Prefix::extending`]. Asking whether an object has
    /// such a payload costs a comparison more when it has not.
    const EXTENSIBLE: bool = false;

    /// What lies between the header and the payload: nothing, a payload that this one extends
    /// ([`Prefix::extending`]), a borrow flag ([`Prefix::flagged`]).
    const PREFIX: Prefix = Prefix::NONE;

    /// The content for `Debug`, in short. Only payloads that are [`FROZEN`](Payload::FROZEN) are
    /// asked, since nobody can be changing them; of others `Debug` shows class and address.
    fn describe(&self) -> Option<String> {
        None
    }

    /// The bytes that the payload's buffers were charged for; credited when the object is freed.
    fn external_bytes(&self) -> usize {
        0
    }
}

/// What lies between the header of an object and its payload.
#[derive(Clone, Copy)]
pub struct Prefix {
    bytes: usize,
    role: Role,
    base: Option<&'static PayloadVTable>,
    flagged: bool,
}

/// What the heap itself knows of a kind of object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    Plain,
    Class,
    WeakRef,
    InlineArray,
}

impl Prefix {
    /// Nothing: the payload follows the header.
    pub const NONE: Prefix = Prefix::new(0, Role::Plain);

    pub(crate) const fn new(bytes: usize, role: Role) -> Prefix {
        Prefix { bytes, role, base: None, flagged: false }
    }

    /// A whole payload of type `B`, which the payload extends: the object is a `B` too. Such
    /// objects are made by [`Heap::alloc_extending`](crate::Heap::alloc_extending).
    pub const fn extending<B: Payload>() -> Prefix {
        assert!(
            B::EXTENSIBLE,
            "the base cannot be extended: write `#[pyclass(subclass)]` there (`Payload::EXTENSIBLE`)"
        );
        assert!(matches!(B::PREFIX.role, Role::Plain), "what the heap makes cannot be extended");
        let vtable = PayloadVTable::of::<B>();
        Prefix {
            bytes: vtable.tail - crate::header::HEADER,
            role: Role::Plain,
            base: Some(vtable),
            flagged: false,
        }
    }

    /// Besides, a flag that tells whether the payload is borrowed: it is borrowed by
    /// [`Gc::borrow`](crate::Gc::borrow) and [`Gc::borrow_mut`](crate::Gc::borrow_mut) alone, each
    /// of which asks the flag, and not with the heap as a token.
    #[must_use]
    pub const fn flagged(self) -> Prefix {
        assert!(matches!(self.role, Role::Plain) && !self.flagged);
        Prefix { bytes: self.bytes + 8, flagged: true, ..self }
    }

    pub(crate) const fn bytes(self) -> usize {
        self.bytes
    }

    pub(crate) const fn role(self) -> Role {
        self.role
    }

    /// The table of the payload that is extended.
    pub(crate) const fn base(self) -> Option<&'static PayloadVTable> {
        self.base
    }

    pub(crate) const fn is_flagged(self) -> bool {
        self.flagged
    }

    /// Whether instances consist of more than one payload.
    pub const fn extends(self) -> bool {
        self.base.is_some()
    }
}
