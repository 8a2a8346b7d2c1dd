//! What most programs that embed the library name: `use objmodel::prelude::*`.

pub use crate::{
    Args, BinaryOp, Borrowed, CallArgs, CompareOp, Gc, Halt, Raise, RaiseKind, Result, Runtime,
    Type, UnaryOp, Value,
};
