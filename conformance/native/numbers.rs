//! "Numeric types": binary operators on both sides, in place, unary operators, coercions.

use super::prelude::*;

macro_rules! number {
    ($($name:ident)*; $($ternary:ident)*; $($in_place:ident)*) => {
        /// Each operator answers with its name.
        #[pyclass(module = "native")]
        pub struct Number {
            last: String,
        }

        #[pymethods]
        impl Number {
            #[new]
            fn new() -> Self {
                Number { last: String::new() }
            }
            fn last(&self) -> String {
                self.last.clone()
            }
            $(fn $name(&self, other: i64) -> String {
                format!("{} {other}", stringify!($name))
            })*
            $(fn $ternary(&self, other: i64, modulus: Option<i64>) -> String {
                format!("{} {other} {modulus:?}", stringify!($ternary))
            })*
            $(fn $in_place(&mut self, other: i64) {
                self.last = format!("{} {other}", stringify!($in_place));
            })*
            fn __ipow__(&mut self, other: i64, modulus: Option<i64>) {
                self.last = format!("__ipow__ {other} {modulus:?}");
            }
            fn __pos__(&self) -> &'static str {
                "__pos__"
            }
            fn __neg__(&self) -> &'static str {
                "__neg__"
            }
            fn __abs__(&self) -> &'static str {
                "__abs__"
            }
            fn __invert__(&self) -> PyResult<&'static str> {
                Ok("__invert__")
            }
            fn __index__(&self) -> i64 {
                5
            }
            fn __int__(&self) -> i64 {
                6
            }
            fn __float__(&self) -> f64 {
                7.5
            }
        }
    };
}

number! {
    __add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __matmul__ __rmatmul__ __floordiv__
    __rfloordiv__ __truediv__ __rtruediv__ __divmod__ __rdivmod__ __mod__ __rmod__ __lshift__
    __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__ __rxor__ __or__ __ror__;
    __pow__ __rpow__;
    __iadd__ __isub__ __imul__ __imatmul__ __itruediv__ __ifloordiv__ __imod__ __ilshift__
    __irshift__ __iand__ __ixor__ __ior__
}

/// What is returned is checked by the interpreter.
#[pyclass(module = "native")]
pub struct Wrong {}

#[pymethods]
impl Wrong {
    #[new]
    fn new() -> Self {
        Wrong {}
    }
    fn __str__(&self) -> i64 {
        1
    }
    fn __int__(&self) -> &'static str {
        "one"
    }
    fn __index__(&self) -> &'static str {
        "one"
    }
    fn __float__(&self) -> i64 {
        1
    }
}

/// Only the left operand's half, for a subclass that writes the other.
#[pyclass(module = "native", subclass)]
pub struct Half {}

#[pymethods]
impl Half {
    #[new]
    fn new() -> Self {
        Half {}
    }
    fn __rmul__(&self, other: i64) -> String {
        format!("Half.__rmul__ {other}")
    }
}
