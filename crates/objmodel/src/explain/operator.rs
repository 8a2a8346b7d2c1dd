//! Operators and comparisons, explained.

use objmodel_gc::Borrowed;
use objmodel_slots::{
    Attempt, BinaryOp, CompareOp, Relation, SlotId, SpecialId, UnaryOp, binary_attempts,
    comparison_attempts, in_place_attempts,
};

use super::{Explained, StepResult};
use crate::native::IntoPyObject;
use crate::native::call_arguments::Held;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;

impl Explained<'_> {
    /// `left op right`, as [`Runtime::binary`].
    ///
    /// # Errors
    /// `TypeError` if neither operand knows the operation; what their methods raise.
    pub fn binary(
        &mut self,
        op: BinaryOp,
        left: impl IntoPyObject,
        right: impl IntoPyObject,
    ) -> Result {
        let (left, right) = (Held::new(left, self)?, Held::new(right, self)?);
        self.rt.explain_binary(op, false, left.borrowed(), right.borrowed())
    }

    /// `left op= right`, as [`Runtime::in_place`].
    ///
    /// # Errors
    /// As for [`Explained::binary`].
    pub fn in_place(
        &mut self,
        op: BinaryOp,
        left: impl IntoPyObject,
        right: impl IntoPyObject,
    ) -> Result {
        let (left, right) = (Held::new(left, self)?, Held::new(right, self)?);
        self.rt.explain_binary(op, true, left.borrowed(), right.borrowed())
    }

    /// `pow(left, right, modulus)`, as [`Runtime::pow`].
    ///
    /// # Errors
    /// As for [`Explained::binary`].
    pub fn pow(
        &mut self,
        left: impl IntoPyObject,
        right: impl IntoPyObject,
        modulus: impl IntoPyObject,
    ) -> Result {
        let (left, right) = (Held::new(left, self)?, Held::new(right, self)?);
        let modulus = Held::new(modulus, self)?;
        let (left, right, modulus) = (left.borrowed(), right.borrowed(), modulus.borrowed());
        if singletons::is_none(&modulus) {
            return self.binary(BinaryOp::Pow, left, right);
        }
        let rt = &mut *self.rt;
        let text = format!("pow({}, {}, {})", rt.brief(left), rt.brief(right), rt.brief(modulus));
        rt.operation(text, |rt| rt.power_by_the_letter(left, right, modulus))
    }

    /// `left op right` for a comparison, as [`Runtime::compare`].
    ///
    /// # Errors
    /// `TypeError` if the operands have no order; what their methods raise.
    pub fn compare(
        &mut self,
        op: CompareOp,
        left: impl IntoPyObject,
        right: impl IntoPyObject,
    ) -> Result {
        let (left, right) = (Held::new(left, self)?, Held::new(right, self)?);
        self.rt.explain_comparison(op, left.borrowed(), right.borrowed())
    }

    /// `-x` and the like, as [`Runtime::unary`].
    ///
    /// # Errors
    /// `TypeError` if the class does not know it; what its method raises.
    pub fn unary<'a>(&mut self, op: UnaryOp, operand: impl Into<Borrowed<'a>>) -> Result {
        let operand = operand.into();
        let rt = &mut *self.rt;
        let shown = rt.brief(operand);
        let symbol = op.slot().info().operator;
        let text = match op {
            UnaryOp::Abs => format!("abs({shown})"),
            _ => format!("{symbol}{shown}"),
        };
        rt.operation(text, |rt| {
            if !rt.slots_of(operand).has(op.slot()) {
                rt.remark_missing(operand, op.special());
                return rt.unary(op, operand);
            }
            rt.ask_method(operand, op.special(), &[], |rt| rt.unary(op, operand))
        })
    }
}

impl Runtime {
    fn explain_binary(
        &mut self,
        op: BinaryOp,
        in_place: bool,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) -> Result {
        let (one, other) = (self.brief(left), self.brief(right));
        let text = match op {
            BinaryOp::DivMod => format!("divmod({one}, {other})"),
            _ => format!("{one} {}{} {other}", op.symbol(), if in_place { "=" } else { "" }),
        };
        self.operation(text, |rt| rt.binary_by_the_letter(op, in_place, left, right))
    }

    fn binary_by_the_letter(
        &mut self,
        op: BinaryOp,
        in_place: bool,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) -> Result {
        let relation = self.relation(left, right, |rt, left, right| rt.overrides(op, left, right));
        let (own, other) = (self.slots_of(left).set(), self.slots_of(right).set());
        let attempts = if in_place {
            let group = self.has_sequence_group(left, own);
            in_place_attempts(op, own, other, relation, group)
        } else {
            binary_attempts(op, own, other, relation)
        };
        if in_place
            && let Some(special) = op.in_place_special()
            && !attempts.iter().any(|attempt| {
                matches!(
                    attempt,
                    Attempt::InPlace | Attempt::InPlaceConcat | Attempt::InPlaceRepeat
                )
            })
        {
            self.remark_missing(left, special);
        }
        self.remark_relation(op, relation, left, right);
        let concatenates = |attempt| {
            use Attempt::{Concat, InPlaceConcat, InPlaceRepeat, RepeatLeft};
            matches!(attempt, Concat | RepeatLeft | InPlaceConcat | InPlaceRepeat)
        };
        if !own.has(op.slot()) && !attempts.iter().copied().any(concatenates) {
            self.remark_missing(left, op.special());
        }
        if relation != Relation::Same
            && !other.has(op.reflected_slot())
            && !attempts.contains(&Attempt::RepeatRight)
        {
            self.remark_missing(right, op.reflected_special());
        }
        for attempt in attempts {
            let (object, special, argument) = match attempt {
                Attempt::Left | Attempt::Modulus | Attempt::Concat | Attempt::RepeatLeft => {
                    (left, op.special(), right)
                }
                Attempt::Right | Attempt::RepeatRight => (right, op.reflected_special(), left),
                Attempt::InPlace | Attempt::InPlaceConcat | Attempt::InPlaceRepeat => {
                    (left, op.in_place_special().unwrap_or(op.special()), right)
                }
            };
            let answer = self.ask_method(object, special, &[argument], |rt| {
                rt.attempt(op, attempt, left, right)
            })?;
            if !singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
        }
        Err(self.unsupported(op, in_place, left, right))
    }

