use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn __add__(&self) -> i64 {
        1
    }
}

fn main() {}
