//! A signature: the parameters of a callable, however they were written down.

mod lookup;
mod parameter;
mod parse;
mod text;

use std::borrow::Cow;
use std::ops::Range;

pub use parameter::{Parameter, ParameterKind};
pub use parse::SignatureError;

use crate::binding::CallStyle;
use lookup::NameIndex;

/// The parameters of a callable.
///
/// Parameters have the order of CPython's `co_varnames`: positional-only, positional-or-keyword,
/// keyword-only, `*args`, `**kwargs`. The index of a parameter in this order is what binding
/// reports. The receiver of a native method (`$self`) is not a parameter; the `self` of a function
/// defined in Python is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    receiver: Option<Receiver>,
    /// How many receivers go before the arguments.
    receivers: usize,
    /// The whole text, where the parameters do not tell it: if there are optional groups.
    text: Option<Cow<'static, str>>,
    parameters: Box<[Parameter]>,
    counts: Counts,
    /// How many positional parameters, from the right, have a default.
    defaults: usize,
    /// How many keyword-only parameters have none.
    required_keyword_only: usize,
    /// The number of positional arguments that binds without looking, if there is one.
    simple: Option<usize>,
    style: CallStyle,
    index: NameIndex,
}

/// The parameter with a dollar sign, which is bound before the call.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Receiver {
    name: Cow<'static, str>,
    /// Whether a `/` follows it although no positional-only parameter does.
    slash: bool,
}

/// The numbers that describe a signature, as a code object has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// `co_posonlyargcount`.
    pub positional_only: usize,
    /// `co_argcount`: positional parameters, including the positional-only ones.
    pub positional: usize,
    /// `co_kwonlyargcount`.
    pub keyword_only: usize,
    /// Whether there is a `*args`.
    pub var_positional: bool,
    /// Whether there is a `**kwargs`.
    pub var_keyword: bool,
}

impl Counts {
    /// The number of parameters.
    pub const fn total(&self) -> usize {
        self.positional
            .saturating_add(self.keyword_only)
            .saturating_add(self.var_positional as usize)
            .saturating_add(self.var_keyword as usize)
    }

    /// The kind of the parameter with this index.
    pub(crate) fn kind(&self, index: usize) -> ParameterKind {
        if index < self.positional_only {
            ParameterKind::PositionalOnly
        } else if index < self.positional {
            ParameterKind::PositionalOrKeyword
        } else if index < self.positional.saturating_add(self.keyword_only) {
            ParameterKind::KeywordOnly
        } else if self.var_positional && index == self.positional.saturating_add(self.keyword_only)
        {
            ParameterKind::VarPositional
        } else {
            ParameterKind::VarKeyword
        }
    }
}

