//! Numbers: `int`, `bool`, `float`, `complex`.

use objmodel::{Result, Runtime};

use crate::{bool, complex, float, int};

pub(super) fn install(rt: &mut Runtime) -> Result<()> {
    rt.install_type(|types| &types.int, &int::INT)?;
    rt.install_type(|types| &types.bool_, &bool::BOOL)?;
    rt.install_type(|types| &types.float, &float::FLOAT)?;
    rt.install_class::<complex::Complex>(|types| &types.complex)
}
