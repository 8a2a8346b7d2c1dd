//! `==`, `<` and the other comparisons (data model, "Basic customization").

use objmodel_gc::{Ref, Value};
use objmodel_slots::{Attempt, CompareOp, Relation, SlotId, comparison_attempts};

use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::slot::Slot;

impl Runtime {
    /// `left op right`.
    ///
    /// # Errors
    /// `TypeError` if the operands have no order; what their methods raise.
    pub fn compare<'a, 'b>(
        &mut self,
        op: CompareOp,
        left: impl Into<Ref<'a>>,
        right: impl Into<Ref<'b>>,
    ) -> Result {
        let (left, right) = (left.into(), right.into());
        if let (Some(a), Some(b)) = (left.as_small_int(), right.as_small_int()) {
            return Ok(singletons::bool(op.holds(a.cmp(&b))));
        }
        // No immediate float is a NaN.
        if let (Some(a), Some(b)) = (left.as_immediate_float(), right.as_immediate_float()) {
            let order = a.partial_cmp(&b);
            if let Some(order) = order {
                return Ok(singletons::bool(op.holds(order)));
            }
        }
        self.compare_slow(op, left, right)
    }

    fn compare_slow(&mut self, op: CompareOp, left: Ref<'_>, right: Ref<'_>) -> Result {
        if let (Some(a), Some(b)) = (self.exact_str(left), self.exact_str(right)) {
            let answer = a.compare(op, b);
            let ticks = a.as_bytes().len().min(b.as_bytes().len()) / 64;
            self.tick(ticks)?;
            return Ok(singletons::bool(answer));
        }
        self.check_stack(" in comparison")?;
        let relation = self.relation(left, right, |_, _, _| true);
        // The left operand goes first unless the right one's class derives from its class.
        let left_first = !matches!(relation, Relation::RightIsSubclass { .. });
        if left_first {
            let answer = self.compare_by(op, left, right)?;
            if !singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
        }
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
        match op {
            CompareOp::Eq => Ok(singletons::bool(left.is(&right))),
            CompareOp::Ne => Ok(singletons::bool(!left.is(&right))),
            _ => {
                let message = op.unsupported(self.type_name(left), self.type_name(right));
                Err(self.type_error(message))
            }
        }
    }

    /// What one operand's class answers, `NotImplemented` if it passes.
    fn compare_by(&mut self, op: CompareOp, own: Ref<'_>, other: Ref<'_>) -> Result {
        match self.slots_of(own).get(SlotId::TpRichcompare) {
            Slot::RichCompare(_, compare) => compare(self, own, other, op),
            Slot::Lookup | Slot::Python(_) => match self.lookup_special(own, op.special()) {
                Some(function) => self.call_method(&function, own, &[other]),
                None => Ok(singletons::not_implemented()),
            },
            _ => Ok(singletons::not_implemented()),
        }
    }

    /// `left is right or left == right`, as containers compare their items.
    ///
    /// # Errors
    /// What `__eq__` and the truth of its answer raise.
    #[inline]
    pub fn equal(&mut self, left: Ref<'_>, right: Ref<'_>) -> Result<bool> {
        if left.is(&right) {
            return Ok(true);
        }
        let answer: Value = self.compare(CompareOp::Eq, left, right)?;
        self.is_true(answer.as_ref())
    }

    /// `left < right` and the like as a truth value.
    ///
    /// # Errors
    /// As for [`Runtime::compare`], and what the truth of its answer raises.
    pub fn compare_truth(&mut self, op: CompareOp, left: Ref<'_>, right: Ref<'_>) -> Result<bool> {
        let answer = self.compare(op, left, right)?;
        self.is_true(answer.as_ref())
    }

    /// How the operands' classes are related; `overrides` is asked whether the right one provides
    /// another reflected method than the left one.
    pub(crate) fn relation(
        &self,
        left: Ref<'_>,
        right: Ref<'_>,
        overrides: impl FnOnce(&Runtime, Ref<'_>, Ref<'_>) -> bool,
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
