use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn __add__(&self, a: i64, b: i64) -> i64 {
        a + b
    }
}

fn main() {}
