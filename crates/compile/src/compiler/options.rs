//! What a text is compiled as.

/// What a text is, as the `mode` of `compile` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Statements: a module.
    #[default]
    Exec,
    /// One expression, whose value is returned.
    Eval,
    /// One interactive statement: the values of expression statements are displayed.
    Single,
    /// What was typed at a prompt: statements, of which the last is run as [`Mode::Single`] would.
    Typed,
}

/// How a text is compiled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What the text is.
    pub mode: Mode,
    /// The code may run in a namespace other than its globals, so names at its top are looked up
    /// there first.
    pub named: bool,
    /// `from __future__ import annotations` holds already.
    pub future_annotations: bool,
    /// `-O`: 1 leaves out `assert` and makes `__debug__` false, 2 leaves out docstrings too.
    pub optimize: u8,
    /// How many digits a decimal integer may have (`sys.set_int_max_str_digits`); 0: any number.
    pub max_digits: usize,
}
