//! What handles of the built-in collections and of modules offer beside what every value does.

use std::borrow::Cow;

use objmodel_gc::Value;

use super::call_arguments::Held;
use super::class::PyClass;
use super::into_object::IntoPyObject;
use super::name::IntoName;
use crate::objects::dict::Dict;
use crate::objects::list::List;
use crate::objects::str::Str;
use crate::objects::tuple::Tuple;
use crate::raise::Result;
use crate::runtime::Runtime;

/// A `dict`, whatever class derives from it: `dict.set_item(rt, "x", 1)`.
pub trait PyDictMethods {
    /// The value of a key, if it is there.
    ///
    /// # Errors
    /// What hashing and comparing keys raises.
    fn get_item(&self, rt: &mut Runtime, key: impl IntoPyObject) -> Result<Option<Value>>;

    /// Sets a key.
    ///
    /// # Errors
    /// What hashing and comparing keys raises; `MemoryError`.
    fn set_item(
        &self,
        rt: &mut Runtime,
        key: impl IntoPyObject,
        value: impl IntoPyObject,
    ) -> Result<()>;

    /// Removes a key and answers what it had.
    ///
    /// # Errors
    /// What hashing and comparing keys raises.
    fn remove_item(&self, rt: &mut Runtime, key: impl IntoPyObject) -> Result<Option<Value>>;

    /// Copies of the keys and values, in order.
    fn items(&self, rt: &Runtime) -> Vec<(Value, Value)>;
}

impl PyDictMethods for Dict {
    fn get_item(&self, rt: &mut Runtime, key: impl IntoPyObject) -> Result<Option<Value>> {
        rt.check_own(self)?;
        let key = Held::new(key, rt)?;
        rt.dict_get(self, key.borrowed())
    }

    fn set_item(
        &self,
        rt: &mut Runtime,
        key: impl IntoPyObject,
        value: impl IntoPyObject,
    ) -> Result<()> {
        rt.check_own(self)?;
        let key = Held::new(key, rt)?;
        let value = rt.admit(value)?;
        rt.dict_set(self, key.borrowed(), value)
    }

    fn remove_item(&self, rt: &mut Runtime, key: impl IntoPyObject) -> Result<Option<Value>> {
        rt.check_own(self)?;
        let key = Held::new(key, rt)?;
        Ok(rt.dict_remove(self, key.borrowed())?.map(|entry| entry.value))
    }

    fn items(&self, rt: &Runtime) -> Vec<(Value, Value)> {
        self.read(rt).iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()
    }
}

/// A `list`, whatever class derives from it: `list.append(rt, 1)`.
pub trait PyListMethods {
    /// Puts an item at the end.
    ///
    /// # Errors
    /// `MemoryError`; what the conversion raises.
    fn append(&self, rt: &mut Runtime, item: impl IntoPyObject) -> Result<()>;

    /// Copies of the items.
    fn items(&self, rt: &Runtime) -> Vec<Value>;
}

impl PyListMethods for List {
    fn append(&self, rt: &mut Runtime, item: impl IntoPyObject) -> Result<()> {
        rt.check_own(self)?;
        let item = rt.admit(item)?;
        rt.grow(self, |list, meter| list.push(meter, item))
    }

    fn items(&self, rt: &Runtime) -> Vec<Value> {
        self.read(rt).items().to_vec()
    }
}

/// A `tuple`, whatever class derives from it.
pub trait PyTupleMethods {
    /// The items.
    fn items<'a>(&'a self, rt: &'a Runtime) -> &'a [Value];
}

impl PyTupleMethods for Tuple {
    fn items<'a>(&'a self, rt: &'a Runtime) -> &'a [Value] {
        self.read(rt).items()
    }
}

/// A `str`, whatever class derives from it.
pub trait PyStringMethods {
    /// The text; see [`StrObject::as_str`](crate::objects::str::StrObject::as_str) for lone surrogates.
    fn to_text<'a>(&'a self, rt: &'a Runtime) -> Cow<'a, str>;
}

impl PyStringMethods for Str {
    fn to_text<'a>(&'a self, rt: &'a Runtime) -> Cow<'a, str> {
        self.read(rt).as_str()
    }
}

/// A module that is being filled, as in a `#[pymodule]` function: `module.add(rt, "PI", 3.14)`.
pub trait PyModuleMethods {
    /// Puts a value into the module.
    ///
    /// # Errors
    /// `MemoryError`; what the conversion raises.
    fn add(&self, rt: &mut Runtime, name: impl IntoName, value: impl IntoPyObject) -> Result<()>;

    /// Puts a class into the module, under its name.
    ///
    /// # Errors
    /// `MemoryError`; what making the class raises.
    fn add_class<T: PyClass>(&self, rt: &mut Runtime) -> Result<()>;

    /// Puts a function into the module, under its name: what
    /// [`wrap_pyfunction!`](crate::wrap_pyfunction) gives, or [`Runtime::function`].
    ///
    /// # Errors
    /// `AttributeError` for what has no name; `MemoryError`.
    fn add_function(&self, rt: &mut Runtime, function: Value) -> Result<()>;
}

impl PyModuleMethods for Value {
    fn add(&self, rt: &mut Runtime, name: impl IntoName, value: impl IntoPyObject) -> Result<()> {
        rt.setattr(self, name, value)
    }

    fn add_class<T: PyClass>(&self, rt: &mut Runtime) -> Result<()> {
        super::module::add_class::<T>(rt, self)
    }

    fn add_function(&self, rt: &mut Runtime, function: Value) -> Result<()> {
        let name = rt.getattr(&function, "__name__")?;
        rt.setattr(self, &name, function)
    }
}
