//! Classes and instances: generic ones, variants of enums, what constructors made.

use objmodel_gc::{Gc, Payload, Prefix, Value};

use super::super::class::{PyClass, PyClassBase, PyClassInitializer};
use super::super::spec::ClassSpec;
use crate::arguments::CallArgs;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::types::Type;

/// `classmethod(types.GenericAlias)`, as generic classes have it.
pub fn class_getitem(rt: &mut Runtime) -> Result {
    let list = rt.types().list.clone();
    let alias = rt.get_item(&list, ())?;
    let alias = rt.type_of(alias.as_ref()).to_gc();
    match rt.builtin("classmethod") {
        Some(class_method) => rt.call(&class_method, (&alias,)),
        None => Err(rt.system_error("the built-in types are not installed")),
    }
}

/// The value of a field that is an attribute.
pub fn cloned<T: Clone>(field: &T) -> T {
    field.clone()
}

/// The class's name without its module.
pub fn class_name<C: Described>() -> &'static str {
    C::SPEC.name.rsplit('.').next().unwrap_or(C::SPEC.name)
}

/// Stands for the class of a variant of an enum with data.
enum Variant<T, const NUMBER: usize> {
    #[expect(dead_code, reason = "there are no values: the type is a key")]
    Never(std::convert::Infallible, std::marker::PhantomData<T>),
}

/// The class of a variant, which derives from that of the enum: made when it is first asked for.
pub fn variant<T: PyClass, const NUMBER: usize>(
    rt: &mut Runtime,
    spec: &'static ClassSpec,
) -> Result<Type> {
    let base = T::class(rt)?;
    match rt.type_for::<Variant<T, NUMBER>>() {
        Some(class) => Ok(class.clone()),
        None => {
            let class = rt.register_subtype::<Variant<T, NUMBER>>(&base, 0, spec)?;
            let name = format!("{}.{}", class_name::<T>(), class.read(rt).name());
            let name = rt.intern(&name)?;
            rt.set_qualname(&class, &name);
            Ok(class)
        }
    }
}

/// The error of asking a variant for what another one has.
#[cold]
pub fn other_variant(rt: &Runtime) -> Raise {
    rt.attribute_error("the object is another variant")
}

/// What a block of methods belongs to: a class, by its description and its payload.
pub trait Described {
    type Payload: Payload;
    const SPEC: &'static ClassSpec;
}

impl<T: PyClass> Described for T {
    type Payload = T;
    const SPEC: &'static ClassSpec = <T as PyClass>::SPEC;
}

/// What a constructor of the class `C` may return, beside an object.
pub trait IntoInstance<C> {
    fn into_instance(self, rt: &mut Runtime, class: &Type, call: CallArgs<'_>) -> Result;
}

impl<C: PyClass, T: Into<PyClassInitializer<C>>> IntoInstance<C> for T {
    fn into_instance(self, rt: &mut Runtime, class: &Type, call: CallArgs<'_>) -> Result {
        rt.alloc_initialized(class, self.into(), call).map(Gc::into_value)
    }
}

/// What a constructor returned: an object is the answer itself.
pub struct Made<T>(pub T);

impl Made<Value> {
    #[inline]
    pub fn construct<C>(self, rt: &mut Runtime, _: &Type, _: CallArgs<'_>) -> Result {
        rt.admit(self.0)
    }
}

pub trait MadePayload: Sized {
    type Content;
    fn construct<C>(self, rt: &mut Runtime, class: &Type, call: CallArgs<'_>) -> Result
    where
        Self::Content: IntoInstance<C>;
}

impl<T> MadePayload for Made<T> {
    type Content = T;

    #[inline]
    fn construct<C>(self, rt: &mut Runtime, class: &Type, call: CallArgs<'_>) -> Result
    where
        T: IntoInstance<C>,
    {
        self.0.into_instance(rt, class, call)
    }
}

/// What lies before the payload of a class that extends `B`.
pub const fn prefix<B: PyClassBase>(flagged: bool) -> Prefix {
    let prefix = match B::IS_OBJECT {
        true => Prefix::NONE,
        false => B::PREFIX,
    };
    if flagged { prefix.flagged() } else { prefix }
}
