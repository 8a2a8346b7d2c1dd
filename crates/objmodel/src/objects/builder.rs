//! Text in the making.

use std::fmt;

use objmodel_gc::{Account, OutOfMemory};
use smallvec::SmallVec;

use super::bytes::Bytes;
use super::codepoints;
use super::str::Str;
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

/// WTF-8, or any bytes, that grow piece by piece. Short text takes no allocation.
///
/// The buffer is charged before it grows, for as long as the builder is there: this is the one way
/// to text whose length nobody knows beforehand. What is refused fails, and is not appended.
pub struct TextBuilder {
    bytes: SmallVec<[u8; INLINE]>,
    account: Account,
}

/// So many bytes take no allocation.
const INLINE: usize = 64;

/// Whether there was room.
pub type Grown = Result<(), OutOfMemory>;

impl TextBuilder {
    /// No text yet.
    #[inline]
    pub fn new(rt: &Runtime) -> TextBuilder {
        TextBuilder::charging(Account::new(&rt.heap))
    }

    /// No text yet, to be charged to this account.
    #[inline]
    pub fn charging(account: Account) -> TextBuilder {
        TextBuilder { bytes: SmallVec::new(), account }
    }

    /// An empty builder that charges the same heap.
    #[inline]
    pub fn sibling(&self) -> TextBuilder {
        TextBuilder::charging(self.account.sibling())
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

    /// Makes room for `additional` bytes more.
    ///
    /// # Errors
    /// The limit or the system refuses.
    #[inline]
    pub fn reserve(&mut self, additional: usize) -> Grown {
        // The lengths of slices cannot overflow together, but a width that a script gives can.
        match self.bytes.len().checked_add(additional) {
            Some(len) if len <= self.bytes.capacity() => Ok(()),
            Some(len) => self.grow(len),
            None => Err(OutOfMemory),
        }
    }

    /// Room for `len` bytes together: for twice as many as there was room for, or exactly those if
    /// the limit forbids more.
    #[cold]
    #[inline(never)]
    fn grow(&mut self, len: usize) -> Grown {
        let generous = len.max(self.bytes.capacity() * 2);
        self.grow_to(generous).or_else(|OutOfMemory| self.grow_to(len))
    }

    fn grow_to(&mut self, capacity: usize) -> Grown {
        let before = if self.bytes.spilled() { self.bytes.capacity() } else { 0 };
        let growth = capacity.saturating_sub(before);
        self.account.charge(growth)?;
        let additional = capacity - self.bytes.len();
        match self.bytes.try_reserve_exact(additional) {
            Ok(()) => Ok(()),
            Err(_) => {
                self.account.refund(growth);
                Err(OutOfMemory)
            }
        }
    }

    /// Charges `bytes` for what is needed while the text grows, until the builder goes.
    ///
    /// # Errors
    /// The limit refuses.
    pub fn charge(&mut self, bytes: usize) -> Grown {
        self.account.charge(bytes)
    }

    /// Appends a text.
    ///
    /// # Errors
    /// As for [`TextBuilder::reserve`].
    #[inline]
    pub fn push(&mut self, text: &[u8]) -> Grown {
        self.reserve(text.len())?;
        self.bytes.extend_from_slice(text);
        Ok(())
    }

    /// Appends a text, or raises.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn append(&mut self, rt: &Runtime, text: &[u8]) -> crate::Result<()> {
        self.push(text).map_err(|refused| rt.out_of_memory(refused))
    }

    /// Appends an ASCII character.
    ///
    /// # Errors
    /// As for [`TextBuilder::reserve`].
    #[inline]
    pub fn push_byte(&mut self, byte: u8) -> Grown {
        self.reserve(1)?;
        self.bytes.push(byte);
        Ok(())
    }

    /// Appends a code point, which is at most [`codepoints::MAX_CODE_POINT`].
    ///
    /// # Errors
    /// As for [`TextBuilder::reserve`].
    #[inline]
    pub fn push_point(&mut self, point: u32) -> Grown {
        let (text, len) = codepoints::encode(point);
        self.push(text.get(..len).unwrap_or_default())
    }

    /// Appends a text so many times.
    ///
    /// # Errors
    /// As for [`TextBuilder::reserve`].
    #[inline]
    pub fn repeat(&mut self, text: &[u8], times: usize) -> Grown {
        if times == 0 {
            return Ok(());
        }
        self.reserve(text.len().saturating_mul(times))?;
        match text {
            [byte] => self.bytes.resize(self.bytes.len() + times, *byte),
            _ => (0..times).for_each(|_| self.bytes.extend_from_slice(text)),
        }
        Ok(())
    }

