//! What a slot wrapper (`int.__add__`, a `wrapper_descriptor`) accepts when it is called.

use std::fmt;

use crate::slot::{SlotId, SlotShape};
use crate::special::SpecialId;

/// Why a call of a slot wrapper fails; always a `TypeError` whose message is the display.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WrapperError {
    /// The wrapper takes no keywords.
    NoKeywords(SpecialId),
    /// A wrong number of arguments, the receiver not counted.
    WrongCount {
        /// The fewest that are right.
        least: usize,
        /// The most that are right.
        most: usize,
        /// The number of arguments.
        given: usize,
        /// CPython counts with two helpers; one of them begins its message with a space.
        spaced: bool,
    },
}

impl fmt::Display for WrapperError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            WrapperError::NoKeywords(special) => {
                write!(f, "wrapper {}() takes no keyword arguments", special.name())
            }
            WrapperError::WrongCount { least, most, given, spaced } => {
                let space = if spaced { " " } else { "" };
                let (limit, count) = match given {
                    _ if least == most => ("", least),
                    _ if given < least => ("at least ", least),
                    _ => ("at most ", most),
                };
                let s = if count == 1 { "" } else { "s" };
                write!(f, "{space}expected {limit}{count} argument{s}, got {given}")
            }
        }
    }
}

impl SlotId {
    /// How many arguments the wrapper of this slot under that name takes, the receiver not
    /// counted: the fewest and the most. `None` if it passes on all arguments with their keywords,
    /// as those of `__call__` and `__init__` do.
    pub fn wrapper_arity(self, special: SpecialId) -> Option<(usize, usize)> {
        Some(match self.shape() {
            SlotShape::Call | SlotShape::Init | SlotShape::New => return None,
            SlotShape::Unary
            | SlotShape::Inquiry
            | SlotShape::Len
            | SlotShape::Hash
            | SlotShape::IterNext
            | SlotShape::Finalize => (0, 0),
            SlotShape::Binary
            | SlotShape::GetAttr
            | SlotShape::RichCompare
            | SlotShape::Contains
            | SlotShape::SizeArg
            | SlotShape::Send
            | SlotShape::GetBuffer
            | SlotShape::ReleaseBuffer => (1, 1),
            SlotShape::Ternary | SlotShape::DescrGet => (1, 2),
            SlotShape::SetAttr
            | SlotShape::DescrSet
            | SlotShape::SizeObjArg
            | SlotShape::ObjObjArg => match special {
                SpecialId::DelAttr | SpecialId::Delete | SpecialId::DelItem => (1, 1),
                _ => (2, 2),
            },
        })
    }

    /// Checks a call of the wrapper of this slot under that name, the receiver not counted.
    ///
    /// # Errors
    ///
    /// The wrapper does not take keywords, or not so many arguments.
    pub fn check_wrapper_call(
        self,
        special: SpecialId,
        positional: usize,
        keywords: usize,
    ) -> Result<(), WrapperError> {
        let Some((least, most)) = self.wrapper_arity(special) else { return Ok(()) };
        if keywords > 0 {
            return Err(WrapperError::NoKeywords(special));
        }
        if (least..=most).contains(&positional) {
            return Ok(());
        }
        let spaced = most == 2
            || matches!(self.shape(), SlotShape::GetBuffer | SlotShape::ReleaseBuffer)
            || (self.shape() == SlotShape::SizeArg && self != SlotId::SqItem);
        Err(WrapperError::WrongCount { least, most, given: positional, spaced })
    }
}
