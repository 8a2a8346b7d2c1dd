//! Payload of modules.

use objmodel_gc::{Gc, Payload, Trace};

use super::dict::Dict;

/// The payload of `module`: its namespace. `None` between `__new__` and `__init__`.
#[derive(Trace)]
pub struct ModuleObject {
    /// `__dict__`.
    pub dict: Option<Dict>,
}

/// A handle to a module.
pub type Module = Gc<ModuleObject>;

impl Payload for ModuleObject {}
