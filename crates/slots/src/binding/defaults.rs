//! Which parameters have a default.

use crate::signature::Signature;

/// Which parameters of a call have a default.
pub trait Defaults {
    /// How many positional parameters have one, counted from the right.
    fn positional(&self) -> usize;

    /// Whether the keyword-only parameter with this index has one.
    fn keyword_only(&self, parameter: usize) -> bool;
}

/// The defaults of a function defined in Python, as they are at the time of the call.
pub struct FunctionDefaults<F> {
    /// The length of `__defaults__`.
    pub positional: usize,
    /// Whether the keyword-only parameter with this index has a value in `__kwdefaults__`.
    pub keyword_only: F,
}

impl<F: Fn(usize) -> bool> Defaults for FunctionDefaults<F> {
    fn positional(&self) -> usize {
        self.positional
    }

    fn keyword_only(&self, parameter: usize) -> bool {
        (self.keyword_only)(parameter)
    }
}

/// The defaults that were written in the signature.
pub(super) struct OwnDefaults<'a>(pub(super) &'a Signature);

impl Defaults for OwnDefaults<'_> {
    fn positional(&self) -> usize {
        self.0.counts().positional - self.0.required_positional()
    }

    fn keyword_only(&self, parameter: usize) -> bool {
        self.0.parameters().get(parameter).is_some_and(|parameter| parameter.has_default())
    }
}
