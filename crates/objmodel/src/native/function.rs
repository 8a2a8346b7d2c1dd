//! Functions from Rust closures and from `#[pyfunction]`.

use std::rc::Rc;

use objmodel_gc::{Trace, Value};
use objmodel_slots::SignatureError;

use super::into_object::IntoPyObject;
use super::spec::{MethodKind, MethodSpec};
use crate::arguments::Args;
use crate::objects::native::NativeDef;
use crate::raise::Result;
use crate::runtime::Runtime;

impl Runtime {
    /// A function whose body is a Rust closure. Arguments are bound by the signature, in Python
    /// syntax: `args.extract(rt)` reads them as Rust values, `args.at(0)` is the first
    /// parameter's.
    ///
    /// The closure owns what it captures. A value in it counts as referenced from outside; values
    /// that may be part of a cycle belong into [`Runtime::function_with`].
    ///
    /// ```
    /// use objmodel::prelude::*;
    ///
    /// let mut rt = Runtime::builder().build();
    /// let add = rt.function("add", "(a, *, n=1)", |rt, args| {
    ///     let (a, n): (i64, Option<i64>) = args.extract(rt)?;
    ///     Ok(a + n.unwrap_or(1))
    /// })?;
    /// assert_eq!(rt.call(&add, (2,))?.as_small_int(), Some(3));
    /// assert_eq!(rt.call_kwargs(&add, (2,), [("n", 10)])?.as_small_int(), Some(12));
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`; `ValueError` for a signature that does not parse.
    pub fn function<R: IntoPyObject>(
        &mut self,
        name: &str,
        signature: &str,
        body: impl Fn(&mut Runtime, Args<'_>) -> Result<R> + 'static,
    ) -> Result<Value> {
        let def = NativeDef::of_closure(name, signature, (), move |rt, (), args| body(rt, args));
        self.function_of(def)
    }

    /// A function whose body is a Rust closure over values that the collector sees.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// // The function keeps the list, and the list the function: a cycle that is collected.
    /// let list = rt.list(vec![])?;
    /// let push = rt.function_with(list.clone(), "push", "(item)", |rt, list, args| {
    ///     list.append(rt, args.at(0))
    /// })?;
    /// list.append(&mut rt, &push)?;
    /// rt.call(&push, (1,))?;
    /// assert_eq!(list.items(&rt).len(), 2);
    /// drop((list, push));
    /// assert!(objmodel::gc::collect(&mut rt, 2).collected > 0);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Runtime::function`].
    pub fn function_with<C: Trace + 'static, R: IntoPyObject>(
        &mut self,
        captured: C,
        name: &str,
        signature: &str,
        body: impl Fn(&mut Runtime, &C, Args<'_>) -> Result<R> + 'static,
    ) -> Result<Value> {
        self.function_of(NativeDef::of_closure(name, signature, captured, body))
    }

    /// A function of a table's row: what [`wrap_pyfunction!`](crate::wrap_pyfunction) calls.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn wrap_function(&mut self, spec: &'static MethodSpec) -> Result<Value> {
        if spec.binding != MethodKind::Static {
            let name = spec.name;
            return Err(self.type_error(format!("{name}() is passed its module: put it into one")));
        }
        self.native_function(spec.define(), None, None)
    }

    pub(crate) fn function_of(
        &mut self,
        def: std::result::Result<NativeDef, SignatureError>,
    ) -> Result<Value> {
        match def {
            Ok(def) => self.native_function(Rc::new(def), None, None),
            Err(error) => Err(self.value_error(error.to_string())),
        }
    }
}

/// The object of a `#[pyfunction]`: `wrap_pyfunction!(name, rt)?`.
///
/// ```
/// use objmodel::prelude::*;
///
/// #[pyfunction]
/// fn double(n: i64) -> i64 {
///     2 * n
/// }
///
/// fn main() -> Result<()> {
///     let mut rt = Runtime::builder().build();
///     let function = wrap_pyfunction!(double, &mut rt)?;
///     assert_eq!(rt.call(&function, (21,))?.as_small_int(), Some(42));
///     Ok(())
/// }
/// ```
#[macro_export]
macro_rules! wrap_pyfunction {
    ($($name:ident)::+, $rt:expr) => {
        $crate::Runtime::wrap_function($rt, const { &$($name)::+::SPEC })
    };
}

/// The signature of a closure that takes exactly so many arguments, by position.
pub(crate) fn positional(count: usize) -> String {
    let names: Vec<String> = (0..count).map(name_of).collect();
    match names.is_empty() {
        true => "()".to_owned(),
        false => format!("({}, /)", names.join(", ")),
    }
}

/// `a`, `b`, and so on.
fn name_of(number: usize) -> String {
    match u8::try_from(number) {
        Ok(number @ 0..26) => char::from(b'a' + number).to_string(),
        _ => format!("a{number}"),
    }
}
