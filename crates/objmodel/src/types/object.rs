//! The type object: what a class is made of.

use std::borrow::Cow;
use std::cell::Cell;

use objmodel_gc::{Bound, Class, ClearSink, Gc, Trace, Value, Visitor, WeakRef};
use objmodel_slots::SpecialSet;

use super::collection::Collection;
use super::slot::Slots;
use super::spec::ClassSpec;
use crate::objects::dict::Dict;
use crate::objects::str::Str;
use crate::objects::tuple::Tuple;

/// A handle to a class.
pub type Type = Gc<Class<TypeObject>>;

/// A borrowed handle to a class.
pub type TypeRef<'a> = Bound<'a, Class<TypeObject>>;

/// The body of a class object.
#[derive(Trace)]
pub struct TypeObject {
    /// `__name__`.
    #[trace(leaf)]
    pub(crate) name: Box<str>,
    /// What messages call a native type of a module: `"collections.deque"`.
    #[trace(leaf)]
    pub(crate) full_name: Option<Cow<'static, str>>,
    /// `__qualname__`, if it is not the name.
    #[trace(leaf)]
    pub(crate) qualname: Option<Box<str>>,
    /// `__bases__`.
    pub(crate) bases: Late<Tuple>,
    /// `__base__`: the base whose layout this class extends.
    pub(crate) base: Option<Type>,
    /// `__mro__`, this class first; empty while the metaclass's `mro` runs for the first time.
    pub(crate) mro: Vec<Type>,
    /// How often the order was set: an assignment inside the metaclass's `mro` shows.
    #[trace(leaf)]
    pub(crate) orders: u32,
    /// The strings that were given as `__name__` and `__qualname__`, if they are of subclasses.
    pub(crate) given_names: [Option<Value>; 2],
    /// `__dict__`, the namespace.
    pub(crate) dict: Late<Dict>,
    /// The table of a native class from which the namespace has yet to be filled.
    #[trace(leaf)]
    pub(crate) lazy_spec: Option<&'static ClassSpec>,
    pub(crate) slots: Slots,
    /// The special names that the namespace defines.
    #[trace(leaf)]
    pub(crate) specials: SpecialSet,
    /// Weak references to the direct subclasses, in creation order.
    pub(crate) subclasses: Vec<Gc<WeakRef>>,
    pub(crate) layout: Layout,
    /// The fields that this class itself adds to its instances, by their sorted names.
    pub(crate) members: Vec<Str>,
    #[trace(leaf)]
    pub(crate) flags: TypeFlags,
    /// Changes whenever a lookup in this class may answer differently; 0 while nothing is cached.
    #[trace(leaf)]
    pub(crate) version: Cell<u64>,
    /// Who defines the native slots of this class's table.
    #[trace(leaf)]
    pub(crate) id: u32,
    /// How many attributes new instances get room for, learned from earlier ones.
    #[trace(leaf)]
    pub(crate) expected_attributes: Cell<u16>,
    /// How many instances more get room for some attributes though none is expected: what is set on
    /// the only instance of a class from outside is no reason to keep all of it in a dict.
    #[trace(leaf)]
    pub(crate) early: Cell<u8>,
    /// What `match` takes instances for.
    #[trace(leaf)]
    pub(crate) collection: Cell<Option<Collection>>,
    /// Which attributes that scripts look for are abstract (`__abstractmethods__`).
    pub(crate) abstract_methods: Option<Value>,
    /// `__text_signature__` of native types.
    #[trace(leaf)]
    pub(crate) text_signature: Option<&'static str>,
    /// `__doc__` of native types.
    #[trace(leaf)]
    pub(crate) doc: Option<&'static str>,
}

/// Where instances keep their fields: fixed ones first, then the attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Trace)]
pub(crate) struct Layout {
    /// Fields of `__slots__`, those of the bases included.
    pub(crate) fixed: u16,
    /// Whether instances have a `__dict__`.
    pub(crate) dict: bool,
    /// Whether instances can be weakly referenced.
    pub(crate) weakref: bool,
}

