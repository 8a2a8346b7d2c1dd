//! Filling the namespace of a native class from its table.
//!
//! It happens when somebody looks into the namespace first: most programs do so with few of the
//! classes, and a runtime starts the faster. What it will take is charged when the class is
//! installed, so that looking into a class is never refused.

use objmodel_gc::Value;
use objmodel_slots::{SlotId, SlotSet, SpecialId, SpecialSet};

use super::spec::{ClassSpec, Constant, MethodKind, MethodSpec};
use crate::objects::descriptor::{
    Accessors, GetSetObject, MemberField, MemberObject, MethodDescriptorObject,
    WrappedFunctionObject, WrapperObject,
};
use crate::objects::dict::Dict;
use crate::objects::native::NativeObject;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::Type;
use crate::types::make::Member;

/// Bytes that an entry of a namespace takes: its place, its name, the descriptor.
const ENTRY_BYTES: usize = 192;

const NEW: MethodSpec = MethodSpec::raw_function(
    "__new__",
    "($type, *args, **kwargs)",
    crate::types::wrappers::call_new,
)
.doc("Create and return a new object.  See help(type) for accurate signature.");

/// Classes whose namespace has `__getattribute__` in CPython although it does what `object`'s does:
/// it shows in `vars` and in the words of errors.
const OWN_GETATTRIBUTE: &[&str] = &[
    "BaseException",
    "bytearray",
    "bytes",
    "collections.defaultdict",
    "collections.deque",
    "complex",
    "dict",
    "enumerate",
    "filter",
    "functools.partial",
    "int",
    "itertools.accumulate",
    "itertools.batched",
    "itertools.chain",
    "itertools.combinations",
    "itertools.combinations_with_replacement",
    "itertools.compress",
    "itertools.count",
    "itertools.cycle",
    "itertools.dropwhile",
    "itertools.filterfalse",
    "itertools.groupby",
    "itertools.islice",
    "itertools.pairwise",
    "itertools.permutations",
    "itertools.product",
    "itertools.repeat",
    "itertools.starmap",
    "itertools.takewhile",
    "itertools.zip_longest",
    "list",
    "map",
    "memoryview",
    "operator.attrgetter",
    "operator.itemgetter",
    "operator.methodcaller",
    "property",
    "range",
    "reversed",
    "set",
    "slice",
    "tuple",
    "types.UnionType",
    "zip",
];

impl ClassSpec {
    /// The special names that the namespace will have.
    pub(crate) fn specials(&self) -> SpecialSet {
        let specials = self.named_specials().union(self.wrapped_specials());
        if self.is_unhashable() { specials.with(SpecialId::Hash) } else { specials }
    }

    /// Those that the table gives a meaning by name.
    fn named_specials(&self) -> SpecialSet {
        let attributes = self.attributes.iter().map(|(name, _)| *name);
        let methods = self.methods.iter().map(|method| method.name);
        let names = attributes.chain(methods).chain(self.getset.iter().map(|getset| getset.name));
        names.filter_map(SpecialId::from_name).fold(SpecialSet::EMPTY, SpecialSet::with)
    }

    /// Those under which the slots are wrapped.
    fn wrapped_specials(&self) -> SpecialSet {
        let names = self.slots.iter().flat_map(|(id, _)| id.names());
        let specials = names.fold(SpecialSet::EMPTY, |set, name| set.with(name.special));
        let specials = self.repeats.iter().fold(specials, |set, special| set.with(*special));
        let specials = match OWN_GETATTRIBUTE.contains(&self.name) {
            true => specials.with(SpecialId::GetAttribute),
            false => specials,
        };
        let specials = self.withheld.iter().fold(specials, |set, special| set.without(*special));
        // `tp_getattro` stands for `__getattribute__`; the fallback is only ever Python's.
        specials.without(SpecialId::GetAttr)
    }

    /// Whether the class says how its instances compare, and not how they hash.
    fn is_unhashable(&self) -> bool {
        let slots: SlotSet = self.slots.iter().map(|(id, _)| *id).collect();
        slots.has(SlotId::TpRichcompare) && !slots.has(SlotId::TpHash)
    }

    /// How many entries the namespace will have at most.
    fn entries(&self) -> usize {
        let wrappers = self.wrapped_specials().iter().count();
        self.attributes.len() + self.methods.len() + self.getset.len() + wrappers + 3
    }
}

impl Runtime {
    /// `__dict__` of a class. Change it only through [`Runtime::set_class_attribute`], or slots and
    /// caches will not notice.
    #[inline]
    pub fn namespace(&mut self, class: &Type) -> Dict {
        if self.body_of(class).lazy_spec.is_some() {
            self.populate_namespace(class);
        }
        self.body_of(class).dict().clone()
    }

    /// Fills the namespaces of a class and its bases.
    pub(crate) fn populate_mro(&mut self, class: &Type) {
        let mut at = 0;
        while let Some(ancestor) = class.read(self).mro.get(at) {
            if ancestor.read(self).lazy_spec.is_some() {
                let ancestor = ancestor.clone();
                self.populate_namespace(&ancestor);
            }
            at += 1;
        }
    }

    /// Charges what the namespace of a class will take.
    pub(crate) fn precharge(&mut self, spec: &'static ClassSpec) -> Result<()> {
        match self.heap.bytes().charge(spec.entries() * ENTRY_BYTES) {
            Ok(()) => Ok(()),
            Err(refused) => Err(self.out_of_memory(refused)),
        }
    }

