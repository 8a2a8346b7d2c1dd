//! Installing the built-in types into a runtime, part by part: bases before their subclasses.

mod containers;
mod exceptions;
mod functions;
mod numbers;
mod objects;
mod text;
mod types;

use objmodel::host::Hooks;
use objmodel::objects::tuple::Tuple;
use objmodel::slots::SlotId;
use objmodel::{Borrowed, Result, Runtime};

/// Gives every built-in class its behaviour, and fills the namespace of the module `builtins`.
///
/// # Errors
/// `MemoryError` if the runtime's byte limit is below what the tables need; `SystemError` if they are
/// installed already.
pub fn install(rt: &mut Runtime) -> Result<()> {
    let list = rt.types().list.clone();
    if rt.slot_is_native(&list, SlotId::TpIter) {
        return Err(rt.system_error("install: the built-in types are installed already"));
    }
    objects::install(rt)?;
    types::install(rt)?;
    numbers::install(rt)?;
    text::install(rt)?;
    containers::install(rt)?;
    exceptions::install(rt)?;
    functions::install(rt)?;
    rt.inherit_everywhere();
    let is_identifier = Some(crate::text::predicate::is_identifier as fn(&[u8]) -> bool);
    let union_members =
        Some(crate::union::members_of as fn(&Runtime, Borrowed<'_>) -> Option<Tuple>);
    rt.set_hooks(Hooks { is_identifier, union_members, ..*rt.hooks() });
    Ok(())
}
