use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn f(&mut self, rt: &mut Runtime) {}
}

fn main() {}
