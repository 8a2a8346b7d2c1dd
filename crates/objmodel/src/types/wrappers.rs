//! Calling native slots through the objects that stand for them in namespaces.

use crate::arguments::CallArgs;
use crate::raise::Result;
use crate::runtime::Runtime;

/// `cls.__new__(subclass, ...)` for native classes: checks that `subclass` is laid out as `cls`
/// expects, then makes the instance (CPython's `tp_new_wrapper`).
pub(crate) fn call_new(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let [owner, rest @ ..] = args.all() else {
        return Err(rt.type_error("__new__(): not enough arguments"));
    };
    let Some(owner) = rt.as_type(*owner) else {
        return Err(rt.type_error("__new__() called with non-type 'self'"));
    };
    let owner_name = owner.read(rt).full_name().to_owned();
    let Some((&subclass, rest)) = rest.split_first().filter(|_| args.len() > 1) else {
        return Err(rt.type_error(format!("{owner_name}.__new__(): not enough arguments")));
    };
    let Some(class) = rt.as_type(subclass) else {
        return Err(rt.type_error(format!(
            "{owner_name}.__new__(X): X is not a type object ({})",
            rt.type_name(subclass)
        )));
    };
    let class_name = class.read(rt).full_name().to_owned();
    if !rt.is_subtype(&class, &owner) {
        return Err(rt.type_error(format!(
            "{owner_name}.__new__({class_name}): {class_name} is not a subtype of {owner_name}"
        )));
    }
    // The nearest class that has not got its constructor from Python.
    let id = objmodel_slots::SlotId::TpNew;
    let mut native = &*class;
    while native.read(rt).slots.get(id).definer().is_none() {
        let Some(base) = native.read(rt).base.as_ref() else { break };
        native = base;
    }
    // A class that does not show its constructor stands for the one that it inherits.
    let mut named = native;
    while !named.read(rt).specials.has(objmodel_slots::SpecialId::New) {
        let Some(base) = named.read(rt).base.as_ref() else { break };
        named = base;
    }
    let stands_for_owner = named.is(&owner);
    let mine = owner.read(rt).slots.get(id).definer();
    if !native.is(&owner) && !stands_for_owner && mine != native.read(rt).slots.get(id).definer() {
        let native_name = native.read(rt).full_name().to_owned();
        return Err(rt.type_error(format!(
            "{owner_name}.__new__({class_name}) is not safe, use {native_name}.__new__()"
        )));
    }
    let maker = if stands_for_owner { native } else { &owner };
    let Some(new) = maker.read(rt).slots.constructor(objmodel_slots::SlotId::TpNew) else {
        return Err(rt.type_error(format!("cannot create '{owner_name}' instances")));
    };
    new.enter(rt, "")?(rt, &class, CallArgs::with_names(rest, args.names()))
}

impl Runtime {
    /// Whether calling the way in which `owner` sets attributes would pass over that of a native
    /// class between it and the object's.
    pub fn sets_attributes_differently(
        &self,
        object: objmodel_gc::Borrowed<'_>,
        owner: &crate::types::Type,
    ) -> bool {
        let id = objmodel_slots::SlotId::TpSetattro;
        let class = self.type_of(object).to_gc();
        let native = self.native_new_owner(&class);
        native.read(self).slots.get(id).definer() != owner.read(self).slots.get(id).definer()
    }

    /// The native class whose `__new__` makes instances laid out as those of `class`.
    pub(crate) fn native_new_owner<'a>(
        &'a self,
        class: &'a crate::types::Type,
    ) -> &'a crate::types::Type {
        let mut class = class;
        while class.read(self).flags.heap {
            let Some(base) = class.read(self).base.as_ref() else { break };
            if !class.same_layout(base) {
                break;
            }
            class = base;
        }
        class
    }
}
