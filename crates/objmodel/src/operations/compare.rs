//! `==`, `<` and the other comparisons (data model, "Basic customization").

use objmodel_gc::{Borrowed, Value};
use objmodel_slots::{Attempt, CompareOp, Relation, SlotId, comparison_attempts};

use super::immediate;
use crate::native::IntoPyObject;
use crate::native::call_arguments::Held;
use crate::objects::function::{Function, FunctionObject};
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::TypeObject;
use crate::types::slot::Slot;

/// What ends the message of a comparison that is nested too deep.
const COMPARING: &str = " in comparison";

impl Runtime {
    /// `left op right`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let answer = rt.compare(CompareOp::Lt, 1, 2.5)?;
    /// assert!(answer.extract::<bool>(&mut rt)?);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the operands have no order; what their methods raise.
    pub fn compare(
        &mut self,
        op: CompareOp,
        left: impl IntoPyObject,
        right: impl IntoPyObject,
    ) -> Result {
        let (left, right) = (Held::unchecked(left, self)?, Held::unchecked(right, self)?);
        let (left, right) = (left.borrowed(), right.borrowed());
        match immediate::compare(op, left, right) {
            Some(answer) => Ok(singletons::bool(answer)),
            None => {
                self.check_all_own(&[left, right])?;
                self.compare_slow(op, left, right)
            }
        }
    }

    #[inline(never)]
    fn compare_slow(&mut self, op: CompareOp, left: Borrowed<'_>, right: Borrowed<'_>) -> Result {
        if let (Some(a), Some(b)) = (self.exact_str(left), self.exact_str(right)) {
            self.tick(a.as_bytes().len().min(b.as_bytes().len()) / 64)?;
            return Ok(singletons::bool(a.compare(op, b)));
        }
        if let Some(own) = self.common_class(left, right)
            && let Slot::RichCompare(_, compare) = own.slots.get(SlotId::TpRichcompare)
        {
            let compare = compare.enter(self, COMPARING)?;
            let answer = self.nested(COMPARING, |rt| compare(rt, left, right, op))?;
            if !singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
            return self.compare_by_others(op, left, right, Relation::Same);
        }
        self.compare_unlike(op, left, right)
    }

    #[inline(never)]
    fn compare_unlike(&mut self, op: CompareOp, left: Borrowed<'_>, right: Borrowed<'_>) -> Result {
        let by_identity = |value| self.slots_of(value).compares_by_identity();
        if by_identity(left) && by_identity(right) {
            match op {
                CompareOp::Eq => return Ok(singletons::bool(left.is(&right))),
                CompareOp::Ne => return Ok(singletons::bool(!left.is(&right))),
                _ => {}
            }
        }
        let relation = self.relation(left, right, |_, _, _| true);
        // The left operand goes first unless the right one's class derives from its class.
        if !matches!(relation, Relation::RightIsSubclass { .. }) {
            let answer = self.compare_by(op, left, right)?;
            if !singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
        }
        self.compare_by_others(op, left, right, relation)
    }

    /// By the operands that were not asked yet, in their order.
    #[inline(never)]
    fn compare_by_others(
        &mut self,
        op: CompareOp,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
        relation: Relation,
    ) -> Result {
        let left_first = !matches!(relation, Relation::RightIsSubclass { .. });
        let has = |value| self.slots_of(value).has(SlotId::TpRichcompare);
        for attempt in comparison_attempts(has(left), has(right), relation) {
            if left_first && attempt == Attempt::Left {
                continue;
            }
            let answer = match attempt {
                Attempt::Right => self.compare_by(op.swapped(), right, left)?,
                _ => self.compare_by(op, left, right)?,
            };
            if !singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
        }
        self.compare_by_identity(op, left, right)
    }

    /// What a comparison answers to which both operands passed.
    ///
    /// # Errors
    /// `TypeError` for an order.
    pub(crate) fn compare_by_identity(
        &mut self,
        op: CompareOp,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) -> Result {
        match op {
            CompareOp::Eq => Ok(singletons::bool(left.is(&right))),
            CompareOp::Ne => Ok(singletons::bool(!left.is(&right))),
            _ => {
                let message = op.unsupported(self.type_name(left), self.type_name(right));
                let raise = self.type_error(message);
                Err(self.with_refusals(raise, left, right))
            }
        }
    }

