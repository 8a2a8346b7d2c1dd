//! Installing native types: reading a table, filling slots, making descriptors.

use std::rc::Rc;

use objmodel_gc::{AllocError, Gc, Payload, Value};
use objmodel_slots::{SlotId, SpecialId};

use super::object::{Late, Type};
use super::slot::{Definer, Slot};
use super::spec::{Binding, Constant, TypeSpec};
use super::well_known::Types;
use crate::objects::descriptor::{
    GetSetObject, MemberField, MemberObject, MethodDescriptorObject, WrappedFunctionObject,
    WrapperObject,
};
use crate::objects::native::NativeObject;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;

impl Runtime {
    /// Gives every bootstrapped class its tuple of bases, its order and its namespace.
    pub(crate) fn tie_types(&mut self) -> Result<(), AllocError> {
        let (object, metaclass) = (self.types.object.clone(), self.types.r#type.clone());
        metaclass.write(self).base = Some(object);
        let all: Vec<Type> = self.types.all().into_iter().cloned().collect();
        for class in &all {
            let base = class.read(self).base.clone();
            let dict = self.heap.alloc(&self.types.dict, Default::default())?;
            let items = base.iter().map(|base| Value::clone(base)).collect::<Vec<_>>();
            let bases = self.heap.alloc_row(&self.types.tuple, items.into_iter(), 0)?;
            let mut mro = vec![class.clone()];
            if let Some(base) = &base {
                mro.extend(base.read(self).mro.iter().cloned());
                let weak = &self.types.weakref;
                let link = self.heap.alloc_weakref(weak, class.as_ref(), None, 0)?;
                base.write(self).subclasses.push(link);
            }
            let body = class.write(self);
            (body.dict, body.bases, body.mro) = (Late::new(dict), Late::new(bases), mro);
        }
        self.modules = Some(self.heap.alloc(&self.types.dict, Default::default())?);
        self.builtins = Some(self.heap.alloc(&self.types.dict, Default::default())?);
        let args = self.heap.alloc_row(&self.types.tuple, std::iter::empty(), 0)?;
        let payload = crate::objects::exception::ExceptionObject::new(args);
        let memory_error = self.heap.alloc_with_fields(&self.types.memory_error, payload, 1)?;
        self.memory_error = Some(memory_error.into_value());
        Ok(())
    }

    /// Installs the behaviour of a built-in class: `install_type(|types| &types.list, &LIST)`.
    /// Bases must be installed before their subclasses.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn install_type(
        &mut self,
        class: impl FnOnce(&Types) -> &Type,
        spec: &'static TypeSpec,
    ) -> Result<()> {
        let class = class(&self.types).clone();
        self.fill(&class, spec)
    }

    /// Lets every built-in class inherit what its bases got since; to be called when all tables
    /// are installed.
    pub fn inherit_everywhere(&mut self) {
        let all: Vec<Type> = self.types.all().into_iter().cloned().collect();
        for class in &all {
            self.inherit_native_slots(class);
        }
    }

