use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn f(&mut self, other: &C) {}
}

fn main() {}
