use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn __get__(&self, a: i64, b: i64, c: i64) -> i64 {
        1
    }
}

fn main() {}
