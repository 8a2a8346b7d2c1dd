//! The text that is searched, by places in its bytes.

use objmodel::objects::codepoints::{decode, decode_last};

/// A text whose characters are found one behind the other, in both directions.
pub(super) trait Subject: Copy {
    /// The bytes up to where the search ends.
    fn bytes(&self) -> &[u8];

    /// The character at a place, and the place behind it.
    fn next(&self, at: usize) -> Option<(u32, usize)>;

    /// The character before a place, and where it begins.
    fn previous(&self, at: usize) -> Option<(u32, usize)>;

    /// The place so many characters before a place, if there is one, and what finding it took.
    fn back(&self, at: usize, count: usize) -> (Option<usize>, usize);
}

/// Bytes, or text of nothing but ASCII.
#[derive(Clone, Copy)]
pub(super) struct Narrow<'a>(pub(super) &'a [u8]);

/// Text of any kind.
#[derive(Clone, Copy)]
pub(super) struct Wide<'a>(pub(super) &'a [u8]);

impl Subject for Narrow<'_> {
    #[inline]
    fn bytes(&self) -> &[u8] {
        self.0
    }

    #[inline]
    fn next(&self, at: usize) -> Option<(u32, usize)> {
        self.0.get(at).map(|&byte| (byte.into(), at + 1))
    }

    #[inline]
    fn previous(&self, at: usize) -> Option<(u32, usize)> {
        let before = at.checked_sub(1)?;
        self.0.get(before).map(|&byte| (byte.into(), before))
    }

    #[inline]
    fn back(&self, at: usize, count: usize) -> (Option<usize>, usize) {
        (at.checked_sub(count), 0)
    }
}

impl Subject for Wide<'_> {
    #[inline]
    fn bytes(&self) -> &[u8] {
        self.0
    }

    #[inline]
    fn next(&self, at: usize) -> Option<(u32, usize)> {
        match *self.0.get(at)? {
            ascii @ 0..0x80 => Some((ascii.into(), at + 1)),
            _ => decode(self.0.get(at..)?).map(|(point, len)| (point, at + len)),
        }
    }

    #[inline]
    fn previous(&self, at: usize) -> Option<(u32, usize)> {
        decode_last(self.0.get(..at)?).map(|(point, len)| (point, at - len))
    }

    fn back(&self, at: usize, count: usize) -> (Option<usize>, usize) {
        // A character takes at least a byte.
        if at < count {
            return (None, 0);
        }
        let mut place = Some(at);
        for _ in 0..count {
            let Some((_, before)) = place.and_then(|at| self.previous(at)) else {
                return (None, count);
            };
            place = Some(before);
        }
        (place, count)
    }
}
