//! A slot: its id, its group, its calling shape, and what the table says of it.

use crate::special::SpecialId;

/// The part of a type that a slot belongs to, as CPython's documentation divides them.
///
/// Number, sequence and mapping slots stay apart because it shows: `[1] + x` asks `x.__radd__`
/// (number) before the list concatenates (sequence).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SlotGroup {
    /// `tp_*`: what every object can have.
    Type,
    /// `nb_*`: number protocol.
    Number,
    /// `sq_*`: sequence protocol.
    Sequence,
    /// `mp_*`: mapping protocol.
    Mapping,
    /// `am_*`: asynchronous protocol.
    Async,
    /// `bf_*`: buffer protocol.
    Buffer,
}

/// How a slot is called: what it takes and what it gives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SlotShape {
    /// `(self) -> object`: `repr(x)`, `-x`, `iter(x)`.
    Unary,
    /// `(self, other) -> object`, `NotImplemented` to pass: `x + y`, reflected and in place too.
    Binary,
    /// `(self, other, modulus or None) -> object`: `pow(x, y, z)`, reflected and in place too.
    Ternary,
    /// `(self) -> bool`: truth.
    Inquiry,
    /// `(self) -> length`.
    Len,
    /// `(self) -> hash`.
    Hash,
    /// `(self, arguments) -> object`.
    Call,
    /// `(self, name) -> object`, or no such attribute.
    GetAttr,
    /// `(self, name, value or nothing)`: sets an attribute, or deletes it.
    SetAttr,
    /// `(self, instance, owner) -> object`.
    DescrGet,
    /// `(self, instance, value or nothing)`: sets through a descriptor, or deletes.
    DescrSet,
    /// `(self, arguments)`: initializes.
    Init,
    /// `(class, arguments) -> object`: makes an instance.
    New,
    /// `(self) -> object`, or the end.
    IterNext,
    /// `(self, other, operator) -> object`: the six comparisons.
    RichCompare,
    /// `(self, item) -> bool`.
    Contains,
    /// `(self, number) -> object`: `sq_item`, `sq_repeat`.
    SizeArg,
    /// `(self, number, value or nothing)`: sets a sequence's item, or deletes it.
    SizeObjArg,
    /// `(self, key, value or nothing)`: sets a mapping's item, or deletes it.
    ObjObjArg,
    /// `(self)`: runs `__del__`.
    Finalize,
    /// `(self, value) -> yielded or returned`: resumes a generator or coroutine.
    Send,
    /// `(self, flags) -> buffer`.
    GetBuffer,
    /// `(self, buffer)`.
    ReleaseBuffer,
}

/// Which operand of an operator holds the slot.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OperandSide {
    /// The only operand, or there is no operator.
    Sole,
    /// The left operand of a binary operator.
    Left,
    /// The right operand: the reflected method.
    Right,
    /// The left operand of an augmented assignment.
    InPlace,
}

/// How a special name and a slot go together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Link {
    /// Defining the name in a class fills the slot; filling the slot of a native type gives its
    /// namespace a wrapper of that name.
    Both,
    /// A native slot gives a wrapper, but defining the name fills only another slot, and leaves
    /// this one empty: a class that defines `__add__` has `nb_add` and, although it may extend
    /// `list`, no `sq_concat`.
    Wraps,
    /// Defining the name fills the slot, but a native slot gives no wrapper: `__getattr__`, and
    /// `__new__`, which is a built-in function instead.
    Fills,
}

/// One special name of a slot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SlotName {
    /// The name.
    pub special: SpecialId,
    /// Whether the name fills the slot, the slot gives a wrapper, or both.
    pub link: Link,
    /// The wrapper's `__text_signature__`; empty if there is no wrapper.
    pub signature: &'static str,
    /// The wrapper's `__doc__`.
    pub doc: &'static str,
}

/// A row of the slot table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SlotInfo {
    /// The slot.
    pub id: SlotId,
    /// Its name in CPython's C API, `nb_add`.
    pub name: &'static str,
    /// Its group.
    pub group: SlotGroup,
    /// Its calling shape.
    pub shape: SlotShape,
    /// Which operand holds it.
    pub side: OperandSide,
    /// The operator as messages spell it, `"** or pow()"`; empty if there is none.
    pub operator: &'static str,
    /// The special names that it serves. More than one where setting and deleting, or the six
    /// comparisons, share a slot; none for `am_send`.
    pub names: &'static [SlotName],
}

macro_rules! slots {
    ($($id:ident $field:ident $group:ident $shape:ident $side:ident $operator:literal
        { $($special:ident $link:ident $signature:literal $doc:literal)* })*) => {
        /// A slot of a type: an operation that its instances may have.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum SlotId {
            $(
                #[doc = concat!("`", stringify!($field), "`.")]
                $id,
            )*
        }

        impl SlotId {
            /// All slots, in the order of the table.
            pub const ALL: [SlotId; SLOT_COUNT] = [$(SlotId::$id),*];
        }

        /// The number of slots.
        pub const SLOT_COUNT: usize = [$(SlotId::$id),*].len();

        /// The rows as a constant, for tables that are computed from them at compile time.
        pub(crate) const ROWS: [SlotInfo; SLOT_COUNT] = [$(SlotInfo {
            id: SlotId::$id,
            name: stringify!($field),
            group: SlotGroup::$group,
            shape: SlotShape::$shape,
            side: OperandSide::$side,
            operator: $operator,
            names: &[$(SlotName {
                special: SpecialId::$special,
                link: link!($link),
                signature: $signature,
                doc: $doc,
            }),*],
        }),*];
    };
}

macro_rules! link {
    (both) => {
        Link::Both
    };
    (wraps) => {
        Link::Wraps
    };
    (fills) => {
        Link::Fills
    };
}

crate::for_each_slot!(slots);

/// The slot table: `TABLE[id as usize]` is the row of `id`.
pub static TABLE: [SlotInfo; SLOT_COUNT] = ROWS;

impl SlotId {
    /// The slot's row of the table.
    #[inline]
    pub fn info(self) -> &'static SlotInfo {
        &TABLE[self as usize]
    }

    /// Its name in CPython's C API, `nb_add`.
    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// Its group.
    pub fn group(self) -> SlotGroup {
        self.info().group
    }

    /// Its calling shape.
    pub const fn shape(self) -> SlotShape {
        ROWS[self as usize].shape
    }

    /// The special names that it serves.
    pub fn names(self) -> &'static [SlotName] {
        self.info().names
    }

    /// What the table says of this slot under that name, if it serves it.
    pub fn named(self, special: SpecialId) -> Option<&'static SlotName> {
        self.names().iter().find(|name| name.special == special)
    }
}
