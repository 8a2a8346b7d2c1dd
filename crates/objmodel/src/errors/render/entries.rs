//! The entries of a traceback: file, line, function, and the line's text with carets.

use objmodel_gc::Borrowed;

use super::Marks;
use crate::host::Position;
use crate::objects::builder::TextBuilder;
use crate::objects::str::StrObject;
use crate::objects::traceback::Traceback;
use crate::raise::Result;
use crate::runtime::Runtime;

/// An entry that comes more often in a row than this is counted instead.
const MAX_ALIKE: usize = 3;

impl Runtime {
    /// The text of the entries.
    ///
    /// # Errors
    /// `MemoryError`; a halt.
    pub(super) fn render_entries(
        &mut self,
        entries: &[Traceback],
        marks: Marks,
    ) -> Result<TextBuilder> {
        let mut text = TextBuilder::new(self);
        let mut last: Option<(String, u32, String)> = None;
        let mut alike = 0;
        for entry in entries {
            self.tick(4)?;
            let (file, position, function) = self.place_of(entry);
            let here = (file, position.line, function);
            if last.as_ref() != Some(&here) {
                self.push_repetition(&mut text, alike)?;
                alike = 0;
            }
            alike += 1;
            if alike <= MAX_ALIKE {
                let shown = self.render_entry(&here.0, position, &here.2, marks);
                text.append(self, shown.as_bytes())?;
            }
            last = Some(here);
        }
        self.push_repetition(&mut text, alike)?;
        Ok(text)
    }

    fn push_repetition(&self, text: &mut TextBuilder, alike: usize) -> Result<()> {
        if alike <= MAX_ALIKE {
            return Ok(());
        }
        let more = alike - MAX_ALIKE;
        let s = if more == 1 { "" } else { "s" };
        let line = format!("  [Previous line repeated {more} more time{s}]\n");
        text.append(self, line.as_bytes())
    }

    /// File, place and function of an entry.
    fn place_of(&self, entry: &Traceback) -> (String, Position, String) {
        let entry = entry.read(self);
        let code = entry.frame.read(self).code.clone();
        let code = code.frozen();
        let show = |text: &crate::objects::str::Str| text.read(self).as_str().into_owned();
        let position = match code.body.position(entry.instruction) {
            Some(position) if entry.line == 0 || position.line == entry.line => position,
            _ => Position { line: entry.line, ..Position::default() },
        };
        (show(&code.filename), position, show(&code.name))
    }

    fn render_entry(&mut self, file: &str, at: Position, function: &str, marks: Marks) -> String {
        let mut text = format!("  File \"{file}\", line {}, in {function}\n", at.line);
        let last = at.end_line.max(at.line);
        let mut lines = Vec::new();
        for line in at.line..=last.min(at.line.saturating_add(1000)) {
            match self.host.source_line(file, line) {
                Some(line) => lines.push(line.trim_end().to_owned()),
                None => break,
            }
        }
        if lines.iter().all(|line| line.trim().is_empty()) {
            return text;
        }
        if lines.len() as u32 != last - at.line + 1 {
            lines.truncate(1);
        }
        let shown = match marks {
            Marks::Carets => super::carets::underline(self, &lines, at),
            Marks::None => lines[0].trim_start().to_owned(),
        };
        for line in shown.lines() {
            text.push_str("    ");
            text.push_str(line);
            text.push('\n');
        }
        text
    }

    /// The text of a `str` object, for what is shown.
    pub(super) fn shown(&self, value: Borrowed<'_>) -> Option<String> {
        Some(value.get::<StrObject>(self)?.as_str().into_owned())
    }
}
