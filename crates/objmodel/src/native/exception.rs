//! Exception classes of a host: `create_exception!`.

use std::any::TypeId;

use super::class::PyClassBase;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::Type;

/// The class of an exception that [`create_exception!`](crate::create_exception) declares: made
/// when it is first asked for, one in each runtime.
#[doc(hidden)]
pub fn class_of<C: PyClassBase, B: PyClassBase>(
    rt: &mut Runtime,
    name: &str,
    doc: &str,
) -> Result<Type> {
    if let Some(class) = rt.type_for::<C>() {
        return Ok(class.clone());
    }
    let base = B::base_class(rt)?;
    let mut builder = rt.class(name).base(&base);
    if !doc.is_empty() {
        builder = builder.doc(doc);
    }
    let class = builder.build(rt)?;
    rt.registered.insert(TypeId::of::<C>(), class.clone());
    Ok(class)
}

/// Declares an exception class: its module, its name, what it derives from, and its docstring.
///
/// `Name::new_err("...")` makes one in methods without a runtime; `Name::base_class(rt)` is the
/// class; `raise.is_instance_of::<Name>(rt)` tells; `#[pyclass(extends = Name)]` derives from it.
///
/// ```
/// use objmodel::prelude::*;
///
/// create_exception!(bank, Overdrawn, PyValueError, "More was withdrawn than there is.");
///
/// let mut rt = Runtime::builder().build();
/// objmodel_builtins::install(&mut rt)?;
/// let withdraw = rt.function("withdraw", "(amount)", |rt, args| -> Result {
///     let _ = args;
///     Err(Overdrawn::new_err("only 3 left").into_raise(rt))
/// })?;
/// let raise = rt.call(&withdraw, (5,)).unwrap_err();
/// assert!(raise.is_instance_of::<Overdrawn>(&mut rt) && raise.is_instance_of::<PyValueError>(&mut rt));
/// assert_eq!(raise.detach(&mut rt).to_string(), "bank.Overdrawn: only 3 left");
/// # Ok::<(), Raise>(())
/// ```
#[macro_export]
macro_rules! create_exception {
    ($module:expr, $name:ident, $base:ty) => {
        $crate::create_exception!($module, $name, $base, "");
    };
    ($module:expr, $name:ident, $base:ty, $doc:expr) => {
        #[doc = $doc]
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs, reason = "a declaration may go without a docstring")]
        pub enum $name {}

        impl $crate::native::PyClassBase for $name {
            type Payload = <$base as $crate::native::PyClassBase>::Payload;
            const PREFIX: $crate::gc::Prefix = <$base as $crate::native::PyClassBase>::PREFIX;

            fn base_class(rt: &mut $crate::Runtime) -> $crate::Result<$crate::Type> {
                let module = ::core::stringify!($module);
                // A module may be named by an identifier or by a text.
                let module = module.trim_matches('"');
                let name = ::std::format!("{module}.{}", ::core::stringify!($name));
                $crate::native::exception::class_of::<$name, $base>(rt, &name, $doc)
            }

            fn begin(
                rt: &mut $crate::Runtime,
                args: $crate::CallArgs<'_>,
            ) -> $crate::Result<$crate::gc::Bases> {
                <$base as $crate::native::PyClassBase>::begin(rt, args)
            }
        }

        impl $name {
            /// An exception of this class with one argument, raised when it leaves the method.
            #[allow(dead_code, reason = "a declared exception may only be caught")]
            pub fn new_err(
                argument: impl $crate::native::IntoPyObject + 'static,
            ) -> $crate::native::error::PyErr {
                $crate::native::error::PyErr::new::<$name>(argument)
            }

            #[doc(hidden)]
            #[allow(dead_code, reason = "for `#[pymodule_export]`")]
            pub fn __py_export(
                rt: &mut $crate::Runtime,
                module: &$crate::Value,
                _: &str,
            ) -> $crate::Result<()> {
                $crate::native::module::add_class::<$name>(rt, module)
            }
        }
    };
}
