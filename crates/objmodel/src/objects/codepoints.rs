//! WTF-8: UTF-8 that may also hold lone surrogates, each encoded as three bytes.
//!
//! A `str` of Python is any sequence of code points up to U+10FFFF. Encoded surrogates that happen
//! to stand side by side stay two code points; they are never combined. So each sequence has
//! exactly one encoding, and two texts are equal, ordered and hashed by their bytes.
//!
//! Decoding trusts nothing: bytes that are not WTF-8 decode to something, and every
//! function returns without a panic.

use std::cell::Cell;

/// The largest code point.
pub const MAX_CODE_POINT: u32 = 0x10_FFFF;

/// How many code points lie between two entries of a [`CodePointIndex`].
const STRIDE: usize = 32;

/// Whether `point` is a surrogate, which UTF-8 proper cannot encode.
#[inline]
pub const fn is_surrogate(point: u32) -> bool {
    matches!(point, 0xD800..=0xDFFF)
}

/// The number of bytes that `point` takes.
#[inline]
pub const fn encoded_len(point: u32) -> usize {
    match point {
        0..=0x7F => 1,
        0x80..=0x7FF => 2,
        0x800..=0xFFFF => 3,
        _ => 4,
    }
}

/// Encodes `point`, which is at most [`MAX_CODE_POINT`], and returns the buffer and the length used.
#[inline]
pub const fn encode(point: u32) -> ([u8; 4], usize) {
    const fn tail(point: u32, shift: u32) -> u8 {
        0x80 | (point >> shift & 0x3F) as u8
    }
    match point {
        0..=0x7F => ([point as u8, 0, 0, 0], 1),
        0x80..=0x7FF => ([0xC0 | (point >> 6) as u8, tail(point, 0), 0, 0], 2),
        0x800..=0xFFFF => ([0xE0 | (point >> 12) as u8, tail(point, 6), tail(point, 0), 0], 3),
        _ => {
            let lead = 0xF0 | (point >> 18 & 7) as u8;
            ([lead, tail(point, 12), tail(point, 6), tail(point, 0)], 4)
        }
    }
}

/// Appends `point`, which is at most [`MAX_CODE_POINT`].
#[inline]
pub fn push(text: &mut Vec<u8>, point: u32) {
    // Lengths that are known make a store or two of each.
    match encode(point) {
        ([a, ..], 1) => text.push(a),
        ([a, b, ..], 2) => text.extend_from_slice(&[a, b]),
        ([a, b, c, _], 3) => text.extend_from_slice(&[a, b, c]),
        (bytes, _) => text.extend_from_slice(&bytes),
    }
}

/// Whether `byte` begins a code point.
#[inline]
pub const fn is_boundary(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// The first code point of `text` and its length in bytes; `None` if `text` is empty.
#[inline]
pub fn decode(text: &[u8]) -> Option<(u32, usize)> {
    let tail = |at: usize| u32::from(text.get(at).copied().unwrap_or(0) & 0x3F);
    let lead = u32::from(*text.first()?);
    let (point, len) = match lead {
        0..=0x7F => return Some((lead, 1)),
        0x80..=0xDF => ((lead & 0x1F) << 6 | tail(1), 2),
        0xE0..=0xEF => ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3),
        _ => ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4),
    };
    Some((point, len.min(text.len())))
}

/// The last code point of `text` and its length in bytes; `None` if `text` is empty.
#[inline]
pub fn decode_last(text: &[u8]) -> Option<(u32, usize)> {
    let floor = text.len().saturating_sub(4);
    let mut start = text.len().checked_sub(1)?;
    while start > floor && !is_boundary(text[start]) {
        start -= 1;
    }
    decode(&text[start..]).map(|(point, _)| (point, text.len() - start))
}

/// The number of code points of `text`.
pub fn count(text: &[u8]) -> usize {
    text.iter().filter(|&&byte| is_boundary(byte)).count()
}

/// Where the code point of number `position` of `text` begins; the length of `text` if there is
/// none. Takes time in proportion to `position`, eight bytes at a time.
pub fn offset(text: &[u8], position: usize) -> usize {
    let (words, rest) = text.as_chunks::<8>();
    let mut left = position;
    for (number, word) in words.iter().enumerate() {
        match nth_boundary(*word, left) {
            Ok(at) => return number * 8 + at,
            Err(begun) => left -= begun,
        }
    }
    // Bytes inside a code point behind the text count for nothing.
    let mut last = [0x80; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    nth_boundary(last, left).map_or(text.len(), |at| words.len() * 8 + at)
}

/// How many code points begin in eight bytes.
#[inline]
fn begun_in(bytes: [u8; 8]) -> usize {
    nth_boundary(bytes, usize::MAX).err().unwrap_or(0)
}

/// Which of eight bytes begins the code point of number `n` among those that begin there, or how
/// many begin there.
#[inline]
fn nth_boundary(bytes: [u8; 8], n: usize) -> Result<usize, usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const TOPS: u64 = ONES << 7;
    let bits = u64::from_le_bytes(bytes);
    // A one in each byte that begins a code point: the upper bits of the others are 10. The product
    // has in each byte how many begin up to there.
    let begun = ((!bits >> 7 | bits >> 6) & ONES).wrapping_mul(ONES);
    let count = (begun >> 56) as usize;
    if n >= count {
        return Err(count);
    }
    // The first byte with more than n.
    let more = ((begun | TOPS) - (n as u64 + 1) * ONES) & TOPS;
    Ok(more.trailing_zeros() as usize / 8)
}

