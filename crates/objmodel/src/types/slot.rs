//! What a slot holds: native code of one calling shape, or the Python object that implements it.
//!
//! Every shape takes `&mut Runtime`: any slot may run Python code. Native code lies in a slot behind
//! the depth guard (`Guarded`): it cannot be called without passing it.

use objmodel_gc::{Borrowed, ClearSink, Trace, Value, Visitor};
use objmodel_slots::{CompareOp, SLOT_COUNT, SlotId, SlotSet, SlotShape};

use crate::arguments::CallArgs;
use crate::objects::builder::TextBuilder;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::stack::Guarded;
use crate::types::Type;

/// `-x`, `iter(x)`, `repr(x)` and the like.
pub type UnaryFn = fn(&mut Runtime, Borrowed<'_>) -> Result;
/// `repr(x)`, appended: so the text of what a container holds is not copied at each level.
pub type ShowFn = fn(&mut Runtime, Borrowed<'_>, &mut TextBuilder) -> Result<()>;
/// `x + y` and the like; the first operand is the one whose class holds the slot, for reflected
/// slots too. Returns `NotImplemented` to pass.
pub type BinaryFn = fn(&mut Runtime, Borrowed<'_>, Borrowed<'_>) -> Result;
/// `pow(x, y, z)`; the first operand is the one whose class holds the slot.
pub type TernaryFn = fn(&mut Runtime, Borrowed<'_>, Borrowed<'_>, Borrowed<'_>) -> Result;
/// `bool(x)`.
pub type InquiryFn = fn(&mut Runtime, Borrowed<'_>) -> Result<bool>;
/// `len(x)`.
pub type LenFn = fn(&mut Runtime, Borrowed<'_>) -> Result<usize>;
/// `hash(x)`.
pub type HashFn = fn(&mut Runtime, Borrowed<'_>) -> Result<i64>;
/// `x(...)`.
pub type CallFn = for<'a> fn(&mut Runtime, Borrowed<'a>, CallArgs<'a>) -> Result;
/// `x.name`; `None` says that there is no such attribute without building the exception.
pub type GetAttrFn = fn(&mut Runtime, Borrowed<'_>, Borrowed<'_>) -> Result<Option<Value>>;
/// `x.name = value`, or `del x.name` without a value.
pub type SetAttrFn =
    fn(&mut Runtime, Borrowed<'_>, Borrowed<'_>, Option<Borrowed<'_>>) -> Result<()>;
/// `descriptor.__get__(instance, owner)`.
pub type DescrGetFn =
    fn(&mut Runtime, Borrowed<'_>, Option<Borrowed<'_>>, Option<Borrowed<'_>>) -> Result;
/// `descriptor.__set__(instance, value)`, or `__delete__(instance)` without a value.
pub type DescrSetFn =
    fn(&mut Runtime, Borrowed<'_>, Borrowed<'_>, Option<Borrowed<'_>>) -> Result<()>;
/// `x.__init__(...)`.
pub type InitFn = for<'a> fn(&mut Runtime, Borrowed<'a>, CallArgs<'a>) -> Result<()>;
/// `cls.__new__(cls, ...)`.
pub type NewFn = for<'a> fn(&mut Runtime, &Type, CallArgs<'a>) -> Result;
/// `next(x)`; `None` is the end, without an exception.
pub type IterNextFn = fn(&mut Runtime, Borrowed<'_>) -> Result<Option<Value>>;
/// The six comparisons.
pub type RichCompareFn = fn(&mut Runtime, Borrowed<'_>, Borrowed<'_>, CompareOp) -> Result;
/// `item in x`.
pub type ContainsFn = fn(&mut Runtime, Borrowed<'_>, Borrowed<'_>) -> Result<bool>;
/// `x * n` and `x[n]` of sequences.
pub type SizeArgFn = fn(&mut Runtime, Borrowed<'_>, isize) -> Result;
/// `x[n] = value`, or `del x[n]` without a value.
pub type SizeObjArgFn = fn(&mut Runtime, Borrowed<'_>, isize, Option<Borrowed<'_>>) -> Result<()>;
/// `x[key] = value`, or `del x[key]` without a value.
pub type ObjObjArgFn =
    fn(&mut Runtime, Borrowed<'_>, Borrowed<'_>, Option<Borrowed<'_>>) -> Result<()>;
/// `x.__del__()`.
pub type FinalizeFn = fn(&mut Runtime, Borrowed<'_>) -> Result<()>;
/// `x.send(value)` of generators and coroutines.
pub type SendFn = fn(&mut Runtime, Borrowed<'_>, Borrowed<'_>) -> Result<Sent>;
/// The buffer of a bytes-like object: a `memoryview` or an object with a native buffer.
pub type GetBufferFn = fn(&mut Runtime, Borrowed<'_>, i64) -> Result;
/// Ends the use of a buffer.
pub type ReleaseBufferFn = fn(&mut Runtime, Borrowed<'_>, Borrowed<'_>) -> Result<()>;

/// What a generator answered to `send`.
#[derive(Debug)]
pub enum Sent {
    /// It is suspended and yielded this.
    Yielded(Value),
    /// It ended and returned this.
    Returned(Value),
}

/// The shape of a slot that takes such code: what is shown piece by piece is a unary operation.
macro_rules! shape {
    (Show) => {
        SlotShape::Unary
    };
    ($shape:ident) => {
        SlotShape::$shape
    };
}

macro_rules! slot_shapes {
    ($($(#[$doc:meta])* $shape:ident($fn:ty), $get:ident;)*) => {
        /// Native code for a slot, by calling shape.
        #[derive(Clone, Copy)]
        #[non_exhaustive]
        pub enum SlotFn { $($(#[$doc])* $shape($fn),)* }

        impl SlotFn {
            /// The shape of the code.
            pub const fn shape(&self) -> SlotShape {
                match self { $(SlotFn::$shape(_) => shape!($shape),)* }
            }
        }

        /// The content of one slot of a class. 16 bytes.
        #[derive(Clone)]
        pub(crate) enum Slot {
            /// The class does not have the operation.
            Empty,
            /// The Python object found under the slot's only special name.
            Python(Value),
            /// The slot serves several special names (`__setattr__` and `__delattr__`), at least
            /// one of them defined in Python: look the name up at each use.
            ByName,
            $($shape(SlotOwner, Guarded<$fn>),)*
        }

        impl Slot {
            pub(crate) fn native(definer: SlotOwner, code: SlotFn) -> Slot {
                match code { $(SlotFn::$shape(f) => Slot::$shape(definer, Guarded::new(f)),)* }
            }

            /// Whose table the native code came from.
            pub(crate) fn definer(&self) -> Option<SlotOwner> {
                match self {
                    Slot::Empty | Slot::Python(_) | Slot::ByName => None,
                    $(Slot::$shape(definer, _) => Some(*definer),)*
                }
            }

            /// The native code with its definer, if the slot is native.
            pub(crate) fn as_native(&self) -> Option<(SlotOwner, SlotFn)> {
                match self {
                    Slot::Empty | Slot::Python(_) | Slot::ByName => None,
                    $(Slot::$shape(definer, f) => Some((*definer, SlotFn::$shape(f.unguarded()))),)*
                }
            }
        }

        impl Slots {
            $(
                /// The native code of `id`, if it is native and of this shape.
                #[inline]
                #[allow(dead_code)]
                pub(crate) fn $get(&self, id: SlotId) -> Option<Guarded<$fn>> {
                    match &self.entries[id as usize] { Slot::$shape(_, f) => Some(*f), _ => None }
                }
            )*
        }
    };
}

slot_shapes! {
    /// See [`UnaryFn`].
    Unary(UnaryFn), unary;
    /// See [`ShowFn`]; for `repr` alone.
    Show(ShowFn), show;
    /// See [`BinaryFn`].
    Binary(BinaryFn), binary;
    /// See [`TernaryFn`].
    Ternary(TernaryFn), ternary;
    /// See [`InquiryFn`].
    Inquiry(InquiryFn), inquiry;
    /// See [`LenFn`].
    Len(LenFn), len;
    /// See [`HashFn`].
    Hash(HashFn), hash;
    /// See [`CallFn`].
    Call(CallFn), call;
    /// See [`GetAttrFn`].
    GetAttr(GetAttrFn), getattr;
    /// See [`SetAttrFn`].
    SetAttr(SetAttrFn), setattr;
    /// See [`DescrGetFn`].
    DescrGet(DescrGetFn), descr_get;
    /// See [`DescrSetFn`].
    DescrSet(DescrSetFn), descr_set;
    /// See [`InitFn`].
    Init(InitFn), init;
    /// See [`NewFn`].
    New(NewFn), constructor;
    /// See [`IterNextFn`].
    IterNext(IterNextFn), iternext;
    /// See [`RichCompareFn`].
    RichCompare(RichCompareFn), richcompare;
    /// See [`ContainsFn`].
    Contains(ContainsFn), contains;
    /// See [`SizeArgFn`].
    SizeArg(SizeArgFn), size_arg;
    /// See [`SizeObjArgFn`].
    SizeObjArg(SizeObjArgFn), size_obj_arg;
    /// See [`ObjObjArgFn`].
    ObjObjArg(ObjObjArgFn), obj_obj_arg;
    /// See [`FinalizeFn`].
    Finalize(FinalizeFn), finalize;
    /// See [`SendFn`].
    Send(SendFn), send;
    /// See [`GetBufferFn`].
    GetBuffer(GetBufferFn), get_buffer;
    /// See [`ReleaseBufferFn`].
    ReleaseBuffer(ReleaseBufferFn), release_buffer;
}

/// Which class's table a native slot function came from. Two slots hold the same function if
/// their ids and definers are equal; addresses of functions tell nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SlotOwner(pub(crate) u32);

impl SlotOwner {
    /// The table of `type`.
    pub(crate) const TYPE: SlotOwner = SlotOwner(1);
    /// The table of `object`.
    pub(crate) const OBJECT: SlotOwner = SlotOwner(2);
}

/// All slots of one class. They lie in the class object itself, so that they are charged with it.
#[derive(Clone)]
pub(crate) struct Slots {
    entries: [Slot; SLOT_COUNT],
    /// Which of them have content.
    set: SlotSet,
}

impl Slots {
    pub(crate) fn empty() -> Slots {
        Slots { entries: [const { Slot::Empty }; SLOT_COUNT], set: SlotSet::EMPTY }
    }

    #[inline]
    pub(crate) fn get(&self, id: SlotId) -> &Slot {
        &self.entries[id as usize]
    }

    /// Changes the content of a slot and returns what it had.
    pub(crate) fn put(&mut self, id: SlotId, slot: Slot) -> Slot {
        self.set = match slot {
            Slot::Empty => self.set.without(id),
            _ => self.set.with(id),
        };
        std::mem::replace(&mut self.entries[id as usize], slot)
    }

    /// Which slots have content.
    #[inline]
    pub(crate) fn set(&self) -> SlotSet {
        self.set
    }

    /// Whether `==` is that of `object`.
    #[inline]
    pub(crate) fn compares_by_identity(&self) -> bool {
        matches!(self.get(SlotId::TpRichcompare), Slot::RichCompare(SlotOwner::OBJECT, _))
    }

    #[inline]
    pub(crate) fn has(&self, id: SlotId) -> bool {
        !matches!(self.entries[id as usize], Slot::Empty)
    }
}

impl Trace for Slots {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        for slot in self.entries.iter() {
            if let Slot::Python(implementation) = slot {
                implementation.trace(visitor);
            }
        }
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        for slot in self.entries.iter_mut() {
            if let Slot::Python(implementation) = slot {
                implementation.clear(sink);
            }
            *slot = Slot::Empty;
        }
        self.set = SlotSet::EMPTY;
    }
}
