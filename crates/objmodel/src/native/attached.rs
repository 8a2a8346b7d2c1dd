//! A value together with its runtime, for method syntax: `value.bind(&mut rt).getattr("x")`.

use std::ops::Deref;

use objmodel_gc::{ChargedVec, Value};
use objmodel_slots::CompareOp;

use super::call_arguments::{IntoArgs, IntoKwargs};
use super::from_object::FromPyObject;
use super::into_object::IntoPyObject;
use super::name::IntoName;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::Type;

/// What every value offers: its content as a Rust value, and itself with the runtime.
pub trait PyAnyMethods {
    /// The value with its runtime, whose operations are methods then.
    ///
    /// ```
    /// use objmodel::prelude::*;
    ///
    /// let mut rt = Runtime::builder().build();
    /// objmodel_builtins::install(&mut rt)?;
    /// let class = rt
    ///     .class("Account")
    ///     .def("deposit", |rt, [me, amount]| rt.setattr(me, "balance", amount))
    ///     .build(&mut rt)?;
    /// let account = rt.call(&class, ())?;
    /// account.bind(&mut rt).call_method1("deposit", (100,))?;
    /// let balance: i64 = account.bind(&mut rt).getattr("balance")?.extract()?;
    /// assert_eq!(balance, 100);
    /// # Ok::<(), Raise>(())
    /// ```
    fn bind<'r>(&self, rt: &'r mut Runtime) -> Attached<'r>;

    /// The value as a Rust value: `value.extract::<i64>(&mut rt)`.
    ///
    /// # Errors
    /// `TypeError` for an object of another kind, `OverflowError` for a number that does not fit;
    /// what the object's own methods raise.
    fn extract<'a, T: FromPyObject<'a>>(&'a self, rt: &mut Runtime) -> Result<T>;

    /// Whether it is `None`.
    fn is_none(&self) -> bool;
}

impl PyAnyMethods for Value {
    fn bind<'r>(&self, rt: &'r mut Runtime) -> Attached<'r> {
        Attached { rt, value: self.clone() }
    }

    fn extract<'a, T: FromPyObject<'a>>(&'a self, rt: &mut Runtime) -> Result<T> {
        rt.check_own(self)?;
        T::extract(self.as_ref(), rt)
    }

    fn is_none(&self) -> bool {
        singletons::is_none(self)
    }
}

/// A value and its runtime: what [`PyAnyMethods::bind`] gives.
///
/// Each answer is attached too, so calls can be chained; [`Attached::unbind`] ends the chain with
/// the value alone.
#[derive(Debug)]
pub struct Attached<'r> {
    rt: &'r mut Runtime,
    value: Value,
}

impl Deref for Attached<'_> {
    type Target = Value;

    fn deref(&self) -> &Value {
        &self.value
    }
}

