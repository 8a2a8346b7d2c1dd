//! Installing native types: classes are made and their slots filled; see [`namespace`](super::namespace) for
//! their namespaces.

use std::any::TypeId;
use std::rc::Rc;

use objmodel_gc::{AllocError, Gc, Heap, Payload, Value};
use objmodel_slots::SpecialId;

use super::spec::{ClassSpec, Constant};
use crate::objects::instance::Instance;
use crate::objects::native::NativeObject;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::object::{Late, Layout, Type, TypeFlags};
use crate::types::slot::{Slot, SlotOwner};
use crate::types::well_known::{Alloc, Types};

/// Whether CPython's class of that name is made at run time by an extension module.
fn is_of_extension(name: &str) -> bool {
    const MODULES: [&str; 5] = ["itertools", "functools", "operator", "collections", "_io"];
    const STATIC: [&str; 1] = ["collections.OrderedDict"];
    let module = name.split('.').next().unwrap_or_default();
    MODULES.contains(&module) && !STATIC.contains(&name)
}

impl Runtime {
    /// Gives every bootstrapped class its tuple of bases, its order and its namespace.
    pub(crate) fn tie_types(&mut self) -> Result<(), AllocError> {
        let (object, metaclass) = (self.types.object.clone(), self.types.r#type.clone());
        metaclass.write(self).base = Some(object);
        let mut all: Vec<Type> = self.types.all().into_iter().cloned().collect();
        let foreign = self.types.foreign.clone();
        all.push(foreign.clone());
        for class in &all {
            class.set_label(class.read(self).name());
            let base = class.read(self).base.clone();
            let dict = self.heap.alloc(&self.types.dict, Default::default())?;
            let items = base.iter().map(|base| Value::clone(base)).collect::<Vec<_>>();
            let bases = self.heap.alloc_inline_array(&self.types.tuple, items.into_iter(), 0)?;
            let mut mro = vec![class.clone()];
            if let Some(base) = &base {
                mro.extend(base.read(self).mro.iter().cloned());
                // `object.__subclasses__()` does not show that class.
                if !class.is(&foreign) {
                    let weak = &self.types.weakref;
                    let link = self.heap.alloc_weakref(weak, class.as_ref(), None, 0)?;
                    base.write(self).subclasses.push(link);
                }
            }
            let body = class.write(self);
            (body.dict, body.bases, body.mro) = (Late::new(dict), Late::new(bases), mro);
        }
        self.fill_foreign();
        self.modules = Some(self.heap.alloc(&self.types.dict, Default::default())?);
        self.builtins = Some(self.heap.alloc(&self.types.dict, Default::default())?);
        let args = self.heap.alloc_inline_array(&self.types.tuple, std::iter::empty(), 0)?;
        let payload = crate::objects::exception::ExceptionObject::new(args);
        let memory_error = self.heap.alloc_with_fields(&self.types.memory_error, payload, 1)?;
        self.memory_error = Some(memory_error.into_value());
        Ok(())
    }

    /// Installs the behaviour of a built-in class: `install_type(|types| &types.list, &LIST)`.
    /// Bases must be installed before their subclasses.
    ///
    /// Its namespace is filled when somebody looks into it; the bytes are charged now.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn install_type(
        &mut self,
        class: impl FnOnce(&Types) -> &Type,
        spec: &'static ClassSpec,
    ) -> Result<()> {
        let class = class(&self.types).clone();
        self.apply_spec(class, spec)
    }

    /// Installs the behaviour of a built-in class that a `#[pyclass(payload = ...)]` describes, as
    /// [`Runtime::install_type`] does.
    ///
    /// # Errors
    /// `MemoryError`.
    #[doc(hidden)]
    pub fn install_class<C: super::glue::Described>(
        &mut self,
        class: impl FnOnce(&Types) -> &Type,
    ) -> Result<()> {
        self.install_type(class, C::SPEC)
    }

    /// Lets every built-in class inherit what its bases got since; to be called when all tables
    /// are installed.
    pub fn inherit_everywhere(&mut self) {
        let mut all: Vec<Type> = self.types.all().into_iter().cloned().collect();
        let foreign = self.types.foreign.clone();
        all.push(foreign.clone());
        for class in &all {
            self.inherit_native_slots(class);
        }
    }

