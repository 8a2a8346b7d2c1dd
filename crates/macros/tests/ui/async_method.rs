use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    async fn f(&self) {}
}

fn main() {}
