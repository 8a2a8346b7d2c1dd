//! Calls the parser; what it or the second look refuses is reported as CPython reports it.

use ruff_python_ast as ast;
use ruff_python_parser::{Mode, ParseErrorType, ParseOptions, parse_unchecked};
use ruff_text_size::{Ranged, TextRange};

use super::error::SyntaxError;
use super::source::Source;
use super::{digits, suspect};
use crate::diagnose::{Start, Verdict, diagnose};

/// CPython's tokenizer refuses more open brackets than this.
pub(super) const MAX_BRACKETS: usize = 200;

/// CPython's tokenizer refuses more indentation levels than this.
pub(super) const MAX_INDENTATION: usize = 100;

/// Parses a module whose decimal integers may have so many digits (0: any number).
///
/// # Errors
/// The error that CPython reports.
pub fn parse(source: &Source, max_digits: usize) -> Result<ast::ModModule, SyntaxError> {
    match tree(source, Mode::Module, max_digits)? {
        ast::Mod::Module(module) => Ok(module),
        ast::Mod::Expression(_) => Err(SyntaxError::bare(source.name(), "invalid syntax")),
    }
}

/// What the parser makes of a text that it refuses, as far as it understands that.
pub(crate) fn parse_as_far_as_possible(source: &Source) -> ast::ModModule {
    match parse_unchecked(source.text(), ParseOptions::from(Mode::Module)).into_syntax() {
        ast::Mod::Module(module) => module,
        ast::Mod::Expression(expression) => ast::ModModule {
            node_index: expression.node_index.clone(),
            range: expression.range,
            body: [].into_iter().collect(),
        },
    }
}

/// Parses one expression, as a module that consists of it.
///
/// # Errors
/// The error that CPython reports.
pub fn parse_expression(source: &Source, max_digits: usize) -> Result<ast::ModModule, SyntaxError> {
    let ast::Mod::Expression(expression) = tree(source, Mode::Expression, max_digits)? else {
        return Err(SyntaxError::bare(source.name(), "invalid syntax"));
    };
    let range = expression.range;
    let statement =
        ast::StmtExpr { node_index: expression.node_index.clone(), range, value: expression.body };
    let body = [ast::Stmt::Expr(statement)].into_iter().collect();
    Ok(ast::ModModule { node_index: expression.node_index, range, body })
}

/// Parses one interactive statement.
///
/// # Errors
/// The error that CPython reports, or that there is more than one statement.
pub fn parse_single(source: &Source, max_digits: usize) -> Result<ast::ModModule, SyntaxError> {
    let module = parse(source, max_digits)?;
    let lines = || module.body.iter().map(|statement| source.position(statement.range()).line);
    match (lines().next(), lines().next_back()) {
        (Some(first), Some(last)) if first != last => {
            let range = module.body.get(1).map_or(module.range, Ranged::range);
            let message = "multiple statements found while compiling a single statement";
            Err(at(source, range, message))
        }
        (None, _) => Err(at(source, module.range, "invalid syntax")),
        _ => Ok(module),
    }
}

/// The error of a source whose levels become too many: that, or one that CPython meets before.
pub(super) fn level_error(source: &Source) -> SyntaxError {
    match diagnose(source, Start::Module, 0) {
        Verdict::Wrong(error) => error,
        Verdict::Fine | Verdict::Unknown => {
            SyntaxError::bare(source.name(), "too many nested parentheses")
        }
    }
}

fn tree(source: &Source, mode: Mode, max_digits: usize) -> Result<ast::Mod, SyntaxError> {
    let start = if mode == Mode::Module { Start::Module } else { Start::Expression };
    let parsed = parse_unchecked(source.text(), ParseOptions::from(mode));
    let refused = parsed.errors().first();
    let doubtful = refused.is_none() && suspect::is_suspect(source, parsed.syntax());
    if refused.is_some() || doubtful {
        match (diagnose(source, start, max_digits), refused) {
            (Verdict::Wrong(error), _) => return Err(error),
            // The parser lacks this: `def f(*args: *Types)`.
            (Verdict::Fine, Some(error))
                if error.error == ParseErrorType::InvalidStarredExpressionUsage => {}
            (_, Some(error)) => return Err(at(source, error.location, "invalid syntax")),
            (_, None) => {}
        }
    }
    match digits::find(source, parsed.syntax(), max_digits) {
        Some(error) => Err(error),
        None => Ok(parsed.into_syntax()),
    }
}

fn at(source: &Source, range: TextRange, message: impl Into<String>) -> SyntaxError {
    SyntaxError::at(source, source.position(range), message)
}
