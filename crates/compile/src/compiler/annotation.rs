//! The text of an annotation, which is kept in its place under `from __future__ import annotations`: not as it
//! was written, but spaced, quoted and bracketed by rules (PEP 563).

use ruff_python_ast::{
    self as ast, BoolOp, ConversionFlag, Expr, FStringPart, InterpolatedStringElement, Number,
    Operator, UnaryOp,
};

use super::unit::{Const, Piece};
use super::{constant, string, surrogate};
use crate::syntax::Source;

/// How tight an expression binds: inside one that binds tighter it stands in brackets.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Level {
    Tuple,
    Test,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Arithmetic,
    Term,
    Factor,
    Power,
    Await,
    Atom,
}

impl Level {
    /// The next tighter one.
    fn next(self) -> Level {
        match self {
            Level::Tuple => Level::Test,
            Level::Test => Level::Or,
            Level::Or => Level::And,
            Level::And => Level::Not,
            Level::Not => Level::Compare,
            Level::Compare => Level::BitOr,
            Level::BitOr => Level::BitXor,
            Level::BitXor => Level::BitAnd,
            Level::BitAnd => Level::Shift,
            Level::Shift => Level::Arithmetic,
            Level::Arithmetic => Level::Term,
            Level::Term => Level::Factor,
            Level::Factor => Level::Power,
            Level::Power => Level::Await,
            Level::Await | Level::Atom => Level::Atom,
        }
    }
}

/// The text, where it is known without `repr`; else its pieces.
pub(super) fn text(source: &Source, expr: &Expr) -> Const {
    let mut writer = Writer { source, pieces: Vec::new() };
    writer.expr(expr, Level::Test);
    match writer.pieces.as_slice() {
        [Piece::Text(text)] => surrogate::constant(text.clone()),
        _ => Const::Written(writer.pieces.into()),
    }
}

/// What is written so far, by pieces.
struct Writer<'a> {
    source: &'a Source,
    pieces: Vec<Piece>,
}

