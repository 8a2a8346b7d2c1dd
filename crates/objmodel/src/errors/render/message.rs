//! The last lines of an exception's text: class, message, suggestion, notes.

use objmodel_gc::{Borrowed, Value};

use super::Exception;
use crate::objects::list::ListObject;
use crate::objects::str::StrObject;
use crate::raise::Result;
use crate::runtime::Runtime;

impl Runtime {
    /// Class and message of an exception, then its notes.
    pub(super) fn render_message(&mut self, exception: &Exception) -> Result<String> {
        let class = self.type_of(exception.as_ref()).to_gc();
        let mut name = self.qualified_name(&class)?;
        if let Some(rest) = name.strip_prefix("__main__.") {
            name = rest.to_owned();
        }
        let syntax = self.types.syntax_error.clone();
        let mut text = String::new();
        if self.is_instance_of(exception.as_ref(), &syntax) {
            text = self.render_syntax_error(exception, &name)?;
        } else {
            let message = self.message_of(exception.as_ref())?;
            text.push_str(&name);
            if !message.is_empty() {
                text.push_str(": ");
                text.push_str(&message);
            }
            text.push_str(&self.render_suggestion(exception)?);
            text.push('\n');
        }
        self.render_notes(exception, &mut text)?;
        Ok(text)
    }

    /// `str(exception)`, or what is shown where that raises.
    pub(super) fn message_of(&mut self, exception: Borrowed<'_>) -> Result<String> {
        let shown = self.to_str(exception);
        self.or_failed(shown, "exception str()")
    }

    fn render_notes(&mut self, exception: &Exception, text: &mut String) -> Result<()> {
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
            text.push_str(&self.or_failed(shown, "__notes__ repr()")?);
            text.push('\n');
            return Ok(());
        };
        let items: Vec<Value> = list.items().to_vec();
        for note in items {
            let shown = match note.clone().downcast::<StrObject>() {
                Ok(note) => Ok(note),
                Err(note) => self.to_str(&note),
            };
            let shown = self.or_failed(shown, "note str()")?;
            for line in shown.split('\n') {
                text.push_str(line);
                text.push('\n');
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