/// Properties of a class that do not change after its creation.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TypeFlags {
    /// Made by a class statement or by `type(...)`: its attributes can be set.
    pub(crate) heap: bool,
    /// Python classes may derive from it.
    pub(crate) subclassable: bool,
    /// Instances have more fields than those of the base, though the payload is the same.
    pub(crate) adds_fields: bool,
    /// An exception class.
    pub(crate) exception: bool,
    /// A native class that CPython's extension modules make at run time, which shows in a few
    /// messages and in `__flags__`.
    pub(crate) extension: bool,
}

/// What the earliest instances of a class get room for.
const EARLY_ATTRIBUTES: usize = 4;

impl TypeObject {
    /// How many attributes a new instance gets room for.
    #[inline]
    pub(crate) fn room_for_attributes(&self) -> usize {
        let expected = usize::from(self.expected_attributes.get());
        match self.early.get() {
            0 => expected,
            left => {
                self.early.set(left - 1);
                expected.max(EARLY_ATTRIBUTES)
            }
        }
    }

    /// `__name__`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What messages call the class: a native one with its module in front unless that is
    /// `builtins`, any other by its `__name__`.
    pub fn full_name(&self) -> &str {
        self.full_name.as_deref().unwrap_or(&self.name)
    }

    /// The string of a subclass that was given as `__name__`.
    pub fn given_name(&self) -> Option<&Value> {
        self.given_names[0].as_ref()
    }

    /// The string of a subclass that was given as `__qualname__`.
    pub fn given_qualname(&self) -> Option<&Value> {
        self.given_names[1].as_ref()
    }

    /// `__qualname__`.
    pub fn qualname(&self) -> &str {
        self.qualname.as_deref().unwrap_or(&self.name)
    }

    /// `__bases__`.
    pub fn bases(&self) -> &Tuple {
        self.bases.get()
    }

    /// `__base__`.
    pub fn base(&self) -> Option<&Type> {
        self.base.as_ref()
    }

    /// `__mro__`, this class first.
    pub fn mro(&self) -> &[Type] {
        &self.mro
    }

    /// `__dict__` as it is: empty for a native class into which nobody looked, see
    /// [`Runtime::namespace`](crate::Runtime::namespace).
    pub(crate) fn dict(&self) -> &Dict {
        self.dict.get()
    }

    /// `__text_signature__` of native types.
    pub fn text_signature(&self) -> Option<&'static str> {
        self.text_signature
    }

    /// `__doc__` of native types.
    pub fn doc(&self) -> Option<&'static str> {
        self.doc
    }

    /// Whether it was made by a class statement or by calling a metaclass.
    pub fn is_heap_type(&self) -> bool {
        self.flags.heap
    }

    /// Whether it is a native class that CPython makes at run time: one of an extension module.
    pub fn is_extension_type(&self) -> bool {
        self.flags.extension
    }

    /// Whether instances have a `__dict__`.
    pub fn instances_have_dict(&self) -> bool {
        self.layout.dict
    }

    /// Whether instances may be weakly referenced.
    pub fn instances_have_weakrefs(&self) -> bool {
        self.layout.weakref
    }

    /// How many fields of `__slots__` instances have.
    pub fn fixed_fields(&self) -> usize {
        self.layout.fixed.into()
    }

    /// Whether Python classes may derive from it.
    pub fn is_subclassable(&self) -> bool {
        self.flags.subclassable
    }
}

/// A handle that is set once while a runtime is put together: the first classes exist before the
/// tuples and dicts that they refer to.
pub(crate) struct Late<T>(Option<T>);

impl<T> Late<T> {
    pub(crate) const UNSET: Late<T> = Late(None);

    pub(crate) fn new(value: T) -> Late<T> {
        Late(Some(value))
    }

    #[inline]
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn get(&self) -> &T {
        self.0.as_ref().expect("set before the runtime is handed out, and never unset")
    }
}

impl<T: Trace> Trace for Late<T> {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }

    // What it refers to is cleared by itself if it is garbage; the handle stays, so that a class
    // that is met again while its cycle comes apart still has all its parts.
    fn clear(&mut self, _: &mut ClearSink) {}
}
