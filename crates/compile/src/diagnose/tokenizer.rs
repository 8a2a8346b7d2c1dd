//! Splits a text into tokens where CPython does, and words what cannot be split.
//!
//! It serves error reports only: a token is made when the parser asks for it, because an error of the
//! text further on must not be reported before one that the parser meets first.

mod number;

use super::token::{Mistake, Place, Token, TokenKind};
use crate::syntax::SyntaxErrorKind;

/// Open brackets and indentation levels that CPython refuses to exceed.
const MAX_LEVEL: usize = 200;
const MAX_INDENT: usize = 100;
/// Replacement fields within format specifications within replacement fields.
const MAX_FIELDS: usize = 3;
/// F-strings within f-strings.
const MAX_FSTRINGS: usize = 150;

/// An open bracket.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) bracket: char,
    pub(super) place: Place,
}

/// An f-string that is not closed yet.
pub(super) struct FString {
    quote: u8,
    size: usize,
    raw: bool,
    /// Where it begins, prefix included.
    start: usize,
    /// Its own text is read, not an expression.
    literal: bool,
    /// Brackets open within it.
    brackets: usize,
    /// For each field under way: how many brackets are open within it, itself included.
    fields: Vec<usize>,
    in_spec: bool,
    debug: bool,
}

/// Where the text ends: nothing follows.
const EOF: u8 = 0;

/// The state between two tokens.
pub(super) struct Tokenizer<'a> {
    pub(super) text: &'a str,
    bytes: &'a [u8],
    /// What comes next.
    at: usize,
    line: u32,
    line_start: usize,
    at_line_start: bool,
    indents: Vec<(u32, u32)>,
    pending: i32,
    pub(super) open: Vec<Open>,
    fstrings: Vec<FString>,
    continued: bool,
}

type Result<T> = std::result::Result<T, Mistake>;

impl<'a> Tokenizer<'a> {
    pub(super) fn new(text: &'a str) -> Tokenizer<'a> {
        Tokenizer {
            text,
            bytes: text.as_bytes(),
            at: 0,
            line: 1,
            line_start: 0,
            at_line_start: true,
            indents: vec![(0, 0)],
            pending: 0,
            open: Vec::new(),
            fstrings: Vec::new(),
            continued: false,
        }
    }

    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(EOF)
    }

    fn peek_at(&self, offset: usize) -> u8 {
        self.bytes.get(self.at + offset).copied().unwrap_or(EOF)
    }

    fn at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Takes a byte; line ends are counted.
    fn bump(&mut self) {
        if self.peek() == b'\n' {
            self.line += 1;
            self.line_start = self.at + 1;
        }
        self.at = (self.at + 1).min(self.bytes.len());
    }

    pub(super) fn place(&self) -> Place {
        Place { line: self.line, column: (self.at - self.line_start) as u32 }
    }

    /// An error at the last character that was read: CPython's tokenizer reports so.
    fn error<T>(&self, message: impl Into<String>) -> Result<T> {
        let line = self.text.get(self.line_start..self.at).unwrap_or_default();
        let last = line.chars().next_back().map_or(0, char::len_utf8);
        let place = Place { line: self.line, column: (line.len() - last) as u32 };
        Err(Mistake::between(place, place, message))
    }

    /// The error at the first character of a token that never ends.
    fn error_at(&self, offset: usize, line: u32, message: String) -> Mistake {
        let before = self.text.get(..offset).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let place = Place { line, column: (offset - start) as u32 };
        Mistake::between(place, place, message)
    }

    /// The report on the innermost bracket that is open where the text ends.
    pub(super) fn unclosed(&self) -> Option<Mistake> {
        let open = self.open.last()?;
        Some(Mistake::endless(open.place, format!("'{}' was never closed", open.bracket)))
    }

    /// Whether the text has ended within brackets.
    pub(super) fn at_unclosed_end(&self) -> bool {
        self.at_end() && !self.open.is_empty()
    }

