//! `type`, and the types of the parts of programs: modules, code, frames, generators, references.

use objmodel::{Result, Runtime};

use crate::async_generator::{self, anext, step};
use crate::generator::{self, CoroutineWrapper};
use crate::stream::{STANDARD_STREAM, StandardStream};
use crate::{cell, code, frame, module, singleton, super_, type_, weakref};

pub(super) fn install(rt: &mut Runtime) -> Result<()> {
    rt.install_type(|types| &types.r#type, &type_::TYPE)?;
    rt.install_type(|types| &types.none, &singleton::NONE)?;
    rt.install_type(|types| &types.not_implemented, &singleton::NOT_IMPLEMENTED)?;
    rt.install_type(|types| &types.ellipsis, &singleton::ELLIPSIS)?;
    rt.install_class::<super_::Super>(|types| &types.super_)?;
    rt.install_type(|types| &types.module, &module::MODULE)?;
    rt.install_type(|types| &types.cell, &cell::CELL)?;
    rt.install_type(|types| &types.code, &code::CODE)?;
    rt.install_type(|types| &types.frame, &frame::FRAME)?;
    rt.install_type(|types| &types.traceback, &frame::TRACEBACK)?;
    rt.install_type(|types| &types.generator, &generator::GENERATOR)?;
    rt.install_type(|types| &types.coroutine, &generator::COROUTINE)?;
    rt.install_type(|types| &types.async_generator, &async_generator::ASYNC_GENERATOR)?;
    rt.register_type::<async_generator::Yielded>(&async_generator::YIELDED)?;
    rt.register_type::<step::Asend>(&step::ASEND)?;
    rt.register_type::<step::Athrow>(&step::ATHROW)?;
    rt.register_type::<anext::AnextAwaitable>(&anext::ANEXT_AWAITABLE)?;
    rt.install_type(|types| &types.weakref, &weakref::REFERENCE)?;
    rt.register_type::<CoroutineWrapper>(&generator::COROUTINE_WRAPPER)?;
    crate::weakref::proxy::install(rt)?;
    rt.register_type::<StandardStream>(&STANDARD_STREAM)?;
    Ok(())
}
