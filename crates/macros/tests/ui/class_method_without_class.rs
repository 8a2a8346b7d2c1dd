use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    #[classmethod]
    fn f() {}
}

fn main() {}
