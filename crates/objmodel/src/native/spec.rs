//! How a native type is described: one constant table, handed to a `Runtime`.

use crate::arguments::{Args, CallArgs};
use crate::native::intrinsic::Intrinsic;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::collection::Collection;
use crate::types::slot::SlotFn;
use objmodel_gc::Borrowed;
use objmodel_slots::{Signature, SlotId, SpecialId};

/// The table of a native type: what its class offers, in one constant at the end of its file.
///
/// [`Runtime::install_type`] reads it once: signatures are parsed, slots are filled, wrapper and
/// method descriptors go into the class's `__dict__`.
#[derive(Clone, Copy)]
pub struct ClassSpec {
    /// `__name__`, with the module in front (`"collections.deque"`) unless it is `builtins`.
    pub name: &'static str,
    /// `__doc__`.
    pub doc: Option<&'static str>,
    /// The constructor's parameters, for `__text_signature__`: `"(iterable=(), /)"`.
    pub text_signature: Option<&'static str>,
    /// Whether Python classes may derive from it.
    pub subclassable: bool,
    /// Whether instances have a `__dict__`; list [`GetSetSpec::DICT`] to show it. What the library
    /// itself defines says so elsewhere.
    pub dict: bool,
    /// Whether instances can be weakly referenced.
    pub weakref: bool,
    /// Whether instances have more fields than those of the base, in the same payload: of two such
    /// classes no class can be derived.
    pub adds_fields: bool,
    /// What the patterns of `match` take instances for.
    pub collection: Option<Collection>,
    /// Native code for the special methods. A special name that is absent here is inherited.
    pub slots: &'static [(SlotId, SlotFn)],
    /// Special methods that the namespace has again although they are inherited, as CPython's has.
    pub repeats: &'static [SpecialId],
    /// Special methods that the namespace does not have although a slot is filled.
    pub withheld: &'static [SpecialId],
    /// Ordinary methods, class methods and static methods.
    pub methods: &'static [MethodSpec],
    /// Computed attributes.
    pub getset: &'static [GetSetSpec],
    /// Plain class attributes.
    pub attributes: &'static [(&'static str, Constant)],
    /// Class attributes that are computed when the class is made.
    pub computed: &'static [(&'static str, ComputeFn)],
}

/// A slot, and the code that fills it.
pub type SlotRow = (SlotId, SlotFn);

/// Computes a class attribute.
pub type ComputeFn = fn(&mut Runtime) -> Result;

impl ClassSpec {
    /// A table to start from, with `..ClassSpec::DEFAULT`.
    pub const DEFAULT: ClassSpec = ClassSpec {
        name: "object",
        doc: None,
        text_signature: None,
        subclassable: true,
        dict: false,
        weakref: false,
        adds_fields: false,
        collection: None,
        slots: &[],
        repeats: &[],
        withheld: &[],
        methods: &[],
        getset: &[],
        attributes: &[],
        computed: &[],
    };

    /// The table itself, if each slot has code of its shape: to be asked in a constant, so that a
    /// wrong row does not compile.
    #[must_use]
    pub const fn checked(self) -> ClassSpec {
        let mut row = 0;
        while row < self.slots.len() {
            let (id, code) = &self.slots[row];
            assert!(
                id.shape() as u8 == code.shape() as u8,
                "a slot of the table has code of another shape"
            );
            row += 1;
        }
        self
    }

    /// What is wrong with the table: a slot with code of another shape, a signature by which
    /// arguments are to be bound and which does not parse.
    pub fn fault(&self) -> Option<String> {
        for (id, code) in self.slots {
            if id.shape() != code.shape() {
                return Some(format!("{} has code of shape {:?}", id.name(), code.shape()));
            }
        }
        for method in self.methods {
            if let (NativeCode::Bound(_), Err(error)) =
                (method.code, Signature::parse(method.signature))
            {
                return Some(format!("signature of {}: {error}", method.name));
            }
        }
        None
    }
}

/// A constant class attribute.
#[derive(Clone, Copy, Debug)]
pub enum Constant {
    /// `None`; under `__hash__` it makes instances unhashable.
    None,
    /// An integer.
    Int(i64),
    /// A string.
    Str(&'static str),
    /// A tuple of strings, as in `__match_args__`.
    Names(&'static [&'static str]),
}

/// Native code behind a function or method whose arguments were bound by its signature.
pub type NativeFn = for<'a> fn(&mut Runtime, Args<'a>) -> Result;
/// Native code that takes the arguments as the call site gave them.
pub type RawFn = for<'a> fn(&mut Runtime, CallArgs<'a>) -> Result;

/// How native code takes its arguments.
#[derive(Clone, Copy)]
pub enum NativeCode {
    /// Bound by the signature: one entry per parameter.
    Bound(NativeFn),
    /// As given, `self` first; the code checks them itself, the signature is documentation.
    Raw(RawFn),
}

/// What binds the first argument of a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MethodKind {
    /// An instance: the signature begins with `$self`.
    Instance,
    /// The class: the signature begins with `$type`.
    Class,
    /// Nothing.
    Static,
}

