//! The native modules: each a file with a table of its functions and classes.

use objmodel::{Result, Runtime, Value};

/// Makes a native module; `None` if there is none of this name.
///
/// # Errors
/// `MemoryError`.
pub(crate) fn load(rt: &mut Runtime, name: &str) -> Result<Option<Value>> {
    let _ = (rt, name);
    Ok(None)
}

/// The part of a module that is written in Python: run in the module's namespace after the native
/// part was put in.
pub(crate) fn source(name: &str) -> Option<&'static str> {
    let _ = name;
    None
}
