//! Files: the native functions over the host's, and two sets of files that a host can grant.

pub mod disk;
mod error;
mod folder;
pub mod memory;
mod stream;

use objmodel::files::Files;
use objmodel::objects::dict::Dict;
use objmodel::{Result, Runtime};

use crate::module::{ModuleSpec, define};

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    define(rt, namespace, folder::FUNCTIONS)
}

/// `_files`
pub(crate) const NATIVE: ModuleSpec =
    ModuleSpec::new("_files").functions(stream::FUNCTIONS).fill(fill);

/// `posix`, as far as files go: what `os` of a folder of modules stands on.
pub(crate) const POSIX: ModuleSpec = ModuleSpec::new("posix").python(include_str!("posix.py"));

/// The host's files, or the error that it grants none.
fn files(rt: &mut Runtime) -> std::io::Result<&mut dyn Files> {
    rt.host().files().ok_or_else(|| std::io::Error::from_raw_os_error(1))
}
