//! What most programs that embed the library name: `use objmodel::prelude::*`.

pub use crate::gc::{PyRef, PyRefMut};
pub use crate::native::class::{
    PyAny, PyAttributeError, PyClassInitializer, PyException, PyIndexError, PyKeyError,
    PyRuntimeError, PyTypeError, PyValueError, PyZeroDivisionError, Python,
};
pub use crate::native::collections::{
    PyDictMethods, PyListMethods, PyModuleMethods, PyStringMethods, PyTupleMethods,
};
pub use crate::native::error::{PyErr, PyResult};
pub use crate::native::iteration::{IterANextOutput, IterNextOutput, PyTraverseError, PyVisit};
pub use crate::native::{
    Attached, Buffer, ClassBuilder, FromPyObject, IntoArgs, IntoKwargs, IntoName, IntoPyObject,
    IntoRaise, PyAnyMethods, PyClass, PyClassBase, class::PyNew,
};
pub use crate::{
    Args, BinaryOp, Borrowed, Bound, CallArgs, CompareOp, Detach, Gc, Halt, Limits, Py, Raise,
    RaiseKind, Result, Runtime, ScriptError, Type, UnaryOp, Value, create_exception,
    wrap_pyfunction,
};

pub use crate::{FromPyObject, IntoPyObject, pyclass, pyfunction, pymethods, pymodule, pyproto};

/// A class as the payload of handles: `&Bound<PyType>`.
pub type PyType = crate::gc::Class<crate::TypeObject>;
