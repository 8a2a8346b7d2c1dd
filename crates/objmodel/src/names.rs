//! Interned strings: one object per name, so that names compare by identity; and the names that
//! the library itself uses.

use hashbrown::HashTable;
use objmodel_gc::{Heap, Value};
use objmodel_slots::{SPECIAL_COUNT, SpecialId};

use crate::objects::str::{Str, StrObject};
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::Types;

/// All interned strings of a runtime. A name that only this table holds is dropped when the table
/// would grow.
pub(crate) struct Interner {
    table: HashTable<Str>,
    /// Bits of strings that are known to be in the table, each at a place of its own.
    known: Box<[u64; KNOWN]>,
}

const KNOWN: usize = 512;

impl Default for Interner {
    fn default() -> Interner {
        Interner { table: HashTable::new(), known: Box::new([0; KNOWN]) }
    }
}

impl Interner {
    fn place(name: &Str) -> usize {
        (name.bits() >> 4) as usize % KNOWN
    }

    /// Whether the string was met as an interned one lately.
    #[inline]
    fn knows(&self, name: &Str) -> bool {
        self.known[Interner::place(name)] == name.bits()
    }

    /// Notes that the string is in the table.
    fn note(&mut self, name: &Str) {
        self.known[Interner::place(name)] = name.bits();
    }

    pub(crate) fn find(&self, heap: &Heap, hash: i64, text: &[u8]) -> Option<Str> {
        self.table.find(hash as u64, |name| name.read(heap).as_bytes() == text).cloned()
    }

    /// Adds a string that is known to be absent and whose hash was computed.
    pub(crate) fn insert(&mut self, heap: &Heap, name: Str) {
        if self.table.len() == self.table.capacity() {
            self.table.retain(|name| name.ref_count() > 1);
            // Another string may get the address of one that is gone.
            self.known.fill(0);
        }
        let hash = name.read(heap).hash.get();
        self.table.insert_unique(hash as u64, name, |name| name.read(heap).hash.get() as u64);
    }
}

macro_rules! names {
    ($($ident:ident $text:literal)*) => {
        /// Names that the library uses besides the special names of slots.
        #[allow(missing_docs)]
        pub struct Names {
            $(pub $ident: Str,)*
            specials: [Str; SPECIAL_COUNT],
        }

        impl Names {
            pub(crate) fn new(
                mut intern: impl FnMut(&str) -> Result<Str, objmodel_gc::AllocError>,
            ) -> Result<Box<Names>, objmodel_gc::AllocError> {
                let specials = SpecialId::ALL.map(SpecialId::name);
                let mut names = Vec::with_capacity(TEXTS.len() + SPECIAL_COUNT);
                for text in TEXTS.iter().chain(&specials) {
                    names.push(intern(text)?);
                }
                let specials = names.split_off(TEXTS.len());
                let (Ok(names), Ok(specials)) =
                    (<[Str; TEXTS.len()]>::try_from(names), specials.try_into())
                else {
                    unreachable!("one name for each text")
                };
                let [$($ident,)*] = names;
                Ok(Box::new(Names { $($ident,)* specials }))
            }
        }

        const TEXTS: &[&str] = &[$($text,)*];
    };
}

names! {
    empty ""
    abstractmethods "__abstractmethods__"
    all "__all__"
    annotations "__annotations__"
    bases "__bases__"
    builtins "__builtins__"
    bytes "__bytes__"
    ceil "__ceil__"
    class "__class__"
    class_cell "__classcell__"
    class_dict_cell "__classdictcell__"
    class_getitem "__class_getitem__"
    code "__code__"
    complex "__complex__"
    copy "copy"
    dict "__dict__"
    dir "__dir__"
    doc "__doc__"
    enter "__enter__"
    exit "__exit__"
    aenter "__aenter__"
    aexit "__aexit__"
    file "__file__"
    firstlineno "__firstlineno__"
    floor "__floor__"
    format "__format__"
    getstate "__getstate__"
    init_subclass "__init_subclass__"
    instancecheck "__instancecheck__"
    keys "keys"
    length_hint "__length_hint__"
    match_args "__match_args__"
    missing "__missing__"
    module "__module__"
    mro "mro"
    mro_entries "__mro_entries__"
    name "__name__"
    new "__new__"
    notes "__notes__"
    objclass "__objclass__"
    orig_bases "__orig_bases__"
    orig_class "__orig_class__"
    package "__package__"
    prepare "__prepare__"
    qualname "__qualname__"
    reduce_ex "__reduce_ex__"
    reversed "__reversed__"
    round "__round__"
    self_ "__self__"
    set_name "__set_name__"
    sizeof "__sizeof__"
    slots "__slots__"
    static_attributes "__static_attributes__"
    subclasscheck "__subclasscheck__"
    subclasshook "__subclasshook__"
    throw "throw"
    send "send"
    close "close"
    trunc "__trunc__"
    type_params "__type_params__"
    weakref "__weakref__"
    wrapped "__wrapped__"
    path "__path__"
    spec "__spec__"
    loader "__loader__"
    main "__main__"
    builtins_module "builtins"
    metaclass "metaclass"
}

impl Names {
    /// The name of a special method, as an interned string.
    #[inline]
    pub fn special(&self, id: SpecialId) -> &Str {
        &self.specials[id as usize]
    }
}

/// A string of class `str`, before there is a runtime.
pub(crate) fn bare_str(
    heap: &Heap,
    types: &Types,
    key: (u64, u64),
    text: &[u8],
) -> Result<Str, objmodel_gc::AllocError> {
    heap.bytes().charge(crate::objects::str::str_bytes(text.len()))?;
    let payload = StrObject::new(text);
    payload.hash.set(crate::hash::of_bytes(key, text));
    heap.alloc(&types.str, payload)
}

impl Runtime {
    /// The one object for this name. Attribute names, keyword names and keys of namespaces are
    /// best interned: they compare by identity then.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let one = rt.intern("name")?;
    /// let other = rt.intern("name")?;
    /// assert!(one.is(&other));
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn intern(&mut self, text: &str) -> Result<Str> {
        self.intern_bytes(&crate::objects::spelling::read(text))
    }

    /// The one string with this content, given as WTF-8.
    pub(crate) fn intern_bytes(&mut self, text: &[u8]) -> Result<Str> {
        let hash = crate::hash::of_bytes(self.hash_key, text);
        if let Some(name) = self.interner.find(&self.heap, hash, text) {
            return Ok(name);
        }
        let name = self.str_from_bytes(text)?;
        name.read(self).hash.set(hash);
        self.interner.insert(&self.heap, name.clone());
        Ok(name)
    }

    /// The interned object equal to `name`, which becomes it if there is none yet.
    #[inline]
    pub fn intern_str(&mut self, name: &Str) -> Str {
        if self.interner.knows(name) {
            return name.clone();
        }
        let interned = self.find_or_intern(name);
        if interned.is(name) && Value::is_leaf(name) {
            self.interner.note(name);
        }
        interned
    }

    fn find_or_intern(&mut self, name: &Str) -> Str {
        // A text of another runtime stays what it is.
        let Some(text) = name.try_read(self).map(StrObject::as_bytes) else { return name.clone() };
        let hash = self.str_hash(name);
        if let Some(interned) = self.interner.find(&self.heap, hash, text) {
            return interned;
        }
        if Value::is_leaf(name) {
            self.interner.insert(&self.heap, name.clone());
        }
        name.clone()
    }
}