    /// Appends a number in decimal.
    ///
    /// # Errors
    /// As for [`TextBuilder::reserve`].
    #[inline]
    pub fn push_integer(&mut self, n: i64) -> Grown {
        if n < 0 {
            self.push_byte(b'-')?;
        }
        self.push_digits(n.unsigned_abs(), 1)
    }

    /// Appends a number in decimal, with zeros before it up to `least` digits, 20 at most.
    ///
    /// # Errors
    /// As for [`TextBuilder::reserve`].
    pub fn push_digits(&mut self, n: u64, least: usize) -> Grown {
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
        self.push(digits.get(zeros..).unwrap_or_default())
    }

    /// Cuts the text off behind `len` bytes.
    pub fn truncate(&mut self, len: usize) {
        self.bytes.truncate(len);
    }

    /// Puts a byte before the one at a place.
    ///
    /// # Errors
    /// As for [`TextBuilder::reserve`].
    pub fn insert(&mut self, place: usize, byte: u8) -> Grown {
        self.reserve(1)?;
        self.bytes.insert(place.min(self.bytes.len()), byte);
        Ok(())
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
    pub fn finish(mut self, rt: &Runtime) -> crate::Result<Str> {
        if !self.bytes.spilled() {
            return rt.str_from_bytes(&self.bytes);
        }
        let text = std::mem::take(&mut self.bytes).into_vec();
        self.account.settle();
        rt.str_from_buffer(text)
    }

    /// The bytes as a `bytes`.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn finish_bytes(mut self, rt: &Runtime) -> crate::Result<Bytes> {
        if !self.bytes.spilled() {
            return rt.bytes(&self.bytes);
        }
        let bytes = std::mem::take(&mut self.bytes).into_vec();
        self.account.settle();
        rt.bytes_from_buffer(bytes)
    }
}

impl fmt::Write for TextBuilder {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push(text.as_bytes()).map_err(|OutOfMemory| fmt::Error)
    }
}

impl fmt::Debug for TextBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", String::from_utf8_lossy(&self.bytes))
    }
}

#[cfg(test)]
mod tests {
    use objmodel_gc::{Heap, HeapConfig};

    use super::*;

    fn limited(max_bytes: usize) -> TextBuilder {
        TextBuilder::charging(Account::new(&Heap::new(HeapConfig { max_bytes })))
    }

    #[test]
    fn text_is_charged_before_it_grows() {
        let heap = Heap::new(HeapConfig { max_bytes: heap_bytes() + 10_000 });
        let mut text = TextBuilder::charging(Account::new(&heap));
        let before = heap.bytes().used();
        assert_eq!(text.push(&[b'a'; INLINE]), Ok(()));
        assert_eq!(heap.bytes().used(), before);
        assert_eq!(text.repeat(b"b", 6_000), Ok(()));
        assert_eq!(heap.bytes().used(), before + text.bytes.capacity());
        // Twice as much would be too much, so that exactly what is needed is charged.
        assert_eq!(text.repeat(b"c", 3_000), Ok(()));
        assert_eq!(text.repeat(b"c", 3_000), Err(OutOfMemory));
        assert_eq!(text.repeat(b"cd", usize::MAX), Err(OutOfMemory));
        assert_eq!(text.as_bytes().len(), INLINE + 9_000);
        drop(text);
        assert_eq!(heap.bytes().used(), before);
    }

    fn heap_bytes() -> usize {
        Heap::new(HeapConfig::default()).bytes().used()
    }

    #[test]
    fn numbers_are_written_as_the_standard_library_does() {
        for n in [0, 1, 9, 10, 99, 100, 1234567, i64::MAX, -1, -10, i64::MIN] {
            let mut text = limited(usize::MAX);
            assert_eq!(text.push_integer(n), Ok(()));
            assert_eq!(text.as_bytes(), n.to_string().as_bytes());
        }
        for (n, least, expected) in [
            (0, 0, ""),
            (0, 3, "000"),
            (7, 3, "007"),
            (1234, 3, "1234"),
            (1, 20, "00000000000000000001"),
        ] {
            let mut text = limited(usize::MAX);
            assert_eq!(text.push_digits(n, least), Ok(()));
            assert_eq!(text.as_bytes(), expected.as_bytes());
        }
    }
}
