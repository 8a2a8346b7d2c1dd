//! Calling a class: `__new__`, then `__init__` (data model, "Basic customization").

use objmodel_gc::{Borrowed, Value};
use objmodel_slots::{SlotId, SpecialId};

use super::call::CALLING;
use crate::arguments::CallArgs;
use crate::objects::function::{Function, FunctionObject};
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::Type;
use crate::types::slot::Slot;

impl Runtime {
    /// `type.__call__`: makes an instance and, if it is one of this class, initializes it.
    ///
    /// # Errors
    /// `TypeError` if the class cannot be instantiated or `__init__` returns something; what both
    /// methods raise.
    pub fn instantiate(&mut self, class: &Type, args: CallArgs<'_>) -> Result {
        self.check_own(class)?;
        let (makes, initializes) = (self.object_makes(class), self.object_initializes(class));
        if makes && (!initializes || args.is_empty()) {
            if class.read(self).abstract_methods.is_some()
                && let Some(error) = self.abstract_class_error(class)?
            {
                return Err(error);
            }
            let instance = self.new_instance(class)?;
            if !initializes {
                self.call_init(instance.as_ref(), args)?;
            }
            return Ok(instance);
        }
        let instance = self.call_new(class, args)?;
        // Behind a `__new__` that takes the arguments, `object.__init__` has nothing to check.
        if initializes && !makes && self.type_of(instance.as_ref()).is(class) {
            return Ok(instance);
        }
        if !self.is_instance_of(instance.as_ref(), class) {
            return Ok(instance);
        }
        self.call_init(instance.as_ref(), args)?;
        Ok(instance)
    }

    /// Whether `object.__new__` makes the instances. It has nothing to check if there are no
    /// arguments, or an `__init__` that takes them.
    #[inline]
    fn object_makes(&self, class: &Type) -> bool {
        let own = class.read(self).slots.get(SlotId::TpNew);
        let plain = self.types.object.read(self).slots.get(SlotId::TpNew);
        matches!((own, plain), (Slot::New(own, _), Slot::New(plain, _)) if own == plain)
    }

    /// Whether `object.__init__` initializes the instances.
    #[inline]
    fn object_initializes(&self, class: &Type) -> bool {
        let own = class.read(self).slots.get(SlotId::TpInit);
        let plain = self.types.object.read(self).slots.get(SlotId::TpInit);
        matches!((own, plain), (Slot::Init(own, _), Slot::Init(plain, _)) if own == plain)
    }

    /// Whether a class takes native code for `__new__` or `__init__` from another class than
    /// `object`; `None` if it has a Python object under the name.
    pub fn overrides_natively(&self, class: &Type, special: SpecialId) -> Option<bool> {
        let id = match special {
            SpecialId::New => SlotId::TpNew,
            SpecialId::Init => SlotId::TpInit,
            _ => return None,
        };
        if !self.body_of(class).slots.has(id) {
            // A class without a constructor has not that of `object`.
            return Some(true);
        }
        let own = self.body_of(class).slots.get(id).definer()?;
        Some(Some(own) != self.types.object.read(self).slots.get(id).definer())
    }

    /// The `__init__` of a class whose instances [`Runtime::new_instance`] makes and that alone
    /// takes the arguments: for hosts that run it without a native call. `None` for all classes of
    /// which more is to be known.
    #[inline]
    pub fn plain_init(&self, class: &Type) -> Option<Function> {
        let body = class.try_read(self)?;
        let Slot::Python(init) = body.slots.get(SlotId::TpInit) else { return None };
        let own = self.class_of(class.as_ref()).slots.get(SlotId::TpCall).definer();
        let usual = self.types.r#type.read(self).slots.get(SlotId::TpCall).definer();
        if body.abstract_methods.is_some() || own != usual || !self.object_makes(class) {
            return None;
        }
        init.downcast_ref::<FunctionObject>().cloned()
    }

    /// Calls a class whose instances native code makes from the arguments, and for which
    /// `object.__init__` has nothing to do: `int(x)`, `range(n)`. `None` if more is to be known.
    #[inline(never)]
    pub(crate) fn make_native(&mut self, class: &Type, args: &[Borrowed<'_>]) -> Option<Result> {
        let body = class.read(self);
        let Slot::New(_, new) = body.slots.get(SlotId::TpNew) else { return None };
        let usual = self.type_of(class.as_ref()).is(&self.types.r#type)
            && body.abstract_methods.is_none()
            && self.object_initializes(class)
            && !self.object_makes(class);
        if !usual {
            return None;
        }
        let new = match new.enter(self, CALLING) {
            Ok(new) => new,
            Err(raise) => return Some(Err(raise)),
        };
        let instance = match new(self, class, CallArgs::positional(args)) {
            Ok(instance) => instance,
            Err(raise) => return Some(Err(raise)),
        };
        if !self.type_of(instance.as_ref()).is(class)
            && self.is_instance_of(instance.as_ref(), class)
            && let Err(raise) = self.call_init(instance.as_ref(), CallArgs::positional(args))
        {
            return Some(Err(raise));
        }
        Some(Ok(instance))
    }

    /// `cls.__new__(cls, ...)`.
    ///
    /// # Errors
    /// `TypeError` if the class cannot be instantiated; what the method raises.
    pub fn call_new(&mut self, class: &Type, args: CallArgs<'_>) -> Result {
        match self.body_of(class).slots.get(SlotId::TpNew) {
            Slot::New(_, new) => new.enter(self, "")?(self, class, args),
            Slot::Python(function) => {
                let function = function.clone();
                let callee = self.bind_descriptor(&function, None, class)?;
                self.with_receiver(class.as_ref(), args, |rt, args| {
                    rt.call_with(callee.as_ref(), args)
                })
            }
            _ => {
                let name = class.read(self).full_name();
                Err(self.type_error(format!("cannot create '{name}' instances")))
            }
        }
    }

    fn call_init(&mut self, instance: Borrowed<'_>, args: CallArgs<'_>) -> Result<()> {
        let answer: Value = match self.slots_of(instance).get(SlotId::TpInit) {
            Slot::Init(_, init) => return init.enter(self, "")?(self, instance, args),
            Slot::Python(function) => {
                let function = function.clone();
                self.call_unbound_with(&function, instance, args)?
            }
            _ => return Ok(()),
        };
        if singletons::is_none(&answer) {
            return Ok(());
        }
        Err(self.type_error(format!(
            "__init__() should return None, not '{}'",
            self.type_name(answer.as_ref())
        )))
    }
}
