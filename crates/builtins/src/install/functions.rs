//! The built-in functions.

use objmodel::{Result, Runtime};

pub(super) fn install(_: &mut Runtime) -> Result<()> {
    Ok(())
}