/// What `__text_signature__` of a native function shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownSignature {
    /// The parameters by which arguments are bound.
    Parameters,
    /// This text.
    Text(&'static str),
    /// `None`.
    Nothing,
}

/// One method of a native type, or one function of a native module.
#[derive(Clone, Copy)]
pub struct MethodSpec {
    /// Its name.
    pub name: &'static str,
    /// Its parameters in Python syntax, `"($self, value, start=0, /)"`.
    pub signature: &'static str,
    /// The code.
    pub code: NativeCode,
    /// What binds its first argument.
    pub binding: MethodKind,
    /// Whether CPython passes it a tuple, so that messages about a bound one name it alone.
    pub tuple: bool,
    /// What `__text_signature__` shows.
    pub shown: ShownSignature,
    /// The operation that it performs, where a host may do that instead of calling it.
    pub intrinsic: Option<Intrinsic>,
    /// Its docstring.
    pub doc: &'static str,
}

impl MethodSpec {
    /// An instance method with bound arguments; `args.at(0)` is `self`.
    pub const fn method(name: &'static str, signature: &'static str, code: NativeFn) -> Self {
        Self::new(name, signature, NativeCode::Bound(code), MethodKind::Instance)
    }

    /// A class method; `args.at(0)` is the class.
    pub const fn class_method(name: &'static str, signature: &'static str, code: NativeFn) -> Self {
        Self::new(name, signature, NativeCode::Bound(code), MethodKind::Class)
    }

    /// A static method, or a function of a module.
    pub const fn function(name: &'static str, signature: &'static str, code: NativeFn) -> Self {
        Self::new(name, signature, NativeCode::Bound(code), MethodKind::Static)
    }

    /// An instance method that takes its arguments as given.
    pub const fn raw_method(name: &'static str, signature: &'static str, code: RawFn) -> Self {
        Self::new(name, signature, NativeCode::Raw(code), MethodKind::Instance)
    }

    /// A function that takes its arguments as given. Without a signature its `__text_signature__` is `None`.
    pub const fn raw_function(name: &'static str, signature: &'static str, code: RawFn) -> Self {
        Self::new(name, signature, NativeCode::Raw(code), MethodKind::Static)
    }

    /// With a docstring.
    pub const fn doc(self, doc: &'static str) -> Self {
        MethodSpec { doc, ..self }
    }

    /// As a function that does no more than this operation.
    pub const fn intrinsic(self, intrinsic: Intrinsic) -> Self {
        MethodSpec { intrinsic: Some(intrinsic), ..self }
    }

    /// As what CPython passes a tuple: messages about a bound one name it alone.
    pub const fn by_tuple(self) -> Self {
        MethodSpec { tuple: true, ..self }
    }

    /// With another `__text_signature__` than the parameters by which arguments are bound.
    pub const fn shown_as(self, text: &'static str) -> Self {
        MethodSpec { shown: ShownSignature::Text(text), ..self }
    }

    /// With `None` for its `__text_signature__`.
    pub const fn without_signature(self) -> Self {
        MethodSpec { shown: ShownSignature::Nothing, ..self }
    }

    const fn new(
        name: &'static str,
        signature: &'static str,
        code: NativeCode,
        binding: MethodKind,
    ) -> Self {
        let shown = match signature.is_empty() {
            true => ShownSignature::Nothing,
            false => ShownSignature::Parameters,
        };
        MethodSpec { name, signature, code, binding, tuple: false, shown, intrinsic: None, doc: "" }
    }
}

/// Reads a computed attribute.
pub type GetterFn = fn(&mut Runtime, Borrowed<'_>) -> Result;
/// Writes a computed attribute, or deletes it without a value.
pub type SetterFn = fn(&mut Runtime, Borrowed<'_>, Option<Borrowed<'_>>) -> Result<()>;

/// One computed attribute of a native type: a `getset_descriptor`, or a `member_descriptor`.
#[derive(Clone, Copy)]
pub struct GetSetSpec {
    /// Its name.
    pub name: &'static str,
    /// Reads it.
    pub get: GetterFn,
    /// Writes or deletes it; without one it is read-only.
    pub set: Option<SetterFn>,
    /// Its docstring.
    pub doc: &'static str,
    /// Whether CPython has a `member_descriptor` here, which shows in its repr and messages.
    pub member: bool,
}

impl GetSetSpec {
    /// A read-only attribute.
    pub const fn read_only(name: &'static str, get: GetterFn) -> Self {
        GetSetSpec { name, get, set: None, doc: "", member: false }
    }

    /// An attribute that can be written.
    pub const fn writable(name: &'static str, get: GetterFn, set: SetterFn) -> Self {
        GetSetSpec { name, get, set: Some(set), doc: "", member: false }
    }

    /// A read-only attribute that is a `member_descriptor` in CPython.
    pub const fn member(name: &'static str, get: GetterFn) -> Self {
        GetSetSpec { name, get, set: None, doc: "", member: true }
    }

    /// With a docstring.
    pub const fn doc(self, doc: &'static str) -> Self {
        GetSetSpec { doc, ..self }
    }

    /// As a `member_descriptor`.
    pub const fn as_member(self) -> Self {
        GetSetSpec { member: true, ..self }
    }
}
