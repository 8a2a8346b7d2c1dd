use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn __ad__(&self, other: i64) -> i64 {
        other
    }
}

fn main() {}
