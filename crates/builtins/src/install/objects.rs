//! The root of all classes, functions, methods and descriptors.

use objmodel::{Result, Runtime};

use crate::descriptor::{getset, member, method, property, wrapped, wrapper};
use crate::{function, native_function, object};

pub(super) fn install(rt: &mut Runtime) -> Result<()> {
    rt.install_type(|types| &types.object, &object::OBJECT)?;
    rt.install_type(|types| &types.getset_descriptor, &getset::GETSET)?;
    rt.install_type(|types| &types.member_descriptor, &member::MEMBER)?;
    rt.install_type(|types| &types.method_descriptor, &method::METHOD)?;
    rt.install_type(|types| &types.classmethod_descriptor, &method::CLASS_METHOD)?;
    rt.install_type(|types| &types.wrapper_descriptor, &wrapper::WRAPPER)?;
    rt.install_type(|types| &types.method_wrapper, &wrapper::METHOD_WRAPPER)?;
    rt.install_class::<wrapped::StaticMethod>(|types| &types.static_method)?;
    rt.install_class::<wrapped::ClassMethod>(|types| &types.class_method)?;
    rt.install_class::<property::Property>(|types| &types.property)?;
    rt.install_type(|types| &types.function, &function::FUNCTION)?;
    rt.install_type(|types| &types.method, &crate::method::METHOD)?;
    rt.install_type(|types| &types.builtin_function, &native_function::NATIVE_FUNCTION)
}
