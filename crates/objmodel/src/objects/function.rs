//! Payload of functions whose body the host brings.

use objmodel_gc::{Gc, Payload, Trace, Value};

use super::cell::Cell;
use super::code::Code;
use super::dict::Dict;
use super::str::Str;
use super::tuple::Tuple;

/// The payload of `function`.
#[derive(Trace)]
pub struct FunctionObject {
    /// `__code__`.
    pub code: Code,
    /// `__globals__`.
    pub globals: Dict,
    /// `__builtins__`.
    pub builtins: Dict,
    /// `__name__`.
    pub name: Str,
    /// `__qualname__`.
    pub qualname: Str,
    /// `__module__`.
    pub module: Value,
    /// `__doc__`.
    pub doc: Value,
    /// `__defaults__`.
    pub defaults: Option<Tuple>,
    /// `__kwdefaults__`.
    pub kwdefaults: Option<Dict>,
    /// The cells of the free variables, in the order of `co_freevars`.
    pub closure: Box<[Cell]>,
    /// `__annotations__`.
    pub annotations: Option<Value>,
    /// `__type_params__`.
    pub type_params: Option<Tuple>,
}

/// A handle to a function.
pub type Function = Gc<FunctionObject>;

impl Payload for FunctionObject {
    fn external_bytes(&self) -> usize {
        size_of_val(&*self.closure)
    }
}
