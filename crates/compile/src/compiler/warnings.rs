//! What a text says that is allowed and likely a mistake: CPython's `SyntaxWarning`s, and what it warns
//! of when it computes constants.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, CmpOp, Expr, Stmt, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

use super::options::Options;
use super::unit::Const;
use super::{constant, escapes};
use crate::syntax::{MAX_NESTING, Position, Source, SyntaxError};

/// A warning about a place in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Where.
    pub position: Position,
    /// What is said.
    pub message: String,
    /// The parser says it, which counts columns in characters.
    pub in_characters: bool,
    /// A constant warns, as the operation on it does: it is told to whoever compiles, and the text
    /// stays right.
    pub of_constant: bool,
}

impl Warning {
    /// The error that it becomes where warnings are errors.
    pub fn to_error(&self, source: &Source) -> SyntaxError {
        let mut error = SyntaxError::at(source, self.position, self.message.clone());
        error.in_characters = self.in_characters;
        error
    }
}

/// The warnings of a text: those of its literals, which are read first, then the others in order.
pub(super) fn find(
    source: &Source,
    module: &ast::ModModule,
    options: Options,
    future_annotations: bool,
) -> Vec<Warning> {
    let mut finder = Finder {
        source,
        debug: options.optimize == 0,
        future_annotations,
        unevaluated: 0,
        depth: 0,
        found: Vec::new(),
        escapes: escapes::Finder::new(source),
    };
    finder.visit_body(&module.body);
    let mut found = finder.escapes.finish();
    found.append(&mut finder.found);
    found
}

/// The warnings of a text's literals alone.
pub(super) fn of_literals(source: &Source, module: &ast::ModModule) -> Vec<Warning> {
    let mut finder = Finder {
        source,
        debug: false,
        future_annotations: false,
        unevaluated: 1,
        depth: 0,
        found: Vec::new(),
        escapes: escapes::Finder::new(source),
    };
    finder.visit_body(&module.body);
    finder.escapes.finish()
}

struct Finder<'a> {
    source: &'a Source,
    debug: bool,
    future_annotations: bool,
    /// Annotations around the construct that are kept as text.
    unevaluated: u32,
    depth: u32,
    found: Vec<Warning>,
    escapes: escapes::Finder<'a>,
}

/// What `~` says of truth values.
const INVERSION: &str = "Bitwise inversion '~' on bool is deprecated and will be removed in Python \
    3.16. This returns the bitwise inversion of the underlying int object and is usually not what \
    you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you \
    really want the bitwise inversion of the underlying int.";

/// How deep constants are looked into.
const FOLD_DEPTH: u32 = 100;

