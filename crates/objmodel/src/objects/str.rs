//! Text: any sequence of code points, lone surrogates too, as WTF-8.

use std::cell::Cell;

use objmodel_gc::{ByteMeter, ClearSink, Gc, OutOfMemory, Payload, Trace, Visitor};
use objmodel_slots::CompareOp;

use super::codepoints::{self, CodePointIndex};

/// The payload of `str`.
///
/// The text is UTF-8 that may also hold encoded lone surrogates. ASCII text is indexed directly;
/// other text has an index of offsets if it is long, so that the n-th code point is found in
/// constant time.
pub struct StrObject {
    /// The hash, or -1 if it was not asked yet.
    pub(crate) hash: Cell<i64>,
    text: Text,
}

/// A handle to a `str`.
pub type Str = Gc<StrObject>;

/// Up to so many bytes lie in the object itself.
const SHORT: usize = 29;

/// Where the bytes are, and how code points are found among them.
enum Text {
    /// In the object, with the number of bytes and of code points.
    Short { len: u8, points: u8, bytes: [u8; SHORT] },
    /// Longer text of nothing but ASCII.
    Ascii(Box<[u8]>),
    /// Longer text of any kind.
    Indexed(Box<[u8]>, Box<CodePointIndex>),
    /// Longer text that was appended to, with room for more.
    Growing(Box<Growing>),
}

/// Text that grows while nobody else refers to it.
struct Growing {
    bytes: Vec<u8>,
    /// How many bytes are charged for.
    room: usize,
    /// Of text that is not ASCII.
    index: Option<CodePointIndex>,
}

const _: () = assert!(size_of::<StrObject>() == 40);

impl Text {
    fn short(bytes: [u8; SHORT], len: usize, ascii: bool) -> Text {
        let text = bytes.get(..len).unwrap_or(&bytes);
        let points = if ascii || text.is_ascii() { len } else { codepoints::count(text) };
        Text::Short { len: len as u8, points: points as u8, bytes }
    }

    fn long(bytes: Vec<u8>, ascii: bool) -> Text {
        if ascii || bytes.is_ascii() {
            return Text::Ascii(bytes.into_boxed_slice());
        }
        let index = CodePointIndex::new(&bytes);
        Text::Indexed(bytes.into_boxed_slice(), Box::new(index))
    }
}

impl StrObject {
    /// Takes bytes that are WTF-8.
    #[inline]
    pub(crate) fn new(text: &[u8]) -> StrObject {
        StrObject::of_parts(text.len(), false, std::iter::once(text))
    }

