//! What compiling a text takes at most, from its tokens alone: how deep its tree can be, and how many
//! bytes tree and code can take. Nothing here recurses, and nothing grows with the text.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};

use super::error::{SyntaxError, SyntaxErrorKind};
use super::parse::{MAX_BRACKETS, MAX_INDENTATION, level_error};
use super::source::Source;

/// What a text takes at most while it is compiled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// The tokens, for the time that it takes.
    pub tokens: usize,
    /// How deep expressions and statements can be nested.
    depth: usize,
    /// The length of the text.
    len: usize,
}

/// Deeper trees are refused before they are made. CPython refuses between 6,000 and 10,000 levels; of
/// those counted here, not all make a tree deeper.
const MAX_DEPTH: usize = 12_000;

/// What the parser, the compiler and the tree's destructor need of the stack for a level.
const STACK_PER_LEVEL: usize = if cfg!(debug_assertions) { 24 << 10 } else { 8 << 10 };

/// What they need in any case: a few levels, and the leaves of the recursion.
const LEAST_STACK: usize = 256 << 10;

/// What a token takes: itself, its node of the tree, its instructions with their positions. A
/// statement of one name is the dearest.
const BYTES_PER_TOKEN: usize = 192;

/// What a byte of text takes: in the source, a literal's node, a constant and its object.
const BYTES_PER_BYTE: usize = 4;

impl Survey {
    /// Looks at a text's tokens. Linear time.
    ///
    /// # Errors
    /// More open brackets or levels of indentation than CPython admits; nesting that CPython's parser
    /// or compiler gives up at.
    pub fn of(source: &Source) -> Result<Survey, SyntaxError> {
        let text = source.text();
        match Walk::over(text) {
            Ok(walk) => {
                if walk.deepest > MAX_DEPTH {
                    let message = "maximum recursion depth exceeded during compilation";
                    let error = SyntaxError::bare(source.name(), message);
                    return Err(error.with_kind(SyntaxErrorKind::Recursion));
                }
                Ok(Survey { tokens: walk.tokens, depth: walk.deepest, len: text.len() })
            }
            Err(TooDeep) => Err(level_error(source)),
        }
    }

    /// The bytes of stack.
    pub fn stack(&self) -> usize {
        LEAST_STACK + self.depth * STACK_PER_LEVEL
    }

    /// The bytes of memory, without the stack.
    pub fn memory(&self) -> usize {
        let of_tokens = self.tokens.saturating_mul(BYTES_PER_TOKEN);
        of_tokens.saturating_add(self.len.saturating_mul(BYTES_PER_BYTE))
    }
}

/// Too many open brackets or levels of indentation.
struct TooDeep;

/// What stands open at a token: for each bracket, and for the statement itself, what can nest.
struct Walk {
    tokens: usize,
    open: Vec<Level>,
    indentation: usize,
    /// What all open levels count together.
    depth: usize,
    deepest: usize,
}

/// What can be nested within one pair of brackets.
#[derive(Clone, Copy, Default)]
struct Level {
    count: usize,
    /// What of it also the next item of a list is inside of.
    lasting: usize,
}

impl Walk {
    fn over(text: &str) -> Result<Walk, TooDeep> {
        let mut walk =
            Walk { tokens: 0, open: vec![Level::default()], indentation: 0, depth: 0, deepest: 0 };
        let mut lexer = lexer::lex(text, Mode::Module);
        loop {
            let kind = lexer.next_token();
            if kind == TokenKind::EndOfFile {
                return Ok(walk);
            }
            walk.token(kind)?;
        }
    }