impl Writer<'_> {
    fn put(&mut self, text: &str) {
        self.put_bytes(text.as_bytes());
    }

    fn put_bytes(&mut self, text: &[u8]) {
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) => last.extend_from_slice(text),
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
    }

    fn repr(&mut self, constant: Const) {
        self.pieces.push(Piece::Repr(constant));
    }

    /// In brackets, if what is around it binds tighter.
    fn within(&mut self, bracketed: bool, write: impl FnOnce(&mut Self)) {
        if bracketed {
            self.put("(");
        }
        write(self);
        if bracketed {
            self.put(")");
        }
    }

    fn separated<'e, T: 'e>(
        &mut self,
        items: impl IntoIterator<Item = &'e T>,
        separator: &str,
        mut write: impl FnMut(&mut Self, &'e T),
    ) {
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                self.put(separator);
            }
            write(self, item);
        }
    }

    fn items(&mut self, items: &[Expr]) {
        self.separated(items, ", ", |writer, item| writer.expr(item, Level::Test));
    }

    fn expr(&mut self, expr: &Expr, level: Level) {
        match expr {
            Expr::BoolOp(operation) => {
                let (word, own) = match operation.op {
                    BoolOp::And => (" and ", Level::And),
                    BoolOp::Or => (" or ", Level::Or),
                };
                self.within(level > own, |writer| {
                    writer.separated(&operation.values, word, |writer, value| {
                        writer.expr(value, own.next());
                    });
                });
            }
            Expr::BinOp(operation) => self.binary(operation, level),
            Expr::UnaryOp(operation) => {
                let (sign, own) = match operation.op {
                    UnaryOp::Invert => ("~", Level::Factor),
                    UnaryOp::Not => ("not ", Level::Not),
                    UnaryOp::UAdd => ("+", Level::Factor),
                    UnaryOp::USub => ("-", Level::Factor),
                };
                self.within(level > own, |writer| {
                    writer.put(sign);
                    writer.expr(&operation.operand, own);
                });
            }
            Expr::Compare(comparison) => self.within(level > Level::Compare, |writer| {
                writer.expr(&comparison.left, Level::Compare.next());
                for (op, right) in comparison.ops.iter().zip(&comparison.comparators) {
                    writer.put(" ");
                    writer.put(op.as_str());
                    writer.put(" ");
                    writer.expr(right, Level::Compare.next());
                }
            }),
            Expr::If(choice) => self.within(level > Level::Test, |writer| {
                writer.expr(&choice.body, Level::Test.next());
                writer.put(" if ");
                writer.expr(&choice.test, Level::Test.next());
                writer.put(" else ");
                writer.expr(&choice.orelse, Level::Test);
            }),
            Expr::Lambda(lambda) => self.within(level > Level::Test, |writer| {
                writer.lambda(lambda);
            }),
            Expr::Named(named) => self.within(level > Level::Tuple, |writer| {
                writer.expr(&named.target, Level::Atom);
                writer.put(" := ");
                writer.expr(&named.value, Level::Atom);
            }),
            Expr::Await(awaited) => self.within(level > Level::Await, |writer| {
                writer.put("await ");
                writer.expr(&awaited.value, Level::Atom);
            }),
            Expr::Yield(give) => {
                self.put("(yield");
                if let Some(value) = &give.value {
                    self.put(" ");
                    self.expr(value, Level::Test);
                }
                self.put(")");
            }
            Expr::YieldFrom(give) => {
                self.put("(yield from ");
                self.expr(&give.value, Level::Test);
                self.put(")");
            }
            Expr::Call(call) => self.call(call),
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value, Level::Atom);
                // The point of an attribute is not that of a number.
                let is_integer = matches!(&*attribute.value,
                    Expr::NumberLiteral(literal) if literal.value.is_int());
                self.put(if is_integer { " ." } else { "." });
                self.put(attribute.attr.as_str());
            }
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value, Level::Atom);
                self.put("[");
                self.expr(&subscript.slice, Level::Tuple);
                self.put("]");
            }
            Expr::Starred(starred) => {
                self.put("*");
                self.expr(&starred.value, Level::BitOr);
            }
            Expr::Slice(slice) => {
                for (index, part) in [&slice.lower, &slice.upper, &slice.step].iter().enumerate() {
                    if index == 1 || index == 2 && part.is_some() {
                        self.put(":");
                    }
                    if let Some(part) = part {
                        self.expr(part, Level::Test);
                    }
                }
            }
            Expr::Tuple(tuple) if tuple.elts.is_empty() => self.put("()"),
            Expr::Tuple(tuple) => self.within(level > Level::Tuple, |writer| {
                writer.items(&tuple.elts);
                if tuple.elts.len() == 1 {
                    writer.put(",");
                }
            }),
            _ => self.display(expr),
        }
    }

    /// What needs no brackets.
    fn display(&mut self, expr: &Expr) {
        match expr {
            Expr::List(list) => {
                self.put("[");
                self.items(&list.elts);
                self.put("]");
            }
            Expr::Set(set) => {
                self.put("{");
                self.items(&set.elts);
                self.put("}");
            }
            Expr::Dict(dict) => {
                self.put("{");
                self.separated(&dict.items, ", ", |writer, item| {
                    writer.entry(item.key.as_ref(), &item.value);
                });
                self.put("}");
            }
            Expr::ListComp(made) => self.comprehension("[", &made.elt, &made.generators, "]"),
            Expr::SetComp(made) => self.comprehension("{", &made.elt, &made.generators, "}"),
            Expr::Generator(made) => self.comprehension("(", &made.elt, &made.generators, ")"),
            Expr::DictComp(made) => {
                self.put("{");
                self.entry(made.key.as_deref(), &made.value);
                self.clauses(&made.generators);
                self.put("}");
            }
            Expr::Name(name) => self.put(name.id.as_str()),
            Expr::NoneLiteral(_) => self.put("None"),
            Expr::BooleanLiteral(literal) => self.put(if literal.value { "True" } else { "False" }),
            Expr::EllipsisLiteral(_) => self.put("..."),
            Expr::NumberLiteral(literal) => match &literal.value {
                Number::Float(value) if value.is_infinite() => self.put("1e309"),
                Number::Complex { imag, .. } if imag.is_infinite() => self.put("1e309j"),
                number => self.repr(constant::number(number)),
            },
            Expr::StringLiteral(literal) => {
                if literal.value.is_unicode() {
                    self.put("u");
                }
                self.repr(surrogate::string(self.source, literal));
            }
            Expr::BytesLiteral(literal) => {
                self.repr(Const::Bytes(literal.value.bytes().collect()));
            }
            Expr::FString(string) => self.f_string(string),
            // What is neither a place in a tuple nor an expression of this version does not come here.
            _ => {}
        }
    }

    fn binary(&mut self, operation: &ast::ExprBinOp, level: Level) {
        let own = match operation.op {
            Operator::Add | Operator::Sub => Level::Arithmetic,
            Operator::Mult
            | Operator::MatMult
            | Operator::Div
            | Operator::Mod
            | Operator::FloorDiv => Level::Term,
            Operator::Pow => Level::Power,
            Operator::LShift | Operator::RShift => Level::Shift,
            Operator::BitOr => Level::BitOr,
            Operator::BitXor => Level::BitXor,
            Operator::BitAnd => Level::BitAnd,
        };
        let (left, right) = match operation.op {
            Operator::Pow => (own.next(), own),
            _ => (own, own.next()),
        };
        self.within(level > own, |writer| {
            writer.expr(&operation.left, left);
            writer.put(" ");
            writer.put(operation.op.as_str());
            writer.put(" ");
            writer.expr(&operation.right, right);
        });
    }

    fn call(&mut self, call: &ast::ExprCall) {
        self.expr(&call.func, Level::Atom);
        let arguments = &call.arguments;
        if let ([only @ Expr::Generator(_)], true) =
            (&*arguments.args, arguments.keywords.is_empty())
        {
            // Its brackets are those of the call.
            return self.expr(only, Level::Test);
        }
        self.put("(");
        self.items(&arguments.args);
        for (index, keyword) in arguments.keywords.iter().enumerate() {
            if index > 0 || !arguments.args.is_empty() {
                self.put(", ");
            }
            match &keyword.arg {
                Some(name) => {
                    self.put(name.as_str());
                    self.put("=");
                }
                None => self.put("**"),
            }
            self.expr(&keyword.value, Level::Test);
        }
        self.put(")");
    }

    fn lambda(&mut self, lambda: &ast::ExprLambda) {
        self.put("lambda");
        if let Some(parameters) = &lambda.parameters {
            self.parameters(parameters);
        }
        self.put(": ");
        self.expr(&lambda.body, Level::Test);
    }

    fn parameters(&mut self, parameters: &ast::Parameters) {
        let positional = parameters.posonlyargs.len() + parameters.args.len();
        let mut first = true;
        let mut comma = |writer: &mut Self, spaced: bool| match std::mem::take(&mut first) {
            true if spaced => writer.put(" "),
            true => {}
            false => writer.put(", "),
        };
        for (index, parameter) in parameters.posonlyargs.iter().chain(&parameters.args).enumerate()
        {
            comma(self, positional > 0);
            self.parameter(parameter);
            if index + 1 == parameters.posonlyargs.len() {
                self.put(", /");
            }
        }
        if parameters.vararg.is_some() || !parameters.kwonlyargs.is_empty() {
            comma(self, false);
            self.put("*");
            if let Some(rest) = &parameters.vararg {
                self.put(rest.name.as_str());
            }
        }
        for parameter in &parameters.kwonlyargs {
            comma(self, false);
            self.parameter(parameter);
        }
        if let Some(rest) = &parameters.kwarg {
            comma(self, false);
            self.put("**");
            self.put(rest.name.as_str());
        }
    }

    fn parameter(&mut self, parameter: &ast::ParameterWithDefault) {
        self.put(parameter.name().as_str());
        if let Some(default) = parameter.default() {
            self.put("=");
            self.expr(default, Level::Test);
        }
    }

    fn entry(&mut self, key: Option<&Expr>, value: &Expr) {
        match key {
            Some(key) => {
                self.expr(key, Level::Test);
                self.put(": ");
                self.expr(value, Level::Test);
            }
            None => {
                self.put("**");
                self.expr(value, Level::BitOr);
            }
        }
    }

    fn comprehension(
        &mut self,
        open: &str,
        item: &Expr,
        clauses: &[ast::Comprehension],
        close: &str,
    ) {
        self.put(open);
        self.expr(item, Level::Test);
        self.clauses(clauses);
        self.put(close);
    }

    fn clauses(&mut self, clauses: &[ast::Comprehension]) {
        for clause in clauses {
            self.put(if clause.is_async { " async for " } else { " for " });
            self.expr(&clause.target, Level::Tuple);
            self.put(" in ");
            self.expr(&clause.iter, Level::Test.next());
            for condition in &clause.ifs {
                self.put(" if ");
                self.expr(condition, Level::Test.next());
            }
        }
    }

    fn f_string(&mut self, string: &ast::ExprFString) {
        let mut inside = Writer { source: self.source, pieces: Vec::new() };
        for part in string.value.iter() {
            match part {
                FStringPart::Literal(literal) => {
                    let mut text = Vec::new();
                    surrogate::push_literal(self.source, literal, &mut text);
                    inside.braced(&text);
                }
                FStringPart::FString(part) => {
                    inside.elements(&part.elements, part.flags.prefix().is_raw());
                }
            }
        }
        self.pieces.push(Piece::FString(inside.pieces.into()));
    }

    /// A text inside an f-string, where braces are doubled.
    fn braced(&mut self, text: &[u8]) {
        for byte in text {
            if matches!(byte, b'{' | b'}') {
                self.put_bytes(&[*byte]);
            }
            self.put_bytes(&[*byte]);
        }
    }

    fn elements(&mut self, elements: &ast::InterpolatedStringElements, raw: bool) {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => {
                    let mut text = Vec::new();
                    surrogate::push_element(self.source, literal, raw, &mut text);
                    self.braced(&text);
                }
                InterpolatedStringElement::Interpolation(value) => self.interpolation(value, raw),
            }
        }
    }

    fn interpolation(&mut self, value: &ast::InterpolatedElement, raw: bool) {
        if let Some(debug) = &value.debug_text {
            self.braced(string::debug_text(debug).as_bytes());
        }
        let mut inside = Writer { source: self.source, pieces: Vec::new() };
        inside.expr(&value.expression, Level::Test.next());
        let begins_with_brace =
            matches!(inside.pieces.first(), Some(Piece::Text(text)) if text.first() == Some(&b'{'));
        self.put(if begins_with_brace { "{ " } else { "{" });
        for piece in inside.pieces {
            match piece {
                Piece::Text(text) => self.put_bytes(&text),
                piece => self.pieces.push(piece),
            }
        }
        match value.conversion {
            ConversionFlag::None if value.debug_text.is_some() && value.format_spec.is_none() => {
                self.put("!r");
            }
            ConversionFlag::None => {}
            ConversionFlag::Str => self.put("!s"),
            ConversionFlag::Repr => self.put("!r"),
            ConversionFlag::Ascii => self.put("!a"),
        }
        if let Some(spec) = &value.format_spec {
            self.put(":");
            self.elements(&spec.elements, raw);
        }
        self.put("}");
    }
}
