//! Lone surrogates in Rust strings: names and messages pass through them, and must come back as they were.
//!
//! A surrogate is spelled by two characters that no text has in sequence: the noncharacter U+10FFFF, then one
//! of U+F0000 to U+F07FF. [`StrObject::as_str`](super::str::StrObject::as_str) spells, and
//! [`Runtime::str`](crate::Runtime::str) reads.

use std::borrow::Cow;

use super::codepoints::{self, CodePoints};

/// Begins the spelling of a surrogate.
const MARK: char = '\u{10ffff}';

/// The first byte of the mark in UTF-8, which few characters begin with.
const FIRST_BYTE: u8 = 0xf4;

/// Stands behind the mark for surrogate U+D800.
const FIRST: u32 = 0xf_0000;

/// Stands behind the mark for a mark of the text itself.
const ITSELF: u32 = FIRST + 0x800;

/// WTF-8 as a Rust string.
pub fn spelled(text: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(text) {
        Ok(text) if !text.as_bytes().contains(&FIRST_BYTE) || !text.contains(MARK) => {
            Cow::Borrowed(text)
        }
        _ => Cow::Owned(spell(text)),
    }
}

fn spell(text: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut push = |point: u32| out.extend(char::from_u32(point));
    for point in CodePoints::new(text) {
        if codepoints::is_surrogate(point) {
            push(MARK.into());
            push(FIRST + (point - 0xd800));
        } else {
            push(point);
            if point == u32::from(MARK) {
                push(ITSELF);
            }
        }
    }
    out
}

/// The WTF-8 that a Rust string spells.
pub fn read(text: &str) -> Cow<'_, [u8]> {
    if !text.as_bytes().contains(&FIRST_BYTE) || !text.contains(MARK) {
        return Cow::Borrowed(text.as_bytes());
    }
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(point) = next_point(&mut rest) {
        codepoints::push(&mut out, point);
    }
    Cow::Owned(out)
}

/// The next code point that characters spell.
pub fn next_point(text: &mut std::str::Chars<'_>) -> Option<u32> {
    let c = text.next()?;
    if c != MARK {
        return Some(c.into());
    }
    let mut ahead = text.clone();
    match ahead.next().map(u32::from) {
        Some(ITSELF) => *text = ahead,
        Some(point @ FIRST..ITSELF) => {
            *text = ahead;
            return Some(0xd800 + (point - FIRST));
        }
        _ => {}
    }
    Some(c.into())
}

/// A Rust string for people to read: surrogates as escape sequences, as standard error shows them.
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.as_bytes().contains(&FIRST_BYTE) || !text.contains(MARK) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(point) = next_point(&mut rest) {
        match char::from_u32(point) {
            Some(c) => out.push(c),
            None => out.push_str(&format!("\\u{point:04x}")),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spelled_comes_back() {
        let mark = u32::from(MARK);
        let texts: [&[u32]; 7] = [
            &[],
            &[0x61, 0xe9, 0x1_f600],
            &[0xd800],
            &[0x61, 0xdfff, 0xd800, 0x62],
            &[mark],
            &[mark, FIRST, mark, ITSELF, 0xdc00],
            &[mark, mark, 0xd801],
        ];
        for points in texts {
            let mut text = Vec::new();
            points.iter().for_each(|point| codepoints::push(&mut text, *point));
            assert_eq!(&*read(&spelled(&text)), text, "{points:x?}");
        }
    }

    #[test]
    fn people_see_escape_sequences() {
        assert_eq!(shown("plain"), "plain");
        assert_eq!(shown(&spelled(b"a\xed\xa0\x80b")), "a\\ud800b");
    }
}