    /// The parts, which have `len` bytes together, in one; `ascii` says that all of them are known
    /// to be ASCII.
    #[inline]
    pub(crate) fn of_parts<'a>(
        len: usize,
        ascii: bool,
        parts: impl Iterator<Item = &'a [u8]>,
    ) -> StrObject {
        if len > SHORT {
            let mut bytes = Vec::with_capacity(len);
            parts.for_each(|part| bytes.extend_from_slice(part));
            return StrObject::from(Text::long(bytes, ascii));
        }
        let mut bytes = [0; SHORT];
        let mut at = 0;
        for part in parts {
            if let Some(place) = bytes.get_mut(at..at + part.len()) {
                place.copy_from_slice(part);
                at += part.len();
            }
        }
        StrObject::from(Text::short(bytes, at, ascii))
    }

    /// Takes a buffer over, unless the text is short.
    pub(crate) fn of_buffer(bytes: Vec<u8>) -> StrObject {
        if bytes.len() > SHORT {
            return StrObject::from(Text::long(bytes, false));
        }
        StrObject::new(&bytes)
    }

    /// The text as WTF-8.
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.text {
            Text::Short { len, bytes, .. } => &bytes[..usize::from(*len).min(SHORT)],
            Text::Ascii(bytes) | Text::Indexed(bytes, _) => bytes,
            Text::Growing(text) => &text.bytes,
        }
    }

    /// The text, in which lone surrogates are spelled so that [`Runtime::str`](crate::Runtime::str) makes the same text of it
    /// (see [`spelling`](super::spelling)); [`StrObject::to_str`] tells whether there are any.
    pub fn as_str(&self) -> std::borrow::Cow<'_, str> {
        super::spelling::spelled(self.as_bytes())
    }

    /// The text, unless it holds a lone surrogate.
    #[inline]
    pub fn to_str(&self) -> Option<&str> {
        std::str::from_utf8(self.as_bytes()).ok()
    }

    /// The number of code points.
    #[inline]
    pub fn len(&self) -> usize {
        match &self.text {
            Text::Short { points, .. } => usize::from(*points),
            Text::Ascii(bytes) => bytes.len(),
            Text::Indexed(_, index) => index.len(),
            Text::Growing(text) => text.index.as_ref().map_or(text.bytes.len(), |i| i.len()),
        }
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.as_bytes().is_empty()
    }

    /// Whether all code points are below 128, so that bytes and code points coincide.
    #[inline]
    pub fn is_ascii(&self) -> bool {
        match &self.text {
            Text::Short { len, points, .. } => len == points,
            Text::Ascii(_) => true,
            Text::Indexed(..) => false,
            Text::Growing(text) => text.index.is_none(),
        }
    }

    /// Where the code point of number `position` begins; the length in bytes past the end.
    /// Constant time.
    #[inline]
    pub fn byte_offset(&self, position: usize) -> usize {
        let bytes = self.as_bytes();
        if self.is_ascii() {
            return position.min(bytes.len());
        }
        match self.index() {
            Some(index) => index.byte_offset(bytes, position),
            None => codepoints::offset(bytes, position),
        }
    }

    /// The number of code points before byte `offset`, which is a boundary. Logarithmic time for text
    /// that is not ASCII.
    pub fn position(&self, offset: usize) -> usize {
        if self.is_ascii() {
            return offset;
        }
        match self.index() {
            Some(index) => index.position(self.as_bytes(), offset),
            None => codepoints::count(self.as_bytes().get(..offset).unwrap_or_default()),
        }
    }

    /// Where code points begin in longer text that is not ASCII.
    #[inline]
    fn index(&self) -> Option<&CodePointIndex> {
        match &self.text {
            Text::Indexed(_, index) => Some(index),
            Text::Growing(text) => text.index.as_ref(),
            Text::Short { .. } | Text::Ascii(_) => None,
        }
    }

    /// Whether [`StrObject::append`] takes less than the copying of the whole text.
    #[inline]
    pub(crate) fn grows(&self) -> bool {
        !matches!(self.text, Text::Short { .. })
    }

    /// Appends to longer text that nobody else refers to, with room for as much as a quarter of it, so
    /// that appending again and again takes linear time.
    pub(crate) fn append(
        &mut self,
        meter: &ByteMeter,
        tail: &StrObject,
    ) -> std::result::Result<(), OutOfMemory> {
        let (old, room) = match &self.text {
            Text::Growing(text) => (text.bytes.len(), text.room),
            _ => (self.as_bytes().len(), self.as_bytes().len()),
        };
        let len = old.saturating_add(tail.as_bytes().len());
        let wanted = if len > room { len.saturating_add(len / 4) } else { room };
        meter.charge(str_bytes(wanted) - str_bytes(room))?;
        let empty = Text::Short { len: 0, points: 0, bytes: [0; SHORT] };
        let mut text = match std::mem::replace(&mut self.text, empty) {
            Text::Growing(text) => text,
            Text::Ascii(bytes) => Box::new(Growing { bytes: bytes.into_vec(), room, index: None }),
            Text::Indexed(bytes, index) => {
                Box::new(Growing { bytes: bytes.into_vec(), room, index: Some(*index) })
            }
            Text::Short { len, bytes, .. } => {
                let bytes = bytes.get(..usize::from(len)).unwrap_or_default().to_vec();
                let index = (!bytes.is_ascii()).then(|| CodePointIndex::new(&bytes));
                Box::new(Growing { bytes, room, index })
            }
        };
        text.bytes.reserve_exact(wanted - old);
        text.room = wanted;
        text.bytes.extend_from_slice(tail.as_bytes());
        match &mut text.index {
            Some(index) => index.extend(&text.bytes, old),
            None if tail.is_ascii() => {}
            None => text.index = Some(CodePointIndex::new(&text.bytes)),
        }
        self.text = Text::Growing(text);
        self.hash.set(-1);
        Ok(())
    }

    /// The code point of number `position`. Constant time.
    #[inline]
    pub fn code_point(&self, position: usize) -> Option<u32> {
        let bytes = self.as_bytes();
        if self.is_ascii() {
            return bytes.get(position).map(|&ascii| u32::from(ascii));
        }
        codepoints::decode(bytes.get(self.byte_offset(position)..)?).map(|(point, _)| point)
    }

    /// `self op other`. Code points are ordered as their encodings are.
    #[inline]
    pub fn compare(&self, op: CompareOp, other: &StrObject) -> bool {
        let (own, other) = (self.as_bytes(), other.as_bytes());
        match op {
            CompareOp::Eq => own == other,
            CompareOp::Ne => own != other,
            _ => op.matches(own.cmp(other)),
        }
    }

    /// The code points in order.
    pub fn code_points(&self) -> codepoints::CodePoints<'_> {
        codepoints::CodePoints::new(self.as_bytes())
    }
}

