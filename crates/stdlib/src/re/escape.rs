//! What a backslash begins.

use super::parse::Parser;
use super::reader::{Read, Reader, Refusal, Token, decimal, number, spell, without_zeros};
use super::tree::{Category, Item, Node, Place};

/// The character that a letter behind a backslash stands for.
pub(super) fn control(letter: u32) -> Option<u32> {
    match char::from_u32(letter)? {
        'a' => Some(7),
        'b' => Some(8),
        'f' => Some(12),
        'n' => Some(10),
        'r' => Some(13),
        't' => Some(9),
        'v' => Some(11),
        '\\' => Some(0x5c),
        _ => None,
    }
}

/// The kind of characters that a letter stands for, or all others.
fn category(letter: u32) -> Option<Item> {
    let (category, others) = match char::from_u32(letter)? {
        'd' => (Category::Digit, false),
        'D' => (Category::Digit, true),
        's' => (Category::Space, false),
        'S' => (Category::Space, true),
        'w' => (Category::Word, false),
        'W' => (Category::Word, true),
        _ => return None,
    };
    Some(Item::Category(category, others))
}

fn place(letter: u32) -> Option<Place> {
    match char::from_u32(letter)? {
        'A' => Some(Place::BeginningOfText),
        'b' => Some(Place::Boundary),
        'B' => Some(Place::NoBoundary),
        'Z' => Some(Place::EndOfText),
        _ => None,
    }
}

/// A number in hexadecimal of exactly so many digits.
fn hexadecimal(source: &mut Reader, letter: char, count: usize) -> Read<u32> {
    let digits = source.digits(count, 16)?;
    if digits.len() < count {
        let shown = format!("\\{letter}{}", spell(&digits));
        return Err(source.error(&format!("incomplete escape {shown}"), digits.len() + 2));
    }
    let point = number(&digits, 16);
    if point > 0x10_ffff {
        let shown = format!("\\{letter}{}", spell(&digits));
        return Err(source.error(&format!("bad escape {shown}"), digits.len() + 2));
    }
    Ok(point)
}

/// The character of a name in braces.
fn named(source: &mut Reader) -> Read<u32> {
    if !source.take('{')? {
        return Err(source.error("missing {", 0));
    }
    let name = source.until('}', "character name")?;
    match objmodel_builtins::character_named(&spell(&name)) {
        Some(point) => Ok(point),
        None => {
            let shown = source.shown(&name);
            Err(source.error(&format!("undefined character name {shown}"), name.len() + 4))
        }
    }
}

/// The error about an octal number that is too large, in a pattern or a template.
pub(super) fn octal_error(source: &Reader, digits: &[u32]) -> Refusal {
    let shown = spell(digits);
    let message = format!("octal escape value \\{shown} outside of range 0-0o377");
    source.error(&message, digits.len() + 1)
}

/// The characters that are written alike within and outside of sets; `None` for others.
fn character(source: &mut Reader, letter: u32) -> Read<Option<u32>> {
    Ok(match char::from_u32(letter) {
        Some('x') => Some(hexadecimal(source, 'x', 2)?),
        Some('u') if source.is_text => Some(hexadecimal(source, 'u', 4)?),
        Some('U') if source.is_text => Some(hexadecimal(source, 'U', 8)?),
        Some('N') if source.is_text => Some(named(source)?),
        Some('0'..='9') => None,
        Some(c) if c.is_ascii_alphabetic() => {
            return Err(source.error(&format!("bad escape \\{c}"), 2));
        }
        _ => Some(letter),
    })
}

impl Parser<'_> {
    /// What an escape outside of sets stands for.
    pub(super) fn escape(&mut self, token: Token) -> Read<Node> {
        let letter = token.escaped.unwrap_or(token.first);
        if let Some(place) = place(letter) {
            return Ok(Node::At(place));
        }
        if let Some(category) = category(letter) {
            return Ok(Node::Set(vec![category], false));
        }
        if let Some(point) = control(letter) {
            return Ok(Node::Char(point));
        }
        match character(&mut self.source, letter)? {
            Some(point) => Ok(Node::Char(point)),
            None => self.number_escape(letter),
        }
    }

    /// An octal escape, or a reference to a group.
    fn number_escape(&mut self, first: u32) -> Read<Node> {
        let mut digits = vec![first];
        if first == u32::from(b'0') {
            digits.extend(self.source.digits(2, 8)?);
            return Ok(Node::Char(number(&digits, 8)));
        }
        digits.extend(self.source.digits(1, 10)?);
        let octal = |points: &[u32]| points.iter().all(|point| (0x30..0x38).contains(point));
        if digits.len() == 2 && octal(&digits) {
            digits.extend(self.source.digits(1, 8)?);
            if digits.len() == 3 {
                let point = number(&digits, 8);
                return if point > 0o377 {
                    Err(octal_error(&self.source, &digits))
                } else {
                    Ok(Node::Char(point))
                };
            }
        }
        let group = decimal(&digits).unwrap_or(0);
        let width = match self.widths.get(group as usize) {
            None => {
                let message = format!("invalid group reference {}", without_zeros(&digits));
                return Err(self.source.error(&message, digits.len()));
            }
            Some(None) => {
                let message = "cannot refer to an open group";
                return Err(self.source.error(message, digits.len() + 1));
            }
            Some(Some(width)) => *width,
        };
        self.check_behind(group)?;
        Ok(Node::Reference { group: group as u32, width })
    }

    /// Refuses a reference out of a look-behind to a group that is not complete before it.
    pub(super) fn check_behind(&self, group: u64) -> Read<()> {
        let Some(behind) = self.behind else { return Ok(()) };
        if !matches!(self.widths.get(group as usize), Some(Some(_))) {
            return Err(self.source.error("cannot refer to an open group", 0));
        }
        if group >= behind.into() {
            let message = "cannot refer to group defined in the same lookbehind subpattern";
            return Err(self.source.error(message, 0));
        }
        Ok(())
    }

    /// What an escape within a set stands for.
    pub(super) fn set_escape(&mut self, token: Token) -> Read<Item> {
        let letter = token.escaped.unwrap_or(token.first);
        if let Some(point) = control(letter) {
            return Ok(Item::Char(point));
        }
        if let Some(category) = category(letter) {
            return Ok(category);
        }
        if let Some(point) = character(&mut self.source, letter)? {
            return Ok(Item::Char(point));
        }
        if !(0x30..0x38).contains(&letter) {
            let shown = spell(&[letter]);
            return Err(self.source.error(&format!("bad escape \\{shown}"), 2));
        }
        let mut digits = vec![letter];
        digits.extend(self.source.digits(2, 8)?);
        match number(&digits, 8) {
            point @ 0..=0o377 => Ok(Item::Char(point)),
            _ => Err(octal_error(&self.source, &digits)),
        }
    }
}
