//! Payloads: the Rust values that objects consist of.

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

    #[doc(hidden)]
    const PREFIX: Prefix = Prefix::NONE;

    /// The bytes that the payload's buffers were charged for; credited when the object is freed.
    fn external_bytes(&self) -> usize {
        0
    }
}

/// What the heap itself keeps between the header and a payload.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Prefix {
    bytes: usize,
    role: Role,
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
    pub(crate) const NONE: Prefix = Prefix::new(0, Role::Plain);

    pub(crate) const fn new(bytes: usize, role: Role) -> Prefix {
        Prefix { bytes, role }
    }

    pub(crate) const fn bytes(self) -> usize {
        self.bytes
    }

    pub(crate) const fn role(self) -> Role {
        self.role
    }
}
