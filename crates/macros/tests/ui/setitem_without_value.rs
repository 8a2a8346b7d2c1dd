use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn __setitem__(&mut self, key: i64) {}
}

fn main() {}
