//! A pattern or template, read character by character, a backslash together with what follows it.

use objmodel::Raise;
use objmodel::objects::codepoints;
use objmodel::objects::spelling::spelled;
use objmodel_builtins::text::predicate::is_identifier;
use objmodel_builtins::text::repr::{Shown, repr};

/// Why a pattern is refused.
pub(super) enum Refusal {
    /// `PatternError`: the message, and where.
    Pattern(String, Option<usize>),
    /// Anything else.
    Other(Raise),
}

impl From<Raise> for Refusal {
    fn from(raise: Raise) -> Refusal {
        Refusal::Other(raise)
    }
}

/// What reading gives.
pub(super) type Read<T> = Result<T, Refusal>;

/// A character, or a backslash and the character behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) first: u32,
    pub(super) escaped: Option<u32>,
}

impl Token {
    /// Whether it is this character, without a backslash.
    pub(super) fn is(self, character: char) -> bool {
        self.escaped.is_none() && self.first == u32::from(character)
    }

    /// Its length in characters.
    pub(super) fn len(self) -> usize {
        if self.escaped.is_some() { 2 } else { 1 }
    }

    /// Its only character, if that is ASCII.
    pub(super) fn ascii(self) -> Option<char> {
        char::from_u32(self.first).filter(|c| c.is_ascii() && self.escaped.is_none())
    }

    /// Its characters.
    pub(super) fn points(self) -> Vec<u32> {
        std::iter::once(self.first).chain(self.escaped).collect()
    }
}

/// Characters as text for messages.
pub(super) fn spell(points: &[u32]) -> String {
    spelled(&wtf8(points)).into_owned()
}

/// Characters as WTF-8.
pub(super) fn wtf8(points: &[u32]) -> Vec<u8> {
    let mut text = Vec::with_capacity(points.len());
    points.iter().for_each(|&point| codepoints::push(&mut text, point));
    text
}

/// The decimal number that the characters are, `u64::MAX` if it is larger.
pub(super) fn decimal(points: &[u32]) -> Option<u64> {
    if points.is_empty() {
        return None;
    }
    let digit = |point: &u32| char::from_u32(*point).and_then(|c| c.to_digit(10));
    let digits = points.iter().map(digit);
    digits.into_iter().try_fold(0u64, |sum, digit| {
        digit.map(|digit| sum.saturating_mul(10).saturating_add(digit.into()))
    })
}

/// The number that characters are in a radix; all of them are digits of it.
pub(super) fn number(points: &[u32], radix: u32) -> u32 {
    let digit = |point: &u32| char::from_u32(*point).and_then(|c| c.to_digit(radix)).unwrap_or(0);
    points.iter().fold(0u32, |sum, point| sum.wrapping_mul(radix).wrapping_add(digit(point)))
}

/// Digits without the zeros that they begin with.
pub(super) fn without_zeros(points: &[u32]) -> String {
    let text = spell(points);
    let rest = text.trim_start_matches('0');
    if rest.is_empty() { "0".to_owned() } else { rest.to_owned() }
}

/// A text and a place in it.
pub(super) struct Reader {
    points: Vec<u32>,
    /// Behind the next token.
    index: usize,
    next: Option<Token>,
    /// Whether it is a `str`, not `bytes`.
    pub(super) is_text: bool,
}

impl Reader {
    /// At the beginning.
    ///
    /// # Errors
    /// The text is a lone backslash.
    pub(super) fn new(points: Vec<u32>, is_text: bool) -> Read<Reader> {
        let mut reader = Reader { points, index: 0, next: None, is_text };
        reader.advance()?;
        Ok(reader)
    }

    fn advance(&mut self) -> Read<()> {
        let Some(&first) = self.points.get(self.index) else {
            self.next = None;
            return Ok(());
        };
        let mut escaped = None;
        if first == u32::from(b'\\') {
            escaped = self.points.get(self.index + 1).copied();
            if escaped.is_none() {
                let at = self.points.len() - 1;
                return Err(Refusal::Pattern("bad escape (end of pattern)".to_owned(), Some(at)));
            }
        }
        let token = Token { first, escaped };
        self.index += token.len();
        self.next = Some(token);
        Ok(())
    }

    /// The next token, which stays.
    pub(super) fn peek(&self) -> Option<Token> {
        self.next
    }

    /// Whether the next token is this character, which is taken then.
    pub(super) fn take(&mut self, character: char) -> Read<bool> {
        let found = self.next.is_some_and(|next| next.is(character));
        if found {
            self.advance()?;
        }
        Ok(found)
    }

    /// Takes the next token.
    pub(super) fn get(&mut self) -> Read<Option<Token>> {
        let token = self.next;
        self.advance()?;
        Ok(token)
    }

    /// Takes up to `most` digits of a radix.
    pub(super) fn digits(&mut self, most: usize, radix: u32) -> Read<Vec<u32>> {
        let mut digits = Vec::new();
        while digits.len() < most {
            match self.next.filter(|next| next.ascii().is_some_and(|c| c.is_digit(radix))) {
                Some(token) => digits.push(token.first),
                None => break,
            }
            self.advance()?;
        }
        Ok(digits)
    }

    /// Takes all up to a terminator, which is taken too. `name` says what is read.
    pub(super) fn until(&mut self, terminator: char, name: &str) -> Read<Vec<u32>> {
        let mut taken = Vec::new();
        loop {
            match self.get()? {
                None if taken.is_empty() => return Err(self.error(&format!("missing {name}"), 0)),
                None => {
                    let message = format!("missing {terminator}, unterminated name");
                    return Err(self.error(&message, taken.len()));
                }
                Some(token) if token.is(terminator) => {
                    if taken.is_empty() {
                        return Err(self.error(&format!("missing {name}"), 1));
                    }
                    return Ok(taken);
                }
                Some(token) => taken.extend(token.points()),
            }
        }
    }

    /// Where the next token begins.
    pub(super) fn tell(&self) -> usize {
        self.index - self.next.map_or(0, Token::len)
    }

    /// Goes to where a token begins.
    pub(super) fn seek(&mut self, index: usize) -> Read<()> {
        self.index = index;
        self.advance()
    }

    /// An error so many characters before the next token.
    pub(super) fn error(&self, message: &str, before: usize) -> Refusal {
        let message = match self.is_text || message.is_ascii() {
            true => message.to_owned(),
            false => message.chars().fold(String::new(), |mut out, c| {
                match c.is_ascii() {
                    true => out.push(c),
                    false => out.push_str(&format!("\\x{:02x}", u32::from(c))),
                }
                out
            }),
        };
        Refusal::Pattern(message, Some(self.tell().saturating_sub(before)))
    }

    /// Refuses what cannot be the name of a group.
    pub(super) fn check_name(&self, name: &[u32], behind: usize) -> Read<()> {
        let ascii = name.iter().all(|&point| point < 0x80);
        if (self.is_text || ascii) && is_identifier(&wtf8(name)) {
            return Ok(());
        }
        let shown = self.shown(name);
        Err(self.error(&format!("bad character in group name {shown}"), name.len() + behind))
    }

    /// The name of a group in a message.
    pub(super) fn shown(&self, name: &[u32]) -> String {
        let shown = if self.is_text { Shown::Printable } else { Shown::Ascii };
        spelled(&repr(&wtf8(name), shown)).into_owned()
    }
}
