//! Making a class: `type.__new__` (data model, "Creating the class object").

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use objmodel_gc::{Borrowed, Gc, Value};
use objmodel_slots::{MroError, SpecialId, linearize};

use super::layout::{Plan, is_function};
use super::object::{Late, Type, TypeFlags};
use super::well_known::Alloc;
use crate::arguments::CallArgs;
use crate::native::spec::{GetSetSpec, MethodKind};
use crate::objects::cell::CellObject;
use crate::objects::descriptor::{
    Accessors, GetSetObject, MemberField, MemberObject, WrappedFunctionObject,
};
use crate::objects::dict::{Dict, DictObject};
use crate::objects::instance::Instance;
use crate::objects::native::NativeDef;
use crate::objects::str::{Str, StrObject};
use crate::objects::tuple::TupleObject;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;

/// What a class made from Rust has besides its namespace.
pub(crate) struct NativePart {
    /// Makes the class, if its instances have a payload of their own.
    pub(crate) alloc: Option<Alloc>,
    /// What is made once the class is there, since it has to know it.
    pub(crate) members: Vec<(String, Member)>,
    /// What messages call it, if not by its name.
    pub(crate) full_name: Option<String>,
}

/// A method or a computed attribute without its class.
pub(crate) enum Member {
    Method(Rc<NativeDef>, MethodKind),
    GetSet(Accessors),
}

/// Where a new class gets its layout and its namespace from.
#[derive(Clone, Copy)]
struct ClassParts<'a> {
    base: &'a Type,
    bases: &'a [Type],
    dict: &'a Dict,
    plan: &'a Plan,
}

/// A class, which is itself and no other.
#[derive(Clone, Copy)]
struct ById<'a>(&'a Type);

impl PartialEq for ById<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(other.0)
    }
}

impl Eq for ById<'_> {}

impl Hash for ById<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.bits().hash(state);
    }
}

/// Most attributes that an instance gets room for before any instance had so many.
const MAX_EXPECTED_ATTRIBUTES: usize = 16;
/// So many instances of a class get room for attributes that nothing foretells.
const EARLY_INSTANCES: u8 = 8;

impl Runtime {
    /// The metaclass of a class with these bases: the most derived of `wanted` and the bases' own
    /// (data model, "Determining the appropriate metaclass").
    ///
    /// # Errors
    /// `TypeError` if there is none that derives from all.
    pub fn calculate_metaclass(&self, wanted: &Type, bases: &[Type]) -> Result<Type> {
        self.check_own(wanted)?;
        bases.iter().try_for_each(|base| self.check_own(base))?;
        self.most_derived_metaclass(wanted, bases.iter().map(|base| base.as_ref()))
    }

