use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    #[pyo3(name = "__str__")]
    fn a(&self) -> i64 {
        1
    }
    
    fn __str__(&self) -> i64 {
        1
    }
}

fn main() {}