impl From<Text> for StrObject {
    #[inline]
    fn from(text: Text) -> StrObject {
        StrObject { hash: Cell::new(-1), text }
    }
}

impl std::fmt::Debug for StrObject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

impl Trace for StrObject {
    fn trace(&self, _: &mut Visitor<'_>) {}
    fn clear(&mut self, _: &mut ClearSink) {}
}

impl Payload for StrObject {
    const EXTENSIBLE: bool = true;

    const LEAF: bool = true;
    const FROZEN: bool = true;

    /// The text between quotes; of a long one the beginning.
    fn describe(&self) -> Option<String> {
        const SHOWN: usize = 200;
        let text =
            String::from_utf8_lossy(&self.as_bytes()[..self.as_bytes().len().min(4 * SHOWN)]);
        let end = text.char_indices().nth(SHOWN).map_or(text.len(), |(end, _)| end);
        let rest = if end < text.len() { "..." } else { "" };
        Some(format!("'{}{rest}'", text[..end].escape_debug()))
    }

    fn external_bytes(&self) -> usize {
        match &self.text {
            Text::Growing(text) => str_bytes(text.room),
            _ => str_bytes(self.as_bytes().len()),
        }
    }
}

/// What a text of `len` bytes is charged beyond its object: its own buffer, if it has one, and
/// room for the index. The same for ASCII and other text, so that it is known beforehand.
pub(crate) fn str_bytes(len: usize) -> usize {
    if len > SHORT { len + len / 8 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts around the longest short one, of code points of each length and of a mixture.
    fn texts() -> Vec<Vec<u8>> {
        let mut texts = Vec::new();
        for alphabet in [&[0x61][..], &[0xE9], &[0xD800], &[0x1_F600], &[0x61, 0xE9, 0x20AC]] {
            for len in [0, 1, 6, 7, 8, 9, 10, 14, 15, 28, 29, 30, 31, 32, 33, 65] {
                let mut text = Vec::new();
                let points = alphabet.iter().cycle().take(len);
                points.for_each(|&point| codepoints::push(&mut text, point));
                texts.push(text);
            }
        }
        texts
    }

    #[test]
    fn every_kind_of_text_answers_alike() {
        for text in texts() {
            let points: Vec<u32> = codepoints::CodePoints::new(&text).collect();
            let (head, tail) = text.split_at(text.len() / 2);
            for object in [
                StrObject::new(&text),
                StrObject::of_parts(text.len(), text.is_ascii(), [head, tail].into_iter()),
                StrObject::of_buffer(text.clone()),
            ] {
                assert_eq!(object.as_bytes(), text);
                assert_eq!(object.len(), points.len());
                assert_eq!(object.is_ascii(), text.is_ascii());
                assert_eq!(object.is_empty(), text.is_empty());
                let mut offset = 0;
                for (position, &point) in points.iter().enumerate() {
                    assert_eq!(object.byte_offset(position), offset);
                    assert_eq!(object.position(offset), position);
                    assert_eq!(object.code_point(position), Some(point));
                    offset += codepoints::encoded_len(point);
                }
                assert_eq!(object.byte_offset(points.len()), text.len());
                assert_eq!(object.byte_offset(usize::MAX), text.len());
                assert_eq!(object.code_point(points.len()), None);
            }
        }
    }
}
