use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    #[getter]
    fn x(&self) -> i64 {
        1
    }
    
    #[getter]
    fn get_x(&self) -> i64 {
        1
    }
}

fn main() {}
