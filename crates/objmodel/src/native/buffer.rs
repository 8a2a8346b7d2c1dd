//! Bytes that native classes lend: `Buffer`, for `__getbuffer__`.

use objmodel_gc::{Bound, ClearSink, Gc, Trace, Value, Visitor};

use crate::arguments::CallArgs;
use crate::objects::bytes::ByteArrayObject;
use crate::raise::Result;
use crate::runtime::Runtime;

/// Bytes of a native class that Python code may see and change through a `memoryview`. Who has
/// borrowed them is counted: meanwhile their number stays, and a change of it is a `BufferError`.
///
/// They lie in a `bytearray` that only the class has.
pub struct Buffer(Gc<ByteArrayObject>);

impl Trace for Buffer {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }

    fn clear(&mut self, _: &mut ClearSink) {}
}

impl Buffer {
    /// A copy of these bytes.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn new(rt: &mut Runtime, bytes: &[u8]) -> Result<Buffer> {
        rt.bytearray(bytes).map(Buffer)
    }

    /// The bytes.
    pub fn bytes<'a>(&'a self, rt: &'a Runtime) -> &'a [u8] {
        self.0.read(rt).as_slice()
    }

    /// The bytes, to change.
    pub fn bytes_mut<'a>(&'a self, rt: &'a mut Runtime) -> &'a mut [u8] {
        self.0.write(rt).as_mut_slice()
    }

    /// A `memoryview` of them: what `__getbuffer__` returns.
    ///
    /// # Errors
    /// `MemoryError`; `SystemError` in a runtime without `memoryview`.
    pub fn lend(&self, rt: &mut Runtime) -> Result {
        match rt.builtin("memoryview") {
            Some(class) => {
                rt.call_with(class.as_ref(), CallArgs::positional(&[Value::as_ref(&self.0)]))
            }
            None => Err(rt.system_error("memoryview was not installed")),
        }
    }

    /// Adds bytes at the end.
    ///
    /// # Errors
    /// `BufferError` while they are borrowed; `MemoryError`.
    pub fn extend(&self, rt: &mut Runtime, bytes: &[u8]) -> Result<()> {
        if self.0.read(rt).exports > 0 {
            let message = "Existing exports of data: object cannot be re-sized";
            return Err(rt.buffer_error(message));
        }
        let len = self.0.read(rt).as_slice().len();
        rt.grow(&self.0, |array, meter| array.splice(meter, len..len, bytes)).map(drop)
    }

    /// The handle, to be given to what takes bytes.
    pub fn handle(&self) -> Bound<'_, ByteArrayObject> {
        Bound::from(&self.0)
    }
}
