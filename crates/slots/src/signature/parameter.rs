//! A parameter: its name, its kind, and the text of its default.

use std::borrow::Cow;

/// How a parameter takes its argument (`inspect.Parameter.kind`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ParameterKind {
    /// By position: before a `/`.
    PositionalOnly,
    /// By position or by name.
    PositionalOrKeyword,
    /// By name: after a `*`.
    KeywordOnly,
    /// All further positional arguments: `*args`.
    VarPositional,
    /// All further keyword arguments: `**kwargs`.
    VarKeyword,
}

/// A parameter of a [`Signature`](crate::Signature).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    name: Cow<'static, str>,
    kind: ParameterKind,
    /// Empty in optional groups.
    default: Option<Cow<'static, str>>,
}

impl Parameter {
    pub(crate) fn new(
        name: Cow<'static, str>,
        kind: ParameterKind,
        default: Option<Cow<'static, str>>,
    ) -> Parameter {
        Parameter { name, kind, default }
    }

    pub(crate) fn with_kind(self, kind: ParameterKind) -> Parameter {
        Parameter { kind, ..self }
    }

    /// The name, without asterisks.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The kind.
    pub fn kind(&self) -> ParameterKind {
        self.kind
    }

    /// The text of the default, as the signature was written. Parameters of functions defined in
    /// Python have none here, for their defaults are values.
    pub fn default(&self) -> Option<&str> {
        self.default.as_deref().filter(|text| !text.is_empty())
    }

    /// Whether a default was written, or the parameter stands in an optional group.
    pub fn has_default(&self) -> bool {
        self.default.is_some()
    }
}
