//! What most programs that embed the library name: `use objmodel::prelude::*`.

pub use crate::native::{
    ClassBuilder, FromPyObject, IntoPyObject, IntoRaise, PyClass, PyClassBase, class::PyNew,
};
pub use crate::{
    Args, BinaryOp, Borrowed, Bound, CallArgs, CompareOp, Gc, Halt, Limits, Py, Raise, RaiseKind,
    Result, Runtime, Type, UnaryOp, Value,
};