impl Attached<'_> {
    /// The value alone.
    pub fn unbind(self) -> Value {
        self.value
    }

    /// The runtime.
    pub fn runtime(&mut self) -> &mut Runtime {
        self.rt
    }

    fn with(&mut self, work: impl FnOnce(&mut Runtime, &Value) -> Result) -> Result<Attached<'_>> {
        let value = work(self.rt, &self.value)?;
        Ok(Attached { rt: self.rt, value })
    }

    /// Its class.
    pub fn get_type(&self) -> Type {
        self.rt.type_of(self.value.as_ref()).to_gc()
    }

    /// `value.name`.
    ///
    /// # Errors
    /// As for [`Runtime::getattr`].
    pub fn getattr(&mut self, name: impl IntoName) -> Result<Attached<'_>> {
        self.with(|rt, value| rt.getattr(value, name))
    }

    /// Whether the attribute is there.
    ///
    /// # Errors
    /// As for [`Runtime::hasattr`].
    pub fn hasattr(&mut self, name: impl IntoName) -> Result<bool> {
        self.rt.hasattr(&self.value, name)
    }

    /// `value.name = new`.
    ///
    /// # Errors
    /// As for [`Runtime::setattr`].
    pub fn setattr(&mut self, name: impl IntoName, new: impl IntoPyObject) -> Result<()> {
        self.rt.setattr(&self.value, name, new)
    }

    /// `del value.name`.
    ///
    /// # Errors
    /// As for [`Runtime::delattr`].
    pub fn delattr(&mut self, name: impl IntoName) -> Result<()> {
        self.rt.delattr(&self.value, name)
    }

    /// `value()`.
    ///
    /// # Errors
    /// As for [`Runtime::call`].
    pub fn call0(&mut self) -> Result<Attached<'_>> {
        self.call1(())
    }

    /// `value(*args)`.
    ///
    /// # Errors
    /// As for [`Runtime::call`].
    pub fn call1(&mut self, args: impl IntoArgs) -> Result<Attached<'_>> {
        self.with(|rt, value| rt.call(value, args))
    }

    /// `value(*args, **kwargs)`.
    ///
    /// # Errors
    /// As for [`Runtime::call`].
    pub fn call(&mut self, args: impl IntoArgs, kwargs: impl IntoKwargs) -> Result<Attached<'_>> {
        self.with(|rt, value| rt.call_kwargs(value, args, kwargs))
    }

    /// `value.name()`.
    ///
    /// # Errors
    /// As for [`Runtime::call_method`].
    pub fn call_method0(&mut self, name: impl IntoName) -> Result<Attached<'_>> {
        self.call_method1(name, ())
    }

    /// `value.name(*args)`.
    ///
    /// # Errors
    /// As for [`Runtime::call_method`].
    pub fn call_method1(
        &mut self,
        name: impl IntoName,
        args: impl IntoArgs,
    ) -> Result<Attached<'_>> {
        self.with(|rt, value| rt.call_method(value, name, args))
    }

    /// `value.name(*args, **kwargs)`.
    ///
    /// # Errors
    /// As for [`Runtime::call_method`].
    pub fn call_method(
        &mut self,
        name: impl IntoName,
        args: impl IntoArgs,
        kwargs: impl IntoKwargs,
    ) -> Result<Attached<'_>> {
        self.with(|rt, value| {
            let method = rt.getattr(value, name)?;
            rt.call_kwargs(&method, args, kwargs)
        })
    }

    /// `str(value)`.
    ///
    /// # Errors
    /// As for [`Runtime::to_str`].
    pub fn str(&mut self) -> Result<String> {
        self.rt.str_text(&self.value)
    }

    /// `repr(value)`.
    ///
    /// # Errors
    /// As for [`Runtime::repr`].
    pub fn repr(&mut self) -> Result<String> {
        self.rt.repr_text(&self.value)
    }

    /// `bool(value)`.
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raises.
    pub fn is_truthy(&mut self) -> Result<bool> {
        self.rt.is_true(self.value.as_ref())
    }

    /// `hash(value)`.
    ///
    /// # Errors
    /// `TypeError` if it has none; what `__hash__` raises.
    pub fn hash(&mut self) -> Result<i64> {
        self.rt.hash(self.value.as_ref())
    }

    /// `len(value)`.
    ///
    /// # Errors
    /// `TypeError` if it has none; what `__len__` raises.
    pub fn len(&mut self) -> Result<usize> {
        self.rt.len(self.value.as_ref())
    }

    /// `len(value) == 0`.
    ///
    /// # Errors
    /// As for [`Attached::len`].
    pub fn is_empty(&mut self) -> Result<bool> {
        self.len().map(|len| len == 0)
    }

    /// `value[key]`.
    ///
    /// # Errors
    /// As for [`Runtime::get_item`].
    pub fn get_item(&mut self, key: impl IntoPyObject) -> Result<Attached<'_>> {
        self.with(|rt, value| rt.get_item(value, key))
    }

    /// `value[key] = item`.
    ///
    /// # Errors
    /// As for [`Runtime::set_item`].
    pub fn set_item(&mut self, key: impl IntoPyObject, item: impl IntoPyObject) -> Result<()> {
        self.rt.set_item(&self.value, key, item)
    }

    /// `del value[key]`.
    ///
    /// # Errors
    /// As for [`Runtime::del_item`].
    pub fn del_item(&mut self, key: impl IntoPyObject) -> Result<()> {
        self.rt.del_item(&self.value, key)
    }

    /// `item in value`.
    ///
    /// # Errors
    /// As for [`Runtime::contains`].
    pub fn contains(&mut self, item: impl IntoPyObject) -> Result<bool> {
        self.rt.contains(&self.value, item)
    }

    /// `list(value)`: its items, in a buffer that is charged.
    ///
    /// # Errors
    /// `TypeError` if it is not iterable; what its iterator raises.
    pub fn iter(&mut self) -> Result<ChargedVec<Value>> {
        self.rt.collect(&self.value)
    }

    /// `value op other`.
    ///
    /// # Errors
    /// As for [`Runtime::compare`].
    pub fn rich_compare(
        &mut self,
        other: impl IntoPyObject,
        op: CompareOp,
    ) -> Result<Attached<'_>> {
        self.with(|rt, value| rt.compare(op, value, other))
    }

    /// `value == other`.
    ///
    /// # Errors
    /// What `__eq__` raises.
    pub fn eq(&mut self, other: impl IntoPyObject) -> Result<bool> {
        self.rt.equal(&self.value, other)
    }

    /// Whether it is an instance of the class.
    ///
    /// # Errors
    /// As for [`Runtime::is_instance`].
    pub fn is_instance(&mut self, class: &Value) -> Result<bool> {
        self.rt.is_instance(&self.value, class)
    }

    /// The value as a Rust value: `value.bind(rt).getattr("x")?.extract::<i64>()`.
    ///
    /// # Errors
    /// As for [`PyAnyMethods::extract`].
    pub fn extract<T: for<'a> FromPyObject<'a>>(&mut self) -> Result<T> {
        self.rt.check_own(&self.value)?;
        T::extract(self.value.as_ref(), self.rt)
    }
}

impl std::fmt::Debug for Runtime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Runtime").field("bytes", &self.heap.bytes().used()).finish_non_exhaustive()
    }
}
