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
            page.lines(&format!("... (max_group_depth is {MAX_GROUPS})\n"));
            return Ok(());
        }
        let outermost = page.depth == 0;
        if outermost {
            page.depth = 1;
        }
        let entries = self.traceback_entries(group);
        if !entries.is_empty() {
            let mark = if outermost { '+' } else { '|' };
            page.lines_with("Exception Group Traceback (most recent call last):\n", mark);
            let text = self.render_entries(&entries);
            page.lines(&text);
        }
        let text = self.render_message(group)?;
        page.lines(&text);
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
            self.open(page, number == 0, &(number + 1).to_string());
            page.depth += 1;
            if let Ok(exception) = exception.clone().downcast::<ExceptionObject>() {
                if !seen.contains(&exception.bits()) {
                    seen.push(exception.bits());
                }
                self.render_chain(&exception, seen, page)?;
            }
            page.depth -= 1;
            self.close(page, last);
        }
        if more > 0 {
            page.needs_close = true;
            self.open(page, false, "...");
            page.depth += 1;
            let s = if more == 1 { "" } else { "s" };
            page.lines(&format!("and {more} more exception{s}\n"));
            page.depth -= 1;
            self.close(page, true);
        }
        if outermost {
            page.depth = 0;
        }
        Ok(())
    }

    fn open(&self, page: &mut Page, first: bool, title: &str) {
        let margin = page.margin();
        let joint = if first { "+-" } else { "  " };
        page.text.push_str(&format!("{margin}{joint}+---------------- {title} ----------------\n"));
    }

    fn close(&self, page: &mut Page, last: bool) {
        if last && page.needs_close {
            let margin = "  ".repeat(page.depth + 1);
            page.text.push_str(&format!("{margin}+------------------------------------\n"));
            page.needs_close = false;
        }
    }
}