    fn power_by_the_letter(
        &mut self,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
        modulus: Borrowed<'_>,
    ) -> Result {
        for attempt in self.power_attempts(left, right, modulus) {
            let (object, special, args) = match attempt {
                Attempt::Right => (right, SpecialId::RPow, [left, modulus]),
                _ => (left, SpecialId::Pow, [right, modulus]),
            };
            // Of the right operand and the modulus only native code is asked.
            if !self.has_power(attempt, left, right, modulus) {
                continue;
            }
            let asked = |rt: &mut Runtime| rt.power_attempt(attempt, left, right, modulus);
            let answer = if attempt == Attempt::Modulus {
                let method = format!("{}.__pow__", self.definer_of(modulus, special));
                self.step(format!("{method} of the modulus"), Some(method), asked)?
            } else {
                self.ask_method(object, special, &args, asked)?
            };
            if !singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
        }
        Err(self.unsupported_power(left, right, modulus))
    }

    /// Says who goes first, if that is not simply the left operand.
    fn remark_relation(
        &mut self,
        op: BinaryOp,
        relation: Relation,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) {
        let special = op.reflected_special().name();
        self.remark_if(|rt| {
            let (own, other) = (rt.type_name(left), rt.type_name(right));
            match relation {
                Relation::Same => Some(format!("both are of class {own}: {special} is not asked")),
                Relation::RightIsSubclass { overrides: true } => Some(format!(
                    "{other} derives from {own} and has a {special} of its own: it goes first"
                )),
                Relation::RightIsSubclass { overrides: false } => Some(format!(
                    "{other} derives from {own}, but has no {special} of its own: {own} goes first"
                )),
                Relation::Other => None,
            }
        });
    }

    fn explain_comparison(
        &mut self,
        op: CompareOp,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) -> Result {
        let text = format!("{} {} {}", self.brief(left), op.symbol(), self.brief(right));
        self.operation(text, |rt| rt.comparison_by_the_letter(op, left, right))
    }

    pub(super) fn comparison_by_the_letter(
        &mut self,
        op: CompareOp,
        left: Borrowed<'_>,
        right: Borrowed<'_>,
    ) -> Result {
        let relation = self.relation(left, right, |_, _, _| true);
        if let Relation::RightIsSubclass { .. } = relation {
            self.remark_if(|rt| {
                let (own, other) = (rt.type_name(left), rt.type_name(right));
                Some(format!("{other} derives from {own}: it goes first"))
            });
        }
        let has = |value| self.slots_of(value).has(SlotId::TpRichcompare);
        for attempt in comparison_attempts(has(left), has(right), relation) {
            let (object, op, argument) = match attempt {
                Attempt::Right => (right, op.swapped(), left),
                _ => (left, op, right),
            };
            let answer = self.ask_method(object, op.special(), &[argument], |rt| {
                rt.compare_by(op, object, argument)
            })?;
            if !singletons::is_not_implemented(&answer) {
                return Ok(answer);
            }
        }
        if matches!(op, CompareOp::Eq | CompareOp::Ne) {
            self.remark_if(|_| Some("nobody knows: the identities are compared".to_owned()));
        }
        self.compare_by_identity(op, left, right)
    }

    /// Asks a method, as a step of the explanation.
    pub(super) fn ask_method<T: StepResult>(
        &mut self,
        object: Borrowed<'_>,
        special: SpecialId,
        args: &[Borrowed<'_>],
        work: impl FnOnce(&mut Runtime) -> Result<T>,
    ) -> Result<T> {
        let method = format!("{}.{}", self.definer_of(object, special), special.name());
        let all: Vec<String> =
            std::iter::once(&object).chain(args).map(|value| self.brief(*value)).collect();
        let text = format!("{method}({})", all.join(", "));
        self.step(text, Some(method), work)
    }

    /// The name of the class that defines a special method of an object.
    fn definer_of(&mut self, object: Borrowed<'_>, special: SpecialId) -> String {
        let class = self.type_of(object).to_gc();
        let name = self.names.special(special).clone();
        let order: Vec<_> = class.read(self).mro.to_vec();
        for base in order {
            let dict = self.namespace(&base);
            if self.dict_get_name(&dict, &name).is_some() {
                return base.read(self).name().to_owned();
            }
        }
        class.read(self).name().to_owned()
    }

    pub(super) fn remark_missing(&mut self, object: Borrowed<'_>, special: SpecialId) {
        self.remark_if(|rt| Some(format!("{} has no {}", rt.type_name(object), special.name())));
    }

    fn remark_if(&mut self, text: impl FnOnce(&Runtime) -> Option<String>) {
        if let Some(text) = text(self) {
            self.remark(|_| text);
        }
    }
}
