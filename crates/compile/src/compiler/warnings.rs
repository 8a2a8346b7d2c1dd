//! What a text says that is allowed and likely a mistake: CPython's `SyntaxWarning`s.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, CmpOp, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::syntax::{MAX_NESTING, Source};

/// A warning about a line of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The line, from 1.
    pub line: u32,
    /// What is said.
    pub message: String,
}

/// The warnings of a text, in order.
pub(super) fn find(source: &Source, module: &ast::ModModule) -> Vec<Warning> {
    let mut finder = Finder { source, depth: 0, found: Vec::new() };
    finder.visit_body(&module.body);
    finder.found
}

struct Finder<'a> {
    source: &'a Source,
    depth: u32,
    found: Vec<Warning>,
}

impl Finder<'_> {
    fn warn(&mut self, range: TextRange, message: String) {
        let line = self.source.position(range).line;
        self.found.push(Warning { line, message });
    }

    fn identity(&mut self, compare: &ast::ExprCompare) {
        let mut left: &Expr = &compare.left;
        for (op, right) in compare.ops.iter().zip(&*compare.comparators) {
            let words = match op {
                CmpOp::Is => Some(("is", "==")),
                CmpOp::IsNot => Some(("is not", "!=")),
                _ => None,
            };
            let kind = literal(left).or_else(|| literal(right));
            if let (Some((word, instead)), Some(kind)) = (words, kind) {
                let message =
                    format!("\"{word}\" with '{kind}' literal. Did you mean \"{instead}\"?");
                self.warn(compare.range, message);
            }
            left = right;
        }
    }
}

/// The class of a literal that has no identity of its own.
fn literal(expr: &Expr) -> Option<&'static str> {
    Some(match expr {
        Expr::StringLiteral(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::NumberLiteral(number) => match number.value {
            ast::Number::Int(_) => "int",
            ast::Number::Float(_) => "float",
            ast::Number::Complex { .. } => "complex",
        },
        Expr::Tuple(_) => "tuple",
        _ => return None,
    })
}

/// The class of a display or literal that cannot be called.
fn uncallable(expr: &Expr) -> Option<&'static str> {
    literal(expr).or(match expr {
        Expr::List(_) | Expr::ListComp(_) => Some("list"),
        Expr::Dict(_) | Expr::DictComp(_) => Some("dict"),
        Expr::Set(_) | Expr::SetComp(_) => Some("set"),
        Expr::FString(_) => Some("str"),
        Expr::Generator(_) => Some("generator"),
        Expr::BooleanLiteral(_) => Some("bool"),
        Expr::NoneLiteral(_) => Some("NoneType"),
        Expr::EllipsisLiteral(_) => Some("ellipsis"),
        _ => None,
    })
}

impl<'a> Visitor<'a> for Finder<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if self.depth >= MAX_NESTING {
            return;
        }
        self.depth += 1;
        if let Stmt::Assert(assert) = statement
            && let Expr::Tuple(tuple) = assert.test.as_ref()
            && !tuple.elts.is_empty()
        {
            let message = "assertion is always true, perhaps remove parentheses?";
            self.warn(assert.range, message.to_owned());
        }
        visitor::walk_stmt(self, statement);
        self.depth -= 1;
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if self.depth >= MAX_NESTING {
            return;
        }
        self.depth += 1;
        match expr {
            Expr::Compare(compare) => self.identity(compare),
            Expr::Call(call) => {
                if let Some(class) = uncallable(&call.func) {
                    let message =
                        format!("'{class}' object is not callable; perhaps you missed a comma?");
                    self.warn(call.range(), message);
                }
            }
            _ => {}
        }
        visitor::walk_expr(self, expr);
        self.depth -= 1;
    }
}