/// The code points of a text in reverse order.
pub fn reversed(text: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> = text.iter().rev().copied().collect();
    let mut from = 0;
    while let Some(beyond) = out.get(from..).and_then(|rest| rest.iter().position(|b| *b >= 0x80)) {
        let start = from + beyond;
        let rest = out.get(start..).unwrap_or_default();
        // The bytes of a code point stand the other way round: what begins it comes last.
        let len = rest.iter().position(|byte| is_boundary(*byte)).map_or(rest.len(), |at| at + 1);
        if let Some(point) = out.get_mut(start..start + len) {
            point.reverse();
        }
        from = start + len;
    }
    out
}

/// The code points of a text, from either end.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    rest: &'a [u8],
}

impl<'a> CodePoints<'a> {
    /// Walks over `text`.
    #[inline]
    pub fn new(text: &'a [u8]) -> CodePoints<'a> {
        CodePoints { rest: text }
    }

    /// The text that has not been walked over.
    #[inline]
    pub fn as_bytes(&self) -> &'a [u8] {
        self.rest
    }
}

impl Iterator for CodePoints<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let (point, len) = decode(self.rest)?;
        self.rest = &self.rest[len..];
        Some(point)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.rest.len().div_ceil(4), Some(self.rest.len()))
    }

    fn count(self) -> usize {
        count(self.rest)
    }
}

impl DoubleEndedIterator for CodePoints<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<u32> {
        let (point, len) = decode_last(self.rest)?;
        self.rest = &self.rest[..self.rest.len() - len];
        Some(point)
    }
}

/// Where code points begin, for a text that is not ASCII: one offset for every 32 code points, so
/// that any of them is found after at most 31 steps. It takes a quarter of a byte per code point
/// where offsets fit 32 bits, as they do below 4 GiB.
#[derive(Clone, Debug)]
pub struct CodePointIndex {
    len: usize,
    offsets: Offsets,
    /// The position that was looked for last and its offset: the next one is often the same or
    /// close behind.
    recent: Cell<(usize, usize)>,
}

#[derive(Clone, Debug)]
enum Offsets {
    Narrow(Vec<u32>),
    Wide(Vec<usize>),
}

impl Offsets {
    fn push(&mut self, offset: usize) {
        match (&mut *self, u32::try_from(offset)) {
            (Offsets::Narrow(offsets), Ok(offset)) => offsets.push(offset),
            (Offsets::Narrow(offsets), Err(_)) => {
                let wide = offsets.iter().map(|&at| at as usize).chain([offset]);
                *self = Offsets::Wide(wide.collect());
            }
            (Offsets::Wide(offsets), _) => offsets.push(offset),
        }
    }
}

impl CodePointIndex {
    /// Indexes `text`, in one pass.
    pub fn new(text: &[u8]) -> CodePointIndex {
        let offsets = Vec::with_capacity(text.len() / (STRIDE * 2) + 1);
        let offsets = Offsets::Narrow(offsets);
        let mut index = CodePointIndex { len: 0, offsets, recent: Cell::new((0, 0)) };
        index.extend(text, 0);
        index
    }

    /// Indexes what was appended to the text that was indexed, from byte `from` of `text` on.
    pub(crate) fn extend(&mut self, text: &[u8], from: usize) {
        let (words, rest) = text.get(from..).unwrap_or_default().as_chunks::<8>();
        let mut due = self.len.next_multiple_of(STRIDE);
        let mut offset = from;
        for word in words {
            let begun = begun_in(*word);
            // At most one entry falls into a word.
            if due < self.len + begun {
                let at = nth_boundary(*word, due - self.len).unwrap_or(0);
                self.offsets.push(offset + at);
                due += STRIDE;
            }
            self.len += begun;
            offset += 8;
        }
        for (offset, _) in (offset..).zip(rest).filter(|(_, byte)| is_boundary(**byte)) {
            if self.len == due {
                self.offsets.push(offset);
                due += STRIDE;
            }
            self.len += 1;
        }
    }

    /// The number of code points.
    #[inline]
    #[expect(clippy::len_without_is_empty, reason = "an empty text is ASCII and has no index")]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Where the code point of number `position` of `text` begins; the length of `text` if there
    /// is none. `text` is the one that was indexed. Constant time.
    pub fn byte_offset(&self, text: &[u8], position: usize) -> usize {
        if position >= self.len {
            return text.len();
        }
        let (mut known, mut base) = self.recent.get();
        if position.checked_sub(known).is_none_or(|further| further > position % STRIDE) {
            let entry = position / STRIDE;
            known = entry * STRIDE;
            base = match &self.offsets {
                Offsets::Narrow(offsets) => offsets.get(entry).map_or(0, |&at| at as usize),
                Offsets::Wide(offsets) => offsets.get(entry).copied().unwrap_or(0),
            };
        }
        if position > known {
            base += offset(text.get(base..).unwrap_or_default(), position - known);
            self.recent.set((position, base));
        }
        base
    }

