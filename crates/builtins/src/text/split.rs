//! Splitting and stripping texts. Results are ranges of bytes, so that nothing is copied here.

use std::ops::Range;

use memchr::memmem;
use objmodel::gc::{ChargedVec, OutOfMemory};

use super::unicode;

/// What counts as blank, and how long the unit at a place is.
pub trait Alphabet {
    /// The length in bytes of the unit at the beginning, and whether it is blank.
    fn first(&self, text: &[u8]) -> Option<(usize, bool)>;
    /// The length in bytes of the unit at the end, and whether it is blank.
    fn last(&self, text: &[u8]) -> Option<(usize, bool)>;

    /// The length of what is blank, or is not, at the beginning.
    #[inline]
    fn run(&self, text: &[u8], blank: bool) -> usize {
        let mut rest = text;
        while let Some((len, found)) = self.first(rest)
            && found == blank
        {
            rest = rest.get(len..).unwrap_or_default();
        }
        text.len() - rest.len()
    }
}

/// Bytes: blank is ASCII whitespace.
pub struct Bytes;

impl Alphabet for Bytes {
    fn first(&self, text: &[u8]) -> Option<(usize, bool)> {
        Some((1, super::predicate::is_byte_space(*text.first()?)))
    }

    fn last(&self, text: &[u8]) -> Option<(usize, bool)> {
        Some((1, super::predicate::is_byte_space(*text.last()?)))
    }
}

/// Code points: blank is what Unicode calls so.
pub struct Points;

impl Alphabet for Points {
    fn first(&self, text: &[u8]) -> Option<(usize, bool)> {
        let (point, len) = super::codepoints::decode(text)?;
        Some((len, unicode::is_space(point)))
    }

    #[inline]
    fn run(&self, text: &[u8], blank: bool) -> usize {
        let mut at = 0;
        while let Some(&byte) = text.get(at) {
            let (len, found) = match byte {
                b'a'..=b'z' => (1, false),
                ..0x80 => (1, unicode::is_space(byte.into())),
                _ => self.first(text.get(at..).unwrap_or_default()).unwrap_or((1, false)),
            };
            if found != blank {
                break;
            }
            at += len;
        }
        at
    }

    fn last(&self, text: &[u8]) -> Option<(usize, bool)> {
        let (point, len) = super::codepoints::decode_last(text)?;
        Some((len, unicode::is_space(point)))
    }
}

/// The part without leading blanks, trailing blanks, or both.
pub fn strip(text: &[u8], alphabet: &impl Alphabet, left: bool, right: bool) -> Range<usize> {
    let (mut start, mut end) = (0, text.len());
    while left && let Some((len, true)) = alphabet.first(&text[start..end]) {
        start += len;
    }
    while right && let Some((len, true)) = alphabet.last(&text[start..end]) {
        end -= len;
    }
    start..end
}

/// The parts of a text that was split, in order.
pub type Parts = ChargedVec<Range<usize>>;

/// Splits at runs of blanks, at most `limit` times from the left.
///
/// # Errors
/// No room for the parts.
pub fn blanks(
    text: &[u8],
    alphabet: &impl Alphabet,
    limit: usize,
    parts: &mut Parts,
) -> Result<(), OutOfMemory> {
    let mut at = 0;
    loop {
        at += alphabet.run(&text[at..], true);
        if at == text.len() {
            return Ok(());
        }
        if parts.len() == limit {
            parts.push(at..text.len())?;
            return Ok(());
        }
        let start = at;
        at += alphabet.run(&text[at..], false);
        parts.push(start..at)?;
    }
}

/// Splits at runs of blanks, at most `limit` times from the right; in order from the left.
///
/// # Errors
/// No room for the parts.
pub fn blanks_from_right(
    text: &[u8],
    alphabet: &impl Alphabet,
    limit: usize,
    parts: &mut Parts,
) -> Result<(), OutOfMemory> {
    let mut end = text.len();
    loop {
        while let Some((len, true)) = alphabet.last(&text[..end]) {
            end -= len;
        }
        if end == 0 {
            break;
        }
        if parts.len() == limit {
            parts.push(0..end)?;
            break;
        }
        let stop = end;
        while let Some((len, false)) = alphabet.last(&text[..end]) {
            end -= len;
        }
        parts.push(end..stop)?;
    }
    parts.reverse();
    Ok(())
}

/// Splits at a separator that is not empty, at most `limit` times from the left.
///
/// # Errors
/// No room for the parts.
pub fn separator(
    text: &[u8],
    separator: &[u8],
    limit: usize,
    parts: &mut Parts,
) -> Result<(), OutOfMemory> {
    let mut start = 0;
    let finder = memmem::Finder::new(separator);
    while parts.len() < limit
        && let Some(at) = finder.find(&text[start..])
    {
        parts.push(start..start + at)?;
        start += at + separator.len();
    }
    parts.push(start..text.len())?;
    Ok(())
}

/// Splits at a separator, from the right; the parts are in order from the left.
///
/// # Errors
/// No room for the parts.
pub fn separator_from_right(
    text: &[u8],
    separator: &[u8],
    limit: usize,
    parts: &mut Parts,
) -> Result<(), OutOfMemory> {
    let mut end = text.len();
    let finder = memmem::FinderRev::new(separator);
    while parts.len() < limit
        && let Some(at) = finder.rfind(&text[..end])
    {
        parts.push(at + separator.len()..end)?;
        end = at;
    }
    parts.push(0..end)?;
    parts.reverse();
    Ok(())
}

/// Lines, without their ends unless `keep`. `break_at` tells the length of a line break that begins
/// at a place, 0 if there is none.
///
/// # Errors
/// No room for the parts.
pub fn lines(
    text: &[u8],
    keep: bool,
    break_at: impl Fn(&[u8]) -> usize,
    parts: &mut Parts,
) -> Result<(), OutOfMemory> {
    let (mut start, mut at) = (0, 0);
    while at < text.len() {
        let len = break_at(&text[at..]);
        if len == 0 {
            at += 1;
            continue;
        }
        parts.push(start..if keep { at + len } else { at })?;
        at += len;
        start = at;
    }
    if start < text.len() {
        parts.push(start..text.len())?;
    }
    Ok(())
}

/// The length of the line break that `bytes.splitlines` sees at the beginning.
pub fn byte_break(text: &[u8]) -> usize {
    match text {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

/// The length of the line break that `str.splitlines` sees at the beginning.
pub fn point_break(text: &[u8]) -> usize {
    match text {
        [b'\r', b'\n', ..] => return 2,
        // The inside of a character.
        [0x80..=0xbf, ..] => return 0,
        _ => {}
    }
    match super::codepoints::decode(text) {
        Some((point, len)) if unicode::is_line_break(point) => len,
        _ => 0,
    }
}
