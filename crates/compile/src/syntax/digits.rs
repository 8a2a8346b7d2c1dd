//! Decimal integers with more digits than a limit, which are errors of the text.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, Number};
use ruff_text_size::{Ranged, TextRange};

use super::MAX_NESTING;
use super::error::{ErrorEnd, SyntaxError};
use super::source::Source;

/// What is said of a number as it is written, if it is a decimal integer with more digits than the
/// limit (0: none). Leading zeros are no matter, since only zeros may follow them.
pub(crate) fn complaint(text: &str, limit: usize) -> Option<String> {
    if limit == 0 || text.len() <= limit || text.starts_with('0') {
        return None;
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_') {
        return None;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (digits > limit).then(|| {
        format!(
            "Exceeds the limit ({limit} digits) for integer string conversion: value has {digits} \
             digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal \
             for huge integer literals to avoid decimal conversion limits."
        )
    })
}

/// The error of the first such number of a tree.
pub(super) fn find(source: &Source, tree: &ast::Mod, limit: usize) -> Option<SyntaxError> {
    if limit == 0 || source.text().len() <= limit {
        return None;
    }
    let mut finder = Finder { source, limit, depth: 0, found: None };
    match tree {
        ast::Mod::Module(module) => finder.visit_body(&module.body),
        ast::Mod::Expression(expression) => finder.visit_expr(&expression.body),
    }
    let (range, message) = finder.found?;
    let mut error = SyntaxError::at(source, source.position(range), message);
    error.end = ErrorEnd::Unplaced;
    Some(error)
}

struct Finder<'a> {
    source: &'a Source,
    limit: usize,
    depth: u32,
    found: Option<(TextRange, String)>,
}

impl<'a> Visitor<'a> for Finder<'_> {
    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        if self.depth < MAX_NESTING {
            self.depth += 1;
            visitor::walk_stmt(self, statement);
            self.depth -= 1;
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::NumberLiteral(number) = expr
            && let Number::Int(_) = number.value
        {
            let text = self.source.text().get(number.range.to_std_range()).unwrap_or_default();
            let earlier = self.found.as_ref().is_none_or(|(at, _)| number.start() < at.start());
            if earlier && let Some(message) = complaint(text, self.limit) {
                self.found = Some((number.range, message));
            }
        } else if self.depth < MAX_NESTING {
            self.depth += 1;
            visitor::walk_expr(self, expr);
            self.depth -= 1;
        }
    }
}
