//! Filling the slots of a class: natively from its table and its bases, or by what its special
//! names resolve to.

use objmodel_gc::Value;
use objmodel_slots::{BinaryOp, COMPARISON, SlotId, SpecialId, also_filled_by};

use super::object::Type;
use super::slot::Slot;
use crate::objects::descriptor::WrapperObject;
use crate::objects::native::NativeObject;
use crate::runtime::Runtime;

impl Runtime {
    /// Takes over the slots that a native class inherits: comparison and hash together or not at
    /// all, all others one by one from the first class of the order that has them.
    pub(crate) fn inherit_native_slots(&mut self, class: &Type) {
        let names = &self.names;
        let dict = class.read(self).dict();
        let own_rule = [SpecialId::Eq, SpecialId::Hash]
            .iter()
            .any(|&special| self.dict_get_name(dict, names.special(special)).is_some());
        let own = class.read(self);
        let mut compares = own_rule || COMPARISON.iter().any(|id| own.slots.has(id));
        let bases: Vec<Type> = own.mro.iter().skip(1).cloned().collect();
        for base in &bases {
            let own = class.read(self).slots.set().with(SlotId::TpNew);
            let own = if compares { own.union(COMPARISON) } else { own };
            for id in base.read(self).slots.set().difference(own).iter() {
                let inherited = base.read(self).slots.get(id).clone();
                class.write(self).slots.put(id, inherited);
            }
            // The next class must not add its hash to the comparison of this one.
            compares |= COMPARISON.iter().any(|id| base.read(self).slots.has(id));
        }
        // What is laid out otherwise than an object cannot be made as one.
        let best = class.read(self).base.clone().filter(|best| !best.is(&self.types.object));
        if let Some(best) = best.filter(|_| !class.read(self).slots.has(SlotId::TpNew)) {
            let inherited = best.read(self).slots.get(SlotId::TpNew).clone();
            class.write(self).slots.put(SlotId::TpNew, inherited);
        }
        self.note_finalizer(class);
    }

    /// Recomputes every slot of a class made from a namespace.
    pub(crate) fn resolve_all_slots(&mut self, class: &Type) {
        for id in SlotId::ALL {
            self.resolve_slot(class, id);
        }
        self.note_finalizer(class);
    }

    /// Recomputes the slots that a change of `special` concerns, here and in all subclasses that do
    /// not define the name themselves.
    pub(crate) fn resolve_special(&mut self, class: &Type, special: SpecialId) {
        let mut work = vec![class.clone()];
        while let Some(class) = work.pop() {
            if class.read(self).flags.heap {
                for &id in special.slots() {
                    self.resolve_slot(&class, id);
                }
                self.note_finalizer(&class);
            }
            work.extend(self.live_subclasses(&class));
        }
    }

    /// Computes one slot from what its special names resolve to along the order.
    fn resolve_slot(&mut self, class: &Type, id: SlotId) {
        let content = self.slot_content(class, id);
        let old = class.write(self).slots.put(id, content);
        drop(old);
    }

    fn slot_content(&mut self, class: &Type, id: SlotId) -> Slot {
        let names: Vec<SpecialId> = id
            .names()
            .iter()
            .filter(|name| name.special.fills().contains(&id))
            .map(|name| name.special)
            .collect();
        // Slots that no name fills (`sq_concat`) come from the base whose layout is extended,
        // unless the name that stands for them was given another meaning in between.
        let mut native: Option<Slot> = None;
        let mut python: Option<Value> = None;
        for &special in &names {
            let name = self.names.special(special).clone();
            let Some(found) = self.lookup(class, &name) else { continue };
            match self.native_content(class, id, &found) {
                Some(content) => match &native {
                    Some(other) if other.definer() != content.definer() => {
                        python = Some(found);
                    }
                    _ => native = Some(content),
                },
                None if self.is_another_slot(class, id, &found) => {}
                None => python = Some(found),
            }
        }
        if names.is_empty() {
            return self.unnamed_slot(class, id);
        }
        match (native, python) {
            (Some(native), None) => native,
            (_, Some(python)) if names.len() == 1 => Slot::Python(python),
            (_, Some(_)) => Slot::Lookup,
            (None, None) => self.filled_besides(class, id),
        }
    }

