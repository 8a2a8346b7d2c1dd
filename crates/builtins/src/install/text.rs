//! Text and bytes: `str`, `bytes`, `bytearray`, `memoryview`.

use objmodel::{Result, Runtime};

use crate::str::{self, AsciiIterator, PointIterator};

pub(super) fn install(rt: &mut Runtime) -> Result<()> {
    rt.install_type(|types| &types.str, &str::STR)?;
    rt.register_type::<AsciiIterator>(&str::STR_ASCII_ITERATOR)?;
    rt.register_type::<PointIterator>(&str::STR_ITERATOR)?;
    Ok(())
}
