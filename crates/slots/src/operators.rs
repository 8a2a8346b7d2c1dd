//! The operators: which slots and special names serve each, and how messages spell it.

use crate::slot::SlotId;
use crate::special::SpecialId;

macro_rules! binary_ops {
    ($($op:ident $left:ident $right:ident $in_place:tt $symbol:literal)*) => {
        /// A binary arithmetic operator, or `divmod()`.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum BinaryOp {
            $(
                #[doc = concat!("`", $symbol, "`.")]
                $op,
            )*
        }

        impl BinaryOp {
            /// All binary operators.
            pub const ALL: [BinaryOp; [$(BinaryOp::$op),*].len()] = [$(BinaryOp::$op),*];

            /// The slot of the left operand's type, `nb_add`.
            #[inline]
            pub const fn slot(self) -> SlotId {
                match self { $(BinaryOp::$op => SlotId::$left,)* }
            }

            /// The slot of the right operand's type, `nb_radd`.
            #[inline]
            pub const fn reflected_slot(self) -> SlotId {
                match self { $(BinaryOp::$op => SlotId::$right,)* }
            }

            /// The slot of the augmented assignment; `divmod()` has none.
            #[inline]
            pub const fn in_place_slot(self) -> Option<SlotId> {
                match self { $(BinaryOp::$op => binary_ops!(@in_place $in_place),)* }
            }

            /// The operator as it is written, `"**"`.
            pub const fn symbol(self) -> &'static str {
                match self { $(BinaryOp::$op => $symbol,)* }
            }
        }
    };
    (@in_place _) => { None };
    (@in_place $slot:ident) => { Some(SlotId::$slot) };
}

binary_ops! {
    Add NbAdd NbRadd NbInplaceAdd "+"
    Sub NbSubtract NbRsubtract NbInplaceSubtract "-"
    Mul NbMultiply NbRmultiply NbInplaceMultiply "*"
    MatMul NbMatrixMultiply NbRmatrixMultiply NbInplaceMatrixMultiply "@"
    TrueDiv NbTrueDivide NbRtrueDivide NbInplaceTrueDivide "/"
    FloorDiv NbFloorDivide NbRfloorDivide NbInplaceFloorDivide "//"
    Mod NbRemainder NbRremainder NbInplaceRemainder "%"
    DivMod NbDivmod NbRdivmod _ "divmod()"
    Pow NbPower NbRpower NbInplacePower "**"
    LShift NbLshift NbRlshift NbInplaceLshift "<<"
    RShift NbRshift NbRrshift NbInplaceRshift ">>"
    And NbAnd NbRand NbInplaceAnd "&"
    Xor NbXor NbRxor NbInplaceXor "^"
    Or NbOr NbRor NbInplaceOr "|"
}

impl BinaryOp {
    /// The special name of the left operand's method, `__add__`.
    pub fn special(self) -> SpecialId {
        first_special(self.slot())
    }

    /// The special name of the right operand's method, `__radd__`.
    pub fn reflected_special(self) -> SpecialId {
        first_special(self.reflected_slot())
    }

    /// The special name of the augmented assignment's method, `__iadd__`.
    pub fn in_place_special(self) -> Option<SpecialId> {
        self.in_place_slot().map(first_special)
    }

    /// The operator as messages spell it: `"** or pow()"`, and `"**="` in place.
    pub fn spelling(self, in_place: bool) -> &'static str {
        match self.in_place_slot() {
            Some(slot) if in_place => slot.info().operator,
            _ => self.slot().info().operator,
        }
    }

    /// The message of the `TypeError` when no operand knows the operation.
    pub fn unsupported(self, in_place: bool, left: &str, right: &str) -> String {
        let operator = self.spelling(in_place);
        format!("unsupported operand type(s) for {operator}: '{left}' and '{right}'")
    }
}

/// The message of the `TypeError` when no operand of `pow(left, right, modulus)` knows it.
pub fn unsupported_pow(left: &str, right: &str, modulus: &str) -> String {
    let operator = SlotId::NbPower.info().operator;
    format!("unsupported operand type(s) for {operator}: '{left}', '{right}', '{modulus}'")
}

/// A unary arithmetic operator, or `abs()`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum UnaryOp {
    /// `-x`.
    Neg,
    /// `+x`.
    Pos,
    /// `~x`.
    Invert,
    /// `abs(x)`.
    Abs,
}

impl UnaryOp {
    /// All unary operators.
    pub const ALL: [UnaryOp; 4] = [UnaryOp::Neg, UnaryOp::Pos, UnaryOp::Invert, UnaryOp::Abs];

    /// The slot of the operand's type.
    #[inline]
    pub const fn slot(self) -> SlotId {
        match self {
            UnaryOp::Neg => SlotId::NbNegative,
            UnaryOp::Pos => SlotId::NbPositive,
            UnaryOp::Invert => SlotId::NbInvert,
            UnaryOp::Abs => SlotId::NbAbsolute,
        }
    }

    /// The special name of the operand's method, `__neg__`.
    pub fn special(self) -> SpecialId {
        first_special(self.slot())
    }

    /// The message of the `TypeError` when the operand does not know the operation.
    pub fn unsupported(self, operand: &str) -> String {
        match self {
            UnaryOp::Abs => format!("bad operand type for abs(): '{operand}'"),
            _ => {
                format!("bad operand type for unary {}: '{operand}'", self.slot().info().operator)
            }
        }
    }
}

/// A comparison operator, with CPython's numbers (`Py_LT` ...).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum CompareOp {
    /// `<`.
    Lt,
    /// `<=`.
    Le,
    /// `==`.
    Eq,
    /// `!=`.
    Ne,
    /// `>`.
    Gt,
    /// `>=`.
    Ge,
}

