//! Classes: what a type object holds, and everything that makes and changes one.

pub(crate) mod bases;
pub(crate) mod collection;
mod flags;
pub(crate) mod foreign;
mod inherit;
pub(crate) mod layout;
pub(crate) mod make;
pub(crate) mod method_cache;
pub(crate) mod mutate;
pub(crate) mod object;
pub mod slot;
pub use crate::native::spec;
pub mod statement;
pub(crate) mod well_known;
pub(crate) mod wrappers;

pub use collection::Collection;
pub use object::{Type, TypeObject, TypeRef};
pub use well_known::Types;
