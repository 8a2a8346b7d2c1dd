use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    #[getter]
    fn x(&self, a: i64) -> i64 {
        a
    }
}

fn main() {}