    /// The number of code points of `text` before byte `offset`. Logarithmic in the length.
    pub fn position(&self, text: &[u8], offset: usize) -> usize {
        let (entries, base) = match &self.offsets {
            Offsets::Narrow(offsets) => {
                let entries = offsets.partition_point(|&at| at as usize <= offset);
                (entries, entries.checked_sub(1).map_or(0, |last| offsets[last] as usize))
            }
            Offsets::Wide(offsets) => {
                let entries = offsets.partition_point(|&at| at <= offset);
                (entries, entries.checked_sub(1).map_or(0, |last| offsets[last]))
            }
        };
        let before = text.get(base..offset.min(text.len())).unwrap_or(&[]);
        entries.saturating_sub(1) * STRIDE + count(before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Code points at both sides of every change of length, surrogates, and a mix of lengths.
    fn sample(len: usize) -> Vec<u32> {
        let edges = [
            0,
            0x41,
            0x7F,
            0x80,
            0x7FF,
            0x800,
            0xD7FF,
            0xD800,
            0xDC00,
            0xDFFF,
            0xE000,
            0xFFFF,
            0x1_0000,
            MAX_CODE_POINT,
        ];
        (0..len).map(|at| edges[at * 7 % edges.len()]).collect()
    }

    fn encoded(points: &[u32]) -> Vec<u8> {
        let mut text = Vec::new();
        points.iter().for_each(|&point| push(&mut text, point));
        text
    }

    #[test]
    fn every_code_point_survives_a_round_trip() {
        for point in 0..=MAX_CODE_POINT {
            let text = encoded(&[point]);
            assert_eq!(text.len(), encoded_len(point));
            assert_eq!(decode(&text), Some((point, text.len())));
            assert_eq!(decode_last(&text), Some((point, text.len())));
            if let Some(char) = char::from_u32(point) {
                assert_eq!(text, char.to_string().into_bytes());
            }
        }
    }

    #[test]
    fn offsets_are_found_by_words() {
        for len in 0..40 {
            let text = encoded(&sample(len));
            let mut begins = (0..text.len()).filter(|&at| is_boundary(text[at]));
            for position in 0..len + 2 {
                assert_eq!(offset(&text, position), begins.next().unwrap_or(text.len()));
            }
        }
    }

    #[test]
    fn reversing_keeps_code_points_whole() {
        for len in 0..60 {
            let mut points = sample(len);
            let text = encoded(&points);
            points.reverse();
            assert_eq!(reversed(&text), encoded(&points));
        }
    }

    #[test]
    fn surrogates_stay_apart() {
        let text = encoded(&[0xD83D, 0xDE00]);
        assert_eq!(text, b"\xED\xA0\xBD\xED\xB8\x80");
        assert_eq!(CodePoints::new(&text).collect::<Vec<_>>(), [0xD83D, 0xDE00]);
    }

    #[test]
    fn bytes_order_as_code_points_do() {
        let points = sample(14);
        for &a in &points {
            for &b in &points {
                assert_eq!(encoded(&[a]).cmp(&encoded(&[b])), a.cmp(&b));
            }
        }
    }

    #[test]
    fn walks_from_both_ends() {
        let points = sample(50);
        let text = encoded(&points);
        assert!(CodePoints::new(&text).eq(points.iter().copied()));
        assert!(CodePoints::new(&text).rev().eq(points.iter().rev().copied()));
        assert_eq!(CodePoints::new(&text).count(), points.len());
    }

    #[test]
    fn index_agrees_with_a_walk() {
        for len in [1, 31, 32, 33, 64, 200] {
            let points = sample(len);
            let text = encoded(&points);
            let index = CodePointIndex::new(&text);
            assert_eq!(index.len(), len);
            let mut offset = 0;
            for (position, &point) in points.iter().enumerate() {
                assert_eq!(index.byte_offset(&text, position), offset);
                assert_eq!(index.position(&text, offset), position);
                offset += encoded_len(point);
            }
            for position in (0..len).chain((0..len).rev()).chain((0..len).map(|n| n * 7 % len)) {
                let before = points[..position].iter().map(|&point| encoded_len(point)).sum();
                assert_eq!(index.byte_offset(&text, position), before);
            }
            assert_eq!(index.byte_offset(&text, len), text.len());
            assert_eq!(index.byte_offset(&text, usize::MAX), text.len());
            assert_eq!(index.position(&text, text.len()), len);
        }
    }

    #[test]
    fn malformed_bytes_decode_without_a_panic() {
        for text in [&b"\x80"[..], b"\xE2\x82", b"\xF0", b"\xFF\xFF", b"\x80\x80\x80\x80\x80\x80"] {
            CodePoints::new(text).for_each(drop);
            CodePoints::new(text).rev().for_each(drop);
            let index = CodePointIndex::new(text);
            assert!(index.byte_offset(text, 0) <= text.len());
            assert!(index.position(text, 9) <= text.len());
        }
    }
}
