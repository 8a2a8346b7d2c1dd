//! Payload of `code`: what the library knows of a function body that the host brings.

use objmodel_gc::{Gc, Payload, Trace, Value};
use objmodel_slots::Signature;

use super::str::Str;
use super::tuple::Tuple;
use crate::host::CodeBody;

/// `co_flags` bits, with CPython's values.
pub mod flags {
    /// The body uses an array of locals.
    pub const OPTIMIZED: u32 = 0x1;
    /// A call makes a new namespace.
    pub const NEWLOCALS: u32 = 0x2;
    /// There is a `*args` parameter.
    pub const VARARGS: u32 = 0x4;
    /// There is a `**kwargs` parameter.
    pub const VARKEYWORDS: u32 = 0x8;
    /// The function is nested.
    pub const NESTED: u32 = 0x10;
    /// A generator function.
    pub const GENERATOR: u32 = 0x20;
    /// A coroutine function.
    pub const COROUTINE: u32 = 0x80;
    /// A generator that can be awaited.
    pub const ITERABLE_COROUTINE: u32 = 0x100;
    /// An asynchronous generator function.
    pub const ASYNC_GENERATOR: u32 = 0x200;
    /// `from __future__ import annotations` was in force.
    pub const FUTURE_ANNOTATIONS: u32 = 0x100_0000;
}

/// The payload of `code`. It never changes once made, so it can be read without a token: see
/// [`Gc::frozen`].
#[derive(Trace)]
pub struct CodeObject {
    /// `co_name`.
    pub name: Str,
    /// `co_qualname`.
    pub qualname: Str,
    /// `co_filename`.
    pub filename: Str,
    /// `co_firstlineno`.
    #[trace(leaf)]
    pub first_line: u32,
    /// `co_flags`.
    #[trace(leaf)]
    pub flags: u32,
    /// The parameters; binding goes by it.
    #[trace(leaf)]
    pub signature: Signature,
    /// Parameter names as objects, in the signature's order: the first of `co_varnames`.
    pub parameters: Vec<Str>,
    /// `co_varnames`: parameters, then other local variables.
    pub varnames: Tuple,
    /// `co_cellvars`.
    pub cellvars: Tuple,
    /// `co_freevars`.
    pub freevars: Tuple,
    /// `co_names`.
    pub names: Tuple,
    /// `co_consts`.
    pub constants: Vec<Value>,
    /// The host's body.
    pub body: Box<dyn CodeBody>,
}

/// A handle to a code object.
pub type Code = Gc<CodeObject>;

impl Payload for CodeObject {
    const FROZEN: bool = true;
}