    /// The native content behind a wrapper that a native base put into its namespace, if it fits
    /// instances of `class`.
    fn native_content(&self, class: &Type, id: SlotId, found: &Value) -> Option<Slot> {
        if id == SlotId::TpNew {
            return self.native_new(class, found);
        }
        if let Some(method) = found.downcast_ref::<NativeObject>() {
            return self.method_content(class, id, method.frozen());
        }
        let wrapper = found.downcast_ref::<WrapperObject>()?.frozen();
        if !self.is_subtype(class, &wrapper.owner) {
            return None;
        }
        let same = wrapper.slot == id || wrapper.special.slots().contains(&id);
        same.then(|| wrapper.owner.read(self).slots.get(id).clone())
            .filter(|slot| slot.as_native().is_some())
    }

    /// The native content that a method of the same name stands for, as `list.__getitem__` does.
    fn method_content(&self, class: &Type, id: SlotId, method: &NativeObject) -> Option<Slot> {
        let owner = method.owner.as_ref().filter(|owner| self.is_subtype(class, owner))?;
        let special = SpecialId::from_name(method.def.name())?;
        if !special.slots().contains(&id) {
            return None;
        }
        Some(owner.read(self).slots.get(id).clone()).filter(|slot| slot.as_native().is_some())
    }

    /// Whether a wrapper stands for another slot of the same name, which the class inherits by
    /// itself: `list.__mul__` is `sq_repeat`, so that a subclass of `list` has no `nb_multiply`.
    fn is_another_slot(&mut self, class: &Type, id: SlotId, found: &Value) -> bool {
        let Some(wrapper) = found.downcast_ref::<WrapperObject>() else { return false };
        let (owner, slot) = (wrapper.frozen().owner.clone(), wrapper.frozen().slot);
        slot != id
            && !self.reflects_in_python(class, id)
            && self.is_subtype(class, &owner)
            && self.unnamed_slot(class, slot).as_native().is_some()
    }

    /// Whether the class has a reflected method in Python for an operator's slot. CPython has one
    /// slot for both operands, so that both are asked by name then.
    fn reflects_in_python(&mut self, class: &Type, id: SlotId) -> bool {
        let Some(op) = BinaryOp::ALL.into_iter().find(|op| op.slot() == id) else { return false };
        op.reflected_slot().names().iter().any(|name| {
            let name = self.names.special(name.special).clone();
            self.lookup(class, &name).is_some_and(|found| !found.is_payload::<WrapperObject>())
        })
    }

    /// `tp_new`: native if the name still resolves to the function that a native base's table
    /// stands for.
    fn native_new(&self, class: &Type, found: &Value) -> Option<Slot> {
        let native = found.downcast_ref::<NativeObject>()?.frozen();
        let owner = native.owner.as_ref().filter(|_| native.def.name() == "__new__")?;
        if !self.is_subtype(class, owner) {
            return None;
        }
        Some(owner.read(self).slots.get(SlotId::TpNew).clone())
            .filter(|slot| slot.as_native().is_some())
    }

    /// `sq_concat` and the like: handed down natively, until a class defines the name that wraps
    /// them, which empties them.
    fn unnamed_slot(&mut self, class: &Type, id: SlotId) -> Slot {
        let wraps: Vec<SpecialId> = id.names().iter().map(|name| name.special).collect();
        let order: Vec<Type> = class.read(self).mro.to_vec();
        for ancestor in &order {
            let body = ancestor.read(self);
            if !body.flags.heap {
                if body.slots.has(id) {
                    return body.slots.get(id).clone();
                }
                continue;
            }
            let names = &self.names;
            let redefined = wraps
                .iter()
                .any(|&special| self.dict_get_name(body.dict(), names.special(special)).is_some());
            if redefined {
                return Slot::Empty;
            }
        }
        Slot::Empty
    }

    /// Content that a slot gets from the native content of another (`sq_inplace_concat` of a list
    /// serves `nb_inplace_add` of its subclasses).
    fn filled_besides(&mut self, class: &Type, id: SlotId) -> Slot {
        let Some(source) = SlotId::ALL.into_iter().find(|&other| also_filled_by(other) == Some(id))
        else {
            return Slot::Empty;
        };
        match self.unnamed_slot(class, source) {
            native if native.as_native().is_some() && source == SlotId::SqInplaceConcat => native,
            _ => Slot::Empty,
        }
    }

    /// Tells the heap whether instances have a `__del__`.
    fn note_finalizer(&mut self, class: &Type) {
        let has = class.read(self).slots.has(SlotId::TpFinalize);
        class.set_finalizer(has);
    }
}
