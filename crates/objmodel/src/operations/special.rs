//! Special methods: looked up on the class, past `__getattribute__` and the instance (data model,
//! "Special method lookup").

use objmodel_gc::{Borrowed, Bound, Value};
use objmodel_slots::SpecialId;

use crate::arguments::CallArgs;
use crate::native::{IntoArgs, IntoName};
use crate::objects::descriptor::{MethodDescriptorObject, WrapperObject};
use crate::objects::function::FunctionObject;
use crate::objects::str::Str;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::Type;

impl Runtime {
    /// What the object's class defines under a special name, unbound.
    #[inline]
    pub fn lookup_special(&mut self, object: Borrowed<'_>, special: SpecialId) -> Option<Value> {
        let name = self.names.special(special);
        if let Some(known) = self.known(self.class_of(object), name) {
            return known.found.clone();
        }
        let class = self.type_of(object).to_gc();
        let name = self.names.special(special).clone();
        self.lookup(&class, &name)
    }

    /// Calls what a class defines under a special name, with `object` bound to it.
    ///
    /// # Errors
    /// `TypeError` if it is `None` or not callable; what binding and the call raise.
    #[inline]
    pub fn call_unbound(
        &mut self,
        function: &Value,
        object: Borrowed<'_>,
        args: &[Borrowed<'_>],
    ) -> Result {
        self.call_unbound_with(function, object, CallArgs::positional(args))
    }

    /// Calls what a class defines under a special name, with any arguments behind `object`.
    ///
    /// # Errors
    /// As for [`Runtime::call_unbound`].
    pub fn call_unbound_with(
        &mut self,
        function: &Value,
        object: Borrowed<'_>,
        args: CallArgs<'_>,
    ) -> Result {
        // The usual cases, a plain function and a native method: their `__get__` would make a
        // bound method whose call only prepends the object.
        if let Some(function) = function.downcast_ref::<FunctionObject>() {
            return self.with_receiver(object, args, |rt, args| rt.call_function(function, args));
        }
        if let Some(method) = self.native_method(function.as_ref()) {
            let MethodDescriptorObject { def, owner, .. } = method.frozen();
            if !self.is_instance_of(object, owner) {
                return Err(self.wrong_receiver(def.name(), owner, object));
            }
            let home = super::call::Home::Class(owner);
            return self.with_receiver(object, args, |rt, args| rt.call_def(def, home, args));
        }
        // A wrapper is called with the object in front too, which shows in what it refuses.
        if let Some(wrapper) = function.downcast_ref::<WrapperObject>() {
            let wrapper = wrapper.frozen();
            if !self.is_instance_of(object, &wrapper.owner) {
                return Err(self.type_error(format!(
                    "descriptor '{}' requires a '{}' object but received a '{}'",
                    wrapper.name.read(self).as_str(),
                    wrapper.owner.read(self).full_name(),
                    self.type_name(object)
                )));
            }
        }
        let class = self.type_of(object).to_gc();
        let bound = self.bind_descriptor(function, Some(object), &class)?;
        self.call_with(bound.as_ref(), args)
    }

    /// The error of a method that is called on an instance of another class.
    #[cold]
    pub fn wrong_receiver(&self, name: &str, owner: &Type, object: Borrowed<'_>) -> Raise {
        self.type_error(format!(
            "descriptor '{name}' for '{}' objects doesn't apply to a '{}' object",
            owner.read(self).full_name(),
            self.type_name(object)
        ))
    }

    /// Calls what a class defines under a special name; `None` if binding it fails. Where an operation has another answer than its
    /// special method's (`repr`, `hash`, `iter`, comparison, `__del__`), CPython drops what `__get__`
    /// raised and gives that.
    ///
    /// # Errors
    /// What the call raises, and halts.
    pub(crate) fn call_method_if_bound(
        &mut self,
        function: &Value,
        object: Borrowed<'_>,
        args: &[Borrowed<'_>],
    ) -> Result<Option<Value>> {
        let plain = function.is_payload::<FunctionObject>()
            || function.is_payload::<WrapperObject>()
            || self.native_method(function.as_ref()).is_some();
        if plain {
            return self.call_unbound(function, object, args).map(Some);
        }
        let class = self.type_of(object).to_gc();
        match self.bind_descriptor(function, Some(object), &class) {
            Ok(bound) => self.call_with(bound.as_ref(), CallArgs::positional(args)).map(Some),
            Err(raise) => raise.into_exception().map(|_| None),
        }
    }

    /// `function` as a `method_descriptor`; class methods have the same payload but bind otherwise.
    fn native_method<'a>(
        &self,
        function: Borrowed<'a>,
    ) -> Option<Bound<'a, MethodDescriptorObject>> {
        let method = function.typed::<MethodDescriptorObject>()?;
        self.type_of(function).is(&self.types.method_descriptor).then_some(method)
    }

    /// What the object's class defines under a name, bound to the object (`__enter__`, `__exit__`).
    ///
    /// # Errors
    /// What its `__get__` raises.
    pub fn lookup_bound(&mut self, object: Borrowed<'_>, name: &Str) -> Result<Option<Value>> {
        let class = self.type_of(object).to_gc();
        match self.lookup(&class, name) {
            Some(found) => self.bind_descriptor(&found, Some(object), &class).map(Some),
            None => Ok(None),
        }
    }

    /// Calls the special method `name` that has no slot (`__format__`, `__enter__`), looked up on
    /// the class; `None` if the class does not define it.
    ///
    /// # Errors
    /// What the method raises.
    pub fn call_named(
        &mut self,
        object: Borrowed<'_>,
        name: &Str,
        args: &[Borrowed<'_>],
    ) -> Result<Option<Value>> {
        let class = self.type_of(object).to_gc();
        match self.lookup(&class, name) {
            Some(function) => self.call_unbound(&function, object, args).map(Some),
            None => Ok(None),
        }
    }

    /// `object.name(*args)`: `rt.call_method(&list, "append", (1,))`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let text = rt.str("a,b")?;
    /// let parts = rt.call_method(&text, "split", (",",))?;
    /// assert_eq!(parts.extract::<Vec<String>>(&mut rt)?, ["a", "b"]);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `AttributeError`, and what the call raises.
    pub fn call_method<'a>(
        &mut self,
        object: impl Into<Borrowed<'a>>,
        name: impl IntoName,
        args: impl IntoArgs,
    ) -> Result {
        let callee = self.getattr(object, name)?;
        self.call(&callee, args)
    }

    /// Whether a special name was set to `None` to forbid the operation.
    pub(crate) fn is_blocked(function: &Value) -> bool {
        singletons::is_none(function)
    }
}
