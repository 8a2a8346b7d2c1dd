//! Binary and in-place operators, and `pow` with three operands (data model, "Emulating numeric
//! types").

use objmodel_gc::{Borrowed, Value};
use objmodel_slots::{
    Attempt, Attempts, BinaryOp, Relation, SlotId, SlotSet, SpecialId, binary_attempts,
    in_place_attempts, ternary_attempts, unsupported_pow,
};

use super::immediate;
use crate::native::IntoPyObject;
use crate::native::call_arguments::Held;
use crate::objects::function::{Function, FunctionObject};
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;
use crate::stack::Guarded;
use crate::types::TypeObject;
use crate::types::slot::{BinaryFn, Slot};

impl Runtime {
    /// `left op right`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let seven = rt.binary(BinaryOp::Add, 3, 4)?;
    /// assert_eq!(seven.as_small_int(), Some(7));
    /// let error = rt.binary(BinaryOp::Add, 3, "4").detach(&mut rt).unwrap_err();
    /// assert_eq!(error.message(), "unsupported operand type(s) for +: 'int' and 'str'");
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if neither operand knows the operation; what their methods raise.
    pub fn binary(
        &mut self,
        op: BinaryOp,
        left: impl IntoPyObject,
        right: impl IntoPyObject,
    ) -> Result {
        let (left, right) = (Held::unchecked(left, self)?, Held::unchecked(right, self)?);
        let (left, right) = (left.borrowed(), right.borrowed());
        if let Some(value) = immediate::binary(op, left, right) {
            return Ok(value);
        }
        self.check_all_own(&[left, right])?;
        self.binary_slow(op, left, right)
    }

    #[inline(never)]
    fn binary_slow(&mut self, op: BinaryOp, left: Borrowed<'_>, right: Borrowed<'_>) -> Result {
        match self.common_code(op, left, right) {
            Some(code) => {
                let answer = code.enter(self, "")?(self, left, right)?;
                if !singletons::is_not_implemented(&answer) {
                    return Ok(answer);
                }
                self.binary_remaining_attempts(op, left, right, Relation::Same)
            }
            None => self.binary_different_types(op, left, right),
        }
    }

    /// The native code to be asked first, if both operands have the same class.
    #[inline]
    fn common_code(
        &self,
        op: BinaryOp,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) -> Option<Guarded<BinaryFn>> {
        let slots = &self.common_class(left, right)?.slots;
        match slots.get(op.slot()) {
            Slot::Binary(_, code) => Some(*code),
            // Sequences have no slots for numbers.
            Slot::Empty if op == BinaryOp::Add && !slots.has(op.reflected_slot()) => {
                slots.binary(SlotId::SqConcat)
            }
            _ => None,
        }
    }

    #[inline(never)]
    fn binary_different_types(
        &mut self,
        op: BinaryOp,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) -> Result {
        let relation = self.relation(left, right, |rt, left, right| rt.overrides(op, left, right));
        // Nearly always the left operand goes first and knows the answer.
        if !matches!(relation, Relation::RightIsSubclass { overrides: true }) {
            let answer = self.by_slot(op.slot(), left, right)?;
            if !singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
        }
        self.binary_remaining_attempts(op, left, right, relation)
    }

    /// By the operands that were not asked yet, in their order.
    #[inline(never)]
    fn binary_remaining_attempts(
        &mut self,
        op: BinaryOp,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
        relation: Relation,
    ) -> Result {
        let (own, other) = (self.slots_of(left).set(), self.slots_of(right).set());
        let left_first = !matches!(relation, Relation::RightIsSubclass { overrides: true });
        // And sequences, which have no slots for numbers, are nearly always on the left.
        let numbers = own.has(op.slot()) || other.has(op.reflected_slot());
        if op == BinaryOp::Add && own.has(SlotId::SqConcat) && !numbers {
            let answer = self.by_slot(SlotId::SqConcat, left, right)?;
            if !singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
            return Err(self.unsupported(op, false, left, right));
        }
        for attempt in binary_attempts(op, own, other, relation) {
            if left_first && attempt == Attempt::Left {
                continue;
            }
            let answer = self.attempt(op, attempt, left, right)?;
            if !singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
        }
        Err(self.unsupported(op, false, left, right))
    }

