//! The class `type`.

use objmodel::{Result, Runtime};

pub(super) fn install(rt: &mut Runtime) -> Result<()> {
    rt.install_type(|types| &types.r#type, &crate::type_::TYPE)
}
