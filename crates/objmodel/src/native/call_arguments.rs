//! The arguments of a call as they are written in Rust: `IntoArgs`, `IntoKwargs`.

use objmodel_gc::{Borrowed, Gc, Value, all_present, refs};
use smallvec::SmallVec;

use super::into_object::IntoPyObject;
use super::name::IntoName;
use crate::arguments::CallArgs;
use crate::objects::dict::{Dict, DictObject};
use crate::objects::str::Str;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;

/// A value on its way into an operation: an object that is lent, or what was made of a Rust value.
pub(crate) enum Held<T> {
    Lent(T),
    Made(Value),
}

impl<T: IntoPyObject> Held<T> {
    /// What is an object already is not counted once more. One of another runtime is refused.
    #[inline(always)]
    pub(crate) fn new(value: T, rt: &mut Runtime) -> Result<Held<T>> {
        let held = Held::unchecked(value, rt)?;
        rt.check_own(&held.borrowed())?;
        Ok(held)
    }

    /// The same for operands of operations that look at immediates first: they check the rest
    /// themselves.
    #[inline(always)]
    pub(crate) fn unchecked(value: T, rt: &mut Runtime) -> Result<Held<T>> {
        match value.as_borrowed() {
            Some(_) => Ok(Held::Lent(value)),
            None => rt.admit(value).map(Held::Made),
        }
    }

    #[inline(always)]
    pub(crate) fn borrowed(&self) -> Borrowed<'_> {
        match self {
            Held::Lent(value) => {
                value.as_borrowed().unwrap_or(Borrowed::immediate(singletons::NONE))
            }
            Held::Made(value) => value.as_ref(),
        }
    }
}

