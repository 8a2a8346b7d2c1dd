//! Why a call does not fit a signature, as data; always a `TypeError`.

/// Which side of a limit a number of arguments is on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Limit {
    /// No other number is right.
    Exactly,
    /// More would be right.
    AtLeast,
    /// Less would be right.
    AtMost,
}

/// Why a call does not fit a signature. Parameters and keywords are given by index; see
/// [`message`](BindError::message) for the text.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum BindError {
    /// Python: more positional arguments than parameters.
    TooManyPositional {
        /// The number of positional parameters without default, if some have one. Negative for a
        /// function that was given more defaults than it has parameters.
        at_least: Option<isize>,
        /// The number of positional parameters.
        at_most: usize,
        /// The number of positional arguments.
        given: usize,
        /// The number of keyword-only parameters that were given.
        keyword_only_given: usize,
    },
    /// Python: positional parameters without argument or default.
    MissingPositional(Vec<usize>),
    /// Python: keyword-only parameters without argument or default.
    MissingKeywordOnly(Vec<usize>),
    /// Python: the parameter was given by position and by keyword.
    MultipleValues(usize),
    /// Python: positional-only parameters that were given by keyword.
    PositionalOnlyAsKeyword(Vec<usize>),
    /// The keyword names no parameter.
    UnexpectedKeyword(usize),
    /// Native: keywords for a function that takes none.
    NoKeywords,
    /// Native: arguments for a function that takes none.
    NoArguments {
        /// The number of arguments.
        given: usize,
    },
    /// Native: not one argument for a function that takes one.
    OneArgument {
        /// The number of arguments.
        given: usize,
    },
    /// Native without keywords: a wrong number of arguments.
    Expected {
        /// How `count` limits the number.
        limit: Limit,
        /// The number that was expected.
        count: usize,
        /// The number of arguments.
        given: usize,
    },
    /// Native with keywords: more arguments in all than parameters.
    TooMany {
        /// The number of parameters.
        most: usize,
        /// The number of arguments.
        given: usize,
        /// Whether all arguments are keyword arguments.
        only_keywords: bool,
    },
    /// Native with keywords: a wrong number of positional arguments.
    PositionalCount {
        /// How `count` limits the number.
        limit: Limit,
        /// The number that was expected.
        count: usize,
        /// The number of positional arguments.
        given: usize,
    },
    /// Native with keywords: the first parameter without argument or default.
    MissingArgument(usize),
    /// Native with keywords: the first parameter that was given by position and by keyword.
    NameAndPosition(usize),
}
