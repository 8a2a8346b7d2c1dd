//! What is wrong with a program's text: the error that CPython calls `SyntaxError`.

use std::fmt;
use std::sync::Arc;

use super::source::{Position, Source};

/// The exception class that an error of the text is raised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
    /// `RecursionError`: the text is nested deeper than the compiler goes.
    Recursion,
    /// `MemoryError`: the system has no memory for the stack that the text takes.
    Memory,
}

impl SyntaxErrorKind {
    /// The name of the exception class.
    pub fn class_name(self) -> &'static str {
        match self {
            SyntaxErrorKind::Syntax => "SyntaxError",
            SyntaxErrorKind::Indentation => "IndentationError",
            SyntaxErrorKind::Tab => "TabError",
            SyntaxErrorKind::Recursion => "RecursionError",
            SyntaxErrorKind::Memory => "MemoryError",
        }
    }
}

/// An error of the text, with all that a `SyntaxError` object shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Which class it is raised as.
    pub kind: SyntaxErrorKind,
    /// What is wrong, in CPython's words where CPython has them.
    pub message: String,
    /// The file.
    pub file: Arc<str>,
    /// Where; None if the error concerns the file as a whole.
    pub position: Option<Position>,
    /// The text of the line, without its end.
    pub text: Option<String>,
}

impl SyntaxError {
    /// An error at a position of a source.
    pub fn at(source: &Source, position: Position, message: impl Into<String>) -> Self {
        SyntaxError {
            kind: SyntaxErrorKind::Syntax,
            message: message.into(),
            file: source.name().clone(),
            position: Some(position),
            text: source.line(position.line).map(str::to_owned),
        }
    }

    /// An error of the file as a whole.
    pub fn bare(name: &str, message: &str) -> Self {
        SyntaxError {
            kind: SyntaxErrorKind::Syntax,
            message: message.to_owned(),
            file: name.into(),
            position: None,
            text: None,
        }
    }

    /// The same error, raised as another class.
    pub fn with_kind(mut self, kind: SyntaxErrorKind) -> Self {
        self.kind = kind;
        self
    }

    /// `lineno` as the exception object shows it.
    pub fn line(&self) -> Option<u32> {
        self.position.map(|position| position.line)
    }

    /// `offset` as the exception object shows it: characters from 1.
    pub fn offset(&self) -> Option<u32> {
        let position = self.position?;
        Some(self.characters_before(position.column))
    }

    /// `end_offset` as the exception object shows it.
    pub fn end_offset(&self) -> Option<u32> {
        let position = self.position?;
        if position.end_line != position.line {
            let text = self.text.as_deref().unwrap_or_default();
            return Some(text.chars().count() as u32 + 1);
        }
        Some(self.characters_before(position.end_column))
    }

    fn characters_before(&self, column: u32) -> u32 {
        let text = self.text.as_deref().unwrap_or_default();
        let characters = text.char_indices().take_while(|(at, _)| (*at as u32) < column).count();
        characters as u32 + 1
    }
}

/// As the last lines of CPython's report: file and line, the text, a caret, the message.
impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = self.position {
            writeln!(f, "  File \"{}\", line {}", self.file, position.line)?;
            if let Some(text) = &self.text {
                let trimmed = text.trim_start_matches([' ', '\t', '\u{c}']);
                let cut = (text.len() - trimmed.len()) as u32;
                writeln!(f, "    {}", trimmed.trim_end())?;
                let start = self.offset().unwrap_or(1).saturating_sub(1).saturating_sub(cut);
                let end = self.end_offset().unwrap_or(1).saturating_sub(1).saturating_sub(cut);
                let carets = end.saturating_sub(start).max(1);
                let pad: String = trimmed
                    .chars()
                    .take(start as usize)
                    .map(|c| if c.is_whitespace() { c } else { ' ' })
                    .collect();
                let missing = (start as usize).saturating_sub(pad.chars().count());
                let filler = " ".repeat(missing);
                writeln!(f, "    {pad}{filler}{}", "^".repeat(carets as usize))?;
            }
        } else if self.kind == SyntaxErrorKind::Syntax {
            writeln!(f, "  File \"{}\"", self.file)?;
        }
        write!(f, "{}: {}", self.kind.class_name(), self.message)
    }
}

impl std::error::Error for SyntaxError {}
