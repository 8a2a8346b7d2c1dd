//! The class of what is no object of this runtime: each of its slots refuses.
//!
//! A value of another runtime, or of one that was dropped, can be handed to any operation. Asking for
//! its class is the one place that tells; from then on it has this class, which has every operation,
//! and each raises the same `SystemError`.

use objmodel_slots::{SlotId, SlotShape};

use super::object::{Type, TypeObject};
use super::slot::{Slot, SlotFn, SlotOwner};
use super::well_known::FOREIGN_ID;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use objmodel_gc::Value;

/// The code that refuses, in the shape of a slot.
fn refusal(shape: SlotShape) -> SlotFn {
    use SlotFn as F;
    use SlotShape as S;
    match shape {
        S::Unary => F::Unary(|rt, _| Err(rt.foreign_value())),
        S::Binary => F::Binary(|rt, _, _| Err(rt.foreign_value())),
        S::Ternary => F::Ternary(|rt, _, _, _| Err(rt.foreign_value())),
        S::Inquiry => F::Inquiry(|rt, _| Err(rt.foreign_value())),
        S::Len => F::Len(|rt, _| Err(rt.foreign_value())),
        S::Hash => F::Hash(|rt, _| Err(rt.foreign_value())),
        S::Call => F::Call(|rt, _, _| Err(rt.foreign_value())),
        S::GetAttr => F::GetAttr(|rt, _, _| Err(rt.foreign_value())),
        S::SetAttr => F::SetAttr(|rt, _, _, _| Err(rt.foreign_value())),
        S::DescrGet => F::DescrGet(|rt, _, _, _| Err(rt.foreign_value())),
        S::DescrSet => F::DescrSet(|rt, _, _, _| Err(rt.foreign_value())),
        S::Init => F::Init(|rt, _, _| Err(rt.foreign_value())),
        S::New => F::New(|rt, _, _| Err(rt.foreign_value())),
        S::IterNext => F::IterNext(|rt, _| Err(rt.foreign_value())),
        S::RichCompare => F::RichCompare(|rt, _, _, _| Err(rt.foreign_value())),
        S::Contains => F::Contains(|rt, _, _| Err(rt.foreign_value())),
        S::SizeArg => F::SizeArg(|rt, _, _| Err(rt.foreign_value())),
        S::SizeObjArg => F::SizeObjArg(|rt, _, _, _| Err(rt.foreign_value())),
        S::ObjObjArg => F::ObjObjArg(|rt, _, _, _| Err(rt.foreign_value())),
        S::Finalize => F::Finalize(|rt, _| Err(rt.foreign_value())),
        S::Send => F::Send(|rt, _, _| Err(rt.foreign_value())),
        S::GetBuffer => F::GetBuffer(|rt, _, _| Err(rt.foreign_value())),
        S::ReleaseBuffer => F::ReleaseBuffer(|rt, _, _| Err(rt.foreign_value())),
    }
}

impl Runtime {
    /// Fills the slots of the class of foreign values.
    pub(crate) fn fill_foreign(&mut self) {
        let class = self.types.foreign.clone();
        let slots = &mut class.write(self).slots;
        for id in SlotId::ALL {
            let empty = slots.put(id, Slot::native(SlotOwner(FOREIGN_ID), refusal(id.shape())));
            drop(empty);
        }
    }

    /// What a class is made of; one of another runtime, or of one that was dropped, is taken for the class
    /// of its values.
    #[inline]
    pub(crate) fn body_of<'a>(&'a self, class: &'a Type) -> &'a TypeObject {
        class.try_read(self).unwrap_or_else(|| self.types.foreign.read(self))
    }

    /// Fails if the value belongs to another runtime, or to one that was dropped.
    ///
    /// # Errors
    /// `SystemError`.
    #[inline]
    pub fn check_own(&self, value: &Value) -> Result<()> {
        if value.belongs_to(&self.heap) { Ok(()) } else { Err(self.foreign_value()) }
    }

    /// The error for a value of another runtime.
    #[cold]
    #[inline(never)]
    pub(crate) fn foreign_value(&self) -> Raise {
        self.system_error(
            "a value of another runtime, or of one that was dropped, cannot be used in this one",
        )
    }
}
