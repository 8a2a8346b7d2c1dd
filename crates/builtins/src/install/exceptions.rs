//! Exceptions, bases before their subclasses.

use objmodel::{Result, Runtime};

use crate::exception::{self, base, extra};

pub(super) fn install(rt: &mut Runtime) -> Result<()> {
    rt.install_type(|types| &types.base_exception, &base::BASE_EXCEPTION)?;
    exception::install_plain(rt)?;
    rt.install_type(|types| &types.stop_iteration, &extra::STOP_ITERATION)?;
    rt.install_type(|types| &types.system_exit, &extra::SYSTEM_EXIT)?;
    rt.install_type(|types| &types.attribute_error, &extra::ATTRIBUTE_ERROR)?;
    rt.install_type(|types| &types.name_error, &extra::NAME_ERROR)?;
    rt.install_type(|types| &types.unbound_local_error, &extra::UNBOUND_LOCAL_ERROR)?;
    rt.install_type(|types| &types.import_error, &extra::IMPORT_ERROR)?;
    rt.install_type(|types| &types.module_not_found_error, &extra::MODULE_NOT_FOUND_ERROR)?;
    rt.install_type(|types| &types.key_error, &extra::KEY_ERROR)
}