impl Signature {
    /// The signature of a function defined in Python: the names are the first of `co_varnames`.
    /// Defaults are the function's, not the code's: see [`Defaults`](crate::Defaults).
    ///
    /// # Errors
    ///
    /// The number of names is not what the counts add up to, there are more positional-only
    /// parameters than positional ones, or a name stands twice.
    pub fn of_function<N: Into<Cow<'static, str>>>(
        counts: Counts,
        names: impl IntoIterator<Item = N>,
    ) -> Result<Signature, SignatureError> {
        let parameters: Vec<Parameter> = names
            .into_iter()
            .enumerate()
            .map(|(i, name)| Parameter::new(name.into(), counts.kind(i), None))
            .collect();
        if parameters.len() != counts.total() || counts.positional_only > counts.positional {
            return Err(SignatureError::WrongCount);
        }
        Signature::build(None, parameters, counts).map(|s| s.with_style(CallStyle::Python))
    }

    fn build(
        receiver: Option<Receiver>,
        parameters: Vec<Parameter>,
        counts: Counts,
    ) -> Result<Signature, SignatureError> {
        let named = &parameters[..counts.positional + counts.keyword_only];
        let (positional, keyword_only) = named.split_at(counts.positional);
        let defaults = positional.iter().rev().take_while(|p| p.has_default()).count();
        let required_keyword_only = keyword_only.iter().filter(|p| !p.has_default()).count();
        let index = NameIndex::new(&parameters)?;
        let only_positional =
            counts.keyword_only == 0 && !counts.var_positional && !counts.var_keyword;
        let passed = |receiver: &Receiver| receiver.name != "module";
        Ok(Signature {
            receivers: usize::from(receiver.as_ref().is_some_and(passed)),
            receiver,
            text: None,
            counts,
            defaults,
            required_keyword_only,
            simple: only_positional.then_some(counts.positional),
            style: CallStyle::native(&counts, defaults),
            index,
            parameters: parameters.into(),
        })
    }

    /// Changes the style of error messages.
    #[must_use]
    pub fn with_style(mut self, style: CallStyle) -> Signature {
        self.style = style;
        self
    }

    /// Which family of error messages binding produces.
    pub fn style(&self) -> CallStyle {
        self.style
    }

    /// The name of the receiver of a native function, without the dollar sign: `self`, `module`,
    /// `type` or `cls`.
    pub fn receiver(&self) -> Option<&str> {
        self.receiver.as_ref().map(|receiver| &*receiver.name)
    }

    /// How many receivers a call passes before the arguments: functions of modules name their
    /// module, but are not bound to it.
    #[inline]
    pub fn receivers(&self) -> usize {
        self.receivers
    }

    /// The parameters, in the order of `co_varnames`.
    pub fn parameters(&self) -> &[Parameter] {
        &self.parameters
    }

    /// The number of parameters, `*args` and `**kwargs` included: how many places a call fills.
    #[inline]
    pub fn len(&self) -> usize {
        self.parameters.len()
    }

    /// Whether there is no parameter.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.parameters.is_empty()
    }

    /// The numbers of parameters by kind.
    #[inline]
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// How many positional arguments must come from somewhere: positional parameters without a
    /// default of their own.
    #[inline]
    pub fn required_positional(&self) -> usize {
        self.counts.positional - self.defaults
    }

    /// How many keyword-only parameters have no default of their own.
    #[inline]
    pub fn required_keyword_only(&self) -> usize {
        self.required_keyword_only
    }

    /// The index of the `*args` parameter.
    #[inline]
    pub fn var_positional(&self) -> Option<usize> {
        self.counts.var_positional.then_some(self.counts.positional + self.counts.keyword_only)
    }

    /// The index of the `**kwargs` parameter.
    #[inline]
    pub fn var_keyword(&self) -> Option<usize> {
        self.counts.var_keyword.then(|| self.parameters.len() - 1)
    }

    /// Whether `positional` arguments without keywords fill exactly the parameters, one each in
    /// order: then there is nothing to bind. One compare.
    #[inline]
    pub fn is_simple(&self, positional: usize) -> bool {
        self.simple == Some(positional)
    }

    /// Whether `positional` arguments without keywords fill the first parameters, and all others
    /// have a default of their own: then there is nothing to bind either. A few compares.
    #[inline]
    pub fn is_prefix(&self, positional: usize) -> bool {
        self.simple.is_some_and(|most| positional <= most)
            && positional >= self.required_positional()
    }

    /// Those of `positional` arguments that go to `*args`, or that are too many if there is none.
    #[inline]
    pub fn surplus(&self, positional: usize) -> Range<usize> {
        self.counts.positional.min(positional)..positional
    }

    /// The parameter that can be given by this keyword. `O(log n)` in the number of parameters.
    #[inline]
    pub fn find_keyword(&self, name: &[u8]) -> Option<usize> {
        let Counts { positional_only, positional, keyword_only, .. } = self.counts;
        self.index.find(&self.parameters, positional_only..positional + keyword_only, name)
    }

    /// The positional-only parameter of this name.
    pub(crate) fn find_positional_only(&self, name: &[u8]) -> Option<usize> {
        self.index.find(&self.parameters, 0..self.counts.positional_only, name)
    }

    /// The name of the parameter with this index; empty if there is none.
    pub(crate) fn name(&self, index: usize) -> &str {
        self.parameters.get(index).map_or("", Parameter::name)
    }
}
