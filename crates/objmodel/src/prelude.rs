//! What most programs that embed the library name: `use objmodel::prelude::*`.

pub use crate::{
    Args, BinaryOp, CallArgs, CompareOp, Gc, Halt, Raise, Raised, Ref, Result, Runtime, Type,
    UnaryOp, Value,
};
