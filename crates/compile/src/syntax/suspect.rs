//! Finds constructs that the parser lets through and CPython may refuse.
//!
//! The parser takes a larger language than CPython's. What it takes too much of is found here, without
//! judging it: a text with such a construct gets the second look that decides.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;

use super::source::Source;

/// Whether something in the text deserves a second look.
pub(super) fn is_suspect(source: &Source, tree: &ast::Mod) -> bool {
    let mut finder =
        Finder { text: source.text(), found: names_by_rule(source.text()), strings: 0 };
    match tree {
        ast::Mod::Module(module) => finder.visit_body(&module.body),
        ast::Mod::Expression(expression) => finder.visit_expr(&expression.body),
    }
    finder.found
}

/// Whether an escape spells a name that is made by rule in other than capital letters.
fn names_by_rule(text: &str) -> bool {
    text.match_indices("\\N{").any(|(at, escape)| {
        let name = text.get(at + escape.len()..).unwrap_or_default();
        ["HANGUL SYLLABLE ", "CJK UNIFIED IDEOGRAPH-"].iter().any(|prefix| {
            name.get(..prefix.len()).is_some_and(|found| found.eq_ignore_ascii_case(prefix))
        })
    })
}

struct Finder<'a> {
    text: &'a str,
    found: bool,
    /// F-strings around the construct.
    strings: u32,
}

impl Finder<'_> {
    fn suspect_if(&mut self, condition: bool) {
        self.found |= condition;
    }

    fn begins_with_bracket(&self, at: usize) -> bool {
        self.text.as_bytes().get(at) == Some(&b'(')
    }

    fn starred_element(&mut self, element: &Expr) {
        self.suspect_if(element.is_starred_expr());
    }
}

impl<'a> Visitor<'a> for Finder<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if let Stmt::Try(clauses) = statement {
            let handlers = &clauses.handlers;
            self.suspect_if(handlers.is_empty() && !clauses.orelse.is_empty());
            for ast::ExceptHandler::ExceptHandler(handler) in handlers {
                let bare = matches!(handler.type_.as_deref(), Some(Expr::Tuple(tuple)) if !tuple.parenthesized);
                self.suspect_if(bare);
            }
        }
        visitor::walk_stmt(self, statement);
    }

    fn visit_keyword(&mut self, keyword: &'a ast::Keyword) {
        let bracket = keyword.arg.is_some() && self.begins_with_bracket(keyword.start().into());
        self.suspect_if(bracket);
        visitor::walk_keyword(self, keyword);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Named(named) => self.suspect_if(named.target.start() != named.start()),
            Expr::Tuple(tuple) if !tuple.parenthesized => {
                let yields = tuple.elts.iter().any(|element| {
                    matches!(element, Expr::Yield(_) | Expr::YieldFrom(_))
                        && (element.start() == tuple.start() || element.end() == tuple.end())
                });
                self.suspect_if(yields);
            }
            Expr::ListComp(comprehension) => self.starred_element(&comprehension.elt),
            Expr::SetComp(comprehension) => self.starred_element(&comprehension.elt),
            Expr::Generator(comprehension) => self.starred_element(&comprehension.elt),
            Expr::DictComp(comprehension) => self.suspect_if(comprehension.key.is_none()),
            Expr::FString(_) => {
                self.strings += 1;
                visitor::walk_expr(self, expr);
                self.strings -= 1;
                return;
            }
            _ => {}
        }
        visitor::walk_expr(self, expr);
    }

    fn visit_interpolated_string_element(&mut self, element: &'a ast::InterpolatedStringElement) {
        if let ast::InterpolatedStringElement::Interpolation(field) = element
            && let Some(spec) = &field.format_spec
        {
            let deep = spec.elements.interpolations().any(|inner| {
                inner
                    .format_spec
                    .as_ref()
                    .is_some_and(|spec| spec.elements.interpolations().next().is_some())
            });
            self.suspect_if(deep);
        }
        visitor::walk_interpolated_string_element(self, element);
    }
}
