//! Text and bytes: `str`, `bytes`, `bytearray`, `memoryview`.

use objmodel::{Result, Runtime};

use crate::buffer::{BUFFER_WRAPPER, BufferWrapper, MANAGED_BUFFER, ManagedBuffer};
use crate::bytes::{self, ByteArrayIterator, BytesIterator};
use crate::memoryview::{MEMORY_ITERATOR, MEMORYVIEW, MemoryIterator, MemoryView};
use crate::str::{self, AsciiIterator, PointIterator};

pub(super) fn install(rt: &mut Runtime) -> Result<()> {
    rt.install_type(|types| &types.str, &str::STR)?;
    rt.register_type::<AsciiIterator>(&str::STR_ASCII_ITERATOR)?;
    rt.register_type::<PointIterator>(&str::STR_ITERATOR)?;
    rt.install_type(|types| &types.bytes, &bytes::BYTES)?;
    rt.install_type(|types| &types.bytearray, &bytes::BYTEARRAY)?;
    rt.register_type::<BytesIterator>(&bytes::BYTES_ITERATOR)?;
    rt.register_type::<ByteArrayIterator>(&bytes::BYTEARRAY_ITERATOR)?;
    rt.register_type::<MemoryView>(&MEMORYVIEW)?;
    rt.register_type::<BufferWrapper>(&BUFFER_WRAPPER)?;
    rt.register_type::<ManagedBuffer>(&MANAGED_BUFFER)?;
    rt.register_type::<MemoryIterator>(&MEMORY_ITERATOR)?;
    Ok(())
}
