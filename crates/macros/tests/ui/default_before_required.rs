use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    #[pyo3(signature = (a=1, b))]
    fn f(&self, a: i64, b: i64) {}
}

fn main() {}
