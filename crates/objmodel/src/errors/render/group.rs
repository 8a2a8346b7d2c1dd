//! Exception groups: the exceptions inside, numbered, in a box.

use objmodel_gc::Value;

use super::{Exception, Page};
use crate::objects::exception::ExceptionObject;
use crate::objects::tuple::TupleObject;
use crate::raise::Result;
use crate::runtime::Runtime;

/// More exceptions of a group than this are counted.
const MAX_EXCEPTIONS: usize = 15;
/// Groups inside more groups than this are not shown.
const MAX_GROUPS: usize = 10;
/// Number of the attribute in the table of `BaseExceptionGroup`.
const EXCEPTIONS: usize = 1;

impl Runtime {
    pub(super) fn render_group(
        &mut self,
        group: &Exception,
        seen: &mut Vec<u64>,
        page: &mut Page,
    ) -> Result<()> {
        if page.depth > MAX_GROUPS {
            let text = format!("... (max_group_depth is {MAX_GROUPS})\n");
            return page.lines(self, text.as_bytes());
        }
        let outermost = page.depth == 0;
        if outermost {
            page.depth = 1;
        }
        let entries = self.traceback_entries(group);
        if !entries.is_empty() {
            let mark = if outermost { b"+ " } else { b"| " };
            page.lines_with(self, b"Exception Group Traceback (most recent call last):\n", mark)?;
            let text = self.render_entries(&entries, super::Marks::Carets)?;
            page.lines(self, text.as_bytes())?;
        }
        let text = self.render_message(group)?;
        page.lines(self, text.as_bytes())?;
        let inner: Vec<Value> = match group.read(self).extra(EXCEPTIONS) {
            Some(tuple) => tuple.get::<TupleObject>(self).map(TupleObject::items),
            None => None,
        }
        .unwrap_or_default()
        .to_vec();
        let shown = inner.len().min(MAX_EXCEPTIONS);
        let more = inner.len() - shown;
        page.needs_close = false;
        for (number, exception) in inner.iter().take(shown).enumerate() {
            let last = number + 1 == shown && more == 0;
            page.needs_close |= last;
            self.open(page, number == 0, &(number + 1).to_string())?;
            page.depth += 1;
            if let Ok(exception) = exception.clone().downcast::<ExceptionObject>() {
                if !seen.contains(&exception.bits()) {
                    seen.push(exception.bits());
                }
                self.render_chain(&exception, seen, page)?;
            }
            page.depth -= 1;
            self.close(page, last)?;
        }
        if more > 0 {
            page.needs_close = true;
            self.open(page, false, "...")?;
            page.depth += 1;
            let s = if more == 1 { "" } else { "s" };
            page.lines(self, format!("and {more} more exception{s}\n").as_bytes())?;
            page.depth -= 1;
            self.close(page, true)?;
        }
        if outermost {
            page.depth = 0;
        }
        Ok(())
    }

    fn open(&self, page: &mut Page, first: bool, title: &str) -> Result<()> {
        page.margin(self, page.depth)?;
        let joint = if first { "+-" } else { "  " };
        let line = format!("{joint}+---------------- {title} ----------------\n");
        page.text.append(self, line.as_bytes())
    }

    fn close(&self, page: &mut Page, last: bool) -> Result<()> {
        if last && page.needs_close {
            page.margin(self, page.depth + 1)?;
            page.text.append(self, b"+------------------------------------\n")?;
            page.needs_close = false;
        }
        Ok(())
    }
}
