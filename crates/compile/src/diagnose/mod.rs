//! Finds the error that CPython reports for a text that it refuses.
//!
//! CPython's parser tries a grammar in order and then, if nothing fits, rules that recognize mistakes. Which
//! error a text gets follows from that order, so it is followed here: [`tokenizer`] splits the text as CPython does,
//! [`grammar`] and [`mistakes`] are the rules, [`machine`] matches them. All of this runs only for
//! texts that are wrong or look so.

mod grammar;
mod literal;
mod machine;
mod mistakes;
mod notation;
mod token;
mod tokenizer;
mod tree;

#[cfg(test)]
mod tests;

use machine::{Machine, Stop, at_token};
use notation::Grammar;
use token::{End, Mistake, Token, TokenKind};

use crate::syntax::{Position, Source, SyntaxError, SyntaxErrorKind, with_stack};

/// Stack for the deepest match.
const STACK: usize = 24 << 20;

/// What CPython's grammar says of a text.
pub(crate) enum Verdict {
    /// It takes the text.
    Fine,
    /// It refuses it so.
    Wrong(SyntaxError),
    /// The text is too deep or too large to tell.
    Unknown,
}

/// What a text is to be.
#[derive(Clone, Copy)]
pub(crate) enum Start {
    Module,
    Expression,
}

/// What CPython's grammar says of a text whose decimal integers may have so many digits (0: any
/// number).
pub(crate) fn diagnose(source: &Source, start: Start, max_digits: usize) -> Verdict {
    let text = normalized(source.text());
    let rule = match start {
        Start::Module => "file",
        Start::Expression => "eval",
    };
    match with_stack(STACK, || mistake_in(&text, rule, max_digits)) {
        Some(Ok(None)) => Verdict::Fine,
        Some(Ok(Some(mistake))) => Verdict::Wrong(to_error(source, &mistake)),
        Some(Err(GivenUp)) | None => Verdict::Unknown,
    }
}

/// The text is deeper or larger than is looked into.
struct GivenUp;

/// Line ends as one character, and one at the end.
fn normalized(text: &str) -> String {
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.ends_with('\n') && !text.is_empty() {
        text.push('\n');
    }
    text
}

fn mistake_in(text: &str, rule: &str, max_digits: usize) -> Result<Option<Mistake>, GivenUp> {
    let grammar = Grammar::of(&[
        grammar::STATEMENTS,
        grammar::EXPRESSIONS,
        mistakes::STATEMENTS,
        mistakes::EXPRESSIONS,
    ]);
    let mut machine = Machine::new(text, &grammar, max_digits);
    match machine.text(rule) {
        Ok(Some(_)) => return Ok(None),
        Ok(None) => {}
        Err(Stop::Mistake(mistake)) => return Ok(Some(after_rest(&mut machine, mistake))),
        Err(Stop::GivenUp) => return Err(GivenUp),
    }
    let Some(last) = machine.tokens.last().copied() else { return Err(GivenUp) };
    machine.second_pass();
    match machine.text(rule) {
        Err(Stop::Mistake(mistake)) => Ok(Some(after_rest(&mut machine, mistake))),
        Err(Stop::GivenUp) => Ok(Some(generic(&last))),
        Ok(_) if matches!(last.kind, TokenKind::Indent | TokenKind::Dedent) => {
            Ok(Some(generic(&last)))
        }
        Ok(_) => Ok(Some(after_rest(&mut machine, generic(&last)))),
    }
}

/// The tokenizer's own errors come as they are, the parser's after a look at the rest of the text.
fn after_rest(machine: &mut Machine<'_, '_>, mistake: Mistake) -> Mistake {
    match machine.tokenizer_is_well() {
        true => error_of_rest(machine).unwrap_or(mistake),
        false => mistake,
    }
}

/// The report where no rule knows the mistake.
fn generic(last: &Token<'_>) -> Mistake {
    match last.kind {
        TokenKind::Indent => {
            at_token(last, "unexpected indent").raised_as(SyntaxErrorKind::Indentation)
        }
        TokenKind::Dedent => {
            at_token(last, "unexpected unindent").raised_as(SyntaxErrorKind::Indentation)
        }
        TokenKind::End => Mistake { end: End::Unplaced, ..at_token(last, "invalid syntax") },
        _ => at_token(last, "invalid syntax"),
    }
}

/// An error of the tokenizer in the rest of the text goes before the parser's; of brackets that are never
/// closed only those opened on an earlier line than the parser had come to.
fn error_of_rest(machine: &mut Machine<'_, '_>) -> Option<Mistake> {
    let line = machine.tokens.last().map_or(0, |token| token.start.line);
    loop {
        match machine.tokenizer.next() {
            Ok(token) if token.kind == TokenKind::End => return None,
            Ok(_) => {}
            Err(mistake) if mistake.quiet || machine.tokenizer.at_unclosed_end() => {
                let open = machine.tokenizer.open.last()?;
                return machine.tokenizer.unclosed().filter(|_| line > open.place.line);
            }
            Err(mistake) => return Some(mistake),
        }
    }
}

fn to_error(source: &Source, mistake: &Mistake) -> SyntaxError {
    let (start, end) = (mistake.start, mistake.end);
    let to = match end {
        End::At(place) => place,
        End::Nowhere | End::Unknown | End::Unplaced => start,
    };
    let position = Position {
        line: start.line,
        end_line: to.line,
        column: start.column,
        end_column: to.column,
    };
    let mut error =
        SyntaxError::at(source, position, mistake.message.clone()).with_kind(mistake.kind);
    error.in_characters = true;
    error.end = match end {
        End::At(_) => crate::syntax::ErrorEnd::At,
        End::Nowhere => crate::syntax::ErrorEnd::Nowhere,
        End::Unknown => crate::syntax::ErrorEnd::Unknown,
        End::Unplaced => crate::syntax::ErrorEnd::Unplaced,
    };
    error
}
