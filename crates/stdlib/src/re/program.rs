//! What a regular expression is compiled to: instructions of a backtracking matcher.

use super::charset::{CharSet, is_of};
use super::fold::Fold;
use super::tree::{Category, Greed};

/// What matches one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Char(u32),
    NotChar(u32),
    /// Anything but a line feed.
    NoLineFeed,
    Any,
    /// A set, by its number.
    Set(u32),
}

/// A place between characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Beginning,
    BeginningOfLine,
    /// At the end, or before a line feed that ends the text.
    End,
    EndOfLine,
    EndOfText,
    /// Between a word and something else, or everywhere but there; whether words are ASCII.
    Boundary {
        is: bool,
        ascii: bool,
    },
}

/// An instruction. Registers hold places in the text and counts; what is set is set back when the
/// matcher goes back.
#[derive(Clone, Copy, Debug)]
pub(super) enum Inst {
    Unit(Unit),
    At(Edge),
    /// The place goes into a register.
    Save(u32),
    /// The place goes into the register that ends a group, which was closed last then.
    Close {
        register: u32,
        group: u32,
    },
    Jump(u32),
    /// Goes on, and from the other instruction if that fails.
    Split(u32),
    /// A unit again and again.
    Repeat {
        greed: Greed,
        unit: Unit,
        min: u32,
        max: u32,
    },
    /// A loop begins: its count is in the register, the place of its last round in the next one.
    Enter(u32),
    /// A round of the loop is over, or none began: another one at the instruction `body`, or what
    /// follows.
    Loop {
        register: u32,
        min: u32,
        max: u32,
        body: u32,
        lazy: bool,
    },
    /// A lazy loop, what follows which has failed.
    Again {
        register: u32,
        max: u32,
        body: u32,
    },
    /// What the group matched, in the same or another case.
    Reference {
        group: u32,
        fold: Fold,
    },
    /// Goes on if the group has matched, else from the other instruction.
    IfMatched {
        group: u32,
        otherwise: u32,
    },
    /// Something begins that is not tried again: the register keeps the height of the stack, the next
    /// one the place.
    Begin(u32),
    /// Goes back so many characters.
    Back(u32),
    /// It has matched: what could be tried is forgotten; where a look ends, the place is as it began.
    Commit {
        register: u32,
        look: bool,
    },
    /// A look that must not match begins: it goes on from the other instruction if it does not.
    BeginNot {
        register: u32,
        otherwise: u32,
    },
    /// It has matched.
    Refuse(u32),
    /// The whole has matched.
    Match,
}

/// A compiled regular expression.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) code: Box<[Inst]>,
    pub(super) sets: Box<[CharSet]>,
    /// How many registers it takes: two for each group from the first on, one for the group that was
    /// closed last, then those of loops and looks.
    pub(super) registers: usize,
    /// The number of groups.
    pub(super) groups: u32,
    /// What each match begins with, in the encoding of the text.
    pub(super) prefix: Box<[u8]>,
    /// One of the characters that each match begins with, if that is known.
    pub(super) first: Option<Unit>,
    /// Fewest characters of a match.
    pub(super) shortest: usize,
    /// Whether it can match only where the text begins.
    pub(super) anchored: bool,
}

impl Program {
    /// The register of the group that was closed last.
    #[inline]
    pub(super) fn last_closed(&self) -> usize {
        2 * self.groups as usize
    }

    /// Whether a unit matches a character.
    #[inline]
    pub(super) fn matches(&self, unit: Unit, point: u32) -> bool {
        match unit {
            Unit::Char(wanted) => point == wanted,
            Unit::NotChar(other) => point != other,
            Unit::NoLineFeed => point != 0x0a,
            Unit::Any => true,
            Unit::Set(number) => {
                self.sets.get(number as usize).is_some_and(|set| set.contains(point))
            }
        }
    }

    /// Bytes that it takes beyond itself.
    pub(super) fn external_bytes(&self) -> usize {
        let sets = self.sets.iter().map(CharSet::external_bytes).sum::<usize>();
        size_of_val(&*self.code) + size_of_val(&*self.sets) + sets + self.prefix.len()
    }
}

/// Whether a character is part of a word.
#[inline]
pub(super) fn is_word(ascii: bool, point: u32) -> bool {
    is_of(Category::Word, ascii, point)
}
