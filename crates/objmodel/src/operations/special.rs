//! Special methods: looked up on the class, past `__getattribute__` and the instance (data model,
//! "Special method lookup").

use objmodel_gc::{Ref, Value};
use objmodel_slots::SpecialId;
use smallvec::SmallVec;

use crate::arguments::CallArgs;
use crate::objects::function::FunctionObject;
use crate::objects::str::Str;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;

impl Runtime {
    /// What the object's class defines under a special name, unbound.
    #[inline]
    pub fn lookup_special(&mut self, object: Ref<'_>, special: SpecialId) -> Option<Value> {
        let class = self.type_of(object).to_gc();
        let name = self.names.special(special).clone();
        self.lookup(&class, &name)
    }

    /// Calls what a class defines under a special name, with `object` bound to it.
    ///
    /// # Errors
    /// `TypeError` if it is `None` or not callable; what binding and the call raise.
    #[inline]
    pub fn call_method(&mut self, function: &Value, object: Ref<'_>, args: &[Ref<'_>]) -> Result {
        if function.is_payload::<FunctionObject>() {
            // The usual case, a plain function: its `__get__` would only prepend the object.
            let mut all: SmallVec<[Ref<'_>; 6]> = SmallVec::with_capacity(args.len() + 1);
            all.push(object);
            all.extend_from_slice(args);
            return self.call_with(function.as_ref(), CallArgs::positional(&all));
        }
        let class = self.type_of(object).to_gc();
        let bound = self.bind_descriptor(function, Some(object), &class)?;
        self.call_with(bound.as_ref(), CallArgs::positional(args))
    }

    /// Calls the special method `name` that has no slot (`__format__`, `__enter__`), looked up on
    /// the class; `None` if the class does not define it.
    ///
    /// # Errors
    /// What the method raises.
    pub fn call_named(
        &mut self,
        object: Ref<'_>,
        name: &Str,
        args: &[Ref<'_>],
    ) -> Result<Option<Value>> {
        let class = self.type_of(object).to_gc();
        match self.lookup(&class, name) {
            Some(function) => self.call_method(&function, object, args).map(Some),
            None => Ok(None),
        }
    }

    /// `object.name(*args)`.
    ///
    /// # Errors
    /// `AttributeError`, and what the call raises.
    pub fn call_attr<'a>(
        &mut self,
        object: impl Into<Ref<'a>>,
        name: &Str,
        args: &[Ref<'_>],
    ) -> Result {
        let callee = self.getattr(object, name)?;
        self.call_with(callee.as_ref(), CallArgs::positional(args))
    }

    /// Whether a special name was set to `None` to forbid the operation.
    pub(crate) fn is_blocked(function: &Value) -> bool {
        singletons::is_none(function)
    }
}
