use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn __pow__(&self) -> i64 {
        1
    }
}

fn main() {}
