//! What tracebacks underline: the operator of an expression, found by parsing it.

use objmodel::host::Anchors;
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextSize};

/// Before the expression, so that it may go on over several lines.
const OPEN: &str = "(\n";

/// The operator between operands, or the brackets of a subscript or call.
pub(super) fn anchors(expression: &str) -> Option<Anchors> {
    let text = format!("{OPEN}{expression}\n)");
    let parsed = ruff_python_parser::parse_expression(&text).ok()?;
    let bytes = text.as_bytes();
    let (left, right) = match parsed.expr() {
        Expr::BinOp(operation) => {
            let mut at = operation.left.end().to_usize();
            // Between the operands: blanks, closing parentheses, comments, then the operator.
            loop {
                match bytes.get(at)? {
                    b'#' => at += bytes.get(at..)?.iter().position(|byte| *byte == b'\n')?,
                    b' ' | b'\t' | b'\n' | b'\r' | b'\\' | b')' | 0xc => at += 1,
                    _ => break,
                }
            }
            let double = bytes.get(at + 1).is_some_and(|next| {
                !next.is_ascii_whitespace() && matches!(next, b'*' | b'/' | b'<' | b'>')
            });
            (at, at + 1 + usize::from(double))
        }
        Expr::Subscript(subscript) => {
            let from = subscript.value.end().to_usize();
            (find(bytes, from, b'[')?, subscript.end().to_usize())
        }
        Expr::Call(call) => {
            let from = call.func.end().to_usize();
            (find(bytes, from, b'(')?, call.end().to_usize())
        }
        _ => return None,
    };
    let (left_line, left_column) = place(&text, left)?;
    let (right_line, right_column) = place(&text, right)?;
    Some(Anchors { left_line, left_column, right_line, right_column })
}

fn find(bytes: &[u8], from: usize, wanted: u8) -> Option<usize> {
    Some(from + bytes.get(from..)?.iter().position(|byte| *byte == wanted)?)
}

/// Line and column, in characters, of an offset behind [`OPEN`].
fn place(text: &str, offset: usize) -> Option<(usize, usize)> {
    let before = text.get(OPEN.len()..offset)?;
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next()?.chars().count();
    Some((line, column))
}

/// Whether the lines are `return f(...)` or `x = f(...)` and the columns those of the whole call.
pub(super) fn is_plain_call(lines: &[String], start: usize, end: usize) -> bool {
    let text = lines.join("\n");
    let Ok(parsed) = ruff_python_parser::parse_module(&text) else { return false };
    let call = match parsed.syntax().body.first() {
        Some(Stmt::Return(statement)) => match statement.value.as_deref() {
            Some(Expr::Call(call)) if call.func.is_name_expr() => call,
            _ => return false,
        },
        Some(Stmt::Assign(statement)) => match statement.value.as_ref() {
            Expr::Call(call) => call,
            _ => return false,
        },
        _ => return false,
    };
    let line_of = |offset: TextSize| {
        let before = text.get(..offset.to_usize()).unwrap_or_default();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
        (before.matches('\n').count(), column)
    };
    line_of(call.start()) == (0, start) && line_of(call.end()) == (lines.len() - 1, end)
}
