//! Filling the slots of a class: natively from its table and its bases, or by what its special
//! names resolve to.

use objmodel_gc::Value;
use objmodel_slots::{
    COMPARISON, Link, OperandSide, SlotId, SlotSet, SpecialId, SpecialSet, also_sets,
    reflected_slot,
};

use super::object::Type;
use super::slot::Slot;
use crate::objects::descriptor::WrapperObject;
use crate::objects::native::NativeObject;
use crate::objects::str::StrObject;
use crate::runtime::Runtime;

impl Runtime {
    /// Takes over the slots that a native class inherits: comparison and hash together or not at
    /// all, all others one by one from the first class of the order that has them.
    pub(crate) fn inherit_native_slots(&mut self, class: &Type) {
        let own = class.read(self);
        let own_rule = own.specials.has(SpecialId::Eq) || own.specials.has(SpecialId::Hash);
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

    /// Notes which special names the namespace of a new class defines.
    pub(crate) fn note_specials(&mut self, class: &Type) {
        let entries = class.read(self).dict().read(self).iter();
        let names = entries.filter(|entry| entry.key.is_leaf());
        let specials = names
            .filter_map(|entry| SpecialId::from_name(entry.key.get::<StrObject>(self)?.as_bytes()))
            .fold(SpecialSet::EMPTY, SpecialSet::with);
        class.write(self).specials = specials;
    }

    /// Computes every slot of a class made from a namespace, whose order and special names are
    /// known: those that the next class of the order has, but for what the namespace and other bases
    /// concern.
    pub(crate) fn resolve_all_slots(&mut self, class: &Type) {
        self.populate_mro(class);
        let slots = match self.inherited_slots(class) {
            Some((base, concerned)) => {
                let slots = base.read(self).slots.clone();
                class.write(self).slots = slots;
                concerned
            }
            None => self.candidates(class),
        };
        for id in slots.iter() {
            self.resolve_slot(class, id);
        }
        debug_assert!(SlotId::ALL.into_iter().all(|id| self.is_resolved(class, id)));
        self.note_finalizer(class);
    }

    /// Whether a slot has the content that its special names resolve to.
    fn is_resolved(&self, class: &Type, id: SlotId) -> bool {
        match (class.read(self).slots.get(id), self.slot_content(class, id)) {
            (Slot::Python(one), Slot::Python(other)) => one.is(&other),
            (Slot::ByName, Slot::ByName) | (Slot::Empty, Slot::Empty) => true,
            (one, other) => one.definer().is_some() && one.definer() == other.definer(),
        }
    }

    /// The slots that have content, or may get some from the namespaces and tables of the order.
    fn candidates(&self, class: &Type) -> SlotSet {
        let (mut slots, mut specials) = (class.read(self).slots.set(), SpecialSet::EMPTY);
        for ancestor in &class.read(self).mro {
            let body = ancestor.read(self);
            specials = specials.union(body.specials);
            if !body.flags.heap {
                slots = slots.union(body.slots.set());
            }
        }
        slots.union(specials.affected_slots())
    }

    /// The class of the order from which a new class may take over its slots, and the slots that may
    /// have other content. Native classes hand theirs down otherwise, each by its table.
    fn inherited_slots(&self, class: &Type) -> Option<(Type, SlotSet)> {
        let body = class.read(self);
        let (base, others) = body.mro.get(1..)?.split_first()?;
        let native = |class: &Type| !class.read(self).flags.heap;
        if native(base) {
            return None;
        }
        let mut specials = body.specials;
        let mut theirs = base.read(self).mro.get(1..)?.iter().peekable();
        for other in others {
            if theirs.next_if(|next| next.is(other)).is_none() {
                if native(other) {
                    return None;
                }
                specials = specials.union(other.read(self).specials);
            }
        }
        theirs.peek().is_none().then(|| (base.clone(), specials.affected_slots()))
    }

    /// Recomputes the slots that a change of `special` affects, in these classes.
    pub(crate) fn resolve_special(&mut self, classes: Vec<Type>, special: SpecialId) {
        for class in classes {
            if class.read(self).flags.heap {
                self.populate_mro(&class);
                for id in special.affected_slots().iter() {
                    self.resolve_slot(&class, id);
                }
                self.note_finalizer(&class);
            }
        }
    }

    /// Computes one slot from what its special names resolve to along the order.
    fn resolve_slot(&mut self, class: &Type, id: SlotId) {
        let content = self.slot_content(class, id);
        let old = class.write(self).slots.put(id, content);
        drop(old);
    }

    /// What a special name resolves to along the order, whose namespaces are filled.
    fn resolved(&self, class: &Type, special: SpecialId) -> Option<Value> {
        let mut order = class.read(self).mro.iter().map(|ancestor| ancestor.read(self));
        let ancestor = order.find(|ancestor| ancestor.specials.has(special))?;
        self.dict_get_name(ancestor.dict(), self.names.special(special))
    }

    fn slot_content(&self, class: &Type, id: SlotId) -> Slot {
        // Slots that no name fills (`sq_concat`) come from the base whose layout is extended,
        // unless the name that stands for them was given another meaning in between.
        let mut native: Option<Slot> = None;
        let mut python: Option<Value> = None;
        let mut names = 0;
        for name in id.names().iter().filter(|name| name.link != Link::Wraps) {
            names += 1;
            let Some(found) = self.resolved(class, name.special) else { continue };
            match self.native_content(class, id, &found) {
                Some(content) => match &native {
                    Some(other) if other.definer() != content.definer() => {
                        python = Some(found);
                    }
                    _ => native = Some(content),
                },
                None if self.is_another_slot(class, id, name.special, &found) => {}
                None => python = Some(found),
            }
        }
        match (native, python) {
            _ if names == 0 => self.unnamed_slot(class, id),
            (Some(native), None) => native,
            (_, Some(python)) if names == 1 => Slot::Python(python),
            (_, Some(_)) => Slot::ByName,
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
    fn is_another_slot(&self, class: &Type, id: SlotId, special: SpecialId, found: &Value) -> bool {
        let Some(wrapper) = found.downcast_ref::<WrapperObject>() else { return false };
        let wrapper = wrapper.frozen();
        wrapper.slot != id
            && wrapper.special == special
            && !self.reflects_in_python(class, id)
            && self.is_subtype(class, &wrapper.owner)
            && self.unnamed_slot(class, wrapper.slot).as_native().is_some()
    }

    /// Whether the class has a reflected method in Python for an operator's slot. CPython has one
    /// slot for both operands, so that both are asked by name then.
    fn reflects_in_python(&self, class: &Type, id: SlotId) -> bool {
        let reflected = reflected_slot(id).filter(|_| id.info().side == OperandSide::Left);
        reflected.is_some_and(|reflected| {
            let names = reflected.names().iter();
            names
                .filter_map(|name| self.resolved(class, name.special))
                .any(|found| !found.is_payload::<WrapperObject>())
        })
    }

    /// `tp_new`: if the name resolves to the constructor of a native class, be it that of a base or
    /// not, the slot stays as the best base has it, as in CPython.
    fn native_new(&self, class: &Type, found: &Value) -> Option<Slot> {
        let native = found.downcast_ref::<NativeObject>()?.frozen();
        native.owner.as_ref().filter(|_| native.def.name() == "__new__")?;
        let best = class.read(self).base.as_ref()?;
        Some(best.read(self).slots.get(SlotId::TpNew).clone())
            .filter(|slot| slot.as_native().is_some())
    }

    /// `sq_concat` and the like: handed down natively, until a class defines the name that wraps
    /// them, which empties them.
    fn unnamed_slot(&self, class: &Type, id: SlotId) -> Slot {
        for ancestor in &class.read(self).mro {
            let body = ancestor.read(self);
            if !body.flags.heap && body.slots.has(id) {
                return body.slots.get(id).clone();
            }
            if body.flags.heap && id.names().iter().any(|name| body.specials.has(name.special)) {
                break;
            }
        }
        Slot::Empty
    }

    /// Content that a slot gets from the native content of another: `sq_inplace_concat` of a list
    /// serves `nb_inplace_add` of its subclasses.
    fn filled_besides(&self, class: &Type, id: SlotId) -> Slot {
        let source = SlotId::SqInplaceConcat;
        if also_sets(source) != Some(id) {
            return Slot::Empty;
        }
        self.unnamed_slot(class, source)
    }

    /// Tells the heap whether instances have a `__del__`.
    fn note_finalizer(&mut self, class: &Type) {
        let has = class.read(self).slots.has(SlotId::TpFinalize);
        class.set_finalizer(has);
    }
}