    /// Makes and installs a native class with payload `T`. There is one class for each payload
    /// type that is found by [`Runtime::type_for`]; the first registration counts.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn register_type<T: Payload>(&mut self, spec: &'static TypeSpec) -> Result<Type> {
        let object = self.types.object.clone();
        let metaclass = self.types.r#type.clone();
        let layout = super::object::Layout { fixed: 0, dict: spec.dict, weakref: spec.weakref };
        let body = super::well_known::body(
            spec.name.rsplit('.').next().unwrap_or(spec.name),
            Some(object.clone()),
            super::object::TypeFlags::default(),
            layout,
            self.next_type_id,
        );
        self.next_type_id += 1;
        let class: Type = match self.heap.alloc_class::<T, _>(&metaclass, body) {
            Ok(class) => class,
            Err(refused) => return Err(self.refused(refused)),
        };
        self.heap.make_immortal(&class);
        self.tie(&class, &[object])?;
        self.registered.entry(std::any::TypeId::of::<T>()).or_insert_with(|| class.clone());
        self.fill(&class, spec)?;
        Ok(class)
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
        spec: &'static TypeSpec,
    ) -> Result<Type> {
        let metaclass = self.types.r#type.clone();
        let inherited = base.read(self).layout;
        let layout = super::object::Layout {
            fixed: inherited.fixed + fields,
            dict: inherited.dict || spec.dict,
            weakref: inherited.weakref || spec.weakref,
        };
        let body = super::well_known::body(
            spec.name.rsplit('.').next().unwrap_or(spec.name),
            Some(base.clone()),
            super::object::TypeFlags::default(),
            layout,
            self.next_type_id,
        );
        self.next_type_id += 1;
        let class: Type = match self.heap.alloc_subclass(&metaclass, base, body) {
            Ok(class) => class,
            Err(refused) => return Err(self.refused(refused)),
        };
        self.heap.make_immortal(&class);
        self.tie(&class, std::slice::from_ref(base))?;
        self.registered.entry(std::any::TypeId::of::<M>()).or_insert_with(|| class.clone());
        self.fill(&class, spec)?;
        Ok(class)
    }

    /// Gives a new class its bases, its order along the first base, and its namespace.
    pub(crate) fn tie(&mut self, class: &Type, bases: &[Type]) -> Result<()> {
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

    fn fill(&mut self, class: &Type, spec: &'static TypeSpec) -> Result<()> {
        let definer = Definer(class.read(self).id);
        let body = class.write(self);
        body.flags.subclassable = spec.subclassable;
        body.text_signature = spec.text_signature;
        for &(id, code) in spec.slots {
            body.slots.put(id, Slot::native(definer, code));
        }
        for &(name, constant) in spec.attributes {
            let value = self.constant(constant)?;
            self.define(class, name, value)?;
        }
        for method in spec.methods {
            let value = self.method_object(class, method)?;
            self.define(class, method.name, value)?;
        }
        for &spec in spec.getset {
            let (owner, name) = (class.clone(), self.intern(spec.name)?);
            let value = if spec.member {
                let field = MemberField::Native(spec);
                self.alloc(&self.types.member_descriptor, MemberObject { owner, name, field })?
                    .into_value()
            } else {
                self.alloc(&self.types.getset_descriptor, GetSetObject { owner, name, spec })?
                    .into_value()
            };
            self.define(class, spec.name, value)?;
        }
        self.wrap_slots(class, spec)?;
        let doc = match spec.doc {
            Some(doc) => self.str(doc)?.into_value(),
            None => singletons::none(),
        };
        let described = spec.getset.iter().any(|getset| getset.name == "__doc__");
        if !described {
            self.define(class, "__doc__", doc)?;
        }
        if let Some((module, _)) = spec.name.rsplit_once('.') {
            class.write(self).full_name = Some(spec.name);
            let module = self.intern(module)?.into_value();
            self.define(class, "__module__", module)?;
        }
        if !spec.slots.iter().any(|(id, _)| *id == SlotId::TpHash) {
            let compares = spec.slots.iter().any(|(id, _)| *id == SlotId::TpRichcompare);
            if compares {
                self.define(class, "__hash__", singletons::none())?;
            }
        }
        self.inherit_native_slots(class);
        class.read(self).version.set(0);
        Ok(())
    }

    /// Puts a wrapper into the namespace for each special name of each native slot.
    fn wrap_slots(&mut self, class: &Type, spec: &'static TypeSpec) -> Result<()> {
        for special in SpecialId::ALL {
            let name = self.names.special(special).clone();
            // `tp_getattro` stands for `__getattribute__`; the fallback is only ever Python's.
            if special == SpecialId::GetAttr
                || self.dict_get_name(class.read(self).dict(), &name).is_some()
            {
                continue;
            }
            let filled = special
                .slots()
                .iter()
                .find_map(|&id| spec.slots.iter().find(|(slot, _)| *slot == id));
            let Some(&(slot, code)) = filled else { continue };
            let value = if slot == SlotId::TpNew {
                self.new_wrapper(class)?
            } else {
                let owner = class.clone();
                let wrapper = WrapperObject { owner, name: name.clone(), slot, special, code };
                self.alloc(&self.types.wrapper_descriptor, wrapper)?.into_value()
            };
            self.define(class, special.name(), value)?;
        }
        Ok(())
    }

    /// `__new__` of a native class, as the function that scripts see.
    fn new_wrapper(&mut self, class: &Type) -> Result<Value> {
        let def = super::spec::MethodSpec::raw_function(
            "__new__",
            "($type, *args, **kwargs)",
            crate::types::wrappers::call_new,
        )
        .doc("Create and return a new object.  See help(type) for accurate signature.")
        .define();
        let native = NativeObject {
            def,
            bound: Some(Value::clone(class)),
            module: singletons::none(),
            owner: Some(class.clone()),
        };
        Ok(self.alloc(&self.types.builtin_function, native)?.into_value())
    }

    fn method_object(
        &mut self,
        class: &Type,
        method: &'static super::spec::MethodSpec,
    ) -> Result<Value> {
        let def = method.define();
        let owner = class.clone();
        Ok(match method.binding {
            Binding::Instance => self
                .alloc(&self.types.method_descriptor, MethodDescriptorObject { owner, def })?
                .into_value(),
            Binding::Class => self
                .alloc(&self.types.classmethod_descriptor, MethodDescriptorObject { owner, def })?
                .into_value(),
            Binding::Static => {
                let function = self.native_function(def, None, Some(owner))?;
                self.alloc(&self.types.static_method, WrappedFunctionObject { function })?
                    .into_value()
            }
        })
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

    /// Writes into the namespace of a class that nobody uses yet.
    pub(crate) fn define(&mut self, class: &Type, name: &str, value: Value) -> Result<()> {
        if let Some(special) = SpecialId::from_name(name) {
            let body = class.write(self);
            body.specials = body.specials.with(special);
        }
        let name = self.intern(name)?;
        let dict = class.read(self).dict().clone();
        self.dict_set_name(&dict, &name, value)
    }
}
