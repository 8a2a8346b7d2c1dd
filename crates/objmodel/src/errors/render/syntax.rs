//! `SyntaxError`: the place in the text that is wrong, instead of a place in the program.

use objmodel_gc::Value;

use super::Exception;
use crate::objects::builder::TextBuilder;
use crate::raise::Result;
use crate::runtime::Runtime;

/// Numbers of the attributes in the table of `SyntaxError`.
const MESSAGE: usize = 0;
const FILE: usize = 1;
const LINE: usize = 2;
const OFFSET: usize = 3;
const TEXT: usize = 4;
const END_LINE: usize = 5;
const END_OFFSET: usize = 6;

impl Runtime {
    /// Appends file, line, text with carets, class and message.
    ///
    /// # Errors
    /// `MemoryError`.
    pub(super) fn render_syntax_error(
        &mut self,
        exception: &Exception,
        name: &str,
        out: &mut TextBuilder,
    ) -> Result<()> {
        let extra = |index: usize| exception.read(self).extra(index).cloned();
        let number = |index| extra(index).and_then(|value: Value| value.as_small_int());
        let shown = |index| extra(index).and_then(|value: Value| self.shown(value.as_ref()));
        let (file, text, message) = (shown(FILE), shown(TEXT), shown(MESSAGE));
        let mut suffix = String::new();
        if let Some(line) = number(LINE) {
            let file = file.unwrap_or_else(|| "<string>".to_owned());
            out.append(self, format!("  File \"{file}\", line {line}\n").as_bytes())?;
        } else if let Some(file) = file {
            suffix = format!(" ({file})");
        }
        if let Some(text) = &text {
            let end = (number(LINE) == number(END_LINE)).then(|| number(END_OFFSET));
            self.push_place(out, text, number(OFFSET), end)?;
        }
        let message = message.unwrap_or_else(|| "<no detail available>".to_owned());
        out.append(self, format!("{name}: {message}{suffix}\n").as_bytes())
    }

    /// Appends the text and carets under what is wrong. `end` is where that ends on the same line, if
    /// it does. Offsets behind the text count as its end.
    fn push_place(
        &self,
        out: &mut TextBuilder,
        text: &str,
        offset: Option<i64>,
        end: Option<Option<i64>>,
    ) -> Result<()> {
        let line = text.trim_end_matches('\n');
        let trimmed = line.trim_start_matches([' ', '\n', '\u{c}']);
        for part in ["    ", trimmed, "\n"] {
            out.append(self, part.as_bytes())?;
        }
        let Some(offset) = offset else { return Ok(()) };
        let len = line.chars().count() as i64;
        let cut = len - trimmed.chars().count() as i64;
        // CPython takes offsets in an empty text as they are.
        let within = |offset: i64| match text.chars().count() as i64 {
            count if count > 0 && offset > count => len + 1,
            _ => offset,
        };
        let end = match end {
            Some(end) => within(end.filter(|end| *end != 0).unwrap_or(offset)),
            None => len + 1,
        };
        let start = within(offset);
        let carets = if start >= end || end < 0 { 1 } else { end - start };
        let start = start - 1 - cut;
        if start < 0 {
            return Ok(());
        }
        out.append(self, b"    ")?;
        // A tab stays one, so that the carets stand below.
        let mut point = [0; 4];
        for c in trimmed.chars().take(start as usize) {
            let blank = if c.is_whitespace() { c } else { ' ' };
            out.append(self, blank.encode_utf8(&mut point).as_bytes())?;
        }
        out.repeat(b"^", carets as usize).map_err(|refused| self.out_of_memory(refused))?;
        out.append(self, b"\n")
    }
}
