//! Payloads of `bytes` and `bytearray`.

use std::cell::Cell;

use objmodel_gc::{ByteMeter, ClearSink, Gc, OutOfMemory, Payload, Trace, Visitor};
use smallvec::SmallVec;

/// The payload of `bytes`.
pub struct BytesObject {
    /// The hash, or -1 if it was not asked yet.
    pub hash: Cell<i64>,
    bytes: SmallVec<[u8; 16]>,
}

/// A handle to a `bytes`.
pub type Bytes = Gc<BytesObject>;

impl BytesObject {
    pub(crate) fn new(bytes: SmallVec<[u8; 16]>) -> BytesObject {
        BytesObject { hash: Cell::new(-1), bytes }
    }

    /// The bytes.
    #[inline]
    pub fn as_slice(&self) -> &[u8] {
        &self.bytes
    }
}

/// The payload of `bytearray`.
#[derive(Default)]
pub struct ByteArrayObject {
    bytes: Vec<u8>,
    /// How many memoryviews look at the buffer; while there are any, its size is fixed.
    pub exports: usize,
}

/// A handle to a `bytearray`.
pub type ByteArray = Gc<ByteArrayObject>;

impl ByteArrayObject {
    /// The bytes.
    #[inline]
    pub fn as_slice(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes, to change in place.
    pub fn as_mut_slice(&mut self) -> &mut [u8] {
        &mut self.bytes
    }

    /// Makes room for `additional` bytes, charging before it grows.
    pub fn reserve(&mut self, meter: &ByteMeter, additional: usize) -> Result<(), OutOfMemory> {
        super::list::reserve_charged(&mut self.bytes, meter, additional)
    }

    /// Replaces the bytes in `range` by `with`.
    pub fn splice(
        &mut self,
        meter: &ByteMeter,
        range: std::ops::Range<usize>,
        with: &[u8],
    ) -> Result<(), OutOfMemory> {
        let end = range.end.min(self.bytes.len());
        let start = range.start.min(end);
        self.reserve(meter, with.len().saturating_sub(end - start))?;
        self.bytes.splice(start..end, with.iter().copied());
        Ok(())
    }
}

impl Trace for BytesObject {
    fn trace(&self, _: &mut Visitor<'_>) {}
    fn clear(&mut self, _: &mut ClearSink) {}
}

impl Payload for BytesObject {
    const LEAF: bool = true;

    fn external_bytes(&self) -> usize {
        bytes_bytes(self.bytes.len())
    }
}

/// What `len` bytes are charged beyond their object.
pub(crate) fn bytes_bytes(len: usize) -> usize {
    if len > 16 { len } else { 0 }
}

impl Trace for ByteArrayObject {
    fn trace(&self, _: &mut Visitor<'_>) {}
    fn clear(&mut self, _: &mut ClearSink) {}
}

impl Payload for ByteArrayObject {
    const LEAF: bool = true;

    fn external_bytes(&self) -> usize {
        self.bytes.capacity()
    }
}
