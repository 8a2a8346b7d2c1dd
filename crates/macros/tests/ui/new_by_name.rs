use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn __new__() -> C {
        C {}
    }
}

fn main() {}
