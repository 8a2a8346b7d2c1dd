//! Modules.

use objmodel_gc::{Gc, Value};

use crate::objects::module::ModuleObject;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;

impl Runtime {
    /// A module with the names that every module has: `__name__`, and `__doc__`, `__package__`,
    /// `__loader__`, `__spec__`, which are `None`. It is not in `sys.modules`.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn new_module(&mut self, name: &str) -> Result<Value> {
        let dict = self.dict()?;
        let names = self.names();
        let none = [&names.doc, &names.package, &names.loader, &names.spec].map(Clone::clone);
        let (key, name) = (names.name.clone(), self.str(name)?.into_value());
        self.dict_set_name(&dict, &key, name)?;
        for key in none {
            self.dict_set_name(&dict, &key, singletons::none())?;
        }
        let module = ModuleObject { dict: Some(dict) };
        self.alloc(&self.types().module, module).map(Gc::into_value)
    }
}
