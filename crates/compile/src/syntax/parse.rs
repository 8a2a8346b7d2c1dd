//! Calls the parser, and words its errors as CPython does.

use ruff_python_ast as ast;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{
    InterpolatedStringErrorType, LexicalErrorType, ParseError, ParseErrorType, parse_unchecked,
};
use ruff_python_parser::{Mode, ParseOptions};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::error::{SyntaxError, SyntaxErrorKind};
use super::source::Source;

/// CPython's tokenizer refuses more open brackets than this.
pub(super) const MAX_BRACKETS: usize = 200;

/// CPython's tokenizer refuses more indentation levels than this.
pub(super) const MAX_INDENTATION: usize = 100;

/// Parses a module.
///
/// # Errors
/// The first error of the text.
pub fn parse(source: &Source) -> Result<ast::ModModule, SyntaxError> {
    let parsed = parse_unchecked(source.text(), ParseOptions::from(Mode::Module));
    check_levels(source, parsed.tokens())?;
    if let Some(error) = parsed.errors().first() {
        return Err(translate(source, error, parsed.tokens()));
    }
    let Some(module) = parsed.try_into_module() else {
        return Err(SyntaxError::bare(source.name(), "invalid syntax"));
    };
    Ok(module.into_syntax())
}

/// Parses one expression, as a module that consists of it.
///
/// # Errors
/// The first error of the text.
pub fn parse_expression(source: &Source) -> Result<ast::ModModule, SyntaxError> {
    let parsed = parse_unchecked(source.text(), ParseOptions::from(Mode::Expression));
    check_levels(source, parsed.tokens())?;
    if let Some(error) = parsed.errors().first() {
        return Err(translate(source, error, parsed.tokens()));
    }
    let ast::Mod::Expression(expression) = parsed.into_syntax() else {
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
/// The first error of the text, or that there is more than one statement.
pub fn parse_single(source: &Source) -> Result<ast::ModModule, SyntaxError> {
    let module = parse(source)?;
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

/// The error of a source whose levels become too many at the end of `text`, its beginning.
pub(super) fn level_error(source: &Source, text: &str) -> SyntaxError {
    let parsed = parse_unchecked(text, ParseOptions::from(Mode::Module));
    match check_levels(source, parsed.tokens()) {
        Err(error) => error,
        Ok(()) => SyntaxError::bare(source.name(), "too many nested parentheses"),
    }
}

fn at(source: &Source, range: TextRange, message: impl Into<String>) -> SyntaxError {
    SyntaxError::at(source, source.position(range), message)
}

fn check_levels(source: &Source, tokens: &[ast::token::Token]) -> Result<(), SyntaxError> {
    let mut brackets = 0usize;
    let mut levels = 0usize;
    for token in tokens {
        match token.kind() {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => brackets += 1,
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                brackets = brackets.saturating_sub(1);
            }
            TokenKind::Indent => levels += 1,
            TokenKind::Dedent => levels = levels.saturating_sub(1),
            _ => continue,
        }
        if brackets > MAX_BRACKETS {
            return Err(at(source, token.range(), "too many nested parentheses"));
        }
        if levels >= MAX_INDENTATION {
            return Err(at(source, token.range(), "too many levels of indentation")
                .with_kind(SyntaxErrorKind::Indentation));
        }
    }
    Ok(())
}

/// The bracket that was opened last and never closed, or the one that closes nothing.
enum Bracket {
    Unclosed(TextRange, char),
    Unmatched(TextRange, char),
    Mismatched(TextRange, char, char, TextRange),
}

fn bracket_problem(source: &Source, tokens: &[ast::token::Token]) -> Option<Bracket> {
    let mut open: Vec<(TextRange, char)> = Vec::new();
    let character = |range: TextRange| {
        source.text().get(usize::from(range.start())..).and_then(|text| text.chars().next())
    };
    for token in tokens {
        match token.kind() {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                open.push((token.range(), character(token.range())?));
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                let closing = character(token.range())?;
                let expected = match closing {
                    ')' => '(',
                    ']' => '[',
                    _ => '{',
                };
                match open.pop() {
                    None => return Some(Bracket::Unmatched(token.range(), closing)),
                    Some((_, opening)) if opening == expected => {}
                    Some((range, opening)) => {
                        return Some(Bracket::Mismatched(token.range(), closing, opening, range));
                    }
                }
            }
            _ => {}
        }
    }
    open.pop().map(|(range, character)| Bracket::Unclosed(range, character))
}

fn translate(source: &Source, error: &ParseError, tokens: &[ast::token::Token]) -> SyntaxError {
    if let Some(problem) = bracket_problem(source, tokens) {
        let (range, message) = match problem {
            Bracket::Unclosed(range, c) => (range, format!("'{c}' was never closed")),
            Bracket::Unmatched(range, c) => (range, format!("unmatched '{c}'")),
            Bracket::Mismatched(range, closing, opening, opened) => {
                let line = source.line_column(opened.start()).0;
                let here = source.line_column(range.start()).0;
                let on_line = if line == here { String::new() } else { format!(" on line {line}") };
                let message = format!(
                    "closing parenthesis '{closing}' does not match opening parenthesis \
                     '{opening}'{on_line}"
                );
                (range, message)
            }
        };
        let unmatched = !matches!(problem_kind(&message), ProblemKind::Unclosed);
        if !unmatched || range.start() <= error.location.start() {
            return at(source, range, message);
        }
    }
    let range = error.location;
    match &error.error {
        ParseErrorType::Lexical(lexical) => lexical_error(source, lexical, range),
        ParseErrorType::OtherError(message) => other_error(source, message, range, tokens),
        ParseErrorType::UnexpectedIndentation => {
            at(source, range, "unexpected indent").with_kind(SyntaxErrorKind::Indentation)
        }
        ParseErrorType::ExpectedToken { expected: TokenKind::Colon, .. } => {
            at(source, found(range, tokens), "expected ':'")
        }
        ParseErrorType::ExpectedToken { expected: TokenKind::In, .. } => {
            at(source, found(range, tokens), "invalid syntax")
        }
        ParseErrorType::InvalidAssignmentTarget
        | ParseErrorType::InvalidNamedAssignmentTarget
        | ParseErrorType::InvalidAnnotatedAssignmentTarget
        | ParseErrorType::InvalidAugmentedAssignmentTarget
        | ParseErrorType::InvalidDeleteTarget => target_error(source, &error.error, range),
        ParseErrorType::PositionalAfterKeywordArgument => {
            at(source, range, "positional argument follows keyword argument")
        }
        ParseErrorType::PositionalAfterKeywordUnpacking => {
            at(source, range, "positional argument follows keyword argument unpacking")
        }
        ParseErrorType::InvalidArgumentUnpackingOrder => {
            at(source, range, "iterable argument unpacking follows keyword argument unpacking")
        }
        ParseErrorType::NonDefaultParamAfterDefaultParam => {
            at(source, range, "parameter without a default follows parameter with a default")
        }
        ParseErrorType::VarParameterWithDefault => {
            at(source, range, "var-positional argument cannot have default value")
        }
        ParseErrorType::ExpectedKeywordParam => {
            at(source, range, "named arguments must follow bare *")
        }
        ParseErrorType::ParamAfterVarKeywordParam => {
            at(source, range, "arguments cannot follow var-keyword argument")
        }
        ParseErrorType::IterableUnpackingInComprehension => {
            at(source, range, "iterable unpacking cannot be used in comprehension")
        }
        ParseErrorType::UnparenthesizedGeneratorExpression => {
            at(source, range, "Generator expression must be parenthesized")
        }
        ParseErrorType::InvalidStarredExpressionUsage => {
            at(source, range, "can't use starred expression here")
        }
        ParseErrorType::FStringError(kind) => f_string_error(source, kind, range),
        ParseErrorType::EmptyImportNames => {
            at(source, range, "Expected one or more names after 'import'")
        }
        _ => at(source, found(range, tokens), "invalid syntax"),
    }
}

enum ProblemKind {
    Unclosed,
    Other,
}

fn problem_kind(message: &str) -> ProblemKind {
    if message.ends_with("was never closed") { ProblemKind::Unclosed } else { ProblemKind::Other }
}

/// The token that begins at the error: CPython marks the whole token.
fn found(range: TextRange, tokens: &[ast::token::Token]) -> TextRange {
    tokens
        .iter()
        .find(|token| token.range().start() >= range.start() && !token.range().is_empty())
        .map_or(range, |token| token.range())
}

fn lexical_error(source: &Source, error: &LexicalErrorType, range: TextRange) -> SyntaxError {
    let line = source.line_column(range.start()).0;
    let last = source.line_column(TextSize::of(source.text())).0;
    let character = source.text().get(usize::from(range.start())..).and_then(|t| t.chars().next());
    let start = TextRange::at(range.start(), TextSize::new(1).min(range.len()));
    let message = match error {
        LexicalErrorType::StringError if range.is_empty() => "invalid syntax".to_owned(),
        LexicalErrorType::UnclosedStringError => {
            let quoted = source.text().get(usize::from(range.start())..).unwrap_or_default();
            let quotes = quoted.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            if quotes.starts_with("\"\"\"") || quotes.starts_with("'''") {
                let end = if source.text().ends_with('\n') { last - 1 } else { last };
                format!(
                    "unterminated triple-quoted string literal (detected at line {})",
                    end.max(1)
                )
            } else {
                format!("unterminated string literal (detected at line {line})")
            }
        }
        LexicalErrorType::IndentationError => {
            return at(source, range, "unindent does not match any outer indentation level")
                .with_kind(SyntaxErrorKind::Indentation);
        }
        LexicalErrorType::UnrecognizedToken { tok } => match tok {
            '$' | '?' | '!' | '`' => "invalid syntax".to_owned(),
            tok if tok.is_ascii() => "invalid syntax".to_owned(),
            tok => {
                let code = u32::from(*tok);
                format!("invalid character '{tok}' (U+{code:04X})")
            }
        },
        LexicalErrorType::LineContinuationError => {
            "unexpected character after line continuation character".to_owned()
        }
        LexicalErrorType::FStringError(kind) => return f_string_error(source, kind, range),
        LexicalErrorType::OtherError(text) if text.contains("decimal literal") => {
            "invalid decimal literal".to_owned()
        }
        LexicalErrorType::OtherError(text) => text.to_string(),
        LexicalErrorType::Eof => "unexpected EOF while parsing".to_owned(),
        other => match character {
            Some(_) | None => other.to_string(),
        },
    };
    at(source, start, message)
}

fn f_string_error(
    source: &Source,
    kind: &InterpolatedStringErrorType,
    range: TextRange,
) -> SyntaxError {
    let line = source.line_column(range.start()).0;
    let message = match kind {
        InterpolatedStringErrorType::UnclosedLbrace => "f-string: expecting '}'".to_owned(),
        InterpolatedStringErrorType::InvalidConversionFlag => {
            "f-string: invalid conversion character".to_owned()
        }
        InterpolatedStringErrorType::SingleRbrace => {
            "f-string: single '}' is not allowed".to_owned()
        }
        InterpolatedStringErrorType::UnterminatedString => {
            format!("unterminated f-string literal (detected at line {line})")
        }
        InterpolatedStringErrorType::UnterminatedTripleQuotedString => {
            format!("unterminated triple-quoted f-string literal (detected at line {line})")
        }
        InterpolatedStringErrorType::LambdaWithoutParentheses => {
            "f-string: lambda expressions are not allowed without parentheses".to_owned()
        }
        other => format!("f-string: {other}"),
    };
    at(source, range, message)
}

fn other_error(
    source: &Source,
    message: &str,
    range: TextRange,
    tokens: &[ast::token::Token],
) -> SyntaxError {
    if let Some(rest) = message.strip_prefix("Expected an indented block after ") {
        let before = tokens
            .iter()
            .rev()
            .find(|token| token.range().end() <= range.start() && token.kind() == TokenKind::Colon);
        let line = before.map_or(0, |token| source.line_column(token.range().start()).0);
        let block = indented_block(rest);
        let range = found(range, tokens);
        return at(
            source,
            range,
            format!("expected an indented block after {block} on line {line}"),
        )
        .with_kind(SyntaxErrorKind::Indentation);
    }
    at(source, found(range, tokens), "invalid syntax")
}

fn indented_block(words: &str) -> String {
    let words = words.trim_end_matches('.');
    let plain = words.replace('`', "'");
    match plain.as_str() {
        "'class' definition" => "class definition".to_owned(),
        other => other.replace("clause", "statement"),
    }
}

/// "cannot assign to X": names the construct as CPython does.
fn target_error(source: &Source, error: &ParseErrorType, range: TextRange) -> SyntaxError {
    let text = source.text().get(range.start().into()..range.end().into()).unwrap_or_default();
    let parsed = parse_unchecked(text, ParseOptions::from(Mode::Expression));
    let what = match parsed.syntax() {
        ast::Mod::Expression(expression) => construct_name(&expression.body),
        ast::Mod::Module(_) => "expression",
    };
    let message = match error {
        ParseErrorType::InvalidDeleteTarget => format!("cannot delete {what}"),
        ParseErrorType::InvalidNamedAssignmentTarget => {
            format!("cannot use assignment expressions with {what}")
        }
        ParseErrorType::InvalidAugmentedAssignmentTarget => {
            format!("'{what}' is an illegal expression for augmented assignment")
        }
        ParseErrorType::InvalidAnnotatedAssignmentTarget => match what {
            "tuple" | "list" => format!("only single target (not {what}) can be annotated"),
            _ => "illegal target for annotation".to_owned(),
        },
        _ if matches!(what, "True" | "False" | "None" | "ellipsis") => {
            format!("cannot assign to {what}")
        }
        _ if followed_by_in(source, range) => format!("cannot assign to {what}"),
        _ => format!("cannot assign to {what} here. Maybe you meant '==' instead of '='?"),
    };
    at(source, range, message)
}

fn followed_by_in(source: &Source, range: TextRange) -> bool {
    let rest = source.text().get(range.end().into()..).unwrap_or_default();
    !rest.trim_start().starts_with('=')
}

fn construct_name(expr: &ast::Expr) -> &'static str {
    match expr {
        ast::Expr::Call(_) => "function call",
        ast::Expr::StringLiteral(_) | ast::Expr::BytesLiteral(_) | ast::Expr::NumberLiteral(_) => {
            "literal"
        }
        ast::Expr::BooleanLiteral(literal) if literal.value => "True",
        ast::Expr::BooleanLiteral(_) => "False",
        ast::Expr::NoneLiteral(_) => "None",
        ast::Expr::EllipsisLiteral(_) => "ellipsis",
        ast::Expr::FString(_) => "f-string expression",
        ast::Expr::Compare(_) => "comparison",
        ast::Expr::Lambda(_) => "lambda",
        ast::Expr::If(_) => "conditional expression",
        ast::Expr::ListComp(_) => "list comprehension",
        ast::Expr::SetComp(_) => "set comprehension",
        ast::Expr::DictComp(_) => "dict comprehension",
        ast::Expr::Generator(_) => "generator expression",
        ast::Expr::Dict(_) => "dict literal",
        ast::Expr::Set(_) => "set display",
        ast::Expr::Yield(_) | ast::Expr::YieldFrom(_) => "yield expression",
        ast::Expr::Await(_) => "await expression",
        ast::Expr::Named(_) => "named expression",
        ast::Expr::Tuple(_) => "tuple",
        ast::Expr::List(_) => "list",
        ast::Expr::Name(_) => "name",
        ast::Expr::Attribute(_) => "attribute",
        ast::Expr::Subscript(_) => "subscript",
        ast::Expr::Starred(_) => "starred",
        _ => "expression",
    }
}
