use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn f(&self) -> std::time::Instant {
        std::time::Instant::now()
    }
}

fn main() {}