    /// Makes and installs a native class with payload `T`. There is one class for each payload
    /// type that is found by [`Runtime::type_for`]; the first registration counts.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn register_type<T: Payload>(&mut self, spec: &'static ClassSpec) -> Result<Type> {
        let base = self.types.object.clone();
        let layout = Layout { fixed: 0, dict: spec.dict, weakref: spec.weakref };
        self.register(TypeId::of::<T>(), Some(Heap::alloc_class::<T, _>), &base, layout, spec)
    }

    /// Makes the class of payload `T`, which extends that of `base`.
    pub(crate) fn register_extending<T: Payload>(
        &mut self,
        base: &Type,
        spec: &'static ClassSpec,
    ) -> Result<Type> {
        let fits = match T::PREFIX.extends() {
            true => self.heap.extends::<T, _>(base),
            false => base.instance_payload_is::<Instance>(),
        };
        if !fits {
            let name = base.read(self).full_name();
            return Err(self.system_error(format!("{} cannot extend '{name}'", spec.name)));
        }
        let inherited = base.read(self).layout;
        let layout = Layout {
            fixed: inherited.fixed,
            dict: inherited.dict || spec.dict,
            weakref: inherited.weakref || spec.weakref,
        };
        self.register(TypeId::of::<T>(), Some(Heap::alloc_class::<T, _>), base, layout, spec)
    }

    /// Makes and installs a native class that extends a native one and has so many fields more,
    /// which [`Runtime::put_field`] writes. `marker` finds the class again by
    /// [`Runtime::type_for`].
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn register_subtype<M: 'static>(
        &mut self,
        base: &Type,
        fields: u16,
        spec: &'static ClassSpec,
    ) -> Result<Type> {
        let inherited = base.read(self).layout;
        let layout = Layout {
            fixed: inherited.fixed + fields,
            dict: inherited.dict || spec.dict,
            weakref: inherited.weakref || spec.weakref,
        };
        self.register(TypeId::of::<M>(), None, base, layout, spec)
    }

    /// Makes a native class, by `alloc` or with the payload of `base`, and installs it.
    #[cold]
    fn register(
        &mut self,
        key: TypeId,
        alloc: Option<Alloc>,
        base: &Type,
        layout: Layout,
        spec: &'static ClassSpec,
    ) -> Result<Type> {
        let metaclass = &self.types.r#type;
        let name = spec.name.rsplit('.').next().unwrap_or(spec.name);
        let flags =
            TypeFlags { exception: base.read(self).flags.exception, ..TypeFlags::default() };
        let body = crate::types::well_known::body(
            name,
            Some(base.clone()),
            flags,
            layout,
            self.next_type_id,
        );
        let class = match alloc {
            Some(alloc) => alloc(&self.heap, metaclass, body),
            None => self.heap.alloc_subclass(metaclass, base, body),
        };
        let class = class.map_err(|refused| self.refused(refused))?;
        self.next_type_id += 1;
        self.heap.make_immortal(&class);
        self.link(&class, std::slice::from_ref(base))?;
        self.registered.entry(key).or_insert_with(|| class.clone());
        self.apply_spec(class.clone(), spec)?;
        for &(name, compute) in spec.computed {
            let value = compute(self)?;
            let name = self.intern(name)?;
            self.set_class_attribute(&class, &name, value)?;
        }
        Ok(class)
    }

    /// Gives a new class its bases, its order along the first base, and its namespace.
    pub(crate) fn link(&mut self, class: &Type, bases: &[Type]) -> Result<()> {
        let dict = self.dict()?;
        let tuple = self.tuple(bases.iter().map(|base| Value::clone(base)))?;
        let mut mro = vec![class.clone()];
        if let Some(base) = bases.first() {
            mro.extend(base.read(self).mro.iter().cloned());
        }
        let body = class.write(self);
        (body.dict, body.bases, body.mro) = (Late::new(dict), Late::new(tuple), mro);
        self.link_subclass(class)
    }

    /// Takes over what the table says of the class itself. Its namespace is filled when somebody
    /// looks into it.
    #[cold]
    fn apply_spec(&mut self, class: Type, spec: &'static ClassSpec) -> Result<()> {
        debug_assert_eq!(spec.fault(), None, "in the table of {}", spec.name);
        self.precharge(spec)?;
        let definer = SlotOwner(class.read(self).id);
        let body = class.write(self);
        body.flags.subclassable = spec.subclassable;
        body.flags.adds_fields = spec.adds_fields;
        body.text_signature = spec.text_signature;
        let inherited = class.read(self).base().and_then(|base| base.read(self).collection.get());
        class.read(self).collection.set(spec.collection.or(inherited));
        let body = class.write(self);
        body.doc = spec.doc;
        if spec.name.contains('.') {
            body.full_name = Some(spec.name.into());
            body.flags.extension = is_of_extension(spec.name);
        }
        for &(id, code) in spec.slots {
            body.slots.put(id, Slot::native(definer, code));
        }
        // `None` under a special name forbids the operation; what it means for hashes is told apart.
        for (name, constant) in spec.attributes {
            let special = SpecialId::from_name(name).filter(|&special| special != SpecialId::Hash);
            if let (Constant::None, Some(special)) = (constant, special) {
                for &id in special.fills() {
                    body.slots.put(id, Slot::Python(singletons::none()));
                }
            }
        }
        body.specials = spec.specials();
        body.lazy_spec = Some(spec);
        self.inherit_native_slots(&class);
        class.read(self).version.set(0);
        Ok(())
    }

    /// A `builtin_function_or_method`.
    pub(crate) fn native_function(
        &self,
        def: Rc<crate::objects::native::NativeDef>,
        bound: Option<Value>,
        owner: Option<Type>,
    ) -> Result<Value> {
        let native = NativeObject { def, bound, module: singletons::none(), owner };
        self.alloc(&self.types.builtin_function, native).map(Gc::into_value)
    }

    /// A function of a module.
    pub(crate) fn module_function(
        &mut self,
        def: Rc<crate::objects::native::NativeDef>,
        module: Value,
    ) -> Result<Value> {
        let native = NativeObject { def, bound: None, module, owner: None };
        self.alloc(&self.types.builtin_function, native).map(Gc::into_value)
    }
}
