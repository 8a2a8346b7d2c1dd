use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    #[new]
    fn new(&self) -> C {
        C {}
    }
}

fn main() {}
