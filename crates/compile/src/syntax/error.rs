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
    /// Whether the report ends where the position does.
    pub end: ErrorEnd,
    /// Columns are shown in characters, as CPython's parser does; its compiler shows bytes.
    pub in_characters: bool,
    /// The text of the line, without its end.
    pub text: Option<String>,
    /// The text could be parsed: CPython's compiler reports this, and shows the line if it can read
    /// it in the file.
    pub of_compiler: bool,
}

/// Where a report ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ErrorEnd {
    /// Where its position ends.
    #[default]
    At,
    /// Nowhere: `end_offset` is 0.
    Nowhere,
    /// At a token that has no place of its own: `end_offset` is -1, and `offset` counts from 0.
    Unknown,
    /// At the end of the text: `offset` and `end_offset` are 0.
    Unplaced,
    /// It has none: `end_offset` is None.
    Missing,
}

impl SyntaxError {
    /// An error at a position of a source.
    pub fn at(source: &Source, position: Position, message: impl Into<String>) -> Self {
        SyntaxError {
            kind: SyntaxErrorKind::Syntax,
            message: message.into(),
            file: source.name().clone(),
            position: Some(position),
            end: ErrorEnd::At,
            in_characters: false,
            text: source.line(position.line).map(str::to_owned),
            of_compiler: false,
        }
    }

    /// An error of the file as a whole.
    pub fn bare(name: &str, message: &str) -> Self {
        SyntaxError {
            kind: SyntaxErrorKind::Syntax,
            message: message.to_owned(),
            file: name.into(),
            position: None,
            end: ErrorEnd::At,
            in_characters: false,
            text: None,
            of_compiler: false,
        }
    }

    /// Makes it an error that is raised as another class.
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
        match self.end {
            ErrorEnd::Unplaced => Some(0),
            ErrorEnd::Unknown => Some(self.characters_before(position.column) - 1),
            _ => Some(self.characters_before(position.column)),
        }
    }

    /// `end_offset` as the exception object shows it.
    pub fn end_offset(&self) -> Option<i64> {
        let position = self.position?;
        match self.end {
            ErrorEnd::At => {}
            ErrorEnd::Nowhere | ErrorEnd::Unplaced => return Some(0),
            ErrorEnd::Missing => return None,
            ErrorEnd::Unknown => return Some(-1),
        }
        if position.end_line != position.line {
            let end = i64::from(position.end_column) + 1;
            let width = self.text.as_deref().unwrap_or_default().chars().count() as i64;
            return Some(if self.in_characters { end.min(width + 1) } else { end });
        }
        Some(self.characters_before(position.end_column).into())
    }

    fn characters_before(&self, column: u32) -> u32 {
        if !self.in_characters {
            return column + 1;
        }
        let text = self.text.as_deref().unwrap_or_default();
        let characters = text.char_indices().take_while(|(at, _)| (*at as u32) < column).count();
        // A line end is a character too, and some places lie behind it.
        let beyond = column.saturating_sub(text.len() as u32);
        characters as u32 + beyond + 1
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
                let end =
                    self.end_offset().map_or(0, |end| u32::try_from(end - 1).unwrap_or_default());
                let end = end.saturating_sub(cut);
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
