use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn f(&self, a: i64, rt: &mut Runtime) {}
}

fn main() {}
