use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    #[pyo3(signature = (b))]
    fn f(&self, a: i64) {}
}

fn main() {}
