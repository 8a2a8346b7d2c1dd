//! What `#[pyclass]` implements: Rust types that are classes, and how their instances are made and borrowed.

use objmodel_gc::{Bases, Gc, Payload, Prefix, Value};

use super::error::PyErr;
use super::into_object::IntoPyObject;
use super::spec::ClassSpec;
use crate::arguments::CallArgs;
use crate::objects::dict::DictObject;
use crate::objects::exception::ExceptionObject;
use crate::objects::instance::Instance;
use crate::objects::list::ListObject;
use crate::objects::number::IntObject;
use crate::objects::set::SetObject;
use crate::objects::str::StrObject;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::Type;

/// A Rust type whose values are the instances of a class. Written by `#[pyclass]`.
///
/// There is one class for it in each runtime, made when it is first asked for.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no class",
    label = "this is no class",
    note = "write `#[pyclass]` on the type; a base may also be `PyAny`, `PyList`, `PyDict`, `PySet`, `PyInt`, `PyString`, or an exception such as `PyValueError`"
)]
pub trait PyClass: Payload + Sized {
    /// The class that it extends.
    type Base: PyClassBase;

    /// What the class offers.
    const SPEC: &'static ClassSpec;

    /// The class in this runtime.
    ///
    /// # Errors
    /// `MemoryError`; what evaluating class attributes raises.
    fn class(rt: &mut Runtime) -> Result<Type> {
        match rt.type_for::<Self>() {
            Some(class) => Ok(class.clone()),
            None => rt.register_class::<Self>(),
        }
    }

    /// The class that an instance with this payload gets: of an enum with data, the variant's.
    ///
    /// # Errors
    /// As for [`PyClass::class`].
    fn class_for(&self, rt: &mut Runtime) -> Result<Type> {
        let _ = self;
        Self::class(rt)
    }
}

/// What a class may extend: another `#[pyclass]`, or one of the built-in classes named here.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no class that can be extended",
    note = "a base is a `#[pyclass(subclass)]`, `PyAny`, `PyList`, `PyDict`, `PySet`, `PyInt`, `PyString`, or an exception such as `PyValueError`"
)]
pub trait PyClassBase: 'static {
    /// The payload of its instances.
    type Payload: Payload;

    /// Whether this is `object`, whose instances have no payload of their own.
    const IS_OBJECT: bool = false;

    /// What lies before the payload of a class that extends it.
    const PREFIX: Prefix;

    /// The class.
    ///
    /// # Errors
    /// `MemoryError`.
    fn base_class(rt: &mut Runtime) -> Result<Type>;

    /// The payloads of a new instance, the nearest first, made of the arguments of the call.
    ///
    /// # Errors
    /// `TypeError` if they do not fit.
    fn begin(rt: &mut Runtime, args: CallArgs<'_>) -> Result<Bases>;
}

impl<T: PyClass> PyClassBase for T {
    type Payload = T;
    const PREFIX: Prefix = Prefix::extending::<T>();

    fn base_class(rt: &mut Runtime) -> Result<Type> {
        T::class(rt)
    }

    /// Only its own constructor knows how: it is given as the second part of a pair.
    fn begin(rt: &mut Runtime, _: CallArgs<'_>) -> Result<Bases> {
        let name = T::class(rt)?.read(rt).name().to_owned();
        Err(rt.type_error(format!(
            "the constructor does not make its base: it has to return a pair with a '{name}'"
        )))
    }
}

/// There is nothing before the payload.
const NO_PREFIX: Option<Prefix> = None;

