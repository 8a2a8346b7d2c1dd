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
    /// Where the content begins: what is deleted in front is left, so that queues cost no moves.
    start: usize,
    /// How many memoryviews look at the buffer; while there are any, its size is fixed.
    pub exports: usize,
}

/// A handle to a `bytearray`.
pub type ByteArray = Gc<ByteArrayObject>;

impl ByteArrayObject {
    /// The bytes.
    #[inline]
    pub fn as_slice(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or_default()
    }

    /// The bytes, to change in place.
    pub fn as_mut_slice(&mut self) -> &mut [u8] {
        self.bytes.get_mut(self.start..).unwrap_or_default()
    }

    /// Makes room for `additional` bytes, charging before it grows.
    ///
    /// # Errors
    /// The byte limit does not admit the room.
    pub fn reserve(&mut self, meter: &ByteMeter, additional: usize) -> Result<(), OutOfMemory> {
        super::list::reserve_charged(&mut self.bytes, meter, additional)
    }

    /// Replaces the bytes in `range` by `with`.
    ///
    /// # Errors
    /// The byte limit does not admit the room.
    pub fn splice(
        &mut self,
        meter: &ByteMeter,
        range: std::ops::Range<usize>,
        with: &[u8],
    ) -> Result<(), OutOfMemory> {
        let len = self.bytes.len() - self.start;
        let end = range.end.min(len);
        let start = range.start.min(end);
        if with.is_empty() && start == 0 {
            self.start += end;
            // Half of the buffer is never wasted.
            if self.start > self.bytes.len() / 2 {
                self.close_gap();
            }
            return Ok(());
        }
        let more = with.len().saturating_sub(end - start);
        if self.bytes.capacity() - self.bytes.len() < more {
            self.close_gap();
            self.reserve(meter, more)?;
        }
        let range = self.start + start..self.start + end;
        self.bytes.splice(range, with.iter().copied());
        Ok(())
    }

    /// Appends a byte. Amortized constant time.
    ///
    /// # Errors
    /// The byte limit does not admit the room.
    #[inline]
    pub fn push(&mut self, meter: &ByteMeter, byte: u8) -> Result<(), OutOfMemory> {
        if self.bytes.len() == self.bytes.capacity() {
            self.close_gap();
            self.reserve(meter, 1)?;
        }
        self.bytes.push(byte);
        Ok(())
    }

    /// Takes the last byte out.
    #[inline]
    pub fn pop(&mut self) -> Option<u8> {
        if self.bytes.len() > self.start { self.bytes.pop() } else { None }
    }

    /// Replaces the content by a buffer, which it takes over.
    ///
    /// # Errors
    /// The byte limit does not admit the room.
    pub(crate) fn put(&mut self, meter: &ByteMeter, bytes: Vec<u8>) -> Result<(), OutOfMemory> {
        meter.charge(bytes.capacity())?;
        meter.credit(self.bytes.capacity());
        (self.bytes, self.start) = (bytes, 0);
        Ok(())
    }

    /// Moves the content to the beginning of the buffer.
    fn close_gap(&mut self) {
        if self.start > 0 {
            self.bytes.drain(..self.start);
            self.start = 0;
        }
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
