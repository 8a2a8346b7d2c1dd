//! What `object` knows of its instances: making plain ones, changing their class, listing names.

use objmodel_gc::{Borrowed, Class, Gc, Value};

use crate::objects::instance::Instance;
use crate::objects::str::StrObject;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::types::{Type, TypeObject};

impl Runtime {
    /// `object.__new__(cls)` without its checks of arguments.
    ///
    /// # Errors
    /// `TypeError` if instances of the class are more than their fields; `MemoryError`.
    pub fn new_instance(&mut self, class: &Type) -> Result {
        self.check_own(class)?;
        if !class.instance_payload_is::<Instance>() {
            let native = self.native_new_owner(class).read(self).full_name().to_owned();
            let name = class.read(self).full_name();
            return Err(self.type_error(format!(
                "object.__new__({name}) is not safe, use {native}.__new__()"
            )));
        }
        self.alloc(class, Instance).map(Gc::into_value)
    }

    /// The error for instantiating a class with abstract methods, if it has any.
    ///
    /// # Errors
    /// What reading their names raises.
    pub fn abstract_class_error(&mut self, class: &Type) -> Result<Option<Raise>> {
        self.check_own(class)?;
        let Some(methods) = class.read(self).abstract_methods.clone() else { return Ok(None) };
        let names = self.collect(&methods)?;
        let mut names: Vec<String> =
            names.iter().map(|name| self.text_of(name.as_ref()).into_owned()).collect();
        if names.is_empty() {
            return Ok(None);
        }
        names.sort_unstable();
        let s = if names.len() == 1 { "" } else { "s" };
        let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
        let class = class.read(self).name();
        Ok(Some(self.type_error(format!(
            "Can't instantiate abstract class {class} without an implementation for abstract \
             method{s} {}",
            quoted.join(", ")
        ))))
    }

    /// `module.qualname` of a class, or the bare name of a built-in one.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn qualified_name(&mut self, class: &Type) -> Result<String> {
        self.check_own(class)?;
        let body = class.read(self);
        if !body.flags.heap && !body.flags.extension {
            return Ok(body.full_name().to_owned());
        }
        let qualname = body.qualname().to_owned();
        let name = self.names.module.clone();
        let dict = self.namespace(class);
        Ok(match self.dict_get_name(&dict, &name) {
            Some(module) => match module.get::<StrObject>(self).map(StrObject::as_str) {
                Some(module) if module != "builtins" => format!("{module}.{qualname}"),
                _ => qualname,
            },
            None => qualname,
        })
    }

    /// What a few messages call a class: its qualified name, with the module in front unless that is
    /// `builtins` or `__main__`.
    pub fn full_qualified_name(&mut self, class: &Type) -> String {
        let body = self.body_of(class);
        if !body.flags.heap {
            return body.full_name().to_owned();
        }
        let (qualname, name) = (body.qualname().to_owned(), self.names.module.clone());
        let dict = self.namespace(class);
        let module = self.dict_get_name(&dict, &name);
        match module.as_ref().and_then(|module| module.get::<StrObject>(self)) {
            Some(module) if !matches!(module.as_bytes(), b"builtins" | b"__main__") => {
                format!("{}.{qualname}", module.as_str())
            }
            _ => qualname,
        }
    }

    /// `object.__class__ = class`.
    ///
    /// # Errors
    /// `TypeError` unless both classes can change and their instances are laid out alike.
    pub fn change_class(&mut self, object: Borrowed<'_>, class: &Type) -> Result<()> {
        self.check_all_own(&[object, class.as_ref()])?;
        let old = self.type_of(object).to_gc();
        let both = |rule: &dyn Fn(&Type) -> bool| rule(&old) && rule(class);
        if !both(&|class| self.is_subtype(class, &self.types.module))
            && !both(&|class| class.read(self).flags.heap)
        {
            return Err(self.type_error(
                "__class__ assignment only supported for mutable types or ModuleType subclasses",
            ));
        }
        self.check_assignable(&old, class, "__class__")?;
        let value = object.to_value();
        match self.heap.set_class(&value, class) {
            Ok(()) => Ok(()),
            Err(_) => Err(self.type_error("__class__ assignment: object layout differs")),
        }
    }

    /// The names that `dir` shows for an object, unsorted: of its own, its class and the bases;
    /// for a class those of its order.
    ///
    /// # Errors
    /// What reading `__dict__` and `__class__` raises; `MemoryError`.
    pub fn attribute_names(&mut self, object: Borrowed<'_>) -> Result<Vec<Value>> {
        let names = self.dict()?;
        let class = match object.typed::<Class<TypeObject>>() {
            Some(class) => class.to_gc(),
            None => {
                let (dict, class) = (self.names.dict.clone(), self.names.class.clone());
                if let Some(own) = self.lookup_attr(object, &dict)?
                    && let Ok(own) = own.downcast()
                {
                    self.add_keys(&names, &own)?;
                }
                // What it claims to be, which is what it stands for.
                let claimed = self.lookup_attr(object, &class)?;
                let Some(claimed) = claimed else { return self.keys_of(&names) };
                match claimed.downcast::<Class<TypeObject>>() {
                    Ok(class) => class,
                    // What is no class has no names to give.
                    Err(_) => return self.keys_of(&names),
                }
            }
        };
        let mut order: Vec<Type> = class.read(self).mro.to_vec();
        if order.is_empty() {
            // Its order is not known yet.
            order.push(class.clone());
            for base in self.bases_of(&class) {
                order.extend(base.read(self).mro.iter().cloned());
            }
        }
        for ancestor in order.iter().rev() {
            let dict = self.namespace(ancestor);
            self.add_keys(&names, &dict)?;
        }
        self.keys_of(&names)
    }

    fn keys_of(&self, names: &crate::objects::dict::Dict) -> Result<Vec<Value>> {
        Ok(names.read(self).iter().map(|entry| entry.key.clone()).collect())
    }

    fn add_keys(
        &mut self,
        names: &crate::objects::dict::Dict,
        of: &crate::objects::dict::Dict,
    ) -> Result<()> {
        let keys = self.gather(of.read(self).iter().map(|entry| entry.key.clone()))?;
        for key in keys {
            self.dict_set(names, key.as_ref(), crate::singletons::none())?;
        }
        Ok(())
    }
}
