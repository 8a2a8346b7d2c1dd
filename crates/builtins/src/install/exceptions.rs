//! Exceptions, bases before their subclasses.

use objmodel::{Result, Runtime};

use crate::exception::{self, base, extra, group, os, syntax, unicode};

pub(super) fn install(rt: &mut Runtime) -> Result<()> {
    rt.install_type(|types| &types.base_exception, &base::BASE_EXCEPTION)?;
    rt.install_type(|types| &types.os_error, &os::OS_ERROR)?;
    exception::install_plain(rt)?;
    exception::install_os(rt)?;
    rt.install_type(|types| &types.stop_iteration, &extra::STOP_ITERATION)?;
    rt.install_type(|types| &types.system_exit, &extra::SYSTEM_EXIT)?;
    rt.install_type(|types| &types.attribute_error, &extra::ATTRIBUTE_ERROR)?;
    rt.install_type(|types| &types.name_error, &extra::NAME_ERROR)?;
    rt.install_type(|types| &types.unbound_local_error, &extra::UNBOUND_LOCAL_ERROR)?;
    rt.install_type(|types| &types.import_error, &extra::IMPORT_ERROR)?;
    rt.install_type(|types| &types.module_not_found_error, &extra::MODULE_NOT_FOUND_ERROR)?;
    rt.install_type(|types| &types.key_error, &extra::KEY_ERROR)?;
    rt.install_type(|types| &types.syntax_error, &syntax::SYNTAX_ERROR)?;
    rt.install_type(|types| &types.indentation_error, &syntax::INDENTATION_ERROR)?;
    rt.install_type(|types| &types.tab_error, &syntax::TAB_ERROR)?;
    rt.install_type(|types| &types.incomplete_input_error, &syntax::INCOMPLETE_INPUT_ERROR)?;
    rt.install_type(|types| &types.unicode_decode_error, &unicode::UNICODE_DECODE_ERROR)?;
    rt.install_type(|types| &types.unicode_encode_error, &unicode::UNICODE_ENCODE_ERROR)?;
    rt.install_type(|types| &types.unicode_translate_error, &unicode::UNICODE_TRANSLATE_ERROR)?;
    let group = group::install(rt)?;
    let builtins = rt.builtins().clone();
    rt.define_class(&builtins, &group)
}
