//! Payloads: what objects of the built-in kinds are made of. Their meaning (slots, methods) is in
//! the `builtins` crate; here are representation and the operations that run no Python code.

pub mod builder;
pub mod bytes;
pub mod cell;
pub mod code;
pub mod codepoints;
pub mod descriptor;
pub mod dict;
pub mod exception;
pub mod frame;
pub mod function;
pub mod generator;
pub mod instance;
pub mod iterator;
pub mod list;
pub mod method;
pub mod module;
pub mod native;
pub mod number;
pub mod proxy;
pub mod set;
pub mod slice;
pub mod spelling;
pub mod str;
pub mod traceback;
pub mod tuple;