macro_rules! bases {
    ($($(#[$doc:meta])* $name:ident: $payload:ty, $prefix:expr, $class:ident, |$rt:ident, $args:ident| $begin:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub enum $name {}

        impl PyClassBase for $name {
            type Payload = $payload;
            const IS_OBJECT: bool = $prefix.is_none();
            const PREFIX: Prefix = match $prefix {
                Some(prefix) => prefix,
                None => Prefix::NONE,
            };

            fn base_class(rt: &mut Runtime) -> Result<Type> {
                Ok(rt.types().$class.clone())
            }

            fn begin($rt: &mut Runtime, $args: CallArgs<'_>) -> Result<Bases> {
                $begin
            }
        }
    )*};
}

/// The `args` of an exception that is called so.
fn exception(rt: &mut Runtime, args: CallArgs<'_>) -> Result<Bases> {
    let args = rt.tuple(args.positionals().iter().map(|item| item.to_value()))?;
    Ok(Bases::default().and(ExceptionObject::new(args)))
}

bases! {
    /// `object`: there is no other base.
    PyAny: Instance, NO_PREFIX, object, |_rt, _args| Ok(Bases::default());
    /// `list`, empty until its `__init__` runs.
    PyList: ListObject, Some(Prefix::extending::<ListObject>()), list, |_rt, _args| Ok(Bases::default().and(ListObject::default()));
    /// `dict`, empty until its `__init__` runs.
    PyDict: DictObject, Some(Prefix::extending::<DictObject>()), dict, |_rt, _args| Ok(Bases::default().and(DictObject::default()));
    /// `set`, empty until its `__init__` runs.
    PySet: SetObject, Some(Prefix::extending::<SetObject>()), set, |_rt, _args| Ok(Bases::default().and(SetObject::default()));
    /// `int`, of the number that `int(...)` makes of the arguments.
    PyInt: IntObject, Some(Prefix::extending::<IntObject>()), int, |rt, args| {
        let class = Value::clone(&rt.types().int);
        let number = rt.call_with(class.as_ref(), args)?;
        let number = rt.as_int(number.as_ref()).map(|number| number.to_big()).unwrap_or_default();
        Ok(Bases::default().and(IntObject::new(number)))
    };
    /// `str`, of the text that `str(...)` makes of the arguments.
    PyString: StrObject, Some(Prefix::extending::<StrObject>()), str, |rt, args| {
        let class = Value::clone(&rt.types().str);
        let text = rt.call_with(class.as_ref(), args)?;
        let bytes = text.get::<StrObject>(rt).map(|text| text.as_bytes().to_vec()).unwrap_or_default();
        rt.charge(crate::objects::str::str_bytes(bytes.len()))?;
        Ok(Bases::default().and(StrObject::new(&bytes)))
    };
}

/// The runtime of a method that runs no Python code, in PyO3's words.
pub type Python<'a> = &'a Runtime;

macro_rules! exceptions {
    ($($name:ident $text:literal $class:ident;)*) => {$(
        #[doc = concat!("`", $text, "`.")]
        #[derive(Clone, Copy, Debug)]
        pub enum $name {}

        impl PyClassBase for $name {
            type Payload = ExceptionObject;
            const PREFIX: Prefix = Prefix::extending::<ExceptionObject>();

            fn base_class(rt: &mut Runtime) -> Result<Type> {
                Ok(rt.types().$class.clone())
            }

            fn begin(rt: &mut Runtime, args: CallArgs<'_>) -> Result<Bases> {
                exception(rt, args)
            }
        }

        impl $name {
            /// An exception of this class with one argument, raised when it leaves the method.
            pub fn new_err(argument: impl IntoPyObject + 'static) -> PyErr {
                PyErr::new::<$name>(argument)
            }
        }
    )*};
}

exceptions! {
    PyBaseException "BaseException" base_exception;
    PyException "Exception" exception;
    PyArithmeticError "ArithmeticError" arithmetic_error;
    PyAssertionError "AssertionError" assertion_error;
    PyAttributeError "AttributeError" attribute_error;
    PyBufferError "BufferError" buffer_error;
    PyEOFError "EOFError" eof_error;
    PyImportError "ImportError" import_error;
    PyIndexError "IndexError" index_error;
    PyKeyError "KeyError" key_error;
    PyLookupError "LookupError" lookup_error;
    PyMemoryError "MemoryError" memory_error;
    PyNameError "NameError" name_error;
    PyNotImplementedError "NotImplementedError" not_implemented_error;
    PyOSError "OSError" os_error;
    PyOverflowError "OverflowError" overflow_error;
    PyRecursionError "RecursionError" recursion_error;
    PyReferenceError "ReferenceError" reference_error;
    PyRuntimeError "RuntimeError" runtime_error;
    PyStopAsyncIteration "StopAsyncIteration" stop_async_iteration;
    PyStopIteration "StopIteration" stop_iteration;
    PySystemError "SystemError" system_error;
    PyTimeoutError "TimeoutError" timeout_error;
    PyTypeError "TypeError" type_error;
    PyUnicodeError "UnicodeError" unicode_error;
    PyValueError "ValueError" value_error;
    PyZeroDivisionError "ZeroDivisionError" zero_division_error;
}

/// How a new instance begins: its own payload, and those that it extends if the constructor makes
/// them. A payload alone, or a pair with that of the base, becomes one.
pub struct PyClassInitializer<T: PyClass> {
    payload: T,
    bases: Option<Bases>,
}

impl<T: PyClass> PyClassInitializer<T> {
    /// The payload of a class that extends this one, on top of it.
    pub fn add_subclass<S: PyClass<Base = T>>(self, subclass: S) -> PyClassInitializer<S> {
        let bases = Bases::default().and(self.payload).then(self.bases.unwrap_or_default());
        PyClassInitializer { payload: subclass, bases: Some(bases) }
    }
}

impl<T: PyClass> From<T> for PyClassInitializer<T> {
    fn from(payload: T) -> Self {
        PyClassInitializer { payload, bases: None }
    }
}

impl<T: PyClass<Base = B>, B: PyClass> From<(T, B)> for PyClassInitializer<T> {
    fn from((subclass, base): (T, B)) -> Self {
        PyClassInitializer::from(base).add_subclass(subclass)
    }
}

/// Making instances from Rust, as `Py::new(rt, value)`.
pub trait PyNew<T: PyClass>: Sized {
    /// A new instance of the class of `T`.
    ///
    /// # Errors
    /// `MemoryError`; `TypeError` if the base is not given and cannot be made without arguments.
    fn new(rt: &mut Runtime, value: impl Into<PyClassInitializer<T>>) -> Result<Self>;
}

impl<T: PyClass> PyNew<T> for Gc<T> {
    fn new(rt: &mut Runtime, value: impl Into<PyClassInitializer<T>>) -> Result<Self> {
        let init = value.into();
        let class = init.payload.class_for(rt)?;
        rt.alloc_initialized(&class, init, CallArgs::NONE)
    }
}

impl Runtime {
    /// The class of a Rust type: of a `#[pyclass]`, of a `create_exception!`, of a built-in class by
    /// its name in PyO3 (`PyList`, `PyValueError`).
    ///
    /// ```
    /// use objmodel::prelude::*;
    ///
    /// let mut rt = Runtime::builder().build();
    /// let class = rt.get_type::<PyKeyError>()?;
    /// assert_eq!(class.read(&rt).name(), "KeyError");
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`; what evaluating class attributes raises.
    pub fn get_type<T: PyClassBase>(&mut self) -> Result<Type> {
        T::base_class(self)
    }

    /// An instance of a class or of a subclass of it; `args` are those of the call.
    pub(crate) fn alloc_initialized<T: PyClass>(
        &mut self,
        class: &Type,
        init: PyClassInitializer<T>,
        args: CallArgs<'_>,
    ) -> Result<Gc<T>> {
        let PyClassInitializer { payload, bases } = init;
        if !T::PREFIX.extends() {
            return self.alloc(class, payload);
        }
        let bases = match bases {
            Some(bases) => bases,
            None => T::Base::begin(self, args)?,
        };
        let fields = self.fields_of(class);
        let made = self.heap.alloc_extending(class, payload, bases, fields);
        made.map_err(|refused| self.refused(refused))
    }

    /// Makes the class of a Rust type, and those that it extends.
    #[cold]
    #[inline(never)]
    fn register_class<T: PyClass>(&mut self) -> Result<Type> {
        let base = T::Base::base_class(self)?;
        self.register_extending::<T>(&base, T::SPEC)
    }
}
