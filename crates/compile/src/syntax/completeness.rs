//! Whether what was typed at a prompt is a whole statement, or has to go on.

use ruff_python_ast as ast;

use super::error::SyntaxError;
use super::parse::parse;
use super::source::Source;

/// Whether a text that was typed line by line is to be run, rather than continued on another line.
///
/// Open brackets, open triple quotes and a backslash at the end ask for more. So does a compound
/// statement, until an empty line ends it. A text that no further line can mend counts as whole: it is
/// run to be refused. Linear time.
pub fn is_complete(source: &Source) -> bool {
    let text = source.text();
    let ended = ends_with_empty_line(text);
    match parse(source, 0) {
        Ok(module) => ended || !module.body.last().is_some_and(is_compound),
        Err(error) if is_open(&error) => false,
        Err(error) => ended || !wants_block(source, &error),
    }
}

fn ends_with_empty_line(text: &str) -> bool {
    text.rsplit_once('\n').is_some_and(|(_, last)| last.trim().is_empty())
}

fn is_compound(statement: &ast::Stmt) -> bool {
    use ast::Stmt;
    matches!(
        statement,
        Stmt::FunctionDef(_)
            | Stmt::ClassDef(_)
            | Stmt::If(_)
            | Stmt::For(_)
            | Stmt::While(_)
            | Stmt::With(_)
            | Stmt::Try(_)
            | Stmt::Match(_)
    )
}

/// Whether a token was still open at the end.
fn is_open(error: &SyntaxError) -> bool {
    let message = &error.message;
    message.ends_with("was never closed")
        || message.starts_with("unterminated triple-quoted")
        || message == "unexpected EOF while parsing"
}

/// Whether the text ends where a block, a handler or what is decorated has to follow.
fn wants_block(source: &Source, error: &SyntaxError) -> bool {
    let last = source.text().trim_end().lines().count();
    let at_end = error.line().is_none_or(|line| line as usize >= last);
    let decorates =
        source.text().lines().next_back().is_some_and(|line| line.trim_start().starts_with('@'));
    let message = &error.message;
    at_end
        && (decorates
            || message.starts_with("expected an indented block")
            || message == "expected 'except' or 'finally' block")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complete(text: &str) -> bool {
        is_complete(&Source::new("<stdin>", text))
    }

    #[test]
    fn a_simple_statement_is_whole_and_a_wrong_one_is_run_to_be_refused() {
        for text in ["", "1", "x = 1; y", "# note", "1 +", "x = = 2", "'open", ")", "\n", "import"]
        {
            assert!(complete(text), "{text:?}");
        }
    }

    #[test]
    fn what_is_open_asks_for_more_whatever_follows() {
        for text in
            ["f(", "[1,\n", "{1: [\n\n", "'''text", "x = \"\"\"a\n\n", "f'''{1}\n", "1 + \\"]
        {
            assert!(!complete(text), "{text:?}");
        }
    }

    #[test]
    fn an_empty_line_ends_a_compound_statement() {
        for text in [
            "if x:",
            "if x: pass",
            "def f():\n    return 1",
            "for i in x:\n    if i:\n        pass",
            "try:\n    f()",
            "try:\n    f()\nexcept E:",
            "@decorator",
            "class C:\n    @property",
            "match x:\n    case 1:",
        ] {
            assert!(!complete(text), "{text:?}");
            assert!(complete(&format!("{text}\n")), "{text:?} and an empty line");
        }
    }
}
