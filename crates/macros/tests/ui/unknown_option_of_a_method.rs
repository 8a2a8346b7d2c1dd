use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    #[pyo3(nam = "x")]
    fn f(&self) {}
}

fn main() {}