    /// `left + right` of sequences (`operator.concat`): the left one's class decides if it can be concatenated;
    /// else the operands are added if both are sequences.
    ///
    /// # Errors
    /// `TypeError` if they cannot be concatenated; what their methods raise.
    pub fn concat(&mut self, left: Borrowed<'_>, right: Borrowed<'_>) -> Result {
        self.check_all_own(&[left, right])?;
        let native = self.slots_of(left).has(SlotId::SqConcat);
        let answer = if native {
            self.by_slot(SlotId::SqConcat, left, right)?
        } else if self.is_sequence(left) && self.is_sequence(right) {
            let by_number = self.by_slot(BinaryOp::Add.slot(), left, right)?;
            match singletons::is_not_implemented(&by_number) {
                true => self.by_slot(BinaryOp::Add.reflected_slot(), right, left)?,
                false => by_number,
            }
        } else {
            singletons::not_implemented()
        };
        if !singletons::is_not_implemented(&answer) {
            return Ok(answer);
        }
        let class = self.type_name(left);
        Err(self.type_error(format!("'{class}' object can't be concatenated")))
    }

    /// `left op= right`: what the name on the left is bound to afterwards.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let list = rt.list(vec![])?;
    /// let same = rt.in_place(BinaryOp::Add, &list, (1, 2))?;
    /// assert!(same.is(&list));
    /// assert_eq!(rt.repr_text(&list)?, "[1, 2]");
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Runtime::binary`].
    pub fn in_place(
        &mut self,
        op: BinaryOp,
        left: impl IntoPyObject,
        right: impl IntoPyObject,
    ) -> Result {
        let (left, right) = (Held::unchecked(left, self)?, Held::unchecked(right, self)?);
        let (left, right) = (left.borrowed(), right.borrowed());
        // Neither has in-place slots.
        if let Some(value) = immediate::binary(op, left, right) {
            return Ok(value);
        }
        self.check_all_own(&[left, right])?;
        self.in_place_slow(op, left, right)
    }

    fn in_place_slow(&mut self, op: BinaryOp, left: Borrowed<'_>, right: Borrowed<'_>) -> Result {
        let slots = self.slots_of(left);
        let has = |id| slots.has(id);
        let in_place = op.in_place_slot().is_some_and(has)
            || op == BinaryOp::Add && has(SlotId::SqInplaceConcat)
            || op == BinaryOp::Mul && has(SlotId::SqInplaceRepeat);
        // Most sequences meet operands that have no say.
        let alone = op == BinaryOp::Add
            && has(SlotId::SqInplaceConcat)
            && !has(SlotId::NbInplaceAdd)
            && !has(SlotId::NbAdd)
            && !self.slots_of(right).has(SlotId::NbRadd);
        if alone {
            let answer = self.attempt(op, Attempt::InPlaceConcat, left, right)?;
            if !singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
        }
        let own_first = self.common_code(op, left, right).filter(|_| !in_place);
        if let Some(code) = own_first {
            let answer = code.enter(self, "")?(self, left, right)?;
            if !singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
        }
        let relation = self.relation(left, right, |rt, left, right| rt.overrides(op, left, right));
        self.in_place_attempts(op, left, right, relation, own_first.is_some())
    }

    /// By the operands in their order, the left one's plain operator only if it was not asked yet.
    fn in_place_attempts(
        &mut self,
        op: BinaryOp,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
        relation: Relation,
        left_was_asked: bool,
    ) -> Result {
        let (own, other) = (self.slots_of(left).set(), self.slots_of(right).set());
        let left_is_sequence = self.has_sequence_group(left, own);
        for attempt in in_place_attempts(op, own, other, relation, left_is_sequence) {
            if left_was_asked && attempt == Attempt::Left {
                continue;
            }
            let answer = self.attempt(op, attempt, left, right)?;
            if !singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
        }
        Err(self.unsupported(op, true, left, right))
    }

    /// `pow(left, right, modulus)`.
    ///
    /// # Errors
    /// As for [`Runtime::binary`].
    pub fn pow(
        &mut self,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
        modulus: Borrowed<'_>,
    ) -> Result {
        if singletons::is_none(&modulus) {
            return self.binary(BinaryOp::Pow, left, right);
        }
        for attempt in self.power_attempts(left, right, modulus) {
            if self.has_power(attempt, left, right, modulus) {
                let answer = self.power_attempt(attempt, left, right, modulus)?;
                if !singletons::is_not_implemented(&answer) {
                    return Ok(answer);
                }
            }
        }
        Err(self.unsupported_power(left, right, modulus))
    }

    /// What `pow` with three operands tries.
    pub(crate) fn power_attempts(
        &self,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
        modulus: Borrowed<'_>,
    ) -> Attempts {
        let relation =
            self.relation(left, right, |rt, left, right| rt.overrides(BinaryOp::Pow, left, right));
        let has = |value| self.slots_of(value).has(SlotId::NbPower);
        let asked = has(left) || self.has_reflected_power_alone(left);
        ternary_attempts(asked, has(right), has(modulus), relation)
    }

    /// Whether a class statement gave the class `__rpow__`, but nothing `__pow__`: with three operands CPython
    /// asks for that all the same.
    fn has_reflected_power_alone(&self, value: Borrowed<'_>) -> bool {
        let slots = self.slots_of(value);
        !slots.has(SlotId::NbPower) && matches!(slots.get(SlotId::NbRpower), Slot::Python(_))
    }

    /// Whether there is somebody to be asked: a method written in Python is asked of the left operand alone.
    pub(crate) fn has_power(
        &self,
        attempt: Attempt,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
        modulus: Borrowed<'_>,
    ) -> bool {
        let slot = match attempt {
            Attempt::Right => self.slots_of(right).get(SlotId::NbRpower),
            Attempt::Modulus => self.slots_of(modulus).get(SlotId::NbPower),
            _ => self.slots_of(left).get(SlotId::NbPower),
        };
        matches!((slot, attempt), (Slot::Ternary(..), _) | (Slot::Python(_), Attempt::Left))
            || attempt == Attempt::Left && self.has_reflected_power_alone(left)
    }

    /// Asks one operand of `pow`; `NotImplemented` if it passes.
    pub(crate) fn power_attempt(
        &mut self,
        attempt: Attempt,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
        modulus: Borrowed<'_>,
    ) -> Result {
        let (id, own, other) = match attempt {
            Attempt::Right => (SlotId::NbRpower, right, left),
            _ => (SlotId::NbPower, left, right),
        };
        let asked = if attempt == Attempt::Modulus { modulus } else { own };
        match self.slots_of(asked).get(id) {
            Slot::Ternary(_, power) => power.enter(self, "")?(self, own, other, modulus),
            Slot::Python(function) => {
                let function = function.clone();
                self.call_unbound(&function, own, &[other, modulus])
            }
            _ if attempt == Attempt::Left && self.has_reflected_power_alone(left) => {
                Err(self.attribute_error(SpecialId::Pow.name()))
            }
            _ => Ok(singletons::not_implemented()),
        }
    }

    #[cold]
    pub(crate) fn unsupported_power(
        &mut self,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
        modulus: Borrowed<'_>,
    ) -> crate::raise::Raise {
        let message =
            unsupported_pow(self.type_name(left), self.type_name(right), self.type_name(modulus));
        let raise = self.type_error(message);
        self.with_refusals(raise, left, right)
    }

    /// The function that `left op right` calls first, or `left op= right` if `in_place`, where a host
    /// may run it without native recursion; `None` if the library has to decide. What it answers
    /// goes to [`Runtime::binary_after_method`].
    pub fn binary_method(
        &self,
        op: BinaryOp,
        in_place: bool,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) -> Option<Function> {
        let own: &TypeObject = self.heap.class_body_of(left)?;
        let Slot::Python(function) = own.slots.get(op.slot()) else { return None };
        let sequence =
            own.slots.has(SlotId::SqInplaceConcat) || own.slots.has(SlotId::SqInplaceRepeat);
        if in_place && (sequence || op.in_place_slot().is_some_and(|id| own.slots.has(id))) {
            return None;
        }
        let function = function.downcast_ref::<FunctionObject>()?;
        self.left_goes_first(left, right).then(|| function.clone())
    }

    /// Whether the right operand's class does not derive from the left one's.
    pub(super) fn left_goes_first(&self, left: Borrowed<'_>, right: Borrowed<'_>) -> bool {
        let (own, other) = (self.type_of(left), self.type_of(right));
        own.is(&other) || !self.is_subtype(&other, &own)
    }

    /// `left op right` after the function of [`Runtime::binary_method`] answered.
    ///
    /// # Errors
    /// As for [`Runtime::binary`].
    #[inline]
    pub fn binary_after_method(
        &mut self,
        op: BinaryOp,
        in_place: bool,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
        answer: Value,
    ) -> Result {
        if !singletons::is_not_implemented(&answer) {
            return Ok(answer);
        }
        let relation = self.relation(left, right, |rt, left, right| rt.overrides(op, left, right));
        if in_place {
            return self.in_place_attempts(op, left, right, relation, true);
        }
        self.binary_remaining_attempts(op, left, right, relation)
    }

    pub(crate) fn attempt(
        &mut self,
        op: BinaryOp,
        attempt: Attempt,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) -> Result {
        match attempt {
            Attempt::Left | Attempt::Modulus => self.by_slot(op.slot(), left, right),
            Attempt::Right => self.by_slot(op.reflected_slot(), right, left),
            Attempt::InPlace => match op.in_place_slot() {
                Some(id) => self.by_slot(id, left, right),
                None => Ok(singletons::not_implemented()),
            },
            Attempt::Concat => self.by_slot(SlotId::SqConcat, left, right),
            Attempt::InPlaceConcat => self.by_slot(SlotId::SqInplaceConcat, left, right),
            Attempt::RepeatLeft => self.repeat(SlotId::SqRepeat, left, right),
            Attempt::InPlaceRepeat => self.repeat(SlotId::SqInplaceRepeat, left, right),
            Attempt::RepeatRight => self.repeat(SlotId::SqRepeat, right, left),
        }
    }

    /// Asks one operand's class; `NotImplemented` if it passes.
    fn by_slot(&mut self, id: SlotId, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
        match self.slots_of(own).get(id) {
            Slot::Binary(_, code) => code.enter(self, "")?(self, own, other),
            Slot::Ternary(_, code) => {
                code.enter(self, "")?(self, own, other, singletons::none().as_ref())
            }
            Slot::Python(function) => {
                let function = function.clone();
                self.call_unbound(&function, own, &[other])
            }
            _ => Ok(singletons::not_implemented()),
        }
    }

    /// Whether CPython's type has a table of sequence slots, be it empty: classes made by class statements
    /// do, and native ones that fill one of its slots.
    pub(crate) fn has_sequence_group(&self, value: Borrowed<'_>, slots: SlotSet) -> bool {
        const GROUP: [SlotId; 8] = [
            SlotId::SqLength,
            SlotId::SqConcat,
            SlotId::SqRepeat,
            SlotId::SqItem,
            SlotId::SqAssItem,
            SlotId::SqContains,
            SlotId::SqInplaceConcat,
            SlotId::SqInplaceRepeat,
        ];
        self.type_of(value).read(self).is_heap_type() || GROUP.iter().any(|id| slots.has(*id))
    }

    fn repeat(&mut self, id: SlotId, sequence: Borrowed<'_>, count: Borrowed<'_>) -> Result {
        if !self.has_index(count) {
            return Err(self.type_error(format!(
                "can't multiply sequence by non-int of type '{}'",
                self.type_name(count)
            )));
        }
        let Some(code) = self.slots_of(sequence).size_arg(id) else {
            return Ok(singletons::not_implemented());
        };
        let class = self.type_of(count).to_gc();
        let count = self.index_as_size(count, |rt, _| {
            let name = class.read(rt).full_name();
            rt.overflow_error(format!("cannot fit '{name}' into an index-sized integer"))
        })?;
        code.enter(self, "")?(self, sequence, count)
    }

    /// Whether the right operand's class provides a reflected method that the left one's does not
    /// have too.
    pub(crate) fn overrides(&self, op: BinaryOp, left: Borrowed<'_>, right: Borrowed<'_>) -> bool {
        let id = op.reflected_slot();
        match (self.slots_of(right).get(id), self.slots_of(left).get(id)) {
            (Slot::Empty, _) => false,
            (Slot::Python(own), Slot::Python(inherited)) => !own.is(inherited),
            (Slot::Python(_), _) => true,
            (own, inherited) => own.definer() != inherited.definer(),
        }
    }

    #[cold]
    pub(crate) fn unsupported(
        &mut self,
        op: BinaryOp,
        in_place: bool,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) -> crate::raise::Raise {
        let mut message = op.unsupported(in_place, self.type_name(left), self.type_name(right));
        if op == BinaryOp::RShift && self.is_print(left) {
            message.push_str(". Did you mean \"print(<message>, file=<output_stream>)\"?");
        }
        let raise = self.type_error(message);
        self.with_refusals(raise, left, right)
    }

    fn is_print(&self, value: Borrowed<'_>) -> bool {
        value
            .get::<crate::objects::native::NativeObject>(self)
            .is_some_and(|native| native.def.name() == "print")
    }
}

macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident $in_place:ident $op:ident;)*) => {
        impl Runtime {
            $(
                $(#[$doc])*
                ///
                /// # Errors
                /// `TypeError` if neither operand knows it; what their methods raise.
                #[inline]
                pub fn $name(
                    &mut self,
                    left: impl IntoPyObject,
                    right: impl IntoPyObject,
                ) -> Result {
                    self.binary(BinaryOp::$op, left, right)
                }

                /// In place: what the name on the left is bound to afterwards.
                ///
                /// # Errors
                /// `TypeError` if neither operand knows it; what their methods raise.
                #[inline]
                pub fn $in_place(
                    &mut self,
                    left: impl IntoPyObject,
                    right: impl IntoPyObject,
                ) -> Result {
                    self.in_place(BinaryOp::$op, left, right)
                }
            )*
        }
    };
}

operators! {
    /// `left + right`.
    add iadd Add;
    /// `left - right`.
    sub isub Sub;
    /// `left * right`.
    mul imul Mul;
    /// `left @ right`.
    matmul imatmul MatMul;
    /// `left / right`.
    truediv itruediv TrueDiv;
    /// `left // right`.
    floordiv ifloordiv FloorDiv;
    /// `left % right`.
    modulo imodulo Mod;
    /// `left << right`.
    lshift ilshift LShift;
    /// `left >> right`.
    rshift irshift RShift;
    /// `left & right`.
    and iand And;
    /// `left ^ right`.
    xor ixor Xor;
    /// `left | right`.
    or ior Or;
}

impl Runtime {
    /// `divmod(left, right)`.
    ///
    /// # Errors
    /// As for [`Runtime::binary`].
    pub fn divmod(&mut self, left: impl IntoPyObject, right: impl IntoPyObject) -> Result {
        self.binary(BinaryOp::DivMod, left, right)
    }
}
