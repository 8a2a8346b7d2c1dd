//! The built-in functions.

use objmodel::{Result, Runtime};

pub(super) fn install(rt: &mut Runtime) -> Result<()> {
    crate::functions::install(rt)
}
