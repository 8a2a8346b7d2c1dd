//! The last lines of an exception's text: class, message, suggestion, notes.

use objmodel_gc::Borrowed;

use super::Exception;
use crate::objects::builder::TextBuilder;
use crate::objects::exception::ExceptionObject;
use crate::objects::list::ListObject;
use crate::objects::str::StrObject;
use crate::raise::Result;
use crate::runtime::Runtime;

impl Runtime {
    /// Class and message of an exception, then its notes.
    pub(super) fn render_message(&mut self, exception: &Exception) -> Result<TextBuilder> {
        let class = self.type_of(exception.as_ref()).to_gc();
        let mut name = self.qualified_name(&class)?;
        if let Some(rest) = name.strip_prefix("__main__.") {
            name = rest.to_owned();
        }
        let syntax = self.types.syntax_error.clone();
        let mut text = TextBuilder::new(self);
        if self.is_instance_of(exception.as_ref(), &syntax) {
            self.render_syntax_error(exception, &name, &mut text)?;
        } else {
            let message = self.message_of(exception.as_ref())?;
            let colon = if message.is_empty() { "" } else { ": " };
            let suggestion = {
                let entries = self.traceback_entries(exception);
                let innermost = entries.last().map(|entry| entry.read(self).frame.clone());
                self.render_suggestion(exception, innermost.as_ref())?
            };
            for part in [&name, colon, &message, &suggestion, "\n"] {
                text.append(self, part.as_bytes())?;
            }
        }
        self.render_notes(exception, &mut text)?;
        Ok(text)
    }

    /// `str(exception)`, or what is shown where that raises.
    pub(super) fn message_of(&mut self, exception: Borrowed<'_>) -> Result<String> {
        // That of a bare `MemoryError` needs no memory.
        let bare = exception
            .get::<ExceptionObject>(self)
            .is_some_and(|e| e.args.frozen().items().is_empty());
        if bare && self.type_of(exception).is(&self.types.memory_error) {
            return Ok(String::new());
        }
        let shown = self.to_str(exception);
        self.or_failed(shown, "exception str()")
    }

    fn render_notes(&mut self, exception: &Exception, text: &mut TextBuilder) -> Result<()> {
        let name = self.names.notes.clone();
        let notes = match self.lookup_attr(exception, &name) {
            Ok(Some(notes)) => notes,
            Err(raise) if raise.halt().is_some() => return Err(raise),
            _ => return Ok(()),
        };
        if crate::singletons::is_none(&notes) {
            return Ok(());
        }
        let Some(list) = notes.get::<ListObject>(self) else {
            let shown = self.repr(&notes);
            let shown = self.or_failed(shown, "__notes__ repr()")?;
            text.append(self, shown.as_bytes())?;
            return text.append(self, b"\n");
        };
        let items = self.gather(list.items().iter().cloned())?;
        for note in items {
            self.tick(1)?;
            let shown = match note.clone().downcast::<StrObject>() {
                Ok(note) => Ok(note),
                Err(note) => self.to_str(&note),
            };
            let shown = self.or_failed(shown, "note str()")?;
            for line in shown.split('\n') {
                text.append(self, line.as_bytes())?;
                text.append(self, b"\n")?;
            }
        }
        Ok(())
    }

    fn or_failed(&self, text: Result<crate::objects::str::Str>, what: &str) -> Result<String> {
        match text {
            Ok(text) => Ok(text.read(self).as_str().into_owned()),
            Err(raise) if raise.halt().is_some() => Err(raise),
            Err(_) => Ok(format!("<{what} failed>")),
        }
    }
}
