use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn f(&self, rt: &mut Runtime) {}
}

fn main() {}