impl CompareOp {
    /// All comparison operators.
    pub const ALL: [CompareOp; 6] =
        [CompareOp::Lt, CompareOp::Le, CompareOp::Eq, CompareOp::Ne, CompareOp::Gt, CompareOp::Ge];

    /// The operator with its operands swapped: there are no reflected comparison methods, `__lt__`
    /// and `__gt__` are each other's reflection.
    #[inline]
    #[must_use]
    pub const fn swapped(self) -> CompareOp {
        match self {
            CompareOp::Lt => CompareOp::Gt,
            CompareOp::Le => CompareOp::Ge,
            CompareOp::Eq => CompareOp::Eq,
            CompareOp::Ne => CompareOp::Ne,
            CompareOp::Gt => CompareOp::Lt,
            CompareOp::Ge => CompareOp::Le,
        }
    }

    /// The answer for two operands that are ordered so.
    #[inline]
    pub const fn matches(self, ordering: std::cmp::Ordering) -> bool {
        match self {
            CompareOp::Lt => ordering.is_lt(),
            CompareOp::Le => ordering.is_le(),
            CompareOp::Eq => ordering.is_eq(),
            CompareOp::Ne => ordering.is_ne(),
            CompareOp::Gt => ordering.is_gt(),
            CompareOp::Ge => ordering.is_ge(),
        }
    }

    /// The special name, `__lt__`.
    pub const fn special(self) -> SpecialId {
        match self {
            CompareOp::Lt => SpecialId::Lt,
            CompareOp::Le => SpecialId::Le,
            CompareOp::Eq => SpecialId::Eq,
            CompareOp::Ne => SpecialId::Ne,
            CompareOp::Gt => SpecialId::Gt,
            CompareOp::Ge => SpecialId::Ge,
        }
    }

    /// The operator of a special name.
    pub const fn from_special(special: SpecialId) -> Option<CompareOp> {
        Some(match special {
            SpecialId::Lt => CompareOp::Lt,
            SpecialId::Le => CompareOp::Le,
            SpecialId::Eq => CompareOp::Eq,
            SpecialId::Ne => CompareOp::Ne,
            SpecialId::Gt => CompareOp::Gt,
            SpecialId::Ge => CompareOp::Ge,
            _ => return None,
        })
    }

    /// The operator as it is written, `"<"`.
    pub const fn symbol(self) -> &'static str {
        match self {
            CompareOp::Lt => "<",
            CompareOp::Le => "<=",
            CompareOp::Eq => "==",
            CompareOp::Ne => "!=",
            CompareOp::Gt => ">",
            CompareOp::Ge => ">=",
        }
    }

    /// The message of the `TypeError` when no operand knows the order.
    pub fn unsupported(self, left: &str, right: &str) -> String {
        let symbol = self.symbol();
        format!("'{symbol}' not supported between instances of '{left}' and '{right}'")
    }
}

/// The name of a slot that serves one name; every operator's slot has it.
fn first_special(slot: SlotId) -> SpecialId {
    match slot.names() {
        [name, ..] => name.special,
        [] => unreachable!("slots of operators have names"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slot::{OperandSide, SlotShape};

    #[test]
    fn operators_point_at_slots_of_their_side() {
        for op in BinaryOp::ALL {
            let shape = if op == BinaryOp::Pow { SlotShape::Ternary } else { SlotShape::Binary };
            assert_eq!(op.slot().info().side, OperandSide::Left);
            assert_eq!(op.reflected_slot().info().side, OperandSide::Right);
            assert_eq!((op.slot().shape(), op.reflected_slot().shape()), (shape, shape));
            let name = op.special().name();
            assert_eq!(op.reflected_special().name(), name.replacen("__", "__r", 1));
            if let Some(slot) = op.in_place_slot() {
                assert_eq!((slot.info().side, slot.shape()), (OperandSide::InPlace, shape));
                assert_eq!(slot.info().operator, format!("{}=", op.symbol()));
                assert_eq!(slot.names()[0].special.name(), name.replacen("__", "__i", 1));
            } else {
                assert_eq!(op, BinaryOp::DivMod);
            }
        }
    }

    #[test]
    fn comparisons_swap_and_hold() {
        for op in CompareOp::ALL {
            assert_eq!(op.swapped().swapped(), op);
            assert_eq!(CompareOp::from_special(op.special()), Some(op));
            for (a, b) in [(1, 2), (2, 2), (3, 2)] {
                assert_eq!(op.matches(a.cmp(&b)), op.swapped().matches(b.cmp(&a)));
            }
            let name = SlotId::TpRichcompare.named(op.special()).expect("six names");
            assert_eq!(name.doc, format!("Return self{}value.", op.symbol()));
        }
    }

    #[test]
    fn messages() {
        assert_eq!(
            BinaryOp::Pow.unsupported(false, "A", "int"),
            "unsupported operand type(s) for ** or pow(): 'A' and 'int'"
        );
        assert_eq!(
            BinaryOp::Pow.unsupported(true, "A", "int"),
            "unsupported operand type(s) for **=: 'A' and 'int'"
        );
        assert_eq!(
            unsupported_pow("A", "A", "int"),
            "unsupported operand type(s) for ** or pow(): 'A', 'A', 'int'"
        );
        assert_eq!(
            BinaryOp::DivMod.unsupported(false, "A", "A"),
            "unsupported operand type(s) for divmod(): 'A' and 'A'"
        );
        assert_eq!(UnaryOp::Invert.unsupported("A"), "bad operand type for unary ~: 'A'");
        assert_eq!(UnaryOp::Abs.unsupported("A"), "bad operand type for abs(): 'A'");
        assert_eq!(
            CompareOp::Lt.unsupported("A", "int"),
            "'<' not supported between instances of 'A' and 'int'"
        );
    }
}
