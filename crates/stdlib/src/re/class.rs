//! Reads a character set.

use super::parse::Parser;
use super::reader::{Read, Refusal, Token, spell};
use super::tree::{Item, Node};

impl Parser<'_> {
    /// A set, whose bracket has been taken.
    pub(super) fn set(&mut self) -> Read<Node> {
        let here = self.source.tell() - 1;
        if self.source.peek().is_some_and(|next| next.is('[')) {
            self.warn("nested set", self.source.tell());
        }
        let others = self.source.take('^')?;
        let mut items = Vec::new();
        loop {
            self.rt.tick(1)?;
            let token = self.member(here)?;
            if token.is(']') && !items.is_empty() {
                break;
            }
            let low = match token.escaped {
                Some(_) => self.set_escape(token)?,
                None => {
                    let next = self.source.peek();
                    let name = token.ascii().and_then(operation);
                    if let Some(name) = name.filter(|_| !items.is_empty() && next == Some(token)) {
                        self.warn(name, self.source.tell() - 1);
                    }
                    Item::Char(token.first)
                }
            };
            if !self.source.take('-')? {
                items.push(low);
                continue;
            }
            let end = self.member(here)?;
            if end.is(']') {
                items.extend([low, Item::Char(u32::from(b'-'))]);
                break;
            }
            let high = match end.escaped {
                Some(_) => self.set_escape(end)?,
                None => {
                    if end.is('-') {
                        self.warn("set difference", self.source.tell() - 2);
                    }
                    Item::Char(end.first)
                }
            };
            match (low, high) {
                (Item::Char(low), Item::Char(high)) if low <= high => {
                    items.push(Item::Range(low, high));
                }
                _ => return Err(self.bad_range(token, end)),
            }
        }
        Ok(match items.as_slice() {
            [Item::Char(point)] if others => Node::NotChar(*point),
            [Item::Char(point)] => Node::Char(*point),
            _ => Node::Set(items, others),
        })
    }

    /// The next token of the set that begins `here`.
    fn member(&mut self, here: usize) -> Read<Token> {
        match self.source.get()? {
            Some(token) => Ok(token),
            None => {
                let behind = self.source.tell() - here;
                Err(self.source.error("unterminated character set", behind))
            }
        }
    }

    fn bad_range(&self, low: Token, high: Token) -> Refusal {
        let message =
            format!("bad character range {}-{}", spell(&low.points()), spell(&high.points()));
        self.source.error(&message, low.len() + 1 + high.len())
    }

    /// Remembers a warning about what later versions may read otherwise.
    fn warn(&mut self, what: &str, at: usize) {
        self.warnings.push(format!("Possible {what} at position {at}"));
    }
}

/// What a doubled character may mean in later versions.
fn operation(character: char) -> Option<&'static str> {
    match character {
        '-' => Some("set difference"),
        '&' => Some("set intersection"),
        '~' => Some("set symmetric difference"),
        '|' => Some("set union"),
        _ => None,
    }
}
