use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn __len__(&self, a: i64) -> usize {
        1
    }
}

fn main() {}
