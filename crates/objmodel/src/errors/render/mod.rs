//! Tracebacks as text: what Python prints for an exception that nothing caught.

mod carets;
mod entries;
mod group;
mod message;
mod suggestion;
mod syntax;

use objmodel_gc::{Borrowed, Gc};

use crate::objects::exception::ExceptionObject;
use crate::raise::Result;
use crate::runtime::Runtime;

type Exception = Gc<ExceptionObject>;

/// How one exception leads to the next in a chain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    Cause,
    Context,
}

impl Link {
    fn sentence(self) -> &'static str {
        match self {
            Link::Cause => "The above exception was the direct cause of the following exception:",
            Link::Context => "During handling of the above exception, another exception occurred:",
        }
    }
}

/// Text under construction, whose lines begin with the margin of the groups around them.
#[derive(Default)]
struct Page {
    text: String,
    depth: usize,
    /// Whether a group's box is open that its last exception has to close.
    needs_close: bool,
}

impl Page {
    fn margin(&self) -> String {
        "  ".repeat(self.depth)
    }

    /// Adds lines behind the margin.
    fn lines(&mut self, text: &str) {
        self.lines_with(text, if self.depth > 0 { '|' } else { ' ' });
    }

    fn lines_with(&mut self, text: &str, mark: char) {
        let margin = self.margin();
        for line in text.split_inclusive('\n') {
            if self.depth > 0 {
                self.text.push_str(&margin);
                self.text.push(mark);
                self.text.push(' ');
            }
            self.text.push_str(line);
        }
    }
}

impl Runtime {
    /// What Python prints for an exception that nothing caught: its chain, each with traceback,
    /// message and notes. May run the `__str__` methods of exceptions.
    ///
    /// # Errors
    /// A [`Halt`](crate::Halt) only: what a `__str__` raises is part of the text.
    pub fn render_traceback(&mut self, exception: Borrowed<'_>) -> Result<String> {
        let mut page = Page::default();
        if let Some(exception) = exception.typed::<ExceptionObject>() {
            let exception = exception.to_gc();
            let mut seen = vec![exception.bits()];
            self.render_chain(&exception, &mut seen, &mut page)?;
        }
        Ok(page.text)
    }

    /// An exception and those before it, the oldest first.
    fn render_chain(
        &mut self,
        exception: &Exception,
        seen: &mut Vec<u64>,
        page: &mut Page,
    ) -> Result<()> {
        let mut chain: Vec<(Option<Link>, Exception)> = vec![(None, exception.clone())];
        let mut newest = exception.clone();
        while let Some((link, older)) = self.before(&newest)
            && !seen.contains(&older.bits())
        {
            seen.push(older.bits());
            chain.push((Some(link), older.clone()));
            newest = older;
        }
        for (link, exception) in chain.into_iter().rev() {
            self.render_one(&exception, seen, page)?;
            if let Some(link) = link {
                page.lines(&format!("\n{}\n\n", link.sentence()));
            }
        }
        Ok(())
    }

    fn before(&self, exception: &Exception) -> Option<(Link, Exception)> {
        let payload = exception.read(self);
        let (link, value) = match (&payload.cause, &payload.context) {
            (Some(cause), _) => (Link::Cause, cause),
            (None, Some(context)) if !payload.suppress_context => (Link::Context, context),
            _ => return None,
        };
        Some((link, value.clone().downcast().ok()?))
    }

    fn render_one(
        &mut self,
        exception: &Exception,
        seen: &mut Vec<u64>,
        page: &mut Page,
    ) -> Result<()> {
        let group = self.types.base_exception_group.clone();
        if self.is_instance_of(exception.as_ref(), &group) {
            return self.render_group(exception, seen, page);
        }
        let entries = self.traceback_entries(exception);
        if !entries.is_empty() {
            page.lines("Traceback (most recent call last):\n");
            let text = self.render_entries(&entries);
            page.lines(&text);
        }
        let text = self.render_message(exception)?;
        page.lines(&text);
        Ok(())
    }
}