    /// The most derived metaclass of bases that need not be classes.
    ///
    /// # Errors
    /// As for [`Runtime::calculate_metaclass`].
    pub fn most_derived_metaclass<'a>(
        &self,
        wanted: &Type,
        bases: impl IntoIterator<Item = impl Into<Borrowed<'a>>>,
    ) -> Result<Type> {
        let mut winner = wanted.clone();
        for base in bases {
            let base = base.into();
            let metaclass = self.type_of(base).to_gc();
            if self.is_subtype(&winner, &metaclass) {
                continue;
            }
            if !self.is_subtype(&metaclass, &winner) {
                return Err(self.type_error(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) \
                     subclass of the metaclasses of all its bases",
                ));
            }
            winner = metaclass;
        }
        Ok(winner)
    }

    /// `type.__new__(metaclass, name, bases, namespace, **keywords)`.
    ///
    /// # Errors
    /// `TypeError` and `ValueError` for classes that cannot be; what `__set_name__`,
    /// `__init_subclass__` and a custom `mro` raise.
    pub fn new_type(
        &mut self,
        metaclass: &Type,
        name: &Str,
        bases: &[Value],
        namespace: &Dict,
        keywords: CallArgs<'_>,
    ) -> Result<Type> {
        self.check_all_own(&[metaclass.as_ref(), name.as_ref(), namespace.as_ref()])?;
        self.check_all_own(objmodel_gc::refs(bases))?;
        let native = NativePart { alloc: None, members: Vec::new(), full_name: None };
        self.as_step(
            |rt| format!("type.__new__ for '{}'", rt.text_of(name.as_ref())),
            |rt| rt.new_type_from(metaclass, name, bases, namespace, keywords, native),
        )
    }

    /// `type.__new__` of a class that has a part made in Rust.
    pub(crate) fn new_type_from(
        &mut self,
        metaclass: &Type,
        name: &Str,
        bases: &[Value],
        namespace: &Dict,
        keywords: CallArgs<'_>,
        native: NativePart,
    ) -> Result<Type> {
        let bases = self.base_classes(bases)?;
        // The order of the bases is worked out from theirs, and what they have is looked through.
        let order: usize = bases.iter().map(|base| base.read(self).mro.len()).sum();
        self.tick(16 + order)?;
        let metaclass = self.calculate_metaclass(metaclass, &bases)?;
        let base = self.best_base(&bases)?;
        self.remark(|rt| {
            let metaclass = metaclass.read(rt).name();
            format!(
                "metaclass {metaclass}, instances laid out as those of {}",
                base.read(rt).name()
            )
        });
        let mangling = self.text_of(name.as_ref()).into_owned();
        let plan = self.plan_layout(&mangling, &base, &bases, namespace)?;
        self.remark(|rt| {
            let slots = plan.members.iter().map(|name| rt.text_of(name.as_ref()));
            let slots = slots.collect::<Vec<_>>().join(", ");
            let has = |has, what| if has { what } else { "" };
            format!(
                "adds to them: fields [{slots}]{}{}",
                has(plan.adds_dict, ", __dict__"),
                has(plan.adds_weakref, ", __weakref__")
            )
        });
        let text = self.class_name(name)?;
        let dict = self.dict()?;
        let copy = namespace.read(self).compact_copy();
        drop(self.grow(&dict, |dict, meter| dict.put(meter, copy))?);
        if dict.read(self).iter().any(|entry| !entry.key.is_payload::<StrObject>()) {
            let category = self.types.runtime_warning.clone();
            let message = format!("non-string key in the __dict__ of class {text}");
            self.warn(&category, &message)?;
        }
        let doc = self.names.doc.clone();
        if let Some(doc) = self.dict_get_name(&dict, &doc)
            && let Ok(doc) = doc.downcast::<StrObject>()
        {
            // CPython keeps it in UTF-8 too, which has no lone surrogates.
            self.utf8_of(&doc)?;
        }
        let qualname = self.take_qualname(&dict)?;
        let cell = self.take_cell(&dict, &self.names.class_cell.clone())?;
        let dict_cell = self.take_cell(&dict, &self.names.class_dict_cell.clone())?;
        let parts = ClassParts { base: &base, bases: &bases, dict: &dict, plan: &plan };
        let class = self.allocate_class(&metaclass, &text, parts, native.alloc)?;
        class.write(self).full_name = native.full_name.map(Cow::Owned);
        for (name, member) in native.members {
            let value = self.descriptor(&class, &name, member)?;
            let name = self.intern(&name)?;
            self.dict_set_name(&dict, &name, value)?;
        }
        self.note_name(&class, name, 0);
        match qualname {
            Some(qualname) => self.set_qualname(&class, &qualname),
            None => self.note_name(&class, name, 1),
        }
        self.wrap_functions(&dict)?;
        let module = self.names.module.clone();
        if self.dict_get_name(&dict, &module).is_none()
            && let Some(globals) = self.current_globals()
            && let Some(name) = self.dict_get_name(globals, &self.names.name)
        {
            self.dict_set_name(&dict, &module, name)?;
        }
        // The metaclass's `mro` meets a class that has no order, and not yet what its layout and its
        // comparison bring into the namespace; methods see `__class__` already.
        if let Some(cell) = cell {
            cell.write(self).contents = Some(Value::clone(&class));
        }
        // What the scopes of type parameters have seen as the namespace was the one of the statement.
        if let Some(cell) = dict_cell {
            let seen = self.mapping_proxy(Value::clone(&dict))?;
            cell.write(self).contents = Some(seen);
        }
        self.renew_order(&class)?;
        self.add_layout_descriptors(&class, &dict, &plan)?;
        let doc = self.names.doc.clone();
        if self.dict_get_name(&dict, &doc).is_none() {
            self.dict_set_name(&dict, &doc, singletons::none())?;
        }
        self.unhashable_if_compared(&dict)?;
        self.link_subclass(&class)?;
        self.note_specials(&class);
        self.resolve_all_slots(&class);
        self.call_set_names(&class, namespace)?;
        self.call_init_subclass(&class, keywords)?;
        Ok(class)
    }

    /// A string as the name of a class.
    ///
    /// # Errors
    /// `UnicodeEncodeError` for lone surrogates, `ValueError` for a null character.
    pub fn class_name(&mut self, name: &Str) -> Result<String> {
        let text = self.utf8_of(name)?;
        if text.contains('\0') {
            return Err(self.value_error("type name must not contain null characters"));
        }
        Ok(text)
    }

    /// Keeps a string that was given as `__name__` (0) or `__qualname__` (1) if it is of a subclass or
    /// has lone surrogates.
    fn note_name(&mut self, class: &Type, name: &Str, which: usize) {
        let plain = self.type_of(name.as_ref()).is(&self.types.str)
            && std::str::from_utf8(name.read(self).as_bytes()).is_ok();
        let given = (!plain && name.belongs_to(self)).then(|| Value::clone(name));
        let old = std::mem::replace(&mut class.write(self).given_names[which], given);
        drop(old);
    }

    /// Changes `__name__` of a class; `text` is what [`Runtime::class_name`] made of it.
    pub fn set_name(&mut self, class: &Type, name: &Str, text: &str) {
        let Some(body) = class.try_write(self) else { return };
        class.set_label(text);
        // `__qualname__` stays what it was, also where it was the name.
        let former = std::mem::replace(&mut body.name, text.into());
        body.qualname.get_or_insert(former);
        self.note_name(class, name, 0);
    }

    /// Changes `__qualname__` of a class.
    pub fn set_qualname(&mut self, class: &Type, name: &Str) {
        let text = self.text_of(name.as_ref()).into_owned();
        let Some(body) = class.try_write(self) else { return };
        body.qualname = Some(text.into());
        self.note_name(class, name, 1);
    }

    fn base_classes(&mut self, bases: &[Value]) -> Result<Vec<Type>> {
        if bases.is_empty() {
            return Ok(vec![self.types.object.clone()]);
        }
        let mut classes = Vec::with_capacity(bases.len());
        for base in bases {
            match self.as_type(base.as_ref()) {
                Some(class) => classes.push(class.to_gc()),
                None => {
                    let entries = self.names.mro_entries.clone();
                    let message = match self.lookup_attr(base, &entries)? {
                        Some(_) => {
                            "type() doesn't support MRO entry resolution; use types.new_class()"
                        }
                        None => "bases must be types",
                    };
                    return Err(self.type_error(message));
                }
            }
        }
        Ok(classes)
    }

    fn take_qualname(&mut self, dict: &Dict) -> Result<Option<Str>> {
        let name = self.names.qualname.clone();
        let Some(entry) = self.dict_remove_name(dict, &name) else { return Ok(None) };
        match entry.value.as_ref().typed::<StrObject>() {
            Some(text) => Ok(Some(text.to_gc())),
            None => Err(self.type_error(format!(
                "type __qualname__ must be a str, not {}",
                self.type_name(entry.value.as_ref())
            ))),
        }
    }

    /// The cell through which methods see `__class__` (data model, "Creating the class object"), or the
    /// one through which the scopes of type parameters see the namespace.
    fn take_cell(&mut self, dict: &Dict, name: &Str) -> Result<Option<Gc<CellObject>>> {
        let Some(entry) = self.dict_remove_name(dict, name) else { return Ok(None) };
        match entry.value.downcast::<CellObject>() {
            Ok(cell) => Ok(Some(cell)),
            Err(other) => {
                let class = Value::clone(&self.type_of(other.as_ref()));
                let shown = self.repr(&class)?;
                Err(self.type_error(format!(
                    "{} must be a nonlocal cell, not {}",
                    name.read(self).as_str(),
                    shown.read(self).as_str()
                )))
            }
        }
    }

    fn allocate_class(
        &mut self,
        metaclass: &Type,
        name: &str,
        parts: ClassParts<'_>,
        alloc: Option<Alloc>,
    ) -> Result<Type> {
        let ClassParts { base, bases, dict, plan } = parts;
        if alloc.is_some() && !base.instance_payload_is::<Instance>() {
            return Err(self.type_error(format!(
                "a class with state of its own cannot extend '{}'",
                base.read(self).full_name()
            )));
        }
        let tuple = self.tuple(bases.iter().map(|base| Value::clone(base)))?;
        let inherited = base.read(self);
        let exception = inherited.flags.exception;
        let flags = TypeFlags { heap: true, subclassable: true, exception, ..TypeFlags::default() };
        let expected = inherited.expected_attributes.get();
        let mut body = super::well_known::body(
            name,
            Some(base.clone()),
            flags,
            plan.layout,
            self.next_type_id,
        );
        self.next_type_id = self.next_type_id.wrapping_add(1);
        body.members = plan.members.clone();
        let stated = self.expected_attributes(dict, base).min(MAX_EXPECTED_ATTRIBUTES) as u16;
        body.expected_attributes.set(expected.max(stated));
        body.early.set(EARLY_INSTANCES);
        let collection = bases.iter().find_map(|base| base.read(self).collection.get());
        body.collection.set(collection);
        (body.bases, body.dict) = (Late::new(tuple), Late::new(dict.clone()));
        let class = match alloc {
            Some(alloc) => alloc(&self.heap, metaclass, body),
            None => self.heap.alloc_subclass(metaclass, base, body),
        };
        class.map_err(|refused| self.refused(refused))
    }

    /// How many attributes the methods of a class and its bases assign to `self`, by the lists that
    /// class bodies leave: so many will the first instance need.
    fn expected_attributes(&self, dict: &Dict, base: &Type) -> usize {
        let mut names: Vec<u64> = Vec::new();
        let bases = base.read(self).mro.iter().map(|base| base.read(self));
        let bases = bases.filter(|base| base.flags.heap).map(|base| base.dict());
        for dict in std::iter::once(dict).chain(bases) {
            let stated = self.dict_get_name(dict, &self.names.static_attributes);
            if let Some(stated) = stated.as_ref().and_then(|names| names.get::<TupleObject>(self)) {
                names.extend(stated.items().iter().map(|name| name.bits()));
            }
        }
        names.sort_unstable();
        names.dedup();
        names.len()
    }

    /// Functions under these names are static or class methods without saying so.
    fn wrap_functions(&mut self, dict: &Dict) -> Result<()> {
        let names = [
            (self.names.new.clone(), self.types.static_method.clone()),
            (self.names.init_subclass.clone(), self.types.class_method.clone()),
            (self.names.class_getitem.clone(), self.types.class_method.clone()),
        ];
        for (name, wrapper) in names {
            let found = self.dict_get_name(dict, &name);
            if let Some(function) = found.filter(|value| is_function(value.as_ref())) {
                let wrapped = self.alloc(&wrapper, WrappedFunctionObject { function })?;
                self.dict_set_name(dict, &name, wrapped.into_value())?;
            }
        }
        Ok(())
    }

    fn add_layout_descriptors(&mut self, class: &Type, dict: &Dict, plan: &Plan) -> Result<()> {
        let first = plan.layout.fixed as usize - plan.members.len();
        for (number, name) in plan.members.iter().enumerate() {
            let field = MemberField::Instance(first + number);
            let member = MemberObject { owner: class.clone(), name: name.clone(), field };
            let member = self.alloc(&self.types.member_descriptor, member)?;
            self.dict_set_name(dict, name, member.into_value())?;
        }
        let adds = [(plan.adds_dict, &DICT), (plan.adds_weakref, &WEAKREF)];
        for (_, spec) in adds.into_iter().filter(|(adds, _)| *adds) {
            let name = self.intern(spec.name)?;
            // What the namespace has under the name stands.
            if self.dict_get_name(dict, &name).is_some() {
                continue;
            }
            let owner = class.clone();
            let accessors = Accessors::Table(spec);
            let getset = GetSetObject { owner, name: name.clone(), accessors };
            let getset = self.alloc(&self.types.getset_descriptor, getset)?;
            self.dict_set_name(dict, &name, getset.into_value())?;
        }
        Ok(())
    }

    /// `__eq__` without `__hash__` makes instances unhashable (data model, "object.__hash__").
    fn unhashable_if_compared(&mut self, dict: &Dict) -> Result<()> {
        use objmodel_slots::SpecialId::{Eq, Hash};
        let (eq, hash) = (self.names.special(Eq).clone(), self.names.special(Hash).clone());
        if self.dict_get_name(dict, &eq).is_some() && self.dict_get_name(dict, &hash).is_none() {
            self.dict_set_name(dict, &hash, singletons::none())?;
        }
        Ok(())
    }

    /// Computes the method resolution order anew: by the metaclass's `mro` if that is not `type`'s
    /// own, else C3. False if that code set it meanwhile, which stands then.
    ///
    /// # Errors
    /// What `mro` raises, and `TypeError` if it returns nonsense.
    pub(crate) fn renew_order(&mut self, class: &Type) -> Result<bool> {
        let before = class.read(self).orders;
        let order = self.compute_mro(class)?;
        let body = class.write(self);
        if body.orders != before {
            return Ok(false);
        }
        body.orders = before.wrapping_add(1);
        let old = std::mem::replace(&mut body.mro, order);
        drop(old);
        self.invalidate(class);
        Ok(true)
    }

    fn compute_mro(&mut self, class: &Type) -> Result<Vec<Type>> {
        let metaclass = self.type_of(class.as_ref()).to_gc();
        let name = self.names.mro.clone();
        if let Some(custom) = self.lookup(&metaclass, &name) {
            use crate::objects::descriptor::MethodDescriptorObject;
            if !custom.is_payload::<MethodDescriptorObject>() {
                let answer = self.as_step(
                    |_| "the metaclass's mro is asked for the order".to_owned(),
                    |rt| rt.call_unbound(&custom, class.as_ref(), &[]),
                )?;
                return self.check_mro(class, &answer);
            }
        }
        self.remark_linearization(class);
        self.default_mro(class)
    }

    /// C3 over the bases' orders.
    ///
    /// # Errors
    /// `TypeError` if a base is given twice or the orders contradict each other.
    pub fn default_mro(&mut self, class: &Type) -> Result<Vec<Type>> {
        self.check_own(class)?;
        let bases: Vec<Type> = self.bases_of(class);
        if let Some(base) = bases.iter().find(|base| base.read(self).mro.is_empty()) {
            let name = base.read(self).full_name();
            return Err(self.type_error(format!("Cannot extend an incomplete type '{name}'")));
        }
        let ids: Vec<ById<'_>> = bases.iter().map(ById).collect();
        let orders: Vec<Vec<ById<'_>>> =
            bases.iter().map(|base| base.read(self).mro.iter().map(ById).collect()).collect();
        let slices: Vec<&[ById<'_>]> = orders.iter().map(Vec::as_slice).collect();
        match linearize(ById(class), &ids, &slices) {
            Ok(order) => Ok(order.into_iter().map(|ById(class)| class.clone()).collect()),
            Err(error) => {
                let message = error.message(|ById(class)| class.read(self).name().to_owned());
                // CPython gathers the classes in a dict, so what their metaclass says of hashing counts.
                let heads: Vec<Type> = match error {
                    MroError::DuplicateBase(_) => Vec::new(),
                    MroError::Inconsistent(heads) => {
                        heads.into_iter().map(|ById(class)| class.clone()).collect()
                    }
                };
                for head in heads {
                    // `type` itself hashes by identity.
                    if !self.type_of(head.as_ref()).is(&self.types.r#type) {
                        self.hash(head.as_ref())?;
                    }
                }
                Err(self.type_error(message))
            }
        }
    }

    pub(crate) fn bases_of(&self, class: &Type) -> Vec<Type> {
        let bases = class.read(self).bases();
        bases
            .read(self)
            .items()
            .iter()
            .filter_map(|base| self.as_type(base.as_ref()).map(|base| base.to_gc()))
            .collect()
    }

    /// Checks what a metaclass's `mro` returned.
    fn check_mro(&mut self, class: &Type, answer: &Value) -> Result<Vec<Type>> {
        let items = self.collect(answer)?;
        let solid = self.solid_base(class);
        let mut order = Vec::with_capacity(items.len());
        for item in items {
            let Some(entry) = self.as_type(item.as_ref()) else {
                return Err(self.type_error(format!(
                    "mro() returned a non-class ('{}')",
                    self.type_name(item.as_ref())
                )));
            };
            if !self.is_subtype(&solid, &self.solid_base(&entry.to_gc())) {
                return Err(self.type_error(format!(
                    "mro() returned base with unsuitable layout ('{}')",
                    entry.read(self).full_name()
                )));
            }
            order.push(entry.to_gc());
        }
        if order.is_empty() {
            return Err(self.type_error("type MRO must not be empty"));
        }
        Ok(order)
    }

    fn call_set_names(&mut self, class: &Type, namespace: &Dict) -> Result<()> {
        let set_name = self.names.set_name.clone();
        let entries = namespace.read(self).iter().map(|e| (e.key.clone(), e.value.clone()));
        let entries = self.gather(entries)?;
        for (key, value) in entries {
            let found = {
                let of = self.type_of(value.as_ref()).to_gc();
                self.lookup(&of, &set_name)
            };
            let Some(function) = found else { continue };
            let called = self.as_step(
                |rt| {
                    let (of, key) = (rt.type_name(value.as_ref()), rt.text_of(key.as_ref()));
                    format!("{of}.__set_name__ for {key}")
                },
                |rt| rt.call_unbound(&function, value.as_ref(), &[class.as_ref(), key.as_ref()]),
            );
            if let Err(raise) = called {
                let key = self.repr(&key)?;
                let note = format!(
                    "Error calling __set_name__ on '{}' instance {} in '{}'",
                    self.type_name(value.as_ref()),
                    key.read(self).as_str(),
                    class.read(self).name()
                );
                return Err(self.with_note(raise, &note));
            }
        }
        Ok(())
    }

    /// `super(cls, cls).__init_subclass__(**keywords)`.
    fn call_init_subclass(&mut self, class: &Type, keywords: CallArgs<'_>) -> Result<()> {
        let name = self.names.init_subclass.clone();
        if !class.read(self).mro.iter().any(|ancestor| ancestor.is(class)) {
            let name = class.read(self).name();
            return Err(self.type_error(format!(
                "super(type, obj): obj (type {name}) is not an instance or subtype of type ({name})."
            )));
        }
        let mut next = 1;
        while let Some(ancestor) = class.read(self).mro.get(next).cloned() {
            next += 1;
            let dict = self.namespace(&ancestor);
            if let Some(found) = self.dict_get_name(&dict, &name) {
                self.as_step(
                    |rt| format!("{}.__init_subclass__", ancestor.read(rt).name()),
                    |rt| {
                        let bound = rt.bind_descriptor(&found, None, class)?;
                        rt.call_with(bound.as_ref(), keywords)
                    },
                )?;
                return Ok(());
            }
        }
        Ok(())
    }

    /// `type(name, bases, namespace)` from Rust.
    ///
    /// # Errors
    /// As for [`Runtime::new_type`].
    pub fn make_class(&mut self, name: &str, bases: &[Value], namespace: &Dict) -> Result<Type> {
        let metaclass = self.types.r#type.clone();
        self.check_all_own(objmodel_gc::refs(bases))?;
        self.check_own(namespace)?;
        let name = self.intern(name)?;
        self.new_type(&metaclass, &name, bases, namespace, CallArgs::NONE)
    }
}

