use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn f<T>(&self, a: T) {}
}

fn main() {}
