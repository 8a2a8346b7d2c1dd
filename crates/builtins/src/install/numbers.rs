//! Numbers.

use objmodel::{Result, Runtime};

pub(super) fn install(_: &mut Runtime) -> Result<()> {
    Ok(())
}
