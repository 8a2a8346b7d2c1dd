use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn __init_subclass__(&self) {}
}

fn main() {}
