//! Text: any sequence of code points, lone surrogates too, as generalized UTF-8.

use std::cell::Cell;

use objmodel_gc::{Bin, Gc, Payload, Trace, Visitor};
use smallvec::SmallVec;

use super::codepoints::{self, CodePointIndex};

/// The payload of `str`.
///
/// The text is UTF-8 that may also hold encoded lone surrogates. ASCII text is indexed directly;
/// other text has an index of offsets, so that the n-th code point is found in constant time.
pub struct StrObject {
    /// The hash, or -1 if it was not asked yet.
    pub(crate) hash: Cell<i64>,
    bytes: SmallVec<[u8; 16]>,
    /// `None` for ASCII.
    index: Option<Box<CodePointIndex>>,
}

/// A handle to a `str`.
pub type Str = Gc<StrObject>;

impl StrObject {
    /// Takes bytes that are generalized UTF-8.
    pub(crate) fn new(bytes: SmallVec<[u8; 16]>) -> StrObject {
        let index = (!bytes.is_ascii()).then(|| Box::new(CodePointIndex::new(&bytes)));
        StrObject { hash: Cell::new(-1), bytes, index }
    }

    /// The text as generalized UTF-8.
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The text, with each lone surrogate replaced by U+FFFD only in what is returned: `""` never
    /// stands for unrepresentable text, see [`StrObject::to_str`] to tell the cases apart.
    pub fn as_str(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }

    /// The text, unless it holds a lone surrogate.
    #[inline]
    pub fn to_str(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    /// The number of code points.
    #[inline]
    pub fn len(&self) -> usize {
        match &self.index {
            None => self.bytes.len(),
            Some(index) => index.len(),
        }
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Whether all code points are below 128, so that bytes and code points coincide.
    #[inline]
    pub fn is_ascii(&self) -> bool {
        self.index.is_none()
    }

    /// Where the code point of number `position` begins; the length in bytes past the end.
    /// Constant time.
    #[inline]
    pub fn byte_offset(&self, position: usize) -> usize {
        match &self.index {
            None => position.min(self.bytes.len()),
            Some(index) => index.byte_offset(&self.bytes, position),
        }
    }

    /// The number of code points before byte `offset`, which is a boundary. Logarithmic time for text
    /// that is not ASCII.
    pub fn position(&self, offset: usize) -> usize {
        match &self.index {
            None => offset,
            Some(index) => index.position(&self.bytes, offset),
        }
    }

    /// The code point of number `position`. Constant time.
    pub fn code_point(&self, position: usize) -> Option<u32> {
        codepoints::decode(self.bytes.get(self.byte_offset(position)..)?).map(|(point, _)| point)
    }

    /// The code points in order.
    pub fn code_points(&self) -> codepoints::CodePoints<'_> {
        codepoints::CodePoints::new(&self.bytes)
    }
}

impl std::fmt::Debug for StrObject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

impl Trace for StrObject {
    fn trace(&self, _: &mut Visitor<'_>) {}
    fn clear(&mut self, _: &mut Bin) {}
}

impl Payload for StrObject {
    const LEAF: bool = true;

    fn external_bytes(&self) -> usize {
        str_bytes(self.bytes.len())
    }
}

/// What a text of `len` bytes is charged beyond its object: its own buffer, if it has one, and
/// room for the index. The same for ASCII and other text, so that it is known beforehand.
pub(crate) fn str_bytes(len: usize) -> usize {
    if len > 16 { len + len / 8 } else { 0 }
}
