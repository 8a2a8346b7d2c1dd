//! What is searched: a text, or bytes of any kind.

use objmodel::gc::Trace;
use objmodel::objects::bytes::BytesObject;
use objmodel::objects::str::StrObject;
use objmodel::{Borrowed, Gc, Result, Runtime, Value};
use objmodel_builtins::buffer_copy;

/// The object that is searched. Offsets count bytes, positions characters.
#[derive(Clone, Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Target {
    /// What scripts see.
    pub(super) object: Value,
    /// A `str`, or a `bytes` with what the object lends.
    data: Value,
    /// Whether characters take more than a byte.
    #[trace(leaf)]
    pub(super) wide: bool,
    #[trace(leaf)]
    pub(super) is_text: bool,
}

impl Target {
    /// Takes a text or something that lends bytes.
    ///
    /// # Errors
    /// `TypeError` for anything else; what lending raises.
    pub(super) fn new(rt: &mut Runtime, object: Borrowed<'_>) -> Result<Target> {
        let (own, is_text) = (object.to_value(), object.is_payload::<StrObject>());
        let data = match is_text || object.is_payload::<BytesObject>() {
            true => own.clone(),
            false => match buffer_copy(rt, object)? {
                Some(copy) => rt.bytes_from_buffer(copy)?.into_value(),
                None => {
                    let class = rt.type_name(object);
                    return Err(rt.type_error(format!(
                        "expected string or bytes-like object, got '{class}'"
                    )));
                }
            },
        };
        let wide = data.get::<StrObject>(rt).is_some_and(|text| !text.is_ascii());
        Ok(Target { object: own, data, wide, is_text })
    }

    /// As it is when a match is asked for its text: what an array held before is of no interest.
    pub(super) fn fresh(&self, rt: &mut Runtime) -> Result<Target> {
        match self.object.is(&self.data) {
            true => Ok(self.clone()),
            false => Target::new(rt, self.object.as_ref()),
        }
    }

    /// Its bytes.
    pub(super) fn bytes<'a>(&'a self, rt: &'a Runtime) -> &'a [u8] {
        match self.data.get::<StrObject>(rt) {
            Some(text) => text.as_bytes(),
            None => self.data.get::<BytesObject>(rt).map_or(&[], BytesObject::as_slice),
        }
    }

    /// The number of characters.
    pub(super) fn len(&self, rt: &Runtime) -> usize {
        match self.data.get::<StrObject>(rt) {
            Some(text) => text.len(),
            None => self.bytes(rt).len(),
        }
    }

    /// Where a character begins.
    pub(super) fn offset(&self, rt: &Runtime, position: usize) -> usize {
        match self.data.get::<StrObject>(rt).filter(|_| self.wide) {
            Some(text) => text.byte_offset(position),
            None => position,
        }
    }

    /// The number of characters before an offset.
    pub(super) fn position(&self, rt: &Runtime, offset: usize) -> usize {
        match self.data.get::<StrObject>(rt).filter(|_| self.wide) {
            Some(text) => text.position(offset),
            None => offset,
        }
    }

    /// The part between two offsets: the object itself if that is all.
    ///
    /// # Errors
    /// `MemoryError`.
    pub(super) fn slice(&self, rt: &Runtime, start: usize, end: usize) -> Result {
        let len = self.bytes(rt).len();
        let (end, start) = (end.min(len), start.min(len));
        rt.tick(end.saturating_sub(start) / 64)?;
        let class = rt.type_of(self.data.as_ref());
        let exact = class.is(&rt.types().str) || class.is(&rt.types().bytes);
        if start == 0 && end == len && exact && self.object.is(&self.data) {
            return Ok(self.object.clone());
        }
        match self.data.get::<StrObject>(rt) {
            Some(text) => rt.slice_str(text, start..end.max(start)).map(Gc::into_value),
            None => {
                let part = self.bytes(rt).get(start..end).unwrap_or_default();
                rt.bytes(part).map(Gc::into_value)
            }
        }
    }
}
