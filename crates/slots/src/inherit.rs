//! Which slots a type takes over from a base in its method resolution order.
//!
//! For classes made from a namespace the rule is simpler, and these functions are not needed:
//! every slot follows from what its special names resolve to along the order.

use crate::operators::BinaryOp;
use crate::slot::SlotId;
use crate::slot_set::SlotSet;

/// Slots that a type inherits together or not at all: a type that says how its instances compare
/// says with it how they hash.
pub const COMPARISON: SlotSet = SlotSet::of(&[SlotId::TpRichcompare, SlotId::TpHash]);

/// Slots that only the best base (`__base__`) hands down, for they must know the layout of the
/// instances.
pub const BY_BEST_BASE: SlotSet = SlotSet::of(&[SlotId::TpNew]);

/// The slots that a type which has `own` takes over from one class of its method resolution order
/// which itself defines `base`, asked class after class.
///
/// `says_how_to_hash` is whether the type's own namespace has `__eq__` or `__hash__`: then it
/// inherits neither comparison nor hash by slot. Every other slot is inherited alone; left and
/// reflected slots too, since each stands for a special name of its own.
pub fn inherited(own: SlotSet, base: SlotSet, says_how_to_hash: bool) -> SlotSet {
    let mut taken = base.difference(own).difference(BY_BEST_BASE).difference(COMPARISON);
    let compares = COMPARISON.iter().any(|slot| own.has(slot)) || says_how_to_hash;
    if !compares {
        taken = taken.union(COMPARISON.intersection(base));
    }
    taken
}

/// The slot that native content of `inherited` fills besides, in a class made from a namespace that
/// inherits it: CPython looks slots up by name there, and the wrapper of `sq_inplace_concat` is as
/// good for `nb_inplace_add`.
///
/// This shows: `x += y` on a subclass of `list` extends it at once, but on a `list` first asks
/// `y.__radd__`.
pub const fn also_sets(inherited: SlotId) -> Option<SlotId> {
    match inherited {
        SlotId::SqInplaceConcat => Some(SlotId::NbInplaceAdd),
        SlotId::SqLength => Some(SlotId::MpLength),
        SlotId::MpLength => Some(SlotId::SqLength),
        _ => None,
    }
}

/// The slot of the other operand, `nb_radd` for `nb_add` and the reverse.
///
/// CPython keeps both in one slot. Hence a class in Python that defines, or inherits from such a
/// class, one of the two names has the other as well if its name resolves to anything, be it the
/// wrapper of a sequence slot: a subclass of `list` with nothing but `__radd__` calls
/// `list.__add__` as the left operand's number method, before the right operand is asked.
pub const fn reflected_slot(slot: SlotId) -> Option<SlotId> {
    let mut i = 0;
    while i < BinaryOp::ALL.len() {
        let (left, right) = (BinaryOp::ALL[i].slot(), BinaryOp::ALL[i].reflected_slot());
        if slot as u8 == left as u8 {
            return Some(right);
        }
        if slot as u8 == right as u8 {
            return Some(left);
        }
        i += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comparison_and_hash_go_together() {
        let object =
            SlotSet::of(&[SlotId::TpRichcompare, SlotId::TpHash, SlotId::TpRepr, SlotId::TpNew]);
        let repr = SlotSet::of(&[SlotId::TpRepr]);
        assert_eq!(inherited(SlotSet::EMPTY, object, false), COMPARISON.union(repr));
        assert_eq!(inherited(SlotSet::of(&[SlotId::TpRichcompare]), object, false), repr);
        assert_eq!(inherited(SlotSet::of(&[SlotId::TpHash]), object, false), repr);
        assert_eq!(inherited(SlotSet::EMPTY, object, true), repr);
        assert_eq!(inherited(repr, object, true), SlotSet::EMPTY);
    }

    #[test]
    fn operands_are_inherited_apart() {
        let base = SlotSet::of(&[SlotId::NbAdd, SlotId::NbRadd]);
        let own = SlotSet::of(&[SlotId::NbAdd]);
        assert_eq!(inherited(own, base, false), SlotSet::of(&[SlotId::NbRadd]));
    }
}