impl Finder<'_> {
    fn warn(&mut self, range: TextRange, message: String) {
        if self.unevaluated == 0 {
            let position = self.source.position(range);
            self.found.push(Warning {
                position,
                message,
                in_characters: false,
                of_constant: false,
            });
        }
    }

    fn identity(&mut self, compare: &ast::ExprCompare) {
        let mut left: &Expr = &compare.left;
        for (op, right) in compare.ops.iter().zip(&*compare.comparators) {
            let words = match op {
                CmpOp::Is => Some(("is", "==")),
                CmpOp::IsNot => Some(("is not", "!=")),
                _ => None,
            };
            if let Some((word, instead)) = words
                && let Some(kind) = self.literal(left).or_else(|| self.literal(right))
            {
                let message =
                    format!("\"{word}\" with '{kind}' literal. Did you mean \"{instead}\"?");
                self.warn(compare.range, message);
                return;
            }
            left = right;
        }
    }

    /// The class of a constant that has no identity of its own.
    fn literal(&self, expr: &Expr) -> Option<&'static str> {
        let class = self.constant(expr)?;
        (!matches!(class, "bool" | "NoneType" | "ellipsis")).then_some(class)
    }

    /// The class of a constant.
    fn constant(&self, expr: &Expr) -> Option<&'static str> {
        Some(match constant::fold(self.source, self.debug, expr, FOLD_DEPTH)? {
            Const::None => "NoneType",
            Const::Bool(_) => "bool",
            Const::Ellipsis => "ellipsis",
            Const::Int(_) | Const::BigInt(_) => "int",
            Const::Float(_) => "float",
            Const::Complex(..) => "complex",
            Const::Str(_) | Const::Surrogates(_) | Const::Written(_) => "str",
            Const::Bytes(_) => "bytes",
            Const::Tuple(_) => "tuple",
            Const::FrozenSet(_) => "frozenset",
            Const::Code(_) => return None,
        })
    }

    /// `~True` and `~False`, which are computed here.
    fn invert(&mut self, unary: &ast::ExprUnaryOp) {
        if unary.op == UnaryOp::Invert && self.constant(&unary.operand) == Some("bool") {
            let position = self.source.position(unary.range);
            let message = INVERSION.to_owned();
            let warning = Warning { position, message, in_characters: false, of_constant: true };
            self.found.push(warning);
        }
    }

    /// The class of what a constant, a display or a `lambda` makes.
    fn class(&self, expr: &Expr) -> Option<&'static str> {
        Some(match expr {
            Expr::Tuple(_) => "tuple",
            Expr::List(_) | Expr::ListComp(_) => "list",
            Expr::Dict(_) | Expr::DictComp(_) => "dict",
            Expr::Set(_) | Expr::SetComp(_) => "set",
            Expr::FString(_) => "str",
            Expr::Generator(_) => "generator",
            Expr::Lambda(_) => "function",
            Expr::NoneLiteral(_) | Expr::BooleanLiteral(_) | Expr::EllipsisLiteral(_) => {
                return self.constant(expr);
            }
            Expr::StringLiteral(_) => "str",
            Expr::BytesLiteral(_) => "bytes",
            Expr::NumberLiteral(_) | Expr::UnaryOp(_) | Expr::BinOp(_) | Expr::Name(_) => {
                return self.constant(expr);
            }
            _ => return None,
        })
    }

    fn call(&mut self, call: &ast::ExprCall) {
        if let Some(class) = self.class(&call.func)
            && class != "function"
        {
            let message = format!("'{class}' object is not callable; perhaps you missed a comma?");
            self.warn(call.func.range(), message);
        }
    }

    fn subscript(&mut self, subscript: &ast::ExprSubscript) {
        let message = match self.class(&subscript.value) {
            None | Some("dict") => return,
            Some(class @ ("str" | "bytes" | "tuple" | "list")) => {
                let index = match self.class(&subscript.slice) {
                    None | Some("int" | "bool") => return,
                    Some(index) => index,
                };
                format!(
                    "{class} indices must be integers or slices, not {index}; perhaps you missed a \
                     comma?"
                )
            }
            Some(class) => {
                format!("'{class}' object is not subscriptable; perhaps you missed a comma?")
            }
        };
        self.warn(subscript.value.range(), message);
    }
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
            Expr::NumberLiteral(literal) => self.escapes.number(literal.range),
            Expr::Call(call) => self.call(call),
            Expr::UnaryOp(unary) => self.invert(unary),
            Expr::Subscript(subscript) if subscript.ctx.is_load() => self.subscript(subscript),
            _ => {}
        }
        visitor::walk_expr(self, expr);
        self.depth -= 1;
    }

    fn visit_annotation(&mut self, expr: &'a Expr) {
        self.unevaluated += u32::from(self.future_annotations);
        visitor::walk_annotation(self, expr);
        self.unevaluated -= u32::from(self.future_annotations);
    }

    fn visit_string_literal(&mut self, literal: &'a ast::StringLiteral) {
        self.escapes.string(literal);
    }

    fn visit_bytes_literal(&mut self, literal: &'a ast::BytesLiteral) {
        self.escapes.bytes(literal);
    }

    fn visit_f_string(&mut self, f_string: &'a ast::FString) {
        self.escapes.f_string(f_string);
        visitor::walk_f_string(self, f_string);
    }
}
