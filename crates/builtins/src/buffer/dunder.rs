//! `__buffer__` and `__release_buffer__` of the built-in types.

use objmodel::{Borrowed, Result, Runtime};

use super::held;
use crate::memoryview::{self, MemoryView};

/// `__buffer__`: a view.
pub(crate) fn get_buffer(rt: &mut Runtime, own: Borrowed<'_>, flags: i64) -> Result {
    if flags > i32::MAX.into() {
        return Err(rt.overflow_error("buffer flags too large"));
    }
    // CPython cuts what is too small to a C `int`.
    let flags = i64::from(flags as i32);
    let held = held::builtin(rt, own, flags)?;
    memoryview::of_held(rt, held, flags)
}

/// `__release_buffer__`: the end of a view that `__buffer__` of the same object made.
pub(crate) fn release_buffer(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    buffer: Borrowed<'_>,
) -> Result<()> {
    if !buffer.is_payload::<MemoryView>() {
        return Err(rt.type_error("expected a memoryview object"));
    }
    let Some(owner) = memoryview::owner(rt, buffer) else {
        return Err(rt.value_error("memoryview's buffer has already been released"));
    };
    if !owner.is(&own) {
        return Err(rt.value_error("memoryview's buffer is not this object"));
    }
    memoryview::end(rt, buffer);
    Ok(())
}
