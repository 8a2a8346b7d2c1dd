//! Tracebacks as text: what Python prints for an exception that nothing caught.

mod carets;
mod entries;
mod group;
mod message;
mod suggestion;
mod syntax;

use objmodel_gc::{Borrowed, Gc};

use crate::objects::builder::TextBuilder;
use crate::objects::exception::ExceptionObject;
use crate::objects::traceback::TracebackObject;
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

/// Whether the part of a line that failed is marked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marks {
    Carets,
    None,
}

/// Text under construction, whose lines begin with the margin of the groups around them.
struct Page {
    text: TextBuilder,
    depth: usize,
    /// Whether a group's box is open that its last exception has to close.
    needs_close: bool,
}

impl Page {
    /// Adds lines behind the margin.
    fn lines(&mut self, rt: &Runtime, text: &[u8]) -> Result<()> {
        self.lines_with(rt, text, b"| ")
    }

    fn lines_with(&mut self, rt: &Runtime, text: &[u8], mark: &[u8]) -> Result<()> {
        rt.tick(1 + text.len() / 64)?;
        if self.depth == 0 {
            return self.text.append(rt, text);
        }
        for line in text.split_inclusive(|byte| *byte == b'\n') {
            self.margin(rt, self.depth)?;
            self.text.append(rt, mark)?;
            self.text.append(rt, line)?;
        }
        Ok(())
    }

    fn margin(&mut self, rt: &Runtime, depth: usize) -> Result<()> {
        self.text.repeat(b"  ", depth).map_err(|refused| rt.out_of_memory(refused))
    }
}

impl Runtime {
    /// What Python prints for an exception that nothing caught: its chain, each with traceback,
    /// message and notes. May run the `__str__` methods of exceptions. For what is no exception it is
    /// the text of the `TypeError` that says so.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let exception = rt.truediv(1, 0).unwrap_err().into_exception()?;
    /// let text = rt.render_traceback(exception.as_ref())?;
    /// assert_eq!(text, "ZeroDivisionError: division by zero\n");
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError` if there is no room for the text; a [`Halt`](crate::Halt). What a `__str__`
    /// raises is part of the text.
    pub fn render_traceback(&mut self, exception: Borrowed<'_>) -> Result<String> {
        let mut page = Page { text: TextBuilder::new(self), depth: 0, needs_close: false };
        let none = match exception.get::<ExceptionObject>(self) {
            Some(_) => None,
            None => Some(self.not_an_exception(&exception).into_exception()?),
        };
        let exception = none.as_ref().map_or(exception, objmodel_gc::Value::as_ref);
        if let Some(exception) = exception.typed::<ExceptionObject>() {
            let exception = exception.to_gc();
            let mut seen = vec![exception.bits()];
            self.render_chain(&exception, &mut seen, &mut page)?;
        }
        self.tick(page.text.as_bytes().len() / 64)?;
        Ok(String::from_utf8_lossy(page.text.as_bytes()).into_owned())
    }

    /// Lines of source without their common indentation, each of them followed by carets under what
    /// stands at the position, where those tell something. The first line is that of the position.
    pub fn underline(&mut self, lines: &[String], at: crate::host::Position) -> String {
        carets::underline(self, lines, at)
    }

    /// What a traceback appends to the message of a `NameError`, an `AttributeError` or an
    /// `ImportError`: names like the one that is missing. Empty for others, and if nothing is like it.
    /// Names are looked for where the traceback ends. May run `__dir__`.
    ///
    /// # Errors
    /// A [`Halt`](crate::Halt).
    pub fn suggestion(
        &mut self,
        exception: Borrowed<'_>,
        traceback: Option<Borrowed<'_>>,
    ) -> Result<String> {
        self.check_all_own(&[exception])?;
        let entries = match traceback.and_then(Borrowed::typed::<TracebackObject>) {
            Some(first) => self.entries_from(Some(first.to_gc())),
            None => Vec::new(),
        };
        let innermost = entries.last().map(|entry| entry.read(self).frame.clone());
        match exception.typed::<ExceptionObject>() {
            Some(exception) => self.render_suggestion(&exception.to_gc(), innermost.as_ref()),
            None => Ok(String::new()),
        }
    }

    /// An exception as destructors and callbacks have it told: its traceback without carets, its class
    /// and its message, nothing of others that led to it.
    pub(crate) fn render_plainly(&mut self, exception: &objmodel_gc::Value) -> String {
        let mut text = String::new();
        if let Some(own) = exception.as_ref().typed::<ExceptionObject>() {
            let entries = self.traceback_entries(&own.to_gc());
            if !entries.is_empty() {
                text.push_str("Traceback (most recent call last):\n");
                match self.render_entries(&entries, Marks::None) {
                    Ok(shown) => text.push_str(&String::from_utf8_lossy(shown.as_bytes())),
                    // There is no room for more, or no time.
                    Err(_) => text.push_str("  ...\n"),
                }
            }
        }
        let class = self.type_of(exception.as_ref()).to_gc();
        text.push_str(&self.full_qualified_name(&class));
        text.push_str(": ");
        match self.to_str(exception) {
            Ok(message) => text.push_str(&message.read(self).as_str()),
            Err(_) => text.push_str("<exception str() failed>"),
        }
        text.push('\n');
        text
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
            self.tick(1 + seen.len() / 64)?;
            seen.push(older.bits());
            chain.push((Some(link), older.clone()));
            newest = older;
        }
        for (link, exception) in chain.into_iter().rev() {
            self.render_one(&exception, seen, page)?;
            if let Some(link) = link {
                page.lines(self, format!("\n{}\n\n", link.sentence()).as_bytes())?;
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
        // Message, suggestion and notes are asked of the exception, whatever it answers.
        self.tick(16)?;
        let group = self.types.base_exception_group.clone();
        if self.is_instance_of(exception.as_ref(), &group) {
            return self.render_group(exception, seen, page);
        }
        let entries = self.traceback_entries(exception);
        if !entries.is_empty() {
            page.lines(self, b"Traceback (most recent call last):\n")?;
            let text = self.render_entries(&entries, Marks::Carets)?;
            page.lines(self, text.as_bytes())?;
        }
        let text = self.render_message(exception)?;
        page.lines(self, text.as_bytes())
    }
}