    #[cold]
    fn populate_namespace(&mut self, class: &Type) {
        let Some(spec) = class.write(self).lazy_spec.take() else { return };
        let meter = self.heap.bytes();
        meter.credit(spec.entries() * ENTRY_BYTES);
        let limit = meter.limit();
        meter.set_limit(usize::MAX);
        let filled = self.define_all(class, spec);
        self.heap.bytes().set_limit(limit);
        if filled.is_err() {
            // The system itself has no memory: it is tried again when somebody looks again.
            let dict = class.read(self).dict().clone();
            let (dict, meter) = dict.write_charged(self);
            drop(dict.take(meter));
            class.write(self).lazy_spec = Some(spec);
        }
    }

    fn define_all(&mut self, class: &Type, spec: &'static ClassSpec) -> Result<()> {
        let dict = class.read(self).dict().clone();
        self.grow(&dict, |dict, meter| dict.reserve(meter, spec.entries()))?;
        for &(name, constant) in spec.attributes {
            let value = self.constant(constant)?;
            self.define(&dict, name, value)?;
        }
        for method in spec.methods {
            let member = Member::Method(method.define(), method.binding);
            let value = self.descriptor(class, method.name, member)?;
            self.define(&dict, method.name, value)?;
        }
        for spec in spec.getset {
            let value = if spec.member {
                let (owner, name) = (class.clone(), self.intern(spec.name)?);
                let field = MemberField::Native(spec);
                self.alloc(&self.types.member_descriptor, MemberObject { owner, name, field })?
                    .into_value()
            } else {
                self.descriptor(class, spec.name, Member::GetSet(Accessors::Table(spec)))?
            };
            self.define(&dict, spec.name, value)?;
        }
        self.wrap_slots(class, &dict, spec)?;
        let described = spec.getset.iter().any(|getset| getset.name == "__doc__");
        if !described {
            let doc = match spec.doc {
                Some(doc) => self.str(doc)?.into_value(),
                None => singletons::none(),
            };
            self.define(&dict, "__doc__", doc)?;
        }
        // Those of static classes are told by their names alone.
        if class.read(self).flags.extension
            && let Some((module, _)) = spec.name.rsplit_once('.')
        {
            let module = self.intern(module)?.into_value();
            self.define(&dict, "__module__", module)?;
        }
        if spec.is_unhashable() && !spec.named_specials().has(SpecialId::Hash) {
            self.define(&dict, "__hash__", singletons::none())?;
        }
        Ok(())
    }

    /// A wrapper for each special name of each native slot.
    fn wrap_slots(&mut self, class: &Type, dict: &Dict, spec: &'static ClassSpec) -> Result<()> {
        let named = spec.named_specials();
        for special in spec.wrapped_specials().iter().filter(|&special| !named.has(special)) {
            let filled = special
                .slots()
                .iter()
                .find_map(|&id| spec.slots.iter().find(|(slot, _)| *slot == id).copied());
            let inherited = || {
                let slots = &class.read(self).slots;
                let found = |&id: &SlotId| Some((id, slots.get(id).as_native()?.1));
                special.slots().iter().find_map(found)
            };
            let Some((slot, code)) = filled.or_else(inherited) else { continue };
            let value = if slot == SlotId::TpNew {
                self.new_wrapper(class)?
            } else {
                let (owner, name) = (class.clone(), self.names.special(special).clone());
                let wrapper = WrapperObject { owner, name, slot, special, code };
                self.alloc(&self.types.wrapper_descriptor, wrapper)?.into_value()
            };
            self.define(dict, special.name(), value)?;
        }
        Ok(())
    }

    /// `__new__` of a native class, as the function that scripts see.
    fn new_wrapper(&mut self, class: &Type) -> Result<Value> {
        let native = NativeObject {
            def: const { &NEW }.define(),
            bound: Some(Value::clone(class)),
            module: singletons::none(),
            owner: Some(class.clone()),
        };
        Ok(self.alloc(&self.types.builtin_function, native)?.into_value())
    }

    /// The descriptor that stands for a method or a computed attribute in the namespace of a class.
    pub(crate) fn descriptor(&mut self, class: &Type, name: &str, member: Member) -> Result<Value> {
        let owner = class.clone();
        Ok(match member {
            Member::Method(def, MethodKind::Instance) => self
                .alloc(&self.types.method_descriptor, MethodDescriptorObject { owner, def })?
                .into_value(),
            Member::Method(def, MethodKind::Class) => self
                .alloc(&self.types.classmethod_descriptor, MethodDescriptorObject { owner, def })?
                .into_value(),
            Member::Method(def, MethodKind::Static) => {
                let function = self.native_function(def, None, Some(owner))?;
                self.alloc(&self.types.static_method, WrappedFunctionObject { function })?
                    .into_value()
            }
            Member::GetSet(accessors) => {
                let name = self.intern(name)?;
                let payload = GetSetObject { owner, name, accessors };
                self.alloc(&self.types.getset_descriptor, payload)?.into_value()
            }
        })
    }

    fn constant(&mut self, constant: Constant) -> Result<Value> {
        Ok(match constant {
            Constant::None => singletons::none(),
            Constant::Int(n) => self.int(n)?,
            Constant::Str(text) => self.intern(text)?.into_value(),
            Constant::Names(names) => {
                let mut items = Vec::with_capacity(names.len());
                for name in names {
                    items.push(self.intern(name)?.into_value());
                }
                self.tuple(items.into_iter())?.into_value()
            }
        })
    }

    /// Adds a name that the table has once.
    fn define(&mut self, dict: &Dict, name: &str, value: Value) -> Result<()> {
        let name = self.intern(name)?;
        debug_assert!(self.dict_get_name(dict, &name).is_none(), "a table has a name twice");
        let hash = self.str_hash(&name);
        self.grow(dict, |dict, meter| dict.push(meter, hash, name.into_value(), value))
    }
}