    fn token(&self, kind: TokenKind, start: usize, from: Place) -> Token<'a> {
        Token {
            kind,
            text: self.text.get(start..self.at).unwrap_or_default(),
            start: from,
            end: self.place(),
            level: self.open.len(),
            read: self.place(),
        }
    }

    /// A token that stands for no text. Where the text ends, the tokenizer is still on its last line.
    fn unplaced(&self, kind: TokenKind) -> Token<'a> {
        let mut place = self.place();
        if self.at_end() && place.column == 0 && place.line > 1 {
            let before = self.text.get(..self.at.saturating_sub(1)).unwrap_or_default();
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            place = Place { line: place.line - 1, column: (self.at - start) as u32 };
        }
        Token { read: place, ..self.token(kind, self.at, place) }
    }

    /// The next token.
    ///
    /// # Errors
    /// What CPython says of a text that has none.
    pub(super) fn next(&mut self) -> Result<Token<'a>> {
        if self.fstrings.last().is_some_and(|string| string.literal) {
            return self.in_fstring();
        }
        loop {
            if self.at_line_start {
                self.at_line_start = false;
                self.indentation()?;
            }
            if self.pending != 0 {
                let kind = if self.pending < 0 { TokenKind::Dedent } else { TokenKind::Indent };
                self.pending -= self.pending.signum();
                return Ok(self.unplaced(kind));
            }
            while matches!(self.peek(), b' ' | b'\t' | b'\x0c') {
                self.bump();
            }
            if self.peek() == b'#' {
                while !self.at_end() && self.peek() != b'\n' {
                    self.bump();
                }
            }
            let (start, from) = (self.at, self.place());
            if self.at_end() {
                if let Some(mistake) = self.unclosed() {
                    return Err(mistake);
                }
                return Ok(self.unplaced(TokenKind::End));
            }
            match self.peek() {
                b'\n' => {
                    let level = self.open.len();
                    if level == 0 {
                        let mut token = self.token(TokenKind::Newline, start, from);
                        token.end.column += 1;
                        token.read.column += 1;
                        self.bump();
                        self.at_line_start = true;
                        let blank = self.line_is_blank(start);
                        if blank && !self.continued {
                            continue;
                        }
                        self.continued = false;
                        return Ok(token);
                    }
                    self.bump();
                }
                b'\r' => self.bump(),
                b'\\' => self.continuation()?,
                b'0'..=b'9' => {
                    self.number()?;
                    return Ok(self.token(TokenKind::Number, start, from));
                }
                b'.' if self.peek_at(1).is_ascii_digit() => {
                    self.number()?;
                    return Ok(self.token(TokenKind::Number, start, from));
                }
                b'"' | b'\'' => return self.string(start, from),
                c if c.is_ascii_alphabetic() || c == b'_' || c >= 128 => {
                    return self.name(start, from);
                }
                _ => return self.operator(start, from),
            }
        }
    }

    /// Whether nothing but white space and comment stands before the line end at `end`.
    fn line_is_blank(&self, end: usize) -> bool {
        let before = self.text.get(..end).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.get(start..).unwrap_or_default();
        let line = line.trim_matches([' ', '\t', '\x0c', '\r']);
        line.is_empty() || line.starts_with('#')
    }

    fn continuation(&mut self) -> Result<()> {
        self.bump();
        if self.peek() == b'\r' {
            self.bump();
        }
        if self.peek() != b'\n' || self.at_end() {
            let place = self.place();
            let place = Place { line: place.line, column: place.column };
            return Err(Mistake::endless(
                place,
                "unexpected character after line continuation character",
            )
            .quietly());
        }
        self.bump();
        self.continued = true;
        if self.at_end() {
            if let Some(mistake) = self.unclosed() {
                return Err(mistake);
            }
            return Err(self.end_of_file());
        }
        Ok(())
    }

    fn end_of_file(&self) -> Mistake {
        // The report shows the last line that has text.
        let text = self.text.trim_end_matches('\n');
        let start = text.rfind('\n').map_or(0, |at| at + 1);
        let line = text.matches('\n').count() as u32 + 1;
        let place = Place { line, column: (text.len() - start) as u32 };
        Mistake::open_ended(place, "unexpected EOF while parsing").quietly()
    }

    /// Compares the width of a line's white space with that of the lines around.
    fn indentation(&mut self) -> Result<()> {
        let (mut width, mut other) = (0u32, 0u32);
        loop {
            match self.peek() {
                b' ' => (width, other) = (width + 1, other + 1),
                b'\t' => (width, other) = ((width / 8 + 1) * 8, other + 1),
                b'\x0c' => (width, other) = (0, 0),
                b'\\' if !self.at_end() => {
                    self.continuation()?;
                    continue;
                }
                _ => break,
            }
            self.bump();
        }
        if !self.at_end() && matches!(self.peek(), b'#' | b'\n' | b'\r') || !self.open.is_empty() {
            return Ok(());
        }
        if self.at_end() {
            (width, other) = (0, 0);
        }
        let tabs = |tokenizer: &Tokenizer<'_>| {
            let place = Place { line: tokenizer.line, column: 0 };
            Mistake::endless(place, "inconsistent use of tabs and spaces in indentation")
                .raised_as(SyntaxErrorKind::Tab)
                .quietly()
        };
        let &(top, top_other) = self.indents.last().unwrap_or(&(0, 0));
        if width == top {
            if other != top_other {
                return Err(tabs(self));
            }
        } else if width > top {
            if self.indents.len() >= MAX_INDENT {
                let place = Place { line: self.line, column: 0 };
                return Err(Mistake::endless(place, "too many levels of indentation")
                    .raised_as(SyntaxErrorKind::Indentation)
                    .quietly());
            }
            if other <= top_other {
                return Err(tabs(self));
            }
            self.indents.push((width, other));
            self.pending += 1;
        } else {
            while self.indents.len() > 1 && self.indents.last().is_some_and(|last| width < last.0) {
                self.indents.pop();
                self.pending -= 1;
            }
            let &(top, top_other) = self.indents.last().unwrap_or(&(0, 0));
            if width != top {
                let end = self.rest().find('\n').unwrap_or(self.rest().len());
                let column = (self.at + end - self.line_start) as u32;
                let place = Place { line: self.line, column };
                return Err(Mistake::open_ended(
                    place,
                    "unindent does not match any outer indentation level",
                )
                .raised_as(SyntaxErrorKind::Indentation)
                .quietly());
            }
            if other != top_other {
                return Err(tabs(self));
            }
        }
        Ok(())
    }

    fn name(&mut self, start: usize, from: Place) -> Result<Token<'a>> {
        let (mut b, mut r, mut u, mut f) = (false, false, false, false);
        loop {
            match self.peek() {
                b'b' | b'B' if !(b || u || f) => b = true,
                b'u' | b'U' if !(b || u || r || f) => u = true,
                b'r' | b'R' if !(r || u) => r = true,
                b'f' | b'F' if !(f || b || u) => f = true,
                _ => break,
            }
            self.bump();
            if matches!(self.peek(), b'"' | b'\'') {
                return if f {
                    self.fstring_start(start, from, r)
                } else {
                    self.string(start, from)
                };
            }
        }
        while self.peek().is_ascii_alphanumeric() || self.peek() == b'_' || self.peek() >= 128 {
            self.bump();
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        if let Some(bad) = wrong_character(text) {
            let character = text.get(bad..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            self.at = start + bad + character.len_utf8();
            return if printable(character) {
                self.error(format!(
                    "invalid character '{character}' (U+{:04X})",
                    u32::from(character)
                ))
            } else {
                self.error(format!(
                    "invalid non-printable character U+{:04X}",
                    u32::from(character)
                ))
            };
        }
        Ok(self.token(TokenKind::Name, start, from))
    }

    /// The line that is being read; where the text has ended, the tokenizer stands behind it.
    fn last_line(&self) -> u32 {
        self.line - u32::from(self.at_end() && self.bytes.last() == Some(&b'\n'))
    }

    fn string(&mut self, start: usize, from: Place) -> Result<Token<'a>> {
        let quote = self.peek();
        self.bump();
        let mut size = 1;
        if self.peek() == quote {
            self.bump();
            if self.peek() != quote {
                return Ok(self.token(TokenKind::String, start, from));
            }
            self.bump();
            size = 3;
        }
        let (mut closing, mut escaped) = (0, false);
        while closing < size {
            if self.at_end() || (size == 1 && self.peek() == b'\n') {
                return Err(self.unterminated(quote, size, start, from, escaped));
            }
            let c = self.peek();
            self.bump();
            if c == quote {
                closing += 1;
                continue;
            }
            closing = 0;
            if c == b'\\' && !self.at_end() {
                escaped |= self.peek() == quote;
                if self.peek() == b'\r' {
                    self.bump();
                }
                self.bump();
            }
        }
        Ok(self.token(TokenKind::String, start, from))
    }

    fn unterminated(
        &self,
        quote: u8,
        size: usize,
        start: usize,
        from: Place,
        escaped: bool,
    ) -> Mistake {
        let inside = self.fstrings.last();
        if inside.is_some_and(|outer| outer.quote == quote && outer.size == size) {
            return Mistake::between(from, from, "f-string: expecting '}'");
        }
        let line = self.last_line();
        let message = if size == 3 {
            format!("unterminated triple-quoted string literal (detected at line {line})")
        } else if escaped {
            format!(
                "unterminated string literal (detected at line {line}); perhaps you escaped the end quote"
            )
        } else {
            format!("unterminated string literal (detected at line {line})")
        };
        self.error_at(start, from.line, message)
    }

    fn fstring_start(&mut self, start: usize, from: Place, raw: bool) -> Result<Token<'a>> {
        let quote = self.peek();
        self.bump();
        let mut size = 1;
        if self.peek() == quote && self.peek_at(1) == quote {
            self.bump();
            self.bump();
            size = 3;
        }
        if self.fstrings.len() + 1 >= MAX_FSTRINGS {
            return self.error("too many nested f-strings");
        }
        self.fstrings.push(FString {
            quote,
            size,
            raw,
            start,
            literal: true,
            brackets: 0,
            fields: Vec::new(),
            in_spec: false,
            debug: false,
        });
        Ok(self.token(TokenKind::FStringStart, start, from))
    }

    fn in_fstring(&mut self) -> Result<Token<'a>> {
        let (start, from) = (self.at, self.place());
        let Some(string) = self.fstrings.last_mut() else { return self.operator(start, from) };
        let (quote, size, raw, begins) = (string.quote, string.size, string.raw, string.start);
        if self.bytes.get(self.at) == Some(&b'{') && (self.peek_at(1) != b'{' || self.in_spec()) {
            return self.open_field(start, from);
        }
        if self.bytes[self.at..].iter().take(size).filter(|byte| **byte == quote).count() == size {
            for _ in 0..size {
                self.bump();
            }
            self.fstrings.pop();
            return Ok(self.token(TokenKind::FStringEnd, start, from));
        }
        let mut named = false;
        loop {
            let rest = &self.bytes[self.at..];
            if rest.iter().take(size).filter(|byte| **byte == quote).count() == size {
                break;
            }
            if self.at_end() || (size == 1 && self.peek() == b'\n') {
                if self.in_spec() && !self.at_end() {
                    self.set_literal(false);
                    break;
                }
                let line = self.last_line();
                let message = if size == 3 {
                    format!("unterminated triple-quoted f-string literal (detected at line {line})")
                } else {
                    format!("unterminated f-string literal (detected at line {line})")
                };
                let before = self.text.get(..begins).unwrap_or_default();
                let line = before.matches('\n').count() as u32 + 1;
                return Err(self.error_at(begins, line, message).quietly());
            }
            match self.peek() {
                b'{' if self.peek_at(1) == b'{' && !self.in_spec() => {
                    self.bump();
                    self.bump();
                }
                b'{' => break,
                b'}' if named => {
                    named = false;
                    self.bump();
                }
                b'}' => {
                    let brackets = self.fstrings.last().map_or(0, |string| string.brackets);
                    if self.peek_at(1) == b'}' && !self.in_spec() && brackets == 0 {
                        self.bump();
                        self.bump();
                    } else {
                        self.set_literal(false);
                        break;
                    }
                }
                b'\\' => {
                    self.bump();
                    if matches!(self.peek(), b'{' | b'}') {
                        continue;
                    }
                    if !raw && self.peek() == b'N' && self.peek_at(1) == b'{' {
                        named = true;
                        self.bump();
                    }
                    self.bump();
                }
                _ => self.bump(),
            }
        }
        Ok(self.token(TokenKind::FStringMiddle, start, from))
    }

    fn in_spec(&self) -> bool {
        self.fstrings.last().is_some_and(|string| string.in_spec && !string.fields.is_empty())
    }

    fn set_literal(&mut self, literal: bool) {
        if let Some(string) = self.fstrings.last_mut() {
            string.literal = literal;
            if !literal {
                string.in_spec = false;
            }
        }
    }

    fn open_field(&mut self, start: usize, from: Place) -> Result<Token<'a>> {
        let Some(string) = self.fstrings.last_mut() else { return self.operator(start, from) };
        string.brackets += 1;
        string.fields.push(string.brackets);
        string.literal = false;
        if string.fields.len() > MAX_FIELDS {
            return self.error("f-string: expressions nested too deeply");
        }
        if self.open.len() >= MAX_LEVEL {
            return self.error("too many nested parentheses");
        }
        self.open.push(Open { bracket: '{', place: from });
        self.bump();
        Ok(self.token(TokenKind::Op, start, from))
    }

    fn operator(&mut self, start: usize, from: Place) -> Result<Token<'a>> {
        const THREE: [&str; 5] = ["**=", "//=", ">>=", "<<=", "..."];
        const TWO: [&str; 19] = [
            "!=", "%=", "&=", "**", "*=", "+=", "-=", "->", "//", "/=", ":=", "<<", "<=", "<>",
            "==", ">=", ">>", "@=", "^=",
        ];
        let c = char::from(self.peek());
        if let Some(string) = self.fstrings.last_mut()
            && let Some(field) = string.fields.last()
            && string.brackets == *field
        {
            let two = self.bytes.get(self.at + 1) == Some(&b'=');
            match c {
                ':' => {
                    string.literal = true;
                    string.in_spec = true;
                    self.bump();
                    return Ok(self.token(TokenKind::Op, start, from));
                }
                '=' if !two => string.debug = true,
                _ => {}
            }
        }
        let length = if THREE.iter().any(|op| self.rest().starts_with(op)) {
            3
        } else if TWO.iter().any(|op| self.rest().starts_with(op)) || self.rest().starts_with("|=")
        {
            2
        } else {
            1
        };
        if length == 1 {
            match c {
                '(' | '[' | '{' => {
                    if self.open.len() >= MAX_LEVEL {
                        self.bump();
                        return self.error("too many nested parentheses");
                    }
                    self.open.push(Open { bracket: c, place: from });
                    if let Some(string) = self.fstrings.last_mut() {
                        string.brackets += 1;
                    }
                }
                ')' | ']' | '}' => self.close(c)?,
                c if c.is_ascii_control() => {
                    self.bump();
                    return self
                        .error(format!("invalid non-printable character U+{:04X}", u32::from(c)));
                }
                _ => {}
            }
        }
        for _ in 0..length {
            self.bump();
        }
        let mut token = self.token(TokenKind::Op, start, from);
        token.level = self.open.len();
        Ok(token)
    }

    fn close(&mut self, c: char) -> Result<()> {
        let line = self.line;
        let report = |tokenizer: &mut Tokenizer<'a>, message: String| {
            tokenizer.bump();
            tokenizer.error::<()>(message)
        };
        let outside = self.fstrings.last().is_some_and(|string| string.brackets == 0);
        if outside && c == '}' {
            return report(self, "f-string: single '}' is not allowed".to_owned())
                .map_err(Mistake::quietly);
        }
        let Some(open) = self.open.pop() else { return report(self, format!("unmatched '{c}'")) };
        if !matches!((open.bracket, c), ('(', ')') | ('[', ']') | ('{', '}')) {
            let field = self.fstrings.last().is_some_and(|string| {
                open.bracket == '{' && string.fields.last() == Some(&string.brackets)
            });
            if field {
                return report(self, format!("f-string: unmatched '{c}'"));
            }
            let message = format!(
                "closing parenthesis '{c}' does not match opening parenthesis '{}'",
                open.bracket
            );
            if open.place.line != line {
                return report(self, format!("{message} on line {}", open.place.line));
            }
            return report(self, message);
        }
        let Some(string) = self.fstrings.last_mut() else { return Ok(()) };
        if string.brackets == 0 {
            return report(self, format!("f-string: unmatched '{c}'"));
        }
        if c == '}' && string.fields.last() == Some(&string.brackets) {
            string.fields.pop();
            string.literal = true;
            string.in_spec = !string.fields.is_empty();
            string.debug = false;
        }
        string.brackets -= 1;
        Ok(())
    }
}

/// Where in a name a character stands that no name can have there, after compatibility decomposition
/// as the language reference says ("Identifiers and keywords").
fn wrong_character(text: &str) -> Option<usize> {
    use unicode_ident::{is_xid_continue, is_xid_start};
    text.char_indices()
        .find(|&(at, c)| {
            let fits = if at == 0 { c == '_' || is_xid_start(c) } else { is_xid_continue(c) };
            !fits
        })
        .map(|(at, _)| at)
}

/// Roughly `str.isprintable`: enough to choose between two messages.
fn printable(c: char) -> bool {
    !(c.is_control()
        || (c.is_whitespace() && c != ' ')
        || matches!(u32::from(c), 0xad | 0x600..=0x605 | 0x61c | 0x6dd | 0x200b..=0x200f | 0x2028..=0x202e
            | 0x2060..=0x206f | 0xfeff | 0xfff9..=0xfffb | 0xe000..=0xf8ff | 0xe0000..=0xe0fff
            | 0xf0000..=0x10ffff))
}
