//! Objects of several payloads: one extends another, which lies before it.

use crate::borrow::Flag;
use crate::class::PayloadVTable;
use crate::header::Obj;
use crate::meter::ByteMeter;
use crate::payload::Payload;

/// The payloads that another one extends, the nearest first.
#[derive(Default)]
pub struct Bases(Vec<Box<dyn Part>>);

impl Bases {
    /// Adds the payload that the last one extends, or the first.
    #[must_use]
    pub fn and<B: Payload>(mut self, payload: B) -> Bases {
        self.0.push(Box::new(payload));
        self
    }

    /// Adds those which the last one extends in turn.
    #[must_use]
    pub fn then(mut self, bases: Bases) -> Bases {
        self.0.extend(bases.0);
        self
    }

    /// Whether these are the payloads that one of this vtable extends.
    pub(crate) fn fit(&self, vtable: &PayloadVTable) -> bool {
        let mut base = vtable.base;
        for part in &self.0 {
            match base {
                Some(vtable) if vtable.id == part.vtable().id => base = vtable.base,
                _ => return false,
            }
        }
        base.is_none()
    }

    /// Gives back what the buffers were charged for.
    pub(crate) fn refund(&self, meter: &ByteMeter) {
        for part in &self.0 {
            meter.credit(part.external_bytes());
        }
    }

    /// Puts each where it belongs.
    ///
    /// # Safety
    /// The object has room for a payload whose bases they fit, and is not filled yet.
    pub(crate) unsafe fn write(self, object: Obj) {
        for part in self.0 {
            let vtable = part.vtable();
            // SAFETY: [S14] as promised by the caller.
            unsafe {
                if part.is_flagged() {
                    object.byte(vtable.payload - 8).cast::<Flag>().write(Flag::default());
                }
                part.write(object.byte(vtable.payload));
            }
        }
    }
}

/// A payload of any type.
trait Part {
    fn vtable(&self) -> &'static PayloadVTable;
    fn is_flagged(&self) -> bool;
    fn external_bytes(&self) -> usize;
    /// # Safety
    /// There is room for the payload, which belongs to nobody.
    unsafe fn write(self: Box<Self>, at: *mut u8);
}

impl<T: Payload> Part for T {
    fn vtable(&self) -> &'static PayloadVTable {
        PayloadVTable::of::<T>()
    }

    fn is_flagged(&self) -> bool {
        T::PREFIX.is_flagged()
    }

    fn external_bytes(&self) -> usize {
        Payload::external_bytes(self)
    }

    unsafe fn write(self: Box<Self>, at: *mut u8) {
        // SAFETY: [S14] as promised by the caller.
        unsafe { at.cast::<T>().write(*self) }
    }
}
