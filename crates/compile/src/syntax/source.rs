//! A program's text and where its lines begin.

use std::sync::Arc;

use ruff_text_size::{TextRange, TextSize};

use super::error::SyntaxError;

/// Where an instruction or an error stands in the text: lines from 1, columns as UTF-8 byte offsets from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The line on which the construct begins.
    pub line: u32,
    /// The line on which it ends.
    pub end_line: u32,
    /// The byte offset of its beginning within its line.
    pub column: u32,
    /// The byte offset of its end within its last line.
    pub end_column: u32,
}

/// The decoded text of one file, with the name under which it is reported.
#[derive(Debug)]
pub struct Source {
    name: Arc<str>,
    text: String,
    line_starts: Vec<u32>,
    /// How many code points begin before each [`STRIDE`]th byte; nothing for ASCII text.
    points: Vec<u32>,
}

/// So many bytes are counted again to find a column.
const STRIDE: usize = 64;

impl Source {
    /// A source from text that is already decoded. Lines may end in `\n`, `\r\n` or `\r`.
    pub fn new(name: &str, text: impl Into<String>) -> Self {
        let text: String = text.into();
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        };
        let mut line_starts = vec![0];
        let bytes = text.as_bytes();
        for (index, byte) in bytes.iter().enumerate() {
            let ends_line =
                *byte == b'\n' || (*byte == b'\r' && bytes.get(index + 1) != Some(&b'\n'));
            if ends_line {
                line_starts.push(index as u32 + 1);
            }
        }
        let points = if text.is_ascii() { Vec::new() } else { points_before(bytes) };
        Source { name: name.into(), text, line_starts, points }
    }

    /// A byte column of a line as a number of code points. Constant time.
    pub fn column(&self, line: u32, bytes: u32) -> u32 {
        let index = (line as usize).saturating_sub(1);
        let start = self.line_starts.get(index).map_or(0, |start| *start as usize);
        if self.points.is_empty() {
            return bytes;
        }
        self.points_before(start + bytes as usize) - self.points_before(start)
    }

    fn points_before(&self, offset: usize) -> u32 {
        let whole = offset / STRIDE;
        let before = self.points.get(whole).copied().unwrap_or(0);
        let rest = self.text.as_bytes().get(whole * STRIDE..offset.min(self.text.len()));
        before + begun(rest.unwrap_or_default())
    }

    /// Decodes a file's bytes: UTF-8, with an optional byte order mark.
    ///
    /// # Errors
    /// A [`SyntaxError`] as CPython words it, if the bytes are not UTF-8, contain a null byte, or
    /// name another encoding in a coding comment.
    pub fn decode(name: &str, bytes: &[u8]) -> Result<Self, SyntaxError> {
        if u32::try_from(bytes.len()).is_err() {
            return Err(SyntaxError::bare(name, "source is too large"));
        }
        if bytes.contains(&0) {
            return Err(SyntaxError::bare(name, "source code cannot contain null bytes"));
        }
        if let Some(encoding) = declared_encoding(bytes)
            && !is_utf8_name(&encoding)
        {
            return Err(SyntaxError::bare(name, &format!("encoding problem: {encoding}")));
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Source::new(name, text)),
            Err(error) => {
                let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let bad = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
                let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
                Err(SyntaxError::bare(
                    name,
                    &format!(
                        "Non-UTF-8 code starting with '\\x{bad:02x}' on line {line}, but no encoding \
                         declared; see https://peps.python.org/pep-0263/ for details"
                    ),
                ))
            }
        }
    }

    /// The name under which the source is reported.
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a line, counted from 1, without its end.
    pub fn line(&self, line: u32) -> Option<&str> {
        let index = (line as usize).checked_sub(1)?;
        let start = *self.line_starts.get(index)? as usize;
        let end = self.line_starts.get(index + 1).map_or(self.text.len(), |end| *end as usize);
        Some(self.text.get(start..end)?.trim_end_matches(['\n', '\r']))
    }

    /// Line (from 1) and byte column (from 0) of an offset.
    pub fn line_column(&self, offset: TextSize) -> (u32, u32) {
        let offset = u32::from(offset);
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|index| self.line_starts.get(index)).copied();
        (line as u32, offset - start.unwrap_or(0))
    }

    /// The position of a range.
    pub fn position(&self, range: TextRange) -> Position {
        let (line, column) = self.line_column(range.start());
        let (end_line, end_column) = self.line_column(range.end());
        Position { line, end_line, column, end_column }
    }
}

/// How many code points begin among bytes of UTF-8.
fn begun(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u32
}

fn points_before(bytes: &[u8]) -> Vec<u32> {
    let mut sum = 0;
    let counts = bytes.chunks(STRIDE).map(|chunk| {
        sum += begun(chunk);
        sum
    });
    std::iter::once(0).chain(counts).collect()
}

/// The encoding that a coding comment in the first two lines names (language reference, "Encoding
/// declarations").
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|byte| *byte == b'\n').take(2) {
        let line = String::from_utf8_lossy(line);
        let line = line.trim_start_matches('\u{feff}').trim_start();
        let Some(comment) = line.strip_prefix('#') else {
            if line.trim().is_empty() {
                continue;
            }
            return None;
        };
        let Some(at) = comment.find("coding") else { continue };
        let rest = comment.get(at + "coding".len()..).unwrap_or_default();
        let Some(rest) = rest.strip_prefix([':', '=']) else { continue };
        let name: String = rest
            .trim_start()
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
            .collect();
        if !name.is_empty() {
            return Some(name);
        }
    }
    None
}

fn is_utf8_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('_', "-");
    matches!(name.as_str(), "utf-8" | "utf8" | "utf-8-sig" | "ascii" | "us-ascii" | "u8")
}
