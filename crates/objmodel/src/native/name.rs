//! Names of attributes as they are written in Rust: `IntoName`.

use std::borrow::Borrow;

use objmodel_gc::{Bound, Value};

use crate::objects::str::{Str, StrObject};
use crate::raise::Result;
use crate::runtime::Runtime;

/// The name of an attribute: `&str` and `&String`, which are interned, or a `str` object, which is
/// taken as it is. Where one name is used many times, [`Runtime::intern`] it once.
///
/// ```
/// use objmodel::prelude::*;
///
/// let mut rt = Runtime::builder().build();
/// objmodel_builtins::install(&mut rt)?;
/// let class = rt.class("Point").build(&mut rt)?;
/// let point = rt.call(&class, ())?;
/// rt.setattr(&point, "x", 1)?;
/// let x = rt.intern("x")?;
/// assert_eq!(rt.getattr(&point, &x)?.as_small_int(), Some(1));
/// # Ok::<(), Raise>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no name of an attribute",
    note = "names are `&str`, `&String`, `&Str` (see `Runtime::intern`) or a `&Value` that is a `str`"
)]
pub trait IntoName {
    /// What holds the name meanwhile.
    type Held: Borrow<Str>;

    /// The name as an object.
    ///
    /// # Errors
    /// `MemoryError`; `TypeError` for an object that is no text.
    fn into_name(self, rt: &mut Runtime) -> Result<Self::Held>;
}

impl<'a> IntoName for &'a Str {
    type Held = &'a Str;

    #[inline(always)]
    fn into_name(self, _: &mut Runtime) -> Result<&'a Str> {
        Ok(self)
    }
}

impl IntoName for &Bound<'_, StrObject> {
    type Held = Str;

    #[inline]
    fn into_name(self, _: &mut Runtime) -> Result<Str> {
        Ok(self.to_gc())
    }
}

impl IntoName for &str {
    type Held = Str;

    fn into_name(self, rt: &mut Runtime) -> Result<Str> {
        rt.intern(self)
    }
}

impl IntoName for &String {
    type Held = Str;

    fn into_name(self, rt: &mut Runtime) -> Result<Str> {
        rt.intern(self)
    }
}

impl IntoName for &Value {
    type Held = Str;

    fn into_name(self, rt: &mut Runtime) -> Result<Str> {
        match self.downcast_ref::<StrObject>() {
            Some(name) => Ok(name.clone()),
            None => {
                let class = rt.type_name(self.as_ref());
                Err(rt.type_error(format!("attribute name must be string, not '{class}'")))
            }
        }
    }
}
