use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn f(&self, a: std::time::Instant) {}
}

fn main() {}
