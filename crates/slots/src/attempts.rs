//! The order in which operands are asked: what an operator tries, one attempt after the other.
//!
//! Each attempt ends the search unless it answers `NotImplemented`. The rules are those of the data
//! model ("Emulating numeric types" and "Rich comparison methods"), and CPython's for the sequence
//! slots: they come after the number slots of both operands.

use smallvec::SmallVec;

use crate::operators::BinaryOp;
use crate::slot::SlotId;
use crate::slot_set::SlotSet;

/// How the types of two operands are related.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Relation {
    /// Both operands have the same type: arithmetic asks the left one only.
    Same,
    /// The right operand's type is a proper subclass of the left one's.
    RightIsSubclass {
        /// Whether it provides a different implementation of the reflected method. Without one the
        /// left operand goes first after all; comparisons do not care.
        overrides: bool,
    },
    /// Neither of these.
    Other,
}

/// One thing that an operator tries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Attempt {
    /// The in-place slot of the left operand: `left.__iadd__(right)`.
    InPlace,
    /// The slot of the left operand: `left.__add__(right)`.
    Left,
    /// The reflected slot of the right operand: `right.__radd__(left)`.
    Right,
    /// The `nb_power` of the modulus, for native types.
    Modulus,
    /// `sq_inplace_concat` of the left operand.
    InPlaceConcat,
    /// `sq_concat` of the left operand.
    Concat,
    /// `sq_inplace_repeat` of the left operand, if the right one is an index; else it fails.
    InPlaceRepeat,
    /// `sq_repeat` of the left operand, if the right one is an index; else it fails.
    RepeatLeft,
    /// `sq_repeat` of the right operand, if the left one is an index; else it fails.
    RepeatRight,
}

/// What an operator tries, in order. Never allocates.
pub type Attempts = SmallVec<[Attempt; 4]>;

/// What `left op right` tries, given the slots that the operands' types have.
///
/// `pow()` with two arguments goes by this rule too; for three see [`ternary_attempts`].
pub fn binary_attempts(
    op: BinaryOp,
    left: SlotSet,
    right: SlotSet,
    relation: Relation,
) -> Attempts {
    let mut attempts = number_attempts(op, left, right, relation);
    match op {
        BinaryOp::Add if left.has(SlotId::SqConcat) => attempts.push(Attempt::Concat),
        BinaryOp::Mul if left.has(SlotId::SqRepeat) => attempts.push(Attempt::RepeatLeft),
        BinaryOp::Mul if right.has(SlotId::SqRepeat) => attempts.push(Attempt::RepeatRight),
        _ => {}
    }
    attempts
}

/// What `left op= right` tries.
///
/// `left_is_sequence` is whether the left operand's type has the sequence group at all, be it
/// empty, as every class defined in Python has: then `left *= right` does not repeat `right`,
/// although `left * right` does.
pub fn in_place_attempts(
    op: BinaryOp,
    left: SlotSet,
    right: SlotSet,
    relation: Relation,
    left_is_sequence: bool,
) -> Attempts {
    let mut attempts = Attempts::new();
    if op.in_place_slot().is_some_and(|slot| left.has(slot)) {
        attempts.push(Attempt::InPlace);
    }
    attempts.extend(number_attempts(op, left, right, relation));
    let has = |slot| left.has(slot);
    match op {
        BinaryOp::Add if has(SlotId::SqInplaceConcat) => attempts.push(Attempt::InPlaceConcat),
        BinaryOp::Add if has(SlotId::SqConcat) => attempts.push(Attempt::Concat),
        BinaryOp::Mul if has(SlotId::SqInplaceRepeat) => attempts.push(Attempt::InPlaceRepeat),
        BinaryOp::Mul if has(SlotId::SqRepeat) => attempts.push(Attempt::RepeatLeft),
        BinaryOp::Mul if !left_is_sequence && right.has(SlotId::SqRepeat) => {
            attempts.push(Attempt::RepeatRight);
        }
        _ => {}
    }
    attempts
}

/// What the number slots of both operands contribute.
fn number_attempts(op: BinaryOp, left: SlotSet, right: SlotSet, relation: Relation) -> Attempts {
    let order = match relation {
        Relation::Same => [Attempt::Left].as_slice(),
        Relation::RightIsSubclass { overrides: true } => &[Attempt::Right, Attempt::Left],
        Relation::RightIsSubclass { overrides: false } | Relation::Other => {
            &[Attempt::Left, Attempt::Right]
        }
    };
    let has = |attempt: &Attempt| match attempt {
        Attempt::Left => left.has(op.slot()),
        _ => right.has(op.reflected_slot()),
    };
    order.iter().copied().filter(has).collect()
}

/// What `pow(left, right, modulus)` tries when the modulus is not `None`.
///
/// CPython 3.13 asks no `__rpow__` with three arguments: of the right operand and the modulus only
/// slots of native types count, which is what `right` and `modulus` say. `None` goes by
/// [`binary_attempts`].
pub fn ternary_attempts(left: bool, right: bool, modulus: bool, relation: Relation) -> Attempts {
    let order = match relation {
        Relation::Same => [Attempt::Left, Attempt::Modulus].as_slice(),
        Relation::RightIsSubclass { overrides: true } => {
            &[Attempt::Right, Attempt::Left, Attempt::Modulus]
        }
        Relation::RightIsSubclass { overrides: false } | Relation::Other => {
            &[Attempt::Left, Attempt::Right, Attempt::Modulus]
        }
    };
    let has = |attempt: &Attempt| match attempt {
        Attempt::Left => left,
        Attempt::Right => right,
        _ => modulus,
    };
    order.iter().copied().filter(has).collect()
}

/// What a comparison tries; [`Attempt::Right`] is the [swapped](crate::CompareOp::swapped)
/// comparison of the right operand. A proper subclass goes first whether it overrides or not, and
/// operands of the same type are asked both ways. If all pass, `==` and `!=` compare identities and
/// the others are a `TypeError`.
pub fn comparison_attempts(left: bool, right: bool, relation: Relation) -> Attempts {
    let order = match relation {
        Relation::RightIsSubclass { .. } => [Attempt::Right, Attempt::Left],
        Relation::Same | Relation::Other => [Attempt::Left, Attempt::Right],
    };
    let has = |attempt: &Attempt| if *attempt == Attempt::Left { left } else { right };
    order.into_iter().filter(has).collect()
}
