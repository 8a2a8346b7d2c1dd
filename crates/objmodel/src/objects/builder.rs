//! Text in the making.

use std::fmt;

use smallvec::SmallVec;

use super::codepoints;
use super::str::Str;
use crate::raise::Result;
use crate::runtime::Runtime;

/// A machine word has no more decimal digits.
const MAX_DIGITS: usize = 20;

/// The digits of the numbers below 100.
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[b'0'; 2]; 100];
    let mut n = 0;
    while n < 100 {
        pairs[n] = [b'0' + n as u8 / 10, b'0' + n as u8 % 10];
        n += 1;
    }
    pairs
};

/// WTF-8 that grows piece by piece. Short text takes no allocation.
///
/// What a script can make large is checked with [`TextBuilder::room`] before it is appended.
#[derive(Clone, Debug, Default)]
pub struct TextBuilder {
    bytes: SmallVec<[u8; INLINE]>,
}

/// So many bytes take no allocation.
const INLINE: usize = 64;

impl TextBuilder {
    /// No text yet.
    #[inline]
    pub fn new() -> TextBuilder {
        TextBuilder::default()
    }

    /// The text so far.
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The text so far, to change in place.
    #[inline]
    pub fn as_mut_bytes(&mut self) -> &mut [u8] {
        &mut self.bytes
    }

    /// Fails if the buffer had to grow beyond the limit for `additional` bytes more.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn room(&self, rt: &Runtime, additional: usize) -> Result<()> {
        let len = self.bytes.len().saturating_add(additional);
        if len <= self.bytes.capacity() {
            return Ok(());
        }
        rt.check_room(len.checked_next_power_of_two().unwrap_or(len))
    }

    /// Appends a text.
    #[inline]
    pub fn push(&mut self, text: &[u8]) {
        self.bytes.extend_from_slice(text);
    }

    /// Appends an ASCII character.
    #[inline]
    pub fn push_byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// Appends a code point, which is at most [`codepoints::MAX_CODE_POINT`].
    #[inline]
    pub fn push_point(&mut self, point: u32) {
        let (text, len) = codepoints::encode(point);
        self.push(text.get(..len).unwrap_or_default());
    }

    /// Appends a text so many times.
    #[inline]
    pub fn repeat(&mut self, text: &[u8], times: usize) {
        match text {
            _ if times == 0 => {}
            [byte] => self.bytes.resize(self.bytes.len() + times, *byte),
            _ => (0..times).for_each(|_| self.push(text)),
        }
    }

    /// Appends a number in decimal.
    #[inline]
    pub fn push_integer(&mut self, n: i64) {
        if n < 0 {
            self.push_byte(b'-');
        }
        self.push_digits(n.unsigned_abs(), 1);
    }

    /// Appends a number in decimal, with zeros before it up to `least` digits, 20 at most.
    pub fn push_digits(&mut self, n: u64, least: usize) {
        let mut pairs = [*b"00"; MAX_DIGITS / 2];
        let (mut zeros, mut rest) = (MAX_DIGITS, n);
        for pair in pairs.iter_mut().rev() {
            if rest == 0 {
                break;
            }
            (*pair, rest) = (PAIRS[(rest % 100) as usize], rest / 100);
            zeros -= 2;
        }
        let digits = pairs.as_flattened();
        zeros += usize::from(digits.get(zeros) == Some(&b'0'));
        zeros = zeros.min(MAX_DIGITS.saturating_sub(least));
        self.push(digits.get(zeros..).unwrap_or_default());
    }

    /// Cuts the text off behind `len` bytes.
    pub fn truncate(&mut self, len: usize) {
        self.bytes.truncate(len);
    }

    /// Puts a byte before the one at a place.
    pub fn insert(&mut self, place: usize, byte: u8) {
        self.bytes.insert(place.min(self.bytes.len()), byte);
    }

    /// Removes the byte at a place.
    pub fn remove(&mut self, place: usize) {
        if place < self.bytes.len() {
            self.bytes.remove(place);
        }
    }

    /// The text as a `str`.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn finish(self, rt: &Runtime) -> Result<Str> {
        if self.bytes.spilled() {
            return rt.str_from_buffer(self.bytes.into_vec());
        }
        rt.str_from_bytes(&self.bytes)
    }
}

impl fmt::Write for TextBuilder {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push(text.as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_standard_library_does() {
        for n in [0, 1, 9, 10, 99, 100, 1234567, i64::MAX, -1, -10, i64::MIN] {
            let mut text = TextBuilder::new();
            text.push_integer(n);
            assert_eq!(text.as_bytes(), n.to_string().as_bytes());
        }
        for (n, least, expected) in [
            (0, 0, ""),
            (0, 3, "000"),
            (7, 3, "007"),
            (1234, 3, "1234"),
            (1, 20, "00000000000000000001"),
        ] {
            let mut text = TextBuilder::new();
            text.push_digits(n, least);
            assert_eq!(text.as_bytes(), expected.as_bytes());
        }
    }
}