/// The positional arguments of a call: a tuple, an array, a slice or a vector of what becomes an
/// object; `()` for none; [`CallArgs`] as they came.
///
/// ```
/// use objmodel::prelude::*;
///
/// let mut rt = Runtime::builder().build();
/// let join = rt.function("join", "(a, b, c)", |rt, args| {
///     let [a, b, c] = args.take();
///     Ok(format!("{}{}{}", i64::extract(a, rt)?, String::extract(b, rt)?, bool::extract(c, rt)?))
/// })?;
/// let text: String = rt.call(&join, (1, "x", true))?.extract(&mut rt)?;
/// assert_eq!(text, "1xtrue");
/// # Ok::<(), Raise>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the arguments of a call",
    label = "expected a tuple, an array, a slice or a vector",
    note = "write `()` for no argument and `(x,)` for one; each is a value or implements `IntoPyObject`"
)]
pub trait IntoArgs: Sized {
    /// Lends the arguments to `call`.
    ///
    /// # Errors
    /// What the conversions raise; what `call` raises.
    fn pass<R>(
        self,
        rt: &mut Runtime,
        call: impl FnOnce(&mut Runtime, CallArgs<'_>) -> Result<R>,
    ) -> Result<R>;
}

impl IntoArgs for () {
    #[inline]
    fn pass<R>(
        self,
        rt: &mut Runtime,
        call: impl FnOnce(&mut Runtime, CallArgs<'_>) -> Result<R>,
    ) -> Result<R> {
        call(rt, CallArgs::NONE)
    }
}

impl IntoArgs for CallArgs<'_> {
    #[inline]
    fn pass<R>(
        self,
        rt: &mut Runtime,
        call: impl FnOnce(&mut Runtime, CallArgs<'_>) -> Result<R>,
    ) -> Result<R> {
        rt.check_all_own(self.names())?;
        rt.check_all_own(self.all())?;
        call(rt, self)
    }
}

impl IntoArgs for &[Borrowed<'_>] {
    #[inline]
    fn pass<R>(
        self,
        rt: &mut Runtime,
        call: impl FnOnce(&mut Runtime, CallArgs<'_>) -> Result<R>,
    ) -> Result<R> {
        rt.check_all_own(self)?;
        call(rt, CallArgs::positional(self))
    }
}

impl IntoArgs for &[Value] {
    #[inline]
    fn pass<R>(
        self,
        rt: &mut Runtime,
        call: impl FnOnce(&mut Runtime, CallArgs<'_>) -> Result<R>,
    ) -> Result<R> {
        refs(self).pass(rt, call)
    }
}

impl IntoArgs for &Vec<Value> {
    #[inline]
    fn pass<R>(
        self,
        rt: &mut Runtime,
        call: impl FnOnce(&mut Runtime, CallArgs<'_>) -> Result<R>,
    ) -> Result<R> {
        self.as_slice().pass(rt, call)
    }
}

/// Converts each, and lends them.
fn convert_and_pass<T: IntoPyObject, R>(
    items: impl Iterator<Item = T>,
    rt: &mut Runtime,
    call: impl FnOnce(&mut Runtime, CallArgs<'_>) -> Result<R>,
) -> Result<R> {
    let made: Result<SmallVec<[Value; 8]>> = items.map(|item| rt.admit(item)).collect();
    call(rt, CallArgs::positional(refs(&made?)))
}

impl<T: IntoPyObject> IntoArgs for Vec<T> {
    fn pass<R>(
        self,
        rt: &mut Runtime,
        call: impl FnOnce(&mut Runtime, CallArgs<'_>) -> Result<R>,
    ) -> Result<R> {
        convert_and_pass(self.into_iter(), rt, call)
    }
}

impl<T: IntoPyObject, const N: usize> IntoArgs for [T; N] {
    #[inline]
    fn pass<R>(
        self,
        rt: &mut Runtime,
        call: impl FnOnce(&mut Runtime, CallArgs<'_>) -> Result<R>,
    ) -> Result<R> {
        if let Some(lent) = all_present(&self.each_ref().map(T::as_borrowed)) {
            return lent.pass(rt, call);
        }
        convert_and_pass(self.into_iter(), rt, call)
    }
}

macro_rules! tuples {
    ($($name:ident)*) => {
        impl<$($name: IntoPyObject),*> IntoArgs for ($($name,)*) {
            #[allow(non_snake_case)]
            #[inline]
            fn pass<Answer>(
                self,
                rt: &mut Runtime,
                call: impl FnOnce(&mut Runtime, CallArgs<'_>) -> Result<Answer>,
            ) -> Result<Answer> {
                let ($($name,)*) = self;
                $(let $name = Held::new($name, rt)?;)*
                call(rt, CallArgs::positional(&[$($name.borrowed()),*]))
            }
        }
    };
}

tuples!(A);
tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
tuples!(A B C D E);
tuples!(A B C D E F);
tuples!(A B C D E F G);
tuples!(A B C D E F G H);

/// Names and values of keyword arguments, in the order of the call.
pub type Keywords = SmallVec<[(Str, Value); 4]>;

/// The keyword arguments of a call: pairs of name and value in an array, a vector or a tuple, a
/// dict, or `()` for none.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the keyword arguments of a call",
    note = "write pairs, as in `[(\"sep\", \", \")]` or `((\"sep\", \", \"), (\"flush\", true))`, or a `&Dict`"
)]
pub trait IntoKwargs: Sized {
    /// Appends names and values.
    ///
    /// # Errors
    /// What the conversions raise; `TypeError` for a key of a dict that is no text.
    fn append_to(self, rt: &mut Runtime, keywords: &mut Keywords) -> Result<()>;
}

impl IntoKwargs for () {
    fn append_to(self, _: &mut Runtime, _: &mut Keywords) -> Result<()> {
        Ok(())
    }
}

/// One argument: a name and its value.
fn append(
    rt: &mut Runtime,
    keywords: &mut Keywords,
    name: impl IntoName,
    value: impl IntoPyObject,
) -> Result<()> {
    let name = rt.admit_name(name)?;
    let value = rt.admit(value)?;
    keywords.push((std::borrow::Borrow::<Str>::borrow(&name).clone(), value));
    Ok(())
}

impl<K: IntoName, V: IntoPyObject, const N: usize> IntoKwargs for [(K, V); N] {
    fn append_to(self, rt: &mut Runtime, keywords: &mut Keywords) -> Result<()> {
        self.into_iter().try_for_each(|(name, value)| append(rt, keywords, name, value))
    }
}

impl<K: IntoName, V: IntoPyObject> IntoKwargs for Vec<(K, V)> {
    fn append_to(self, rt: &mut Runtime, keywords: &mut Keywords) -> Result<()> {
        self.into_iter().try_for_each(|(name, value)| append(rt, keywords, name, value))
    }
}

impl IntoKwargs for &Dict {
    fn append_to(self, rt: &mut Runtime, keywords: &mut Keywords) -> Result<()> {
        rt.check_own(self)?;
        let entries: Vec<(Value, Value)> = match self.get::<DictObject>(rt) {
            Some(dict) => dict.iter().map(|one| (one.key.clone(), one.value.clone())).collect(),
            None => Vec::new(),
        };
        for (name, value) in entries {
            if !name.is_payload::<crate::objects::str::StrObject>() {
                return Err(rt.type_error("keywords must be strings"));
            }
            append(rt, keywords, &name, value)?;
        }
        Ok(())
    }
}

impl<T: IntoKwargs> IntoKwargs for Option<T> {
    fn append_to(self, rt: &mut Runtime, keywords: &mut Keywords) -> Result<()> {
        self.map_or(Ok(()), |given| given.append_to(rt, keywords))
    }
}

macro_rules! pairs {
    ($($name:ident $value:ident)*) => {
        impl<$($name: IntoName, $value: IntoPyObject),*> IntoKwargs for ($(($name, $value),)*) {
            #[allow(non_snake_case)]
            fn append_to(self, rt: &mut Runtime, keywords: &mut Keywords) -> Result<()> {
                let ($(($name, $value),)*) = self;
                $(append(rt, keywords, $name, $value)?;)*
                Ok(())
            }
        }
    };
}

pairs!(A1 V1);
pairs!(A1 V1 A2 V2);
pairs!(A1 V1 A2 V2 A3 V3);
pairs!(A1 V1 A2 V2 A3 V3 A4 V4);

/// Lends positional and keyword arguments to `call`.
pub(crate) fn pass_with_keywords<R>(
    rt: &mut Runtime,
    args: impl IntoArgs,
    kwargs: impl IntoKwargs,
    call: impl FnOnce(&mut Runtime, CallArgs<'_>) -> Result<R>,
) -> Result<R> {
    let mut keywords = Keywords::new();
    kwargs.append_to(rt, &mut keywords)?;
    args.pass(rt, |rt, args| {
        if keywords.is_empty() {
            return call(rt, args);
        }
        let (names, values): (SmallVec<[Value; 4]>, SmallVec<[Value; 4]>) =
            keywords.into_iter().map(|(name, value)| (Gc::into_value(name), value)).unzip();
        let all: SmallVec<[Borrowed<'_>; 8]> =
            args.all().iter().copied().chain(values.iter().map(Value::as_ref)).collect();
        let names: SmallVec<[Borrowed<'_>; 4]> =
            args.names().iter().copied().chain(names.iter().map(Value::as_ref)).collect();
        call(rt, CallArgs::with_names(&all, &names))
    })
}