    fn token(&mut self, kind: TokenKind) -> Result<(), TooDeep> {
        self.tokens += 1;
        match kind {
            TokenKind::Lpar
            | TokenKind::Lsqb
            | TokenKind::Lbrace
            | TokenKind::FStringStart
            | TokenKind::TStringStart => {
                self.nest(0);
                self.open.push(Level::default());
                self.nest(0);
                // Replacement fields of texts within texts count as well.
                if self.open.len() > MAX_BRACKETS + 1 {
                    return Err(TooDeep);
                }
            }
            TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::FStringEnd
            | TokenKind::TStringEnd => {
                if self.open.len() > 1
                    && let Some(level) = self.open.pop()
                {
                    self.depth -= level.count;
                }
            }
            // The operands of `and` and `or`, and the items of lists, are beside each other.
            TokenKind::Comma | TokenKind::And | TokenKind::Or => self.forget(|level| level.lasting),
            TokenKind::Newline | TokenKind::Semi => self.forget(|_| 0),
            TokenKind::Indent => {
                self.indentation += 1;
                if self.indentation >= MAX_INDENTATION {
                    return Err(TooDeep);
                }
            }
            TokenKind::Dedent => self.indentation = self.indentation.saturating_sub(1),
            TokenKind::Lambda | TokenKind::If | TokenKind::Else | TokenKind::ColonEqual => {
                self.nest(1);
            }
            TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringMiddle
            | TokenKind::TStringMiddle
            | TokenKind::Comment
            | TokenKind::NonLogicalNewline
            | TokenKind::Colon
            | TokenKind::Equal
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None => {}
            _ => self.nest(0),
        }
        Ok(())
    }

    /// One more level at the present place.
    fn nest(&mut self, lasting: usize) {
        if let Some(level) = self.open.last_mut() {
            level.count += 1;
            level.lasting += lasting;
            self.depth += 1;
            self.deepest = self.deepest.max(self.depth + self.indentation);
        }
    }

    /// What came before at the present place does not stand around what follows.
    fn forget(&mut self, kept: impl FnOnce(&Level) -> usize) {
        if let Some(level) = self.open.last_mut() {
            let kept = kept(level);
            self.depth -= level.count - kept;
            *level = Level { count: kept, lasting: kept };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(text: &str) -> usize {
        Survey::of(&Source::new("<string>", text)).map_or(usize::MAX, |survey| survey.depth)
    }

    #[test]
    fn only_what_nests_counts() {
        let flat = [
            "x = 1\n".repeat(1000),
            format!("x = [{}]", "a.b(1) + 2, ".repeat(1000)),
            format!("x = {{{}}}", "'a': -1, ".repeat(1000)),
            vec!["a.b == 1"; 1000].join(" and "),
            "'''((((('''; ".repeat(1000),
            "if a:\n  b\n".repeat(1000),
            format!("f({})", "x=1, ".repeat(1000)),
        ];
        for text in flat {
            assert!(depth(&text) < 20, "{text:.60} {}", depth(&text));
        }
        let deep = [
            "-".repeat(1000) + "x",
            vec!["x"; 1001].join("+"),
            "x".to_owned() + &".a".repeat(1000),
            "x".to_owned() + &"()".repeat(1000),
            "lambda a, b: ".repeat(1000) + "x",
            "x if y else ".repeat(1000) + "x",
            "not ".repeat(1000) + "x",
        ];
        for text in deep {
            assert!((1000..3000).contains(&depth(&text)), "{text:.60} {}", depth(&text));
        }
    }

    #[test]
    fn levels_are_refused_where_they_stand() {
        let cases = [
            ("x = 1\n".repeat(500) + &"(".repeat(100_000), "too many nested parentheses", 501, 200),
            ("é = '('\n".to_owned() + &"[".repeat(201), "too many nested parentheses", 2, 200),
        ];
        for (text, message, line, column) in cases {
            let error = Survey::of(&Source::new("<string>", text)).expect_err("too deep");
            assert_eq!(error.message, message);
            let place = error.position.map(|position| (position.line, position.column));
            assert_eq!(place, Some((line, column)));
        }
        let text: String = (0..200).map(|level| " ".repeat(level) + "if x:\n").collect();
        let error = Survey::of(&Source::new("<string>", text)).expect_err("too deep");
        assert_eq!(error.message, "too many levels of indentation");
    }
}
