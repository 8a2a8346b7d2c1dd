//! Binding: which argument of a call goes to which parameter, as a plan that touches no object.
//!
//! The rule is the language reference's ("Calls") for all callables; the order of checks and the
//! messages depend on how CPython implements the callable, which is its [`CallStyle`].

mod defaults;
mod error;
mod filled;
mod message;
mod native;
mod python;

use std::ops::Range;

pub use defaults::{Defaults, FunctionDefaults};
pub use error::{BindError, Limit};
pub use message::FunctionName;

use crate::signature::{Counts, Signature};

/// Where the argument of a parameter comes from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Source {
    /// The positional argument with this index.
    Positional(usize),
    /// The keyword argument with this index.
    Keyword(usize),
    /// The parameter's default.
    Default,
}

/// How CPython implements a callable, which decides the family of its error messages.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum CallStyle {
    /// A function defined in Python: `f() missing 1 required positional argument: 'a'`.
    Python,
    /// `METH_NOARGS`: `list.clear() takes no arguments (1 given)`.
    #[default]
    NoArguments,
    /// `METH_O`: `len() takes exactly one argument (2 given)`.
    OneArgument,
    /// `METH_FASTCALL` and most constructors: `pop expected at most 1 argument, got 2`.
    Positional,
    /// `METH_FASTCALL | METH_KEYWORDS`: `pow() missing required argument 'base' (pos 1)`.
    Keywords,
}

impl CallStyle {
    /// The style that Argument Clinic gives a native function with such parameters.
    pub(crate) fn native(counts: &Counts, defaults: usize) -> CallStyle {
        let by_keyword = counts.positional_only < counts.positional;
        if by_keyword || counts.keyword_only > 0 || counts.var_keyword {
            CallStyle::Keywords
        } else if counts.var_positional {
            CallStyle::Positional
        } else {
            match (counts.positional, defaults) {
                (0, _) => CallStyle::NoArguments,
                (1, 0) => CallStyle::OneArgument,
                _ => CallStyle::Positional,
            }
        }
    }
}

impl Signature {
    /// Binds a call with `positional` positional arguments and these keywords, with the defaults
    /// that the signature itself has.
    ///
    /// Calls `place` once for each parameter except `*args` and `**kwargs`, in no particular
    /// order, and once for each keyword that goes to `**kwargs`, with the index of that parameter,
    /// in the order of the keywords. Returns which positional arguments go to `*args`; the range
    /// is empty if there are none. After an error some places may have been reported already.
    ///
    /// Keyword names are WTF-8 and distinct. Costs
    /// `O(parameters + keywords · log(parameters))`, and allocates only for signatures of more
    /// than 128 parameters or for an error. Ask [`is_simple`](Signature::is_simple) first.
    ///
    /// # Errors
    ///
    /// The call does not fit: a `TypeError` with [`BindError::message`].
    ///
    /// # Example
    ///
    /// ```
    /// use objmodel_slots::{Signature, Source};
    ///
    /// let print = Signature::parse("($module, /, *args, sep=' ', end='\\n')")?;
    /// let mut sources = [None; 3];
    /// let args = print.bind(2, &["end"], |parameter, source| sources[parameter] = Some(source));
    /// assert_eq!(args, Ok(0..2));
    /// assert_eq!(sources, [Some(Source::Default), Some(Source::Keyword(0)), None]);
    /// # Ok::<(), objmodel_slots::SignatureError>(())
    /// ```
    #[inline]
    pub fn bind<K: AsRef<[u8]>>(
        &self,
        positional: usize,
        keywords: &[K],
        place: impl FnMut(usize, Source),
    ) -> Result<Range<usize>, BindError> {
        self.bind_with(positional, keywords, &defaults::OwnDefaults(self), place)
    }

    /// Binds a call as [`Signature::bind`] does, with defaults from elsewhere: those of a Python function can change at any time.
    ///
    /// # Errors
    ///
    /// The call does not fit.
    pub fn bind_with<K: AsRef<[u8]>>(
        &self,
        positional: usize,
        keywords: &[K],
        defaults: &impl Defaults,
        mut place: impl FnMut(usize, Source),
    ) -> Result<Range<usize>, BindError> {
        let call = Call { signature: self, positional, keywords, defaults };
        match self.style() {
            CallStyle::Python => call.bind_python(&mut place)?,
            CallStyle::NoArguments | CallStyle::OneArgument | CallStyle::Positional => {
                call.bind_positional(&mut place)?;
            }
            CallStyle::Keywords => call.bind_keywords(&mut place)?,
        }
        Ok(self.surplus(positional))
    }
}

/// A call that is being bound.
struct Call<'a, K, D> {
    signature: &'a Signature,
    /// How many positional arguments there are.
    positional: usize,
    keywords: &'a [K],
    defaults: &'a D,
}

impl<K, D: Defaults> Call<'_, K, D> {
    fn counts(&self) -> &Counts {
        self.signature.counts()
    }

    /// The number of positional arguments that go to parameters other than `*args`.
    fn taken(&self) -> usize {
        self.positional.min(self.counts().positional)
    }

    /// The number of positional parameters that need an argument.
    fn required(&self) -> usize {
        self.counts().positional.saturating_sub(self.defaults.positional())
    }

    fn place_positional(&self, place: &mut impl FnMut(usize, Source)) {
        for i in 0..self.taken() {
            place(i, Source::Positional(i));
        }
    }
}
