//! Numbers: where each kind ends, and what is said of one that does not end well.

use super::{Mistake, Place, Result, Tokenizer};

impl Tokenizer<'_> {
    pub(super) fn number(&mut self) -> Result<()> {
        if self.peek() == b'0' {
            self.bump();
            match self.peek() {
                b'x' | b'X' => return self.digits("hexadecimal", |c| c.is_ascii_hexdigit()),
                b'o' | b'O' => return self.digits("octal", |c| (b'0'..b'8').contains(&c)),
                b'b' | b'B' => return self.digits("binary", |c| matches!(c, b'0' | b'1')),
                _ => return self.after_zero(),
            }
        }
        if self.peek() != b'.' {
            self.decimal_tail()?;
        }
        self.fraction()
    }

    /// Digits of another base, after the letter.
    fn digits(&mut self, kind: &str, fits: impl Fn(u8) -> bool) -> Result<()> {
        loop {
            self.bump();
            if self.peek() == b'_' {
                self.bump();
            }
            if !fits(self.peek()) {
                return self.wrong_digit(kind);
            }
            while fits(self.peek()) {
                self.bump();
            }
            if self.peek() != b'_' {
                break;
            }
            // The underscore itself is taken at the top.
            if !fits(self.peek_at(1)) {
                self.bump();
                return self.wrong_digit(kind);
            }
        }
        if self.peek().is_ascii_digit() {
            return self.wrong_digit(kind);
        }
        self.end_of_number(kind)
    }

    fn wrong_digit<T>(&mut self, kind: &str) -> Result<T> {
        let c = char::from(self.peek());
        if c.is_ascii_digit() && kind != "hexadecimal" {
            self.bump();
            return self.error(format!("invalid digit '{c}' in {kind} literal"));
        }
        self.error(format!("invalid {kind} literal"))
    }

    /// A number that begins with 0 and has no letter behind that.
    fn after_zero(&mut self) -> Result<()> {
        let start = self.at - 1;
        loop {
            if self.peek() == b'_' {
                self.bump();
                if !self.peek().is_ascii_digit() {
                    return self.error("invalid decimal literal");
                }
            }
            if self.peek() != b'0' {
                break;
            }
            self.bump();
        }
        let zeros = self.at;
        let nonzero = self.peek().is_ascii_digit();
        if nonzero {
            self.decimal_tail()?;
        }
        if nonzero && !matches!(self.peek(), b'.' | b'e' | b'E' | b'j' | b'J') {
            let place =
                |at: usize| Place { line: self.line, column: (at - self.line_start) as u32 };
            return Err(Mistake::between(
                place(start),
                place(zeros),
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix for \
                 octal integers",
            ));
        }
        self.fraction()
    }

    fn decimal_tail(&mut self) -> Result<()> {
        loop {
            while self.peek().is_ascii_digit() {
                self.bump();
            }
            if self.peek() != b'_' {
                return Ok(());
            }
            self.bump();
            if !self.peek().is_ascii_digit() {
                return self.error("invalid decimal literal");
            }
        }
    }

    /// What may follow the digits before the point.
    fn fraction(&mut self) -> Result<()> {
        if self.peek() == b'.' {
            self.bump();
            if self.peek().is_ascii_digit() {
                self.decimal_tail()?;
            }
        }
        if matches!(self.peek(), b'e' | b'E') {
            let signed = matches!(self.peek_at(1), b'+' | b'-');
            if signed {
                self.bump();
                self.bump();
                if !self.peek().is_ascii_digit() {
                    return self.error("invalid decimal literal");
                }
            } else if !self.peek_at(1).is_ascii_digit() {
                return self.end_of_number("decimal");
            } else {
                self.bump();
            }
            self.decimal_tail()?;
        }
        if matches!(self.peek(), b'j' | b'J') {
            self.bump();
            return self.end_of_number("imaginary");
        }
        self.end_of_number("decimal")
    }

    /// A keyword may follow a number at once; any other letter may not.
    fn end_of_number(&mut self, kind: &str) -> Result<()> {
        const KEYWORDS: [&str; 8] = ["and", "else", "for", "if", "in", "is", "or", "not"];
        let c = self.peek();
        let word = self.rest();
        // Of these two letters are looked at, and no more.
        if ["if", "in", "is"].iter().any(|keyword| word.starts_with(keyword)) {
            return Ok(());
        }
        let length = word.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii()));
        if KEYWORDS.contains(&word.get(..length.unwrap_or(word.len())).unwrap_or_default()) {
            return Ok(());
        }
        if c.is_ascii_alphanumeric() || c == b'_' {
            return self.error(format!("invalid {kind} literal"));
        }
        Ok(())
    }
}
