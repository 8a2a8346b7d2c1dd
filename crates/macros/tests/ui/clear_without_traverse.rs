use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn __clear__(&mut self) {}
}

fn main() {}
