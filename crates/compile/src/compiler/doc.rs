//! Docstrings: which statement is one, and the indentation that 3.13 removes from it.

use ruff_python_ast::{Expr, Stmt};

/// The docstring of a body, as written.
pub(super) fn docstring(body: &[Stmt]) -> Option<&str> {
    match body.first()? {
        Stmt::Expr(statement) => match statement.value.as_ref() {
            Expr::StringLiteral(literal) => Some(literal.value.to_str()),
            _ => None,
        },
        _ => None,
    }
}

/// Expands tabs, and removes the indentation that all lines after the first have in common.
pub(super) fn clean(doc: &str) -> String {
    let expanded = expand_tabs(doc);
    let mut lines = expanded.split('\n');
    let first = lines.next().unwrap_or_default();
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let margin = lines
        .clone()
        .filter(|line| !line.trim_start_matches(' ').is_empty())
        .map(indent)
        .min()
        .unwrap_or(0);
    let mut cleaned = first.trim_start_matches(' ').to_owned();
    for line in lines {
        cleaned.push('\n');
        cleaned.push_str(line.get(margin.min(indent(line))..).unwrap_or_default());
    }
    cleaned
}

fn expand_tabs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for character in text.chars() {
        match character {
            '\t' => {
                let width = 8 - column % 8;
                out.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            '\n' | '\r' => {
                out.push(character);
                column = 0;
            }
            other => {
                out.push(other);
                column += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn indentation_is_removed_as_cpython_does() {
        let facts = [
            ("one", "one"),
            ("  one", "one"),
            ("one\n    two\n      three\n    ", "one\ntwo\n  three\n"),
            ("one\n\n    two\n", "one\n\ntwo\n"),
            ("\n    one\n\ttwo\n", "\none\n    two\n"),
            ("one\ntwo", "one\ntwo"),
        ];
        for (written, expected) in facts {
            assert_eq!(clean(written), expected, "{written:?}");
        }
    }
}
