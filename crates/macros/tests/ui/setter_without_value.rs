use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    #[setter]
    fn x(&mut self) {}
}

fn main() {}
