//! The empty string and the strings of one Latin-1 character, of which a runtime has one each.

use std::cell::OnceCell;

use crate::objects::str::Str;

/// The strings made so far.
pub(crate) struct Characters {
    empty: OnceCell<Str>,
    latin1: Box<[OnceCell<Str>; 256]>,
}

impl Characters {
    /// None but the empty string.
    pub(crate) fn new(empty: Str) -> Characters {
        let latin1 = Box::new([const { OnceCell::new() }; 256]);
        Characters { empty: OnceCell::from(empty), latin1 }
    }

    /// Where the one string with this text is kept, if it is so short.
    #[inline]
    pub(crate) fn place(&self, text: &[u8]) -> Option<&OnceCell<Str>> {
        match *text {
            [] => Some(&self.empty),
            [ascii @ 0..0x80] => Some(&self.latin1[usize::from(ascii)]),
            [lead @ 0xC2..=0xC3, last] => {
                Some(&self.latin1[usize::from(lead & 1) << 6 | usize::from(last & 0x3F) | 0x80])
            }
            _ => None,
        }
    }

    /// Where the one string of this code point is kept, if it is of Latin-1.
    #[inline]
    pub(crate) fn of_point(&self, point: u32) -> Option<&OnceCell<Str>> {
        self.latin1.get(point as usize)
    }
}
