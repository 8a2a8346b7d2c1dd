//! `SyntaxError`: the place in the text that is wrong, instead of a place in the program.

use objmodel_gc::Value;

use super::Exception;
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
    pub(super) fn render_syntax_error(
        &mut self,
        exception: &Exception,
        name: &str,
    ) -> Result<String> {
        let extra = |index: usize| exception.read(self).extra(index).cloned();
        let number = |index| extra(index).and_then(|value: Value| value.as_small_int());
        let shown = |index| extra(index).and_then(|value: Value| self.shown(value.as_ref()));
        let (line, offset, end_line, end) =
            (number(LINE), number(OFFSET), number(END_LINE), number(END_OFFSET));
        let (file, text, message) = (shown(FILE), shown(TEXT), shown(MESSAGE));
        let mut out = String::new();
        if let Some(line) = line {
            let file = file.unwrap_or_else(|| "<string>".to_owned());
            out.push_str(&format!("  File \"{file}\", line {line}\n"));
        } else if let Some(file) = file {
            out.push_str(&format!("  File \"{file}\"\n"));
        }
        if let (Some(text), Some(line)) = (&text, line) {
            let same_line = end_line.is_none_or(|end| end == line);
            let end = if same_line { end } else { None };
            push_place(&mut out, text, offset, end);
        }
        let message = message.unwrap_or_else(|| "<no detail available>".to_owned());
        out.push_str(&format!("{name}: {message}\n"));
        Ok(out)
    }
}

fn push_place(out: &mut String, text: &str, offset: Option<i64>, end: Option<i64>) {
    let text = text.trim_end_matches(['\n', ' ', '\t', '\r']);
    let trimmed = text.trim_start_matches([' ', '\t', '\u{c}']);
    let cut = (text.chars().count() - trimmed.chars().count()) as i64;
    out.push_str(&format!("    {trimmed}\n"));
    let Some(offset) = offset.filter(|offset| *offset >= 1) else { return };
    let end = end.filter(|end| *end != 0 && *end > offset).unwrap_or(offset + 1);
    let start = offset - 1 - cut;
    let end = end - 1 - cut;
    if start < 0 {
        return;
    }
    let blank = |c: char| if c.is_whitespace() { c } else { ' ' };
    let pad: String =
        trimmed.chars().map(blank).chain(std::iter::repeat(' ')).take(start as usize).collect();
    out.push_str(&format!("    {pad}{}\n", "^".repeat((end - start).max(1) as usize)));
}