impl GetSetSpec {
    /// `__dict__` of a native type whose instances have one; unlike that of a class statement it
    /// cannot be deleted.
    pub const DICT: GetSetSpec = GetSetSpec::writable("__dict__", get_dict, set_native_dict);
}

static DICT: GetSetSpec = GetSetSpec::writable("__dict__", get_own_dict, set_own_dict)
    .doc("dictionary for instance variables");
static WEAKREF: GetSetSpec =
    GetSetSpec::read_only("__weakref__", get_weakref).doc("list of weak references to the object");

/// The `__dict__` descriptor of the native class among the object's, which speaks for it where there
/// is one: that of a class, a module or an exception.
fn native_dict(rt: &mut Runtime, object: Borrowed<'_>) -> Option<Value> {
    let mut class = rt.type_of(object).to_gc();
    while class.read(rt).flags.heap {
        class = class.read(rt).base.clone()?;
    }
    let name = rt.names.dict.clone();
    rt.lookup(&class, &name)
}

fn get_dict(rt: &mut Runtime, object: Borrowed<'_>) -> Result {
    match rt.instance_dict(object)? {
        Some(dict) => Ok(dict.into_value()),
        None => Err(rt.attribute_error("This object has no __dict__")),
    }
}

fn set_native_dict(
    rt: &mut Runtime,
    object: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    if value.is_none() {
        return Err(rt.type_error("cannot delete __dict__"));
    }
    set_dict(rt, object, value)
}