    /// What one operand's class answers, `NotImplemented` if it passes.
    ///
    /// # Errors
    /// What its method raises.
    pub fn compare_by(&mut self, op: CompareOp, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
        match self.slots_of(own).get(SlotId::TpRichcompare) {
            Slot::RichCompare(_, compare) => {
                let compare = compare.enter(self, COMPARING)?;
                self.nested(COMPARING, |rt| compare(rt, own, other, op))
            }
            Slot::ByName | Slot::Python(_) => match self.lookup_special(own, op.special()) {
                Some(function) => {
                    let answer = self.call_method_if_bound(&function, own, &[other])?;
                    Ok(answer.unwrap_or_else(singletons::not_implemented))
                }
                None => Ok(singletons::not_implemented()),
            },
            _ => Ok(singletons::not_implemented()),
        }
    }

    /// The function that `left op right` calls first, where a host may run it without native
    /// recursion; `None` if the library has to decide. What it answers goes to
    /// [`Runtime::compare_after_method`].
    pub fn compare_method(
        &mut self,
        op: CompareOp,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) -> Option<Function> {
        let own: &TypeObject = self.heap.class_body_of(left)?;
        if !matches!(own.slots.get(SlotId::TpRichcompare), Slot::ByName | Slot::Python(_)) {
            return None;
        }
        if !self.left_goes_first(left, right) {
            return None;
        }
        self.lookup_special(left, op.special())?.downcast::<FunctionObject>().ok()
    }

    /// `left op right` after the function of [`Runtime::compare_method`] answered.
    ///
    /// # Errors
    /// As for [`Runtime::compare`].
    #[inline]
    pub fn compare_after_method(
        &mut self,
        op: CompareOp,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
        answer: Value,
    ) -> Result {
        if !singletons::is_not_implemented(&answer) {
            return Ok(answer);
        }
        let relation = self.relation(left, right, |_, _, _| true);
        self.compare_by_others(op, left, right, relation)
    }

    /// `left is right or left == right`, as containers compare their items.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// assert!(rt.equal(1, 1.0)? && !rt.equal(1, "1")?);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// What `__eq__` and the truth of its answer raise.
    #[inline]
    pub fn equal(&mut self, left: impl IntoPyObject, right: impl IntoPyObject) -> Result<bool> {
        let (left, right) = (Held::unchecked(left, self)?, Held::unchecked(right, self)?);
        let (left, right) = (left.borrowed(), right.borrowed());
        match self.eq_fast(left, right) {
            Some(answer) => Ok(answer),
            None => {
                self.check_all_own(&[left, right])?;
                self.compare_truth(CompareOp::Eq, left, right)
            }
        }
    }

    /// Whether two values are equal, where no class needs to be asked: for identical objects, and for numbers and texts
    /// of the usual kinds. Runs no Python code.
    #[inline]
    pub fn eq_fast(&self, left: Borrowed<'_>, right: Borrowed<'_>) -> Option<bool> {
        if left.is(&right) {
            return Some(true);
        }
        match immediate::compare(CompareOp::Eq, left, right) {
            None => self.equal_texts(left, right),
            answer => answer,
        }
    }

    /// Whether two texts are equal; `None` if one is so long that this takes ticks.
    fn equal_texts(&self, left: Borrowed<'_>, right: Borrowed<'_>) -> Option<bool> {
        const LONG: usize = 4096;
        let (left, right) = (self.exact_str(left)?, self.exact_str(right)?);
        (left.as_bytes().len() < LONG).then(|| left.as_bytes() == right.as_bytes())
    }

    /// `left < right` and the like as a truth value.
    ///
    /// # Errors
    /// As for [`Runtime::compare`], and what the truth of its answer raises.
    pub fn compare_truth(
        &mut self,
        op: CompareOp,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) -> Result<bool> {
        let answer = self.compare(op, left, right)?;
        self.is_true(answer.as_ref())
    }

    /// The class of both objects; `None` if they have not the same or are immediate.
    #[inline]
    pub(crate) fn common_class<'a>(
        &'a self,
        left: Borrowed<'a>,
        right: Borrowed<'a>,
    ) -> Option<&'a TypeObject> {
        let own: &TypeObject = self.heap.class_body_of(left)?;
        let other: &TypeObject = self.heap.class_body_of(right)?;
        std::ptr::eq(own, other).then_some(own)
    }

    /// How the operands' classes are related; `overrides` is asked whether the right one provides
    /// another reflected method than the left one.
    pub(crate) fn relation(
        &self,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
        overrides: impl FnOnce(&Runtime, Borrowed<'_>, Borrowed<'_>) -> bool,
    ) -> Relation {
        let (own, other) = (self.type_of(left), self.type_of(right));
        if own.is(&other) {
            Relation::Same
        } else if self.is_subtype(&other, &own) {
            Relation::RightIsSubclass { overrides: overrides(self, left, right) }
        } else {
            Relation::Other
        }
    }
}
