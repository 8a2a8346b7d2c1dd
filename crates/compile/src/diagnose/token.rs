//! Tokens as CPython's tokenizer makes them, with what an error report needs of each.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A name or a keyword; the text tells.
    Name,
    Number,
    String,
    FStringStart,
    FStringMiddle,
    FStringEnd,
    /// An operator or delimiter; the text tells.
    Op,
    Newline,
    Indent,
    Dedent,
    End,
}

/// A place in the text: line from 1, column as a byte offset from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: u32,
    pub(super) column: u32,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) kind: TokenKind,
    pub(super) text: &'a str,
    pub(super) start: Place,
    pub(super) end: Place,
    /// How many brackets are open after it.
    pub(super) level: usize,
    /// How far the tokenizer had read when it was made.
    pub(super) read: Place,
}

/// An error report: class, message and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) kind: crate::syntax::SyntaxErrorKind,
    pub(super) message: String,
    pub(super) start: Place,
    pub(super) end: End,
    /// Where only the rest of a text is looked through, it does not count.
    pub(super) quiet: bool,
}

/// Where a report ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    At(Place),
    /// Nowhere: CPython shows 0.
    Nowhere,
    /// At a token that has no place: CPython shows -1, and the column of the start without counting from 1.
    Unknown,
    /// The report is on the end of the text as a token: CPython shows 0 for start and end.
    Unplaced,
}

impl Mistake {
    /// A `SyntaxError` between two places.
    pub(super) fn between(start: Place, end: Place, message: impl Into<String>) -> Mistake {
        let kind = crate::syntax::SyntaxErrorKind::Syntax;
        Mistake { kind, message: message.into(), start, end: End::At(end), quiet: false }
    }

    /// A `SyntaxError` that has no end.
    pub(super) fn endless(start: Place, message: impl Into<String>) -> Mistake {
        let kind = crate::syntax::SyntaxErrorKind::Syntax;
        Mistake { kind, message: message.into(), start, end: End::Nowhere, quiet: false }
    }

    /// A `SyntaxError` with an end that is not known.
    pub(super) fn open_ended(start: Place, message: impl Into<String>) -> Mistake {
        let start = Place { column: start.column + 1, ..start };
        Mistake { end: End::Unknown, ..Mistake::endless(start, message) }
    }

    /// The mistake, as one that does not count in the rest of a text.
    pub(super) fn quietly(mut self) -> Mistake {
        self.quiet = true;
        self
    }

    /// The mistake, raised as another class.
    pub(super) fn raised_as(mut self, kind: crate::syntax::SyntaxErrorKind) -> Mistake {
        self.kind = kind;
        self
    }
}