fn get_own_dict(rt: &mut Runtime, object: Borrowed<'_>) -> Result {
    let Some(native) = native_dict(rt, object) else { return get_dict(rt, object) };
    let class = rt.type_of(object).to_gc();
    rt.bind_descriptor(&native, Some(object), &class)
}

fn set_own_dict(rt: &mut Runtime, object: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let Some(native) = native_dict(rt, object) else { return set_dict(rt, object, value) };
    let name = match value {
        Some(_) => rt.names.special(SpecialId::Set).clone(),
        None => rt.names.special(SpecialId::Delete).clone(),
    };
    let arguments: Vec<Borrowed<'_>> = std::iter::once(object).chain(value).collect();
    match rt.call_named(native.as_ref(), &name, &arguments)? {
        Some(_) => Ok(()),
        None => Err(rt.attribute_error("readonly attribute")),
    }
}

fn set_dict(rt: &mut Runtime, object: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let dict = match value {
        None => rt.dict()?,
        Some(value) => match value.to_value().downcast::<DictObject>() {
            Ok(dict) => dict,
            Err(other) => {
                return Err(rt.type_error(format!(
                    "__dict__ must be set to a dictionary, not a '{}'",
                    rt.type_name(other.as_ref())
                )));
            }
        },
    };
    rt.set_instance_dict(object, dict).map(drop)
}

fn get_weakref(rt: &mut Runtime, object: Borrowed<'_>) -> Result {
    let first = rt.heap().weakrefs(object).into_iter().next();
    Ok(first.map_or_else(singletons::none, Gc::into_value))
}
