//! The root of all classes, the singletons, functions, methods and descriptors.

use objmodel::{Result, Runtime};

pub(super) fn install(_: &mut Runtime) -> Result<()> {
    Ok(())
}
